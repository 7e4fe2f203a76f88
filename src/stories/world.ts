// What a story needs of the world: AWS, time, somebody to tell, and a way to be cancelled.
import type { Aws } from '../aws/ports.ts'
import type { DeploymentEvent } from '../domain/event.ts'
import type { DeploymentPlan } from '../domain/plan.ts'
import type { Clock } from '../domain/ports.ts'
import type { Hash } from '../engines/kit.ts'
import type { Run } from '../inputs/inputs.ts'

export interface World {
  readonly aws: Aws
  readonly clock: Clock
  readonly hash: Hash
  /** Unlike that of any other process. */
  readonly nonce: string
  readonly run: Run
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** Ends when every reporter has taken the event. */
  readonly emit: (event: DeploymentEvent) => Promise<void>
  /** Where a person looks at a deployment. */
  readonly url: (plan: DeploymentPlan, id: string) => string
}
