// The AppSpec: what CodeDeploy is told of the new task set. Read from the user's file, or made from the service. Pure.
import { isList, isObject } from '../domain/json.ts'
import { near } from '../domain/near.ts'
import { Problem, type Note, type Place } from '../domain/problem.ts'
import type { Arn, Json, JsonObject, Result } from '../domain/units.ts'
import type { Document } from '../inputs/inputs.ts'
import { checkForm } from './appspec-form.ts'
import { memberOf, resourcesOf, type Resource } from './appspec-keys.ts'
import { told } from './form.ts'

/** What a generated AppSpec is made of, as ECS describes a service. */
export interface ServiceFacts {
  readonly containerName: string
  readonly containerPort: number
  readonly platformVersion?: string | undefined
  readonly networkConfiguration?:
    | {
        readonly awsvpcConfiguration?:
          | {
              readonly subnets?: readonly string[] | undefined
              readonly securityGroups?: readonly string[] | undefined
              readonly assignPublicIp?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly capacityProviderStrategy?:
    | readonly {
        readonly capacityProvider?: string | undefined
        readonly base?: number | undefined
        readonly weight?: number | undefined
      }[]
    | undefined
}

/** The user's file as it is, keys and all, once it has the form CodeDeploy can read. */
export function readAppSpec(document: Document): Result<JsonObject, Problem> {
  const problems = checkForm(document)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: document.value }
}

/** Capitalised keys, as AWS's own examples for ECS have them. The revision is put in later. */
export function generateAppSpec(facts: ServiceFacts): JsonObject {
  const network = networkOf(facts)
  const strategy = facts.capacityProviderStrategy ?? []
  const properties: JsonObject = {
    LoadBalancerInfo: { ContainerName: facts.containerName, ContainerPort: facts.containerPort },
    ...(facts.platformVersion !== undefined && { PlatformVersion: facts.platformVersion }),
    ...(network && { NetworkConfiguration: { AwsvpcConfiguration: network } }),
    ...(strategy.length > 0 && {
      CapacityProviderStrategy: strategy.map(({ capacityProvider, base, weight }) => ({
        ...(capacityProvider !== undefined && { CapacityProvider: capacityProvider }),
        ...(base !== undefined && { Base: base }),
        ...(weight !== undefined && { Weight: weight })
      }))
    })
  }
  return { version: 0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }] }
}

/** What a reviewer should know of a generated AppSpec. */
export function generatedNotes(facts: ServiceFacts): readonly Note[] {
  const { containerName, containerPort } = facts
  const awsvpc = facts.networkConfiguration?.awsvpcConfiguration
  const notes: Note[] = [
    {
      level: 'notice',
      says: `No AppSpec file: it is generated from the service, with container \`${containerName}\` and port ${containerPort}.`
    }
  ]
  if (awsvpc && !networkOf(facts)) {
    notes.push({
      level: 'notice',
      says: 'The service names no subnets or no security groups, so that the AppSpec leaves its network configuration as it is.'
    })
  }
  return notes
}

/**
 * All three or none. https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 * A public address that is not spoken of is DISABLED for a service.
 */
function networkOf(facts: ServiceFacts): JsonObject | undefined {
  const { subnets = [], securityGroups = [], assignPublicIp } = facts.networkConfiguration?.awsvpcConfiguration ?? {}
  if (subnets.length === 0 || securityGroups.length === 0) return undefined
  return { Subnets: subnets, SecurityGroups: securityGroups, AssignPublicIp: assignPublicIp ?? 'DISABLED' }
}

/** The same AppSpec for this revision, whatever stood there before. */
export function withTaskDefinition(appSpec: JsonObject, taskDefinition: Arn): JsonObject {
  const resources = memberOf(appSpec, 'Resources')
  if (!resources || !isList(resources.value)) return appSpec
  const value = resources.value.map((entry) =>
    isObject(entry)
      ? Object.fromEntries(
          Object.entries(entry).map(([name, resource]) => [name, resourceWith(resource, taskDefinition)])
        )
      : entry
  )
  return { ...appSpec, [resources.key]: value }
}

function resourceWith(resource: Json, taskDefinition: Arn): Json {
  if (!isObject(resource)) return resource
  const properties = memberOf(resource, 'Properties')
  if (!properties || !isObject(properties.value)) return resource
  const present = memberOf(properties.value, 'TaskDefinition')
  const value = present
    ? { ...properties.value, [present.key]: taskDefinition }
    : { [inTheStyleOf(properties.value)]: taskDefinition, ...properties.value }
  return { ...resource, [properties.key]: value }
}

/** Keys in the user's own case: whether CodeDeploy accepts a mixture is not known. */
function inTheStyleOf(properties: JsonObject): string {
  return Object.keys(properties).some((key) => /^[A-Z]/.test(key)) ? 'TaskDefinition' : 'taskDefinition'
}

/** That the load balancer's container and port exist in the definition. `definition` has been checked. */
export function checkAppSpec(appSpec: JsonObject, definition: JsonObject, place: Place): readonly Problem[] {
  const containers = objectsOf(definition['containerDefinitions'])
  return resourcesOf(appSpec).flatMap((resource) => {
    const { name, port } = balancerOf(resource)
    if (typeof name !== 'string') return []
    const container = containers.find((candidate) => candidate['name'] === name)
    if (container) return checkPort(container, name, port, place)
    const names = containers.map((candidate) => candidate['name']).filter((text) => typeof text === 'string')
    const meant = near(name, names)
    return [
      new Problem('APPSPEC_MISMATCH', {
        place,
        found: `LoadBalancerInfo names the container ${JSON.stringify(name)}, which the task definition does not have`,
        expected: `one of ${names.map((text) => `\`${text}\``).join(', ')}`,
        ...(meant !== undefined && { remedy: `Write \`${meant}\`, if that is what was meant.` })
      })
    ]
  })
}

function balancerOf({ properties }: Resource): { readonly name: Json | undefined; readonly port: Json | undefined } {
  const balancer = memberOf(properties, 'LoadBalancerInfo')?.value
  if (!isObject(balancer)) return { name: undefined, port: undefined }
  return { name: memberOf(balancer, 'ContainerName')?.value, port: memberOf(balancer, 'ContainerPort')?.value }
}

function checkPort(container: JsonObject, name: string, port: Json | undefined, place: Place): readonly Problem[] {
  const mappings = objectsOf(container['portMappings'])
  if (typeof port !== 'number' || mappings.some((mapping) => covers(mapping, port))) return []
  const ports = mappings.map((mapping) => mapping['containerPort'] ?? mapping['containerPortRange'])
  const known = ports.filter((mapped) => mapped !== undefined).map(String)
  return [
    new Problem('APPSPEC_MISMATCH', {
      place,
      found: `LoadBalancerInfo names ${told(port)}, which is no port of container ${JSON.stringify(name)}`,
      expected: known.length === 0 ? 'a container with portMappings' : `one of ${known.join(', ')}`,
      remedy:
        known.length === 0
          ? `Add \`{ "containerPort": ${port} }\` to \`portMappings\` of ${JSON.stringify(name)}.`
          : `Write a port of ${JSON.stringify(name)}, or add ${port} to its \`portMappings\`.`
    })
  ]
}

function covers(mapping: JsonObject, port: number): boolean {
  const { containerPort, containerPortRange } = mapping
  if (containerPort === port) return true
  const range = typeof containerPortRange === 'string' ? /^(\d{1,5})-(\d{1,5})$/.exec(containerPortRange) : null
  return range !== null && Number(range[1]) <= port && port <= Number(range[2])
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter((entry) => isObject(entry)) : []
}
