// A plan, and what any deployment that is followed has of one, as labelled rows: for the group in the log and the table in the summary.
import type { DeploymentPlan, ImageChange, Subject, Wait } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import { ORIGIN_NAMES, POLICY_NAMES, revision, ROLLBACK_NAMES, strategy, timetable, UNTIL_NAMES } from './names.ts'
import { clause, join, own, prose, say, type Phrase } from './phrase.ts'
import { about } from './time.ts'

export interface Row {
  readonly label: string
  readonly text: Phrase
}

/** What carries the deployment out. */
export function driver({ through }: Subject): Phrase {
  return join(
    through.map(({ what, name }) => say`${prose(what)} ${name}`),
    ', '
  )
}

export function serviceName({ target }: Subject): Phrase {
  return say`${target.service} in cluster ${target.cluster}`
}

export function accountAndRegion({ target }: Subject): Phrase {
  return say`${target.account}, ${target.region}`
}

/** An image and what pins it: a digest, or a tag behind the last slash. */
function parts(image: string): { readonly name: string; readonly pin: string } {
  const digest = image.indexOf('@')
  const tag = image.lastIndexOf(':')
  const at = digest >= 0 ? digest : tag > image.lastIndexOf('/') ? tag : image.length
  return { name: image.slice(0, at), pin: image.slice(at + 1) }
}

export function imageChange(change: ImageChange): Phrase {
  if (change.from === change.to) return say`${change.to}, unchanged`
  if (change.from === undefined) return say`${change.to}, the running one is not known`
  const [from, to] = [parts(change.from), parts(change.to)]
  const moved = from.name !== to.name || from.pin === '' || to.pin === ''
  return moved ? say`${change.from} -> ${change.to}` : say`${to.name} ${from.pin} -> ${to.pin}`
}

/** Who rolls back, and on what. */
export function guard(subject: Subject): Phrase {
  const { alarms, rollsBackOn } = subject.guard
  const watched =
    alarms.length === 0
      ? say`no alarms`
      : say`${own(alarms.length === 1 ? 'alarm' : 'alarms')} ${join(
          alarms.map((name) => say`${name}`),
          ', '
        )}`
  const events = rollsBackOn.map((event) => ROLLBACK_NAMES[event]).join(', ')
  return rollsBackOn.length === 0
    ? say`${watched}; AWS rolls back on nothing by itself`
    : say`${watched}; AWS rolls back on ${own(events)}`
}

/** The plan's one line. */
export function planLine(plan: DeploymentPlan): Phrase {
  return say`${serviceName(plan)}, ${plan.target.region}: ${own(strategy(plan.shape))}`
}

/** What a plan and a deployment that was found have in common; `revisions` is how each tells its own. */
export function followedRows(subject: Subject, revisions: Phrase): readonly Row[] {
  return [
    { label: 'service', text: serviceName(subject) },
    { label: 'account', text: accountAndRegion(subject) },
    ...(subject.through.length === 0 ? [] : [{ label: 'through', text: driver(subject) }]),
    { label: 'revision', text: revisions },
    { label: 'strategy', text: own(strategy(subject.shape)) },
    { label: 'timetable', text: own(timetable(subject.timetable, subject.shape)) },
    { label: 'guard', text: guard(subject) }
  ]
}

export function planRows(plan: DeploymentPlan): readonly Row[] {
  const { before, wait } = plan
  const runs = before.taskDefinition === undefined ? say`not known` : say`${revision(before.taskDefinition)} runs now`
  return [
    ...followedRows(plan, runs),
    ...waiting(wait),
    ...plan.choices.map((choice) => ({
      label: 'chosen',
      text: say`${prose(choice.what)}: ${choice.value} (${own(ORIGIN_NAMES[choice.origin])})`
    }))
  ]
}

function waiting({ until, allowance, onTimeout, onCancel }: Wait): readonly Row[] {
  if (until === 'started') {
    return [{ label: 'waits', text: say`not watched; time-out and cancel do nothing after the start` }]
  }
  return [
    {
      label: 'waits',
      text: own(`until ${UNTIL_NAMES[until]}, at most ${about(allowance)} beyond the timetable`)
    },
    { label: 'time-out', text: own(POLICY_NAMES[onTimeout]) },
    { label: 'cancel', text: own(POLICY_NAMES[onCancel]) }
  ]
}

export function notePhrase(note: Note): Phrase {
  const says = say`${prose(clause(note.says))}.`
  return note.remedy === undefined ? says : say`${says} ${prose(note.remedy)}`
}
