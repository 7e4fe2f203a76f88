// What ECS and CloudWatch know before this deployment: read side by side, each finding kept, nothing thrown away because
// another read failed.
import { Problem, type Note } from '../../domain/problem.ts'
import type { Shape } from '../../domain/shape.ts'
import type { AlarmState } from '../../domain/snapshot.ts'
import { findAlarms } from '../alarms.ts'
import { attempt, failed, found, type Found } from '../found.ts'
import type { AttachRequest, PlanRequest } from '../kit.ts'
import { findActivity, type Activity } from './activity.ts'
import { readAsWritten, type AsWritten } from './as-written.ts'
import { wantedAlarms } from './guard.ts'
import { wantedShape } from './strategy.ts'

export interface Survey {
  readonly service: AsWritten | undefined
  /** Undefined: as the service is configured. */
  readonly shape: Shape | undefined
  /** Undefined: the role may not read them. */
  readonly alarms: readonly AlarmState[] | undefined
  readonly activity: Activity
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

export async function survey(request: PlanRequest): Promise<Survey> {
  const { inputs } = request
  const written = findService(request)
  const [service, alarms, activity] = await Promise.all([
    written,
    written.then(({ value }) => findAlarms(value ? wantedAlarms(value.has, inputs.alarms) : inputs.alarms, request)),
    findActivity(request)
  ])
  const shape = wantedShape(inputs.strategy)
  const parts: readonly Found<unknown>[] = [shape, service, alarms, activity]
  return {
    service: service.value,
    shape: shape.value,
    alarms: alarms.value,
    activity: activity.value,
    problems: parts.flatMap((part) => part.problems),
    notes: parts.flatMap((part) => part.notes)
  }
}

async function findService(request: AttachRequest): Promise<Found<AsWritten | undefined>> {
  const answer = await attempt(() => readAsWritten(request))
  return answer instanceof Problem ? failed(undefined, answer) : found(answer)
}
