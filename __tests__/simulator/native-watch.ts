// What makes ECS give up on a deployment: alarms and the circuit breaker. B3, B8
import { goingForward, stageOf } from './native-deployment.ts'
import { later, nativeOf } from './native-revisions.ts'
import { stringsOf } from './read.ts'
import { isJson } from './wire.ts'
import type { NativeDeployment, NativeRevision } from './native-state.ts'
import type { World } from './state.ts'
import type { Json } from './wire.ts'

const part = ({ configuration }: NativeDeployment, member: string): Json => {
  const value = configuration[member]
  return isJson(value) ? value : {}
}

export const alarmNames = (deployment: NativeDeployment): readonly string[] =>
  stringsOf(part(deployment, 'alarms')['alarmNames'])

const isOn = (world: World, name: string): boolean => {
  const alarm = world.alarms.get(name)
  const ignored = alarm?.spec.kind === 'composite' && world.switches.compositeAlarms === 'ignored'
  return alarm?.state === 'ALARM' && !ignored
}

/** One that is on already makes ECS ignore alarms for the entire deployment. [DG:deployment-alarm-failure] B8 */
export function beginsToWatch(world: World, deployment: NativeDeployment): void {
  const watches = part(deployment, 'alarms')['enable'] === true
  const old = watches && alarmNames(deployment).some((name) => isOn(world, name))
  deployment.alarms = old ? nativeOf(world).switches.oldAlarmStatus : watches ? 'MONITORING' : 'DISABLED'
  if (old) deployment.ignoresAlarms = true
  if (part(deployment, 'deploymentCircuitBreaker')['enable'] === true) deployment.breaker = 'MONITORING'
}

/** With DescribeAlarms from the customer's own quota: reads that fail miss the alarm. [DG:deployment-alarm-failure] B8 */
export function alarmsArePolled(world: World, at: number, arn: string): void {
  const deployment = goingForward(world, arn)
  if (deployment?.alarms !== 'MONITORING' || deployment.ignoresAlarms || stageOf(deployment) === 'CLEAN_UP') return
  const on = world.alarmReads === 'fail' ? [] : alarmNames(deployment).filter((name) => isOn(world, name))
  if (on.length === 0)
    return later(world, at + nativeOf(world).settings.durations.alarmPoll, { do: 'alarms are polled', arn })
  deployment.alarms = 'TRIGGERED'
  deployment.triggered.push(...on)
  later(world, at, { do: 'fails', arn, cause: { why: 'alarm' } })
}

/** BOUNDED_PERCENT 50 unless told otherwise, rounded up and clamped to 3..200. [DG:deployment-circuit-breaker] B3 */
export function thresholdOf(configuration: Json, desiredCount: number): number {
  const breaker = configuration['deploymentCircuitBreaker']
  const given = isJson(breaker) ? breaker['thresholdConfiguration'] : undefined
  const { type = 'BOUNDED_PERCENT', value = 50 } = isJson(given) ? given : {}
  if (type === 'COUNT') return Number(value)
  const share = Math.ceil((desiredCount * Number(value)) / 100)
  return type === 'UNBOUNDED_PERCENT' ? share : Math.min(200, Math.max(3, share))
}

const watched = (world: World, revision: NativeRevision): NativeDeployment | undefined =>
  nativeOf(world).deployments.find(
    ({ target, breaker, arn }) => target === revision && breaker === 'MONITORING' && goingForward(world, arn)
  )

export function countFailure(world: World, at: number, revision: NativeRevision): void {
  const deployment = watched(world, revision)
  if (!deployment) return
  deployment.failureCount += 1
  if (deployment.failureCount < thresholdOf(deployment.configuration, world.service.desiredCount)) return
  deployment.breaker = 'TRIGGERED'
  later(world, at, { do: 'fails', arn: deployment.arn, cause: { why: 'circuit breaker' } })
}

/** A healthy task sets the count back, unless it may not. [ECS] B3 */
export function forgetFailures(world: World, revision: NativeRevision): void {
  const deployment = watched(world, revision)
  if (deployment && part(deployment, 'deploymentCircuitBreaker')['resetOnHealthyTask'] !== false)
    deployment.failureCount = 0
}

/** Whether the deployment goes back at all for this. Without the option it is stopped. [DG:service-deployment] B7 */
export function rollsBackFor(deployment: NativeDeployment, why: string): boolean {
  if (why === 'alarm') return part(deployment, 'alarms')['rollback'] === true
  if (why === 'circuit breaker') return part(deployment, 'deploymentCircuitBreaker')['rollback'] === true
  return true
}
