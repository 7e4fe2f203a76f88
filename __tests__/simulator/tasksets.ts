// The ECS side of a deployment: task sets and their tasks. [ECS][LAB-CD] A8
import { minute, second } from './clock.ts'
import { write } from './agenda.ts'
import { taskId, taskSetId, uuid } from './random.ts'
import type { Placement, Task, TaskSet, World } from './state.ts'

export const setOf = (world: World, id: string): TaskSet | undefined => world.service.sets.find((set) => set.id === id)

export const primaryOf = (world: World): TaskSet | undefined =>
  world.service.sets.find((set) => set.status === 'PRIMARY')

/** computedDesiredCount is the ceiling of the scale's share. [ECS] A8 */
export const desiredOf = (world: World, set: TaskSet): number =>
  Math.ceil((world.service.desiredCount * set.scale) / 100)

const alive = (task: Task): boolean => task.stoppedAt === undefined

export const runningOf = (set: TaskSet, now: number): number =>
  set.tasks.filter((task) => alive(task) && task.runsAt <= now).length

export const pendingOf = (set: TaskSet, now: number): number =>
  set.tasks.filter((task) => alive(task) && task.runsAt > now).length

/** Steady: running equals desired, nothing pending, nothing draining, all health checks passing. [ECS] A8 */
export const isSteady = (world: World, set: TaskSet, now: number): boolean =>
  set.status !== 'DRAINING' &&
  set.steadyAt <= now &&
  runningOf(set, now) === desiredOf(world, set) &&
  pendingOf(set, now) === 0

export function say(world: World, at: number, message: string): void {
  world.service.events.unshift({ id: uuid(world.random), at, message })
}

const titled = (world: World, set: TaskSet): string => `(service ${world.settings.service}, taskSet ${set.id})`

function startTasks(world: World, at: number, set: TaskSet, count: number, runsAt: number): void {
  const born = Array.from({ length: count }, (): Task => ({ id: taskId(world.random), createdAt: at, runsAt }))
  set.tasks.push(...born)
  if (born.length === 0) return
  say(
    world,
    at,
    `${titled(world, set)} has started ${born.length} tasks: ${born.map(({ id }) => `(task ${id})`).join(' ')}.`
  )
}

export interface NewSet {
  readonly taskDefinition: string
  readonly targetGroup: string
  readonly containerName: string
  readonly containerPort: number
  readonly placement: Placement
  readonly externalId?: string
}

/** A set whose tasks start now and which is steady after `install`, or whose tasks never start, by scenario. */
export function createSet(world: World, at: number, made: NewSet): TaskSet {
  const { durations, tasks } = world.settings
  const willStart = tasks === 'start' && Number.isFinite(durations.install)
  const set: TaskSet = {
    ...made,
    id: taskSetId(world.random),
    createdAt: at,
    updatedAt: at,
    tasks: [],
    status: 'ACTIVE',
    scale: 100,
    weight: 0,
    steadyAt: willStart ? at + durations.install : Infinity
  }
  world.service.sets.push(set)
  const runsAt = tasks === 'start' ? at + Math.min(durations.taskStart, durations.install) : Infinity
  startTasks(world, at, set, desiredOf(world, set), runsAt)
  if (willStart) write(world.agenda, set.steadyAt, { do: 'set is steady', set: set.id })
  if (tasks !== 'start')
    for (const task of set.tasks) write(world.agenda, at + 50 * second, { do: 'task dies', set: set.id, task: task.id })
  return set
}

/** Both texts as seen. [ISS:kayac/ecspresso#103] A8 */
export function setIsSteady(world: World, at: number, id: string): void {
  const set = setOf(world, id)
  if (!set || !isSteady(world, set, at)) return
  set.updatedAt = at
  say(world, at, `${titled(world, set)} updated state to STEADY_STATE.`)
  say(world, at, `(service ${world.settings.service}) has reached a steady state.`)
}

/** A task that cannot start ends, is told of, and is tried again with a growing pause. [DG:service-event-messages-list] C3 */
export function taskDies(world: World, at: number, setId: string, id: string): void {
  const set = setOf(world, setId)
  const task = set?.tasks.find((one) => one.id === id)
  const { tasks, durations, service } = world.settings
  if (!set || !task || !alive(task) || tasks === 'start') return
  Object.assign(task, { stoppedAt: at, stopCode: tasks.stopCode, stoppedReason: tasks.never })
  const deaths = set.tasks.filter((one) => !alive(one)).length
  if (deaths >= 4)
    say(world, at, `(service ${service}, taskSet ${set.id}) is unable to consistently start tasks successfully.`)
  const again: Task = { id: taskId(world.random), createdAt: at, runsAt: Infinity }
  set.tasks.push(again)
  const pause = Math.min(durations.taskRetry * Math.max(1, Math.floor(deaths / 2)), 15 * minute)
  write(world.agenda, at + pause, { do: 'task dies', set: set.id, task: again.id })
}

/** Scaled to nothing, deregistered, and after a while gone. Seen as `DRAINING` scale 0. [LAB-CD] A5 */
export function drain(world: World, at: number, set: TaskSet): void {
  if (set.status === 'DRAINING') return
  Object.assign(set, { status: 'DRAINING', scale: 0, weight: 0, updatedAt: at })
  for (const task of set.tasks.filter(alive))
    Object.assign(task, {
      stoppedAt: at,
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Scaling activity initiated by (deployment ${set.id})` // benign. C3
    })
  say(world, at, `${titled(world, set)} has begun draining connections on ${world.service.desiredCount} tasks.`)
  write(world.agenda, at + world.settings.durations.drain, { do: 'set is gone', set: set.id })
}

export function setIsGone(world: World, id: string): void {
  world.service.sets = world.service.sets.filter((set) => set.id !== id || set.status !== 'DRAINING')
}

/** Another desired count for every living set; new tasks are steady after `steadyAfter`. [DG:deployment-type-bluegreen] A8 */
export function scaleTo(world: World, at: number, desired: number, steadyAfter: number): void {
  world.service.desiredCount = desired
  for (const set of world.service.sets.filter(({ status }) => status !== 'DRAINING')) {
    const living = set.tasks.filter(alive)
    for (const task of living.slice(desiredOf(world, set)))
      Object.assign(task, {
        stoppedAt: at,
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: `Scaling activity initiated by (deployment ${set.id})`
      })
    const missing = desiredOf(world, set) - living.length
    if (missing <= 0) continue
    set.steadyAt = Math.max(set.steadyAt, at + steadyAfter)
    startTasks(world, at, set, missing, at + steadyAfter)
    write(world.agenda, set.steadyAt, { do: 'set is steady', set: set.id })
  }
}

/** One task of the set fails its health check; its replacement is steady after `duration`. */
export function loseTask(world: World, at: number, set: TaskSet, duration: number): void {
  const task = set.tasks.find(alive)
  if (task)
    Object.assign(task, {
      stoppedAt: at,
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Task failed ELB health checks in (target-group ${world.names.targetGroup(set.targetGroup)})`
    })
  set.steadyAt = at + duration
  set.updatedAt = at
  startTasks(world, at, set, 1, at + duration)
  write(world.agenda, set.steadyAt, { do: 'set is steady', set: set.id })
}
