// A task definition in the form in which two can be compared: named things under their names, other ways to write the same
// made one, and without what AWS fills in by itself.
import { isList, isObject } from '../domain/json.ts'
import type { Json, JsonObject } from '../domain/units.ts'
import { TASK_DEFINITION as MEMBERS } from './check/known-members.ts'
import type { Form } from './form.ts'
import { TASK_DEFINITION, type Rule } from './normal-rules.ts'

/** Stands before the number of a second thing of one name. */
export const MARK = '\0'

export interface Leaf {
  readonly kind: 'leaf'
  /** Equal for values that are the same to AWS. */
  readonly is: string
  /** Undefined: a value that is never shown. */
  readonly told: string | undefined
}

export interface Branch {
  readonly kind: 'branch'
  readonly members: ReadonlyMap<string, Node>
}

export type Node = Leaf | Branch

/** What is the same for every member of a definition. */
interface Within {
  /** Containers share the network of their task, or of its host: a port is the same on both sides. */
  readonly samePorts: boolean
  readonly hidden: boolean
}

/** What AWS's model knows of a value; undefined: nothing, so that it may be a secret. */
type Known = Form | undefined

export function normal(definition: JsonObject): Branch {
  const mode = definition['networkMode']
  return branch(
    definition,
    TASK_DEFINITION,
    { samePorts: mode === 'awsvpc' || mode === 'host', hidden: false },
    MEMBERS
  )
}

function branch(object: JsonObject, rules: Readonly<Record<string, Rule>>, outside: Within, known: Known): Branch {
  const members = new Map<string, Node>()
  for (const [name, value] of Object.entries(object)) {
    const rule = Object.hasOwn(rules, name) ? (rules[name] ?? {}) : {}
    if (isFilledIn(value, rule, object, outside)) continue
    const form = memberOf(known, name)
    const within = form === undefined ? { ...outside, hidden: true } : outside
    const node = nodeOf(value, rule, within, form)
    if (node) members.set(rule.called ?? name, node)
  }
  return { kind: 'branch', members }
}

/** Whether AWS would have put the same there by itself. */
function isFilledIn(value: Json, { usual = [], follows }: Rule, owner: JsonObject, { samePorts }: Within): boolean {
  const followed = samePorts && follows !== undefined ? owner[follows] : undefined
  return usual.includes(value) || (followed !== undefined && followed === value)
}

/** Undefined: as good as not given. AWS answers with an empty list where none was sent. */
function nodeOf(value: Json, rule: Rule, outside: Within, known: Known): Node | undefined {
  if (value === null || (isList(value) && value.length === 0)) return undefined
  const within = rule.hidden ? { ...outside, hidden: true } : outside
  if (isList(value))
    return byName(value, rule, within, itemOf(known)) ?? leaf(rule.unordered ? sorted(value) : value, within)
  if (!isObject(value)) return leaf(rule.written?.(value) ?? value, within)
  const object = branch(value, rule.of ?? {}, within, known)
  return rule.emptiable && object.members.size === 0 ? undefined : object
}

/** A list of named things; undefined when one of them has no name. */
function byName(list: readonly Json[], rule: Rule, within: Within, known: Known): Branch | undefined {
  const { by } = rule
  if (by === undefined) return undefined
  const members = new Map<string, Node>()
  for (const entry of list) {
    const name = nameOf(entry, rule)
    if (name === undefined || !isObject(entry)) return undefined
    const thing = branch(entry, rule.of ?? {}, within, known)
    const rest = new Map([...thing.members].filter(([member]) => !by.includes(member)))
    members.set(unusedName(name, members), about(rest, rule) ?? { kind: 'branch', members: rest })
  }
  return { kind: 'branch', members }
}

function nameOf(entry: Json, { by = [], of = {} }: Rule): string | undefined {
  if (!isObject(entry)) return undefined
  const parts = by.flatMap((member) => partOf(entry[member] ?? of[member]?.usual?.[0]))
  return by.some((member) => partOf(entry[member]).length > 0) ? parts.join('/') : undefined
}

function partOf(value: Json | undefined): readonly (string | number)[] {
  return typeof value === 'string' || typeof value === 'number' ? [value] : []
}

/** Nothing is lost when two things have one name: they are counted behind a mark that no name holds. */
function unusedName(name: string, taken: ReadonlyMap<string, Node>): string {
  if (!taken.has(name)) return name
  for (let count = 2; ; count++) if (!taken.has(`${name}${MARK}${count}`)) return `${name}${MARK}${count}`
}

function memberOf(known: Known, name: string): Known {
  if (known === undefined || typeof known === 'string' || !('members' in known)) return undefined
  return Object.hasOwn(known.members, name) ? known.members[name] : undefined
}

function itemOf(known: Known): Known {
  return typeof known === 'object' && 'list' in known ? known.list : undefined
}

/** A thing with a single property is that property. */
function about(rest: ReadonlyMap<string, Node>, rule: Rule): Node | undefined {
  return rule.about !== undefined && rest.size === 1 ? rest.get(rule.about) : undefined
}

function leaf(value: Json, { hidden }: Within): Leaf {
  const is = canonical(value)
  return { kind: 'leaf', is, told: hidden ? undefined : typeof value === 'string' ? value : is }
}

function sorted(list: readonly Json[]): readonly Json[] {
  return list.toSorted((one, other) => (canonical(one) < canonical(other) ? -1 : 1))
}

/** JSON in which the order of members does not count, nor those that are null. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_name, member: Json) => {
    if (!isObject(member)) return member
    const given = Object.entries(member).filter(([, each]) => each !== null)
    return Object.fromEntries(given.toSorted(([one], [other]) => (one < other ? -1 : 1)))
  })
}
