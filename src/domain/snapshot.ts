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
  | 'stopping' // AWS ends it where it stands
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
  stopping: false,
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
  /** Where it waits for a person now; none while it does not. */
  readonly gates: readonly Gate[]
}

/** A wait for a person. */
export interface Gate {
  /** By which it is continued; undefined where a deployment has only one (CodeDeploy's ready wait). */
  readonly hookId: string | undefined
  /** The stage, as AWS names it; undefined where AWS does not say. */
  readonly stage: string | undefined
  /** By AWS's clock; undefined where AWS does not say. */
  readonly expiresAt: Millis | undefined
  /** What AWS does then; `unknown` for a word nobody has told us of. */
  readonly onExpiry: 'roll-back' | 'continue' | 'stop' | 'unknown'
}

/** Tells one gate of a deployment from another. */
export function gateKey({ hookId }: Gate): string {
  return hookId ?? 'the only one'
}

/** A hook that AWS has called at a stage: a function that is asked, or a pause. */
export interface HookState {
  readonly id: string
  /** AWS's own word: PAUSE, AWS_LAMBDA. */
  readonly kind: string
  /** The function; undefined for a pause. */
  readonly function: string | undefined
  /** AWS's own word. */
  readonly status: string
}

/** What AWS itself watches a deployment with. */
export interface Monitor {
  readonly name: 'alarms' | 'circuit breaker'
  /** AWS's own word. */
  readonly status: string
  /** Of a circuit breaker: tasks that failed, and how many are too many. */
  readonly count: { readonly failures: number; readonly threshold: number } | undefined
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
  /** `all`: every stage there is, in order; `current`: only those it is in now, where AWS tells no others. */
  readonly tells: 'all' | 'current'
  readonly stages: readonly Stage[]
  readonly hooks: readonly HookState[]
  readonly monitors: readonly Monitor[]
  /** Production traffic of the new revision; undefined while AWS does not say. */
  readonly traffic: Percent | undefined
  /** Test traffic of the new revision. */
  readonly testTraffic: Percent | undefined
  /** Production traffic of the revisions it replaces, where AWS tells it beside the new one's. */
  readonly oldTraffic: Percent | undefined
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
  /** As far as the service tells, no other revision serves any more. */
  readonly targetServesAlone: boolean
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
