// What RegisterTaskDefinition never takes is left out: the members only AWS sets, and an empty list of tags. Pure.
import { isList } from '../../domain/json.ts'
import type { JsonObject } from '../../domain/units.ts'
import { listed, notice, type Edited } from './edited.ts'

/**
 * What only DescribeTaskDefinition answers: members of TaskDefinition that RegisterTaskDefinition does not have.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
const READ_ONLY: ReadonlySet<string> = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt'
])

/** `source`: what the definition was read from, as notes name it. */
export function tidy(definition: JsonObject, source: string): Edited<JsonObject> {
  const entries = Object.entries(definition)
  const removed = entries.map(([name]) => name).filter((name) => READ_ONLY.has(name))
  // "ClientException: Tags can not be empty." https://github.com/sil-org/ecs-deploy/issues/232
  const { tags } = definition
  const emptyTags = isList(tags) && tags.length === 0 ? ['tags'] : []
  const gone = [...removed, ...emptyTags]
  if (gone.length === 0) return { value: definition, notes: [] }
  return {
    value: Object.fromEntries(entries.filter(([name]) => !gone.includes(name))),
    notes: [
      ...(removed.length === 0 ? [] : [notice(`${source}: left out what only AWS sets: ${listed(removed)}.`)]),
      ...emptyTags.map((name) =>
        notice(`${source}: left out \`${name}\`, which is empty: AWS refuses an empty list of tags.`)
      )
    ]
  }
}
