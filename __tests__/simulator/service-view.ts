// A service and its task sets as DescribeServices tells them. [ECS][LAB-CD] A8, C2, I
import { wireTime } from './clock.ts'
import { text } from './hostile.ts'
import { desiredOf, isSteady, pendingOf, primaryOf, runningOf } from './tasksets.ts'
import { lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { TaskSet, World } from './state.ts'
import type { Wire } from './wire.ts'

const placement = () => ({
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 1 }],
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
      securityGroups: ['sg-0a1b2c3d4e5f60003'],
      assignPublicIp: 'DISABLED' as const
    }
  }
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
    ...placement(),
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
    ...placement()
  }
}

export function service(world: World, withTags: boolean): Wire<ECS.Service> {
  const { settings, switches, names, now } = world
  const { sets, status, desiredCount, createdAt, events, taskDefinition } = world.service
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
    ...placement(),
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
    enableECSManagedTags: true,
    propagateTags: 'SERVICE',
    enableExecuteCommand: false
  }
  return lean(described)
}
