// An object of the definition with the place where it stands, and its members as far as they have the type asked for:
// a rule never stumbles over a wrong type, which is told elsewhere. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Path } from '../form.ts'

export interface Part {
  readonly value: JsonObject
  readonly path: Path
}

/** Null is as good as not given. */
export function member(part: Part | undefined, name: string): Json | undefined {
  const value = part && Object.hasOwn(part.value, name) ? part.value[name] : undefined
  return value ?? undefined
}

export function at(part: Part, ...steps: Path): Path {
  return [...part.path, ...steps]
}

export function textOf(part: Part | undefined, name: string): string | undefined {
  const value = member(part, name)
  return typeof value === 'string' ? value : undefined
}

export function numberOf(part: Part | undefined, name: string): number | undefined {
  const value = member(part, name)
  return typeof value === 'number' ? value : undefined
}

export function partOf(part: Part | undefined, name: string): Part | undefined {
  const value = member(part, name)
  return part && isObject(value) ? { value, path: at(part, name) } : undefined
}

/** The objects of a list. */
export function partsOf(part: Part | undefined, name: string): readonly Part[] {
  const list = member(part, name)
  if (!part || !isList(list)) return []
  return list.flatMap((value, index) => (isObject(value) ? [{ value, path: at(part, name, index) }] : []))
}

/** The texts of a list. */
export function textsOf(
  part: Part | undefined,
  name: string
): readonly { readonly text: string; readonly path: Path }[] {
  const list = member(part, name)
  if (!part || !isList(list)) return []
  return list.flatMap((text, index) => (typeof text === 'string' ? [{ text, path: at(part, name, index) }] : []))
}

/** Undefined where the list is none. */
export function countOf(part: Part, name: string): number {
  const list = member(part, name)
  return isList(list) ? list.length : 0
}

/** Whether a value asks for anything: AWS takes false, zero and what is empty for not given. */
export function asks(value: Json | undefined): boolean {
  if (isList(value)) return value.length > 0
  if (isObject(value)) return Object.keys(value).length > 0
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== ''
}

/** Everything at this path, where a list stands for each of its objects. */
export function dig(part: Part, steps: readonly string[]): readonly { readonly value: Json; readonly path: Path }[] {
  const [first, ...rest] = steps
  if (first === undefined) return [part]
  if (rest.length === 0) {
    const value = member(part, first)
    return value === undefined ? [] : [{ value, path: at(part, first) }]
  }
  const inner = partOf(part, first)
  return [...(inner ? [inner] : []), ...partsOf(part, first)].flatMap((next) => dig(next, rest))
}

/** Those whose key was seen before; undefined is no key. */
export function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined
): readonly { readonly item: Item; readonly key: string }[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    const key = keyOf(item)
    if (key === undefined) return []
    if (seen.has(key)) return [{ item, key }]
    seen.add(key)
    return []
  })
}
