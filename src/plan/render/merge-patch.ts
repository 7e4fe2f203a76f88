// RFC 7396, with one addition: where a list of named things stands and the patch has an object, the keys are the names. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'

/** How the entries of a list are named, and where a text given for a whole entry belongs. */
export interface Naming {
  readonly by: string
  readonly text?: string
}

/**
 * The lists of a task definition in which a name stands once, at their paths without positions: these may be missing in
 * the base. In any other list the keys are names if every entry has a `name`. Ports are such a list: a port has no
 * identity of its own, the same number can be there for TCP and UDP.
 */
const NAMED_LISTS: ReadonlyMap<string, Naming> = new Map<string, Naming>([
  ['containerDefinitions', { by: 'name' }],
  ['containerDefinitions.environment', { by: 'name', text: 'value' }],
  ['containerDefinitions.secrets', { by: 'name', text: 'valueFrom' }],
  ['containerDefinitions.dependsOn', { by: 'containerName', text: 'condition' }],
  ['containerDefinitions.ulimits', { by: 'name' }],
  ['containerDefinitions.systemControls', { by: 'namespace', text: 'value' }],
  ['containerDefinitions.logConfiguration.secretOptions', { by: 'name', text: 'valueFrom' }],
  ['proxyConfiguration.properties', { by: 'name', text: 'value' }],
  ['tags', { by: 'key', text: 'value' }],
  ['volumes', { by: 'name' }]
])

/** `path`: where the target stands, without the positions in lists. */
export function mergePatch(target: Json | undefined, patch: Json, path = ''): Json {
  if (!isObject(patch)) return patch
  const naming = namingOf(target, path)
  if (naming) return mergeEntries(isList(target) ? target : [], patch, naming, path)
  // A Map, so that no key can be anything else than a key.
  const members = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name)
    else members.set(name, mergePatch(members.get(name), value, path === '' ? name : `${path}.${name}`))
  }
  return Object.fromEntries(members)
}

export function namingOf(target: Json | undefined, path: string): Naming | undefined {
  if (target !== undefined && target !== null && !isList(target)) return undefined
  const named = isList(target) && target.length > 0 && target.every((entry) => entryName(entry, 'name') !== undefined)
  return NAMED_LISTS.get(path) ?? (named ? { by: 'name' } : undefined)
}

export function entryName(entry: Json | undefined, by: string): string | undefined {
  const name = isObject(entry) && Object.hasOwn(entry, by) ? entry[by] : undefined
  return typeof name === 'string' ? name : undefined
}

function mergeEntries(list: readonly Json[], patch: JsonObject, { by, text }: Naming, path: string): readonly Json[] {
  const wanted = new Map(
    Object.entries(patch).map(([name, change]): [string, Json] => {
      const whole = change === null || isObject(change) || text === undefined
      return [name, whole ? change : { [text]: change }]
    })
  )
  const there = new Set(list.map((entry) => entryName(entry, by)))
  const merged = list.flatMap((entry) => {
    const change = wanted.get(entryName(entry, by) ?? '')
    if (change === undefined) return [entry]
    return change === null ? [] : [mergePatch(entry, change, path)]
  })
  const added = [...wanted].filter(([name, change]) => change !== null && !there.has(name))
  return [...merged, ...added.map(([name, change]) => mergePatch({ [by]: name }, change ?? {}, path))]
}
