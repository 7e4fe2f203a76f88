// A clock whose sleep just adds to now: an hour passes in no time.
import type { Clock } from '../../src/domain/ports.ts'
import type { Millis } from '../../src/domain/units.ts'

export interface ManualClock extends Clock {
  /** Every span slept, in order. */
  readonly slept: readonly Millis[]
  advance(span: Millis): void
}

export function manualClock(start: Millis = Date.UTC(2026, 10, 20, 14, 0, 0)): ManualClock {
  let now = start
  const slept: Millis[] = []
  return {
    slept,
    now: () => now,
    advance: (span) => {
      now += span
    },
    sleep: (span, signal) => {
      const real = signal?.aborted ? 0 : Math.max(0, span)
      slept.push(real)
      now += real
      return Promise.resolve()
    }
  }
}
