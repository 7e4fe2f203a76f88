// What the domain asks of the world.
import type { DeploymentEvent } from './event.ts'
import type { Marker } from './plan.ts'
import type { Note } from './problem.ts'
import type { Gate, Reading, Source } from './snapshot.ts'
import type { Arn, Millis } from './units.ts'

export interface Clock {
  /** Monotonic, and counted from the epoch: one time for deadlines and for people. */
  now(): Millis
  /** Ends early, without an error, when `signal` is aborted. */
  sleep(span: Millis, signal?: AbortSignal): Promise<void>
}

/** One deployment of one engine. */
export interface Handle {
  readonly id: string
  /** Undefined: AWS does not tell what a deployment that was found deploys. */
  readonly taskDefinition: Arn | undefined
  /** How the service names it, where that is another name: `ecs-svc/…` of an ECS service. */
  readonly inService?: string
  /** Where a person looks at it; empty where the console is not known. */
  readonly url: string
  /** The output of the official action that carries this id. */
  readonly alias?: 'codedeploy-deployment-id'
  /** The command by which a person rolls it back; undefined where the id is of a form nobody knows. */
  readonly rollBackCommand: string | undefined
}

/** The only things we ever ask of a running deployment. */
export type Action =
  { readonly kind: 'roll-back' } | { readonly kind: 'stop' } | { readonly kind: 'continue'; readonly gate: Gate }

/** A deployment that exists: looked at and acted on. */
export interface Follower {
  /** Looks at least at the sources asked for. Read-only; never throws: what cannot be seen is a blind sight. */
  observe(handle: Handle, due: readonly Source[], signal?: AbortSignal): Promise<Reading>
  /** Safe to repeat. Writes. */
  act(handle: Handle, action: Action, signal?: AbortSignal): Promise<void>
}

export interface Start {
  readonly handle: Handle
  /** It was found running, and not started by this call. */
  readonly adopted: boolean
  /** What of the request AWS did not keep. */
  readonly notes: readonly Note[]
}

/** Carries a plan out. */
export interface Starter {
  /**
   * What has to be so before a revision is registered, so that a refusal leaves no revision behind. Tells, as a clause,
   * each change that a refusal of what comes after does not undo. Writes.
   */
  prepare(changed: (what: string) => void | Promise<void>): Promise<void>
  /** Starts the deployment, once. After a lost answer it looks for the marker before it gives up. Writes. */
  start(taskDefinition: Arn): Promise<Start>
  /** Ours, after a lost answer or a re-run. Read-only. */
  find(marker: Marker, taskDefinition: Arn): Promise<Handle | undefined>
}

export interface Engine extends Starter, Follower {}

export interface Reporter {
  on?(event: DeploymentEvent): void | Promise<void>
}
