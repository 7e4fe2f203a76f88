// The AppSpec as the service reads it: JSON or YAML text. [UG:reference-appspec-file-structure-resources] A13
import { parseDocument } from 'yaml'
import { isJson } from './wire.ts'
import type { Json } from './wire.ts'
import type { LifecycleName, Switches } from './scenario.ts'

export interface AppSpec {
  readonly taskDefinition: string
  readonly containerName: string
  readonly containerPort: number
  readonly platformVersion?: string
  readonly network?: Json
  readonly capacityProviders?: readonly unknown[]
  readonly hooks: ReadonlyMap<LifecycleName, string>
}

export type Reading = AppSpec | { readonly problem: string }

const MISSING =
  'The deployment failed because the AppSpec file that specifies the deployment configuration is missing or has an invalid configuration.'
const NOT_YAML = 'The input AppSpec file is a not well-formed yaml. The template cannot be parsed.' // [ISS:aws/aws-cli#6267] A4

const HOOKS: ReadonlySet<string> = new Set<LifecycleName>([
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic'
])
const isHook = (name: string): name is LifecycleName => HOOKS.has(name)

class Problem extends Error {}
const wrong = (why: string): never => {
  throw new Problem(`${MISSING} ${why}`)
}

/** Keys may be read without regard to case: whether the service does so is a switch. UNVERIFIED A13 */
function member(object: Json, key: string, how: Switches['appSpecCase']): unknown {
  if (how === 'exact') return object[key]
  const found = Object.keys(object).find((own) => own.toLowerCase() === key.toLowerCase())
  return found === undefined ? undefined : object[found]
}

export function readAppSpec(text: string, how: Switches['appSpecCase']): Reading {
  const get = (object: Json, key: string): unknown => member(object, key, how)
  const part = (value: unknown, name: string): Json => (isJson(value) ? value : wrong(`${name}: ${NOT_YAML}`))
  try {
    const spec = part(parsed(text), 'AppSpec')
    const version = get(spec, 'version')
    if (Number(version) !== 0 || version === undefined || version === '') wrong('The version must be 0.0.')
    const resources = get(spec, 'Resources')
    if (!Array.isArray(resources) || resources.length !== 1) return wrong('Exactly one resource must be given.')
    const target = part(get(part(resources[0], 'Resources'), 'TargetService'), 'TargetService')
    if (get(target, 'Type') !== 'AWS::ECS::Service') wrong('The type of the resource must be AWS::ECS::Service.')
    const properties = part(get(target, 'Properties'), 'Properties')
    const taskDefinition = get(properties, 'TaskDefinition')
    if (typeof taskDefinition !== 'string' || taskDefinition === '') return wrong('TaskDefinition is missing.')
    // a list here is refused as not well-formed [ISS:awsdocs/aws-codedeploy-user-guide#14]
    const balancer = part(get(properties, 'LoadBalancerInfo'), 'LoadBalancerInfo')
    const containerName = get(balancer, 'ContainerName')
    const containerPort = get(balancer, 'ContainerPort')
    if (typeof containerName !== 'string' || containerName === '') return wrong('ContainerName is missing.')
    if (typeof containerPort !== 'number') return wrong('ContainerPort must be a number.') // A3: a string port fails later
    const platformVersion = get(properties, 'PlatformVersion')
    const network = networkOf(get, get(properties, 'NetworkConfiguration'))
    const capacity = get(properties, 'CapacityProviderStrategy')
    if (capacity !== undefined && !Array.isArray(capacity)) wrong(`CapacityProviderStrategy: ${NOT_YAML}`)
    return {
      taskDefinition,
      containerName,
      containerPort,
      hooks: hooksOf(get(spec, 'Hooks')),
      ...(typeof platformVersion === 'string' && { platformVersion }),
      ...(network && { network }),
      ...(Array.isArray(capacity) && { capacityProviders: capacity })
    }
  } catch (problem) {
    if (problem instanceof Problem) return { problem: problem.message }
    throw problem
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const document = parseDocument(text)
    return document.errors.length > 0 ? wrong(NOT_YAML) : document.toJS()
  }
}

/** Subnets, SecurityGroups and AssignPublicIp: all three or none. A13 */
function networkOf(get: (object: Json, key: string) => unknown, value: unknown): Json | undefined {
  if (value === undefined || value === null) return undefined
  if (!isJson(value)) return wrong(`NetworkConfiguration: ${NOT_YAML}`)
  const vpc = get(value, 'AwsvpcConfiguration')
  if (!isJson(vpc)) return wrong('AwsvpcConfiguration is missing.')
  const subnets = get(vpc, 'Subnets')
  const securityGroups = get(vpc, 'SecurityGroups')
  const assignPublicIp = get(vpc, 'AssignPublicIp')
  if (
    !Array.isArray(subnets) ||
    !Array.isArray(securityGroups) ||
    !['ENABLED', 'DISABLED'].includes(String(assignPublicIp))
  )
    return wrong('AwsvpcConfiguration needs Subnets, SecurityGroups and AssignPublicIp.')
  return { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp } }
}

/** A list of single-key maps, one Lambda per event. [UG23:reference-appspec-file-structure-hooks] A13 */
function hooksOf(value: unknown): ReadonlyMap<LifecycleName, string> {
  const hooks = new Map<LifecycleName, string>()
  if (value === undefined || value === null) return hooks
  if (!Array.isArray(value)) return wrong(`Hooks: ${NOT_YAML}`)
  for (const entry of value as readonly unknown[]) {
    const [pair, ...more] = isJson(entry) ? Object.entries(entry) : []
    if (!pair || more.length > 0) return wrong('Each hook must be a map of one event to one function.')
    const [name, lambda] = pair
    if (!isHook(name)) return wrong(`${name} is not a lifecycle event that takes a hook.`)
    if (typeof lambda !== 'string' || lambda === '') return wrong(`The hook ${name} names no function.`)
    if (hooks.has(name)) return wrong(`The hook ${name} is given twice.`)
    hooks.set(name, lambda)
  }
  return hooks
}
