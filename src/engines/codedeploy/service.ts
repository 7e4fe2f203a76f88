// Whom the service serves, by ECS's own account: the check on CodeDeploy's word. Pure.
import type { DescribeServicesResponse, TaskSet } from '@aws-sdk/client-ecs'
import type { Handle } from '../../domain/ports.ts'
import type { ServicePart } from '../../domain/snapshot.ts'
import { instant, tasks } from '../facts.ts'
import { eventsOf, NO_SERVICE, serviceIn } from '../service.ts'

/** The primary task set carries the id of the deployment that made it, and its revision. */
export function servicePart(answer: DescribeServicesResponse, handle: Handle): ServicePart {
  const service = serviceIn(answer)
  if (service === undefined) return NO_SERVICE
  const set = service.taskSets?.find((each) => each.status === 'PRIMARY')
  // The id of the deployment is enough where nobody knows what it deploys.
  const { id, taskDefinition = set?.taskDefinition } = handle
  const primaryIsTarget = set?.externalId === id && set.taskDefinition === taskDefinition
  return {
    active: service.status === 'ACTIVE',
    primaryIsTarget,
    // The primary moves last, when no traffic is left to move; after that another deployment may have begun to.
    targetServesAlone: primaryIsTarget && !(service.taskSets ?? []).some((each) => isNewer(each, set)),
    primary: identity(set),
    stable: set?.stabilityStatus === 'STEADY_STATE',
    rival: rivalOf(service.taskSets ?? [], handle),
    tasks: tasks(set?.computedDesiredCount, set?.runningCount, set?.pendingCount),
    events: eventsOf(service)
  }
}

/** One that is kept alive after ours came is older. */
function isNewer({ status, createdAt }: TaskSet, primary: TaskSet): boolean {
  if (status !== 'ACTIVE') return false
  return (instant(createdAt) ?? Infinity) > (instant(primary.createdAt) ?? Infinity)
}

/** A task set says whose it is by the id of the deployment that made it; the one that came with the service has none. */
function rivalOf(sets: readonly TaskSet[], handle: Handle): string | undefined {
  return sets.find(
    ({ status, externalId }) => status === 'ACTIVE' && externalId !== undefined && externalId !== handle.id
  )?.externalId
}

function identity(set: TaskSet | undefined): ServicePart['primary'] {
  if (set?.id === undefined || set.taskDefinition === undefined) return undefined
  return { taskDefinition: set.taskDefinition, id: set.id }
}
