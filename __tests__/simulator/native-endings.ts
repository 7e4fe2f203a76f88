// How a native deployment ends badly: rolled back by itself, stopped, superseded. B7, B8, B9
import {
  candidateOf,
  happenNatively,
  isNativeOver,
  isRolling,
  isTooLate,
  nativeDeploymentOf,
  goingForward,
  turn
} from './native-deployment.ts'
import { eventOf, reasonOf } from './native-failures.ts'
import { reinvoke } from './native-machine.ts'
import { aliveOf, forgetIdle, later, living, makePrimary, nativeOf, retire, startTasks } from './native-revisions.ts'
import { rollsBackFor } from './native-watch.ts'
import { say } from './tasksets.ts'
import type { NativeRollback } from './native-failures.ts'
import type { NativeDeployment } from './native-state.ts'
import type { World } from './state.ts'

export const NO_CANDIDATE = 'No rollback candidate was found to run the rollback.' // captured. B8

/** What is written down for the stages to come is stale from now on; nobody waits for hooks any more. */
function breaksOff(deployment: NativeDeployment): void {
  deployment.visit += 1
  for (const run of deployment.hooks)
    if (run.status === 'AWAITING_ACTION' || run.status === 'IN_PROGRESS') run.status = 'FAILED' // ours
  for (const monitor of ['alarms', 'breaker'] as const)
    if (deployment[monitor] === 'MONITORING') deployment[monitor] = 'MONITORING_COMPLETE'
}

/** Something broke while it went forward. */
export function fails(world: World, at: number, arn: string, cause: NativeRollback): void {
  const deployment = goingForward(world, arn)
  if (!deployment) return
  if (rollsBackFor(deployment, cause.why)) return rollBack(world, at, deployment, cause)
  breaksOff(deployment)
  const reason = reasonOf(world, deployment, cause)
  if (reason !== undefined) deployment.statusReason = reason.replace('rolled back', 'stopped') // ours
  failed(world, at, deployment, cause, reason)
  turn(world, at, deployment, 'STOP_REQUESTED')
  later(world, at + nativeOf(world).settings.durations.stop, { do: 'stops', arn })
}

function failed(
  world: World,
  at: number,
  { target }: NativeDeployment,
  cause: NativeRollback,
  reason: string | undefined
): void {
  const why =
    cause.why === 'circuit breaker'
      ? 'ECS deployment circuit breaker: task failed to start.'
      : `ECS deployment ${target.set.id} failed.`
  Object.assign(target, { rollout: 'FAILED', rolloutReason: why })
  // both forms were seen. [LAB-ECS]
  const whose = cause.why === 'circuit breaker' ? '' : ` (deployment ${target.set.id})`
  say(world, at, `(service ${world.settings.service})${whose} deployment failed: ${eventOf(cause, reason)}`)
}

export function rollbackBegins(world: World, at: number, arn: string, cause: NativeRollback): void {
  const deployment = nativeDeploymentOf(world, arn)
  if (deployment?.status === 'ROLLBACK_REQUESTED') rollBack(world, at, deployment, cause)
}

/** The same deployment goes back by itself, with `rollback {reason, startedAt, serviceRevisionArn}`. [ECS] B7, J */
function rollBack(world: World, at: number, deployment: NativeDeployment, cause: NativeRollback): void {
  const { durations } = nativeOf(world).settings
  const to = candidateOf(deployment)
  const reason = reasonOf(world, deployment, cause)
  if (!to) return hasNowhereToGo(world, at, deployment, cause, reason)
  breaksOff(deployment)
  deployment.rollback = { reason: reason ?? '', startedAt: at, to }
  if (reason !== undefined) deployment.statusReason = reason
  failed(world, at, deployment, cause, reason)
  Object.assign(to, {
    rollout: 'IN_PROGRESS',
    rolloutReason:
      cause.why === 'circuit breaker'
        ? `ECS deployment circuit breaker: rolling back to deploymentId ${to.set.id}.`
        : `ECS deployment ${to.set.id} in progress.`,
    wanted: world.service.desiredCount
  })
  say(world, at, `(service ${world.settings.service}) rolling back to deployment ${to.set.id}.`)
  makePrimary(world, at, to)
  turn(world, at, deployment, 'ROLLBACK_IN_PROGRESS')
  const { arn } = deployment
  const works = world.settings.rollbackOutcome === 'succeeds'
  if (!works) return later(world, at + durations.rollback, { do: 'rollback ends', arn })
  if (isRolling(deployment)) return later(world, at, { do: 'rolling goes on', arn })
  startTasks(world, at, to, to.wanted - aliveOf(to).length)
  later(world, at + durations.trafficBack, { do: 'traffic returns', arn })
  later(world, at + durations.rollback, { do: 'rollback ends', arn })
}

/** What follows is a switch: docs say it stalls, a captured run says these words. UNVERIFIED B8 */
function hasNowhereToGo(
  world: World,
  at: number,
  deployment: NativeDeployment,
  cause: NativeRollback,
  reason: string | undefined
): void {
  const { noCandidate } = nativeOf(world).switches
  if (noCandidate === 'stalls') {
    deployment.stuck = true
    deployment.target.wanted = 0
    if (deployment.status === 'ROLLBACK_REQUESTED') turn(world, at, deployment, 'IN_PROGRESS')
    return
  }
  breaksOff(deployment)
  failed(world, at, deployment, cause, reason)
  deployment.statusReason = NO_CANDIDATE
  if (noCandidate === 'STOPPED') deployment.stoppedAt = at
  turn(world, at, deployment, noCandidate)
}

/** Weights go back, the new tasks go away. B9, B10 */
export function trafficReturns(world: World, at: number, arn: string): void {
  const deployment = nativeDeploymentOf(world, arn)
  if (deployment?.status !== 'ROLLBACK_IN_PROGRESS' || !deployment.rollback) return
  const { to } = deployment.rollback
  if (nativeOf(world).settings.balancing !== 'mixed-weights') to.set.weight = 100 // ECS could not touch the rule
  to.testWeight = 0
  deployment.target.set.weight = 0
  reinvoke(world, at, deployment)
  retire(world, at, deployment.target, Infinity)
  deployment.updatedAt = at
}

/** ROLLBACK_SUCCESSFUL with the old revision PRIMARY again; the broken one is FAILED. [LAB-ECS] B7 */
export function rollbackEnds(world: World, at: number, arn: string): void {
  const deployment = nativeDeploymentOf(world, arn)
  if (deployment?.status !== 'ROLLBACK_IN_PROGRESS' || !deployment.rollback) return
  const { to } = deployment.rollback
  if (world.settings.rollbackOutcome === 'fails' || world.service.status !== 'ACTIVE') {
    deployment.statusReason = 'Service deployment rollback failed.' // ours
    Object.assign(to, { rollout: 'FAILED', rolloutReason: `ECS deployment ${to.set.id} failed.` })
    return turn(world, at, deployment, 'ROLLBACK_FAILED')
  }
  Object.assign(to, { rollout: 'COMPLETED', rolloutReason: `ECS deployment ${to.set.id} completed.` })
  if (isRolling(deployment)) retire(world, at, deployment.target, Infinity)
  later(world, at + nativeOf(world).settings.durations.failedShown, {
    do: 'revision is gone',
    revision: deployment.target.arn
  })
  say(world, at, `(service ${world.settings.service}) has reached a steady state.`)
  if (deployment.stopAsked) deployment.stoppedAt = at
  turn(world, at, deployment, 'ROLLBACK_SUCCESSFUL')
}

/** STOPPED: nothing goes back, both revisions stay (ours). [DG:service-deployment] B7 */
export function stops(world: World, at: number, arn: string): void {
  const deployment = nativeDeploymentOf(world, arn)
  if (!deployment || isNativeOver(deployment)) return
  if (deployment.status !== 'STOP_REQUESTED' && deployment.status !== 'ROLLBACK_REQUESTED') return
  breaksOff(deployment)
  deployment.stoppedAt = at
  if (deployment.target.rollout === 'IN_PROGRESS')
    Object.assign(deployment.target, {
      rollout: 'FAILED',
      rolloutReason: `ECS deployment ${deployment.target.set.id} failed.`
    })
  forgetIdle(world, at)
  turn(world, at, deployment, 'STOPPED')
}

/** StopServiceDeployment(ROLLBACK): works without any rollback option; asked again it changes nothing. B9 */
export function askToRollBack(world: World, at: number, deployment: NativeDeployment): void {
  const { durations } = nativeOf(world).settings
  if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS') return
  deployment.stopAsked = true
  const tooLate = isTooLate(world, deployment) // it ends SUCCESSFUL all the same. [DG:service-deployment] B7
  turn(world, at, deployment, 'ROLLBACK_REQUESTED')
  if (tooLate) return
  later(world, at + durations.stop, { do: 'rollback begins', arn: deployment.arn, cause: { why: 'person' } })
}

/** StopServiceDeployment(ABORT), where a switch lets it. UNVERIFIED B9 */
export function abort(world: World, at: number, deployment: NativeDeployment): void {
  if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS') return
  turn(world, at, deployment, 'STOP_REQUESTED')
  later(world, at + nativeOf(world).settings.durations.stop, { do: 'stops', arn: deployment.arn })
}

/** Somebody deletes the service: it lingers as INACTIVE and whatever runs is stopped (ours). C2 */
export function deleteNativeService(world: World, at: number): void {
  Object.assign(world.service, { status: 'INACTIVE', desiredCount: 0 })
  for (const revision of living(world)) retire(world, at, revision, 0)
  for (const deployment of nativeOf(world).deployments) {
    if (isNativeOver(deployment)) continue
    deployment.statusReason = 'Service deployment stopped because the service was deleted.' // ours
    Object.assign(deployment, { status: 'STOP_REQUESTED', updatedAt: at })
    happenNatively(world, at, deployment, 'status STOP_REQUESTED')
    later(world, at + 20_000, { do: 'stops', arn: deployment.arn })
  }
}
