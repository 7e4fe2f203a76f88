// What RegisterTaskDefinition refuses. Types and the quoted texts are AWS's, the others say the same rule in our words. C1
import { fits, unitsOf } from './fargate.ts'
import { quoted } from './read.ts'
import { refuse } from './refusal.ts'
import { isJson } from './wire.ts'
import type { Json } from './wire.ts'

const client = (message: string): never => refuse('ClientException', message)
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])
const NAME = /^[A-Za-z0-9_-]{1,255}$/

export function checkTaskDefinition(input: Json): void {
  const { family, containerDefinitions, tags } = input
  if (typeof family !== 'string' || family === '') client('Family cannot be blank.')
  if (!NAME.test(String(family))) client('Family contains invalid characters or is too long.')
  const containers = list(containerDefinitions)
  if (containers.length === 0) client('Container definitions should not be empty.')
  if (containers.length > 10) client('A task definition can have at most 10 containers.')
  if (JSON.stringify(input).length > 64 * 1024) client('Task definition is too large: the maximum size is 64 KB.')
  if (list(tags).length > 50) refuse('InvalidParameterException', 'The number of tags exceeds the maximum of 50.')
  const reserved = list(tags).find(({ key }) => /^aws:/i.test(String(key)))
  if (reserved !== undefined)
    refuse('InvalidParameterException', `The tag key ${quoted(reserved['key'])} begins with aws:, which is reserved.`)
  const names = containers.map(({ name }) => name)
  if (new Set(names).size < names.length) client('Container names must be unique.')
  containers.forEach((container) => checkContainer(container, names))
  if (!containers.some(({ essential }) => essential !== false))
    client('Invalid task definition: at least one container must be essential.')
  if (Array.isArray(input['requiresCompatibilities']) && input['requiresCompatibilities'].includes('FARGATE'))
    checkFargate(input, containers)
  if (input['networkMode'] === 'awsvpc') containers.forEach(checkAwsvpc)
}

function checkContainer(container: Json, names: readonly unknown[]): void {
  const { name, image, environment, secrets, dependsOn, portMappings, logConfiguration } = container
  if (typeof name !== 'string' || name === '') client('Container.name should not be null or empty.')
  if (!NAME.test(String(name))) client('Container name contains invalid characters or is too long.')
  if (typeof image !== 'string' || image === '') client('Container.image should not be null or empty.')
  const given = list(environment).map((one) => one['name'])
  const hidden = list(secrets).map((one) => one['name'])
  const shared = hidden.find((one, index) => given.includes(one) || hidden.indexOf(one) !== index)
  if (shared !== undefined)
    client(
      `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${quoted(shared)}'.`
    )
  for (const one of [...list(environment), ...list(secrets)])
    if (typeof one['name'] !== 'string' || one['name'] === '')
      client('The name of an environment variable should not be empty.')
  for (const one of list(secrets))
    if (typeof one['valueFrom'] !== 'string' || one['valueFrom'] === '')
      client('The secret valueFrom should not be empty.')
  for (const { containerName, condition } of list(dependsOn)) {
    if (containerName === name || !names.includes(containerName))
      client(
        `Container ${String(name)} depends on ${String(containerName)}, which is not another container of the task.`
      )
    if (!['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'].includes(String(condition)))
      refuse('InvalidParameterException', `Invalid condition '${String(condition)}' specified.`)
  }
  for (const { containerPort } of list(portMappings)) {
    const port = Number(containerPort)
    if (containerPort !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
      client(`Invalid container port ${quoted(containerPort)}.`)
  }
  if (
    logConfiguration !== undefined &&
    (!isJson(logConfiguration) || typeof logConfiguration['logDriver'] !== 'string')
  )
    client('Log driver should not be null or empty.')
}

/** hostPort is empty or the containerPort; one container port cannot serve two protocols. [ECS] C1 */
function checkAwsvpc({ portMappings }: Json): void {
  const ports = list(portMappings)
  for (const { containerPort, hostPort } of ports)
    if (hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort)
      client('When networkMode=awsvpc, the host ports and container ports in port mappings must match.')
  const numbers = ports.map(({ containerPort }) => containerPort)
  if (new Set(numbers).size < numbers.length) client('One container port cannot be mapped twice.')
}

const NOT_ON_FARGATE = [
  'disableNetworking',
  'dnsSearchDomains',
  'dnsServers',
  'dockerSecurityOptions',
  'extraHosts',
  'links',
  'privileged'
] as const
const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false

function checkFargate(input: Json, containers: readonly Json[]): void {
  if (input['networkMode'] !== 'awsvpc') client('Fargate only supports network mode ‘awsvpc’.')
  const { cpu, memory } = input
  if (typeof cpu !== 'string' || typeof memory !== 'string')
    return client('Fargate requires task definition to have cpu and memory defined at task level.')
  const [units, mib] = [unitsOf(cpu, 'vCPU'), unitsOf(memory, 'GB')]
  if (units === undefined) return client("Invalid 'cpu' setting for task.")
  if (mib === undefined) return client("Invalid 'memory' setting for task.")
  if (!fits(units, mib))
    client(
      `No Fargate configuration exists for given values: ${units} CPU, ${mib} memory. See the Amazon ECS documentation for the valid values.`
    )
  if (isSet(input['ipcMode'])) client('ipcMode is not supported on Fargate.')
  if (isSet(input['placementConstraints'])) client('Placement constraints are not supported on Fargate.')
  for (const container of containers) {
    for (const member of NOT_ON_FARGATE)
      if (isSet(container[member]))
        client(`Invalid setting for container '${String(container['name'])}'. '${member}' is not supported on Fargate.`)
    const linux = isJson(container['linuxParameters']) ? container['linuxParameters'] : {}
    if (linux['maxSwap'] !== undefined || linux['swappiness'] !== undefined)
      client('maxSwap and swappiness are not supported on Fargate.')
    if (list(container['resourceRequirements']).some(({ type }) => type === 'GPU'))
      client('GPU is not supported on Fargate.')
    if (Number(container['stopTimeout'] ?? 0) > 120)
      client('The stop timeout must not be above 120 seconds on Fargate.')
    const log = isJson(container['logConfiguration']) ? container['logConfiguration'] : undefined
    if (log && !['awslogs', 'splunk', 'awsfirelens'].includes(String(log['logDriver'])))
      client(`The log driver ${String(log['logDriver'])} is not supported on Fargate.`)
    const options = log && isJson(log['options']) ? log['options'] : {}
    if (log?.['logDriver'] === 'awslogs' && options['awslogs-stream-prefix'] === undefined)
      client('Log driver awslogs requires options: awslogs-stream-prefix on Fargate.') // C4
  }
  const roles = containers.some(({ secrets }) => list(secrets).length > 0)
  if (roles && input['executionRoleArn'] === undefined)
    client("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.")
}
