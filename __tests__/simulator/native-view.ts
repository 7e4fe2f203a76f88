// Native deployments, revisions and the service's own members as ECS tells them. [ECS][LAB-ECS] B7, I
import { wireTime } from './clock.ts'
import { containersOf, findTaskDefinition } from './families.ts'
import { text } from './hostile.ts'
import { createHash } from 'node:crypto'
import { isRolling, stageOf } from './native-deployment.ts'
import { balancerOf, living, nativeOf } from './native-revisions.ts'
import { summaryOf } from './native-summary.ts'
import { alarmNames, thresholdOf } from './native-watch.ts'
import { ruleArn } from './native-names.ts'
import { pendingOf, runningOf } from './tasksets.ts'
import { PLACEMENT } from './placement.ts'
import { lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { HookRun, NativeDeployment, NativeRevision } from './native-state.ts'
import type { Placement, World } from './state.ts'
import type { Wire } from './wire.ts'

const time = (at: number | undefined): number | undefined => (at === undefined ? undefined : wireTime(at))
const said = (world: World, words: string | undefined): string | undefined =>
  words === undefined ? undefined : text(world, words)

/** Where it is, as an open word: PRE_PRODUCTION_TRAFFIC_SHIFT is missing from the enum. UNVERIFIED B5 */
function shownStage(world: World, deployment: NativeDeployment): string | undefined {
  const { switches } = nativeOf(world)
  const { shows, plan, place } = deployment
  if (shows.stage !== undefined && world.now < shows.until) return shows.stage
  if (isRolling(deployment) && switches.rollingStages === 'absent') return undefined
  if (deployment.rollback && switches.rollbackStage === 'shown')
    return deployment.status === 'ROLLBACK_IN_PROGRESS' ? 'PRODUCTION_TRAFFIC_SHIFT' : 'CLEAN_UP'
  const stage = stageOf(deployment)
  if (stage !== 'PRE_PRODUCTION_TRAFFIC_SHIFT' || switches.preProductionStage === 'named') return stage
  return switches.preProductionStage === 'production' ? 'PRODUCTION_TRAFFIC_SHIFT' : plan[place - 1]?.stage
}

const shownStatus = (world: World, { status, shows }: NativeDeployment): ECS.ServiceDeploymentStatus =>
  (shows.status !== undefined && world.now < shows.until ? shows.status : status) as ECS.ServiceDeploymentStatus

const hook = (run: HookRun): Wire<ECS.DeploymentLifecycleHookDetail> =>
  lean({
    hookId: run.hookId,
    targetType: run.targetType,
    targetArn: run.targetArn,
    status: run.status,
    expiresAt: wireTime(run.expiresAt),
    timeoutAction: run.timeoutAction
  })

/** What ListServiceDeployments tells. [ECS] I */
export function brief(world: World, deployment: NativeDeployment): Wire<ECS.ServiceDeploymentBrief> {
  return lean({
    serviceDeploymentArn: deployment.arn,
    serviceArn: world.names.service,
    clusterArn: world.names.cluster,
    createdAt: wireTime(deployment.createdAt),
    startedAt: time(deployment.startedAt),
    finishedAt: time(deployment.finishedAt),
    targetServiceRevisionArn: deployment.target.arn,
    status: shownStatus(world, deployment),
    statusReason: said(world, deployment.statusReason)
  })
}

/** What DescribeServiceDeployments tells. [ECS] B7 */
export function whole(world: World, deployment: NativeDeployment): Wire<ECS.ServiceDeployment> {
  const { switches } = nativeOf(world)
  const { rollback, hooks, visit, configuration } = deployment
  const shownHooks = hooks.filter((run) => switches.hookDetails === 'all' || run.visit === visit)
  return lean({
    serviceDeploymentArn: deployment.arn,
    serviceArn: world.names.service,
    clusterArn: world.names.cluster,
    createdAt: wireTime(deployment.createdAt),
    startedAt: time(deployment.startedAt),
    finishedAt: time(deployment.finishedAt),
    stoppedAt: time(deployment.stoppedAt),
    updatedAt: wireTime(deployment.updatedAt),
    sourceServiceRevisions: deployment.sources.map((one) => summaryOf(world, deployment, one)),
    targetServiceRevision: summaryOf(world, deployment, deployment.target),
    status: shownStatus(world, deployment),
    statusReason: said(world, deployment.statusReason),
    lifecycleStage: shownStage(world, deployment) as ECS.ServiceDeploymentLifecycleStage | undefined,
    lifecycleHookDetails: shownHooks.map(hook),
    deploymentConfiguration: configuration,
    rollback: rollback && {
      ...(rollback.reason !== '' && { reason: text(world, rollback.reason) }),
      startedAt: wireTime(rollback.startedAt),
      serviceRevisionArn: rollback.to.arn
    },
    deploymentCircuitBreaker: {
      status: deployment.breaker,
      failureCount: deployment.failureCount,
      threshold: thresholdOf(configuration, world.service.desiredCount)
    },
    alarms: lean({
      status: deployment.alarms,
      alarmNames: alarmNames(deployment),
      triggeredAlarmNames: deployment.triggered.length > 0 ? deployment.triggered : undefined
    })
  })
}

const placed = ({ platformVersion, network, strategy }: Placement) => ({
  platformVersion,
  platformFamily: 'Linux',
  ...(strategy ? { capacityProviderStrategy: strategy } : { launchType: 'FARGATE' as const }),
  networkConfiguration: { awsvpcConfiguration: network }
})

const digest = (image: string): string => `sha256:${createHash('sha256').update(image).digest('hex')}`

/** Which target group is live is told here alone: they alternate. [ECS] B4 */
export function revision(world: World, one: NativeRevision): Wire<ECS.ServiceRevision> {
  const definition = findTaskDefinition(world, one.set.taskDefinition)
  const steered = one.loadBalancers.length > 0 && balancerOf(one).advanced.roleArn !== undefined
  return lean({
    serviceRevisionArn: one.arn,
    serviceArn: world.names.service,
    clusterArn: world.names.cluster,
    taskDefinition: one.set.taskDefinition,
    ...placed(one.set.placement),
    loadBalancers: one.loadBalancers,
    containerImages: containersOf(definition?.sent ?? {}).map(({ name, image }) => ({
      containerName: String(name),
      image: String(image),
      imageDigest: digest(String(image))
    })),
    guardDutyEnabled: false,
    createdAt: wireTime(one.createdAt),
    resolvedConfiguration: steered
      ? {
          loadBalancers: [
            {
              targetGroupArn: world.names.targetGroup(one.set.targetGroup),
              productionListenerRule: ruleArn(world.settings, 'production')
            }
          ]
        }
      : undefined
  })
}

/** PRIMARY is the new one from the first second, ACTIVE whatever else still has tasks. [LAB-ECS] B7, I */
function deployment(world: World, one: NativeRevision): Wire<ECS.Deployment> {
  const { set, wanted } = one
  return lean({
    id: set.id,
    status: set.status === 'PRIMARY' ? 'PRIMARY' : 'ACTIVE',
    taskDefinition: set.taskDefinition,
    desiredCount: wanted,
    pendingCount: pendingOf(set, world.now),
    runningCount: runningOf(set, world.now),
    failedTasks: one.failedTasks,
    createdAt: wireTime(set.createdAt),
    updatedAt: wireTime(set.updatedAt),
    rolloutState: one.rollout,
    rolloutStateReason: nativeOf(world).switches.rolloutReason === 'given' ? text(world, one.rolloutReason) : undefined,
    ...placed(set.placement)
  })
}

/** The members of a service that only this controller has. */
export function nativeMembers(world: World): Partial<Wire<ECS.Service>> {
  const native = nativeOf(world)
  // the newest that was not stopped (ours)
  const current = native.deployments.findLast(({ status, target }) => status !== 'STOPPED' && !target.unrecorded)
  return lean({
    loadBalancers: native.loadBalancers,
    deploymentConfiguration: native.configuration,
    deployments: living(world).map((one) => deployment(world, one)),
    currentServiceDeployment: native.switches.currentDeployment === 'given' ? current?.arn : undefined,
    currentServiceRevisions: living(world).map((one) => {
      const { set, wanted, arn } = one
      return {
        arn,
        requestedTaskCount: wanted,
        runningTaskCount: runningOf(set, world.now),
        pendingTaskCount: pendingOf(set, world.now)
      }
    }),
    ...placed(living(world)[0]?.set.placement ?? PLACEMENT)
  })
}
