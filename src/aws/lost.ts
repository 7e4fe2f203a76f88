// What AWS did not keep of a task definition: an unknown member it drops goes without an error. Pure.
import { isList, isObject } from '../domain/json.ts'
import type { Json, JsonObject } from '../domain/units.ts'

type Path = readonly (string | number)[]

/**
 * The paths of what was sent and did not come back as it was. What AWS adds does not count, nor does it when null, false,
 * 0 or what is empty stays away: AWS takes them for not given.
 */
export function lost(sent: JsonObject, answered: JsonObject): readonly string[] {
  return missing(sent, answered, []).map(written)
}

function missing(sent: Json, answered: Json | undefined, path: Path): readonly Path[] {
  if (isNothing(sent)) return sent === false && answered === true ? [path] : []
  if (isObject(sent)) {
    if (!isObject(answered)) return [path]
    return Object.entries(sent).flatMap(([name, value]) =>
      missing(value, Object.hasOwn(answered, name) ? answered[name] : undefined, [...path, name])
    )
  }
  if (isList(sent)) return isList(answered) ? missingOfList(sent, answered, path) : [path]
  return isSame(sent, answered, path) ? [] : [path]
}

function isNothing(value: Json): boolean {
  if (isList(value)) return value.length === 0
  if (isObject(value)) return Object.values(value).every(isNothing)
  return value === null || value === false || value === 0 || value === ''
}

/** In any order: every entry sent is held against the one that lost least of it, and each answer serves one. */
function missingOfList(sent: readonly Json[], answered: readonly Json[], path: Path): readonly Path[] {
  const left = new Map(answered.entries())
  return sent.flatMap((entry, index) => {
    if (isNothing(entry)) return []
    let best: { readonly at: number; readonly paths: readonly Path[] } | undefined
    for (const at of [index, ...left.keys()]) {
      const other = left.get(at)
      if (other === undefined || keyOf(entry) !== keyOf(other)) continue
      const paths = missing(entry, other, [...path, index])
      if (paths.length < (best?.paths.length ?? Infinity)) best = { at, paths }
      if (paths.length === 0) break
    }
    // A text is there or it is not; an object can be there with losses.
    if (best === undefined || (!isObject(entry) && best.paths.length > 0)) return [[...path, index]]
    left.delete(best.at)
    return best.paths
  })
}

/** Two entries with other names are not the same thing with losses. */
function keyOf(entry: Json): string | undefined {
  if (!isObject(entry)) return undefined
  const keys = [entry['name'], entry['key'], entry['containerName'], entry['sourceVolume']]
  return keys.find((key) => typeof key === 'string')
}

type Alike = (sent: string, answered: string) => boolean

// `1 vCPU` and `2 GB` are converted: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
const asSize: Alike = (sent, answered) => inUnits(sent) === inUnits(answered)
// ECS fills in the account: https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19
const asRole: Alike = (sent, answered) => answered.endsWith(`/${sent}`)

/** What AWS writes in another way than it was sent, and means the same. */
const ALIKE: ReadonlyMap<string | number | undefined, Alike> = new Map([
  ['cpu', asSize],
  ['memory', asSize],
  ['taskRoleArn', asRole],
  ['executionRoleArn', asRole]
])

function isSame(sent: Json, answered: Json | undefined, path: Path): boolean {
  if (sent === answered) return true
  const alike = path.length === 1 ? ALIKE.get(path[0]) : undefined
  return typeof sent === 'string' && typeof answered === 'string' && (alike?.(sent, answered) ?? false)
}

function inUnits(size: string): number {
  const [, amount, unit] = /^\s*([\d.]+)\s*([a-z]*)\s*$/i.exec(size) ?? []
  return Math.round(Number(amount) * (unit === '' ? 1 : 1024))
}

/** `containerDefinitions[0].image` */
function written(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}
