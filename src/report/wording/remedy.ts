// What a person does after a verdict: production first, then the cause.
import type { Percent } from '../../domain/units.ts'
import type { Cause, Verdict } from '../../domain/verdict.ts'
import { causeRemedy } from './cause.ts'
import { answerIt } from './gate.ts'
import type { Known } from './known.ts'
import { revision } from './names.ts'
import { isSplit } from './verdict.ts'

/** Causes that leave nothing for us to send back, or whose own remedy sends it back. */
const NOT_OURS: ReadonlySet<Cause['kind']> = new Set(['superseded', 'service-gone', 'not-started', 'not-rolled-back'])
/** Causes that say nothing of the deployment itself, only that this job ended. */
const OUR_END: ReadonlySet<Cause['kind']> = new Set(['deadline', 'cancelled'])
/** Causes after which traffic may be anywhere. */
const UNDECIDED: ReadonlySet<Cause['kind']> = new Set(['rollback-failed', 'rollback-missing'])

/** How all traffic gets back to one revision, where nothing brings it there any more. */
function sendBack(cause: Cause, traffic: Percent | undefined, { before, shape }: Known): readonly string[] {
  const name = before === undefined ? '' : `, \`${revision(before)}\`,`
  const again = `Deploy the previous revision${name} with \`strategy: all-at-once\``
  const byHand = 'or set the weights of the production listener by hand.'
  if (NOT_OURS.has(cause.kind)) return []
  // Nothing divides the traffic but the number of tasks.
  if (shape?.kind === 'rolling') {
    return UNDECIDED.has(cause.kind) ? [`Deploy the previous revision${name} again: tasks of both may serve.`] : []
  }
  // A native deployment fails where both target groups have traffic at its start.
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
  if (isSplit(traffic)) {
    return [
      `${again}; if AWS refuses that because traffic is split, first set the weights of the production listener by hand.`
    ]
  }
  if (traffic === undefined && UNDECIDED.has(cause.kind)) {
    return [`Look at the weights of the production listener: traffic may be split. ${again} if it is, ${byHand}`]
  }
  return traffic === 100 && cause.kind !== 'not-serving' ? [`${again} if it has to serve again.`] : []
}

/** A command that is to be copied into a shell has nothing in it that a shell acts on. */
const PLAIN_COMMAND = /^aws [a-z0-9-]+ [A-Za-z0-9 :/._=-]{1,400}$/

function stopNow({ rollBackCommand }: Known): string {
  return rollBackCommand !== undefined && PLAIN_COMMAND.test(rollBackCommand)
    ? `Stop it now: \`${rollBackCommand}\`, then mend what kept this job from it.`
    : 'Stop it now in the console, with roll-back, then mend what kept this job from it.'
}

/** At a gate nothing has to be looked for: the person this job waited for is the one who reads this. */
function leftRunning(cause: Cause, { gate, expiry }: Known): string {
  return gate !== undefined && OUR_END.has(cause.kind) ? answerIt(gate, expiry) : causeRemedy(cause)
}

/** What a person does now; undefined when there is nothing to do. Backticks mark names. */
export function remedy(verdict: Verdict, known: Known): string | undefined {
  switch (verdict.kind) {
    case 'failed':
      return [...sendBack(verdict.cause, verdict.traffic, known), causeRemedy(verdict.cause)].join(' ')
    case 'rolled-back':
      return causeRemedy(verdict.cause)
    case 'left-running':
      return verdict.refusal === undefined
        ? leftRunning(verdict.cause, known)
        : `${stopNow(known)} ${verdict.refusal.remedy}`
    case 'unknown':
      return verdict.problem.remedy.includes('console')
        ? verdict.problem.remedy
        : `${verdict.problem.remedy} Look at the deployment in the console: it may still be running.`
    case 'refused':
      return verdict.problems[0]?.remedy
    case 'started':
      return 'Have it judged by a later job with `mode: status`, or set `wait-until: complete`.'
    case 'paused':
      return answerIt(verdict.gate, known.expiry)
    case 'succeeded':
    case 'unchanged':
    case 'registered':
    case 'planned':
      return undefined
  }
}
