// Finding things in an AppSpec, and putting things in: keys are looked up in any case, and keep the one the user wrote.
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

/** The name of a new member in the case of those that are there: whether CodeDeploy takes a mixture is not known. */
export function inTheCaseOf(object: JsonObject, name: string): string {
  const capital = Object.keys(object).some((key) => /^[A-Z]/.test(key))
  return capital ? name : name.charAt(0).toLowerCase() + name.slice(1)
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

/** The same AppSpec with other properties of its resources. */
export function withProperties(appSpec: JsonObject, change: (properties: JsonObject) => JsonObject): JsonObject {
  const resources = memberOf(appSpec, 'Resources')
  if (!resources || !isList(resources.value)) return appSpec
  const value = resources.value.map((entry) =>
    isObject(entry)
      ? Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, changed(resource, change)]))
      : entry
  )
  return { ...appSpec, [resources.key]: value }
}

function changed(resource: Json, change: (properties: JsonObject) => JsonObject): Json {
  if (!isObject(resource)) return resource
  const properties = memberOf(resource, 'Properties')
  if (!properties || !isObject(properties.value)) return resource
  return { ...resource, [properties.key]: change(properties.value) }
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
