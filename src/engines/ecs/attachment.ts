// A deployment that was found, as everything the stories ask of one: who started it, how it moves, what guards it. Pure.
import type { Carrier, EcsAttachment, Target } from '../../domain/plan.ts'
import { handleFor } from './deployment.ts'
import type { AttachRequest } from '../kit.ts'
import { whoseMark } from '../marker.ts'
import { timetableOf, type Configuration } from './configuration.ts'
import type { FoundDeployment } from './found-deployment.ts'
import { guardOf } from './guard.ts'

/** `own`: the service's configuration, for a deployment that tells none; `content`: the hash of what this run would deploy. */
export function attachmentOf(
  request: AttachRequest,
  deployment: FoundDeployment,
  own: Configuration | undefined,
  content?: string
): EcsAttachment {
  const { today, run, page } = request
  const { id, taskDefinition, status, phase, gates, createdAt, before, readBy } = deployment
  const configuration = deployment.configuration ?? own
  const mark = markIn(deployment.configuration)
  return {
    engine: 'ecs',
    readBy,
    enough: configuration?.enough ?? 100,
    target: today.target,
    through: through(today.target),
    before: { taskDefinition: before },
    shape: configuration?.shape,
    timetable: configuration ? timetableOf(configuration) : { readyWait: 0, steps: [], bake: 0 },
    guard: configuration ? guardOf(configuration) : { alarms: [], rollsBackOn: ['stop'] },
    handle: handleFor(today.target, id, taskDefinition, page, deployment.inService),
    status,
    phase,
    gates,
    createdAt,
    whose: whoseMark(mark, run, content),
    signs: signsOf(deployment, mark)
  }
}

export function through({ cluster, service }: Target): readonly Carrier[] {
  return [{ what: 'ECS service', name: `${cluster}/${service}` }]
}

/** Only a pause of ours carries it: a deployment has no description. */
function markIn(configuration: Configuration | undefined): string | undefined {
  return configuration?.pauses.find(({ mark }) => mark !== undefined)?.mark
}

function signsOf({ taskDefinition, gates }: FoundDeployment, mark: string | undefined): readonly string[] {
  return [
    `it deploys ${taskDefinition.split('/').at(-1) ?? taskDefinition}`,
    ...gates.map(({ stage }) => `it waits for a person${stage === undefined ? '' : ` at ${stage}`}`),
    ...(mark === undefined ? [] : [`its pause says "${mark}"`])
  ]
}
