// What CodeDeploy and CloudWatch know before this deployment: read side by side, each finding kept, nothing thrown away
// because another read failed.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { Problem, type Note } from '../../domain/problem.ts'
import { OVER, type AlarmState } from '../../domain/snapshot.ts'
import { MINUTE, type Millis } from '../../domain/units.ts'
import { ALARMS_PER_CALL, alarmsRequest, alarmStates } from '../alarms.ts'
import type { PlanRequest } from '../kit.ts'
import { checkConfiguration, UNKNOWN, type Configuration } from './configuration.ts'
import { failed, found, lost, type Found } from './found.ts'
import { checkGroup, groupNames, type Group, type GroupName } from './group.ts'
import { wantedAlarms } from './guard.ts'
import { runKey } from './request.ts'
import { DEPLOYMENT_PHASES, given, isListed } from './snapshot.ts'
import { ALL_AT_ONCE, wantedConfiguration, type Wanted } from './strategy.ts'

export interface Survey {
  readonly group: Group | undefined
  readonly wanted: Wanted | undefined
  readonly configuration: Configuration
  /** Undefined: the role may not read them. */
  readonly alarms: readonly AlarmState[] | undefined
  /** It is known that no deployment is on its way. */
  readonly idle: boolean
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

export async function survey(request: PlanRequest): Promise<Survey> {
  const { inputs } = request
  const asked = wantedConfiguration(inputs.strategy)
  const wanted = asked.ok ? asked.value : undefined
  const grouped = findGroup(request)
  const [group, configuration, alarms, active] = await Promise.all([
    grouped,
    findConfiguration(wanted, grouped, request),
    grouped.then(({ value }) => findAlarms(wantedAlarms(value, inputs.alarms), request)),
    grouped.then(({ value }) => findActive(value, request))
  ])
  const parts: readonly Found<unknown>[] = [group, configuration, alarms, active]
  return {
    group: group.value,
    wanted,
    configuration: configuration.value,
    alarms: alarms.value,
    idle: active.value,
    problems: [...(asked.ok ? [] : asked.problems), ...parts.flatMap((part) => part.problems)],
    notes: parts.flatMap((part) => part.notes)
  }
}

async function findGroup(request: PlanRequest): Promise<Found<Group | undefined>> {
  const { inputs, today, aws, read } = request
  const names = groupNames(inputs, today.target)
  let missing: Problem | undefined
  for (const name of names) {
    const input = { applicationName: name.application, deploymentGroupName: name.group }
    const answer = await attempt(async () => {
      const { deploymentGroupInfo } = await read(() => aws.codedeploy.getDeploymentGroup(input))
      return given(deploymentGroupInfo, 'codedeploy:GetDeploymentGroup', 'deploymentGroupInfo')
    })
    if (!(answer instanceof Problem)) return checkGroup(name, answer, today.target)
    if (answer.code !== 'APPLICATION_NOT_FOUND' && answer.code !== 'GROUP_NOT_FOUND') return failed(undefined, answer)
    missing ??= answer
  }
  return missing ? failed(undefined, notFound(missing, names, request)) : found(undefined)
}

/** Which name was looked for, and who chose it. */
function notFound(problem: Problem, names: readonly GroupName[], { inputs }: PlanRequest): Problem {
  const application = problem.code === 'APPLICATION_NOT_FOUND'
  const input = application ? 'codedeploy-application' : 'codedeploy-deployment-group'
  const tried = (of: (name: GroupName) => string): string => [...new Set(names.map(of))].join(' or ')
  const applications = tried((name) => name.application)
  const what = application
    ? `CodeDeploy application ${applications}`
    : `deployment group ${tried((name) => name.group)} in application ${applications}`
  const byDefault = (application ? inputs.application : inputs.group) === undefined
  return new Problem(problem.code, {
    place: { kind: 'input', name: input },
    found: `there is no ${what}${byDefault ? `; \`${input}\` was not given, so the console's default was used` : ''}`,
    ...(problem.aws && { aws: problem.aws }),
    cause: problem
  })
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

async function findAlarms(
  names: readonly string[],
  { aws, read }: PlanRequest
): Promise<Found<readonly AlarmState[] | undefined>> {
  const calls = Array.from({ length: Math.ceil(names.length / ALARMS_PER_CALL) }, (_, index) =>
    alarmsRequest(names.slice(index * ALARMS_PER_CALL, (index + 1) * ALARMS_PER_CALL))
  )
  const answer = await attempt(() => Promise.all(calls.map((call) => read(() => aws.cloudwatch.describeAlarms(call)))))
  if (!(answer instanceof Problem)) return found(answer.flatMap(alarmStates))
  if (answer.code !== 'NOT_ALLOWED') return failed(undefined, answer)
  return lost(undefined, {
    level: 'notice',
    says: `The role lacks cloudwatch:DescribeAlarms, so whether ${names.join(', ')} exist and are quiet was not checked, and their states are not shown`,
    remedy: answer.remedy
  })
}

/** Whether nothing is on its way; a word nobody has told us of leaves that open, and a second deployment to AWS to refuse. */
async function findActive(group: Group | undefined, request: PlanRequest): Promise<Found<boolean>> {
  const { aws, read } = request
  const id = group?.last?.deploymentId
  if (group === undefined || id === undefined) return found(isOver(group?.last?.status))
  const answer = await attempt(() => read(() => aws.codedeploy.getDeployment({ deploymentId: id })))
  // A role that may not read this one may not follow ours, either: better known before it is started.
  if (answer instanceof Problem && answer.code === 'NOT_ALLOWED') return failed(false, answer)
  if (!isActive(group.last?.status)) return found(isOver(group.last?.status))
  const deployment = answer instanceof Problem ? undefined : answer.deploymentInfo
  // The group's record may lag behind the deployment's own.
  if (deployment?.status !== undefined && !isActive(deployment.status)) return found(isOver(deployment.status))
  return failed(false, active(group, id, deployment, request))
}

function isOver(status: string | undefined): boolean {
  return status === undefined || (isListed(DEPLOYMENT_PHASES, status) && OVER[DEPLOYMENT_PHASES[status]])
}

function isActive(status: string | undefined): boolean {
  return status !== undefined && isListed(DEPLOYMENT_PHASES, status) && !OVER[DEPLOYMENT_PHASES[status]]
}

function active(group: Group, id: string, deployment: DeploymentInfo | undefined, request: PlanRequest): Problem {
  const { now, run } = request
  const status = deployment?.status ?? group.last?.status ?? 'running'
  const created = (deployment?.createTime ?? group.last?.createTime)?.getTime()
  const ours = deployment?.description?.startsWith(runKey(run)) ?? false
  const facts = [
    `deployment ${id} of group ${group.group} is ${status}`,
    created !== undefined && `it was created ${ago(now - created)}`,
    deployment?.creator !== undefined && `its creator is ${deployment.creator}`,
    deployment?.description !== undefined && `its description is "${deployment.description}"`,
    ours && 'an earlier attempt of this run started it'
  ]
  return new Problem('DEPLOYMENT_ACTIVE', {
    place: { kind: 'aws', call: 'codedeploy:GetDeploymentGroup', resource: group.group },
    found: facts.filter((fact) => fact !== false).join('; ')
  })
}

async function attempt<T>(call: () => Promise<T>): Promise<T | Problem> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

function ago(span: Millis): string {
  const minutes = Math.max(0, Math.round(span / MINUTE))
  return minutes === 0 ? 'just now' : `${minutes} minute${minutes === 1 ? '' : 's'} ago`
}
