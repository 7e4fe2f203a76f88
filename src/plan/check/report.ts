// How a finding is told: with its place, and without any line that a secret stands on. Pure.
import { isList, isObject } from '../../domain/json.ts'
import { Problem, type Note, type Place, type ProblemCode } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import { pathText, type Form, type Path } from '../form.ts'
import { TASK_DEFINITION } from './known-members.ts'
import type { Finding } from './rule.ts'

export interface Checked {
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

export const NOTHING: Checked = { problems: [], notes: [] }

/** Where a member of the definition was written: in a file, in the patch, in an input. */
export type PlaceOf = (path: Path, secret?: boolean) => Place

export type Report = (code: ProblemCode, path: Path, finding: Omit<Finding, 'path'>) => Problem

export function reporter(definition: JsonObject, placeOf: PlaceOf): Report {
  let lines: ReadonlySet<string> | undefined
  return (code, path, { found, expected, remedy }) => {
    lines ??= new Set(secretsIn(TASK_DEFINITION, definition, []).map((secret) => lineOf(placeOf(secret, true))))
    const place = placeOf(path)
    return new Problem(code, {
      place: lines.has(lineOf(place)) ? withoutText(place) : place,
      found: `${subject(definition, path)} ${found}`,
      ...(expected !== undefined && { expected }),
      remedy
    })
  }
}

export function doubt(definition: JsonObject, placeOf: PlaceOf, { path, found, expected, remedy }: Finding): Note {
  const says = `${subject(definition, path)} ${found}${placeText(placeOf(path, true))}`
  return { level: 'warning', says: expected === undefined ? says : `${says}; expected: ${expected}`, remedy }
}

function subject(definition: JsonObject, path: Path): string {
  return path.length === 0 ? 'the task definition' : `\`${pathText(definition, path)}\``
}

/** ` (task-definition.json, line 12)` */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'file':
      return place.line === undefined ? ` (${place.path})` : ` (${place.path}, line ${place.line})`
    case 'input':
      return ` (input \`${place.name}\`)`
    case 'aws':
      return ''
  }
}

function lineOf(place: Place): string {
  return place.kind === 'file' ? `${place.path}:${place.line ?? ''}` : ''
}

function withoutText(place: Place): Place {
  if (place.kind !== 'file') return place
  const { kind, path, line, column } = place
  return { kind, path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}

/** Every scalar that may be a secret: values of variables, options and labels, and all that nobody knows. */
function secretsIn(form: Form | undefined, value: Json, path: Path): readonly Path[] {
  if (isList(value)) {
    const inner = form !== undefined && typeof form !== 'string' && 'list' in form ? form.list : undefined
    return value.flatMap((item, index) => secretsIn(inner, item, [...path, index]))
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, inner]) => secretsIn(memberForm(form, name), inner, [...path, name]))
  }
  const harmless = typeof value === 'boolean' || value === null || value === ''
  const open = form !== undefined && form !== 'quoted'
  return open || harmless ? [] : [path]
}

function memberForm(form: Form | undefined, name: string): Form | undefined {
  if (form === undefined || typeof form === 'string' || !('members' in form)) return undefined
  return Object.hasOwn(form.members, name) ? form.members[name] : undefined
}
