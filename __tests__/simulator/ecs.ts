// The ECS operations: parsed request in, reply out. [ECS]
import { DEFINITIONS } from './ecs-definitions.ts'
import { scaled } from './machine.ts'
import { NATIVE_OPERATIONS } from './native-operations.ts'
import { updateNatively } from './native-update.ts'
import { paged } from './paging.ts'
import { numberOf, stringOf, stringsOf } from './read.ts'
import { isOurService, requireCluster, requireService } from './references.ts'
import { refuse } from './refusal.ts'
import { service } from './service-view.ts'
import { describedTask, hasStopped, startedBy as starterOf, visibleTasks } from './task-view.ts'
import { isJson, lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { Operation, PropagateTags, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

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
    .filter(({ set }) => startedBy === undefined || starterOf(world, set) === startedBy)
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

const isPropagation = (value: unknown): value is PropagateTags =>
  value === 'SERVICE' || value === 'TASK_DEFINITION' || value === 'NONE'

function updateService(world: World, input: Json, at: number): Wire<ECS.UpdateServiceResponse> {
  requireCluster(world, input['cluster'])
  requireService(world, input['service'])
  if (world.service.status !== 'ACTIVE') refuse('ServiceNotActiveException', 'Service was not ACTIVE.')
  if (world.native) return updateNatively(world, input, at)
  if (world.settings.controller === 'CODE_DEPLOY') {
    const end = 'on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
    if (input['forceNewDeployment'] === true) invalid(`Cannot force a new deployment ${end}`)
    for (const member of Object.keys(input))
      if (!TAKEN.has(member) && member !== 'forceNewDeployment')
        invalid(`Unable to update ${NAMED[member] ?? member} ${end}`)
    const alarms = isJson(input['deploymentConfiguration']) ? input['deploymentConfiguration']['alarms'] : undefined
    if (alarms !== undefined) invalid('Alarm based rollback feature is only supported with ECS deployment controller.') // A14
  } else if (input['taskDefinition'] !== undefined || input['forceNewDeployment'] === true) {
    refuse('ServerException', 'this scenario has no ECS-native deployments', 500)
  }
  const { desiredCount, enableECSManagedTags, propagateTags } = input
  if (typeof desiredCount === 'number' && (desiredCount < 0 || !Number.isInteger(desiredCount)))
    invalid('Desired count must be a whole number from 0.')
  if (propagateTags !== undefined && !isPropagation(propagateTags)) return invalid('Invalid propagateTags.')
  if (typeof enableECSManagedTags === 'boolean') world.service.enableECSManagedTags = enableECSManagedTags
  if (propagateTags !== undefined) world.service.propagateTags = propagateTags
  if (typeof desiredCount === 'number') scaled(world, at, desiredCount, 60_000)
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
  ...DEFINITIONS,
  ...NATIVE_OPERATIONS,
  DescribeClusters: describeClusters,
  DescribeServices: describeServices,
  DescribeTasks: describeTasks,
  ListServices: listServices,
  ListTasks: listTasks,
  UpdateService: updateService
}
