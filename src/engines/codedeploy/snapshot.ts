// Their words to ours: what CodeDeploy answers about a running deployment, as parts of a snapshot. Pure.
import type {
  DeploymentInfo,
  DeploymentStatus,
  ECSTarget,
  LifecycleEvent,
  LifecycleEventStatus,
  TargetStatus
} from '@aws-sdk/client-codedeploy'
import type { Target } from '../../domain/plan.ts'
import { OVER, type Gate, type Phase, type Stage, type StatusPart, type TargetPart } from '../../domain/snapshot.ts'
import type { Cause } from '../../domain/verdict.ts'
import { given, instant, isListed, tasks } from '../facts.ts'
import { causeOf, rollbackEventFor } from './cause.ts'
import { eventsOf } from './request.ts'
import { sharesOf } from './shares.ts'

/** Baking is in the enum and was never seen on ECS; the wait before the old task set goes shows as InProgress. */
export const DEPLOYMENT_PHASES: Readonly<Record<DeploymentStatus, Phase>> = {
  Created: 'queued',
  Queued: 'queued',
  InProgress: 'running',
  Baking: 'running',
  Ready: 'paused',
  Succeeded: 'succeeded',
  Failed: 'failed',
  Stopped: 'stopped'
}

/** A target never ends a deployment: Failed and Skipped leave the word to the deployment, which knows of rollbacks. */
export const TARGET_PHASES: Readonly<Record<TargetStatus, Phase>> = {
  Pending: 'queued',
  InProgress: 'running',
  Ready: 'paused',
  Succeeded: 'baking',
  Failed: 'running',
  Skipped: 'running',
  Unknown: 'running'
}

/** How far a lifecycle event is. */
export const STAGE_PROGRESS: Readonly<Record<LifecycleEventStatus, 'ahead' | 'now' | 'done' | 'broken' | 'unknown'>> = {
  Pending: 'ahead',
  InProgress: 'now',
  Succeeded: 'done',
  Failed: 'broken',
  Skipped: 'broken',
  Unknown: 'unknown'
}

/** The event in which production traffic moves; every event before it prepares the new task set. */
const SHIFT = 'AllowTraffic'

/**
 * The only wait for a person, told without a name or an end; when nobody comes in time, AWS stops the deployment.
 * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html
 */
const READY_WAIT: Gate = { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' }

/** What CodeDeploy does not tell of a target: its hooks are stages, and its alarms the deployment's. */
const UNTOLD = { tells: 'all', hooks: [], monitors: [], testTraffic: undefined } as const

const NOT_BEGUN: TargetPart = {
  ...UNTOLD,
  phase: 'queued',
  stages: [],
  traffic: undefined,
  oldTraffic: undefined,
  tasks: undefined,
  shifted: false,
  shiftStartedAt: undefined,
  shiftedAt: undefined
}

/**
 * GetDeployment's answer, and that of the rollback deployment when there is one. A deployment that was stopped at our own
 * request stays `stopped` until its rollback shows: only whoever asked knows to wait for it.
 */
export function statusPart(deployment: DeploymentInfo, rollback: DeploymentInfo | undefined): StatusPart {
  const word: unknown = deployment.status
  const status = given(typeof word === 'string' ? word : undefined, 'codedeploy:GetDeployment', 'status')
  const createdAt = instant(deployment.createTime)
  const base = { status, createdAt, rollback: undefined, cause: undefined, gates: [] }
  if (!isListed(DEPLOYMENT_PHASES, status)) return { ...base, phase: 'running', unlisted: true }
  const phase = DEPLOYMENT_PHASES[status]
  if (status === 'Ready') return { ...base, phase, unlisted: false, gates: [READY_WAIT] }
  if (status !== 'Failed' && status !== 'Stopped') return { ...base, phase, unlisted: false }
  const cause = causeOf(deployment.errorInformation)
  const id = deployment.rollbackInfo?.rollbackDeploymentId
  const ended: StatusPart = { ...base, phase, unlisted: false, cause }
  if (id !== undefined) return { ...ended, ...undone(id, rollback?.status ?? 'Created', cause) }
  // AWS will roll back by itself, and the rollback may show some looks later.
  const awaited = eventsOf(deployment.autoRollbackConfiguration).includes(rollbackEventFor(status, cause))
  return awaited ? { ...ended, phase: 'rolling-back' } : ended
}

/** A rollback is a deployment of its own, followed to its own end. */
function undone(id: string, status: string, first: Cause): Pick<StatusPart, 'phase' | 'cause' | 'rollback'> {
  const phase = isListed(DEPLOYMENT_PHASES, status) ? DEPLOYMENT_PHASES[status] : 'running'
  const rollback = { id, status }
  if (!OVER[phase]) return { phase: 'rolling-back', cause: first, rollback }
  if (phase === 'succeeded') return { phase: 'rolled-back', cause: first, rollback }
  return { phase: 'failed', cause: { kind: 'rollback-failed', id, status, first }, rollback }
}

/** Undefined: AWS answers "not started" until the deployment begins. */
export function targetPart(target: ECSTarget | undefined, servedBefore: string | undefined): TargetPart {
  if (target === undefined) return NOT_BEGUN
  const stages = (target.lifecycleEvents ?? []).map(stage)
  const done = stages.length > 0 && stages.every((each) => progressOf(each) === 'done')
  // The target is over when traffic has moved; the deployment goes on until the old task set is gone.
  // https://github.com/aws/containers-roadmap/issues/269
  const shifted = target.status === 'Succeeded' || done
  const { green, traffic, oldTraffic } = sharesOf(target.taskSetsInfo ?? [], servedBefore)
  const ends = stages.map((each) => each.endedAt).filter((at) => at !== undefined)
  return {
    ...UNTOLD,
    phase: shifted ? 'baking' : targetPhase(target.status, stages),
    stages,
    traffic,
    oldTraffic,
    tasks: tasks(green?.desiredCount, green?.runningCount, green?.pendingCount),
    shifted,
    shiftStartedAt: stages.find((each) => each.name === SHIFT)?.startedAt,
    shiftedAt: shifted && ends.length > 0 ? Math.max(...ends) : undefined
  }
}

function targetPhase(status: string | undefined, stages: readonly Stage[]): Phase {
  const phase = status !== undefined && isListed(TARGET_PHASES, status) ? TARGET_PHASES[status] : 'running'
  const shift = stages.find((each) => each.name === SHIFT)
  if (phase !== 'running' || shift === undefined) return phase
  if (stages.some((each) => progressOf(each) === 'broken')) return 'running'
  const progress = progressOf(shift)
  if (progress === 'ahead') return 'provisioning'
  return progress === 'unknown' ? 'running' : 'shifting'
}

export function stage(event: LifecycleEvent): Stage {
  const { diagnostics } = event
  const broken = event.status === 'Failed'
  const said = [diagnostics?.errorCode, diagnostics?.scriptName, diagnostics?.message, diagnostics?.logTail]
  return {
    name: event.lifecycleEventName ?? 'unnamed',
    status: event.status ?? 'Unknown',
    startedAt: instant(event.startTime),
    endedAt: instant(event.endTime),
    detail: broken ? said.filter(Boolean).join(': ') || undefined : undefined
  }
}

function progressOf(of: Stage): (typeof STAGE_PROGRESS)[LifecycleEventStatus] {
  return isListed(STAGE_PROGRESS, of.status) ? STAGE_PROGRESS[of.status] : 'unknown'
}

/** Exactly one target per deployment, by names and not ARNs. */
export function targetId({ cluster, service }: Target): string {
  return `${cluster}:${service}`
}
