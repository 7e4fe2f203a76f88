// What stands before any deployment: application, group, configurations, revisions. [CD] A2, A12, I
import * as check from './codedeploy-checks.ts'
import { wireTime } from './clock.ts'
import { lastSuccessful } from './deployment.ts'
import { balancerOf, blueGreenOf, locationOf } from './deployment-view.ts'
import { stringOf } from './read.ts'
import { refuse } from './refusal.ts'
import { lean } from './wire.ts'
import type * as CD from '@aws-sdk/client-codedeploy'
import type { Config } from './configs.ts'
import type { Deployment, RegisteredRevision, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

export function getApplication(world: World, input: Json): Wire<CD.GetApplicationOutput> {
  const applicationName = check.application(world, input)
  const createTime = wireTime(world.service.createdAt)
  const applicationId = 'a1b2c3d4-5678-90ab-cdef-1234567890ab'
  return { application: { applicationId, applicationName, createTime, linkedToGitHub: false, computePlatform: 'ECS' } }
}

const lastInfo = (deployment: Deployment | undefined): Wire<CD.LastDeploymentInfo> | undefined =>
  deployment &&
  lean({
    deploymentId: deployment.id,
    status: deployment.status,
    endTime: deployment.endedAt === undefined ? undefined : wireTime(deployment.endedAt),
    createTime: wireTime(deployment.createdAt)
  })

export function getDeploymentGroup(world: World, input: Json): Wire<CD.GetDeploymentGroupOutput> {
  const { settings, names } = world
  const last = lastSuccessful(world)
  const info: Wire<CD.DeploymentGroupInfo> = {
    applicationName: check.application(world, input),
    deploymentGroupId: 'b2c3d4e5-6789-01ab-cdef-234567890abc',
    deploymentGroupName: check.group(world, input),
    deploymentConfigName: settings.configName,
    onPremisesInstanceTagFilters: [],
    autoScalingGroups: [],
    serviceRoleArn: names.codeDeployRole,
    targetRevision: last && locationOf(last.revision, false),
    triggerConfigurations: [],
    alarmConfiguration: {
      enabled: settings.groupAlarms.enabled,
      ignorePollAlarmFailure: settings.groupAlarms.ignorePollAlarmFailure,
      alarms: settings.groupAlarms.names.map((name) => ({ name }))
    },
    autoRollbackConfiguration: { ...settings.rollback },
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: blueGreenOf(world),
    loadBalancerInfo: balancerOf(world),
    lastSuccessfulDeployment: lastInfo(last),
    lastAttemptedDeployment: lastInfo(world.deployments.at(-1)),
    computePlatform: 'ECS',
    ecsServices: [{ serviceName: settings.service, clusterName: settings.cluster }],
    terminationHookEnabled: false
  }
  return { deploymentGroupInfo: lean(info) }
}

function configInfo({
  id,
  name,
  createdAt,
  platform,
  routing,
  minimumHealthyHosts
}: Config): Wire<CD.DeploymentConfigInfo> {
  const trafficRoutingConfig =
    routing &&
    (routing.type === 'AllAtOnce'
      ? { type: routing.type }
      : routing.type === 'TimeBasedCanary'
        ? {
            type: routing.type,
            timeBasedCanary: { canaryPercentage: routing.percent, canaryInterval: routing.minutes }
          }
        : {
            type: routing.type,
            timeBasedLinear: { linearPercentage: routing.percent, linearInterval: routing.minutes }
          })
  return lean({
    deploymentConfigId: id,
    deploymentConfigName: name,
    minimumHealthyHosts: minimumHealthyHosts as Wire<CD.MinimumHealthyHosts> | undefined,
    createTime: wireTime(createdAt),
    computePlatform: platform,
    trafficRoutingConfig
  })
}

export function getDeploymentConfig(world: World, input: Json): Wire<CD.GetDeploymentConfigOutput> {
  const name = stringOf(input, 'deploymentConfigName')
  if (name === undefined || name === '')
    return refuse('DeploymentConfigNameRequiredException', 'deploymentConfigName must be specified')
  return { deploymentConfigInfo: configInfo(check.config(world, name)) }
}

function registered(
  world: World,
  { description, registeredAt, firstUsedAt, lastUsedAt }: RegisteredRevision
): Wire<CD.GenericRevisionInfo> {
  return lean({
    description,
    deploymentGroups: firstUsedAt === undefined ? [] : [world.settings.group],
    firstUsedTime: firstUsedAt === undefined ? undefined : wireTime(firstUsedAt),
    lastUsedTime: lastUsedAt === undefined ? undefined : wireTime(lastUsedAt),
    registerTime: wireTime(registeredAt)
  })
}

/** The place where the content of a deployment can be read back. [ESP] A6 */
export function getApplicationRevision(world: World, input: Json): Wire<CD.GetApplicationRevisionOutput> {
  const applicationName = check.application(world, input)
  const wanted = check.revision(world, input)
  const known =
    world.revisions.get(wanted.sha256) ??
    refuse('RevisionDoesNotExistException', 'The named revision does not exist with the IAM user or AWS account')
  return { applicationName, revision: locationOf(known.revision, true), revisionInfo: registered(world, known) }
}

export function registerApplicationRevision(world: World, input: Json, at: number): object {
  check.application(world, input)
  const revision = check.revision(world, input)
  const description = check.description(world, input)
  world.revisions.set(revision.sha256, {
    registeredAt: at,
    ...world.revisions.get(revision.sha256),
    revision,
    ...(description !== undefined && { description })
  })
  return {}
}
