// Reading deployments and their targets, stopping and continuing them. [CD] A6, A7, A9, A11
import * as check from './codedeploy-checks.ts'
import { wireTime } from './clock.ts'
import { isOver } from './deployment.ts'
import { deploymentInfo, deploymentTarget, shownStatus } from './deployment-view.ts'
import { text } from './hostile.ts'
import { leaveReady, terminationWaitEnds } from './waits.ts'
import { paged } from './paging.ts'
import { stringOf, stringsOf } from './read.ts'
import { refuse } from './refusal.ts'
import { askToStop } from './watch.ts'
import { isJson, lean } from './wire.ts'
import type * as CD from '@aws-sdk/client-codedeploy'
import type { World } from './state.ts'
import type { Json, Wire } from './wire.ts'

export const getDeployment = (world: World, input: Json): Wire<CD.GetDeploymentOutput> => ({
  deploymentInfo: deploymentInfo(world, check.deployment(world, stringOf(input, 'deploymentId')))
})

/** At most 25; what becomes of unknown ids is a switch. UNVERIFIED A6 */
export function batchGetDeployments(world: World, input: Json): Wire<CD.BatchGetDeploymentsOutput> {
  const ids = stringsOf(input['deploymentIds'])
  if (ids.length === 0) refuse('DeploymentIdRequiredException', 'At least one deployment ID must be specified')
  if (ids.length > 25)
    refuse(
      'BatchLimitExceededException',
      'The maximum number of names or IDs allowed for this request (100) was exceeded.'
    )
  const known =
    world.switches.unknownIds === 'refused'
      ? ids
      : ids.filter((id) => world.deployments.some((one) => one.id === id && !one.vanished))
  return { deploymentsInfo: known.map((id) => deploymentInfo(world, check.deployment(world, id))) }
}

const STATUSES: ReadonlySet<string> = new Set([
  'Created',
  'Queued',
  'InProgress',
  'Baking',
  'Succeeded',
  'Failed',
  'Stopped',
  'Ready'
])

/** Needs both names or neither; newest first. [CD][ESP] A14 */
export function listDeployments(world: World, input: Json): Wire<CD.ListDeploymentsOutput> {
  if (input['applicationName'] !== undefined || input['deploymentGroupName'] !== undefined) {
    check.application(world, input)
    check.group(world, input)
  }
  const statuses = stringsOf(input['includeOnlyStatuses'])
  for (const status of statuses)
    if (!STATUSES.has(status)) refuse('InvalidDeploymentStatusException', `${status} is not a deployment status`)
  const range = isJson(input['createTimeRange']) ? input['createTimeRange'] : {}
  const [start, end] = [Number(range['start'] ?? 0), Number(range['end'] ?? Infinity)]
  if (start > end) refuse('InvalidTimeRangeException', 'The start of the time range is after its end')
  const ids = world.deployments
    .filter((one) => !one.vanished)
    .filter((one) => statuses.length === 0 || statuses.includes(shownStatus(world, one)))
    .filter(({ createdAt }) => wireTime(createdAt) >= start && wireTime(createdAt) <= end)
    .map(({ id }) => id)
    .reverse()
  const page = paged(ids, stringOf(input, 'nextToken'), world.switches.pageSize, 'InvalidNextTokenException')
  return lean({ deployments: page.items, nextToken: page.nextToken })
}

/** Exactly one target, named by cluster and service. [CD] A1, A7 */
export function listDeploymentTargets(world: World, input: Json): Wire<CD.ListDeploymentTargetsOutput> {
  const found = check.started(check.deployment(world, stringOf(input, 'deploymentId')))
  const filters = isJson(input['targetFilters']) ? input['targetFilters'] : {}
  for (const name of Object.keys(filters))
    if (name !== 'TargetStatus' && name !== 'ServerInstanceLabel')
      refuse('InvalidTargetFilterNameException', `${name} is not a target filter`)
  const statuses = stringsOf(filters['TargetStatus'])
  const labels = stringsOf(filters['ServerInstanceLabel'])
  const wanted =
    (statuses.length === 0 || statuses.includes(found.targetStatus)) &&
    (labels.length === 0 || labels.some((label) => label === 'Blue' || label === 'Green'))
  return { targetIds: wanted ? [world.names.target] : [] }
}

function target(world: World, input: Json, id: string | undefined): Wire<CD.DeploymentTarget> {
  const found = check.started(check.deployment(world, stringOf(input, 'deploymentId')))
  if (id === undefined || id === '')
    return refuse('DeploymentTargetIdRequiredException', 'A deployment target ID must be specified')
  if (!/^[^:]+:[^:]+$/.test(id)) refuse('InvalidDeploymentTargetIdException', `The target ID ${id} is not valid`)
  if (id !== world.names.target)
    refuse('DeploymentTargetDoesNotExistException', `The target ${id} does not exist in the deployment ${found.id}`)
  return deploymentTarget(world, found)
}

export const getDeploymentTarget = (world: World, input: Json): Wire<CD.GetDeploymentTargetOutput> => ({
  deploymentTarget: target(world, input, stringOf(input, 'targetId'))
})

export function batchGetDeploymentTargets(world: World, input: Json): Wire<CD.BatchGetDeploymentTargetsOutput> {
  const ids = stringsOf(input['targetIds'])
  if (ids.length > 1)
    refuse(
      'DeploymentTargetListSizeExceededException',
      'The maximum number of targets that can be associated with an Amazon ECS deployment is 1'
    )
  return { deploymentTargets: [target(world, input, ids[0])] }
}

/** `Pending` while events may still run, then `Succeeded`; over is over. [UG:deployment-steps-ecs][CD] A11 */
export function stopDeployment(world: World, input: Json, at: number): Wire<CD.StopDeploymentOutput> {
  const found = check.deployment(world, stringOf(input, 'deploymentId'))
  if (isOver(found)) refuse('DeploymentAlreadyCompletedException', `The deployment ${found.id} has already completed`)
  if (found.waitsToTerminate && world.switches.lateStop === 'refused')
    // the console says so; the API is unknown. A11
    refuse(
      'UnsupportedActionForDeploymentTypeException',
      'The deployment has progressed to a point where it cannot be stopped'
    )
  const again = found.stopAsked
  const rollback = input['autoRollbackEnabled']
  askToStop(world, at, found, typeof rollback === 'boolean' ? rollback : undefined)
  return {
    status: again ? 'Succeeded' : world.switches.stopAnswer,
    statusMessage: text(world, 'No more commands will be scheduled for execution in the deployment instances')
  }
}

export function continueDeployment(world: World, input: Json, at: number): object {
  const found = check.deployment(world, stringOf(input, 'deploymentId'))
  if (isOver(found)) refuse('DeploymentAlreadyCompletedException', `The deployment ${found.id} has already completed`)
  const { omittedWaitType } = world.switches // UNVERIFIED A9
  const type = stringOf(input, 'deploymentWaitType') ?? (omittedWaitType === 'refused' ? '' : omittedWaitType)
  if (type === 'READY_WAIT') {
    if (found.status !== 'Ready')
      refuse(
        'DeploymentIsNotInReadyStateException',
        "The deployment does not have a status of Ready and can't continue yet."
      )
    leaveReady(world, at, found)
  } else if (type === 'TERMINATION_WAIT') {
    if (!found.waitsToTerminate)
      refuse('InvalidDeploymentStatusException', 'The deployment is not waiting to terminate the original task set')
    terminationWaitEnds(world, at, found.id)
  } else refuse('InvalidDeploymentWaitTypeException', 'The wait type is invalid.')
  return {}
}
