// Who may do what. A denied answer looks like AWS's own. E1
import { NATIVE, nativeResource, passedRoles } from './native-policy.ts'
import { stringOf } from './read.ts'
import { refuse } from './refusal.ts'
import { isJson } from './wire.ts'
import type { World } from './state.ts'
import type { Json } from './wire.ts'

export type ServiceName = 'ecs' | 'codedeploy' | 'cloudwatch'

/** The IAM resource of each action. [UG23:auth-and-access-control-permissions-reference] E1 */
function resourceOf({ names, settings }: World, service: ServiceName, operation: string, input: Json): string {
  const { application, group } = settings
  if (service === 'cloudwatch') return names.alarm('*')
  if (service === 'ecs') {
    if (operation === 'DescribeServices' || operation === 'UpdateService') return names.service
    if (NATIVE.has(operation)) return nativeResource(names.service, operation, input)
    if (operation === 'DescribeClusters' || operation === 'ListServices') return names.cluster
    return '*'
  }
  switch (operation) {
    case 'GetDeploymentConfig':
    case 'CreateDeploymentConfig':
      return names.config(stringOf(input, 'deploymentConfigName') ?? settings.configName)
    case 'GetApplication':
    case 'GetApplicationRevision':
    case 'RegisterApplicationRevision':
      return names.application(stringOf(input, 'applicationName') ?? application)
    default:
      return names.group(
        stringOf(input, 'applicationName') ?? application,
        stringOf(input, 'deploymentGroupName') ?? group
      )
  }
}

const denied = (world: World, action: string, resource: string): never =>
  refuse(
    'AccessDeniedException',
    `User: ${world.names.caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  )

const resources = (world: World, operation: string, input: Json): readonly (readonly [string, string])[] => {
  const application = world.names.application(world.settings.application)
  const roles = [input['taskRoleArn'], input['executionRoleArn']].filter((role) => typeof role === 'string')
  switch (operation) {
    case 'UpdateService':
      return passedRoles(input).map((role) => ['iam:PassRole', role] as const)
    case 'RegisterTaskDefinition': // the roles are handed on at register time. C1
      return roles.map((role) => ['iam:PassRole', role] as const)
    case 'CreateDeployment': // these actions go with it. E1, A2
      return [
        [
          'codedeploy:GetDeploymentConfig',
          world.names.config(stringOf(input, 'deploymentConfigName') ?? world.settings.configName)
        ],
        ['codedeploy:RegisterApplicationRevision', application],
        ...(isJson(input['overrideAlarmConfiguration'])
          ? [
              [
                'codedeploy:UpdateDeploymentGroup',
                world.names.group(world.settings.application, world.settings.group)
              ] as const
            ]
          : [])
      ]
    default:
      return []
  }
}

/** Refuses what the scenario's policy leaves out. */
export function mayCall(world: World, service: ServiceName, operation: string, input: Json): void {
  const { policy } = world.settings
  if (policy === 'all') return
  const needed = [
    [`${service}:${operation}`, resourceOf(world, service, operation, input)] as const,
    ...resources(world, operation, input)
  ]
  for (const [action, resource] of needed) if (!policy.includes(action)) denied(world, action, resource)
}

export function deny(world: World, service: ServiceName, operation: string, input: Json): never {
  return denied(world, `${service}:${operation}`, resourceOf(world, service, operation, input))
}
