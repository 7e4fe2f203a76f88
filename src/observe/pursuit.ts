// What is followed, until when, and what to do when patience ends: all that watching needs to know of a deployment.
import type { Policy, Subject, Wait } from '../domain/plan.ts'
import { scheduledTime, type Timetable } from '../domain/shape.ts'
import { MINUTE, SECOND, type Millis } from '../domain/units.ts'
import type { Cause } from '../domain/verdict.ts'

export interface Pursuit {
  readonly timetable: Timetable
  readonly until: 'complete' | 'traffic-shifted' | 'paused'
  /** The pause before any production traffic is passed without a person: the gate that was asked for comes after it. */
  readonly passesFirst: boolean
  /** Gates that were answered before the watch began, by their keys. */
  readonly answered: readonly string[]
  /** Why this run asks for a roll-back, where it is not that time ran out. */
  readonly because: Cause | undefined
  readonly deadline: Millis
  readonly onTimeout: Policy
  readonly onCancel: Policy
  /** Upper bound of the gap between two looks at the status. */
  readonly maxGap: Millis | undefined
  readonly watchesAlarms: boolean
}

/** Every patience that is ours and not the user's, in one place. */
export const PATIENCE = {
  /** After AWS says it succeeded: tasks may still be settling. */
  settle: 60 * SECOND,
  /** A rollback deployment may become visible some looks after the stop it answers. */
  rollbackAppears: 60 * SECOND,
  /** After a person stopped it: they may have asked for a rollback that is not configured. */
  rollbackSurprises: 10 * SECOND,
  /** A roll-back has its own deadline: it may provision tasks anew. */
  rollback: 30 * MINUTE,
  /** Without any sight of the status. */
  blind: 10 * MINUTE,
  /** A deployment that is not found: at least this long, and `goneLooks` looks. */
  gone: 45 * SECOND,
  goneLooks: 3,
  /** Credentials can be refreshed by another process: ask once more before believing it. */
  expiredLooks: 2,
  /** A service that is not found. */
  inactiveLooks: 2,
  /** A job that is cancelled is killed ten seconds later: what AWS is asked for has to be asked by then. */
  cancel: 6 * SECOND,
  /** How long one such request may take, and the pause before it is sent again. */
  cancelRequest: 2.5 * SECOND,
  cancelPause: 0.5 * SECOND,
  /** Any other error that asking again is not known to help against: it is believed the third time. */
  refusedLooks: 3,
  /** How often a refused roll-back or stop is asked for again. */
  askTries: 5,
  heartbeat: 60 * SECOND
} as const

/** What a mode adds to how a deployment is followed. */
type Asking = Partial<Pick<Pursuit, 'passesFirst' | 'answered' | 'because'>>

export function pursuit(subject: Subject, wait: Wait, startedAt: Millis, asking: Asking = {}): Pursuit {
  return {
    timetable: subject.timetable,
    until: wait.until === 'started' ? 'complete' : wait.until,
    passesFirst: false,
    answered: [],
    because: undefined,
    ...asking,
    deadline: startedAt + scheduledTime(subject.timetable) + wait.allowance,
    onTimeout: wait.onTimeout,
    onCancel: wait.onCancel,
    maxGap: wait.maxGap,
    watchesAlarms: subject.guard.alarms.length > 0
  }
}
