// Service revisions and their tasks. [ECS] B5, B7, B8
import { minute, second } from './clock.ts'
import { write } from './agenda.ts'
import { newRevisionArn } from './native-names.ts'
import { PLACEMENT } from './placement.ts'
import { stringOf } from './read.ts'
import { taskId, taskSetId } from './random.ts'
import { say } from './tasksets.ts'
import { isJson } from './wire.ts'
import type { By, Native, NativeDeployment, NativeRevision } from './native-state.ts'
import type { NativeHappening } from './native-agenda.ts'
import type { Placement, Task, World } from './state.ts'
import type { Json } from './wire.ts'

export function nativeOf(world: World): Native {
  if (!world.native) throw new TypeError('this world has no ECS-native deployments')
  return world.native
}

export const later = (world: World, at: number, doing: NativeHappening): void =>
  write(world.agenda, at, { do: 'native', doing })

export const revisionOf = (world: World, arn: string): NativeRevision | undefined =>
  nativeOf(world).revisions.find((revision) => revision.arn === arn)

export const strategyOf = ({ configuration }: NativeDeployment): string =>
  stringOf(configuration, 'strategy') ?? 'ROLLING'

/** The first load balancer: this world moves the traffic of one. */
export function balancerOf({ loadBalancers }: Pick<NativeRevision, 'loadBalancers'>): {
  readonly containerName: string
  readonly containerPort: number
  readonly advanced: { readonly roleArn?: string | undefined; readonly testListenerRule?: string | undefined }
} {
  const first = loadBalancers[0] ?? {}
  const advanced = isJson(first['advancedConfiguration']) ? first['advancedConfiguration'] : {}
  return {
    containerName: stringOf(first, 'containerName') ?? 'proxy',
    containerPort: Number(first['containerPort'] ?? 8443),
    advanced: { roleArn: stringOf(advanced, 'roleArn'), testListenerRule: stringOf(advanced, 'testListenerRule') }
  }
}

export interface NewRevision {
  readonly by: By
  readonly taskDefinition: string
  readonly targetGroup: string
  readonly loadBalancers: readonly Json[]
  readonly unrecorded?: boolean
}

/** How tasks are run now: what UpdateService last gave, else what the service was created with. */
function placementNow(world: World): Placement {
  const { platformVersion, networkConfiguration } = nativeOf(world).given
  const network = isJson(networkConfiguration) ? networkConfiguration['awsvpcConfiguration'] : undefined
  return {
    ...PLACEMENT,
    ...(typeof platformVersion === 'string' && platformVersion !== 'LATEST' && { platformVersion }),
    ...(isJson(network) && { network: { assignPublicIp: 'DISABLED', ...network } as Placement['network'] })
  }
}

/** A revision without tasks yet. */
export function makeRevision(world: World, at: number, made: NewRevision): NativeRevision {
  const { containerName, containerPort } = balancerOf(made)
  const revision: NativeRevision = {
    arn: newRevisionArn(world),
    by: made.by,
    createdAt: at,
    unrecorded: made.unrecorded ?? false,
    loadBalancers: made.loadBalancers,
    set: {
      id: taskSetId(world.random),
      taskDefinition: made.taskDefinition,
      targetGroup: made.targetGroup,
      containerName,
      containerPort,
      placement: placementNow(world),
      createdAt: at,
      updatedAt: at,
      tasks: [],
      status: 'ACTIVE',
      scale: 100,
      weight: 0,
      steadyAt: Infinity
    },
    healthyAt: new Map(),
    wanted: 0,
    testWeight: 0,
    failedTasks: 0,
    worked: false,
    rollout: 'IN_PROGRESS',
    rolloutReason: ''
  }
  Object.assign(revision, { rolloutReason: `ECS deployment ${revision.set.id} in progress.` })
  nativeOf(world).revisions.push(revision)
  world.service.sets.push(revision.set)
  return revision
}

export const aliveOf = ({ set }: NativeRevision): readonly Task[] =>
  set.tasks.filter(({ stoppedAt }) => stoppedAt === undefined)

export const healthyOf = (revision: NativeRevision, at: number): number =>
  aliveOf(revision).filter(({ id }) => (revision.healthyAt.get(id) ?? Infinity) <= at).length

export const isHealthy = (world: World, revision: NativeRevision, at: number): boolean =>
  healthyOf(revision, at) >= revision.wanted

const title = (world: World): string => `(service ${world.settings.service})`
const listed = (tasks: readonly Task[]): string => tasks.map(({ id }) => `(task ${id})`).join(' ')

/** Only what a caller registered may be broken; the old revision and other people's start well. */
export function startTasks(world: World, at: number, revision: NativeRevision, count: number): void {
  if (count <= 0) return
  const { durations, tasks } = world.settings
  const ours = revision.by === 'caller'
  const starts = !ours || tasks === 'start'
  const install = ours || Number.isFinite(durations.install) ? durations.install : 90 * second
  const born = Array.from({ length: count }, (): Task => ({
    id: taskId(world.random),
    createdAt: at,
    runsAt: starts ? at + Math.min(durations.taskStart, install) : Infinity
  }))
  revision.set.tasks.push(...born)
  revision.set.updatedAt = at
  say(world, at, `${title(world)} has started ${count} tasks: ${listed(born)}.`)
  for (const { id } of born) {
    const healthyAt = starts ? at + install : Infinity
    revision.healthyAt.set(id, healthyAt)
    later(world, healthyAt, { do: 'task is healthy', revision: revision.arn, task: id })
    const failsAfter = starts ? nativeOf(world).settings.durations.unhealthyAfter : 50 * second
    if (healthyAt === Infinity) later(world, at + failsAfter, { do: 'task fails', revision: revision.arn, task: id })
  }
}

/** Unhealthy ones first, then the oldest. */
export function stopTasks(world: World, at: number, revision: NativeRevision, count: number): void {
  const healthy = (task: Task): number => Number((revision.healthyAt.get(task.id) ?? Infinity) <= at)
  const chosen = [...aliveOf(revision)].sort((a, b) => healthy(a) - healthy(b)).slice(0, Math.max(0, count))
  if (chosen.length === 0) return
  for (const task of chosen)
    Object.assign(task, {
      stoppedAt: at,
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Scaling activity initiated by (deployment ${revision.set.id})` // benign. C3
    })
  revision.set.updatedAt = at
  say(world, at, `${title(world)} has stopped ${chosen.length} running tasks: ${listed(chosen)}.`)
}

/** One task ends and is told of. [DG:service-event-messages-list] B7, C3. What follows is counted by the deployment. */
export function endTask(world: World, at: number, revision: NativeRevision, id: string): boolean {
  const task = aliveOf(revision).find((one) => one.id === id)
  if (!task || revision.wanted === 0) return false
  const { tasks } = world.settings
  const group = world.names.targetGroup(revision.set.targetGroup)
  const [stopCode, stoppedReason] =
    tasks === 'start'
      ? ['ServiceSchedulerInitiated', `Task failed ELB health checks in (target-group ${group})`]
      : [tasks.stopCode, tasks.never]
  Object.assign(task, { stoppedAt: at, stopCode, stoppedReason })
  revision.failedTasks += 1
  if (tasks === 'start')
    say(
      world,
      at,
      `(task ${id}) (port ${revision.set.containerPort}) is unhealthy in (target-group ${group}) due to (reason Health checks failed)`
    )
  if (revision.failedTasks >= 4) say(world, at, `${title(world)} is unable to consistently start tasks successfully.`)
  const rounds = Math.floor(revision.failedTasks / Math.max(1, revision.wanted))
  const pause = Math.min(world.settings.durations.taskRetry * Math.max(1, rounds), 15 * minute)
  later(world, at + pause, { do: 'task is replaced', revision: revision.arn })
  return true
}

/** One task fails its health check; its replacement is healthy after `duration`. */
export function loseNativeTask(world: World, at: number, revision: NativeRevision, duration: number): void {
  const [task] = aliveOf(revision)
  if (!task) return
  Object.assign(task, {
    stoppedAt: at,
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: `Task failed ELB health checks in (target-group ${world.names.targetGroup(revision.set.targetGroup)})`
  })
  const born: Task = { id: taskId(world.random), createdAt: at, runsAt: at + duration }
  revision.set.tasks.push(born)
  revision.healthyAt.set(born.id, at + duration)
  say(world, at, `${title(world)} has started 1 tasks: ${listed([born])}.`)
  later(world, at + duration, { do: 'task is healthy', revision: revision.arn, task: born.id })
}

/** Scaled to nothing; out of DescribeServices after `shown`. */
export function retire(world: World, at: number, revision: NativeRevision, shown: number): void {
  Object.assign(revision, { wanted: 0, testWeight: 0 })
  Object.assign(revision.set, { status: 'DRAINING', weight: 0, updatedAt: at })
  stopTasks(world, at, revision, aliveOf(revision).length)
  later(world, at + shown, { do: 'revision is gone', revision: revision.arn })
}

/** What was superseded before it had any task does not stay. */
export function forgetIdle(world: World, at: number): void {
  for (const revision of living(world))
    if (revision.set.status === 'ACTIVE' && revision.wanted === 0 && aliveOf(revision).length === 0)
      retire(world, at, revision, nativeOf(world).settings.durations.failedShown)
}

export function revisionIsGone(world: World, arn: string): void {
  world.service.sets = world.service.sets.filter(
    (set) => set.status !== 'DRAINING' || set !== revisionOf(world, arn)?.set
  )
}

/** Behind a rolling service traffic follows the healthy tasks. */
export function shareTraffic(world: World, at: number, revisions: readonly NativeRevision[]): void {
  const healthy = revisions.map((revision) => healthyOf(revision, at))
  const all = healthy.reduce((sum, one) => sum + one, 0)
  let left = 100
  for (const [index, revision] of revisions.entries()) {
    const last = index === revisions.length - 1
    const share = all === 0 ? 0 : last ? left : Math.round(((healthy[index] ?? 0) / all) * 100)
    revision.set.weight = share
    left -= share
  }
}

/** The living revisions of the service, PRIMARY first. */
export const living = (world: World): readonly NativeRevision[] =>
  nativeOf(world)
    .revisions.filter(({ set }) => world.service.sets.includes(set))
    .sort((a, b) => Number(b.set.status === 'PRIMARY') - Number(a.set.status === 'PRIMARY'))

export function makePrimary(world: World, at: number, revision: NativeRevision): void {
  for (const one of living(world)) if (one.set.status === 'PRIMARY') one.set.status = 'ACTIVE'
  Object.assign(revision.set, { status: 'PRIMARY', updatedAt: at })
  if (!world.service.sets.includes(revision.set)) world.service.sets.push(revision.set)
  world.service.taskDefinition = revision.set.taskDefinition
}

/** Another desired count for every revision that is wanted at all. */
export function scaleNative(world: World, at: number, desired: number): void {
  world.service.desiredCount = desired
  for (const revision of living(world).filter(
    ({ wanted, worked, set }) => wanted > 0 || (worked && set.status === 'PRIMARY')
  )) {
    revision.wanted = desired
    const excess = aliveOf(revision).length - desired
    if (excess > 0) stopTasks(world, at, revision, excess)
    else startTasks(world, at, revision, -excess)
  }
}
