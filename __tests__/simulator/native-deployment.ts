// A native deployment's record: how it is opened, and what can be asked of it. [ECS][DG:service-deployment] B7
import { happen } from './moments.ts'
import { newDeploymentArn } from './native-names.ts'
import { balancerOf, later, living, makePrimary, makeRevision, nativeOf, strategyOf } from './native-revisions.ts'
import { summaryOf } from './native-summary.ts'
import type { Moment } from './scenario.ts'
import type { NativeStatus, Stage } from './native-scenario.ts'
import type { By, NativeDeployment, NativeRevision } from './native-state.ts'
import type { World } from './state.ts'
import type { Json } from './wire.ts'

const TERMINAL: ReadonlySet<NativeStatus> = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'])

export const isNativeOver = ({ status }: NativeDeployment): boolean => TERMINAL.has(status)

export const nativeDeploymentOf = (world: World, arn: string): NativeDeployment | undefined =>
  nativeOf(world).deployments.find((deployment) => deployment.arn === arn)

export const openDeployments = (world: World): readonly NativeDeployment[] =>
  nativeOf(world).deployments.filter((deployment) => !isNativeOver(deployment))

export const stageOf = ({ plan, place }: NativeDeployment): Stage | undefined => plan[place]?.stage

export const isRolling = (deployment: NativeDeployment): boolean => strategyOf(deployment) === 'ROLLING'

/** The last that worked; without one there is no rollback. B8 */
export const candidateOf = ({ sources }: NativeDeployment): NativeRevision | undefined =>
  sources.findLast(({ worked }) => worked)

/** What served until now: the one that worked, else whatever is there. */
export const blueOf = (deployment: NativeDeployment): NativeRevision | undefined =>
  candidateOf(deployment) ?? deployment.sources.at(-1)

/** The deployment a happening speaks of, while it goes forward; a late stop loses its race by switch. B7 */
export function goingForward(world: World, arn: string): NativeDeployment | undefined {
  const deployment = nativeDeploymentOf(world, arn)
  if (!deployment || deployment.stuck) return undefined
  const lostRace = deployment.status === 'ROLLBACK_REQUESTED' && isTooLate(world, deployment)
  return deployment.status === 'IN_PROGRESS' || lostRace ? deployment : undefined
}

export const isTooLate = (world: World, deployment: NativeDeployment): boolean =>
  stageOf(deployment) === 'CLEAN_UP' && nativeOf(world).switches.lateStop === 'succeeds'

/** Only the deployments of callers make moments. */
export function happenNatively(world: World, at: number, { by }: NativeDeployment, moment: Moment): void {
  if (by === 'caller') happen(world, at, moment)
}

export function turn(world: World, at: number, deployment: NativeDeployment, status: NativeStatus): void {
  Object.assign(deployment, { status, updatedAt: at })
  if (isNativeOver(deployment)) deployment.finishedAt = at
  happenNatively(world, at, deployment, `status ${status}`)
}

export interface NativeOrder {
  readonly by: By
  readonly taskDefinition: string
  readonly configuration: Json
}

/** Starting one while another runs stops that one; five may be unfinished. [DG:service-deployment] B9, J */
export function openNative(world: World, at: number, order: NativeOrder): NativeDeployment {
  const native = nativeOf(world)
  for (const over of native.deployments.filter(isNativeOver))
    over.snapshot ??= new Map([...over.sources, over.target].map((one) => [one, summaryOf(world, over, one)]))
  for (const running of openDeployments(world)) {
    if (running.status === 'PENDING' || running.status === 'IN_PROGRESS') {
      running.statusReason = 'Service deployment stopped because a newer service deployment started.' // ours
      turn(world, at, running, 'STOP_REQUESTED')
    }
    if (running.status === 'STOP_REQUESTED' || running.status === 'ROLLBACK_REQUESTED')
      later(world, at + native.settings.durations.stop, { do: 'stops', arn: running.arn })
  }
  const sources = living(world)
    .filter(({ wanted }) => wanted > 0)
    .sort((a, b) => a.createdAt - b.createdAt)
  const blue = sources.findLast(({ worked }) => worked) ?? sources.at(-1)
  const [first, second] = world.names.targetGroups
  const live = blue?.set.targetGroup ?? second
  const rolling = (order.configuration['strategy'] ?? 'ROLLING') === 'ROLLING'
  const target = makeRevision(world, at, {
    by: order.by,
    taskDefinition: order.taskDefinition,
    loadBalancers: native.loadBalancers,
    targetGroup: rolling ? live : live === first ? second : first // they alternate. [ECS] B4
  })
  const deployment: NativeDeployment = {
    arn: newDeploymentArn(world),
    by: order.by,
    createdAt: at,
    target,
    sources,
    configuration: order.configuration,
    status: 'PENDING',
    plan: [],
    place: -1,
    visit: 0,
    workDoneAt: 0,
    replaced: 'no',
    hooks: [],
    updatedAt: at,
    alarms: 'DISABLED',
    ignoresAlarms: false,
    triggered: [],
    breaker: 'DISABLED',
    failureCount: 0,
    unlisted: 0,
    stopAsked: false,
    vanished: false,
    stuck: false,
    shows: { until: 0 }
  }
  native.deployments.push(deployment)
  makePrimary(world, at, target)
  later(world, at + native.settings.durations.pending, { do: 'starts', arn: deployment.arn })
  happenNatively(world, at, deployment, 'created')
  return deployment
}

export const hasTestRule = ({ target }: NativeDeployment): boolean =>
  target.loadBalancers.length > 0 && balancerOf(target).advanced.testListenerRule !== undefined
