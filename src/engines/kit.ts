// What an engine's folder gives to the rest: a plan made from what was asked and found, and the engine that carries it out.
import type { Aws } from '../aws/ports.ts'
import type { Evidence } from '../domain/event.ts'
import type { Change } from '../domain/change.ts'
import type { Attachment, DeploymentPlan, ImageChange, Revision, Target } from '../domain/plan.ts'
import type { Clock, Engine, Follower, Handle } from '../domain/ports.ts'
import type { Note, Problem } from '../domain/problem.ts'
import type { Arn, Millis, Result } from '../domain/units.ts'
import type { Deploying, Run } from '../inputs/inputs.ts'
import type { Read, Today } from '../plan/survey.ts'

/** Hex SHA-256. */
export type Hash = (text: string) => string

/** What is to be deployed, and how it differs from what serves now: alike for every engine. */
export interface Wanted {
  readonly revision: Revision
  readonly images: readonly ImageChange[]
  /** Undefined: what serves now could not be read. */
  readonly changes: readonly Change[] | undefined
  readonly notes: readonly Note[]
}

/** Where a person looks at something in the console of AWS; empty where that console is not known. */
export type Page = (where: Pick<Target, 'partition' | 'region'>, path: readonly string[]) => string

/** To find a deployment that exists. */
export interface AttachRequest {
  readonly inputs: Deploying
  readonly today: Today
  readonly run: Run
  readonly aws: Aws
  readonly read: Read
  readonly page: Page
  readonly now: Millis
}

export interface PlanRequest extends AttachRequest {
  readonly wanted: Wanted
  readonly hash: Hash
  /** Unlike that of any other process. */
  readonly nonce: string
}

export type Planning<Plan extends DeploymentPlan> =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /**
   * Nothing but `other` stands in the way. An engine that can start beside it, and is asked to replace it, plans at once.
   * `other.whose` is `run` only where it deploys what the plan would deploy.
   */
  | { readonly kind: 'busy'; readonly plan: Plan; readonly other: Attachment; readonly problem: Problem }

export interface Tools {
  readonly clock: Clock
  /** Aborted when the job is cancelled: nothing is started after that. */
  readonly cancelled: AbortSignal
  readonly hash: Hash
  readonly page: Page
}

export interface Kit<Plan extends DeploymentPlan, Attached extends Attachment> {
  /** Read-only. Every problem that can be known before the first write, in one result. */
  readonly plan: (request: PlanRequest) => Promise<Planning<Plan>>
  readonly engine: (plan: Plan, aws: Aws, tools: Tools) => Engine
  /**
   * The deployment of this service that `id` names; without an id the one that is under way, else the last there was.
   * Undefined: there never was one, or AWS keeps no record of it. Read-only.
   */
  readonly attach: (request: AttachRequest, id: string | undefined) => Promise<Result<Attached | undefined, Problem>>
  readonly follower: (subject: Plan | Attached, aws: Aws, tools: Tools) => Follower
  /** The newest revision that was deployed with success and is not the one that serves now. Read-only. */
  readonly lastSucceeded: (request: AttachRequest) => Promise<Result<Arn | undefined, Problem>>
  /** Takes the pauses of our own out of the service's settings; what was changed, as clauses. Writes, when there are any. */
  readonly removePauses: (request: AttachRequest) => Promise<readonly string[]>
  /** Read-only: what the engine itself can add after a bad verdict. */
  readonly evidence: (
    subject: Plan | Attached,
    handle: Handle,
    aws: Aws,
    signal: AbortSignal
  ) => Promise<readonly Evidence[]>
}
