// Their words to ours: what ECS answers about a running deployment, as parts of a snapshot. Pure.
import type { ServiceDeployment, ServiceDeploymentStatus } from '@aws-sdk/client-ecs'
import type { Phase, Stage, StatusPart, TargetPart } from '../../domain/snapshot.ts'
import { OVER } from '../../domain/snapshot.ts'
import type { Percent } from '../../domain/units.ts'
import { causeOf } from './cause.ts'
import { given, instant, isListed, lastPart, percent, tasks } from '../facts.ts'
import { gatesOf, hookState, monitorsOf } from './hooks.ts'

export { gatesOf } from './hooks.ts'

/** There is no FAILED: what goes wrong is rolled back or stopped. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
export const STATUS_PHASES: Readonly<Record<ServiceDeploymentStatus, Phase>> = {
  PENDING: 'queued',
  IN_PROGRESS: 'running',
  STOP_REQUESTED: 'stopping',
  STOPPED: 'stopped',
  ROLLBACK_REQUESTED: 'rolling-back',
  ROLLBACK_IN_PROGRESS: 'rolling-back',
  ROLLBACK_SUCCESSFUL: 'rolled-back',
  ROLLBACK_FAILED: 'failed',
  SUCCESSFUL: 'succeeded'
}

/**
 * The stages of AWS's guide; its own enum lacks one of them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html
 */
const STAGES: Readonly<Record<string, 'before' | 'shift' | 'after-shift' | 'past'>> = {
  RECONCILE_SERVICE: 'before',
  PRE_SCALE_UP: 'before',
  SCALE_UP: 'before',
  POST_SCALE_UP: 'before',
  TEST_TRAFFIC_SHIFT: 'before',
  POST_TEST_TRAFFIC_SHIFT: 'before',
  PRE_PRODUCTION_TRAFFIC_SHIFT: 'shift',
  PRODUCTION_TRAFFIC_SHIFT: 'shift',
  POST_PRODUCTION_TRAFFIC_SHIFT: 'after-shift',
  BAKE_TIME: 'past',
  CLEAN_UP: 'past'
}

export function statusPart(deployment: ServiceDeployment): StatusPart {
  const status: string = given(deployment.status, 'ecs:DescribeServiceDeployments', 'status')
  const createdAt = instant(deployment.createdAt)
  const base: StatusPart = {
    phase: 'running',
    status,
    unlisted: true,
    createdAt,
    cause: undefined,
    rollback: undefined,
    gates: []
  }
  if (!isListed(STATUS_PHASES, status)) return base
  const known = { ...base, unlisted: false, phase: STATUS_PHASES[status] }
  switch (status) {
    case 'PENDING':
    case 'SUCCESSFUL':
      return known
    case 'IN_PROGRESS': {
      const gates = gatesOf(deployment)
      return gates.length > 0 ? { ...known, phase: 'paused', gates } : known
    }
    case 'STOP_REQUESTED':
    case 'STOPPED':
      return { ...known, cause: causeOf(deployment) }
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
    case 'ROLLBACK_SUCCESSFUL':
      return { ...known, cause: causeOf(deployment), rollback: rollbackOf(deployment, status) }
    case 'ROLLBACK_FAILED': {
      const rollback = rollbackOf(deployment, status)
      return { ...known, rollback, cause: { kind: 'rollback-failed', ...rollback, first: causeOf(deployment) } }
    }
  }
}

/** A roll-back is no deployment of its own: it is named by the revision it restores. */
function rollbackOf(
  { rollback, serviceDeploymentArn }: ServiceDeployment,
  status: string
): { id: string; status: string } {
  return { id: lastPart(rollback?.serviceRevisionArn ?? serviceDeploymentArn ?? 'without an id'), status }
}

export function targetPart(deployment: ServiceDeployment): TargetPart {
  const target = deployment.targetServiceRevision
  const sources = deployment.sourceServiceRevisions ?? []
  const weighed = !isRolling(deployment)
  const traffic = weighed ? percent(target?.requestedProductionTrafficWeight) : undefined
  return {
    phase: phaseOf(deployment, traffic),
    tells: 'current',
    stages: stagesOf(deployment),
    hooks: (deployment.lifecycleHookDetails ?? []).map(hookState),
    monitors: monitorsOf(deployment),
    traffic,
    testTraffic: weighed ? percent(target?.requestedTestTrafficWeight) : undefined,
    oldTraffic: weighed ? sum(sources.map((source) => percent(source.requestedProductionTrafficWeight))) : undefined,
    tasks: tasks(target?.requestedTaskCount, target?.runningTaskCount, target?.pendingTaskCount),
    shifted: isShifted(deployment, traffic),
    // A snapshot of what is requested now: when it began is not told.
    shiftStartedAt: undefined,
    shiftedAt: undefined
  }
}

/** ROLLING moves tasks and no weights; without a load balancer the others do so as well. */
function isRolling({ deploymentConfiguration, targetServiceRevision }: ServiceDeployment): boolean {
  if (deploymentConfiguration?.strategy === 'ROLLING') return true
  return percent(targetServiceRevision?.requestedProductionTrafficWeight) === undefined
}

/** A target never ends a deployment: that is for the deployment's own word. */
function phaseOf(deployment: ServiceDeployment, traffic: Percent | undefined): Phase {
  const status: string = deployment.status ?? ''
  const word = isListed(STATUS_PHASES, status) ? STATUS_PHASES[status] : 'running'
  if (word === 'succeeded') return 'baking'
  if (word !== 'running') return OVER[word] ? 'running' : word
  const stage = placeOf(deployment)
  if (isRolling(deployment)) return rollingPhase(deployment.lifecycleStage, stage)
  switch (stage) {
    case undefined:
      return 'running'
    case 'before':
      return 'provisioning'
    case 'shift':
      return 'shifting'
    case 'after-shift':
      return traffic === 100 ? 'baking' : 'shifting'
    case 'past':
      return 'baking'
  }
}

/** Which stages a rolling deployment goes through is not documented, and it may tell none. */
function rollingPhase(told: string | undefined, stage: ReturnType<typeof placeOf>): Phase {
  if (stage === 'past') return 'baking'
  return told !== undefined && stage === undefined ? 'running' : 'provisioning'
}

function placeOf({ lifecycleStage }: ServiceDeployment): (typeof STAGES)[string] | undefined {
  return lifecycleStage !== undefined && isListed(STAGES, lifecycleStage) ? STAGES[lifecycleStage] : undefined
}

/** While the hooks after the shift are asked, one of them may still send everything back. */
function isShifted(deployment: ServiceDeployment, traffic: Percent | undefined): boolean {
  const { status } = deployment
  if (isRolling(deployment)) return status === 'SUCCESSFUL'
  if (traffic !== 100) return false
  return status === 'SUCCESSFUL' || (status === 'IN_PROGRESS' && placeOf(deployment) === 'past')
}

/** ECS tells where it is, not where it was. */
function stagesOf({ lifecycleStage, status }: ServiceDeployment): readonly Stage[] {
  const over = status !== undefined && isListed(STATUS_PHASES, status) && OVER[STATUS_PHASES[status]]
  if (lifecycleStage === undefined || over) return []
  return [{ name: lifecycleStage, status: 'IN_PROGRESS', startedAt: undefined, endedAt: undefined, detail: undefined }]
}

/** One that is not told makes the sum unknown. */
function sum(weights: readonly (Percent | undefined)[]): Percent | undefined {
  if (weights.length === 0) return undefined
  return weights.reduce((total, weight) =>
    total === undefined || weight === undefined ? undefined : Math.min(100, total + weight)
  )
}
