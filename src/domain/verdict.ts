// How a deployment went, and why. A verdict is never thrown; a Problem (we could not do our job) is never a cause.
import type { Problem } from './problem.ts'
import type { Gate } from './snapshot.ts'
import type { Arn, Millis, Percent } from './units.ts'

export type Cause =
  /** `reason`: CloudWatch's words for the state of the first one, with value and threshold. */
  | { readonly kind: 'alarm'; readonly names: readonly string[]; readonly reason?: string }
  | { readonly kind: 'hook'; readonly stage: string | undefined; readonly detail: string }
  | { readonly kind: 'tasks'; readonly detail: string }
  /** AWS gave up because too many tasks of the new revision failed. */
  | { readonly kind: 'circuit-breaker'; readonly detail: string }
  /** Nobody answered at a gate in time. */
  | { readonly kind: 'gate-expired'; readonly detail: string }
  /** AWS did not let go of the gate that this run was to pass. */
  | { readonly kind: 'not-continued'; readonly problem: Problem }
  /** It had ended before it could be rolled back, and the new revision serves. */
  | { readonly kind: 'not-rolled-back' }
  | { readonly kind: 'deadline'; readonly after: Millis }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'operator'; readonly detail: string | undefined }
  | { readonly kind: 'rollback-failed'; readonly id: string; readonly status: string; readonly first: Cause }
  | { readonly kind: 'rollback-missing'; readonly waited: Millis; readonly first: Cause }
  | { readonly kind: 'not-serving'; readonly found: string }
  | { readonly kind: 'superseded'; readonly by: string }
  | { readonly kind: 'service-gone' }
  /** A revision was registered, and AWS then refused to start the deployment: the one cause that is a problem of ours. */
  | { readonly kind: 'not-started'; readonly problem: Problem }
  | { readonly kind: 'aws'; readonly code: string | undefined; readonly message: string | undefined }

export type Verdict =
  | { readonly kind: 'succeeded'; readonly until: 'complete' }
  /** A roll-back was asked for, and the older revision serves again. */
  | { readonly kind: 'succeeded'; readonly until: 'rolled-back' }
  /** All traffic is on the target; AWS may still roll back until the old revision is gone. */
  | { readonly kind: 'succeeded'; readonly until: 'traffic-shifted'; readonly reversibleUntil: Millis | undefined }
  | { readonly kind: 'unchanged' }
  /** `reused`: the revision existed already, and nothing was registered. */
  | { readonly kind: 'registered'; readonly taskDefinition: Arn; readonly reused: boolean }
  | { readonly kind: 'planned' }
  | { readonly kind: 'started' }
  /** `traffic`: the target's share when last seen. */
  | { readonly kind: 'paused'; readonly gate: Gate; readonly traffic: Percent | undefined }
  | { readonly kind: 'rolled-back'; readonly cause: Cause }
  /** `traffic`: the target's share when last seen. */
  | { readonly kind: 'failed'; readonly cause: Cause; readonly traffic: Percent | undefined }
  | {
      readonly kind: 'left-running'
      readonly cause: Cause
      readonly traffic: Percent | undefined
      readonly asked: Asked
      /** Why AWS did not do what it was asked for. */
      readonly refusal?: Problem
    }
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** What AWS was asked for before we stopped watching; `unanswered`: it was asked, and has not agreed. */
export type Asked = 'nothing' | 'roll-back' | 'stop' | 'unanswered'

export type VerdictWord = Verdict['kind']

/** The one classification of verdicts. `judged: false` passes without having judged the deployment, and must say so. */
export const VERDICTS: Readonly<Record<VerdictWord, { readonly passes: boolean; readonly judged: boolean }>> = {
  succeeded: { passes: true, judged: true },
  unchanged: { passes: true, judged: true },
  registered: { passes: true, judged: false },
  planned: { passes: true, judged: false },
  started: { passes: true, judged: false },
  paused: { passes: true, judged: false },
  'rolled-back': { passes: false, judged: true },
  failed: { passes: false, judged: true },
  'left-running': { passes: false, judged: false },
  unknown: { passes: false, judged: false },
  refused: { passes: false, judged: false }
}

export function passes(verdict: Verdict): boolean {
  return VERDICTS[verdict.kind].passes
}
