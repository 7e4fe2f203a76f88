// How production traffic moves from the old revision to the new one, and when each step is due.
import type { Millis, Percent } from './units.ts'

export type Shape =
  | { readonly kind: 'all-at-once' }
  | { readonly kind: 'canary'; readonly first: Percent; readonly hold: Millis; readonly bake?: Millis }
  | { readonly kind: 'linear'; readonly step: Percent; readonly every: Millis; readonly bake?: Millis }
  | { readonly kind: 'blue-green'; readonly bake?: Millis }
  | { readonly kind: 'rolling'; readonly bake?: Millis }

/** One planned weight of the new revision, `after` the first step of the shift. */
export interface WeightStep {
  readonly after: Millis
  readonly weight: Percent
}

/**
 * The weights a shape goes through. The first step is immediate: observed on a real linear run, where 10 % was live as
 * AllowTraffic began and 100 % came after ceil(100 / step) - 1 intervals.
 */
export function weightSteps(shape: Shape): readonly WeightStep[] {
  switch (shape.kind) {
    case 'canary':
      return [
        { after: 0, weight: shape.first },
        { after: shape.hold, weight: 100 }
      ]
    case 'linear': {
      const count = Math.ceil(100 / shape.step)
      return Array.from({ length: count }, (_, index) => ({
        after: index * shape.every,
        // In tenths of a percent, as AWS counts: 3 * 3.3 is 9.9.
        weight: Math.min(100, Math.round((index + 1) * shape.step * 10) / 10)
      }))
    }
    case 'all-at-once':
    case 'blue-green':
    case 'rolling':
      return [{ after: 0, weight: 100 }]
  }
}

/** What a deployment is known to take, before provisioning and hooks, which nobody can know. */
export interface Timetable {
  /** Longest wait for a person before any traffic moves; 0 when nobody is waited for. */
  readonly readyWait: Millis
  readonly steps: readonly WeightStep[]
  /** How long both revisions stay alive after 100 %. */
  readonly bake: Millis
}

/** From the first step of the shift to 100 %. */
export function shiftTime(timetable: Timetable): Millis {
  return timetable.steps.at(-1)?.after ?? 0
}

/** Everything the timetable knows of: the least that must be allowed for a deployment. */
export function scheduledTime(timetable: Timetable): Millis {
  return timetable.readyWait + shiftTime(timetable) + timetable.bake
}
