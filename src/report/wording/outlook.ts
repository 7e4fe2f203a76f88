// What comes next and when, in words: the predicted moment, or how late it is.
import type { Moment, Outlook } from '../../domain/outlook.ts'
import type { Millis } from '../../domain/units.ts'
import { percent } from './names.ts'
import { NOTHING, own, say, type Phrase } from './phrase.ts'
import { about, minute, span } from './time.ts'

/** AWS acts some seconds after its own timetable: no moment is called late before this. */
const GRACE: Millis = 30_000

/** `next 100 % at 14:07 UTC (in 5m 00s), done about 14:17 (in 15m)`, or what is late. */
export function outlookPhrase({ next, end }: Outlook, now: Millis): Phrase {
  if (next === undefined) return NOTHING
  if (isLate(next, now)) return own(`${due(next)} at ${minute(next.at)} UTC (${span(now - next.at)} ago)`)
  const done = (zone: string): readonly string[] =>
    end !== undefined && end > now ? [`done about ${minute(end)}${zone} (in ${about(end - now)})`] : []
  switch (next.kind) {
    case 'expiry':
      return own(`waits for a person until ${minute(next.at)} UTC (in ${about(next.at - now)})`)
    case 'weight': {
      const left = next.at > now ? `in ${span(next.at - now)}` : 'now'
      return own([`next ${percent(next.weight)} at ${minute(next.at)} UTC (${left})`, ...done('')].join(', '))
    }
    case 'end':
      return own(done(' UTC').join(''))
  }
}

function isLate(moment: Moment, now: Millis): boolean {
  return now - moment.at > GRACE
}

function due(moment: Moment): string {
  switch (moment.kind) {
    case 'expiry':
      return 'the wait for a person was to end'
    case 'weight':
      return `${percent(moment.weight)} was due`
    case 'end':
      return 'the end was due'
  }
}

/** When this job gives up, where nothing else tells how long a reader has to wait. */
export function patience({ next, deadline }: Outlook, now: Millis): Phrase {
  if (deadline === undefined || deadline <= now || (next && !isLate(next, now))) return NOTHING
  return own(`this job waits until ${minute(deadline)} UTC at most`)
}

/** Set off by three spaces; nothing at all where there is no outlook. */
export function apart(phrase: Phrase): Phrase {
  return phrase.parts.length === 0 ? NOTHING : say`   ${phrase}`
}
