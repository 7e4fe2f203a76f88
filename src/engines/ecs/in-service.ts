// A deployment by the service's own account, for a role that may read no other. Pure.
import type { Deployment } from '@aws-sdk/client-ecs'
import type { Phase } from '../../domain/snapshot.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import { instant, isListed } from '../facts.ts'
import type { FoundDeployment } from './found-deployment.ts'

type Deployments = readonly Deployment[]
type Told = Pick<ServiceToday, 'deployments' | 'running'>

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
const ROLLOUT_PHASES: Readonly<Record<'IN_PROGRESS' | 'COMPLETED' | 'FAILED', (others: Deployments) => Phase>> = {
  IN_PROGRESS: () => 'running',
  COMPLETED: () => 'succeeded',
  // Its end is that of the deployment that brings the old revision back.
  FAILED: (others) => (others.some(isBack) ? 'rolled-back' : 'rolling-back')
}

function isBack({ status, rolloutState }: Deployment): boolean {
  return status === 'PRIMARY' && rolloutState === 'COMPLETED'
}

/** Undefined where the service does not say enough to follow it. */
export function foundInService(
  deployment: Deployment | undefined,
  { deployments, running }: Told
): FoundDeployment | undefined {
  if (deployment?.id === undefined || deployment.taskDefinition === undefined) return undefined
  const { id, taskDefinition } = deployment
  const status: string = deployment.rolloutState ?? 'not given'
  const others = deployments.filter((each) => each !== deployment)
  return {
    id,
    readBy: 'service',
    taskDefinition,
    before: running === taskDefinition ? undefined : running,
    status,
    phase: isListed(ROLLOUT_PHASES, status) ? ROLLOUT_PHASES[status](others) : 'running',
    gates: [],
    createdAt: instant(deployment.createdAt),
    inService: id,
    configuration: undefined
  }
}

/** One that succeeded may say IN_PROGRESS for a while: it is on its way only beside another that is wanted, or has failed. */
export function activeInService(service: Told): FoundDeployment | undefined {
  const primary = primaryOf(service)
  const contested = service.deployments.some(
    (each) =>
      each !== primary &&
      ((each.rolloutState === 'COMPLETED' && each.desiredCount !== 0) || each.rolloutState === 'FAILED')
  )
  return primary?.rolloutState === 'IN_PROGRESS' && contested ? foundInService(primary, service) : undefined
}

export function primaryOf({ deployments }: Pick<ServiceToday, 'deployments'>): Deployment | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY')
}
