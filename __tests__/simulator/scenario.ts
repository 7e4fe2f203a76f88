// The words a scenario is written in. A scenario is plain data: scenarios.ts holds the named ones.

import type { NativeAct, NativeMoment, NativePlan } from './native-scenario.ts'

export type LifecycleName =
  | 'BeforeInstall'
  | 'Install'
  | 'AfterInstall'
  | 'AllowTestTraffic'
  | 'AfterAllowTestTraffic'
  | 'BeforeAllowTraffic'
  | 'AllowTraffic'
  | 'AfterAllowTraffic'

export type DeploymentStatus = 'Created' | 'InProgress' | 'Ready' | 'Succeeded' | 'Failed' | 'Stopped'
export type RollbackEvent = 'DEPLOYMENT_FAILURE' | 'DEPLOYMENT_STOP_ON_ALARM' | 'DEPLOYMENT_STOP_ON_REQUEST'
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/** A moment of the machine. All but `start`, `before` and `after` speak of the first deployment a caller created. */
export type Moment =
  | 'start'
  | 'created'
  | `status ${DeploymentStatus}`
  | `event ${LifecycleName}`
  | `weight >= ${number}`
  | 'termination wait'
  | NativeMoment
  | `before ${string}` // just before the caller's first call of this operation is handled
  | `after ${string}` // just after it

/** A deployment of somebody else. */
export interface TheirDeployment {
  readonly description?: string
  readonly config?: string
  /** What is different about the revision they register: the image of the first container. */
  readonly image: string
}

export type Act =
  | {
      readonly alarm: string
      readonly to: AlarmState
      /** `{now}` becomes the time of the change. */ readonly reason?: string
    }
  | { readonly alarmReads: 'fail' | 'work' }
  | { readonly stop: 'ours' | 'theirs'; readonly rollback?: boolean }
  | { readonly proceed: 'READY_WAIT' | 'TERMINATION_WAIT' }
  | { readonly deploy: TheirDeployment }
  | { readonly scale: number; readonly steadyAfter?: number }
  | { readonly service: 'deleted' }
  | { readonly deployment: 'vanishes' | 'sticks' }
  | { readonly showStatus: string; readonly for: number }
  | { readonly primary: 'goes-back' } // the lie: our deployment says Succeeded and the old task set serves
  | { readonly unstable: number } // one task of the primary set is lost; steady again after so many ms
  | { readonly says: string } // one more service event
  | NativeAct

export interface ScriptEntry {
  readonly when: Moment
  readonly after?: number
  readonly do: Act
}

export type FaultKind =
  | 'throttle'
  | 'deny'
  | '500'
  | 'reset'
  | 'hang'
  | 'malformed'
  | 'html'
  | 'empty'
  | 'after-effect-500'
  | 'after-effect-reset'
  | 'expired-token'
  | 'error'

export interface Fault {
  /** An operation, or all `reads`, all `writes`, or `*`. */
  readonly operation: string
  readonly kind: FaultKind
  readonly every?: number // each n-th matching call
  readonly from?: number // from the n-th matching call on
  readonly to?: number // up to and with the n-th
  readonly since?: number // only so many ms after the world began
  readonly until?: number
  readonly probability?: number
  readonly seed?: number
  readonly error?: { readonly status: number; readonly type: string; readonly message: string } // for `error`
}

export interface HookPlay {
  readonly outcome: 'succeeds' | 'fails' | 'never' | 'denied'
  readonly after?: number
}

export interface AlarmSpec {
  readonly name: string
  readonly kind: 'metric' | 'composite'
  readonly state?: AlarmState
  readonly children?: readonly string[] // composite: ALARM when any child is
  readonly metric?: string
  readonly threshold?: number
}

export interface Durations {
  readonly created: number // Created -> InProgress
  readonly quickEvent: number // a hook event without a Lambda
  readonly gap: number // between two lifecycle events
  readonly install: number // Install begins -> green set is steady; Infinity: never
  readonly taskStart: number // a task is created -> it runs
  readonly testTraffic: number
  readonly settle: number // the last weight is set -> AllowTraffic has ended
  readonly firstAlarmPoll: number
  readonly alarmPoll: number
  readonly stop: number // StopDeployment -> Stopped
  readonly rollback: number
  readonly drain: number // DRAINING -> gone
  readonly installLimit: number
  readonly hookLimit: number
  readonly taskRetry: number // a task that cannot start is tried again
}

/** The facts nobody could confirm (and lab knobs): every answer can be played. BEHAVIOUR.md says what each decides. */
export interface Switches {
  readonly unknownMembers: 'keep' | 'drop' | 'refuse'
  readonly withoutRollback: 'stays' | 'back'
  readonly omittedStopRollback: 'follows-setting' | 'never'
  readonly stopAnswer: 'Pending' | 'Succeeded'
  readonly lateStop: 'allowed' | 'refused'
  readonly manualStopError: 'given' | 'absent'
  readonly alarmStopError: 'given' | 'absent'
  readonly alarmAtStart: 'stops' | 'ignored-until-it-changes'
  readonly compositeAlarms: 'watched' | 'ignored' | 'refused'
  readonly missingAlarm: 'ignored' | 'read-failure'
  readonly rollbackBeforeInstall: 'made' | 'none'
  readonly rollbackOccupiesGroup: boolean
  readonly readyExpiryCode: 'TIMEOUT' | 'MANUAL_STOP' | 'absent'
  readonly readyExpiryRollback: 'made' | 'none'
  readonly installTimeoutCode: 'TIMEOUT' | 'HEALTH_CONSTRAINTS' | 'ECS_UPDATE_ERROR'
  readonly hookTimeoutCode: 'TIMEOUT' | 'HOOK_EXECUTION_FAILURE'
  readonly hookDiagnostics: 'absent' | 'given'
  readonly omittedWaitType: 'READY_WAIT' | 'TERMINATION_WAIT' | 'refused'
  readonly keepAlive: 'succeeds-at-once' | 'waits'
  readonly sha256Mismatch: 'refused' | 'accepted'
  readonly echoContent: boolean
  readonly appSpecCase: 'insensitive' | 'exact'
  readonly greenBeforeInstalled: 'listed' | 'absent'
  readonly taskSetLabel: 'given' | 'missing'
  readonly overview: 'given' | 'missing' // deploymentOverview after the end
  readonly bakes: boolean // the termination wait shows `Baking`
  readonly serviceLoadBalancers: 'present' | 'empty'
  readonly controllerMember: 'present' | 'absent'
  readonly unknownIds: 'omitted' | 'refused' // BatchGetDeployments
  readonly nlbGradual: 'refused' | 'fails-later'
  readonly configRange: 'checked' | 'unchecked' // CreateDeploymentConfig percent 1..99
  readonly configLimit: number
  readonly descriptionLimit: 256 | 512
  readonly alarmLimit: 10 | 50
  readonly taskStartedBy: 'task-set' | 'absent'
  readonly familyPrefix: 'family' | 'prefix' // what ListTaskDefinitions takes its familyPrefix for
  readonly deregisterAgain: 'accepted' | 'refused' // of a revision that is INACTIVE already
  readonly pageSize: number
  readonly hostile: boolean
}

/** How the world is built. */
export interface Settings {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly cluster: string
  readonly service: string
  readonly family: string
  /** Revisions from before the world began, by family; those of our own are older than the one that serves. */
  readonly registered: Readonly<Record<string, number>>
  readonly images?: Readonly<Record<string, string>> // of the revision that serves already, by container; else the fixture's
  readonly application: string
  readonly group: string
  readonly controller: 'CODE_DEPLOY' | 'ECS' | 'EXTERNAL'
  readonly serviceStatus: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  readonly desiredCount: number
  readonly balancer: 'application' | 'network'
  readonly testListener: boolean
  readonly configName: string
  readonly ready: { readonly action: 'CONTINUE_DEPLOYMENT' | 'STOP_DEPLOYMENT'; readonly waitMinutes: number }
  readonly termination: { readonly action: 'TERMINATE' | 'KEEP_ALIVE'; readonly waitMinutes: number }
  readonly rollback: { readonly enabled: boolean; readonly events: readonly RollbackEvent[] }
  readonly groupAlarms: {
    readonly enabled: boolean
    readonly ignorePollAlarmFailure: boolean
    readonly names: readonly string[]
  }
  readonly alarms: readonly AlarmSpec[]
  readonly hooks: Readonly<Partial<Record<LifecycleName, HookPlay>>>
  readonly tasks: 'start' | { readonly never: string; readonly stopCode: string } // why new tasks never start
  readonly breaks?: {
    readonly at: LifecycleName
    readonly after: number
    readonly status: 'Failed' | 'Stopped'
    readonly code: string
    readonly message: string
  }
  readonly rollbackOutcome: 'succeeds' | 'fails'
  readonly rollbackInfoAfter: number // Stopped is visible -> rollbackInfo is
  readonly policy: 'all' | readonly string[] // the IAM actions the caller may take
  readonly durations: Durations
}

type Overrides = { readonly [K in keyof Omit<Settings, 'durations'>]?: Settings[K] } & {
  readonly durations?: Partial<Durations>
}

/** One run of the action among several in the same world, as a job of a workflow. */
export interface JobPlan {
  /** Its id in the workflow. */
  readonly name: string
  /** Laid over what the demo's step says. */
  readonly inputs: Readonly<Record<string, string>>
  /** Inputs that come from jobs before: `<job>.<output>`, in a workflow `needs.<job>.outputs.<output>`. */
  readonly needs?: Readonly<Record<string, `${string}.${string}`>>
  /** It begins so long after the end of the job before. */
  readonly after?: number
  /** What happens until then. */
  readonly meanwhile?: string
}

export interface Scenario {
  readonly name: string
  /** One line: what happens. */
  readonly says: string
  /** One line: what a reader should look at. */
  readonly lookAt: string
  readonly world?: Overrides
  readonly script?: readonly ScriptEntry[]
  /** The service has the ECS controller: no CodeDeploy, but deployments of its own. */
  readonly native?: NativePlan
  /** What a story of several jobs, or of other inputs than the demo's, is made of. */
  readonly jobs?: readonly JobPlan[]
  readonly faults?: readonly Fault[]
  readonly switches?: Partial<Switches>
  readonly seed?: number
}
