// The forward path of a deployment: start, lifecycle events, traffic, waits, success. [LAB-CD] A5, A7, A15
import { write } from './agenda.ts'
import { minute } from './clock.ts'
import { timetable } from './configs.ts'
import { endBadly, rollsBackOn } from './endings.ts'
import { endingOf } from './failures.ts'
import { isActive, lookUp, portProblem } from './families.ts'
import { happenTo } from './moments.ts'
import { placementOf } from './placement.ts'
import { createSet, drain, isSteady, primaryOf, scaleTo } from './tasksets.ts'
import { becomesReady, live, trafficIsDone } from './waits.ts'
import type { Cause } from './agenda.ts'
import type { LifecycleName } from './scenario.ts'
import type { Deployment, LifecycleEvent, World } from './state.ts'

const eventOf = (deployment: Deployment, name: LifecycleName): LifecycleEvent | undefined =>
  deployment.events.find((event) => event.name === name)

export function starts(world: World, at: number, id: string): void {
  const deployment = live(world, id)
  if (!deployment) return
  const { durations, balancer, controller } = world.settings
  Object.assign(deployment, { status: 'InProgress', targetStatus: 'InProgress', startedAt: at, changedAt: at })
  if (deployment.by === 'rollback') return
  for (const name of deployment.alarms.names)
    if (world.alarms.get(name)?.state === 'ALARM') deployment.oldAlarms.add(name)
  write(world.agenda, at + durations.firstAlarmPoll, { do: 'alarms are polled', id })
  happenTo(world, at, deployment, 'status InProgress')
  const first: LifecycleName = 'BeforeInstall'
  const cause: Cause | undefined =
    'problem' in deployment.spec
      ? { why: 'app spec', problem: deployment.spec.problem }
      : controller !== 'CODE_DEPLOY'
        ? { why: 'not code deploy' }
        : balancer === 'network' && deployment.config.routing?.type !== 'AllAtOnce'
          ? { why: 'gradual on nlb' }
          : undefined
  if (cause) breaks(world, at, id, first, cause)
  else write(world.agenda, at + durations.gap, { do: 'event begins', id, event: first })
}

export function eventBegins(world: World, at: number, id: string, name: LifecycleName): void {
  const deployment = live(world, id)
  const event = deployment && eventOf(deployment, name)
  if (!deployment || !event || 'problem' in deployment.spec) return
  Object.assign(event, { status: 'InProgress', start: at })
  deployment.changedAt = at
  happenTo(world, at, deployment, `event ${name}`)
  const { durations, breaks: broken } = world.settings
  const ends = (after: number): void => write(world.agenda, at + after, { do: 'event ends', id, event: name })
  const breaksAfter = (after: number, cause: Cause): void =>
    write(world.agenda, at + after, { do: 'breaks', id, event: name, cause })
  if (broken?.at === name && deployment.by === 'caller') return breaksAfter(broken.after, { why: 'scenario' })
  switch (name) {
    case 'Install':
      return installs(world, at, deployment, breaksAfter)
    case 'AllowTraffic':
      return write(world.agenda, at, { do: 'traffic moves', id, step: 0 })
    case 'AllowTestTraffic':
      return ends(durations.testTraffic)
    case 'BeforeInstall':
    case 'AfterInstall':
    case 'AfterAllowTestTraffic':
    case 'BeforeAllowTraffic':
    case 'AfterAllowTraffic':
      if (!deployment.spec.hooks.has(name)) return ends(durations.quickEvent) // [LAB-CD] A7
  }
  const hook = world.settings.hooks[name] ?? { outcome: 'succeeds' }
  switch (hook.outcome) {
    case 'succeeds':
      return ends(hook.after ?? 5_000)
    case 'fails':
      return breaksAfter(hook.after ?? 5_000, { why: 'hook failed' })
    case 'denied':
      return breaksAfter(durations.quickEvent, { why: 'hook denied' })
    case 'never':
      return breaksAfter(durations.hookLimit, { why: 'hook timed out' })
  }
}

/** Makes the green set with the deployment's id in `externalId`, and waits for it to be steady. A7, A8 */
function installs(
  world: World,
  at: number,
  deployment: Deployment,
  fails: (after: number, cause: Cause) => void
): void {
  const { spec } = deployment
  if ('problem' in spec) return
  if (world.service.status !== 'ACTIVE') return fails(2_000, { why: 'service gone' })
  const finding = lookUp(world, spec.taskDefinition)
  if (!('found' in finding)) return fails(2_000, { why: 'service refused', ...finding })
  // the text as seen of UpdateService; that of CreateTaskSet is UNVERIFIED. [DG:deregister-task-definition-v2]
  if (!isActive(finding.found))
    return fails(2_000, { why: 'service refused', said: 'TaskDefinition is inactive', type: 'ClientException' })
  const said = portProblem(finding.found, spec.containerName, spec.containerPort)
  if (said !== undefined) return fails(2_000, { why: 'service refused', said, type: 'InvalidParameterException' })
  const blue = primaryOf(world)
  if (!blue) return fails(2_000, { why: 'service gone' })
  // what a stopped deployment left behind goes now, so that there are two sets again (ours to choose)
  for (const left of world.service.sets.filter((set) => set.status === 'ACTIVE')) drain(world, at, left)
  blue.weight = 100
  const [first, second] = world.names.targetGroups
  deployment.blue = blue
  deployment.green = createSet(world, at, {
    taskDefinition: finding.found.arn,
    targetGroup: blue.targetGroup === first ? second : first, // they alternate. [UG:deployment-steps-ecs] A8
    containerName: spec.containerName,
    containerPort: spec.containerPort,
    placement: placementOf(spec, blue.placement),
    externalId: deployment.id
  })
  const { installLimit } = world.settings.durations
  write(world.agenda, at + installLimit, {
    do: 'breaks',
    id: deployment.id,
    event: 'Install',
    cause: { why: 'install timed out' }
  })
  if (Number.isFinite(deployment.green.steadyAt))
    write(world.agenda, deployment.green.steadyAt, { do: 'event ends', id: deployment.id, event: 'Install' })
}

export function eventEnds(world: World, at: number, id: string, name: LifecycleName): void {
  const deployment = live(world, id)
  const event = deployment && eventOf(deployment, name)
  if (!deployment || event?.status !== 'InProgress') return
  // scaling while installing makes Install wait on, up to its limit. [TSH-CD] A8
  if (name === 'Install' && deployment.green && !isSteady(world, deployment.green, at))
    return write(world.agenda, Math.max(deployment.green.steadyAt, at + 1_000), { do: 'event ends', id, event: name })
  Object.assign(event, { status: 'Succeeded', end: at })
  deployment.changedAt = at
  const following = deployment.events[deployment.events.indexOf(event) + 1]
  if (!following) return trafficIsDone(world, at, deployment)
  const { ready, durations } = world.settings
  if (following.name === 'BeforeAllowTraffic' && ready.action === 'STOP_DEPLOYMENT')
    return becomesReady(world, at, deployment)
  write(world.agenda, at + durations.gap, { do: 'event begins', id, event: following.name })
}

/** Weights sum to 100; green stays ACTIVE while it climbs. [LAB-CD][ESP] A7, A8 */
export function trafficMoves(world: World, at: number, id: string, step: number): void {
  const deployment = live(world, id)
  const { blue, green, config } = deployment ?? {}
  if (!deployment || !blue || !green || !config?.routing) return
  const steps = timetable(config.routing)
  const [now, following] = [steps[step], steps[step + 1]]
  if (!now) return
  Object.assign(green, { weight: now.weight, updatedAt: at })
  Object.assign(blue, { weight: 100 - now.weight, updatedAt: at })
  deployment.changedAt = at
  happenTo(world, at, deployment, `weight >= ${now.weight}`)
  if (following) write(world.agenda, at + following.after - now.after, { do: 'traffic moves', id, step: step + 1 })
  else write(world.agenda, at + world.settings.durations.settle, { do: 'event ends', id, event: 'AllowTraffic' })
}

/** Something broke in this lifecycle event, if it still runs. */
export function breaks(world: World, at: number, id: string, name: LifecycleName, cause: Cause): void {
  const deployment = live(world, id)
  const event = deployment && eventOf(deployment, name)
  if (!deployment || !event) return
  const early = cause.why === 'app spec' || cause.why === 'not code deploy' || cause.why === 'gradual on nlb'
  const running = event.status === 'InProgress' || cause.why === 'service gone' || cause.why === 'not steady'
  if (!early && !running) return
  if (early) Object.assign(event, { status: 'InProgress', start: at })
  const ending = endingOf(world, cause)
  if (cause.why === 'hook failed') event.message = 'The validation function answered Failed.'
  // a rollback is not possible at BeforeInstall. [UG23:reference-appspec-file-structure-hooks] A13
  const rollback = name !== 'BeforeInstall' && rollsBackOn(deployment, 'DEPLOYMENT_FAILURE')
  endBadly(world, at, deployment, { ...ending, rollback })
}

/** Another desired count under way: what shifts then is looked at five minutes later. [DG:deployment-type-bluegreen] A8 */
export function scaled(world: World, at: number, desired: number, steadyAfter: number): void {
  scaleTo(world, at, desired, steadyAfter)
  for (const { id, events } of world.deployments)
    if (events.some(({ name, status }) => name === 'AllowTraffic' && status === 'InProgress'))
      write(world.agenda, at + 5 * minute, { do: 'steadiness is checked', id })
}

/** Five minutes after scaling during a shift: steady, or it fails. [DG:deployment-type-bluegreen][TSH-CD] A8 */
export function steadinessIsChecked(world: World, at: number, id: string): void {
  const deployment = live(world, id)
  const running = deployment?.events.find(({ status }) => status === 'InProgress')
  if (!deployment?.green || !running || isSteady(world, deployment.green, at)) return
  breaks(world, at, id, running.name, { why: 'not steady' })
}
