// Where something in `task-definition-patch` was written. Pure.
import type { Place } from '../../domain/problem.ts'
import type { Document } from '../../inputs/inputs.ts'
import { placeOf, type Path } from '../form.ts'

/** A patch written into the input itself has no lines; one in a file has, and they may hold secrets. */
export function patchPlace(patch: Document, path: Path): Place {
  const isFile = patch.locate(path) !== undefined
  return isFile ? placeOf(patch, path, true) : { kind: 'input', name: 'task-definition-patch' }
}
