// What RegisterTaskDefinition never takes is left out: what only AWS sets, nulls that are no text, and an empty list of tags. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import { listed, notice, type Edited } from './edited.ts'
import { withoutNulls } from './nulls.ts'

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
  const registrable = withoutReadOnly(definition, source)
  const tagged = withoutForeignTags(registrable.value, source)
  const whole = withoutNulls(tagged.value, source)
  return { value: whole.value, notes: [...registrable.notes, ...tagged.notes, ...whole.notes] }
}

function withoutReadOnly(definition: JsonObject, source: string): Edited<JsonObject> {
  const removed = Object.keys(definition).filter((name) => READ_ONLY.has(name))
  if (removed.length === 0) return { value: definition, notes: [] }
  return {
    value: Object.fromEntries(Object.entries(definition).filter(([name]) => !READ_ONLY.has(name))),
    notes: [notice(`${source}: left out what only AWS sets: ${listed(removed)}.`)]
  }
}

/** CloudFormation puts tags of its own on what it makes, which are described with the others. */
function withoutForeignTags(definition: JsonObject, source: string): Edited<JsonObject> {
  const { tags, ...others } = definition
  if (!isList(tags)) return { value: definition, notes: [] }
  const own = tags.filter((tag) => !keyOfAws(tag))
  const foreign = tags.flatMap((tag) => keyOfAws(tag) ?? [])
  if (own.length > 0 && foreign.length === 0) return { value: definition, notes: [] }
  const says =
    foreign.length > 0
      ? `left out the tags ${listed(foreign)}: AWS keeps keys that begin with \`aws:\` to itself`
      : 'left out `tags`, which is empty: AWS refuses an empty list of tags'
  return {
    // "ClientException: Tags can not be empty." https://github.com/sil-org/ecs-deploy/issues/232
    value: own.length === 0 ? others : { ...definition, tags: own },
    notes: [notice(`${source}: ${says}.`)]
  }
}

/**
 * "Do not use `aws:`, `AWS:`, or any upper or lowercase combination of such as a prefix for either keys or values as it is
 * reserved for Amazon Web Services use."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
function keyOfAws(tag: Json): string | undefined {
  const key = isObject(tag) ? tag['key'] : undefined
  return typeof key === 'string' && /^aws:/i.test(key) ? key : undefined
}
