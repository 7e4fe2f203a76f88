// A service and its task sets as DescribeServices tells them. [ECS][LAB-CD] A8, C2, I
import { wireTime } from './clock.ts'
import { text } from './hostile.ts'
import { nativeMembers } from './native-view.ts'
import { PLACEMENT } from './placement.ts'
import { desiredOf, isSteady, pendingOf, primaryOf, runningOf } from './tasksets.ts'
import { lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { Placement, TaskSet, World } from './state.ts'
import type { Wire } from './wire.ts'

/** A launch type where there is no strategy. [ECS] */
const placement = ({ platformVersion, network, strategy }: Placement) => ({
  platformVersion,
  platformFamily: 'Linux',
  ...(strategy ? { capacityProviderStrategy: strategy } : { launchType: 'FARGATE' as const }),
  networkConfiguration: { awsvpcConfiguration: network }
})

const balancersOf = (world: World, set: TaskSet): readonly Wire<ECS.LoadBalancer>[] => [
  {
    targetGroupArn: world.names.targetGroup(set.targetGroup),
    containerName: set.containerName,
    containerPort: set.containerPort
  }
]

function taskSet(world: World, set: TaskSet): Wire<ECS.TaskSet> {
  const { names, now } = world
  return lean({
    id: set.id,
    taskSetArn: names.taskSet(set.id),
    serviceArn: names.service,
    clusterArn: names.cluster,
    startedBy: 'CODE_DEPLOY',
    externalId: set.externalId,
    status: set.status,
    taskDefinition: set.taskDefinition,
    computedDesiredCount: desiredOf(world, set),
    pendingCount: pendingOf(set, now),
    runningCount: runningOf(set, now),
    createdAt: wireTime(set.createdAt),
    updatedAt: wireTime(set.updatedAt),
    ...placement(set.placement),
    loadBalancers: balancersOf(world, set),
    serviceRegistries: [],
    scale: { value: set.scale, unit: 'PERCENT' as const },
    stabilityStatus: isSteady(world, set, now) ? ('STEADY_STATE' as const) : ('STABILIZING' as const),
    stabilityStatusAt: wireTime(Math.min(now, Math.max(set.updatedAt, set.steadyAt))),
    tags: []
  })
}

/** What an ordinary ECS-controlled service shows instead of task sets, enough to be told apart. [ECS] I */
function plainDeployment(world: World, set: TaskSet): Wire<ECS.Deployment> {
  return {
    id: set.id,
    status: 'PRIMARY',
    taskDefinition: set.taskDefinition,
    desiredCount: desiredOf(world, set),
    runningCount: runningOf(set, world.now),
    pendingCount: pendingOf(set, world.now),
    failedTasks: 0,
    createdAt: wireTime(set.createdAt),
    updatedAt: wireTime(set.updatedAt),
    rolloutState: 'COMPLETED',
    ...placement(set.placement)
  }
}

export function service(world: World, withTags: boolean): Wire<ECS.Service> {
  const { settings, switches, names, now } = world
  const { sets, status, desiredCount, createdAt, events, taskDefinition, enableECSManagedTags, propagateTags } =
    world.service
  const primary = primaryOf(world)
  const codeDeploy = settings.controller === 'CODE_DEPLOY'
  const sum = (count: (set: TaskSet) => number): number => sets.reduce((total, set) => total + count(set), 0)
  const shown = switches.controllerMember === 'present' || settings.controller !== 'ECS' // C2: it may be absent
  const described: Wire<ECS.Service> = {
    serviceArn: names.service,
    serviceName: settings.service,
    clusterArn: names.cluster,
    // at service level it may be empty: a switch. UNVERIFIED C2
    loadBalancers: primary && switches.serviceLoadBalancers === 'present' ? balancersOf(world, primary) : [],
    serviceRegistries: [],
    status,
    desiredCount,
    runningCount: sum((set) => runningOf(set, now)),
    pendingCount: sum((set) => pendingOf(set, now)),
    // what changes with the primary task set passes over to the service. [ECS: UpdateServicePrimaryTaskSet]
    ...placement(primary?.placement ?? PLACEMENT),
    taskDefinition,
    deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
    taskSets: codeDeploy ? sets.map((set) => taskSet(world, set)) : undefined,
    deployments: codeDeploy || !primary ? [] : [plainDeployment(world, primary)], // for the ECS controller only. A8
    roleArn: `arn:${settings.partition}:iam::${settings.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    events: events
      .slice(0, 100)
      .map(({ id, at, message }) => ({ id, createdAt: wireTime(at), message: text(world, message) })),
    createdAt: wireTime(createdAt),
    placementConstraints: [],
    placementStrategy: [],
    healthCheckGracePeriodSeconds: 60,
    schedulingStrategy: 'REPLICA',
    deploymentController: shown ? { type: settings.controller } : undefined,
    tags: withTags ? [{ key: 'team', value: 'storefront' }] : undefined,
    createdBy: `arn:${settings.partition}:iam::${settings.account}:role/platform`,
    enableECSManagedTags,
    propagateTags,
    enableExecuteCommand: false
  }
  return lean(world.native ? { ...described, ...nativeMembers(world) } : described)
}
