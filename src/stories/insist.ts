// One action on a deployment that was found, asked for until AWS agrees: an answer that is lost on its way says nothing.
import type { Action, Follower, Handle } from '../domain/ports.ts'
import { isPassing, Problem } from '../domain/problem.ts'
import { SECOND, type Millis } from '../domain/units.ts'
import { heedCancel } from './refusal.ts'
import type { World } from './world.ts'

/** Before it is asked for again, which is safe: AWS does nothing twice. */
const PAUSES: readonly Millis[] = [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND]

/** Rejects with the refusal; one that leaves open whether AWS has acted says so. Writes. */
export async function insist(
  action: Action,
  follower: Follower,
  handle: Handle,
  world: World,
  pauses: readonly Millis[] = PAUSES
): Promise<void> {
  const { clock, cancelled, emit } = world
  heedCancel(world)
  try {
    await follower.act(handle, action)
    await emit({ kind: 'acted', at: clock.now(), action, problem: undefined })
  } catch (error) {
    if (!(error instanceof Problem) || !isPassing(error.code)) throw error
    const [pause, ...later] = pauses
    if (pause === undefined || cancelled.aborted) throw uncertain(error, handle)
    await clock.sleep(pause, cancelled)
    if (cancelled.aborted) throw uncertain(error, handle)
    return insist(action, follower, handle, world, later)
  }
}

function uncertain(lost: Problem, { id }: Handle): Problem {
  // What was turned away unread has done nothing.
  if (lost.code === 'AWS_THROTTLED') return lost
  return new Problem('OUTCOME_UNCERTAIN', {
    ...(lost.place && { place: lost.place }),
    found: `AWS was asked and did not answer: ${lost.found}`,
    changed: `deployment ${id} may have taken the request`,
    remedy: 'Run the job again: to ask twice does no harm.',
    ...(lost.aws && { aws: lost.aws }),
    cause: lost
  })
}
