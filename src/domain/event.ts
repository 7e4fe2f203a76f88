// Everything that can be told about a run. Producers do not know reporters.
import type { Attachment, DeploymentPlan } from './plan.ts'
import type { Note, Problem } from './problem.ts'
import type { Action, Handle } from './ports.ts'
import type { Outlook } from './outlook.ts'
import type {
  AlarmState,
  Gate,
  HookState,
  Monitor,
  Phase,
  ServiceEvent,
  Source,
  Stage,
  StoppedTasks,
  Tasks
} from './snapshot.ts'
import type { Arn, JsonObject, Millis, Percent } from './units.ts'
import type { Verdict } from './verdict.ts'

/** One thing that explains an end: a stage that failed, a task that stopped. */
export interface Evidence {
  readonly about: string
  readonly detail: string
}

export type DeploymentEvent = { readonly at: Millis } &
  /** The definition to deploy is made; nothing was sent. */
  (
    | { readonly kind: 'rendered'; readonly definition: JsonObject }
    | { readonly kind: 'planned'; readonly plan: DeploymentPlan }
    /** A deployment that exists is followed. */
    | { readonly kind: 'attached'; readonly attachment: Attachment }
    /** `reused`: it was registered before, and is what was asked for. */
    | { readonly kind: 'registered'; readonly taskDefinition: Arn; readonly reused: boolean }
    | { readonly kind: 'started'; readonly handle: Handle; readonly adopted: boolean }
    | {
        readonly kind: 'phase'
        readonly from: Phase
        readonly to: Phase
        readonly status: string
        readonly outlook: Outlook
      }
    /** AWS used a status word nobody has told us of. */
    | { readonly kind: 'unlisted'; readonly status: string }
    | { readonly kind: 'stage'; readonly stage: Stage }
    | {
        readonly kind: 'traffic'
        readonly from: Percent | undefined
        readonly to: Percent
        /** Of the revisions it replaces, where AWS tells it. */
        readonly old: Percent | undefined
        readonly outlook: Outlook
      }
    | { readonly kind: 'test-traffic'; readonly from: Percent | undefined; readonly to: Percent }
    | { readonly kind: 'hook'; readonly hook: HookState }
    | { readonly kind: 'monitor'; readonly monitor: Monitor }
    /** It waits for a person, here. */
    | { readonly kind: 'paused'; readonly gate: Gate }
    | { readonly kind: 'tasks'; readonly tasks: Tasks }
    | { readonly kind: 'alarm'; readonly alarm: AlarmState; readonly from: string | undefined }
    | { readonly kind: 'service-event'; readonly event: ServiceEvent }
    /** Tasks of the new revision do not stay up. */
    | { readonly kind: 'stopped'; readonly tasks: StoppedTasks }
    | { readonly kind: 'rollback'; readonly id: string; readonly status: string }
    | { readonly kind: 'blind'; readonly source: Source; readonly problem: Problem; readonly forGood: boolean }
    | { readonly kind: 'sighted'; readonly source: Source; readonly after: Millis }
    /** `because`: what made this run ask, where it was not told to by its mode. */
    | {
        readonly kind: 'acted'
        readonly action: Action
        readonly problem: Problem | undefined
        readonly because?: 'time' | 'cancel' | 'own-pause'
      }
    /** Another deployment is waited for, or brought to its end, before ours may start. */
    | { readonly kind: 'busy'; readonly other: string; readonly status: string; readonly waited: Millis }
    /** Nothing has changed for a minute. */
    | {
        readonly kind: 'heartbeat'
        readonly phase: Phase
        readonly traffic: Percent | undefined
        readonly outlook: Outlook
      }
    /** An old revision was taken out of use, as `keep-revisions` asks. */
    | { readonly kind: 'deregistered'; readonly taskDefinition: Arn }
    | { readonly kind: 'note'; readonly note: Note }
    /** After an end that is not green: what AWS still tells about it. */
    | { readonly kind: 'evidence'; readonly evidence: Evidence }
    | { readonly kind: 'concluded'; readonly verdict: Verdict }
  )
