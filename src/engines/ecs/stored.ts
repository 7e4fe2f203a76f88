// What the update changes about the service itself, member by member, and what stays so afterwards. Pure.
import type { Change } from '../../domain/change.ts'
import { isList, isObject } from '../../domain/json.ts'
import type { ServiceUpdate } from '../../domain/plan.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import type { AsWritten } from './as-written.ts'

/** `update`: members of the service beside its deploymentConfiguration, which will be `after`. */
export function storedBy(
  update: JsonObject,
  after: JsonObject,
  { raw, volumes }: Pick<AsWritten, 'raw' | 'volumes'>,
  service: Pick<ServiceToday, keyof ServiceUpdate>
): readonly Change[] {
  const { desiredCount, enableECSManagedTags, propagateTags } = service
  const has: Readonly<Record<string, Json | undefined>> = {
    desiredCount,
    enableECSManagedTags,
    propagateTags,
    volumeConfigurations: volumes
  }
  return [
    ...Object.keys(update).flatMap((name) => compare(has[name], update[name], [name])),
    ...compare(raw, after, ['deploymentConfiguration'])
  ]
}

function compare(before: Json | undefined, after: Json | undefined, path: readonly string[]): readonly Change[] {
  if (isObject(before) || isObject(after)) {
    const [old, young] = [membersOf(before), membersOf(after)]
    const names = new Set([...Object.keys(old), ...Object.keys(young)])
    return [...names].flatMap((name) => compare(member(old, name), member(young, name), [...path, name]))
  }
  const [from, to] = [told(before), told(after)]
  if (from === to) return []
  const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed'
  return [{ path: path.join('.'), kind, from, to }]
}

function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function member(of: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined
}

/** AWS answers an empty list where none was sent. */
function told(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || (isList(value) && value.length === 0)) return undefined
  return typeof value === 'string' ? value : JSON.stringify(withoutDetails(value))
}

/** In one order, and without what a hook is told: it may be a secret of its owner, and our own part of it is of one run. */
function withoutDetails(value: Json): Json {
  if (isList(value)) return value.map(withoutDetails)
  if (!isObject(value)) return value
  const members = Object.entries(value).filter(([name]) => name !== 'hookDetails')
  const ordered = members.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(ordered.map(([name, each]) => [name, withoutDetails(each)]))
}
