// A deployment that was found, and not started by this run: in one line, and as labelled rows.
import type { Attachment, Whose } from '../../domain/plan.ts'
import { OVER } from '../../domain/snapshot.ts'
import { MINUTE, type Millis } from '../../domain/units.ts'
import { atStage, gatePhrase } from './gate.ts'
import { PHASE_NAMES, revision, strategy } from './names.ts'
import { join, NOTHING, own, prose, say, type Phrase } from './phrase.ts'
import { followedRows, serviceName, type Row } from './plan.ts'
import { about, date, span, time } from './time.ts'

const DAY: Millis = 24 * 60 * MINUTE

/** Nothing where neither marker nor revision tell. */
const WHOSE: Readonly<Record<Whose, string | undefined>> = {
  run: 'started by an earlier attempt of this run',
  repository: 'started by a run of this repository',
  unknown: undefined
}

/** `2026-11-20 13:48:00 UTC (12m ago)`; nothing where AWS does not say. */
export function begun(createdAt: Millis | undefined, now: Millis): Phrase {
  if (createdAt === undefined) return NOTHING
  const age = now - createdAt
  const ago = age < 0 ? '' : ` (${age < DAY ? about(age) : span(age)} ago)`
  return own(`${date(createdAt)} ${time(createdAt)} UTC${ago}`)
}

export function revisionsOf({ before, handle }: Attachment): Phrase {
  const from = before.taskDefinition === undefined ? say`not known` : say`${revision(before.taskDefinition)}`
  const to = handle.taskDefinition === undefined ? say`not known` : say`${revision(handle.taskDefinition)}`
  return say`${from} -> ${to}`
}

/** Who started it, and what else a person recognises it by. */
export function signsOf({ whose, signs }: Attachment): readonly Phrase[] {
  const ours = WHOSE[whose]
  return [...(ours === undefined ? [] : [own(ours)]), ...signs.map(prose)]
}

/** AWS's word, with ours where it says more. */
function standing({ status, phase, gates }: Attachment): Phrase {
  const where = gates.map((gate) => say`waits for a person${atStage(gate)}`)
  const ours = OVER[phase] || phase === 'running' ? [] : [own(PHASE_NAMES[phase])]
  return join([say`${status}`, ...(where.length > 0 ? where : ours)], ', ')
}

export function attachmentLine(attachment: Attachment, now: Millis): Phrase {
  const { handle, target, shape, createdAt } = attachment
  const since = createdAt === undefined ? NOTHING : say`, begun ${begun(createdAt, now)}`
  const page = handle.url === '' ? NOTHING : say`   ${handle.url}`
  // What it is comes first: an id may be as long as a line.
  return say`${serviceName(attachment)}, ${target.region}: ${own(strategy(shape))}; ${standing(attachment)}${since}   ${handle.id}${page}`
}

export function attachmentRows(attachment: Attachment, now: Millis): readonly Row[] {
  const { handle, gates, createdAt } = attachment
  return [
    ...followedRows(attachment, revisionsOf(attachment)),
    { label: 'id', text: say`${handle.id}` },
    { label: 'status', text: standing(attachment) },
    ...gates.map((gate) => ({ label: 'waits', text: gatePhrase(gate, now) })),
    ...(createdAt === undefined ? [] : [{ label: 'begun', text: begun(createdAt, now) }]),
    ...signsOf(attachment).map((text) => ({ label: 'known by', text }))
  ]
}
