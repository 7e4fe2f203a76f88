// What a run has learnt beside its verdict, so that a remedy can name it.
import type { DeploymentEvent } from '../../domain/event.ts'
import type { Shape } from '../../domain/shape.ts'
import type { Gate } from '../../domain/snapshot.ts'
import type { Millis } from '../../domain/units.ts'

export interface Known {
  /** How the traffic moves: with a rolling deployment there are no weights to be set. */
  readonly shape: Shape | undefined
  /** The revision that served before. */
  readonly before: string | undefined
  /** The command by which a person rolls the deployment back. */
  readonly rollBackCommand: string | undefined
  /** Where the deployment waits for a person, as far as was seen. */
  readonly gate: Gate | undefined
  /** Until when it is to wait there by the timetable, where AWS does not say so itself. */
  readonly expiry: Millis | undefined
}

export const NOTHING_KNOWN: Known = {
  shape: undefined,
  before: undefined,
  rollBackCommand: undefined,
  gate: undefined,
  expiry: undefined
}

export function learn(known: Known, event: DeploymentEvent): Known {
  if (event.kind === 'planned') {
    const { shape, before } = event.plan
    return { ...NOTHING_KNOWN, shape, before: before.taskDefinition }
  }
  if (event.kind === 'started') return { ...known, rollBackCommand: event.handle.rollBackCommand, gate: undefined }
  if (event.kind === 'attached') {
    const { shape, before, handle, gates } = event.attachment
    const { rollBackCommand } = handle
    return { ...NOTHING_KNOWN, shape, before: before.taskDefinition, rollBackCommand, gate: gates[0] }
  }
  if (event.kind === 'phase' && event.to === 'paused') {
    const { next } = event.outlook
    return { ...known, expiry: next?.kind === 'expiry' ? next.at : undefined }
  }
  if (event.kind === 'paused') return { ...known, gate: event.gate }
  const goesOn = event.kind === 'phase'
  const answered = event.kind === 'acted' && event.problem === undefined
  return goesOn || answered ? { ...known, gate: undefined } : known
}
