import { primaryOf } from './tasksets.ts'
import type { AlarmState } from './scenario.ts'
import type { Deployment, World } from './state.ts'

/** What is really so, for tests and benches: no call, no permission, no fault in between. Read-only. */
export interface Truth {
  readonly deployments: readonly {
    readonly id: string
    readonly by: Deployment['by']
    readonly status: string
    readonly creator: string
    readonly createdAt: number
    readonly terminalAt?: number
    readonly rollbackOf?: string
    readonly revision: string
  }[]
  /** Percent of production traffic by task definition ARN. */
  readonly traffic: Readonly<Record<string, number>>
  readonly primary: string
  /** Registered by callers, in order. */
  readonly taskDefinitions: readonly { readonly arn: string; readonly sent: unknown; readonly tags: unknown }[]
  readonly alarms: Readonly<Record<string, AlarmState>>
}

export function truthOf(world: World): Truth {
  const traffic: Record<string, number> = {}
  for (const { taskDefinition, weight } of world.service.sets)
    if (weight > 0) traffic[taskDefinition] = (traffic[taskDefinition] ?? 0) + weight
  return {
    deployments: [
      ...(world.native?.deployments ?? []).map(({ arn, by, status, createdAt, finishedAt, target }) => ({
        id: arn,
        by,
        status,
        creator: 'user',
        createdAt,
        revision: target.set.taskDefinition,
        ...(finishedAt !== undefined && { terminalAt: finishedAt })
      })),
      ...world.deployments.map(({ id, by, status, creator, createdAt, endedAt, rollbackOf, taskDefinition }) => ({
        id,
        by,
        status,
        creator,
        createdAt,
        revision: taskDefinition,
        ...(endedAt !== undefined && { terminalAt: endedAt }),
        ...(rollbackOf !== undefined && { rollbackOf })
      }))
    ],
    traffic,
    primary: primaryOf(world)?.taskDefinition ?? '',
    taskDefinitions: [...world.families.values()]
      .flat()
      .filter(({ by }) => by === 'caller')
      .map(({ arn, sent, tags }) => ({ arn, sent, tags })),
    alarms: Object.fromEntries([...world.alarms].map(([name, { state }]) => [name, state]))
  }
}
