// The operations only ECS-native deployments have: request in, reply out. [ECS] B6, B7, B9
import { hour } from './clock.ts'
import { isNativeOver, nativeDeploymentOf } from './native-deployment.ts'
import { abort, askToRollBack } from './native-endings.ts'
import { answerHook } from './native-hooks.ts'
import { HOOK_ID } from './native-names.ts'
import { nativeOf, revisionOf } from './native-revisions.ts'
import { brief, revision, whole } from './native-view.ts'
import { paged } from './paging.ts'
import { numberOf, quoted, stringOf, stringsOf } from './read.ts'
import { refuse } from './refusal.ts'
import { requireCluster, requireService } from './references.ts'
import { isJson, lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { NativeDeployment } from './native-state.ts'
import type { Operation, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

const STATUSES = [
  'PENDING',
  'SUCCESSFUL',
  'STOPPED',
  'STOP_REQUESTED',
  'IN_PROGRESS',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_SUCCESSFUL',
  'ROLLBACK_FAILED'
]

/** Older ones are not listed any more. [DG:service-deployment] B7 */
const HISTORY = 90 * 24 * hour

/** Newest first; a new one may be missing from the first answers, by switch. [LAB-HOOK][ECS] B7 */
function listServiceDeployments(world: World, input: Json): Wire<ECS.ListServiceDeploymentsResponse> {
  requireCluster(world, input['cluster'])
  requireService(world, input['service'])
  const size = numberOf(input, 'maxResults') ?? 20
  if (!(Number.isInteger(size) && size >= 1 && size <= 100)) invalid('maxResults must be from 1 to 100.')
  const statuses = stringsOf(input['status'])
  for (const status of statuses) if (!STATUSES.includes(status)) invalid(`Invalid status: ${status}`)
  const { before, after } = isJson(input['createdAt']) ? input['createdAt'] : {}
  const all = (world.native?.deployments ?? []).filter(
    (one) => one.createdAt > world.now - HISTORY && !one.vanished && isListed(world, one)
  )
  const found = all
    .map((one) => brief(world, one))
    // whether a bound counts itself is not told: here it does not (ours)
    .filter(({ createdAt = 0 }) => typeof before !== 'number' || createdAt < before)
    .filter(({ createdAt = 0 }) => typeof after !== 'number' || createdAt > after)
    .filter(({ status }) => statuses.length === 0 || statuses.includes(String(status)))
    .reverse()
  const page = paged(
    found,
    stringOf(input, 'nextToken'),
    Math.min(size, world.switches.pageSize),
    'InvalidParameterException'
  )
  return lean({ serviceDeployments: page.items, nextToken: page.nextToken })
}

function isListed(world: World, deployment: NativeDeployment): boolean {
  if (deployment.by === 'history' || deployment.unlisted >= nativeOf(world).switches.listLag) return true
  deployment.unlisted += 1
  return false
}

function upToTwenty(input: Json, member: string): readonly string[] {
  const arns = stringsOf(input[member])
  if (arns.length === 0) invalid(`${member} cannot be empty.`)
  if (arns.length > 20) invalid(`${member} cannot have more than 20 elements.`)
  return arns
}

const missing = (arn: string): Wire<ECS.Failure> => ({ arn, reason: 'MISSING' })

/** What is older than the record is MISSING too. [ECS][DG:service-deployment] B1, B7 */
function describeServiceDeployments(world: World, input: Json): Wire<ECS.DescribeServiceDeploymentsResponse> {
  const found = upToTwenty(input, 'serviceDeploymentArns').map((arn) => [arn, known(world, arn)] as const)
  return {
    serviceDeployments: found.flatMap(([, one]) => (one ? [whole(world, one)] : [])),
    failures: found.flatMap(([arn, one]) => (one ? [] : [missing(arn)]))
  }
}

function describeServiceRevisions(world: World, input: Json): Wire<ECS.DescribeServiceRevisionsResponse> {
  const found = upToTwenty(input, 'serviceRevisionArns').map((arn) => {
    const one = world.native && revisionOf(world, arn)
    return [arn, one?.unrecorded ? undefined : one] as const
  })
  return {
    serviceRevisions: found.flatMap(([, one]) => (one ? [revision(world, one)] : [])),
    failures: found.flatMap(([arn, one]) => (one ? [] : [missing(arn)]))
  }
}

function known(world: World, arn: string): NativeDeployment | undefined {
  const found = world.native && nativeDeploymentOf(world, arn)
  return found && !found.vanished && !found.target.unrecorded ? found : undefined
}

function required(world: World, input: Json): NativeDeployment {
  const arn = stringOf(input, 'serviceDeploymentArn')
  if (arn === undefined || arn === '') return invalid('serviceDeploymentArn cannot be empty.')
  return known(world, arn) ?? refuse('ServiceDeploymentNotFoundException', 'The service deployment does not exist.')
}

/** [DG:stop-service-deployment] B9. The words of the conflict and of a refused type are ours. */
function stopServiceDeployment(world: World, input: Json, at: number): Wire<ECS.StopServiceDeploymentResponse> {
  const found = required(world, input)
  const { switches } = nativeOf(world)
  const type = stringOf(input, 'stopType')
  if (type === undefined && switches.omittedStopType === 'refused') invalid('stopType is required.')
  if (type !== undefined && type !== 'ROLLBACK' && type !== 'ABORT') invalid(`Invalid stopType: ${type}`)
  if (type === 'ABORT' && switches.abort === 'refused') invalid('Invalid stopType. Valid values are: ROLLBACK')
  if (isNativeOver(found))
    refuse(
      'ConflictException',
      'Stopping a service deployment is not allowed for service deployment in terminal states.'
    )
  if (type === 'ABORT') abort(world, at, found)
  else askToRollBack(world, at, found)
  return { serviceDeploymentArn: found.arn }
}

/** Texts as documented; the types of the first three are ours. [TSH-BG] B6 */
function continueServiceDeployment(world: World, input: Json, at: number): Wire<ECS.ContinueServiceDeploymentResponse> {
  const hookId = stringOf(input, 'hookId')
  const action = input['action'] ?? 'CONTINUE'
  if (action !== 'CONTINUE' && action !== 'ROLLBACK') return invalid(`Invalid action: ${quoted(action)}`)
  if (hookId === undefined || !HOOK_ID.test(hookId))
    return invalid('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}')
  const found = required(world, input)
  if (isNativeOver(found))
    invalid('Continuing a service deployment is not allowed for service deployment in terminal states.')
  const run = found.hooks.find((one) => one.hookId === hookId)
  if (run?.status !== 'AWAITING_ACTION' || found.status !== 'IN_PROGRESS')
    return invalid('Provided hookId is either completed, unavailable, or not associated with the given Resource ARN')
  answerHook(world, at, found, run, action)
  return { serviceDeploymentArn: found.arn }
}

export const NATIVE_OPERATIONS: Readonly<Record<string, Operation>> = {
  ContinueServiceDeployment: continueServiceDeployment,
  DescribeServiceDeployments: describeServiceDeployments,
  DescribeServiceRevisions: describeServiceRevisions,
  ListServiceDeployments: listServiceDeployments,
  StopServiceDeployment: stopServiceDeployment
}
