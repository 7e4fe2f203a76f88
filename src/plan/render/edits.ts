// The edits that inputs ask for, in their fixed order: images, the container edits in the order of their table, roles, size. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Note } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Edits } from '../../inputs/inputs.ts'
import { nameOf } from '../containers.ts'
import { CONTAINER_EDITS } from './container-edits.ts'
import { notice, type Edited } from './edited.ts'

/** The edits of the task itself, and the inputs that ask for them. */
export const TASK_EDITS = {
  taskRoleArn: 'task-role-arn',
  executionRoleArn: 'execution-role-arn',
  cpu: 'cpu',
  memory: 'memory'
} as const satisfies Partial<Record<keyof Edits, string>>

/** `targets`: the containers that the container edits are for. */
export function withEdits(definition: JsonObject, edits: Edits, targets: ReadonlySet<string>): Edited<JsonObject> {
  const { containerDefinitions } = definition
  const { taskRoleArn, executionRoleArn, cpu, memory } = edits
  const containers = isList(containerDefinitions) ? containerDefinitions.map(editing(edits, targets)) : undefined
  return {
    value: {
      ...definition,
      ...(containers && { containerDefinitions: containers.map(({ value }) => value) }),
      ...(taskRoleArn !== undefined && { taskRoleArn }),
      ...(executionRoleArn !== undefined && { executionRoleArn }),
      ...(cpu !== undefined && { cpu }),
      ...(memory !== undefined && { memory })
    },
    notes: containers?.flatMap(({ notes }) => notes) ?? []
  }
}

function editing(edits: Edits, targets: ReadonlySet<string>): (container: Json) => Edited<Json> {
  const images = new Map(edits.images.map(({ container, image }) => [container, image]))
  const asked = CONTAINER_EDITS.filter(({ isAsked }) => isAsked(edits))
  return (container) => {
    const name = nameOf(container)
    if (name === undefined || !isObject(container)) return { value: container, notes: [] }
    const image = images.get(name)
    let value = image === undefined ? container : { ...container, image }
    if (!targets.has(name)) return { value, notes: [] }
    const notes: Note[] = []
    for (const { apply } of asked) {
      const applied = apply(value, edits)
      value = applied.container
      notes.push(...applied.told.map((told) => notice(`Container \`${name}\`: ${told}.`)))
    }
    return { value, notes }
  }
}
