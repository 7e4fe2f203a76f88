// What this action has left in a service's settings for a deployment goes with it. It never changes a verdict.
import { Problem } from '../domain/problem.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { AttachRequest } from '../engines/kit.ts'
import { removePauses } from '../engines/pick.ts'
import type { World } from './world.ts'

/** Whether the pauses in the service's settings are needed no more: the one that took its place may have brought its own. */
export function isOver(verdict: Verdict): boolean {
  const { kind } = verdict
  if (kind === 'failed') return verdict.cause.kind !== 'superseded'
  return kind === 'succeeded' || kind === 'rolled-back'
}

/** Pauses of ours stay in the service's settings until nothing needs them. It never changes a verdict. */
export async function clearUp(request: AttachRequest, { clock, emit, cancelled }: World): Promise<void> {
  if (cancelled.aborted) return
  try {
    for (const what of await removePauses(request)) {
      const says = what.charAt(0).toUpperCase() + what.slice(1)
      await emit({ kind: 'note', at: clock.now(), note: { level: 'notice', says } })
    }
  } catch (error) {
    // The deployment is over; the next one that does not ask for a pause removes it.
    const why = error instanceof Problem ? error.found : String(error)
    const says = `The pause that this action added stays in the service's settings: ${why}`
    const remedy = error instanceof Problem ? error.remedy : 'Remove it, or let the next deployment do so.'
    await emit({ kind: 'note', at: clock.now(), note: { level: 'warning', says, remedy } })
  }
}
