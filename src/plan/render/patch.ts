// `task-definition-patch` on the definition, and what a slip in the name of a container would do in silence. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Place, Problem } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Document } from '../../inputs/inputs.ts'
import { placeOf, type Path } from '../form.ts'
import { notice, type Edited } from './edited.ts'
import { namesIn } from './entries.ts'
import { mergePatch } from './merge-patch.ts'
import { containerNotFound } from './targets.ts'

export interface Patched extends Edited<JsonObject> {
  readonly problems: readonly Problem[]
}

/** `source`: what the definition was read from, as notes and problems name it. */
export function withPatch(definition: JsonObject, patch: Document | undefined, source: string): Patched {
  if (patch === undefined) return { value: definition, notes: [], problems: [] }
  const { containerDefinitions } = definition
  const names = isList(containerDefinitions) ? namesIn(containerDefinitions) : []
  const unknown = changesIn(patch).filter(([name]) => !names.includes(name))
  // A container needs an image: without one, the patch meant a container that is there.
  const slips = unknown.filter(([, change]) => isObject(change) && change['image'] === undefined)
  if (slips.length > 0) {
    const problems = slips.map(([name]) =>
      containerNotFound(name, names, source, patchPlace(patch, ['containerDefinitions', name]))
    )
    return { value: definition, notes: [], problems }
  }
  const merged = mergePatch(definition, patch.value)
  return {
    value: isObject(merged) ? merged : definition,
    notes: unknown.map(([name, change]) =>
      notice(
        change === null
          ? `\`task-definition-patch\` removes the container \`${name}\`, which ${source} does not have.`
          : `\`task-definition-patch\` adds the container \`${name}\`.`
      )
    ),
    problems: []
  }
}

function changesIn({ value: { containerDefinitions } }: Document) {
  return isObject(containerDefinitions) ? Object.entries(containerDefinitions) : []
}

/** A patch written into the input itself has no lines; one in a file has, and they may hold secrets. */
export function patchPlace(patch: Document, path: Path): Place {
  const isFile = patch.locate(path) !== undefined
  return isFile ? placeOf(patch, path, true) : { kind: 'input', name: 'task-definition-patch' }
}
