// Why a deployment did not succeed, as a clause, and what a person does about it, as a sentence.
import { PROBLEMS } from '../../domain/catalogue.ts'
import type { Cause } from '../../domain/verdict.ts'
import { clause, join, NOTHING, own, say, type Phrase } from './phrase.ts'
import { gist } from './problem.ts'
import { span } from './time.ts'

const detail = (text: string | undefined): Phrase =>
  text === undefined || clause(text) === '' ? NOTHING : say`: ${clause(text)}`

/** A title of the catalogue inside a sentence; AWS and other names in capitals stay. */
const lower = (title: string): string =>
  /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

/** What a code of AWS means, where its message may be missing. */
function fromAws(code: string | undefined, message: string | undefined): Phrase {
  if (code === undefined && message === undefined) return say`AWS ended the deployment without a reason`
  return code === undefined
    ? say`AWS ended the deployment${detail(message)}`
    : say`AWS ended the deployment with ${code}${detail(message)}`
}

/** A clause: it begins with a small letter and has no full stop. */
export function causeClause(cause: Cause): Phrase {
  switch (cause.kind) {
    case 'alarm': {
      const names = join(
        cause.names.map((name) => say`${name}`),
        ', '
      )
      if (cause.names.length === 0) return say`an alarm went off`
      return say`${own(cause.names.length === 1 ? 'alarm' : 'alarms')} ${names} went off${detail(cause.reason)}`
    }
    case 'hook':
      return cause.stage === undefined
        ? say`a hook failed${detail(cause.detail)}`
        : say`the hook of ${cause.stage} failed${detail(cause.detail)}`
    case 'tasks':
      return say`the tasks of the new revision did not become healthy${detail(cause.detail)}`
    case 'circuit-breaker':
      return say`too many tasks of the new revision failed${detail(cause.detail)}`
    case 'gate-expired':
      return say`nobody answered at the gate in time${detail(cause.detail)}`
    case 'not-continued':
      return say`AWS did not let the deployment pass the gate: ${gist(cause.problem)}`
    case 'not-rolled-back':
      return say`the deployment had ended before it could be rolled back, and the new revision serves`
    case 'deadline':
      return say`the ${own(span(cause.after))} allowed for the deployment ran out`
    case 'cancelled':
      return say`the job was cancelled`
    case 'operator':
      return say`somebody stopped the deployment${detail(cause.detail)}`
    case 'rollback-failed':
      return say`${causeClause(cause.first)}, and the roll-back ${cause.id} ended as ${cause.status}`
    case 'rollback-missing':
      return say`${causeClause(cause.first)}, and no roll-back was seen within ${own(span(cause.waited))}`
    case 'not-serving':
      return say`the service does not serve what AWS reports${detail(cause.found)}`
    case 'superseded':
      return say`another deployment, ${clause(cause.by)}, is under way and moves the traffic now`
    case 'not-started':
      return say`the deployment was not started: ${own(lower(PROBLEMS[cause.problem.code].says))}: ${gist(cause.problem)}`
    case 'service-gone':
      return say`the service no longer exists`
    case 'aws':
      return fromAws(cause.code, cause.message)
  }
}

/** Without the words of CloudWatch, where the alarm's own line tells them. */
export function withoutReason(cause: Cause): Cause {
  switch (cause.kind) {
    case 'alarm':
      return { kind: 'alarm', names: cause.names }
    case 'rollback-failed':
    case 'rollback-missing':
      return { ...cause, first: withoutReason(cause.first) }
    case 'hook':
    case 'tasks':
    case 'circuit-breaker':
    case 'gate-expired':
    case 'not-continued':
    case 'not-rolled-back':
    case 'deadline':
    case 'cancelled':
    case 'operator':
    case 'not-serving':
    case 'superseded':
    case 'not-started':
    case 'service-gone':
    case 'aws':
      return cause
  }
}

/** What made the roll-back needed is still to be mended, where it is something to mend. */
function mending(first: Cause): readonly string[] {
  return MENDABLE.has(first.kind) ? [causeRemedy(first)] : []
}

const MENDABLE: ReadonlySet<Cause['kind']> = new Set(['alarm', 'hook', 'tasks', 'circuit-breaker'])

/** Every sentence starts with a verb. */
export function causeRemedy(cause: Cause): string {
  switch (cause.kind) {
    case 'alarm':
      return 'Mend what the alarm shows, then deploy again.'
    case 'hook':
      return 'Read the log of the hook’s Lambda function, mend what it names, then deploy again.'
    case 'tasks':
    case 'circuit-breaker':
      return 'Read why the tasks stopped (ECS console, Tasks, Stopped) and the container’s log, then deploy again.'
    case 'gate-expired':
      return 'Deploy again and answer with `mode: promote` in time, or lengthen the wait where it is configured.'
    case 'not-rolled-back':
      return 'Run the job again: with nothing under way it deploys the last revision that succeeded before.'
    case 'deadline':
      return 'Look at the deployment in the console. Raise `wait-for-minutes` if its tasks or hooks need longer.'
    case 'cancelled':
      return 'Look at the deployment in the console before you deploy again.'
    case 'operator':
      return 'Ask who stopped it and why. Run the job again.'
    case 'rollback-failed':
      return [
        'Open the deployment in the console: its events tell why the roll-back failed.',
        ...mending(cause.first)
      ].join(' ')
    case 'rollback-missing':
      return 'Set `rollback-on: failure, alarm` to have AWS roll back by itself.'
    case 'not-serving':
      return 'Compare the service with the deployment in the console before you deploy again.'
    case 'superseded':
      return 'Leave it alone; wait for its end. Run the job again only if this revision is still wanted.'
    case 'not-started':
    case 'not-continued':
      return cause.problem.remedy
    case 'service-gone':
      return 'Create the service again before the next deployment.'
    case 'aws':
      return cause.message === undefined
        ? 'Open the deployment in the console; its events say more.'
        : 'Correct what AWS names, then deploy again.'
  }
}
