// `task-definition-patch` on the definition, and what a slip in the name of a container would do in silence. Pure.
import { isList, isObject } from '../../domain/json.ts'
import { near } from '../../domain/near.ts'
import type { Problem } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Document } from '../../inputs/inputs.ts'
import { notice, type Edited } from './edited.ts'
import { namesIn } from './entries.ts'
import { checkLoneEntries } from './lone-entries.ts'
import { mergePatch } from './merge-patch.ts'
import { patchPlace } from './patch-place.ts'
import { containerNotFound } from './targets.ts'

export interface Patched extends Edited<JsonObject> {
  readonly problems: readonly Problem[]
}

/** `source`: what the definition was read from, as notes and problems name it. */
export function withPatch(definition: JsonObject, patch: Document | undefined, source: string): Patched {
  if (patch === undefined) return { value: definition, notes: [], problems: [] }
  const { containerDefinitions } = definition
  const names = isList(containerDefinitions) ? namesIn(containerDefinitions) : []
  const changes = changesIn(patch)
  const unknown = changes.filter(([name]) => !names.includes(name))
  const spoken = new Set(changes.map(([name]) => name))
  const silent = names.filter((name) => !spoken.has(name))
  const slips = unknown.flatMap(([name, change]) => {
    if (!isObject(change) || !isSlip(name, change, silent)) return []
    const place = patchPlace(patch, ['containerDefinitions', name])
    return [containerNotFound(name, names, source, place, change['image'] === undefined ? [] : [adding(name)])]
  })
  const problems = [...slips, ...checkLoneEntries(definition, patch)]
  if (problems.length > 0) return { value: definition, notes: [], problems }
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

/**
 * A container needs an image: without one, the patch meant a container that is there. With one it may have meant it all
 * the same, where the patch is silent on a container of nearly this name. `silent`: those it says nothing of.
 */
function isSlip(name: string, change: JsonObject, silent: readonly string[]): boolean {
  if (change['image'] === undefined) return true
  return change['name'] !== name && near(name, silent) !== undefined
}

function adding(name: string): string {
  return `To add a container of this name, write \`"name": ${JSON.stringify(name)}\` beside its image.`
}
