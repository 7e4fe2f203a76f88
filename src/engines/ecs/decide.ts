// What was asked and what was found, as one plan with the origin of each choice, or as every problem that stands in its
// way. Pure.
import type { Choice, EcsPlan, Wait } from '../../domain/plan.ts'
import type { JsonObject, Millis } from '../../domain/units.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import { sameness } from '../../plan/unchanged.ts'
import type { Planning, PlanRequest } from '../kit.ts'
import { marker } from '../marker.ts'
import { through } from './attachment.ts'
import { beside } from './beside.ts'
import { refuseCodeDeploy } from './codedeploy-only.ts'
import { configure, marked } from './configure.ts'
import { primaryOf } from './in-service.ts'
import { planNotes } from './notes.ts'
import { decideServiceOptions } from './service-options.ts'
import { storedBy } from './stored.ts'
import type { Survey } from './survey.ts'

/** A pause that is stored has a note of its own. */
const LASTING = /^deploymentConfiguration\.(?!lifecycleHooks)/

export function decide(request: PlanRequest, survey: Survey): Planning<EcsPlan> {
  const { inputs, today, wanted, run, hash, nonce, now } = request
  const { service, activity } = survey
  const codedeploy = refuseCodeDeploy(inputs)
  const options = decideServiceOptions(inputs, today.service)
  const configured = service && configure(inputs, service, survey, now)
  const parts = [survey, codedeploy, options, ...(configured ? [configured] : [])]
  const problems = parts.flatMap((part) => part.problems)
  if (service === undefined || configured === undefined || problems.length > 0) return { kind: 'refused', problems }

  const { will, timetable, guard, pausing, after, differs, asks, lingers } = configured.value
  const content = hash(JSON.stringify([wanted.revision.definition, contentOf(inputs)]))
  const mark = marker(run, content, nonce, inputs.description)
  const forced = isForced(request)
  const update: JsonObject = {
    ...options.value.update,
    ...(forced && { forceNewDeployment: true }),
    ...(differs && { deploymentConfiguration: marked(configured.value, mark.text) })
  }
  const changes = storedBy(options.value.update, after, service, today.service)
  const volume = changes.some(({ path }) => path === 'volumeConfigurations') ? ['another volume was asked for'] : []
  const same = sameness({
    inputs,
    service: today.service,
    definition: wanted.revision.definition,
    changes: wanted.changes,
    reasons: [
      ...asks,
      ...volume,
      ...notServing(today.service),
      ...(activity.active ? ['a deployment is on its way'] : [])
    ]
  })
  const stored = same.unchanged ? [] : changes
  const wait = waitOf(inputs, lingers)
  const plan: EcsPlan = {
    engine: 'ecs',
    target: today.target,
    through: through(today.target),
    readBy: activity.readBy,
    before: { taskDefinition: today.service.running },
    revision: wanted.revision,
    images: wanted.images,
    changes: wanted.changes,
    unchanged: same.unchanged,
    shape: will.shape,
    timetable,
    guard,
    update,
    enough: will.enough,
    replaces: inputs.onActive === 'replace',
    pauses: pausing.pause !== undefined,
    leftovers: pausing.left > 0 && pausing.pause === undefined,
    sent: same.unchanged ? undefined : sentOf(update),
    stored,
    wait,
    marker: mark,
    choices: [
      ...configured.value.choices,
      ...options.value.choices,
      ...(forced && !same.unchanged ? [forceChoice(inputs)] : [])
    ],
    // Nothing is sent, so what would be worth knowing of a deployment is not.
    notes: same.unchanged
      ? [...inputs.notes, ...wanted.notes]
      : [
          ...[inputs, wanted, same, ...parts].flatMap((part) => part.notes),
          ...planNotes({
            will,
            sends: differs,
            stores: stored.some(({ path }) => LASTING.test(path)),
            wait,
            empty: (inputs.desiredCount ?? today.service.desiredCount) === 0
          })
        ]
  }
  return beside(request, plan, activity.active, service.has, content)
}

function sentOf(update: JsonObject): EcsPlan['sent'] {
  if (Object.keys(update).length === 0) return undefined
  return { title: 'The service update that is sent', document: update }
}

/** What was asked for, whatever the service has of it by now: another attempt of the same run asks for the same. */
function contentOf(inputs: Deploying): readonly unknown[] {
  const { strategy, alarms, rollbackOn, minimumHealthyPercent, maximumPercent } = inputs
  const { pauseAt, pauseFor, pauseExpiry, desiredCount, enableEcsManagedTags, propagateTags, ebsVolume } = inputs
  return [
    ...[strategy, alarms, rollbackOn, minimumHealthyPercent, maximumPercent],
    ...[pauseAt, pauseFor, pauseExpiry, desiredCount, enableEcsManagedTags, propagateTags, ebsVolume]
  ]
}

/** An update to the revision the service has already starts nothing. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
function isForced({ inputs, wanted, today }: PlanRequest): boolean {
  const again = wanted.revision.kind === 'reuse' && wanted.revision.arn === today.service.taskDefinition
  return inputs.forceNewDeployment || again
}

function forceChoice({ forceNewDeployment }: Deploying): Choice {
  return forceNewDeployment
    ? { what: 'new deployment', value: 'forced', origin: 'input' }
    : { what: 'new deployment', value: 'forced, as the service has this revision already', origin: 'default' }
}

/** The primary has all traffic once it is complete and no other has tasks. */
function notServing({ deployments }: ServiceToday): readonly string[] {
  const primary = primaryOf({ deployments })
  if (primary?.rolloutState !== 'COMPLETED') return ['AWS does not say that the deployment that made it is complete']
  const others = deployments.some((each) => each !== primary && (each.runningCount ?? 1) > 0)
  return others ? ['another deployment of the service still has tasks'] : []
}

function waitOf({ waitUntil, allowance, maxGap, onTimeout, onCancel }: Deploying, lingers: Millis): Wait {
  return { until: waitUntil, allowance: allowance + lingers, maxGap, onTimeout, onCancel }
}
