// Why tasks of the new revision stopped, alike for every engine: the same reason counted once, the commonest first. AWS keeps
// stopped tasks for about an hour. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
import type { Aws, Ecs } from '../aws/ports.ts'
import type { Target } from '../domain/plan.ts'
import type { StoppedTasks } from '../domain/snapshot.ts'
import type { Arn } from '../domain/units.ts'

type Task = NonNullable<Awaited<ReturnType<Ecs['describeTasks']>>['tasks']>[number]

/** DescribeTasks takes this many. */
const MOST = 100
const SHOWN = 5

export async function stoppedTasks(
  target: Target,
  revision: Arn | undefined,
  { ecs }: Pick<Aws, 'ecs'>,
  options?: { readonly signal?: AbortSignal }
): Promise<readonly StoppedTasks[]> {
  if (revision === undefined) return []
  const { cluster, service } = target
  const listed = await ecs.listTasks(
    { cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MOST },
    options
  )
  const tasks = listed.taskArns ?? []
  if (tasks.length === 0) return []
  const described = await ecs.describeTasks({ cluster, tasks }, options)
  // By revision and not by who started it: that holds for every deployment controller.
  return reasons((described.tasks ?? []).filter((task) => task.taskDefinitionArn === revision))
}

/** Pure. */
export function reasons(tasks: readonly Task[]): readonly StoppedTasks[] {
  const counted = Map.groupBy(tasks.filter(isTelling), describe)
  return [...counted]
    .map(([reason, same]) => ({ count: same.length, reason }))
    .toSorted((some, others) => others.count - some.count)
    .slice(0, SHOWN)
}

/** Tasks that a deployment or the scaling of a service takes down are no evidence. */
function isTelling(task: Task): boolean {
  return task.stopCode !== 'ServiceSchedulerInitiated' || !(task.stoppedReason ?? '').startsWith('Scaling activity')
}

function describe(task: Task): string {
  const containers = (task.containers ?? []).flatMap((container) => {
    const exit =
      container.exitCode === undefined ? [] : [`exit code ${container.exitCode}${killed(container.exitCode)}`]
    const reason = container.reason === undefined || container.reason === task.stoppedReason ? [] : [container.reason]
    const told = [...exit, ...reason].join(', ')
    return told === '' || container.exitCode === 0 ? [] : [`container ${container.name ?? 'without a name'}: ${told}`]
  })
  return [task.stoppedReason ?? task.stopCode ?? 'AWS gives no reason', ...containers].join('; ')
}

function killed(exitCode: number): string {
  return exitCode === 137 ? ' (killed, which running out of memory does as well)' : ''
}
