// The SDK behind our ports. Each client is loaded when it is first needed: the time to the first call is what a user waits.
import { checked } from './answers.ts'
import { guarded } from './guard.ts'
import type { Aws, Call } from './ports.ts'
import { LIMITS, type Limits, type ProxyEnv, transport } from './transport.ts'

export interface Connection {
  readonly region: string
  /** For the proxy only: credentials, endpoints and files of AWS the SDK finds by itself. */
  readonly env: ProxyEnv
  /** Of this action, for AWS's logs. */
  readonly version: string
  readonly limits?: Limits
}

export function connect({ region, env, version, limits = LIMITS }: Connection): Aws {
  const settings = once(() => ({
    region,
    // Retries are ours: the SDK would send a write again and so deploy twice.
    maxAttempts: 1,
    retryMode: 'standard',
    requestHandler: transport(env, limits),
    customUserAgent: [['ecs-canary-deploy', version]] satisfies [string, string][]
  }))

  const start = headStart()
  const loadEcs = once(async () => {
    start.take()
    return (await import('./ecs.ts')).connectEcs(settings(), start.end)
  })
  const loadCodeDeploy = once(async () => {
    await start.over()
    return (await import('./codedeploy.ts')).connectCodeDeploy(settings())
  })
  const loadCloudWatch = once(async () => {
    await start.over()
    return (await import('./cloudwatch.ts')).connectCloudWatch(settings())
  })
  start.afterwards(() => {
    // While ECS thinks. A failure is met again, and told, by the call that needs the client.
    loadCodeDeploy().catch(() => undefined)
    loadCloudWatch().catch(() => undefined)
  })

  const ecs = ports(async () => loadEcs(), { service: 'ecs', limit: limits.call, settled: start.end })
  const codedeploy = ports(async () => loadCodeDeploy(), { service: 'codedeploy', limit: limits.call })
  const cloudwatch = ports(async () => loadCloudWatch(), { service: 'cloudwatch', limit: limits.call })

  return {
    region,
    ecs: {
      describeServices: ecs(
        'DescribeServices',
        (port) => port.describeServices,
        ({ cluster, services }) => (services ?? []).map((service) => `${cluster ?? 'default'}/${service}`).join(', ')
      ),
      describeServicesAsWritten: ecs(
        'DescribeServices',
        (port) => port.describeServicesAsWritten,
        ({ cluster, services }) => (services ?? []).map((service) => `${cluster ?? 'default'}/${service}`).join(', '),
        'as written'
      ),
      describeTaskDefinition: ecs(
        'DescribeTaskDefinition',
        (port) => port.describeTaskDefinition,
        ({ taskDefinition }) => taskDefinition
      ),
      registerTaskDefinition: ecs(
        'RegisterTaskDefinition',
        (port) => port.registerTaskDefinition,
        ({ family }) => (typeof family === 'string' ? family : undefined)
      ),
      listTaskDefinitions: ecs(
        'ListTaskDefinitions',
        (port) => port.listTaskDefinitions,
        ({ familyPrefix }) => familyPrefix
      ),
      deregisterTaskDefinition: ecs(
        'DeregisterTaskDefinition',
        (port) => port.deregisterTaskDefinition,
        ({ taskDefinition }) => taskDefinition
      ),
      updateService: ecs(
        'UpdateService',
        (port) => port.updateService,
        ({ cluster, service }) => [cluster, service].filter((name) => typeof name === 'string').join('/')
      ),
      listServiceDeployments: ecs(
        'ListServiceDeployments',
        (port) => port.listServiceDeployments,
        ({ cluster, service }) => `${cluster ?? 'default'}/${service ?? ''}`
      ),
      describeServiceDeployments: ecs(
        'DescribeServiceDeployments',
        (port) => port.describeServiceDeployments,
        ({ serviceDeploymentArns }) => serviceDeploymentArns?.join(', ')
      ),
      describeServiceRevisions: ecs(
        'DescribeServiceRevisions',
        (port) => port.describeServiceRevisions,
        ({ serviceRevisionArns }) => serviceRevisionArns?.join(', ')
      ),
      stopServiceDeployment: ecs('StopServiceDeployment', (port) => port.stopServiceDeployment, serviceDeployment),
      continueServiceDeployment: ecs(
        'ContinueServiceDeployment',
        (port) => port.continueServiceDeployment,
        serviceDeployment
      ),
      listTasks: ecs(
        'ListTasks',
        (port) => port.listTasks,
        ({ cluster }) => cluster
      ),
      describeTasks: ecs(
        'DescribeTasks',
        (port) => port.describeTasks,
        ({ cluster }) => cluster
      )
    },
    codedeploy: {
      getDeploymentGroup: codedeploy('GetDeploymentGroup', (port) => port.getDeploymentGroup, group),
      getDeploymentConfig: codedeploy('GetDeploymentConfig', (port) => port.getDeploymentConfig, config),
      createDeploymentConfig: codedeploy('CreateDeploymentConfig', (port) => port.createDeploymentConfig, config),
      createDeployment: codedeploy('CreateDeployment', (port) => port.createDeployment, group),
      getDeployment: codedeploy('GetDeployment', (port) => port.getDeployment, deployment),
      getDeploymentTarget: codedeploy('GetDeploymentTarget', (port) => port.getDeploymentTarget, deployment),
      stopDeployment: codedeploy('StopDeployment', (port) => port.stopDeployment, deployment),
      continueDeployment: codedeploy('ContinueDeployment', (port) => port.continueDeployment, deployment),
      listDeployments: codedeploy('ListDeployments', (port) => port.listDeployments, group)
    },
    cloudwatch: {
      describeAlarms: cloudwatch(
        'DescribeAlarms',
        (port) => port.describeAlarms,
        ({ AlarmNames }) => AlarmNames?.join(', ')
      )
    }
  }
}

const group = (input: { applicationName?: string | undefined; deploymentGroupName?: string | undefined }) =>
  [input.applicationName, input.deploymentGroupName].filter((part) => part !== undefined).join('/')
const config = (input: { deploymentConfigName?: string | undefined }) => input.deploymentConfigName
const serviceDeployment = (input: { serviceDeploymentArn?: string | undefined }) => input.serviceDeploymentArn
const deployment = (input: { deploymentId?: string | undefined }) => input.deploymentId

interface Service {
  readonly service: 'ecs' | 'codedeploy' | 'cloudwatch'
  readonly limit: number
  /** Called after every call, however it went. */
  readonly settled?: () => void
}

function ports<Port>(load: () => Promise<Port>, { service, limit, settled }: Service) {
  return <Input, Output>(
    operation: string,
    pick: (port: Port) => Call<Input, Output>,
    resource: (input: Input) => string | undefined,
    /** The typed forms are not those of an answer as AWS wrote it. */
    form: 'typed' | 'as written' = 'typed'
  ): Call<Input, Output> =>
    guarded(limit, { service, operation }, resource, async (input, options) => {
      try {
        const answer = await pick(await load())(input, options)
        return form === 'typed' ? checked(answer, { service, operation, resource: resource(input) }) : answer
      } finally {
        settled?.()
      }
    })
}

/** ECS goes first: while its first request is being made, nothing else is loaded. */
function headStart() {
  const { promise, resolve } = Promise.withResolvers<void>()
  let taken = false
  return {
    take: () => {
      taken = true
    },
    end: () => resolve(),
    over: async () => {
      if (taken) await promise
    },
    afterwards: (next: () => void) => void promise.then(next)
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
