// Lists and objects of named values, with the pairs of an input put in: what is there keeps its place and its other members. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Edits, Pair } from '../../inputs/inputs.ts'
import { nameOf } from '../containers.ts'

type Strategy = Edits['updateStrategy']

/** A list to edit; undefined where something else stands, which is left as it is for the check to report. */
export function listIn(container: JsonObject, member: string): readonly Json[] | undefined {
  const value = container[member] ?? []
  return isList(value) ? value : undefined
}

export function objectIn(container: JsonObject, member: string): JsonObject | undefined {
  const value = container[member] ?? {}
  return isObject(value) ? value : undefined
}

/** `member`: where an entry carries its value. What is given stands once; with `replace` no other entry stays. */
export function withPairs(
  list: readonly Json[],
  pairs: readonly Pair[],
  member: string,
  strategy: Strategy
): readonly Json[] {
  const values = new Map(pairs.map(({ name, value }) => [name, value]))
  const names = list.map(nameOf)
  const kept = list.filter((_, at) => (values.has(names[at] ?? '') ? isFirst(names, at) : strategy === 'merge'))
  const added = [...values].filter(([name]) => !names.includes(name))
  return [
    ...kept.map((entry) => {
      const value = values.get(nameOf(entry) ?? '')
      return isObject(entry) && value !== undefined ? { ...entry, [member]: value } : entry
    }),
    ...added.map(([name, value]) => ({ name, [member]: value }))
  ]
}

function isFirst(names: readonly (string | undefined)[], at: number): boolean {
  return names.indexOf(names[at]) === at
}

/** The same for an object of texts. */
export function withTexts(texts: JsonObject, pairs: readonly Pair[], strategy: Strategy): JsonObject {
  const given = new Map<string, Json>(pairs.map(({ name, value }) => [name, value]))
  const kept = Object.entries(texts).filter(([name]) => strategy === 'merge' || given.has(name))
  return Object.fromEntries(new Map([...kept, ...given]))
}

export function namesIn(list: readonly Json[]): readonly string[] {
  return list.map(nameOf).filter((name) => name !== undefined)
}
