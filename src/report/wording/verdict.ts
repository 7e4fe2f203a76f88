// A verdict in words: the word first, then what happened and what it means for production traffic.
import { PROBLEMS } from '../../domain/catalogue.ts'
import { isPassing } from '../../domain/problem.ts'
import type { Millis, Percent } from '../../domain/units.ts'
import type { Asked, Cause, Verdict, VerdictWord } from '../../domain/verdict.ts'
import { causeClause } from './cause.ts'
import { waitClause } from './gate.ts'
import { percent, revision } from './names.ts'
import { capital, join, NOTHING, own, plain, say, type Phrase } from './phrase.ts'
import { changedSentence, gist } from './problem.ts'
import { date, span, time } from './time.ts'

export const VERDICT_WORDS: Readonly<Record<VerdictWord, string>> = {
  succeeded: 'Succeeded',
  unchanged: 'Unchanged',
  registered: 'Registered',
  planned: 'Planned',
  started: 'Started',
  paused: 'Paused',
  'rolled-back': 'Rolled back',
  failed: 'Failed',
  'left-running': 'Left running',
  unknown: 'Unknown',
  refused: 'Refused'
}

const ASKED: Readonly<Record<Asked, Phrase>> = {
  nothing: say`AWS goes on as the deployment is configured; nothing was asked of it.`,
  'roll-back': say`AWS was asked to roll back and had not finished when this job stopped watching.`,
  stop: say`AWS was asked to stop the deployment and had not finished when this job stopped watching.`,
  unanswered: say`AWS was asked to end the deployment and did not agree in time: it may go on.`
}

const OLD_SERVES: Phrase = say`The old revision serves all production traffic`

const NOT_KNOWN: Phrase = say`How much production traffic the new revision has is not known.`

function lastSeen(traffic: Percent | undefined): Phrase {
  return traffic === undefined
    ? NOT_KNOWN
    : say`The new revision had ${own(percent(traffic))} of production traffic when last seen.`
}

/** While it waits at a gate nothing moves: what was seen last is so still. */
function hasNow(traffic: Percent | undefined): Phrase {
  return traffic === undefined ? NOT_KNOWN : say`The new revision has ${own(percent(traffic))} of production traffic.`
}

function reversible(until: Millis | undefined, now: Millis | undefined): Phrase {
  if (until === undefined) return say`AWS may still roll back until the old revision is gone.`
  const left = now === undefined || until <= now ? NOTHING : own(` (in ${span(until - now)})`)
  return say`AWS may still roll back until ${own(`${date(until)} ${time(until)} UTC`)}${left}, when the old revision goes.`
}

/** One sentence of a verdict. One that gives the words of others may be shortened where there is little room. */
export interface Sentence {
  readonly text: Phrase
  readonly quotes: boolean
}

const ours = (text: Phrase): Sentence => ({ text, quotes: false })
const quoting = (clause: Phrase): Sentence => ({ text: say`${capital(clause)}.`, quotes: true })

/** What happened, without the verdict's word. `now` adds how long from now to every instant. */
export function sentences(verdict: Verdict, now?: Millis): readonly Sentence[] {
  switch (verdict.kind) {
    case 'succeeded': {
      if (verdict.until === 'rolled-back') {
        return [ours(say`The older revision serves 100 % of production traffic again, as was asked.`)]
      }
      const serves = ours(say`The new revision serves 100 % of production traffic.`)
      return verdict.until === 'complete' ? [serves] : [serves, ours(reversible(verdict.reversibleUntil, now))]
    }
    case 'unchanged':
      return [
        ours(
          say`Nothing differs from the revision that serves 100 % of production traffic, and its images are pinned by digest. Nothing was registered and nothing deployed.`
        )
      ]
    case 'registered':
      return [
        ours(
          verdict.reused
            ? say`Nothing was judged: revision ${revision(verdict.taskDefinition)} was there already and is the same. It was not registered again, and not deployed.`
            : say`Nothing was judged: revision ${revision(verdict.taskDefinition)} was registered and not deployed.`
        )
      ]
    case 'planned':
      return [ours(say`Nothing was judged: this is a plan. Nothing was changed in AWS.`)]
    case 'started':
      return [ours(say`Nothing was judged: the deployment was started and goes on without this job watching it.`)]
    case 'paused':
      return [ours(say`Nothing was judged: ${waitClause(verdict.gate, now)}.`), ours(hasNow(verdict.traffic))]
    case 'rolled-back': {
      // Whoever took its place moves the traffic: where it is by now is theirs to say.
      const back = verdict.cause.kind === 'superseded' ? say`This one was rolled back.` : say`${OLD_SERVES} again.`
      return [quoting(causeClause(verdict.cause)), ours(back)]
    }
    case 'failed':
      return failed(verdict.cause, verdict.traffic)
    case 'left-running':
      return leftRunning(verdict)
    case 'unknown':
      return [
        ours(say`How the deployment went could not be read.`),
        quoting(say`${own(PROBLEMS[verdict.problem.code].says)}: ${gist(verdict.problem)}`),
        ours(changedSentence(verdict.problem))
      ]
    case 'refused': {
      const [first, ...others] = verdict.problems
      if (first === undefined) return [ours(say`Nothing was changed in AWS.`)]
      const more =
        others.length === 0
          ? []
          : [ours(say`${others.length} more problem${own(others.length === 1 ? '' : 's')} below.`)]
      const what = quoting(say`${own(PROBLEMS[first.code].says)}: ${gist(first)}`)
      return [ours(changedSentence(first)), what, ...more]
    }
  }
}

/** The service contradicts what AWS says of the traffic, or there may be nothing to roll back to: who serves is not known. */
const DOUBTFUL: ReadonlySet<Cause['kind']> = new Set(['not-serving', 'rollback-failed'])

/** Production that is split is the first thing to say; everything else has time. */
function failed(cause: Cause, traffic: Percent | undefined): readonly Sentence[] {
  const why = quoting(causeClause(cause))
  if (cause.kind === 'not-started') return [why, ours(changedSentence(cause.problem))]
  if (cause.kind === 'not-continued') return [why, ours(changedSentence(cause.problem)), ours(lastSeen(traffic))]
  if (cause.kind === 'service-gone') return [why, ours(say`Neither revision serves production traffic any more.`)]
  if (cause.kind === 'superseded') {
    const moved = say`This one had moved ${own(percent(traffic ?? 0))} of it when last seen.`
    return traffic === undefined ? [why] : [why, ours(moved)]
  }
  if (isSplit(traffic)) return [ours(split(traffic)), why]
  if (cause.kind === 'not-rolled-back') return [why]
  return [why, ours(traffic === 0 && !DOUBTFUL.has(cause.kind) ? say`${OLD_SERVES}.` : lastSeen(traffic))]
}

export function isSplit(traffic: Percent | undefined): traffic is Percent {
  return traffic !== undefined && traffic > 0 && traffic < 100
}

function split(traffic: Percent): Phrase {
  const [old, fresh] = [own(percent(100 - traffic)), own(percent(traffic))]
  return say`Production traffic is split: ${old} on the old revision, ${fresh} on the new one, and nothing moves it any more.`
}

function leftRunning({ cause, traffic, asked, refusal }: Verdict & { kind: 'left-running' }): readonly Sentence[] {
  const why = quoting(causeClause(cause))
  // What AWS was asked for was to go on, and the problem says what has come of it.
  if (cause.kind === 'not-continued' && refusal === undefined) {
    return [why, ours(changedSentence(cause.problem)), ours(lastSeen(traffic))]
  }
  if (refusal === undefined) return [why, ours(ASKED[asked]), ours(lastSeen(traffic))]
  const share =
    traffic === undefined
      ? say`How much production traffic the new revision has is not known`
      : say`${own(percent(traffic))} of production traffic is on the new revision`
  // A request that failed on its way may have been heard.
  return isPassing(refusal.code)
    ? [
        quoting(say`AWS was asked to stop the deployment and did not agree in time: ${gist(refusal)}`),
        ours(say`${share}, and the deployment may go on.`),
        why
      ]
    : [
        quoting(say`AWS refused to stop the deployment: ${gist(refusal)}`),
        ours(say`${share}, and the deployment goes on.`),
        why
      ]
}

/** All of it as one phrase. */
export function verdictBody(verdict: Verdict, now?: Millis): Phrase {
  return join(
    sentences(verdict, now).map(({ text }) => text),
    ' '
  )
}

/** The verdict's own line: word first. */
export function verdictLine(verdict: Verdict, now?: Millis): Phrase {
  return say`${own(VERDICT_WORDS[verdict.kind])}. ${verdictBody(verdict, now)}`
}

/** One line for the output `reason`. */
export function reason(verdict: Verdict): string {
  return plain(verdictBody(verdict))
}
