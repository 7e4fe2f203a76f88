// The ECS operations: parsed request in, reply out. [ECS]
import { wireTime } from './clock.ts'
import { addRevision, lookUp } from './families.ts'
import { paged } from './paging.ts'
import { checkTaskDefinition } from './register.ts'
import { numberOf, stringOf, stringsOf } from './read.ts'
import { refuse } from './refusal.ts'
import { service } from './service-view.ts'
import { describedTask, hasStopped, visibleTasks } from './task-view.ts'
import { scaleTo } from './tasksets.ts'
import { isJson, lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { Operation, TaskDefinition, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

/** By name or ARN, `default` when omitted. A cluster that is not there is an error of its own. C2 */
function requireCluster({ names, settings }: World, cluster: unknown): void {
  const given = cluster ?? 'default'
  if (given !== settings.cluster && given !== names.cluster) refuse('ClusterNotFoundException', 'Cluster not found.')
}

const isOurService = ({ names, settings }: World, reference: string): boolean =>
  reference === settings.service || reference === names.service

const serviceArn = ({ names }: World, reference: string): string =>
  reference.startsWith('arn:') ? reference : `${names.service.slice(0, names.service.lastIndexOf('/'))}/${reference}`

/** At most ten; what is missing is told with HTTP 200. [ECS][DG:api_failures_messages] C2 */
function describeServices(world: World, input: Json): Wire<ECS.DescribeServicesResponse> {
  const wanted = stringsOf(input['services'])
  if (wanted.length === 0) invalid('Services cannot be empty.')
  if (wanted.length > 10) invalid('Services cannot have more than 10 elements.')
  requireCluster(world, input['cluster'])
  const tags = stringsOf(input['include']).includes('TAGS')
  return {
    services: wanted.filter((one) => isOurService(world, one)).map(() => service(world, tags)),
    failures: wanted
      .filter((one) => !isOurService(world, one))
      .map((one) => ({ arn: serviceArn(world, one), reason: 'MISSING' }))
  }
}

/** The definition as sent, with what only AWS sets. [ECS] C1 */
function described(definition: TaskDefinition): Wire<ECS.TaskDefinition> {
  const { sent, arn, revision, requiresAttributes, compatibilities, registeredAt, registeredBy } = definition
  const own = Object.fromEntries(Object.entries(sent).filter(([member]) => member !== 'tags'))
  return {
    taskDefinitionArn: arn,
    volumes: [],
    placementConstraints: [],
    ...own,
    revision,
    status: 'ACTIVE',
    requiresAttributes,
    compatibilities,
    registeredAt: wireTime(registeredAt),
    registeredBy
  }
}

/** No dry run, no dedupe: equal content makes a new revision. Tags come back beside. [ECS] C1 */
function registerTaskDefinition(world: World, input: Json, at: number): Wire<ECS.RegisterTaskDefinitionResponse> {
  checkTaskDefinition(input)
  const tags = Array.isArray(input['tags']) ? input['tags'].filter(isJson) : []
  const definition = addRevision(world, at, 'caller', input, tags)
  return { taskDefinition: described(definition), tags }
}

function describeTaskDefinition(world: World, input: Json): Wire<ECS.DescribeTaskDefinitionResponse> {
  const reference = input['taskDefinition']
  if (typeof reference !== 'string' || reference === '') return invalid('TaskDefinition cannot be empty.')
  const finding = lookUp(world, reference)
  if (!('found' in finding)) return refuse(finding.type, finding.said)
  const tags = stringsOf(input['include']).includes('TAGS') ? finding.found.tags : undefined
  return lean({ taskDefinition: described(finding.found), tags })
}

/** `startedBy` must be the only filter. [ECS] C3 */
function listTasks(world: World, input: Json): Wire<ECS.ListTasksResponse> {
  requireCluster(world, input['cluster'])
  const [serviceName, family, startedBy] = [
    stringOf(input, 'serviceName'),
    stringOf(input, 'family'),
    stringOf(input, 'startedBy')
  ]
  const desiredStatus = stringOf(input, 'desiredStatus') ?? 'RUNNING'
  if (
    startedBy !== undefined &&
    (serviceName !== undefined || family !== undefined || input['desiredStatus'] !== undefined)
  )
    invalid('Cannot use startedBy together with another filter.')
  if (serviceName !== undefined && !isOurService(world, serviceName))
    refuse('ServiceNotFoundException', 'Service not found.')
  if (!['RUNNING', 'PENDING', 'STOPPED'].includes(desiredStatus)) invalid(`Invalid desiredStatus ${desiredStatus}.`)
  const arns = visibleTasks(world)
    .filter(({ task }) => hasStopped(task) === (desiredStatus === 'STOPPED'))
    .filter(({ set }) => family === undefined || set.taskDefinition.includes(`task-definition/${family}:`))
    .filter(
      ({ set }) => startedBy === undefined || (world.switches.taskStartedBy === 'task-set' && set.id === startedBy)
    )
    .map(({ task }) => world.names.task(task.id))
  const size = Math.min(numberOf(input, 'maxResults') ?? 100, world.switches.pageSize)
  const page = paged(arns, stringOf(input, 'nextToken'), size, 'InvalidParameterException')
  return lean({ taskArns: page.items, nextToken: page.nextToken })
}

function describeTasks(world: World, input: Json): Wire<ECS.DescribeTasksResponse> {
  requireCluster(world, input['cluster'])
  const wanted = stringsOf(input['tasks'])
  if (wanted.length === 0) invalid('Tasks cannot be empty.')
  if (wanted.length > 100) invalid('Tasks cannot have more than 100 elements.')
  const visible = new Map(visibleTasks(world).map((seen) => [seen.task.id, seen]))
  const found = wanted.map((reference) => ({
    reference,
    seen: visible.get(reference.slice(reference.lastIndexOf('/') + 1))
  }))
  return {
    tasks: found.flatMap(({ seen }) => (seen ? [describedTask(world, seen)] : [])),
    failures: found.flatMap(({ reference, seen }) =>
      seen ? [] : [{ arn: reference.startsWith('arn:') ? reference : world.names.task(reference), reason: 'MISSING' }]
    )
  }
}

/** What CODE_DEPLOY services take; anything else is CodeDeploy's business. [ECS][DG:update-service-parameters] A8 */
const TAKEN = new Set([
  'cluster',
  'service',
  'desiredCount',
  'deploymentConfiguration',
  'healthCheckGracePeriodSeconds',
  'placementConstraints',
  'placementStrategy',
  'enableECSManagedTags',
  'propagateTags'
])
const NAMED: Readonly<Record<string, string>> = { taskDefinition: 'task definition', loadBalancers: 'load balancers' }

function updateService(world: World, input: Json, at: number): Wire<ECS.UpdateServiceResponse> {
  requireCluster(world, input['cluster'])
  const reference = input['service']
  if (typeof reference !== 'string' || reference === '') return invalid('Service cannot be empty.')
  if (!isOurService(world, reference)) refuse('ServiceNotFoundException', 'Service not found.')
  if (world.service.status !== 'ACTIVE') refuse('ServiceNotActiveException', 'Service was not ACTIVE.')
  if (world.settings.controller === 'CODE_DEPLOY') {
    const end = 'on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
    if (input['forceNewDeployment'] === true) invalid(`Cannot force a new deployment ${end}`)
    for (const member of Object.keys(input))
      if (!TAKEN.has(member) && member !== 'forceNewDeployment')
        invalid(`Unable to update ${NAMED[member] ?? member} ${end}`)
    const alarms = isJson(input['deploymentConfiguration']) ? input['deploymentConfiguration']['alarms'] : undefined
    if (alarms !== undefined) invalid('Alarm based rollback feature is only supported with ECS deployment controller.') // A14
  } else if (input['taskDefinition'] !== undefined || input['forceNewDeployment'] === true) {
    refuse('ServerException', 'this simulator has no ECS-native deployments', 500)
  }
  if (typeof input['desiredCount'] === 'number') scaleTo(world, at, input['desiredCount'], 60_000)
  return { service: service(world, false) }
}

function describeClusters(world: World, input: Json): Wire<ECS.DescribeClustersResponse> {
  const { names, settings } = world
  const wanted = stringsOf(input['clusters'] ?? ['default'])
  const known = (reference: string): boolean => reference === settings.cluster || reference === names.cluster
  const running = visibleTasks(world).filter(({ task }) => !hasStopped(task)).length
  return {
    clusters: wanted.filter(known).map(() => ({
      clusterArn: names.cluster,
      clusterName: settings.cluster,
      status: 'ACTIVE',
      runningTasksCount: running,
      pendingTasksCount: 0,
      activeServicesCount: world.service.status === 'ACTIVE' ? 1 : 0,
      registeredContainerInstancesCount: 0,
      capacityProviders: ['FARGATE', 'FARGATE_SPOT']
    })),
    failures: wanted
      .filter((one) => !known(one))
      .map((one) => ({
        arn: one.startsWith('arn:') ? one : `${names.cluster.slice(0, names.cluster.lastIndexOf('/'))}/${one}`,
        reason: 'MISSING'
      }))
  }
}

function listServices(world: World, input: Json): Wire<ECS.ListServicesResponse> {
  requireCluster(world, input['cluster'])
  return { serviceArns: world.service.status === 'INACTIVE' ? [] : [world.names.service] }
}

export const ECS_OPERATIONS: Readonly<Record<string, Operation>> = {
  DescribeClusters: describeClusters,
  DescribeServices: describeServices,
  DescribeTaskDefinition: describeTaskDefinition,
  DescribeTasks: describeTasks,
  ListServices: listServices,
  ListTasks: listTasks,
  RegisterTaskDefinition: registerTaskDefinition,
  UpdateService: updateService
}
