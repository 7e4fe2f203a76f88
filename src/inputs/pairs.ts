// Names with values: environment variables, secrets, labels, log options. Values are kept to the last space and never shown.
import { inlineJson, type InlineJson } from './inline.ts'
import { accept, type Field, type Flaw, type Parser } from './fields.ts'
import type { Pair } from './inputs.ts'
import type { Node } from './tree.ts'
import { shown } from './words.ts'

/** A pair and the line it is written on. */
interface Written extends Pair {
  readonly line: number
}

type Entry = { readonly ok: true; readonly value: Written } | { readonly ok: false; readonly flaw: Flaw }

/** A secret has to come from somewhere; every other value may be empty. */
type Member = 'value' | 'valueFrom'

/** Lines `NAME=value`, or the same as a JSON object, or as a JSON list of objects in the form AWS has. */
export function pairs(member: Member): Parser<readonly Pair[]> {
  const expected = `lines like \`NAME=${member}\`, a JSON object, or a JSON list of {"name", "${member}"}`
  return (written) => {
    const json = /^\s*[[{]/.test(written) ? inlineJson(written, expected) : undefined
    if (json?.ok === false) return json
    const entries = json ? entriesOf(json.value, member, expected) : linesOf(written, expected)
    return gathered(member === 'value' ? entries : entries.map((entry) => filled(entry, expected)))
  }
}

/** All pairs, or everything that is wrong with any of them. */
function gathered(entries: readonly Entry[]): Field<readonly Pair[]> {
  const first = new Map<string, Written>()
  const flaws: Flaw[] = []
  for (const entry of entries) {
    if (!entry.ok) {
      flaws.push(entry.flaw)
      continue
    }
    const { name, line } = entry.value
    const earlier = first.get(name)
    if (earlier === undefined) first.set(name, entry.value)
    else flaws.push(twice(name, earlier.line, line))
  }
  return flaws.length === 0
    ? accept(Array.from(first.values(), ({ name, value }) => ({ name, value })))
    : { ok: false, problems: flaws }
}

function filled(entry: Entry, expected: string): Entry {
  if (!entry.ok || entry.value.value !== '') return entry
  const { name, line } = entry.value
  const remedy = 'Give the ARN or the name of the secret; if it comes from a step, check the name of its output.'
  return { ok: false, flaw: { found: `${shown(name)} on line ${line} has no value`, expected, remedy } }
}

function twice(name: string, first: number, line: number): Flaw {
  return {
    found: `line ${line} gives ${shown(name)} again, first given on line ${first}`,
    expected: 'each name once',
    remedy: 'Remove one of the two.'
  }
}

function linesOf(written: string, expected: string): readonly Entry[] {
  return written.split(/\r?\n/).flatMap((line, index) => {
    return line.trim() === '' ? [] : [lineOf(line.trimStart(), index + 1, expected)]
  })
}

function lineOf(text: string, line: number, expected: string): Entry {
  const flaw = (says: string, remedy: string): Entry => ({
    ok: false,
    flaw: { found: `line ${line} ${says}`, expected, remedy }
  })
  if (text.startsWith('#')) {
    return flaw('begins with #', 'Remove the line: there are no comments in this input. In YAML, put them above it.')
  }
  const split = text.indexOf('=')
  if (split === -1) {
    return flaw('has no =', 'Write NAME=value on one line; give a value of several lines as JSON, with \\n.')
  }
  const name = text.slice(0, split)
  if (name === '') return flaw('has no name before its =', 'Write the name before the =.')
  if (name.trimEnd() !== name) return flaw('has a space before its =', 'Remove the spaces around the =.')
  if (/^export\s/.test(name)) return flaw('begins with export', 'Remove `export`: no shell reads these lines.')
  if (!isName(name)) return flaw('has a space in the name before its =', 'Write a name without spaces before the =.')
  return { ok: true, value: { name, value: text.slice(split + 1), line } }
}

function isName(name: string): boolean {
  return /^[^\s=\p{Cc}]+$/u.test(name)
}

function entriesOf(json: InlineJson, member: Member, expected: string): readonly Entry[] {
  const { root, lineOf } = json
  switch (root.kind) {
    case 'scalar':
      return []
    case 'map':
      return Array.from(root.members, ([name, { node }]) => entry(name, node, lineOf(node), expected))
    case 'list':
      return root.items.map((item) => {
        const line = lineOf(item)
        const others = item.kind === 'map' ? Array.from(item.members.keys()) : []
        const extra = others.filter((key) => key !== 'name' && key !== member)
        const name = item.kind === 'map' ? textOf(item.members.get('name')?.node) : undefined
        const value = item.kind === 'map' ? item.members.get(member)?.node : undefined
        if (name !== undefined && extra.length === 0) return entry(name, value, line, expected)
        const found =
          extra.length === 0
            ? `the entry on line ${line} has no "name"`
            : `the entry on line ${line} has ${extra.map(shown).join(', ')}`
        return { ok: false, flaw: { found, expected, remedy: `Write "name" and "${member}", and nothing else.` } }
      })
  }
}

function entry(name: string, node: Node | undefined, line: number, expected: string): Entry {
  const value = textOf(node)
  if (value !== undefined && isName(name)) return { ok: true, value: { name, value, line } }
  const flaw = isName(name)
    ? { found: `${shown(name)} on line ${line} has no text as its value`, remedy: 'Write the value as a JSON string.' }
    : { found: `the name on line ${line} is empty or holds a space or =`, remedy: 'Write a name without spaces.' }
  return { ok: false, flaw: { ...flaw, expected } }
}

/** A text, or the number or word that was written in its place. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? (node.written ?? String(node.value)) : undefined
}
