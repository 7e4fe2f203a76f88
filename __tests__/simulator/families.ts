// Task definitions: families and their revisions. [ECS] C1
import { isJson } from './wire.ts'
import { attributesOf, compatibilitiesOf } from './attributes.ts'
import type { Json } from './wire.ts'
import type { TaskDefinition, World } from './state.ts'

export type Finding = { readonly found: TaskDefinition } | { readonly said: string; readonly type: string }

const ARN = /^arn:[^:]+:ecs:[^:]+:[^:]+:task-definition\/(.+)$/

export const isActive = ({ deregisteredAt }: TaskDefinition): boolean => deregisteredAt === undefined

/** `family`, `family:revision` or an ARN, with or without a revision: without one the newest ACTIVE. [ECS] A13 */
export function lookUp(world: World, reference: string): Finding {
  const local = ARN.exec(reference)?.[1] ?? reference
  const [family = '', revision, ...rest] = local.split(':')
  if (rest.length > 0) return { said: `Invalid TaskDefinition: ${reference}.`, type: 'ClientException' }
  // seen with `web:latest`. A4
  if (revision !== undefined && !/^\d+$/.test(revision))
    return { said: `Invalid revision number. Number: ${revision}`, type: 'InvalidParameterException' }
  const all = world.families.get(family) ?? []
  const found = revision === undefined ? all.findLast(isActive) : all.find((one) => one.revision === Number(revision))
  return found && (local === reference || found.arn === reference || reference.endsWith(`/${family}`))
    ? { found }
    : { said: 'Unable to describe task definition.', type: 'ClientException' }
}

export function findTaskDefinition(world: World, reference: string): TaskDefinition | undefined {
  const finding = lookUp(world, reference)
  return 'found' in finding ? finding.found : undefined
}

/** The next revision: it grows by one for ever, and equal content makes a new one all the same. [ECS] C1 */
export function addRevision(
  world: World,
  at: number,
  by: TaskDefinition['by'],
  sent: Json,
  tags: readonly Json[],
  registeredBy = world.names.caller
): TaskDefinition {
  const family = String(sent['family'])
  const all = world.families.get(family) ?? []
  const revision = (all.at(-1)?.revision ?? 0) + 1
  const definition: TaskDefinition = {
    arn: world.names.taskDefinition(family, revision),
    family,
    revision,
    by,
    registeredAt: at,
    registeredBy,
    sent,
    tags,
    requiresAttributes: attributesOf(sent),
    compatibilities: compatibilitiesOf(sent)
  }
  world.families.set(family, [...all, definition])
  return definition
}

export const containersOf = (sent: Json): readonly Json[] => {
  const containers = sent['containerDefinitions']
  return Array.isArray(containers) ? containers.filter(isJson) : []
}

/** Why the service would refuse this container and port for a task set. Texts as seen. A4 */
export function portProblem(definition: TaskDefinition, container: string, port: number): string | undefined {
  const found = containersOf(definition.sent).find((one) => one['name'] === container)
  if (!found) return 'The container does not exist in the task definition.'
  const mappings = found['portMappings']
  const ports = Array.isArray(mappings) ? mappings.filter(isJson).map((one) => one['containerPort']) : []
  return ports.includes(port) ? undefined : `The container ${container} did not have a container port ${port} defined.`
}
