// What can be seen of a running deployment, source by source, and the one table that says which phases are over.
import type { Cause } from './verdict.ts'
import type { Problem } from './problem.ts'
import type { Arn, Millis, Percent } from './units.ts'

export type Phase =
  | 'queued' // AWS has accepted it and not begun
  | 'running' // AWS says it goes on and nothing finer is known
  | 'provisioning'
  | 'paused' // waits for a person
  | 'shifting'
  | 'baking' // 100 % moved, the old revision still alive
  | 'rolling-back'
  | 'succeeded'
  | 'rolled-back'
  | 'failed'
  | 'stopped'

/** The one classification of phases; a new phase does not compile until it is classified. */
export const OVER: Readonly<Record<Phase, boolean>> = {
  queued: false,
  running: false,
  provisioning: false,
  paused: false,
  shifting: false,
  baking: false,
  'rolling-back': false,
  succeeded: true,
  'rolled-back': true,
  failed: true,
  stopped: true
}

/** The deployment's own word. Its phase outranks the target's, except `running`, which the target refines. */
export interface StatusPart {
  readonly phase: Phase
  /** AWS's own word, shown as it is. */
  readonly status: string
  /** True when nobody has told us what `status` means: it is shown, and never counts as success. */
  readonly unlisted: boolean
  readonly cause: Cause | undefined
  /** By AWS's clock: older service events are not ours. */
  readonly createdAt: Millis | undefined
  /** The deployment that restores the old revision, where the engine makes one. */
  readonly rollback: { readonly id: string; readonly status: string } | undefined
}

export interface Stage {
  readonly name: string
  readonly status: string
  readonly startedAt: Millis | undefined
  readonly endedAt: Millis | undefined
  /** What AWS says of a stage that went wrong. */
  readonly detail: string | undefined
}

export interface Tasks {
  readonly desired: number
  readonly running: number
  readonly pending: number
}

/** How far the new revision is: stages, traffic, tasks. */
export interface TargetPart {
  readonly phase: Phase
  readonly stages: readonly Stage[]
  /** Production traffic of the new revision; undefined while AWS does not say. */
  readonly traffic: Percent | undefined
  readonly tasks: Tasks | undefined
  /** All traffic is on the new revision and the engine has nothing left to move. */
  readonly shifted: boolean
  /** When the traffic began to move, by AWS's clock. */
  readonly shiftStartedAt: Millis | undefined
  /** When all stages were over, by AWS's clock. */
  readonly shiftedAt: Millis | undefined
}

/** Whom the service serves: the independent check on the deployment's own word. */
export interface ServicePart {
  readonly active: boolean
  /** The primary belongs to this deployment and runs the target revision. */
  readonly primaryIsTarget: boolean
  readonly primary: { readonly taskDefinition: Arn; readonly id: string } | undefined
  readonly stable: boolean
  /** Another deployment that is bringing tasks into the service beside ours. */
  readonly rival: string | undefined
  readonly tasks: Tasks | undefined
  readonly events: readonly ServiceEvent[]
}

export interface ServiceEvent {
  readonly id: string
  readonly at: Millis
  readonly text: string
}

export interface AlarmState {
  readonly name: string
  /** OK, ALARM, INSUFFICIENT_DATA, or a word nobody knows. */
  readonly state: string
  readonly reason: string | undefined
  readonly since: Millis | undefined
  /** Metric, comparison and threshold in one line; undefined for a composite alarm. */
  readonly rule: string | undefined
}

/** Tasks of the new revision that stopped for the same reason. */
export interface StoppedTasks {
  readonly count: number
  readonly reason: string
}

export interface Parts {
  readonly status: StatusPart
  readonly target: TargetPart
  readonly service: ServicePart
  readonly alarms: readonly AlarmState[]
  /** The commonest reason first. */
  readonly stopped: readonly StoppedTasks[]
}
export type Source = keyof Parts

/** One look at one source. `forGood`: asking again cannot help (denied, unknown to the role). */
export type Sight<Part> =
  | { readonly kind: 'seen'; readonly at: Millis; readonly part: Part }
  | { readonly kind: 'blind'; readonly at: Millis; readonly problem: Problem; readonly forGood: boolean }

export type Reading = { readonly [S in Source]?: Sight<Parts[S]> }
