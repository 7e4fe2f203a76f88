// Reads YAML with places into the same tree as JSON; the `yaml` package is loaded only when a file needs it.
import type { Alias, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Source } from './source.ts'
import {
  checkDepth,
  checkSize,
  enter,
  list,
  map,
  scalar,
  tooDeep,
  yamlPlain,
  type Member,
  type Members,
  type Node
} from './tree.ts'

type Written = Scalar | Alias | YAMLMap | YAMLSeq

/** Plain words of the YAML 1.2 core schema; `yes` and `no` are text there. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const)
])

/** `!` and `!!str` say "text"; the others say what we would do anyway. */
const TEXT_TAGS: ReadonlySet<string> = new Set(['!', 'tag:yaml.org,2002:str'])
const USUAL_TAGS: ReadonlySet<string> = new Set(
  ['map', 'seq', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`)
)

/** What to do about the mistakes people make most. */
const REMEDIES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Replace the tab by spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Put quotes around a value that holds a colon and a space.',
  BAD_DQ_ESCAPE: 'Use single quotes, or write \\\\ for a backslash.',
  BAD_SCALAR_START: 'Put quotes around a value that starts with this character.',
  MULTIPLE_DOCS: 'Keep one document in the file: remove everything from the second `---` on.'
}

/** Mistakes of which the package's message is always the same words; the other messages quote the text, which may be a secret. */
const FIXED: ReadonlySet<string> = new Set([
  ...['ALIAS_PROPS', 'BAD_ALIAS', 'BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MISSING_CHAR'],
  ...['MULTILINE_IMPLICIT_KEY', 'MULTIPLE_ANCHORS', 'MULTIPLE_TAGS', 'TAB_AS_INDENT']
])
const SENTENCES: Readonly<Record<string, string>> = {
  BAD_DIRECTIVE: 'a line starts with %, and is no directive of YAML',
  BAD_DQ_ESCAPE: 'a text in double quotes holds a backslash that YAML does not know',
  BAD_SCALAR_START: 'a value starts with a reserved character',
  MULTIPLE_DOCS: 'the file holds more than one YAML document',
  TAG_RESOLVE_FAILED: 'a tag stands here that is not known',
  UNEXPECTED_TOKEN: 'something stands here that YAML does not expect'
}

/** Throws the problem of the first place that is not YAML. */
export async function readYaml(source: Source): Promise<Node> {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await import('yaml')
  // The failsafe schema leaves every scalar as it is written; uniqueKeys compares each key with each other, `enter` does not.
  const document = parseDocument<Written>(source.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error'
  })
  const error = document.errors[0]
  if (error !== undefined) {
    if (error.message.includes('call stack')) tooDeep(source, error.pos[0])
    source.fail(error.pos[0], sentence(error.code, error.message), REMEDIES[error.code])
  }

  const anchors = new Map<string, Node>()
  let entered = 0

  const read = (written: unknown, at: number, depth: number): Node => {
    if (isAlias(written)) return aliased(written, at)
    if (!isScalar(written) && !isMap(written) && !isSeq(written)) return scalar(at, null)
    const start = written.range?.[0] ?? at
    const node = isScalar(written)
      ? word(written, start)
      : isSeq(written)
        ? sequence(written, start, depth + 1)
        : mapping(written, start, depth + 1)
    if (written.anchor !== undefined) anchors.set(written.anchor, node)
    return node
  }

  const aliased = (alias: Alias, at: number): Node => {
    const start = alias.range?.[0] ?? at
    const node = anchors.get(alias.source)
    if (node !== undefined) return node
    return source.fail(
      start,
      'an alias stands here, and its anchor does not stand before it',
      'Define the anchor above this line, or put quotes around a text that starts with *.'
    )
  }

  const word = (written: Scalar, at: number): Node => {
    const text = written.source ?? ''
    if (written.tag !== undefined && TEXT_TAGS.has(written.tag)) return scalar(at, text)
    checkTag(written.tag, at)
    if (written.type !== 'PLAIN') return scalar(at, text)
    const known = WORDS.get(text)
    return known === undefined ? yamlPlain(at, text) : scalar(at, known)
  }

  const sequence = (written: YAMLSeq, at: number, depth: number): Node => {
    checkDepth(source, at, depth)
    checkTag(written.tag, at)
    return list(
      source,
      at,
      written.items.map((item) => read(item, at, depth))
    )
  }

  const mapping = (written: YAMLMap, at: number, depth: number): Node => {
    checkDepth(source, at, depth)
    checkTag(written.tag, at)
    const own = new Map<string, Member>()
    const inherited: Members[] = []
    for (const pair of written.items) {
      const { text, start, merges } = key(pair, at)
      if (pair.value === null) source.fail(start, 'a key stands without a colon and a value', 'Write `key: value`.')
      const node = read(pair.value, start, depth)
      if (merges) inherited.push(...mergeable(node, start))
      else enter(source, own, text, start, node)
    }
    return map(source, at, merged(own, inherited, at))
  }

  const key = (pair: Pair, at: number) => {
    const written = pair.key
    if (!isScalar(written)) {
      return source.fail(at, 'a key of this mapping is not a plain word', 'Write every key as one word or in quotes.')
    }
    const start = written.range?.[0] ?? at
    const text = written.source ?? ''
    if (written.type === 'PLAIN' && text === '') {
      return source.fail(start, 'a key is missing before the colon', 'Write the key, or remove the line.')
    }
    return { text, start, merges: written.type === 'PLAIN' && text === '<<' }
  }

  /** The mappings a merge key names: https://yaml.org/type/merge.html */
  const mergeable = (node: Node, at: number): readonly Members[] => {
    const nodes = node.kind === 'list' ? node.items : [node]
    return nodes.map((one) =>
      one.kind === 'map'
        ? one.members
        : source.fail(
            at,
            'the merge key << does not name a mapping',
            'Give << an alias of a mapping, or a list of them.'
          )
    )
  }

  /** A mapping's own keys win, then those of the mapping named first. */
  const merged = (own: Members, inherited: readonly Members[], at: number): Members => {
    const all = new Map(own)
    for (const members of inherited) {
      entered += members.size
      checkSize(source, at, entered)
      for (const [name, member] of members) if (!all.has(name)) all.set(name, member)
    }
    return all
  }

  const checkTag = (tag: string | undefined, at: number): void => {
    if (tag === undefined || USUAL_TAGS.has(tag)) return
    source.fail(
      at,
      'a tag stands here that is not known',
      'Write the value itself, in quotes when it starts with !: no template engine reads this file before AWS does.'
    )
  }

  return read(document.contents, 0, 0)
}

function sentence(code: string, message: string): string {
  if (FIXED.has(code)) return message.charAt(0).toLowerCase() + message.slice(1)
  return SENTENCES[code] ?? 'the text is not YAML from here on'
}
