// The forward path of a native deployment: start, stages, traffic, success. [DG:canary-deployment] B5, B7, B10
import { beginsToWatch } from './native-watch.ts'
import {
  blueOf,
  candidateOf,
  goingForward,
  happenNatively,
  hasTestRule,
  isNativeOver,
  isRolling,
  nativeDeploymentOf,
  openDeployments,
  stageOf,
  turn
} from './native-deployment.ts'
import { beginHooks, hasPassed, invoke } from './native-hooks.ts'
import {
  forgetIdle,
  isHealthy,
  later,
  makePrimary,
  nativeOf,
  retire,
  shareTraffic,
  startTasks,
  stopTasks,
  aliveOf,
  revisionOf
} from './native-revisions.ts'
import { planOf } from './native-stages.ts'
import { summaryOf } from './native-summary.ts'
import { say } from './tasksets.ts'
import { second } from './clock.ts'
import type { NativeDeployment, NativeRevision } from './native-state.ts'
import type { World } from './state.ts'

/** PENDING until whatever it supersedes is over. [DG:service-deployment] B7, B9 */
export function starts(world: World, at: number, arn: string): void {
  const deployment = nativeDeploymentOf(world, arn)
  if (deployment?.status !== 'PENDING' || deployment.stuck) return
  const [oldest] = openDeployments(world)
  if (oldest !== deployment) return later(world, at + second, { do: 'starts', arn })
  const { settings, switches } = nativeOf(world)
  deployment.startedAt = at
  beginsToWatch(world, deployment)
  deployment.plan = planOf({
    configuration: deployment.configuration,
    settings,
    switches,
    severalActive: deployment.sources.filter(({ wanted }) => wanted > 0).length > 1,
    network: world.settings.balancer === 'network',
    testRule: hasTestRule(deployment)
  })
  later(world, at + settings.durations.deploymentLimit, { do: 'deployment expires', arn })
  turn(world, at, deployment, 'IN_PROGRESS')
  later(world, at, { do: 'stage begins', arn, place: 0 })
}

export function stageBegins(world: World, at: number, arn: string, place: number): void {
  const deployment = goingForward(world, arn)
  const planned = deployment?.plan[place]
  if (!deployment || !planned || place !== deployment.place + 1) return
  const { durations, balancing } = nativeOf(world).settings
  const { stage, lasts } = planned
  Object.assign(deployment, { place, visit: deployment.visit + 1, updatedAt: at, workDoneAt: at + lasts })
  const { visit, target } = deployment
  beginHooks(world, at, deployment, stage)
  // a bake may be as long as the limit itself, so the limit never cuts what was configured (ours)
  later(world, at + Math.max(durations.stageLimit, lasts), { do: 'stage expires', arn, visit })
  switch (stage) {
    case 'PRE_SCALE_UP':
      // when ECS looks at the rules is ours
      if (balancing === 'fine' || isRolling(deployment)) break
      deployment.workDoneAt = Infinity
      later(world, at + durations.networkCheck, { do: 'network is checked', arn, visit })
      break
    case 'SCALE_UP':
      target.wanted = world.service.desiredCount
      later(world, at, { do: 'alarms are polled', arn }) // from here on. B10
      if (isRolling(deployment)) later(world, at, { do: 'rolling goes on', arn })
      else startTasks(world, at, target, target.wanted)
      break
    case 'TEST_TRAFFIC_SHIFT':
      if (!hasTestRule(deployment)) break
      for (const source of deployment.sources) source.testWeight = 0
      target.testWeight = 100
      break
    case 'PRODUCTION_TRAFFIC_SHIFT':
      shift(deployment, planned.weight ?? 100)
      happenNatively(world, at, deployment, `weight >= ${planned.weight ?? 100}`)
      break
    case 'CLEAN_UP':
      for (const source of deployment.sources) source.wanted = 0
      if (earlyCriteria(deployment).cleanup === 'BLOCKING')
        for (const source of deployment.sources) stopTasks(world, at, source, aliveOf(source).length)
      if (deployment.replaced === 'early') later(world, at, { do: 'rolling goes on', arn })
      for (const monitor of ['alarms', 'breaker'] as const)
        if (deployment[monitor] === 'MONITORING') deployment[monitor] = 'MONITORING_COMPLETE'
      break
    case 'RECONCILE_SERVICE':
    case 'POST_SCALE_UP':
    case 'POST_TEST_TRAFFIC_SHIFT':
    case 'PRE_PRODUCTION_TRAFFIC_SHIFT':
    case 'POST_PRODUCTION_TRAFFIC_SHIFT':
    case 'BAKE_TIME':
      break
  }
  happenNatively(world, at, deployment, `stage ${stage}`)
  later(world, deployment.workDoneAt, { do: 'stage may end', arn, visit })
}

const tenths = (percent: number): number => Math.round(percent * 10) / 10

/** New and old weight sum to 100. B10 */
function shift(deployment: NativeDeployment, weight: number): void {
  for (const source of deployment.sources) source.set.weight = 0
  const blue = blueOf(deployment)
  if (blue) blue.set.weight = tenths(100 - weight)
  deployment.target.set.weight = weight
}

/** Its work is done and all hooks of it have passed. */
export function stageMayEnd(world: World, at: number, arn: string, visit: number): void {
  const deployment = goingForward(world, arn)
  if (deployment?.visit !== visit || at < deployment.workDoneAt) return
  const stage = stageOf(deployment)
  if (stage === 'SCALE_UP' && !isScaledUp(world, deployment, at)) return
  if (!deployment.hooks.filter((run) => run.visit === visit).every(hasPassed)) return
  if (stage === 'RECONCILE_SERVICE') reconcile(world, at, deployment)
  const place = deployment.place + 1
  if (place < deployment.plan.length) later(world, at, { do: 'stage begins', arn, place })
  else succeeds(world, at, deployment)
}

const isScaledUp = (world: World, deployment: NativeDeployment, at: number): boolean =>
  isRolling(deployment) ? deployment.replaced !== 'no' : isHealthy(world, deployment.target, at)

/** One of several active revisions stays: the one that worked; traffic is all on it (ours). B5 */
function reconcile(world: World, at: number, deployment: NativeDeployment): void {
  const blue = blueOf(deployment)
  if (!blue) return
  for (const source of deployment.sources)
    if (source !== blue) retire(world, at, source, nativeOf(world).settings.durations.failedShown)
  if (isRolling(deployment)) shareTraffic(world, at, [blue])
  else Object.assign(blue.set, { weight: 100, updatedAt: at })
}

export function earlyCriteria({ configuration }: NativeDeployment): {
  readonly enable: boolean
  readonly percent: number
  readonly cleanup: string | undefined
} {
  const criteria = configuration['earlySuccessCriteria'] as Readonly<Record<string, unknown>> | undefined
  return {
    enable: criteria?.['enable'] === true,
    percent: Number(criteria?.['healthyPercent'] ?? 100),
    cleanup: criteria?.['enable'] === true ? String(criteria['sourceServiceRevisionCleanup']) : undefined
  }
}

/** SUCCESSFUL comes before the old tasks are gone. [LAB-HOOK] B7 */
function succeeds(world: World, at: number, deployment: NativeDeployment): void {
  const { target, sources, arn } = deployment
  target.worked = true
  if (deployment.replaced === 'early')
    deployment.snapshot = new Map([...sources, target].map((one) => [one, summaryOf(world, deployment, one)]))
  forgetIdle(world, at)
  turn(world, at, deployment, 'SUCCESSFUL')
  const left = sources.some((source) => aliveOf(source).length > 0)
  const drained = at + (left ? nativeOf(world).settings.durations.drain : 0)
  for (const source of sources) later(world, drained, { do: 'old tasks stop', revision: source.arn, arn })
  if (sources.length === 0) completes(world, at, target)
}

/** The classic deployment completes when the old tasks are gone. B7 */
export function oldTasksStop(world: World, at: number, revision: string, arn: string): void {
  const source = revisionOf(world, revision)
  const deployment = nativeDeploymentOf(world, arn)
  if (!source || !deployment || source.wanted > 0) return
  retire(world, at, source, 0)
  if (isRolling(deployment) && deployment.target.wanted > 0) shareTraffic(world, at, [deployment.target])
  if (isRolling(deployment)) later(world, at, { do: 'rolling goes on', arn })
  completes(world, at, deployment.target)
}

function completes(world: World, at: number, target: NativeRevision): void {
  if (target.rollout !== 'IN_PROGRESS') return
  Object.assign(target, { rollout: 'COMPLETED', rolloutReason: `ECS deployment ${target.set.id} completed.` })
  say(world, at, `(service ${world.settings.service}) has reached a steady state.`)
}

/** The hooks of both shifts are asked again with the weights reversed; what they say is not heeded (ours). B6 */
export function reinvoke(world: World, at: number, deployment: NativeDeployment): void {
  for (const stage of ['PRODUCTION_TRAFFIC_SHIFT', 'TEST_TRAFFIC_SHIFT'] as const) {
    const asked = deployment.hooks.filter((run) => run.stage === stage && run.targetType === 'AWS_LAMBDA')
    for (const targetArn of new Set(asked.map((run) => run.targetArn ?? '')))
      invoke(world, at, deployment, stage, targetArn)
  }
}

/** The scenario's lie: SUCCESSFUL is told while the old revision serves. */
export function goesBackUnseen(world: World, at: number, deployment: NativeDeployment): void {
  const blue = candidateOf(deployment)
  if (!blue || !isNativeOver(deployment)) return
  retire(world, at, deployment.target, 0)
  blue.wanted = world.service.desiredCount
  startTasks(world, at, blue, blue.wanted - aliveOf(blue).length)
  makePrimary(world, at, blue)
  blue.set.weight = 100
}
