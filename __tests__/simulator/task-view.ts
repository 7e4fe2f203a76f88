// Tasks as ListTasks and DescribeTasks tell them. [ECS][DG:stopped-task-errors] C3, I
import { hour, second, wireTime } from './clock.ts'
import { containersOf, findTaskDefinition } from './families.ts'
import { text } from './hostile.ts'
import { stringOf } from './read.ts'
import { lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { Task, TaskSet, World } from './state.ts'
import type { Wire } from './wire.ts'

export interface Seen {
  readonly task: Task
  readonly set: TaskSet
}

export const hasStopped = ({ stoppedAt }: Task): boolean => stoppedAt !== undefined

/** Stopped tasks stay visible for about an hour. [DG:stopped-task-errors] C3 */
export const visibleTasks = (world: World): readonly Seen[] =>
  [
    ...new Set([
      ...world.service.sets,
      ...world.deployments.flatMap(({ blue, green }) => [blue, green]),
      ...(world.native?.revisions ?? []).map(({ set }) => set)
    ])
  ]
    .filter((set): set is TaskSet => set !== undefined)
    .flatMap((set) => set.tasks.map((task) => ({ task, set })))
    .filter(({ task }) => task.stoppedAt === undefined || world.now - task.stoppedAt < hour)

/** Under the ECS controller the deployment's id; the task set's, or nothing: a switch. [ECS] UNVERIFIED for sets C3 */
export const startedBy = ({ native, switches }: World, { id }: TaskSet): string | undefined =>
  native || switches.taskStartedBy === 'task-set' ? id : undefined

function lastStatus(world: World, task: Task): string {
  if (hasStopped(task)) return 'STOPPED'
  if (task.runsAt <= world.now) return 'RUNNING'
  return world.now - task.createdAt < 10 * second ? 'PROVISIONING' : 'PENDING'
}

export function describedTask(world: World, { task, set }: Seen): Wire<ECS.Task> {
  const { names, now, settings } = world
  const definition = findTaskDefinition(world, set.taskDefinition)
  const status = lastStatus(world, task)
  const started = task.runsAt <= (task.stoppedAt ?? now)
  const reason = task.stoppedReason === undefined ? undefined : text(world, task.stoppedReason)
  const taskArn = names.task(task.id)
  const containers = containersOf(definition?.sent ?? {}).map((container, index) =>
    lean({
      containerArn: `arn:${settings.partition}:ecs:${settings.region}:${settings.account}:container/${settings.cluster}/${task.id}/${index}`,
      taskArn,
      name: String(container['name']),
      image: String(container['image']),
      lastStatus: status,
      // a container that never started has no exit code. C3
      exitCode: status === 'STOPPED' && started ? 0 : undefined,
      reason: status === 'STOPPED' && !started && index === 0 ? reason : undefined,
      healthStatus:
        status === 'RUNNING' && container['healthCheck'] !== undefined ? ('HEALTHY' as const) : ('UNKNOWN' as const),
      networkInterfaces: []
    })
  )
  return lean({
    taskArn,
    taskDefinitionArn: set.taskDefinition,
    clusterArn: names.cluster,
    group: `service:${settings.service}`,
    startedBy: startedBy(world, set),
    launchType: 'FARGATE' as const,
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    availabilityZone: `${settings.region}a`,
    cpu: stringOf(definition?.sent ?? {}, 'cpu') ?? '256',
    memory: stringOf(definition?.sent ?? {}, 'memory') ?? '512',
    desiredStatus: hasStopped(task) ? 'STOPPED' : 'RUNNING',
    lastStatus: status,
    healthStatus: status === 'RUNNING' ? ('HEALTHY' as const) : ('UNKNOWN' as const),
    createdAt: wireTime(task.createdAt),
    startedAt: started ? wireTime(task.runsAt) : undefined,
    stoppingAt: task.stoppedAt === undefined ? undefined : wireTime(task.stoppedAt),
    stoppedAt: task.stoppedAt === undefined ? undefined : wireTime(task.stoppedAt),
    stopCode: task.stopCode as ECS.TaskStopCode | undefined,
    stoppedReason: reason,
    attachments: [],
    containers,
    version: 3,
    tags: []
  })
}
