// The IAM resources of the operations on native deployments. [DG:service-deployment-permissions] E2
import { stringOf, stringsOf } from './read.ts'
import { isJson } from './wire.ts'
import type { Json } from './wire.ts'

export const NATIVE: ReadonlySet<string> = new Set([
  'ContinueServiceDeployment',
  'DescribeServiceDeployments',
  'DescribeServiceRevisions',
  'ListServiceDeployments',
  'StopServiceDeployment'
])

/** For stop and continue the kind of resource is inferred. UNVERIFIED E2 */
export function nativeResource(service: string, operation: string, input: Json): string {
  switch (operation) {
    case 'ListServiceDeployments':
      return service
    case 'DescribeServiceRevisions':
      return stringsOf(input['serviceRevisionArns'])[0] ?? '*'
    case 'DescribeServiceDeployments':
      return stringsOf(input['serviceDeploymentArns'])[0] ?? '*'
    default:
      return stringOf(input, 'serviceDeploymentArn') ?? '*'
  }
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** The infrastructure role and the roles of hooks are handed on to ECS. The latter is inferred. E2 */
export function passedRoles(input: Json): readonly string[] {
  const configuration = input['deploymentConfiguration']
  const hooks = isJson(configuration) ? list(configuration['lifecycleHooks']) : []
  const advanced = list(input['loadBalancers']).map((one) => one['advancedConfiguration'])
  return [...hooks, ...advanced.filter(isJson)].map((one) => one['roleArn']).filter((role) => typeof role === 'string')
}
