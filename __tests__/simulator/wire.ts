// The shapes of requests and replies, and the checking of a request against its shape.
import { refuse } from './refusal.ts'
import type { Switches } from './scenario.ts'

export type Shape = 'string' | 'number' | 'boolean' | 'time' | 'map' | 'lists' | 'any' | Struct | readonly [Shape]
export interface Struct {
  readonly [member: string]: Shape
}

/** A reply type of the SDK as it looks on the wire: dates are epoch seconds, absent members are left out. [PROBE] G */
export type Wire<T> = T extends Date
  ? number
  : T extends readonly (infer U)[]
    ? readonly Wire<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Wire<T[K]> }
      : T

export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const said = (value: unknown): string =>
  Array.isArray(value)
    ? 'START_ARRAY_VALUE'
    : isJson(value)
      ? 'START_STRUCTURE_VALUE'
      : `${typeof value}_VALUE`.toUpperCase()

const SCALARS = { string: 'String', number: 'Number', boolean: 'Boolean', time: 'Timestamp' } as const

const mistyped = (value: unknown, wanted: string): never =>
  refuse(
    'SerializationException',
    `${said(value)} can not be converted to ${wanted === 'Array' ? 'an' : 'a'} ${wanted}`
  )

/**
 * The request with only what its shape knows. A known member of the wrong type is refused; a null one counts as
 * absent; what happens to an unknown one is a switch. [PROBE] G, [ECS] C1
 */
export function checked(shape: Struct, input: unknown, unknownMembers: Switches['unknownMembers']): Json {
  const walkStruct = (struct: Struct, value: unknown): Json => {
    if (!isJson(value)) return mistyped(value, 'Structure')
    const kept: [string, unknown][] = []
    for (const [member, inner] of Object.entries(value)) {
      if (inner === null || inner === undefined) continue
      const known = Object.hasOwn(struct, member) ? struct[member] : undefined
      if (known !== undefined) kept.push([member, walk(known, inner)])
      else if (unknownMembers === 'keep') kept.push([member, inner])
      else if (unknownMembers === 'refuse') refuse('SerializationException', `Unknown member "${member}"`)
    }
    return Object.fromEntries(kept)
  }
  const walk = (known: Shape, value: unknown): unknown => {
    if (known === 'any') return value
    if (known === 'map' || known === 'lists') {
      if (!isJson(value)) return mistyped(value, 'Map')
      const inner: Shape = known === 'map' ? 'string' : ['string']
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(inner, item)]))
    }
    if (typeof known === 'string') {
      const wanted = known === 'time' ? 'number' : known
      return typeof value === wanted ? value : mistyped(value, SCALARS[known])
    }
    if (isList(known))
      return Array.isArray(value) ? value.map((item) => walk(known[0], item)) : mistyped(value, 'Array')
    return walkStruct(known, value)
  }
  return walkStruct(shape, input)
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

/** The same value without members that are undefined: AWS leaves absent members out and never sends null. [PROBE] G */
export function lean<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
