// Changes to a deploymentConfiguration: whether AWS keeps a member that is left out is not documented, so all of it is sent back
// with only what was asked for changed. Pure.
import type { Json, JsonObject } from '../../domain/units.ts'

/** Undefined: the member goes. */
export type Settings = Readonly<Record<string, Json | undefined>>

export function withSettings(configuration: JsonObject, ...changes: readonly Settings[]): JsonObject {
  const all = changes.reduce<Settings>((before, change) => ({ ...before, ...change }), configuration)
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
