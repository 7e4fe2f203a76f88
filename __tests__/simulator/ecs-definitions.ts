// The ECS operations on task definitions: register, look up, list, take out of use. [ECS] C1
import { wireTime } from './clock.ts'
import { addRevision, isActive, lookUp } from './families.ts'
import { paged } from './paging.ts'
import { checkTaskDefinition } from './register.ts'
import { numberOf, stringOf, stringsOf } from './read.ts'
import { refuse } from './refusal.ts'
import { isJson, lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { Operation, TaskDefinition, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

/** The definition as sent, with what only AWS sets. [ECS] C1 */
function described(definition: TaskDefinition): Wire<ECS.TaskDefinition> {
  const { sent, arn, revision, requiresAttributes, compatibilities, registeredAt, registeredBy, deregisteredAt } =
    definition
  const own = Object.fromEntries(Object.entries(sent).filter(([member]) => member !== 'tags'))
  return {
    taskDefinitionArn: arn,
    volumes: [],
    placementConstraints: [],
    ...own,
    revision,
    status: isActive(definition) ? ('ACTIVE' as const) : ('INACTIVE' as const),
    requiresAttributes,
    compatibilities,
    registeredAt: wireTime(registeredAt),
    registeredBy,
    ...(deregisteredAt !== undefined && { deregisteredAt: wireTime(deregisteredAt) })
  }
}

/** No dry run, no dedupe: equal content makes a new revision. Tags come back beside. [ECS] C1 */
function registerTaskDefinition(world: World, input: Json, at: number): Wire<ECS.RegisterTaskDefinitionResponse> {
  checkTaskDefinition(input)
  const tags = Array.isArray(input['tags']) ? input['tags'].filter(isJson) : []
  const definition = addRevision(world, at, 'caller', input, tags)
  return { taskDefinition: described(definition), tags }
}

function describeTaskDefinition(world: World, input: Json): Wire<ECS.DescribeTaskDefinitionResponse> {
  const reference = input['taskDefinition']
  if (typeof reference !== 'string' || reference === '') return invalid('TaskDefinition cannot be empty.')
  const finding = lookUp(world, reference)
  if (!('found' in finding)) return refuse(finding.type, finding.said)
  const tags = stringsOf(input['include']).includes('TAGS') ? finding.found.tags : undefined
  return lean({ taskDefinition: described(finding.found), tags })
}

/** Ascending by family and revision, or the other way round; ACTIVE ones unless asked. [ECS] */
function listTaskDefinitions(world: World, input: Json): Wire<ECS.ListTaskDefinitionsResponse> {
  const status = stringOf(input, 'status') ?? 'ACTIVE'
  const sort = stringOf(input, 'sort') ?? 'ASC'
  const size = numberOf(input, 'maxResults') ?? 100
  if (!['ACTIVE', 'INACTIVE', 'DELETE_IN_PROGRESS'].includes(status)) invalid(`Invalid status ${status}.`)
  if (!['ASC', 'DESC'].includes(sort)) invalid(`Invalid sort ${sort}.`)
  if (size < 1 || size > 100) invalid('maxResults must be from 1 to 100.')
  const wanted = stringOf(input, 'familyPrefix')
  // documented as the full name of the family; its own name says otherwise: a switch. UNVERIFIED
  const meant = (family: string): boolean =>
    wanted === undefined || family === wanted || (world.switches.familyPrefix === 'prefix' && family.startsWith(wanted))
  const arns = [...world.families]
    .filter(([family]) => meant(family))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, revisions]) => revisions)
    .filter((one) => (isActive(one) ? 'ACTIVE' : 'INACTIVE') === status)
    .map(({ arn }) => arn)
  const ordered = sort === 'ASC' ? arns : arns.reverse()
  const page = paged(
    ordered,
    stringOf(input, 'nextToken'),
    Math.min(size, world.switches.pageSize),
    'InvalidParameterException'
  )
  return lean({ taskDefinitionArns: page.items, nextToken: page.nextToken })
}

/** INACTIVE from now on; what runs of it runs on. [ECS] Texts as others have met them. */
function deregisterTaskDefinition(world: World, input: Json, at: number): Wire<ECS.DeregisterTaskDefinitionResponse> {
  const reference = input['taskDefinition']
  if (typeof reference !== 'string' || reference === '') return invalid('TaskDefinition cannot be empty.')
  if (!/:\d+$/.test(reference)) return refuse('ClientException', 'Revision is missing.')
  const finding = lookUp(world, reference)
  if (!('found' in finding)) return refuse('ClientException', 'The specified task definition does not exist.')
  const { found } = finding
  if (isActive(found)) found.deregisteredAt = at
  else if (world.switches.deregisterAgain === 'refused')
    return refuse('ClientException', 'The specified task definition does not exist.')
  return { taskDefinition: described(found) }
}

export const DEFINITIONS: Readonly<Record<string, Operation>> = {
  DeregisterTaskDefinition: deregisterTaskDefinition,
  DescribeTaskDefinition: describeTaskDefinition,
  ListTaskDefinitions: listTaskDefinitions,
  RegisterTaskDefinition: registerTaskDefinition
}
