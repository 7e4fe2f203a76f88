// What a JSON or YAML text says, with the place of every member; both readers build it, so both keep the same rules.
import type { Json } from '../domain/units.ts'
import type { Source } from './source.ts'

interface Common {
  readonly at: number
  /** How many nodes this is when every alias is written out. */
  readonly size: number
  readonly depth: number
}

export interface Scalar extends Common {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** Set when the text looks like this number and was kept as text, because the number says something else. */
  readonly number?: number
  /** Set when the value is a number that is written differently from how numbers are printed. */
  readonly written?: string
}

export type Node =
  | Scalar
  | (Common & { readonly kind: 'list'; readonly items: readonly Node[] })
  | (Common & { readonly kind: 'map'; readonly members: Members })

export type Members = ReadonlyMap<string, Member>

export interface Member {
  readonly at: number
  readonly node: Node
}

/** AWS nests about ten levels; a text of 256 KiB without aliases cannot reach the size. */
const DEEPEST = 64
const LARGEST = 200_000

/** A key that changes an object instead of becoming a member of it, wherever one is built by assignment. */
const FORBIDDEN = '__proto__'

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$|^0[xX][\da-fA-F]+$|^0o[0-7]+$/

/** A number of YAML that nobody writes to mean a text, though numbers are not printed so: 1.0, 0.50. */
const DECIMAL = /^-?(?:0|[1-9]\d*)\.\d+$/

export function scalar(at: number, value: Scalar['value']): Scalar {
  return { kind: 'scalar', at, size: 1, depth: 0, value }
}

/** What stands in YAML without quotes: 012345678901 is an account and 1e3 a commit, so only plain numbers are numbers. */
export function yamlPlain(at: number, text: string): Scalar {
  if (!NUMBER.test(text)) return scalar(at, text)
  return String(Number(text)) === text || DECIMAL.test(text) ? jsonNumber(at, text) : textOfNumber(at, text)
}

/** A number of JSON; its text where the number would be another one, as 9007199254740993 is. */
export function jsonNumber(at: number, text: string): Scalar {
  const number = Number(text)
  const printed = String(number)
  if (printed === text) return scalar(at, number)
  if (!Number.isFinite(number) || digits(printed) !== digits(text)) return textOfNumber(at, text)
  return { ...scalar(at, number === 0 ? 0 : number), written: text }
}

function textOfNumber(at: number, text: string): Scalar {
  return { ...scalar(at, text), number: Number(text) }
}

/** The exact value of a decimal number, written in one way: its digits without zeros around them, and its exponent. */
function digits(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.')
  const significant = `${whole}${fraction}`.replace(/^0+/, '')
  const shortest = significant.replace(/(?<!0)0+$/, '')
  if (shortest === '') return '0'
  const sign = text.startsWith('-') ? '-' : ''
  return `${sign}${shortest}e${Number(exponent) - fraction.length + significant.length - shortest.length}`
}

export function list(source: Source, at: number, items: readonly Node[]): Node {
  return { kind: 'list', at, ...measure(source, at, items), items }
}

export function map(source: Source, at: number, members: Members): Node {
  const nodes = Array.from(members.values(), (member) => member.node)
  return { kind: 'map', at, ...measure(source, at, nodes), members }
}

/** Adds a member to the map being read. */
export function enter(source: Source, members: Map<string, Member>, key: string, at: number, node: Node): void {
  if (key === FORBIDDEN) {
    source.fail(at, `the key "${key}" is not accepted in any file`, `Remove the key "${key}".`)
  }
  const first = members.get(key)
  if (first !== undefined) {
    source.fail(
      at,
      `the key ${JSON.stringify(key)} is written twice, first on line ${source.spot(first.at).line}`,
      'Remove one of the two.'
    )
  }
  members.set(key, { at, node })
}

export function checkDepth(source: Source, at: number, depth: number): void {
  if (depth > DEEPEST) tooDeep(source, at)
}

export function tooDeep(source: Source, at: number): never {
  return source.fail(at, `the file is nested deeper than ${DEEPEST} levels`, 'Write it with fewer levels.')
}

export function checkSize(source: Source, at: number, size: number): void {
  if (size > LARGEST) {
    source.fail(
      at,
      `with its aliases written out the file has more than ${LARGEST} values`,
      'Write fewer aliases of aliases.'
    )
  }
}

function measure(
  source: Source,
  at: number,
  nodes: readonly Node[]
): { readonly size: number; readonly depth: number } {
  const size = nodes.reduce((sum, node) => sum + node.size, 1)
  const depth = nodes.reduce((deepest, node) => Math.max(deepest, node.depth), 0) + 1
  checkSize(source, at, size)
  checkDepth(source, at, depth)
  return { size, depth }
}

export type Path = readonly (string | number)[]

/** Where the member at this path stands, or else the nearest thing around it that exists. */
export function find(root: Node, path: Path): number {
  let at = root.at
  let node = root
  for (const step of path) {
    const next = child(node, step)
    if (next === undefined) return at
    at = next.at
    node = next.node
  }
  return at
}

function child(node: Node, step: string | number): Member | undefined {
  switch (node.kind) {
    case 'scalar':
      return undefined
    case 'list': {
      const item = typeof step === 'number' ? node.items[step] : undefined
      return item && { at: item.at, node: item }
    }
    case 'map':
      return node.members.get(String(step))
  }
}

export function toJson(node: Node): Json {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(toJson)
    case 'map':
      return Object.fromEntries(Array.from(node.members, ([key, member]) => [key, toJson(member.node)]))
  }
}

/** Every scalar, with its path. */
export function scalars(node: Node, path: Path = []): readonly { readonly node: Scalar; readonly path: Path }[] {
  switch (node.kind) {
    case 'scalar':
      return [{ node, path }]
    case 'list':
      return node.items.flatMap((item, index) => scalars(item, [...path, index]))
    case 'map':
      return Array.from(node.members).flatMap(([key, member]) => scalars(member.node, [...path, key]))
  }
}

/** Where every key and every scalar begins. */
export function words(node: Node): readonly number[] {
  switch (node.kind) {
    case 'scalar':
      return [node.at]
    case 'list':
      return node.items.flatMap(words)
    case 'map':
      return Array.from(node.members.values()).flatMap((member) => [member.at, ...words(member.node)])
  }
}
