// A verdict in words: the word first, then what it means for production traffic, then what to do.
import { PROBLEMS } from '../../domain/catalogue.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Millis, Percent } from '../../domain/units.ts'
import type { Asked, Cause, Verdict, VerdictWord } from '../../domain/verdict.ts'
import { causeClause, causeRemedy } from './cause.ts'
import { percent, revision } from './names.ts'
import { capital, clause, NOTHING, own, plain, prose, say, type Phrase } from './phrase.ts'
import { changedSentence, type Label } from './problem.ts'
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
  nothing: say`AWS goes on by itself; nothing was asked of it.`,
  'roll-back': say`AWS was asked to roll back and had not finished when this job stopped watching.`,
  stop: say`AWS was asked to stop the deployment and had not finished when this job stopped watching.`,
  unanswered: say`AWS was asked to end the deployment and did not agree in time: it may go on.`
}

function lastSeen(traffic: Percent | undefined): Phrase {
  return traffic === undefined
    ? say`How much production traffic the new revision has is not known.`
    : say`The new revision had ${own(percent(traffic))} of production traffic when last seen.`
}

function reversible(until: Millis | undefined, now: Millis | undefined): Phrase {
  if (until === undefined) return say`AWS may still roll back until the old revision is gone.`
  const left = now === undefined || until <= now ? NOTHING : own(` (in ${span(until - now)})`)
  return say`AWS may still roll back until ${own(`${date(until)} ${time(until)} UTC`)}${left}, when the old revision goes.`
}

/** What happened, in sentences, without the verdict's word. `now` adds how long from now to every instant. */
export function verdictBody(verdict: Verdict, now?: Millis): Phrase {
  switch (verdict.kind) {
    case 'succeeded': {
      const serves = say`The new revision serves 100 % of production traffic.`
      return verdict.until === 'complete' ? serves : say`${serves} ${reversible(verdict.reversibleUntil, now)}`
    }
    case 'unchanged':
      return say`Nothing differs from the revision that serves 100 % of production traffic, and its images are pinned by digest. Nothing was registered and nothing deployed.`
    case 'registered':
      return verdict.reused
        ? say`Nothing was judged: revision ${revision(verdict.taskDefinition)} was there already and is the same. It was not registered again, and not deployed.`
        : say`Nothing was judged: revision ${revision(verdict.taskDefinition)} was registered and not deployed.`
    case 'planned':
      return say`Nothing was judged: this is a plan. Nothing was changed in AWS.`
    case 'started':
      return say`Nothing was judged: the deployment was started and goes on without this job watching it.`
    case 'paused':
      return say`Nothing was judged: the deployment waits for a person to continue it.`
    case 'rolled-back':
      return say`${capital(causeClause(verdict.cause))}. The old revision serves all production traffic again.`
    case 'failed':
      if (verdict.cause.kind === 'not-started') {
        return say`${capital(causeClause(verdict.cause))}. ${changedSentence(verdict.cause.problem)}`
      }
      return say`${capital(causeClause(verdict.cause))}. ${lastSeen(verdict.traffic)}`
    case 'left-running':
      return say`${capital(causeClause(verdict.cause))}. ${ASKED[verdict.asked]} ${lastSeen(verdict.traffic)}`
    case 'unknown':
      return say`How the deployment went could not be read. ${own(PROBLEMS[verdict.problem.code].says)}: ${prose(clause(verdict.problem.found))}. ${changedSentence(verdict.problem)}`
    case 'refused': {
      const [first, ...others] = verdict.problems
      if (first === undefined) return say`Nothing was changed in AWS.`
      const more =
        others.length === 0 ? NOTHING : say` ${others.length} more problem${own(others.length === 1 ? '' : 's')} below.`
      return say`${changedSentence(first)} ${own(PROBLEMS[first.code].says)}: ${prose(clause(first.found))}.${more}`
    }
  }
}

/** The verdict's own line: word first. */
export function verdictLine(verdict: Verdict, now?: Millis): Phrase {
  return say`${own(VERDICT_WORDS[verdict.kind])}. ${verdictBody(verdict, now)}`
}

/** The problems of ours that a verdict stands on. */
export function problemsOf(verdict: Verdict): readonly Problem[] {
  switch (verdict.kind) {
    case 'refused':
      return verdict.problems
    case 'unknown':
      return [verdict.problem]
    case 'rolled-back':
    case 'failed':
    case 'left-running':
      return verdict.cause.kind === 'not-started' ? [verdict.cause.problem] : []
    case 'succeeded':
    case 'unchanged':
    case 'registered':
    case 'planned':
    case 'started':
    case 'paused':
      return []
  }
}

/** What the verdict's own sentences have told of one of its problems. */
export function saidAbove(verdict: Verdict, problem: Problem): readonly Label[] {
  const changed: readonly Label[] = problem.changed === problemsOf(verdict)[0]?.changed ? ['changed'] : []
  // A refusal has a remedy for each of its problems; every other verdict has one of its own.
  return verdict.kind === 'refused' ? changed : [...changed, 'to do']
}

/** One line for the output `reason`. */
export function reason(verdict: Verdict): string {
  return plain(verdictBody(verdict))
}

/** Causes whose own remedy says already that traffic may be split. */
const URGENT: ReadonlySet<Cause['kind']> = new Set(['rollback-failed', 'rollback-missing'])

function isSplit(traffic: Percent | undefined): boolean {
  return traffic !== undefined && traffic > 0 && traffic < 100
}

/** What a person does now; undefined when there is nothing to do. Backticks mark names. */
export function remedy(verdict: Verdict): string | undefined {
  switch (verdict.kind) {
    case 'failed':
      return isSplit(verdict.traffic) && !URGENT.has(verdict.cause.kind)
        ? `Open the deployment in the console now and send all traffic to one revision: nothing moves it any more. ${causeRemedy(verdict.cause)}`
        : causeRemedy(verdict.cause)
    case 'rolled-back':
    case 'left-running':
      return causeRemedy(verdict.cause)
    case 'unknown':
      return `${verdict.problem.remedy} Look at the deployment in the console: it may still be running.`
    case 'refused':
      return verdict.problems[0]?.remedy
    case 'started':
      return 'Look at the deployment in the console, or set `wait-until: complete` to have it judged.'
    case 'paused':
      return 'Continue the deployment, or roll it back.'
    case 'succeeded':
    case 'unchanged':
    case 'registered':
    case 'planned':
      return undefined
  }
}
