// What the stories ask of the world around them.
import type { Aws } from '../aws/ports.ts'
import { patiently } from '../aws/patience.ts'
import type { DeploymentEvent } from '../domain/event.ts'
import type { Clock } from '../domain/ports.ts'
import type { Hash, Page } from '../engines/kit.ts'
import type { Inputs, Run } from '../inputs/inputs.ts'
import type { Read } from '../plan/survey.ts'

export interface World {
  readonly aws: Aws
  readonly clock: Clock
  readonly emit: (event: DeploymentEvent) => Promise<void>
  readonly run: Run
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  readonly hash: Hash
  /** Unlike that of any other process: makes this start different from every other. */
  readonly nonce: string
  /** Where a person looks at something in the console. */
  readonly page: Page
}

/** Every read before the first write goes through this. */
export function patientReads({ maxRetries }: Pick<Inputs, 'maxRetries'>, { clock, cancelled }: World): Read {
  return (call) => patiently(clock, maxRetries, call, cancelled)
}
