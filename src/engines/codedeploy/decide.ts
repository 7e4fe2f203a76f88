// What was asked and what was found, as one plan with the origin of each choice, or as every problem that stands in its
// way. Pure.
import type { Choice, CodeDeployPlan, Wait } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import { weightSteps, type Timetable } from '../../domain/shape.ts'
import type { Result } from '../../domain/units.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { sameness } from '../../plan/unchanged.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import type { PlanRequest } from '../kit.ts'
import { decideAppSpec, unheardHooks } from './appspec.ts'
import type { Configuration } from './configuration.ts'
import { failed, found, lost, type Found } from './found.ts'
import type { Group } from './group.ts'
import { decideGuard, type Guarding } from './guard.ts'
import { marker } from './request.ts'
import { decideServiceOptions } from './service-options.ts'
import { ALL_AT_ONCE, type Routing, type Wanted } from './strategy.ts'
import type { Survey } from './survey.ts'

export function decide(request: PlanRequest, survey: Survey): Result<CodeDeployPlan, Problem> {
  const { inputs, today, wanted, run, hash, nonce, now } = request
  const { group, configuration } = survey
  const { definition } = wanted.revision
  const appSpec = decideAppSpec(inputs, today.service, definition)
  const options = decideServiceOptions(inputs, today.service)
  const guarding = decideGuard(inputs, group, survey.alarms, now)
  const traffic = decideTraffic(configuration, group)
  const problems = [survey, appSpec, options, guarding, traffic].flatMap((part) => part.problems)
  if (group === undefined || survey.wanted === undefined || appSpec.value === undefined || problems.length > 0) {
    return { ok: false, problems }
  }
  const { document } = appSpec.value
  const { guard, autoRollback, overrideAlarms } = guarding.value
  const config = configOf(survey.wanted, configuration, group)
  const same = sameness({
    inputs,
    service: today.service,
    definition,
    changes: wanted.changes,
    reasons: survey.idle ? [] : ['it is not known whether a deployment is on its way']
  })
  const wait = waitOf(inputs, group)
  return {
    ok: true,
    value: {
      engine: 'codedeploy',
      target: today.target,
      application: group.application,
      group: group.group,
      config,
      serviceUpdate: options.value.update,
      appSpec: document,
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
      marker: marker(run, hash(JSON.stringify([definition, document])), nonce, inputs.description),
      choices: [
        ...groupChoices(inputs, group),
        configChoice(survey.wanted, group, config),
        ...appSpec.value.choices,
        ...options.value.choices,
        ...guardChoices(inputs, guarding.value)
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
  }
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

function groupChoices(inputs: Inputs, group: Group): readonly Choice[] {
  return [
    {
      what: 'application',
      value: group.application,
      origin: inputs.application === undefined ? 'default' : 'input'
    },
    { what: 'deployment group', value: group.group, origin: inputs.group === undefined ? 'default' : 'input' }
  ]
}

function configChoice(wanted: Wanted, group: Group, config: CodeDeployPlan['config']): Choice {
  const value = config?.name ?? group.configuration ?? ALL_AT_ONCE
  const origin = wanted.kind === 'group' ? (config === undefined ? 'group' : 'default') : 'input'
  return { what: 'deployment configuration', value, origin }
}

function guardChoices(inputs: Inputs, { guard, autoRollback, overrideAlarms }: Guarding): readonly Choice[] {
  return [
    { what: 'alarms', value: guard.alarms.join(', ') || 'none', origin: overrideAlarms ? 'input' : 'group' },
    {
      what: 'rolls back on',
      value: guard.rollsBackOn.join(', ') || 'nothing',
      origin: autoRollback === undefined ? 'group' : inputs.rollbackOn === undefined ? 'default' : 'input'
    }
  ]
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
const ALL_AT_ONCE_NOTE: Note = {
  level: 'notice',
  says: 'All traffic moves at once: the load balancer checks the health of the new tasks only after that, so a broken revision can take all traffic and still end as succeeded'
}

const STOP_NOTE: Note = {
  level: 'notice',
  says: 'When the job is cancelled or runs out of time, the deployment is stopped; that needs the permission `codedeploy:StopDeployment`'
}

const EMPTY_NOTE: Note = {
  level: 'warning',
  says: 'The desired count of the service is 0: the new revision will be deployed without a single task to try it'
}

function createNote(name: string): Note {
  return {
    level: 'notice',
    says: `The deployment configuration ${name} is created once, which needs the permission \`codedeploy:CreateDeploymentConfig\``
  }
}
