// What CodeDeploy and CloudWatch know before this deployment: read side by side, each finding kept, nothing thrown away
// because another read failed.
import type { Note, Problem } from '../../domain/problem.ts'
import type { AlarmState } from '../../domain/snapshot.ts'
import { findAlarms } from '../alarms.ts'
import { attempt, found, type Found } from '../found.ts'
import type { PlanRequest } from '../kit.ts'
import { findActivity, type Activity } from './activity.ts'
import { checkConfiguration, UNKNOWN, type Configuration } from './configuration.ts'
import { findGroup } from './find-group.ts'
import type { Group } from './group.ts'
import { wantedAlarms } from './guard.ts'
import { given } from '../facts.ts'
import { ALL_AT_ONCE, wantedConfiguration, type Wanted } from './strategy.ts'

export interface Survey {
  readonly group: Group | undefined
  readonly wanted: Wanted | undefined
  readonly configuration: Configuration
  /** Undefined: the role may not read them. */
  readonly alarms: readonly AlarmState[] | undefined
  readonly activity: Activity
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

export async function survey(request: PlanRequest): Promise<Survey> {
  const { inputs } = request
  const asked = wantedConfiguration(inputs.strategy)
  const wanted = asked.ok ? asked.value : undefined
  const grouped = findGroup(request)
  const [group, configuration, alarms, activity] = await Promise.all([
    grouped,
    findConfiguration(wanted, grouped, request),
    grouped.then(({ value }) => findAlarms(wantedAlarms(value, inputs.alarms), request)),
    grouped.then(({ value }) => findActivity(value, request))
  ])
  const parts: readonly Found<unknown>[] = [group, configuration, alarms, activity]
  return {
    group: group.value,
    wanted,
    configuration: configuration.value,
    alarms: alarms.value,
    activity: activity.value,
    problems: [...(asked.ok ? [] : asked.problems), ...parts.flatMap((part) => part.problems)],
    notes: parts.flatMap((part) => part.notes)
  }
}

async function findConfiguration(
  wanted: Wanted | undefined,
  grouped: Promise<Found<Group | undefined>>,
  { aws, read }: PlanRequest
): Promise<Found<Configuration>> {
  const name = wanted?.kind === 'group' ? nameOfGroup((await grouped).value) : wanted?.name
  if (wanted === undefined || name === undefined) return found(UNKNOWN)
  const answer = await attempt(async () => {
    const input = { deploymentConfigName: name }
    const { deploymentConfigInfo } = await read(() => aws.codedeploy.getDeploymentConfig(input))
    return given(deploymentConfigInfo, 'codedeploy:GetDeploymentConfig', 'deploymentConfigInfo')
  })
  return checkConfiguration(name, wanted, answer)
}

function nameOfGroup(group: Group | undefined): string | undefined {
  return group && (group.configuration ?? ALL_AT_ONCE)
}
