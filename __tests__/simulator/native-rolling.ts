// ROLLING: tasks replaced within minimumHealthyPercent and maximumPercent. [ECS] B3
import { goingForward, isRolling, nativeDeploymentOf, stageOf } from './native-deployment.ts'
import { earlyCriteria } from './native-machine.ts'
import { aliveOf, healthyOf, later, nativeOf, shareTraffic, startTasks, stopTasks } from './native-revisions.ts'
import { say } from './tasksets.ts'
import type { NativeDeployment, NativeRevision } from './native-state.ts'
import type { World } from './state.ts'

const sum = (revisions: readonly NativeRevision[], of: (one: NativeRevision) => number): number =>
  revisions.reduce((total, one) => total + of(one), 0)

/** Starts what maximumPercent allows and stops what minimumHealthyPercent allows, until nothing moves. */
export function rollingGoesOn(world: World, at: number, arn: string): void {
  const deployment = nativeDeploymentOf(world, arn)
  if (!deployment || !isRolling(deployment)) return
  const back = deployment.status === 'ROLLBACK_IN_PROGRESS' ? deployment.rollback?.to : undefined
  const serves = deployment.target.set.status === 'PRIMARY'
  const early = deployment.replaced === 'early' && deployment.status === 'SUCCESSFUL' && serves
  const forward = goingForward(world, arn) !== undefined && stageOf(deployment) === 'SCALE_UP'
  const onward = goingForward(world, arn) !== undefined && deployment.replaced === 'early'
  if (!back && !early && !forward && !onward) return
  const up = back ?? deployment.target
  const down = back ? [deployment.target] : deployment.sources
  up.wanted = world.service.desiredCount
  if (forward && isEarlyEnough(deployment, healthyOf(up, at))) {
    deployment.replaced = 'early'
    later(world, at, { do: 'stage may end', arn, visit: deployment.visit })
  }
  replace(world, at, deployment, up, down)
  if (back || forward) for (const one of down) one.wanted = aliveOf(one).length
  shareTraffic(world, at, [...down, up])
  const healthy = healthyOf(up, at)
  const left = sum(down, (one) => aliveOf(one).length)
  if (left === 0 && healthy >= up.wanted) {
    const soonest = (deployment.rollback?.startedAt ?? at) + nativeOf(world).settings.durations.trafficBack
    if (back) return later(world, Math.max(at, soonest), { do: 'rollback ends', arn })
    if (deployment.replaced === 'early') return
    deployment.replaced = 'yes'
    later(world, at, { do: 'stage may end', arn, visit: deployment.visit })
  }
}

/** From then on old tasks are left to the clean-up, and the new ones go on towards all. [ECS] B3 */
function isEarlyEnough(deployment: NativeDeployment, healthy: number): boolean {
  const { enable, percent } = earlyCriteria(deployment)
  return enable && deployment.replaced === 'no' && healthy >= Math.ceil((deployment.target.wanted * percent) / 100)
}

function replace(
  world: World,
  at: number,
  { configuration, replaced, status }: NativeDeployment,
  up: NativeRevision,
  down: readonly NativeRevision[]
): void {
  const desired = up.wanted
  const most = Math.floor((desired * Number(configuration['maximumPercent'] ?? 200)) / 100)
  const least = Math.ceil((desired * Number(configuration['minimumHealthyPercent'] ?? 100)) / 100)
  const everyone = [...down, up]
  const mayStop = replaced !== 'early' || status === 'ROLLBACK_IN_PROGRESS'
  let moved = true
  for (let round = 0; moved && round < 2; round += 1) {
    moved = false
    const alive = sum(everyone, (one) => aliveOf(one).length)
    const missing = Math.min(desired - aliveOf(up).length, most - alive)
    if (missing > 0) startTasks(world, at, up, missing)
    for (const old of down) {
      const sick = aliveOf(old).length - healthyOf(old, at)
      const spare = sum(everyone, (one) => healthyOf(one, at)) - least
      const goes = !mayStop ? 0 : Math.min(aliveOf(old).length, sick + Math.max(0, spare))
      if (goes > 0) stopTasks(world, at, old, goes)
      moved ||= goes > 0
    }
    moved ||= missing > 0
  }
  const still = aliveOf(up).length === healthyOf(up, at) && aliveOf(up).length < desired
  const blocked =
    still && sum(everyone, (one) => aliveOf(one).length) >= most && sum(everyone, (one) => healthyOf(one, at)) <= least
  if (blocked)
    say(
      world,
      at,
      `(service ${world.settings.service}) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`
    )
}

/** A task got healthy, or was lost: whoever waits for this revision looks again. */
export function lookAgain(world: World, at: number, revision: NativeRevision): void {
  for (const deployment of nativeOf(world).deployments) {
    if (deployment.target !== revision && deployment.rollback?.to !== revision) continue
    if (isRolling(deployment)) later(world, at, { do: 'rolling goes on', arn: deployment.arn })
    later(world, at, { do: 'stage may end', arn: deployment.arn, visit: deployment.visit })
  }
}
