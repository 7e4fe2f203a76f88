// What is followed, until when, and what to do when patience ends: all that watching needs to know of a plan.
import type { DeploymentPlan, Policy } from '../domain/plan.ts'
import { scheduledTime, type Timetable } from '../domain/shape.ts'
import { MINUTE, SECOND, type Millis } from '../domain/units.ts'

export interface Pursuit {
  readonly timetable: Timetable
  readonly until: 'complete' | 'traffic-shifted'
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

export function pursuit(plan: DeploymentPlan, startedAt: Millis): Pursuit {
  return {
    timetable: plan.timetable,
    until: plan.wait.until === 'traffic-shifted' ? 'traffic-shifted' : 'complete',
    deadline: startedAt + scheduledTime(plan.timetable) + plan.wait.allowance,
    onTimeout: plan.wait.onTimeout,
    onCancel: plan.wait.onCancel,
    maxGap: plan.wait.maxGap,
    watchesAlarms: plan.guard.alarms.length > 0
  }
}
