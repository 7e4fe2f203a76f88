// A plan as labelled rows: the same rows make the group in the log and the table in the summary.
import type { DeploymentPlan, ImageChange, Wait } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import { ORIGIN_NAMES, POLICY_NAMES, revision, ROLLBACK_NAMES, strategy, timetable, UNTIL_NAMES } from './names.ts'
import { clause, join, own, prose, say, type Phrase } from './phrase.ts'
import { about } from './time.ts'

export interface Row {
  readonly label: string
  readonly text: Phrase
}

/** What carries the deployment out. */
export function driver(plan: DeploymentPlan): Phrase {
  switch (plan.engine) {
    case 'codedeploy':
      return say`CodeDeploy application ${plan.application}, deployment group ${plan.group}`
  }
}

export function serviceName(plan: DeploymentPlan): Phrase {
  return say`${plan.target.service} in cluster ${plan.target.cluster}`
}

export function accountAndRegion(plan: DeploymentPlan): Phrase {
  return say`${plan.target.account}, ${plan.target.region}`
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
export function guard(plan: DeploymentPlan): Phrase {
  const { alarms, rollsBackOn } = plan.guard
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

export function planRows(plan: DeploymentPlan): readonly Row[] {
  const { before, wait } = plan
  return [
    { label: 'service', text: serviceName(plan) },
    { label: 'account', text: accountAndRegion(plan) },
    { label: 'through', text: driver(plan) },
    {
      label: 'revision',
      text: before.taskDefinition === undefined ? say`not known` : say`${revision(before.taskDefinition)} runs now`
    },
    { label: 'strategy', text: own(strategy(plan.shape)) },
    { label: 'timetable', text: own(timetable(plan.timetable)) },
    { label: 'guard', text: guard(plan) },
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

/** What is sent, with a placeholder for the revision. An AppSpec holds no secrets. */
export function appSpecLines(plan: DeploymentPlan): readonly string[] {
  switch (plan.engine) {
    case 'codedeploy':
      return JSON.stringify(plan.appSpec, undefined, 2).split('\n')
  }
}

export function notePhrase(note: Note): Phrase {
  const says = say`${prose(clause(note.says))}.`
  return note.remedy === undefined ? says : say`${says} ${prose(note.remedy)}`
}
