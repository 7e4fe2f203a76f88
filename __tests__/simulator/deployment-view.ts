// A deployment as GetDeployment, BatchGetDeployments and the target operations tell it. A6, A7
import { wireTime } from './clock.ts'
import { isOver } from './deployment.ts'
import { text } from './hostile.ts'
import { desiredOf, pendingOf, runningOf } from './tasksets.ts'
import { lean } from './wire.ts'
import type {
  DeploymentInfo,
  DeploymentTarget,
  ECSTaskSet,
  LoadBalancerInfo,
  RevisionLocation
} from '@aws-sdk/client-codedeploy'
import type { Deployment, LifecycleEvent, Revision, TaskSet, World } from './state.ts'
import type { Wire } from './wire.ts'

/** Whether GetDeployment echoes the content is a switch; GetApplicationRevision always does. UNVERIFIED A6 */
export function locationOf({ type, content, sha256 }: Revision, echo: boolean): Wire<RevisionLocation> {
  const inline = echo ? { content, sha256 } : { sha256 }
  return type === 'String' ? { revisionType: type, string: inline } : { revisionType: type, appSpecContent: inline }
}

export function balancerOf({ settings, names }: World): Wire<LoadBalancerInfo> {
  const pair = {
    targetGroups: names.targetGroups.map((name) => ({ name })),
    prodTrafficRoute: { listenerArns: [names.prodListener] },
    ...(settings.testListener && { testTrafficRoute: { listenerArns: [names.testListener] } })
  }
  return { targetGroupPairInfoList: [pair] }
}

/** Links appear on both, on the failed one perhaps a little later than its status. [LAB-CD][ESP] A10 */
function rollbackInfoOf(deployment: Deployment, now: number): Wire<DeploymentInfo['rollbackInfo']> {
  const { id, rollbackOf, rolledBackBy, rolledBackVisibleAt = 0 } = deployment
  if (rollbackOf !== undefined)
    return {
      rollbackTriggeringDeploymentId: rollbackOf,
      rollbackMessage: `Deployment ${id} is triggered to roll back deployment ${rollbackOf}.`
    }
  if (rolledBackBy === undefined || now < rolledBackVisibleAt) return undefined
  return {
    rollbackDeploymentId: rolledBackBy,
    rollbackMessage: `Deployment ${id} terminated. Automatic rollback is triggered with a DeploymentId ${rolledBackBy}.`
  }
}

/** Absent while it runs, then it counts targets, not tasks. [LAB-CD] A6 */
function overviewOf(world: World, deployment: Deployment): Wire<DeploymentInfo['deploymentOverview']> {
  if (!isOver(deployment) || world.switches.overview === 'missing') return undefined
  const good = deployment.status === 'Succeeded'
  return { Pending: 0, InProgress: 0, Succeeded: good ? 1 : 0, Failed: good ? 0 : 1, Skipped: 0, Ready: 0 }
}

/** A status that no enum knows may come through for a while: a scenario's doing. */
export function shownStatus(world: World, deployment: Deployment): string {
  if (deployment.shows && world.now < deployment.shows.until) return deployment.shows.status
  return deployment.waitsToTerminate && world.switches.bakes ? 'Baking' : deployment.status // UNVERIFIED A5
}

export function blueGreenOf({ settings }: World) {
  const { ready, termination } = settings
  return {
    terminateBlueInstancesOnDeploymentSuccess: {
      action: termination.action,
      terminationWaitTimeInMinutes: termination.waitMinutes
    },
    deploymentReadyOption: { actionOnTimeout: ready.action, waitTimeInMinutes: ready.waitMinutes }
  }
}

export function deploymentInfo(world: World, deployment: Deployment): Wire<DeploymentInfo> {
  const { settings, switches } = world
  const { config, error, startedAt, endedAt, description } = deployment
  const info: Wire<DeploymentInfo> = {
    applicationName: settings.application,
    deploymentGroupName: settings.group,
    deploymentConfigName: config.name,
    deploymentId: deployment.id,
    previousRevision: deployment.previous && locationOf(deployment.previous, switches.echoContent),
    revision: locationOf(deployment.revision, switches.echoContent),
    status: shownStatus(world, deployment) as NonNullable<DeploymentInfo['status']>,
    errorInformation: error && { code: error.code as 'TIMEOUT', message: text(world, error.message) },
    createTime: wireTime(deployment.createdAt),
    startTime: startedAt === undefined ? undefined : wireTime(startedAt),
    completeTime: endedAt === undefined ? undefined : wireTime(endedAt),
    deploymentOverview: overviewOf(world, deployment),
    description: description === undefined ? undefined : text(world, description),
    creator: deployment.creator,
    ignoreApplicationStopFailures: false,
    autoRollbackConfiguration: { ...deployment.autoRollback },
    updateOutdatedInstancesOnly: false,
    rollbackInfo: rollbackInfoOf(deployment, world.now),
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    instanceTerminationWaitTimeStarted: false, // it stays false on ECS. [ISS:aws/containers-roadmap#269] A6
    blueGreenDeploymentConfiguration: blueGreenOf(world),
    loadBalancerInfo: balancerOf(world)
  }
  return lean({ ...info, computePlatform: 'ECS' })
}

function lifecycleEvent(world: World, event: LifecycleEvent) {
  const { start, end, message } = event
  const shown = message !== undefined && world.switches.hookDiagnostics === 'given' // UNVERIFIED A7
  return lean({
    lifecycleEventName: event.name,
    diagnostics: shown
      ? { errorCode: 'ScriptFailed' as const, scriptName: '', message: text(world, message), logTail: '' }
      : undefined,
    startTime: start === undefined ? undefined : wireTime(start),
    endTime: end === undefined ? undefined : wireTime(end),
    status: event.status
  })
}

/** `identifer` is misspelt in the API. [CD] A7 */
function taskSet(world: World, set: TaskSet, label: 'Blue' | 'Green'): Wire<ECSTaskSet> {
  return lean({
    identifer: set.id,
    desiredCount: desiredOf(world, set),
    pendingCount: pendingOf(set, world.now),
    runningCount: runningOf(set, world.now),
    status: set.status,
    trafficWeight: set.weight,
    targetGroup: { name: set.targetGroup },
    taskSetLabel: world.switches.taskSetLabel === 'given' ? label : undefined
  })
}

export function deploymentTarget(world: World, deployment: Deployment): Wire<DeploymentTarget> {
  const { blue, green, events } = deployment
  const installed = events.find(({ name }) => name === 'Install')?.status !== 'InProgress'
  const greenListed = installed || world.switches.greenBeforeInstalled === 'listed' // UNVERIFIED A7
  const target = {
    deploymentId: deployment.id,
    targetId: world.names.target,
    targetArn: world.names.service,
    lastUpdatedAt: wireTime(deployment.changedAt),
    lifecycleEvents: events.map((event) => lifecycleEvent(world, event)),
    status: deployment.targetStatus,
    taskSetsInfo: [
      ...(blue ? [taskSet(world, blue, 'Blue')] : []),
      ...(green && greenListed ? [taskSet(world, green, 'Green')] : [])
    ]
  }
  return { deploymentTargetType: 'ECSTarget', ecsTarget: target }
}
