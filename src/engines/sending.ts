// How a write is sent and a doubt is cleared up: a request that was turned away unread goes again, and a failed look decides
// nothing.
import type { Clock } from '../domain/ports.ts'
import { isPassing, Problem } from '../domain/problem.ts'
import { SECOND, type Millis } from '../domain/units.ts'

/** Before a throttled write is sent again. */
const RESEND: readonly Millis[] = [2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND]

interface Sending {
  readonly clock: Clock
  readonly cancelled: AbortSignal
}

/** A throttled request was turned away unread: sending it again cannot take effect twice. */
export async function unhurried<T>(
  { clock, cancelled }: Sending,
  write: () => Promise<T>,
  pauses = RESEND
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const [pause, ...later] = pauses
    if (!(error instanceof Problem) || error.code !== 'AWS_THROTTLED' || pause === undefined) throw error
    await clock.sleep(pause, cancelled)
    // A cancelled job starts nothing any more.
    if (cancelled.aborted) throw error
    return unhurried({ clock, cancelled }, write, later)
  }
}

/** The request may have taken effect. Throttled never has. */
export function isUncertain(problem: Problem): boolean {
  return (isPassing(problem.code) && problem.code !== 'AWS_THROTTLED') || problem.code === 'INTERNAL'
}

/** Undefined when it cannot be seen: a look in search of our own doing decides nothing when it fails. */
export async function sighted<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
