// What the domain asks of the world.
import type { DeploymentEvent } from './event.ts'
import type { Marker } from './plan.ts'
import type { Reading, Source } from './snapshot.ts'
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
  readonly taskDefinition: Arn
  /** Where a person looks at it. */
  readonly url: string
}

/** The only things we ever ask of a running deployment. */
export type Action = { readonly kind: 'roll-back' } | { readonly kind: 'stop' }

export interface Engine {
  /**
   * What has to be so before a revision is registered, so that a refusal leaves no revision behind. Tells, as a clause,
   * each change that a refusal of what comes after does not undo. Writes.
   */
  prepare(changed: (what: string) => void | Promise<void>): Promise<void>
  /** Starts the deployment, once. After a lost answer it looks for the marker before it gives up. Writes. */
  start(taskDefinition: Arn): Promise<{ readonly handle: Handle; readonly adopted: boolean }>
  /** Ours, after a lost answer or a re-run. Read-only. */
  find(marker: Marker, taskDefinition: Arn): Promise<Handle | undefined>
  /** Looks at the sources asked for, at once. Read-only; never throws: what cannot be seen is a blind sight. */
  observe(handle: Handle, due: readonly Source[], signal?: AbortSignal): Promise<Reading>
  /** Safe to repeat. Writes. */
  act(handle: Handle, action: Action, signal?: AbortSignal): Promise<void>
}

export interface Reporter {
  on?(event: DeploymentEvent): void | Promise<void>
}
