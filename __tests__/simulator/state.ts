// What the world knows. Only the files beside this one change it, and only in answer to a request or to time.
import type { Agenda } from './agenda.ts'
import type { AppSpec } from './appspec.ts'
import type { Config } from './configs.ts'
import type { Names } from './names.ts'
import type { Native } from './native-state.ts'
import type { Random } from './random.ts'
import type { Json } from './wire.ts'
import type {
  AlarmSpec,
  AlarmState,
  DeploymentStatus,
  LifecycleName,
  RollbackEvent,
  Scenario,
  Settings,
  Switches
} from './scenario.ts'

export interface Task {
  readonly id: string
  readonly createdAt: number
  /** When it runs (Infinity: never). */
  readonly runsAt: number
  stoppedAt?: number
  stopCode?: string
  stoppedReason?: string
}

/** How the tasks of a set are run; a strategy that is absent leaves the launch type. */
export interface Placement {
  readonly platformVersion: string
  readonly network: {
    readonly subnets: string[]
    readonly securityGroups: string[]
    readonly assignPublicIp: 'ENABLED' | 'DISABLED'
  }
  readonly strategy?: readonly { readonly capacityProvider: string; readonly base: number; readonly weight: number }[]
}

export type PropagateTags = 'SERVICE' | 'TASK_DEFINITION' | 'NONE'

export interface TaskSet {
  readonly id: string
  readonly externalId?: string
  readonly taskDefinition: string
  readonly targetGroup: string
  readonly containerName: string
  readonly containerPort: number
  readonly createdAt: number
  readonly placement: Placement
  readonly tasks: Task[]
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING'
  scale: number
  weight: number
  /** From when it counts as steady (Infinity: never). */
  steadyAt: number
  updatedAt: number
}

export interface Service {
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  desiredCount: number
  taskDefinition: string
  enableECSManagedTags: boolean
  propagateTags: PropagateTags
  sets: TaskSet[]
  readonly createdAt: number
  readonly events: { readonly id: string; readonly at: number; readonly message: string }[]
}

export interface LifecycleEvent {
  readonly name: LifecycleName
  status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped'
  start?: number
  end?: number
  message?: string
}

export interface Revision {
  readonly type: 'AppSpecContent' | 'String'
  readonly content: string
  readonly sha256: string
}

export interface ErrorInformation {
  readonly code: string
  readonly message: string
}

export interface Deployment {
  readonly id: string
  /** Who made it: a caller of this simulator, another person, CodeDeploy itself, or the time before the world began. */
  readonly by: 'caller' | 'other' | 'rollback' | 'history'
  readonly creator: 'user' | 'codeDeployRollback'
  readonly description?: string
  readonly config: Config
  readonly revision: Revision
  readonly previous?: Revision
  readonly spec: AppSpec | { readonly problem: string }
  readonly taskDefinition: string
  readonly autoRollback: { readonly enabled: boolean; readonly events: readonly RollbackEvent[] }
  readonly alarms: {
    readonly enabled: boolean
    readonly ignorePollAlarmFailure: boolean
    readonly names: readonly string[]
  }
  readonly events: LifecycleEvent[]
  readonly createdAt: number
  readonly rollbackOf?: string
  status: DeploymentStatus
  targetStatus: 'Pending' | 'InProgress' | 'Ready' | 'Succeeded' | 'Failed'
  startedAt?: number
  endedAt?: number
  changedAt: number
  error?: ErrorInformation
  blue?: TaskSet
  green?: TaskSet
  rolledBackBy?: string
  rolledBackVisibleAt?: number
  stopAsked: boolean
  waitsToTerminate: boolean
  vanished: boolean
  stuck: boolean
  shows?: { readonly status: string; readonly until: number }
  /** Alarms that were already on when it began and have not been off since. */
  readonly oldAlarms: Set<string>
}

export interface Alarm {
  readonly spec: AlarmSpec
  state: AlarmState
  reason: string
  reasonData?: string
  updatedAt: number
  changedAt: number
}

export interface TaskDefinition {
  readonly arn: string
  readonly family: string
  readonly revision: number
  readonly by: 'history' | 'caller' | 'other'
  readonly registeredAt: number
  readonly registeredBy: string
  /** What was registered, as sent. */
  readonly sent: Json
  readonly tags: readonly Json[]
  readonly requiresAttributes: readonly { readonly name: string }[]
  readonly compatibilities: readonly ('EC2' | 'FARGATE')[]
  /** INACTIVE since then. */
  deregisteredAt?: number
}

export interface RegisteredRevision {
  readonly revision: Revision
  readonly description?: string
  readonly registeredAt: number
  firstUsedAt?: number
  lastUsedAt?: number
}

/** One request and how it was answered. */
export interface Call {
  readonly at: number
  readonly service: string
  readonly operation: string
  readonly input: unknown
  readonly status: number
  readonly error?: string
  readonly write: boolean
}

export interface World {
  readonly scenario: Scenario
  readonly settings: Settings
  readonly switches: Switches
  readonly names: Names
  readonly random: Random
  readonly agenda: Agenda
  readonly startedAt: number
  now: number
  readonly service: Service
  readonly families: Map<string, TaskDefinition[]>
  readonly configs: Map<string, Config>
  readonly deployments: Deployment[]
  readonly alarms: Map<string, Alarm>
  alarmReads: 'work' | 'fail'
  readonly revisions: Map<string, RegisteredRevision>
  readonly played: Set<number>
  readonly counts: Map<string, number>
  readonly faultCounts: number[]
  readonly faultRandoms: Random[]
  readonly calls: Call[]
  /** Present when the service has the ECS controller and its own deployments. */
  readonly native?: Native
}

/** One operation of a service: a request of the right shape in, the reply out, or a Refusal thrown. */
export type Operation = (world: World, input: Json, at: number) => object
