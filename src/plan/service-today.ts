// A service and its task sets as facts, from ECS's own description. Pure.
import type { CapacityProviderStrategyItem, NetworkConfiguration, Service } from '@aws-sdk/client-ecs'
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
  /** The revision that serves production. */
  readonly running: Arn | undefined
}

/** Members AWS left out are undefined or empty, never made up. */
export function serviceFacts(service: Service, arn: Arn): ServiceToday {
  const taskSets = (service.taskSets ?? []).flatMap((set) =>
    set.id === undefined ? [] : [{ ...placement(set), id: set.id, status: set.status }]
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
    running: primary?.taskDefinition ?? service.taskDefinition
  }
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
