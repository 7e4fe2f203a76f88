// What was asked and what was found, as one plan with the origin of each choice, or as every problem that stands in its
// way. Pure.
import type { CodeDeployPlan, Wait } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import { weightSteps, type Timetable } from '../../domain/shape.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import { sameness } from '../../plan/unchanged.ts'
import { failed, found, lost, type Found } from '../found.ts'
import type { Planning, PlanRequest } from '../kit.ts'
import { marker } from '../marker.ts'
import { inTheWay, unfollowed, type Active, type Activity } from './activity.ts'
import { decideAppSpec, unheardHooks } from './appspec.ts'
import { attachmentOf } from './attachment.ts'
import { configChoice, groupChoices, guardChoices } from './choices.ts'
import type { Configuration } from './configuration.ts'
import { decideGates } from './gates.ts'
import { through, type Group } from './group.ts'
import { decideGuard } from './guard.ts'
import { ALL_AT_ONCE_NOTE, createNote, EMPTY_NOTE, STOP_NOTE } from './notes.ts'
import { decideServiceOptions } from './service-options.ts'
import { ALL_AT_ONCE, type Routing, type Wanted } from './strategy.ts'
import type { Survey } from './survey.ts'

export function decide(request: PlanRequest, survey: Survey): Planning<CodeDeployPlan> {
  const { inputs, today, wanted, run, hash, nonce, now } = request
  const { group, configuration, activity } = survey
  const { definition } = wanted.revision
  const appSpec = decideAppSpec(inputs, today.service, definition)
  const options = decideServiceOptions(inputs, today.service)
  const guarding = decideGuard(inputs, group, survey.alarms, now)
  const traffic = decideTraffic(configuration, group)
  const gates = decideGates(inputs, group)
  const problems = [survey, appSpec, options, guarding, traffic, gates].flatMap((part) => part.problems)
  if (group === undefined || survey.wanted === undefined || appSpec.value === undefined || problems.length > 0) {
    const busy = group && activity.kind === 'active' ? [inTheWay(activity, group, request, undefined)] : []
    return { kind: 'refused', problems: [...problems, ...busy] }
  }
  const { document } = appSpec.value
  const { guard, autoRollback, overrideAlarms } = guarding.value
  const config = configOf(survey.wanted, configuration, group)
  const configured = config?.name ?? group.configuration ?? ALL_AT_ONCE
  const content = hash(JSON.stringify([definition, document]))
  const same = sameness({
    inputs,
    service: today.service,
    definition,
    changes: wanted.changes,
    reasons: [...notServing(today.service), ...notIdle(activity)]
  })
  const wait = waitOf(inputs, group)
  const plan: CodeDeployPlan = {
    engine: 'codedeploy',
    target: today.target,
    application: group.application,
    group: group.group,
    through: through(group, configured),
    config,
    serviceUpdate: options.value.update,
    leftovers: false,
    stored: options.value.stored,
    appSpec: document,
    sent: { title: 'The AppSpec that is sent', document },
    before: { taskDefinition: today.service.running },
    taskSetBefore: today.service.primary?.id,
    revision: wanted.revision,
    images: wanted.images,
    changes: wanted.changes,
    unchanged: same.unchanged,
    shape: traffic.value,
    timetable: timetable(traffic.value, group),
    guard,
    autoRollback,
    overrideAlarms,
    wait,
    marker: marker(run, content, nonce, inputs.description),
    choices: [
      ...groupChoices(inputs, group),
      configChoice(survey.wanted, configured, config),
      ...appSpec.value.choices,
      ...options.value.choices,
      ...guardChoices(inputs, guarding.value),
      ...gates.value
    ],
    // Nothing is sent, so what would be worth knowing of a deployment is not.
    notes: same.unchanged
      ? [...inputs.notes, ...wanted.notes]
      : [
          ...[inputs, wanted, same, survey, appSpec, options, guarding, traffic].flatMap((part) => part.notes),
          ...(config?.create ? [createNote(config.name)] : []),
          ...(stops(wait) ? [STOP_NOTE] : []),
          ...(isEmpty(inputs, today.service) ? [EMPTY_NOTE] : []),
          ...unheardHooks(document, group)
        ]
  }
  return activity.kind === 'active' ? behind(activity, plan, group, request, content) : { kind: 'planned', plan }
}

/** Whoever waits for another deployment follows it. */
function behind(
  active: Active,
  plan: CodeDeployPlan,
  group: Group,
  request: PlanRequest,
  content: string
): Planning<CodeDeployPlan> {
  const problem = inTheWay(active, group, request, content)
  // One that is being undone does not deploy what this run would any more.
  const ours = active.seen?.status.phase === 'rolling-back' ? undefined : content
  if (active.seen === undefined) return { kind: 'refused', problems: [unfollowed(problem)] }
  return { kind: 'busy', plan, other: attachmentOf(active.seen, group, request, ours), problem }
}

function notIdle(activity: Activity): readonly string[] {
  switch (activity.kind) {
    case 'none':
      return []
    case 'active':
      return ['another deployment is on its way']
    case 'unclear':
      return ['it is not known whether a deployment is on its way']
  }
}

/** With one task set, the primary has all traffic; beside an active one, CodeDeploy may have given it a share. */
function notServing({ primary, taskSets }: ServiceToday): readonly string[] {
  if (primary?.taskDefinition === undefined) {
    return ['AWS does not say that the primary task set of the service runs it']
  }
  const others = taskSets.filter(({ id, status }) => id !== primary.id && status !== 'DRAINING')
  return others.length === 0 ? [] : ['another task set of the service is still there']
}

/** Undefined: how the traffic will move is not known. */
function decideTraffic(configuration: Configuration, group: Group | undefined): Found<Routing | undefined> {
  if (configuration.kind === 'unknown') return found(undefined)
  const { routing } = configuration
  if (routing.kind === 'all-at-once') return lost(routing, ALL_AT_ONCE_NOTE)
  if (!group?.network) return found(routing)
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
  return failed(
    routing,
    new Problem('STRATEGY_UNFIT', {
      place: { kind: 'input', name: 'strategy' },
      found: `the service is behind a network load balancer, which cannot split traffic, and the strategy is ${routing.kind}`,
      expected: `all-at-once (${ALL_AT_ONCE})`,
      remedy: 'Write `strategy: all-at-once`.'
    })
  )
}

function configOf(wanted: Wanted, configuration: Configuration, group: Group): CodeDeployPlan['config'] {
  switch (wanted.kind) {
    case 'group':
      // AWS's default for a group without one is CodeDeployDefault.OneAtATime, which is not for ECS.
      return group.configuration === undefined ? { name: ALL_AT_ONCE, create: false } : undefined
    case 'named':
      return { name: wanted.name, create: false }
    case 'shape':
      return { name: wanted.name, create: configuration.kind === 'absent' }
  }
}

function timetable(shape: Routing | undefined, group: Group): Timetable {
  return { readyWait: group.readyWait, steps: shape ? weightSteps(shape) : [], bake: group.bake }
}

function waitOf({ waitUntil, allowance, maxGap, onTimeout, onCancel }: Inputs, { lingers }: Group): Wait {
  return { until: waitUntil, allowance: allowance + lingers, maxGap, onTimeout, onCancel }
}

function isEmpty({ desiredCount }: Inputs, service: ServiceToday): boolean {
  return (desiredCount ?? service.desiredCount) === 0
}

function stops(wait: Wait): boolean {
  return wait.until !== 'started' && (wait.onTimeout !== 'leave' || wait.onCancel !== 'leave')
}
