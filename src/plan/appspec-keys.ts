// Finding things in an AppSpec: its keys are looked up in any case, and keep the one the user wrote.
import { isList, isObject } from '../domain/json.ts'
import type { Json, JsonObject } from '../domain/units.ts'
import type { Path } from './form.ts'

export interface Member {
  /** As the user wrote it. */
  readonly key: string
  readonly value: Json
}

/** The official action looks keys up like this, and so both `Resources` and `resources` are in use. */
export function membersOf(object: JsonObject, name: string): readonly Member[] {
  const wanted = name.toLowerCase()
  return Object.entries(object)
    .filter(([key]) => key.toLowerCase() === wanted)
    .map(([key, value]) => ({ key, value }))
}

export function memberOf(object: JsonObject, name: string): Member | undefined {
  return membersOf(object, name)[0]
}

export interface Resource {
  readonly properties: JsonObject
}

export function resourcesOf(appSpec: JsonObject): readonly Resource[] {
  const resources = memberOf(appSpec, 'Resources')?.value
  return (isList(resources) ? resources : [])
    .flatMap((entry) => (isObject(entry) ? Object.values(entry) : []))
    .flatMap((resource): readonly Resource[] => {
      const properties = isObject(resource) ? memberOf(resource, 'Properties')?.value : undefined
      return isObject(properties) ? [{ properties }] : []
    })
}

/** A path with the keys as the user wrote them, as far as there are such. */
export function asWritten(root: Json, path: Path): Path {
  let value: Json | undefined = root
  return path.map((step) => {
    if (typeof step === 'number') {
      value = isList(value) ? value[step] : undefined
      return step
    }
    const member: Member | undefined = isObject(value) ? memberOf(value, step) : undefined
    value = member?.value
    return member?.key ?? step
  })
}
