// A file's text to a Document: JSON first, because it needs no package, then YAML.
import { Problem, type Note } from '../domain/problem.ts'
import type { Json, JsonObject, Result } from '../domain/units.ts'
import type { Document } from './inputs.ts'
import { readJson } from './json.ts'
import { source, type Source } from './source.ts'
import { find, scalar, scalars, toJson, words, type Member, type Node, type Path } from './tree.ts'
import { readYaml } from './yaml.ts'

export interface FileText {
  /** As the user wrote it. */
  readonly path: string
  readonly text: string
  /** Nothing of what it holds is shown. */
  readonly secret?: boolean
}

export interface Read {
  readonly document: Document
  readonly notes: readonly Note[]
}

export async function readDocument(file: FileText): Promise<Result<Read, Problem>> {
  const text = source(file.path, file.text, file)
  try {
    const { node: read, notes } = await readEither(text)
    const node = versionAsNumber(read)
    const value = toJson(node)
    if (!isObject(value)) return { ok: false, problems: [notAnObject(text, node, value)] }
    const locate = (path: Path) => text.spot(find(node, path))
    const document = { path: file.path, value, locate }
    return { ok: true, value: { document, notes: [...notes, ...textNotes(text, node)] } }
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problems: [error] }
    throw error
  }
}

interface Tree {
  readonly node: Node
  readonly notes: readonly Note[]
}

/** JSON with a comma too many is YAML, and the official action reads it as that: so do we, and say it. */
async function readEither(text: Source): Promise<Tree> {
  const json = attempt(() => readJson(text))
  if (!(json instanceof Problem)) return { node: json, notes: [] }
  if (!looksLikeJson(text)) return { node: await readYaml(text), notes: [] }
  const yaml = await readYaml(text).catch(asProblem)
  if (yaml instanceof Problem || !writtenAsJson(text, yaml)) throw json
  return { node: yaml, notes: [looseJson(text, json)] }
}

function attempt<T>(read: () => T): T | Problem {
  try {
    return read()
  } catch (error) {
    return asProblem(error)
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}

function looksLikeJson(text: Source): boolean {
  return /^\s*(?:[[{]|\/[/*])/.test(text.text) && !/\.ya?ml$/i.test(text.path)
}

/** A word as JSON writes it. YAML reads more: `tru`, nothing at all and a text over several lines, as other than was meant. */
const JSON_WORD =
  /(?:"(?:[^"\\\r\n]|\\.)*"|(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?=\s*[,:\]}]))/y

function writtenAsJson(text: Source, root: Node): boolean {
  return words(root).every((at) => {
    JSON_WORD.lastIndex = at
    return JSON_WORD.test(text.text)
  })
}

function looseJson(text: Source, json: Problem): Note {
  const line = json.place?.kind === 'file' ? json.place.line : undefined
  return {
    level: 'warning',
    says: `${text.path} is not strict JSON (line ${line ?? 1}: ${json.found}); it was read as YAML.`,
    remedy: 'Correct the line, so that every tool reads the same.'
  }
}

/** The AppSpec's `version: 0.0` is the one number that is always written in a form no number is printed in. */
function versionAsNumber(root: Node): Node {
  if (root.kind !== 'map') return root
  const members = Array.from(root.members, ([key, { at, node }]): [string, Member] => {
    const number = key.toLowerCase() === 'version' && node.kind === 'scalar' ? node.number : undefined
    return [key, { at, node: number === undefined ? node : scalar(node.at, number) }]
  })
  return { ...root, members: new Map(members) }
}

function textNotes(text: Source, root: Node): readonly Note[] {
  const places = scalars(root)
    .filter(({ node }) => node.number !== undefined)
    .map(({ node, path }) => `line ${text.spot(node.at).line} (${dotted(path)})`)
  if (places.length === 0) return []
  const named = places.length > 5 ? [...places.slice(0, 5), `${places.length - 5} more`] : places
  return [
    {
      level: 'warning',
      says: `${text.path}: an unquoted number would be changed by reading it as a number, so it is kept as text: ${named.join(', ')}.`,
      remedy: 'Put quotes around it, or write it as a plain number.'
    }
  ]
}

/** containerDefinitions[0].image */
export function dotted(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notAnObject(text: Source, node: Node, value: Json): Problem {
  const empty = text.text.trim() === ''
  // Without the line: a file that is one text may hold nothing but a secret.
  const { line, column } = text.spot(node.at)
  return new Problem('FILE_SYNTAX', {
    place: { kind: 'file', path: text.path, line, column },
    found: empty ? 'the file is empty' : `the file holds ${kind(value)}`,
    expected: 'an object with keys and values',
    remedy: empty ? 'Check the step that writes this file.' : 'Write keys and values at the top of the file.'
  })
}

function kind(value: Json): string {
  if (value === null) return 'nothing but comments or null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'one text' : `one ${typeof value}`
}
