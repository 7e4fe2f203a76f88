// Reads are repeated while waiting may help; writes never go through here.
import type { Clock } from '../domain/ports.ts'
import { isPassing, Problem, type ProblemCode } from '../domain/problem.ts'
import { type Millis, SECOND } from '../domain/units.ts'

const LONGEST: Millis = 10 * SECOND

/** Up to `retries` more attempts after the first; ends with the last problem, or with the current one once aborted. */
export async function patiently<Output>(
  clock: Clock,
  retries: number,
  call: () => Promise<Output>,
  signal?: AbortSignal
): Promise<Output> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof Problem) || !isPassing(error.code) || attempt >= retries) throw error
      if (!signal?.aborted) await clock.sleep(pause(error.code, attempt), signal)
      if (signal?.aborted) throw error
    }
  }
}

/** 1, 2, 4 … 10 s. A broken connection is usually whole again at once, so that the first pause after one is short. */
export function pause(code: ProblemCode, attempt: number): Millis {
  const doubled = (step: number) => Math.min(LONGEST, SECOND * 2 ** step)
  if (code === 'AWS_THROTTLED') return doubled(attempt)
  return attempt === 0 ? 200 : doubled(attempt - 1)
}
