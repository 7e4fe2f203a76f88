// Whom the service serves, by ECS's own account: the check on the deployment's word. Pure.
import type { Deployment, DescribeServicesResponse, Service } from '@aws-sdk/client-ecs'
import type { Handle } from '../../domain/ports.ts'
import type { ServicePart } from '../../domain/snapshot.ts'
import type { Arn, Percent } from '../../domain/units.ts'
import { lastPart, tasks } from '../facts.ts'
import { eventsOf, NO_SERVICE, serviceIn } from '../service.ts'

/** What the service runs before ours: a primary with this revision is nobody's rival. */
export interface Before {
  readonly taskDefinition: Arn | undefined
}

/** What of a deployment its service is held against. */
export interface Expected {
  readonly before: Before
  readonly enough: Percent
}

export function servicePart(
  answer: DescribeServicesResponse,
  handle: Handle,
  { before, enough }: Expected
): ServicePart {
  const service = serviceIn(answer)
  if (service === undefined) return NO_SERVICE
  const deployments = service.deployments ?? []
  const primary = primaryOf(service)
  const primaryIsTarget = primary !== undefined && isOurs(primary, handle)
  return {
    active: service.status === 'ACTIVE',
    primaryIsTarget,
    targetServesAlone: primaryIsTarget && deployments.every((each) => each === primary || isIdle(each, enough)),
    primary: identity(primary),
    // `rolloutState` turns COMPLETED some time after the deployment is SUCCESSFUL: the counts say it at once.
    stable: primary !== undefined && isStable(primary, enough),
    rival: rivalOf(primary, handle, before),
    tasks: tasks(primary?.desiredCount, primary?.runningCount, primary?.pendingCount),
    events: eventsOf(service)
  }
}

export function primaryOf(service: Service): Deployment | undefined {
  return service.deployments?.find(({ status }) => status === 'PRIMARY')
}

/** The same revision may be deployed twice: the service's own name for ours tells them apart where it is known. */
export function isOurs({ id, taskDefinition }: Deployment, { inService, ...handle }: Handle): boolean {
  return taskDefinition === handle.taskDefinition && (inService === undefined || id === inService)
}

/** Another that took the place; the revision of before comes back by a roll-back. */
export function rivalOf(primary: Deployment | undefined, handle: Handle, before: Before): string | undefined {
  if (primary === undefined || isOurs(primary, handle)) return undefined
  if (before.taskDefinition === undefined || primary.taskDefinition === before.taskDefinition) return undefined
  const { id = 'a deployment without an id', taskDefinition } = primary
  return taskDefinition === undefined ? id : `${id} (${lastPart(taskDefinition)})`
}

/** What is wanted no more serves no new request, unless ECS was told to take its time with it. */
function isIdle({ desiredCount, runningCount }: Deployment, enough: Percent): boolean {
  return runningCount === 0 || (desiredCount === 0 && enough === 100)
}

/** The rest of the tasks may still be starting where ECS was told to be content with some. */
function isStable({ desiredCount, runningCount, pendingCount }: Deployment, enough: Percent): boolean {
  if (desiredCount === undefined || runningCount === undefined) return false
  return runningCount >= Math.ceil((desiredCount * enough) / 100) && (pendingCount === 0 || enough < 100)
}

function identity(primary: Deployment | undefined): ServicePart['primary'] {
  if (primary?.id === undefined || primary.taskDefinition === undefined) return undefined
  return { taskDefinition: primary.taskDefinition, id: primary.id }
}
