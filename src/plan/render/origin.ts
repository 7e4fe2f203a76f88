// Where a member of the rendered definition was written: in the patch, in an input, or in the file it began with. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Document, Edits } from '../../inputs/inputs.ts'
import { placeOf, type Path } from '../form.ts'
import type { PlaceOf } from '../check/report.ts'
import { CONTAINER_EDITS } from './container-edits.ts'
import { TASK_EDITS } from './edits.ts'
import { entryName } from './merge-patch.ts'
import { patchPlace } from './patch-place.ts'

interface Began {
  readonly definition: JsonObject
  readonly document: Document
  /** Where the definition stands in its document. */
  readonly root: Path
}

export function origins(rendered: JsonObject, began: Began, edits: Edits): PlaceOf {
  const { patch } = edits
  return (path, secret) => {
    const base = follow(rendered, began.definition, path)
    const patched = patch && follow(rendered, patch.value, path)
    // The patch comes last: what it says of a member is what stands there.
    if (patch && patched && (patched.whole || (!base.whole && patched.path.length > base.path.length))) {
      return patchPlace(patch, patched.path)
    }
    const there = existing(rendered, path)
    const isAsBefore = at(rendered, there) === follow(rendered, began.definition, there).value
    const input = isAsBefore ? undefined : inputFor(rendered, path, edits)
    return input === undefined
      ? placeOf(began.document, [...began.root, ...base.path], secret)
      : { kind: 'input', name: input }
  }
}

/** How far a path of the rendered definition can be gone in another one, where lists have other positions, or names for them. */
interface Followed {
  readonly path: Path
  readonly value: Json | undefined
  /** The way was gone to its end. */
  readonly whole: boolean
}

function follow(rendered: Json, other: Json, path: Path): Followed {
  const gone: (string | number)[] = []
  let here: Json | undefined = rendered
  let there: Json | undefined = other
  for (const step of path) {
    // What stands for the whole of a thing says everything inside of it.
    if (gone.length > 0 && !isObject(there) && !isList(there)) break
    const item = at(here, [step])
    const matching: string | number | undefined = typeof step === 'string' ? step : stepTo(item, there, step)
    const next: Json | undefined = matching === undefined ? undefined : at(there, [matching])
    if (matching === undefined || next === undefined) return { path: gone, value: undefined, whole: false }
    gone.push(matching)
    here = item
    there = next
  }
  return { path: gone, value: there, whole: true }
}

const NAMES = ['name', 'key', 'namespace', 'containerName']

/** The same entry of a list: itself, one of its name, or an equal value at its position. */
function stepTo(item: Json | undefined, list: Json | undefined, position: number): string | number | undefined {
  const names = NAMES.flatMap((by) => {
    const name = entryName(item, by)
    return name === undefined ? [] : [{ by, name }]
  })
  if (isObject(list)) return names.find(({ name }) => Object.hasOwn(list, name))?.name
  if (!isList(list)) return undefined
  if (list[position] === item) return position
  const same = isObject(item) ? list.indexOf(item) : -1
  const named = list.findIndex((entry) => names.some(({ by, name }) => entryName(entry, by) === name))
  return [same, named].find((index) => index >= 0)
}

function at(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inside, step) => {
    if (typeof step === 'number') return isList(inside) ? inside[step] : undefined
    return isObject(inside) && Object.hasOwn(inside, step) ? inside[step] : undefined
  }, value)
}

/** The path as far as there is something. */
function existing(value: Json, path: Path): Path {
  const missing = path.findIndex((_, index) => at(value, path.slice(0, index + 1)) === undefined)
  return missing < 0 ? path : path.slice(0, missing)
}

const TASK_MEMBERS = [
  'taskRoleArn',
  'executionRoleArn',
  'cpu',
  'memory'
] as const satisfies readonly (keyof typeof TASK_EDITS)[]

function inputFor(rendered: JsonObject, path: Path, edits: Edits): string | undefined {
  const [first, , member] = path
  if (first !== 'containerDefinitions') {
    const name = TASK_MEMBERS.find((member) => member === first)
    return name !== undefined && edits[name] !== undefined ? TASK_EDITS[name] : undefined
  }
  if (member === 'image') {
    const name = entryName(at(rendered, path.slice(0, 2)), 'name')
    return edits.images.find(({ container }) => container === name)?.input
  }
  return CONTAINER_EDITS.find((edit) => edit.member === member && edit.isAsked(edits))?.input
}
