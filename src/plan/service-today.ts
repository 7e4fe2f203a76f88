// A service and its task sets as facts, from ECS's own description. Pure.
import type { CapacityProviderStrategyItem, Deployment, NetworkConfiguration, Service } from '@aws-sdk/client-ecs'
import type { Arn } from '../domain/units.ts'

export interface Balancer {
  readonly targetGroupArn: string | undefined
  readonly containerName: string
  readonly containerPort: number
}

/** What both a service and a task set say of how tasks are run. */
export interface Placement {
  readonly taskDefinition: Arn | undefined
  readonly launchType: string | undefined
  readonly platformVersion: string | undefined
  /** As ECS answered: handed on whole. */
  readonly networkConfiguration: NetworkConfiguration | undefined
  readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[]
  readonly balancers: readonly Balancer[]
}

export interface TaskSetToday extends Placement {
  readonly id: string
  /** PRIMARY, ACTIVE or DRAINING. */
  readonly status: string | undefined
  /** Of a set of CodeDeploy: the deployment that made it; undefined for the one that came with the service. */
  readonly externalId: string | undefined
}

export interface ServiceToday extends Placement {
  readonly arn: Arn
  readonly desiredCount: number | undefined
  readonly schedulingStrategy: string | undefined
  readonly enableECSManagedTags: boolean
  readonly propagateTags: string
  readonly taskSets: readonly TaskSetToday[]
  /** The task set that serves production. */
  readonly primary: TaskSetToday | undefined
  /** What ECS itself deploys; empty for a service of CodeDeploy. */
  readonly deployments: readonly Deployment[]
  /** The ARN of the newest deployment of ECS's own, where AWS tells it. */
  readonly currentDeployment: string | undefined
  /** The revision that serves production. */
  readonly running: Arn | undefined
}

/** Members AWS left out are undefined or empty, never made up. */
export function serviceFacts(service: Service, arn: Arn): ServiceToday {
  const taskSets = (service.taskSets ?? []).flatMap((set) =>
    set.id === undefined ? [] : [{ ...placement(set), id: set.id, status: set.status, externalId: set.externalId }]
  )
  const primary = taskSets.find((set) => set.status === 'PRIMARY')
  return {
    ...placement(service),
    arn,
    desiredCount: service.desiredCount,
    schedulingStrategy: service.schedulingStrategy,
    // "If no value is specified, the tags aren't propagated." https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
    enableECSManagedTags: service.enableECSManagedTags ?? false,
    propagateTags: service.propagateTags ?? 'NONE',
    taskSets,
    primary,
    deployments: service.deployments ?? [],
    currentDeployment: service.currentServiceDeployment,
    running: primary?.taskDefinition ?? proven(service.deployments ?? []) ?? service.taskDefinition
  }
}

/**
 * ECS makes a new revision the primary in the first second. Until it has proven itself the one before it is what serves:
 * it is complete, and still wanted. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
function proven(deployments: readonly Deployment[]): Arn | undefined {
  const complete = deployments.filter(({ rolloutState }) => rolloutState === 'COMPLETED')
  return complete.find(({ desiredCount }) => desiredCount !== 0)?.taskDefinition
}

/** The members a service and a task set have in common. */
type Placed = Pick<
  Service,
  | 'taskDefinition'
  | 'launchType'
  | 'platformVersion'
  | 'networkConfiguration'
  | 'capacityProviderStrategy'
  | 'loadBalancers'
>

function placement(from: Placed): Placement {
  return {
    taskDefinition: from.taskDefinition,
    launchType: from.launchType,
    platformVersion: from.platformVersion,
    networkConfiguration: from.networkConfiguration,
    capacityProviderStrategy: from.capacityProviderStrategy ?? [],
    balancers: (from.loadBalancers ?? []).flatMap((balancer) =>
      balancer.containerName === undefined || balancer.containerPort === undefined
        ? []
        : [
            {
              targetGroupArn: balancer.targetGroupArn,
              containerName: balancer.containerName,
              containerPort: balancer.containerPort
            }
          ]
    )
  }
}
