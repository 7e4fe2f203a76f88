// The name of a container, or of anything else that has one.
import { isObject } from '../domain/json.ts'
import type { Json } from '../domain/units.ts'

export function nameOf(entry: Json): string | undefined {
  const name = isObject(entry) ? entry['name'] : undefined
  return typeof name === 'string' ? name : undefined
}
