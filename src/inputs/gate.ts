// Where a deployment is to stop for a person, how long the person is waited for, and what AWS does when nobody comes.
import type { PauseAt } from '../domain/plan.ts'
import { MINUTE } from '../domain/units.ts'
import type { Ask } from './ask.ts'
import { wholeNumber, word } from './fields.ts'
import type { Inputs } from './inputs.ts'

const GATES = [
  'before-traffic',
  'after-test-traffic',
  'before-each-shift',
  'after-canary'
] as const satisfies readonly PauseAt[]

/** Of a pause: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
const MOST_MINUTES = 20_160

const EXPIRY = { rollback: 'roll-back', continue: 'continue' } as const

/** What is nothing without a gate. */
const OF_A_GATE = ['pause-minutes', 'pause-timeout-action'] as const

export function readGate(asked: Ask): Pick<Inputs, 'pauseAt' | 'pauseFor' | 'pauseExpiry'> {
  const pauseAt = asked.read('pause-at', word(GATES))
  const minutes = asked.read('pause-minutes', wholeNumber(1, MOST_MINUTES))
  const expiry = asked.read('pause-timeout-action', word(['rollback', 'continue'] as const))
  if (!asked.has('pause-at')) {
    for (const name of OF_A_GATE.filter((given) => asked.sets(given))) {
      asked.conflict(
        name,
        `\`${name}\` is about the wait for a person, and without \`pause-at\` nobody is waited for`,
        `Give \`pause-at\`, or remove \`${name}\`.`
      )
    }
  }
  // Their defaults, written out, ask for nothing by themselves.
  if (pauseAt === undefined) return { pauseAt, pauseFor: undefined, pauseExpiry: undefined }
  return {
    pauseAt,
    pauseFor: minutes === undefined ? undefined : minutes * MINUTE,
    pauseExpiry: expiry === undefined ? undefined : EXPIRY[expiry]
  }
}
