// `strip-empty-values`: what the official action does to every definition, for those who rely on it. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import { pathText, type Path } from '../form.ts'
import { listed, notice, type Edited } from './edited.ts'

/** `cleanNullKeys` and `maintainValidObjects` of https://github.com/aws-actions/amazon-ecs-deploy-task-definition/blob/master/index.js */
export function strip(definition: JsonObject): Edited<JsonObject> {
  const kept = keptIn(definition)
  const goes: Goes = (value, path) => isEmpty(value) && !kept.has(withoutPositions(path))
  const dropped = droppedFrom(definition, [], goes).map((path) => pathText(definition, path))
  return { value: without(definition, [], goes), notes: dropped.length === 0 ? [] : [notice(says(dropped))] }
}

/** What the official action puts back as an empty text. */
function keptIn({ proxyConfiguration }: JsonObject): ReadonlySet<string> {
  const isAppMesh = isObject(proxyConfiguration) && proxyConfiguration['type'] === 'APPMESH'
  return new Set([
    'containerDefinitions.environment.value',
    ...(isAppMesh ? ['proxyConfiguration.properties.name', 'proxyConfiguration.properties.value'] : [])
  ])
}

function withoutPositions(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.')
}

/** Empty is also what holds nothing but empty things. */
function isEmpty(value: Json): boolean {
  if (isList(value)) return value.every(isEmpty)
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return value === null || value === ''
}

type Goes = (value: Json, path: Path) => boolean

function droppedFrom(value: Json, path: Path, goes: Goes): readonly Path[] {
  const inside: readonly (readonly [string | number, Json])[] = isList(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : []
  return inside.flatMap(([step, member]) => {
    const here = [...path, step]
    return goes(member, here) ? [here] : droppedFrom(member, here, goes)
  })
}

function without(value: JsonObject, path: Path, goes: Goes): JsonObject {
  const inside = Object.entries(value).map(([name, member]) => ({ name, member, here: [...path, name] }))
  return Object.fromEntries(
    inside
      .filter(({ member, here }) => !goes(member, here))
      .map(({ name, member, here }) => [name, stripped(member, here, goes)])
  )
}

function stripped(value: Json, path: Path, goes: Goes): Json {
  if (isObject(value)) return without(value, path, goes)
  if (!isList(value)) return value ?? ''
  return value.flatMap((item, index) => {
    const here = [...path, index]
    return goes(item, here) ? [] : [stripped(item, here, goes)]
  })
}

const MOST_NAMED = 12

function says(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED
  return `\`strip-empty-values\` drops what is empty: ${listed(paths.slice(0, MOST_NAMED))}${more > 0 ? ` and ${more} more` : ''}.`
}
