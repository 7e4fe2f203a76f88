// What an engine's folder gives to the rest: a plan made from what was asked and found, and the engine that carries it out.
import type { Aws } from '../aws/ports.ts'
import type { Evidence } from '../domain/event.ts'
import type { Change } from '../domain/change.ts'
import type { DeploymentPlan, ImageChange, Revision } from '../domain/plan.ts'
import type { Clock, Engine, Handle } from '../domain/ports.ts'
import type { Note, Problem } from '../domain/problem.ts'
import type { Millis, Result } from '../domain/units.ts'
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

export interface PlanRequest {
  readonly inputs: Deploying
  readonly today: Today
  readonly wanted: Wanted
  readonly run: Run
  readonly aws: Aws
  readonly read: Read
  readonly hash: Hash
  /** Unlike that of any other process. */
  readonly nonce: string
  readonly now: Millis
}

export interface Tools {
  readonly clock: Clock
  /** Aborted when the job is cancelled: nothing is started after that. */
  readonly cancelled: AbortSignal
  readonly hash: Hash
  /** Where a person looks at a deployment. */
  readonly url: (plan: DeploymentPlan, id: string) => string
}

export interface Kit<Plan extends DeploymentPlan> {
  /** Read-only. Every problem that can be known before the first write, in one result. */
  readonly plan: (request: PlanRequest) => Promise<Result<Plan, Problem>>
  readonly engine: (plan: Plan, aws: Aws, tools: Tools) => Engine
  /** Read-only: what the engine itself can add after a bad verdict. */
  readonly evidence: (plan: Plan, handle: Handle, aws: Aws, signal: AbortSignal) => Promise<readonly Evidence[]>
}
