// What the world knows of ECS-native deployments. Only the native-*.ts files change it.
import type { HookAction, NativeSettings, NativeStatus, NativeSwitches, Stage } from './native-scenario.ts'
import type { TaskSet } from './state.ts'
import type { Json } from './wire.ts'

export type By = 'caller' | 'other' | 'history'

/** A service revision, and the tasks that run it. `set.id` is the id in DescribeServices.deployments, `ecs-svc/<n>`. */
export interface NativeRevision {
  readonly arn: string
  readonly by: By
  readonly createdAt: number
  /** DescribeServiceRevisions does not know it: older than the record. [ECS] B1 */
  unrecorded: boolean
  readonly loadBalancers: readonly Json[]
  readonly set: TaskSet
  /** When each task is healthy (Infinity: never). */
  readonly healthyAt: Map<string, number>
  wanted: number
  testWeight: number
  failedTasks: number
  /** It has served: a rollback may go back to it. */
  worked: boolean
  rollout: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED'
  rolloutReason: string
}

export interface HookRun {
  readonly hookId: string
  readonly targetType: 'AWS_LAMBDA' | 'PAUSE'
  readonly targetArn?: string
  readonly roleArn?: string
  readonly stage: Stage
  readonly visit: number
  readonly expiresAt: number
  readonly timeoutAction: HookAction
  status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  asked: number
}

/** A stage still to come, with what a production step shifts and how long it then holds. */
export interface PlannedStage {
  readonly stage: Stage
  readonly weight?: number
  readonly lasts: number
}

export type Monitor = 'DISABLED' | 'MONITORING' | 'TRIGGERED' | 'MONITORING_COMPLETE'

export interface NativeDeployment {
  readonly arn: string
  readonly by: By
  readonly createdAt: number
  readonly target: NativeRevision
  readonly sources: readonly NativeRevision[]
  readonly configuration: Json
  status: NativeStatus
  plan: readonly PlannedStage[]
  /** Index into the plan, -1 before it begins. */
  place: number
  /** Counts stages entered, so that what was written down for an earlier one is known to be stale. */
  visit: number
  workDoneAt: number
  /** ROLLING: every old task has been replaced, or `early`: enough of them for an early success. [ECS] B3 */
  replaced: 'no' | 'yes' | 'early'
  readonly hooks: HookRun[]
  startedAt?: number
  finishedAt?: number
  stoppedAt?: number
  updatedAt: number
  statusReason?: string
  rollback?: { readonly reason: string; readonly startedAt: number; readonly to: NativeRevision }
  alarms: Monitor
  ignoresAlarms: boolean
  readonly triggered: string[]
  breaker: Monitor
  failureCount: number
  /** ListServiceDeployments calls that have passed without showing it. */
  unlisted: number
  stopAsked: boolean
  vanished: boolean
  stuck: boolean
  shows: { readonly status?: string; readonly stage?: string; readonly until: number }
  /** By revision, as it was when an early success was told, or when the next deployment began. [ECS] B3 */
  snapshot?: ReadonlyMap<NativeRevision, Summary>
}

/** What a deployment tells of one of its revisions. [ECS] B7 */
export interface Summary {
  readonly arn: string
  readonly requestedTaskCount: number
  readonly runningTaskCount: number
  readonly pendingTaskCount: number
  readonly requestedProductionTrafficWeight?: number
  readonly requestedTestTrafficWeight?: number
}

/** One call of a Lambda hook, with the weights it was told. [DG:lambda-lifecycle-hooks] B6 */
export interface Invocation {
  readonly at: number
  readonly stage: Stage
  readonly targetArn: string
  readonly productionTrafficWeights: Readonly<Record<string, number>>
}

export interface Native {
  readonly settings: NativeSettings
  readonly switches: NativeSwitches
  readonly revisions: NativeRevision[]
  readonly deployments: NativeDeployment[]
  readonly invocations: Invocation[]
  configuration: Json
  loadBalancers: readonly Json[]
  /** Other members of UpdateService whose change starts a deployment, as last given. */
  readonly given: Record<string, unknown>
}
