// What a person does after a verdict: production first, then the cause.
import type { Percent } from '../../domain/units.ts'
import type { Cause, Verdict } from '../../domain/verdict.ts'
import { causeRemedy } from './cause.ts'
import { revision } from './names.ts'
import { isSplit } from './verdict.ts'

/** What a run knows beside its verdict, so that a remedy can name it. */
export interface Known {
  /** The revision that served before. */
  readonly before: string | undefined
  readonly deployment: string | undefined
}

/** Causes that leave nothing for us to send back. */
const NOT_OURS: ReadonlySet<Cause['kind']> = new Set(['superseded', 'service-gone', 'not-started'])
/** Causes after which traffic may be anywhere. */
const UNDECIDED: ReadonlySet<Cause['kind']> = new Set(['rollback-failed', 'rollback-missing'])

/** How all traffic gets back to one revision, where nothing brings it there any more. */
function sendBack(cause: Cause, traffic: Percent | undefined, { before }: Known): readonly string[] {
  const name = before === undefined ? '' : `, \`${revision(before)}\`,`
  const again = `Deploy the previous revision${name} with \`strategy: all-at-once\``
  const byHand = 'or set the weights of the production listener by hand.'
  if (NOT_OURS.has(cause.kind)) return []
  if (isSplit(traffic)) return [`${again}, ${byHand}`]
  if (traffic === undefined && UNDECIDED.has(cause.kind)) {
    return [`Look at the weights of the production listener: traffic may be split. ${again} if it is, ${byHand}`]
  }
  return traffic === 100 && cause.kind !== 'not-serving' ? [`${again} if it has to serve again.`] : []
}

/** A command is only made of what looks like an id of CodeDeploy. */
function stopNow({ deployment }: Known): string {
  return deployment !== undefined && /^d-[A-Z0-9]{1,30}$/.test(deployment)
    ? `Stop it now: \`aws deploy stop-deployment --deployment-id ${deployment} --auto-rollback-enabled\`, then mend what kept this job from it.`
    : 'Stop it now in the console, with roll-back, then mend what kept this job from it.'
}

/** What a person does now; undefined when there is nothing to do. Backticks mark names. */
export function remedy(verdict: Verdict, known: Known): string | undefined {
  switch (verdict.kind) {
    case 'failed':
      return [...sendBack(verdict.cause, verdict.traffic, known), causeRemedy(verdict.cause)].join(' ')
    case 'rolled-back':
      return causeRemedy(verdict.cause)
    case 'left-running':
      return verdict.refusal === undefined ? causeRemedy(verdict.cause) : `${stopNow(known)} ${verdict.refusal.remedy}`
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
