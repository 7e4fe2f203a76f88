// The definition inside of what was given: people save the whole answer of `aws ecs describe-task-definition`. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Document } from '../../inputs/inputs.ts'
import type { Path } from '../form.ts'
import { listed, notice, type Edited } from './edited.ts'

/** `root`: where the definition stands in its document. */
export interface Unwrapped extends Edited<JsonObject> {
  readonly root: Path
}

export function unwrap({ path, value }: Document): Unwrapped {
  const { taskDefinition, tags, ...others } = value
  if (!isObject(taskDefinition) || 'containerDefinitions' in others) return { value, notes: [], root: [] }
  const beside = isList(tags) ? tags : []
  const dropped = Object.keys(others)
  const told = [
    `${path} is the whole answer of describe-task-definition; its \`taskDefinition\` is used`,
    ...(beside.length === 0 ? [] : ['with the tags beside it']),
    ...(dropped.length === 0 ? [] : [`without ${listed(dropped)}`])
  ]
  return {
    value: beside.length === 0 ? taskDefinition : { ...taskDefinition, tags: joined(taskDefinition['tags'], beside) },
    notes: [notice(`${told.join(', ')}.`)],
    root: ['taskDefinition']
  }
}

/** A tag inside the definition was written by hand, and wins over one of the same key beside it. */
function joined(own: Json | undefined, beside: readonly Json[]): readonly Json[] {
  const inside = isList(own) ? own : []
  const keys = new Set(inside.map(keyOf))
  return [...inside, ...beside.filter((tag) => !keys.has(keyOf(tag)))]
}

function keyOf(tag: Json): Json | undefined {
  return isObject(tag) ? tag['key'] : undefined
}
