// A deployment's record: how it is opened, and what can be asked of it.
import { createHash } from 'node:crypto'
import { write } from './agenda.ts'
import { happenTo } from './moments.ts'
import { deploymentId } from './random.ts'
import { findTaskDefinition } from './families.ts'
import { readAppSpec } from './appspec.ts'
import type { Config } from './configs.ts'
import type { Deployment, Revision, World } from './state.ts'
import type { LifecycleName } from './scenario.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const deploymentOf = (world: World, id: string): Deployment | undefined =>
  world.deployments.find((deployment) => deployment.id === id)

export const isOver = ({ status }: Deployment): boolean =>
  status === 'Succeeded' || status === 'Failed' || status === 'Stopped'

/** Eight events with a test listener, six without. [LAB-CD][DG23:create-blue-green] A7 */
export const lifecycleOf = (testListener: boolean): readonly LifecycleName[] => [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  ...(testListener ? (['AllowTestTraffic', 'AfterAllowTestTraffic'] as const) : []),
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic'
]

/** One active deployment per group; whether a rollback counts is a switch. UNVERIFIED A10, A14 */
export const activeDeployment = (world: World): Deployment | undefined =>
  world.deployments.find(
    (deployment) => !isOver(deployment) && (deployment.by !== 'rollback' || world.switches.rollbackOccupiesGroup)
  )

export const lastSuccessful = (world: World): Deployment | undefined =>
  world.deployments.findLast(({ status }) => status === 'Succeeded')

export interface Order {
  readonly by: Deployment['by']
  readonly config: Config
  readonly revision: Revision
  readonly description?: string
  readonly autoRollback: Deployment['autoRollback']
  readonly alarms: Deployment['alarms']
  readonly rollbackOf?: string
}

export function openDeployment(world: World, at: number, order: Order): Deployment {
  const spec = readAppSpec(order.revision.content, world.switches.appSpecCase)
  const named = 'problem' in spec ? '' : spec.taskDefinition
  const previous = lastSuccessful(world)?.revision
  const deployment: Deployment = {
    ...order,
    id: deploymentId(world.random),
    creator: order.by === 'rollback' ? 'codeDeployRollback' : 'user', // [CD][LAB-CD] A6
    spec,
    taskDefinition: findTaskDefinition(world, named)?.arn ?? named,
    ...(previous && { previous }),
    events: lifecycleOf(world.settings.testListener).map((name) => ({ name, status: 'Pending' })),
    createdAt: at,
    changedAt: at,
    status: 'Created',
    targetStatus: 'Pending',
    stopAsked: false,
    waitsToTerminate: false,
    vanished: false,
    stuck: false,
    oldAlarms: new Set()
  }
  world.deployments.push(deployment)
  const delay = order.by === 'rollback' ? 300 : world.settings.durations.created
  write(world.agenda, at + delay, { do: 'starts', id: deployment.id })
  happenTo(world, at, deployment, 'created')
  return deployment
}
