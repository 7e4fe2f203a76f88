// How long this step stays: `wait-until`, and the two inputs of the official action that say the same in other words.
import type { WaitUntil } from '../domain/plan.ts'
import { MINUTE, type Millis } from '../domain/units.ts'
import type { Ask } from './ask.ts'
import { boolean, wholeNumber, word } from './fields.ts'

export interface Stay {
  readonly until: WaitUntil
  readonly allowance: Millis
  /** `wait-for-service-stability`, as written. */
  readonly stable: boolean | undefined
}

/** Beyond the deployment's own timetable. */
const USUAL_MINUTES = 30
/** The job's own limit is six hours. */
const MOST_MINUTES = 360

export function readWait(asked: Ask): Stay {
  const written = asked.read('wait-until', word(['complete', 'traffic-shifted', 'started'] as const))
  const stable = asked.read('wait-for-service-stability', boolean)
  const minutes = asked.read('wait-for-minutes', wholeNumber(0, MOST_MINUTES))

  const stays = [
    ...(written !== undefined && written !== 'started' ? [`wait-until: ${written}`] : []),
    ...(stable === true ? ['wait-for-service-stability: true'] : [])
  ]
  const leaves = [
    ...(written === 'started' ? ['wait-until: started'] : []),
    ...(stable === false ? ['wait-for-service-stability: false'] : []),
    ...(minutes === 0 ? ['wait-for-minutes: 0'] : [])
  ]
  const [stay] = stays
  const [leave] = leaves
  if (stay !== undefined && leave !== undefined) {
    const clash = `\`${stay}\` waits for the deployment and \`${leave}\` does not`
    asked.conflict(written === undefined ? 'wait-for-service-stability' : 'wait-until', clash, 'Remove one of the two.')
  }
  return {
    until: leave === undefined ? (written ?? 'complete') : 'started',
    allowance: (minutes ?? USUAL_MINUTES) * MINUTE,
    stable
  }
}
