// A wait for a person in words: where it is, until when, what AWS does then, and what a person does about it.
import type { Gate } from '../../domain/snapshot.ts'
import type { Millis } from '../../domain/units.ts'
import { NOTHING, own, say, type Phrase } from './phrase.ts'
import { about, date, minute, span } from './time.ts'

const DAY: Millis = 86_400_000

/** What AWS does when nobody has answered; nothing for a word nobody has told us of. */
const EXPIRY: Readonly<Record<Gate['onExpiry'], string | undefined>> = {
  'roll-back': 'AWS rolls it back',
  continue: 'AWS continues it',
  stop: 'AWS stops it',
  unknown: undefined
}

/** ` at POST_TEST_TRAFFIC_SHIFT`; nothing where AWS does not name the stage. */
export function atStage({ stage }: Gate): Phrase {
  return stage === undefined ? NOTHING : say` at ${stage}`
}

/** How long from `now`: exact to the minute, or to the hour where it is days. */
function left(at: Millis, now: Millis | undefined): string {
  if (now === undefined || at <= now) return ''
  return ` (in ${at - now < DAY ? about(at - now) : span(at - now)})`
}

/** `then` joins the instant and what AWS does at it. */
function expiry({ expiresAt, onExpiry }: Gate, now: Millis | undefined, shown: string, then: string): Phrase {
  const does = EXPIRY[onExpiry]
  if (expiresAt === undefined) return does === undefined ? NOTHING : own(`; when nobody answers in time, ${does}`)
  const until = ` until ${shown} UTC${left(expiresAt, now)}`
  return own(does === undefined ? `${until}; what AWS does then is not known` : `${until}, ${then} ${does}`)
}

function instant(at: Millis | undefined, now: Millis): string {
  if (at === undefined) return ''
  return Math.abs(at - now) < DAY ? minute(at) : `${date(at)} ${minute(at)}`
}

/** `at POST_TEST_TRAFFIC_SHIFT until 15:02 UTC (in 58m), then AWS rolls it back; hook ecs-pause-…`. */
export function gatePhrase(gate: Gate, now: Millis): Phrase {
  const where = gate.stage === undefined ? own('for a person') : say`at ${gate.stage}`
  const hook = gate.hookId === undefined ? NOTHING : say`; hook ${gate.hookId}`
  return say`${where}${expiry(gate, now, instant(gate.expiresAt, now), 'then')}${hook}`
}

/** `the deployment waits for a person at … until 2026-11-20 15:02 UTC, when AWS rolls it back`. */
export function waitClause(gate: Gate, now: Millis | undefined): Phrase {
  const shown = gate.expiresAt === undefined ? '' : `${date(gate.expiresAt)} ${minute(gate.expiresAt)}`
  return say`the deployment waits for a person${atStage(gate)}${expiry(gate, now, shown, 'when')}`
}

/** Only what looks like an id of AWS is put among words that are to be copied. */
const PLAIN_ID = /^[\w-]{1,100}$/

/** A sentence that starts with a verb. `by`: until when it waits, where the gate itself does not tell. */
export function answerIt({ hookId, expiresAt }: Gate, by: Millis | undefined): string {
  const named = hookId !== undefined && PLAIN_ID.test(hookId) ? ` and \`hook-id: ${hookId}\`` : ''
  const untold = expiresAt === undefined && by !== undefined ? ` before about ${date(by)} ${minute(by)} UTC` : ''
  return `Continue it with \`mode: promote\`${named}${untold}, or roll it back with \`mode: rollback\`.`
}
