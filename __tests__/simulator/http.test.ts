// The HTTP mouth, through the real SDK clients.
import { CloudWatchClient, DescribeAlarmsCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch'
import * as cd from '@aws-sdk/client-codedeploy'
import * as ecs from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { appSpec, registration } from './driving.ts'
import { scenario } from './scenarios.ts'
import { startSimulator } from './server.ts'
import type { Simulator } from './server.ts'
import type { Scenario } from './scenario.ts'

const NAMES = { applicationName: 'AppECS-prod-web', deploymentGroupName: 'DgpECS-prod-web' }
let now = Date.UTC(2026, 10, 20)
let simulator: Simulator | undefined

interface Clients {
  readonly codedeploy: cd.CodeDeployClient
  readonly ecs: ecs.ECSClient
  readonly cloudwatch: CloudWatchClient
}

async function start(chosen: string | Scenario, maxAttempts = 1): Promise<Clients> {
  simulator = await startSimulator({ scenario: typeof chosen === 'string' ? scenario(chosen) : chosen, now: () => now })
  const options = {
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDSIMULATOR', secretAccessKey: 'simulator' },
    maxAttempts
  }
  return {
    codedeploy: new cd.CodeDeployClient(options),
    ecs: new ecs.ECSClient(options),
    cloudwatch: new CloudWatchClient(options)
  }
}

beforeEach(() => {
  now = Date.UTC(2026, 10, 20)
})

afterEach(async () => {
  await simulator?.close()
  simulator = undefined
})

const register = async (client: ecs.ECSClient): Promise<string> => {
  const input = registration() as unknown as ecs.RegisterTaskDefinitionCommandInput
  const { taskDefinition } = await client.send(new ecs.RegisterTaskDefinitionCommand(input))
  return taskDefinition?.taskDefinitionArn ?? ''
}

const create = async (client: cd.CodeDeployClient, content: string, more: object = {}): Promise<string> => {
  const revision = { revisionType: cd.RevisionLocationType.AppSpecContent, appSpecContent: { content } }
  const { deploymentId = '' } = await client.send(new cd.CreateDeploymentCommand({ ...NAMES, revision, ...more }))
  return deploymentId
}

describe('a smooth deployment', () => {
  test('goes from describe to success through the SDK', async () => {
    const aws = await start('smooth')
    const described = await aws.ecs.send(
      new ecs.DescribeTaskDefinitionCommand({ taskDefinition: 'web:41', include: ['TAGS'] })
    )
    expect(described.taskDefinition?.registeredAt).toBeInstanceOf(Date)
    expect(described.taskDefinition?.containerDefinitions?.map(({ name }) => name)).toEqual(['app', 'proxy'])
    expect(described.tags).toHaveLength(3)
    const { deploymentGroupInfo } = await aws.codedeploy.send(new cd.GetDeploymentGroupCommand(NAMES))
    expect(deploymentGroupInfo?.lastSuccessfulDeployment?.createTime).toBeInstanceOf(Date)
    expect(deploymentGroupInfo?.ecsServices).toEqual([{ clusterName: 'prod', serviceName: 'web' }])

    const deploymentId = await create(aws.codedeploy, appSpec(await register(aws.ecs)), {
      description: 'octo/web run 991'
    })
    await expect(aws.codedeploy.send(new cd.ListDeploymentTargetsCommand({ deploymentId }))).rejects.toMatchObject({
      name: 'DeploymentNotStartedException'
    })
    now += 200_000
    const { deploymentTarget } = await aws.codedeploy.send(
      new cd.GetDeploymentTargetCommand({ deploymentId, targetId: 'prod:web' })
    )
    expect(deploymentTarget?.ecsTarget?.taskSetsInfo?.map(({ trafficWeight }) => trafficWeight)).toEqual([90, 10])
    expect(deploymentTarget?.ecsTarget?.lifecycleEvents?.[0]?.startTime).toBeInstanceOf(Date)
    const { services } = await aws.ecs.send(new ecs.DescribeServicesCommand({ cluster: 'prod', services: ['web'] }))
    expect(services?.[0]?.taskSets?.map(({ status }) => status)).toEqual(['PRIMARY', 'ACTIVE'])

    now += 600_000
    const { deploymentInfo } = await aws.codedeploy.send(new cd.GetDeploymentCommand({ deploymentId }))
    expect(deploymentInfo).toMatchObject({
      status: 'Succeeded',
      creator: 'user',
      description: 'octo/web run 991',
      computePlatform: 'ECS'
    })
    expect(deploymentInfo?.completeTime).toBeInstanceOf(Date)
    expect(simulator?.calls.filter(({ write }) => write).map(({ operation }) => operation)).toEqual([
      'RegisterTaskDefinition',
      'CreateDeployment'
    ])
  })

  test('alarms, tasks and the rest read well too', async () => {
    const aws = await start('smooth')
    const set = { AlarmName: 'web-5xx', StateValue: 'ALARM', StateReason: 'by hand' } as const
    const { $metadata } = await aws.cloudwatch.send(new SetAlarmStateCommand(set))
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const alarms = await aws.cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: ['web-5xx', 'web-any'], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] })
    )
    expect([alarms.MetricAlarms?.[0]?.StateValue, alarms.CompositeAlarms?.[0]?.StateValue]).toEqual(['ALARM', 'ALARM'])
    expect(alarms.MetricAlarms?.[0]?.StateTransitionedTimestamp).toEqual(new Date(now))
    const { taskArns } = await aws.ecs.send(new ecs.ListTasksCommand({ cluster: 'prod', serviceName: 'web' }))
    const { tasks } = await aws.ecs.send(new ecs.DescribeTasksCommand({ cluster: 'prod', tasks: taskArns }))
    expect(tasks?.map(({ lastStatus, healthStatus }) => [lastStatus, healthStatus])).toEqual([
      ['RUNNING', 'HEALTHY'],
      ['RUNNING', 'HEALTHY']
    ])
    const { deploymentConfigInfo } = await aws.codedeploy.send(
      new cd.GetDeploymentConfigCommand({ deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes' })
    )
    expect(deploymentConfigInfo?.trafficRoutingConfig).toEqual({
      type: 'TimeBasedCanary',
      timeBasedCanary: { canaryPercentage: 10, canaryInterval: 5 }
    })
    await expect(aws.ecs.send(new ecs.DescribeClustersCommand({ clusters: ['prod'] }))).resolves.toMatchObject({
      clusters: [{ status: 'ACTIVE' }]
    })
  })
})

describe('errors', () => {
  test('arrive as the SDK names them', async () => {
    const aws = await start('smooth')
    const deploymentId = await create(aws.codedeploy, appSpec(await register(aws.ecs)))
    const again = create(aws.codedeploy, 'x')
    await expect(again).rejects.toBeInstanceOf(cd.DeploymentLimitExceededException)
    await expect(again).rejects.toMatchObject({
      message: `The Deployment Group 'DgpECS-prod-web' already has an active Deployment '${deploymentId}'`
    })
    const missing = aws.ecs.send(new ecs.DescribeServicesCommand({ cluster: 'nope', services: ['web'] }))
    await expect(missing).rejects.toBeInstanceOf(ecs.ClusterNotFoundException)
  })

  test('an unmodelled one has its name', async () => {
    const aws = await start('denied-optional')
    const error = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } }
    await expect(aws.codedeploy.send(new cd.ListDeploymentsCommand(NAMES))).rejects.toMatchObject(error)
  })

  test('throttling is tried again by the SDK', async () => {
    const faults = [{ operation: 'GetDeploymentGroup', kind: 'throttle', to: 1 }] as const
    const aws = await start({ ...scenario('smooth'), faults }, 3)
    await aws.codedeploy.send(new cd.GetDeploymentGroupCommand(NAMES))
    expect(simulator?.calls.map(({ error }) => error)).toEqual(['ThrottlingException', undefined])
  })

  test('a lost answer leaves a deployment that a second call trips over', async () => {
    const aws = await start('lost-answer', 3)
    await expect(create(aws.codedeploy, appSpec(await register(aws.ecs)))).rejects.toMatchObject({
      name: 'DeploymentLimitExceededException'
    })
    expect(
      simulator?.calls.filter(({ operation }) => operation === 'CreateDeployment').map(({ status }) => status)
    ).toEqual([500, 400])
  })

  test.each(['malformed', 'html', 'empty', 'reset', 'after-effect-reset'] as const)(
    '%s is no good answer',
    async (kind) => {
      const aws = await start({ ...scenario('smooth'), faults: [{ operation: 'GetDeploymentGroup', kind }] })
      const sent = aws.codedeploy.send(new cd.GetDeploymentGroupCommand(NAMES))
      if (kind === 'empty') expect((await sent).deploymentGroupInfo).toBeUndefined()
      else await expect(sent).rejects.toThrow()
    }
  )

  test('a hanging call hangs until given up', async () => {
    const aws = await start({ ...scenario('smooth'), faults: [{ operation: '*', kind: 'hang' }] })
    const abortSignal = AbortSignal.timeout(200)
    await expect(aws.codedeploy.send(new cd.GetDeploymentGroupCommand(NAMES), { abortSignal })).rejects.toMatchObject({
      name: 'AbortError'
    })
  })
})

describe('on the wire', () => {
  const post = async (
    target: string,
    body: string,
    headers: Record<string, string> = {}
  ): Promise<[number, unknown, string | null]> => {
    const response = await fetch(simulator?.url ?? '', {
      method: 'POST',
      body,
      headers: {
        'x-amz-target': target,
        'content-type': 'application/x-amz-json-1.1',
        authorization: 'AWS4-HMAC-SHA256 x',
        ...headers
      }
    })
    return [response.status, await response.json(), response.headers.get('content-type')]
  }

  test('each service speaks its protocol, with times as epoch seconds', async () => {
    await start('smooth')
    const [status, group, type] = await post('CodeDeploy_20141006.GetDeploymentGroup', JSON.stringify(NAMES))
    expect([status, type]).toEqual([200, 'application/x-amz-json-1.1'])
    expect(group).toMatchObject({
      deploymentGroupInfo: { lastSuccessfulDeployment: { createTime: now / 1_000 - 86_400 } }
    })
    expect((await post('GraniteServiceVersion20100801.DescribeAlarms', '{}'))[2]).toBe('application/x-amz-json-1.0')
    expect((await post('AmazonEC2ContainerServiceV20141113.ListServices', '{"cluster":"prod"}'))[1]).toMatchObject({
      serviceArns: [expect.any(String)]
    })
  })

  test('no null is ever sent', async () => {
    await start('smooth')
    const body = JSON.stringify({ cluster: 'prod', services: ['web'] })
    const [, reply] = await post('AmazonEC2ContainerServiceV20141113.DescribeServices', body)
    expect(JSON.stringify(reply)).not.toContain('null')
  })

  test('what is no request is refused', async () => {
    await start('smooth')
    const target = 'CodeDeploy_20141006.GetDeploymentGroup'
    expect((await post(target, '{'))[1]).toMatchObject({ __type: 'SerializationException' })
    expect((await post('Nope.GetDeploymentGroup', '{}'))[1]).toMatchObject({ __type: 'UnknownOperationException' })
    expect((await post('CodeDeploy_20141006.Nope', '{}'))[1]).toMatchObject({ __type: 'UnknownOperationException' })
    expect((await post(target, '{}', { 'content-type': 'text/plain' }))[1]).toMatchObject({
      __type: 'UnknownOperationException'
    })
    const unsigned = await fetch(simulator?.url ?? '', {
      method: 'POST',
      body: '{}',
      headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' }
    })
    expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' })
  })
})
