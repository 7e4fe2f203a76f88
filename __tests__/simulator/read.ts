// Reading members of a request that has passed the shape check: right type, or absent.
import type { Json } from './wire.ts'

export function stringOf(input: Json, member: string): string | undefined {
  const value = input[member]
  return typeof value === 'string' ? value : undefined
}

export function numberOf(input: Json, member: string): number | undefined {
  const value = input[member]
  return typeof value === 'number' ? value : undefined
}

export const stringsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** A value as a refusal may quote it. */
export const quoted = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
