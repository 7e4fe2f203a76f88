// The AppSpec: what CodeDeploy is told of the new task set. Read from the user's file, or begun with a container. Pure.
import { isList, isObject } from '../domain/json.ts'
import { near } from '../domain/near.ts'
import { Problem, type Place } from '../domain/problem.ts'
import type { Arn, Json, JsonObject, Result } from '../domain/units.ts'
import type { Document } from '../inputs/inputs.ts'
import { checkForm } from './appspec-form.ts'
import { inTheCaseOf, memberOf, resourcesOf, withProperties } from './appspec-keys.ts'
import { told } from './form.ts'

/** The user's file as it is, keys and all, once it has the form CodeDeploy can read. */
export function readAppSpec(document: Document): Result<JsonObject, Problem> {
  const problems = checkForm(document)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: document.value }
}

/** Capitalised keys, as AWS's own examples for ECS have them. */
export function bareAppSpec(containerName: string, containerPort: number): JsonObject {
  const properties = { LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort } }
  return { version: 0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }] }
}

/** Stands for the revision until it is registered; the official action's own. */
export const PLACEHOLDER = '<TASK_DEFINITION>'

/** The same AppSpec for this revision, whatever stood there before. */
export function withTaskDefinition(appSpec: JsonObject, taskDefinition: Arn): JsonObject {
  return withProperties(appSpec, (properties) => {
    const present = memberOf(properties, 'TaskDefinition')
    if (present) return { ...properties, [present.key]: taskDefinition }
    return { [inTheCaseOf(properties, 'TaskDefinition')]: taskDefinition, ...properties }
  })
}

/** Where the load balancer sends traffic, as the AppSpec says it; undefined members where it does not. */
export function balancersOf(appSpec: JsonObject): readonly Named[] {
  return resourcesOf(appSpec).map(({ properties }) => {
    const balancer = memberOf(properties, 'LoadBalancerInfo')?.value
    if (!isObject(balancer)) return { name: undefined, port: undefined }
    return { name: memberOf(balancer, 'ContainerName')?.value, port: memberOf(balancer, 'ContainerPort')?.value }
  })
}

interface Named {
  readonly name: Json | undefined
  readonly port: Json | undefined
}

/** That the load balancer's container and port exist in the definition. `definition` has been checked. */
export function checkAppSpec(appSpec: JsonObject, definition: JsonObject, place: Place): readonly Problem[] {
  const containers = objectsOf(definition['containerDefinitions'])
  return balancersOf(appSpec).flatMap(({ name, port }) => {
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
