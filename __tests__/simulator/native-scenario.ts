// The words a scenario about ECS-native deployments is written in. B1-B10
import type { Json } from './wire.ts'

export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY'

/** The stages of the docs' table. The declared enum lacks PRE_PRODUCTION_TRAFFIC_SHIFT. [ECS][DG:canary-deployment] B5 */
export type Stage =
  | 'RECONCILE_SERVICE'
  | 'PRE_SCALE_UP'
  | 'SCALE_UP'
  | 'POST_SCALE_UP'
  | 'TEST_TRAFFIC_SHIFT'
  | 'POST_TEST_TRAFFIC_SHIFT'
  | 'PRE_PRODUCTION_TRAFFIC_SHIFT'
  | 'PRODUCTION_TRAFFIC_SHIFT'
  | 'POST_PRODUCTION_TRAFFIC_SHIFT'
  | 'BAKE_TIME'
  | 'CLEAN_UP'

/** There is no FAILED. [ECS][DG:service-deployment] B7 */
export type NativeStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'STOP_REQUESTED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOPPED'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'

export type HookAction = 'CONTINUE' | 'ROLLBACK'

/** Like every moment they speak of the deployments a caller started. `paused`: a PAUSE hook awaits an action. */
export type NativeMoment = `status ${NativeStatus}` | `stage ${Stage}` | 'paused'

export type NativeAct =
  | { readonly answerHook: HookAction } // a person answers every hook that awaits one
  | { readonly showStage: string; readonly for: number }

/** What a Lambda hook does each time it is asked. [DG:lambda-lifecycle-hooks][TSH-BG] B6 */
export type LambdaPlay =
  | { readonly answers: 'SUCCEEDED' | 'FAILED'; readonly after?: number }
  | { readonly answers: 'IN_PROGRESS'; readonly times: number; readonly callBackDelay?: number } // then SUCCEEDED
  | { readonly answers: 'nonsense' | 'nothing' } // no hookStatus; never an answer
  | { readonly fails: 'role' | 'invocation' }

/** What is wrong with the load balancer behind the service's back. [TSH-BG] B4 */
export type Balancing =
  | 'fine'
  | 'mixed-weights'
  | 'unexpected-target-group'
  | 'not-associated'
  | 'neither-associated'
  | 'role-denied'
  | 'rule-gone'

export interface NativeDurations {
  readonly pending: number // UpdateService -> IN_PROGRESS
  readonly quickStage: number // a stage with nothing to do and no hook
  readonly reconcile: number
  readonly shift: number // TEST_TRAFFIC_SHIFT, and a production step before it holds
  readonly cleanUp: number
  readonly drain: number // SUCCESSFUL -> the old tasks are gone. [LAB-HOOK] B7
  readonly failedShown: number // a rolled back revision stays in DescribeServices this long
  readonly nlbShift: number // [DG:nlb-resources-for-blue-green] B5
  readonly networkCheck: number // PRE_SCALE_UP -> a wrong load balancer is told
  readonly rollingBake: number // ROLLING with alarms and no bake time of its own
  readonly unhealthyAfter: number // a task that never gets healthy is replaced
  readonly alarmPoll: number
  readonly stop: number // STOP_REQUESTED -> STOPPED, ROLLBACK_REQUESTED -> ROLLBACK_IN_PROGRESS
  readonly trafficBack: number // ROLLBACK_IN_PROGRESS -> the weights are back
  readonly rollback: number // ROLLBACK_IN_PROGRESS -> its end
  readonly hookInvocation: number // a Lambda answers
  readonly stageLimit: number // [DG:canary-deployment] B5
  readonly deploymentLimit: number
}

/** How the ECS-controlled service is built. */
export interface NativeSettings {
  /** `deploymentConfiguration` of the service before anybody updates it. */
  readonly configuration: Json
  readonly balancers: 'advanced' | 'plain' | 'none'
  /** The production rule forwards to both target groups. B4 */
  readonly ruleKnowsBoth: boolean
  readonly testRule: boolean
  readonly balancing: Balancing
  /** How the revision that serves came to be: recorded, deployed before records began, or nothing ever worked. B1, B8 */
  readonly history: 'recorded' | 'before-the-record' | 'never-worked'
  readonly lambdas: Readonly<Partial<Record<Stage, LambdaPlay>>>
  /** Somebody answers every PAUSE hook so long after it began to wait. */
  readonly approves?: { readonly after: number; readonly action: HookAction }
  readonly durations: NativeDurations
}

/** What nobody could confirm about ECS-native deployments. BEHAVIOUR.md says what each decides. */
export interface NativeSwitches {
  readonly omittedNested: 'kept' | 'cleared'
  readonly listLag: number // ListServiceDeployments calls that do not show a new deployment yet
  readonly updateAnswer: 'old' | 'new' | 'absent' // currentServiceDeployment in the answer of UpdateService
  readonly currentDeployment: 'given' | 'absent' // the same in DescribeServices
  readonly preProductionStage: 'named' | 'production' | 'previous'
  readonly testStagesWithoutRule: 'pass' | 'absent'
  readonly rollingStages: 'given' | 'absent'
  readonly rollingWeights: 'absent' | 'given'
  readonly rollbackStage: 'stays' | 'shown'
  readonly nlbDelay: 'each-step' | 'once'
  readonly hookDetails: 'all' | 'current-stage'
  readonly pauseDetails: 'kept' | 'dropped' | 'refused' // `hookDetails` of a PAUSE hook
  readonly oldAlarmStatus: 'DISABLED' | 'MONITORING'
  readonly alarmReason: 'given' | 'absent'
  readonly stopReason: 'given' | 'absent'
  readonly rolloutReason: 'given' | 'absent'
  readonly noCandidate: 'ROLLBACK_FAILED' | 'STOPPED' | 'stalls'
  readonly omittedStopType: 'ROLLBACK' | 'refused'
  readonly abort: 'refused' | 'stops'
  readonly lateStop: 'succeeds' | 'rolls-back'
  readonly bakeRequired: 'refused' | 'zero'
  readonly bakeLimit: number
}

/** The native part of a scenario; having one makes the service ECS-controlled. */
export interface NativePlan {
  readonly world?: Partial<Omit<NativeSettings, 'durations'>> & { readonly durations?: Partial<NativeDurations> }
  readonly switches?: Partial<NativeSwitches>
}
