// What the timetable says will come next, once the traffic has begun to move. Instants are by our clock.
import { shiftTime, type Timetable } from './shape.ts'
import type { Millis, Percent } from './units.ts'

export type Moment =
  /** Until when a person is waited for: AWS then does what the gate says. */
  | { readonly kind: 'expiry'; readonly at: Millis }
  | { readonly kind: 'weight'; readonly at: Millis; readonly weight: Percent }
  /** The old revision goes and AWS says the deployment is over. */
  | { readonly kind: 'end'; readonly at: Millis }

export interface Outlook {
  /** The first moment that was not seen yet; one that lies in the past is late. */
  readonly next: Moment | undefined
  /** When the deployment should be over; undefined before the traffic begins to move. */
  readonly end: Millis | undefined
  /** When this job gives up waiting; undefined once nothing is waited for. */
  readonly deadline: Millis | undefined
}

export const NO_OUTLOOK: Outlook = { next: undefined, end: undefined, deadline: undefined }

/** Every predicted moment of a shift that began at `began`; `shiftedAt` corrects the end when 100 % came later than planned. */
export function moments(timetable: Timetable, began: Millis, shiftedAt?: Millis): readonly Moment[] {
  const weights = timetable.steps.map((step): Moment => ({
    kind: 'weight',
    at: began + step.after,
    weight: step.weight
  }))
  // Without steps the end can only be told once all traffic has moved.
  if (timetable.steps.length === 0 && shiftedAt === undefined) return []
  const shifted = shiftedAt ?? began + shiftTime(timetable)
  return [...weights, { kind: 'end', at: shifted + timetable.bake }]
}

/** Whether a moment is still to come, or late, with this much traffic on the new revision. */
export function isPending(moment: Moment, traffic: Percent | undefined): boolean {
  return moment.kind !== 'weight' || moment.weight > (traffic ?? 0)
}

export function outlook(all: readonly Moment[], traffic: Percent | undefined, deadline: Millis): Outlook {
  return { next: all.find((moment) => isPending(moment, traffic)), end: all.at(-1)?.at, deadline }
}
