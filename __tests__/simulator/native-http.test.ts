// ECS-native deployments over HTTP, through the real SDK client.
import * as ecs from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { registration } from './driving.ts'
import { ecsScenario } from './scenarios-ecs.ts'
import { startSimulator } from './server.ts'
import type { Simulator } from './server.ts'

const SERVICE = { cluster: 'prod', service: 'web' }
const minute = 60_000
let now = 0
let simulator: Simulator | undefined

async function start(name: string, maxAttempts = 1): Promise<ecs.ECSClient> {
  simulator = await startSimulator({ scenario: ecsScenario(name), now: () => now })
  return new ecs.ECSClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDSIMULATOR', secretAccessKey: 'simulator' },
    maxAttempts
  })
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

const newest = async (client: ecs.ECSClient): Promise<ecs.ServiceDeploymentBrief> => {
  const { serviceDeployments = [] } = await client.send(new ecs.ListServiceDeploymentsCommand(SERVICE))
  return serviceDeployments[0] ?? {}
}

const describeOne = async (client: ecs.ECSClient, arn: string): Promise<ecs.ServiceDeployment> => {
  const { serviceDeployments = [] } = await client.send(
    new ecs.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
  )
  return serviceDeployments[0] ?? {}
}

/** As a careful caller would: a baseline, the update, then the list until something new is there. */
async function begin(client: ecs.ECSClient, more: Partial<ecs.UpdateServiceCommandInput> = {}): Promise<string> {
  const taskDefinition = await register(client)
  const { serviceDeploymentArn: baseline } = await newest(client)
  await client.send(new ecs.UpdateServiceCommand({ ...SERVICE, taskDefinition, ...more }))
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { serviceDeploymentArn = '' } = await newest(client)
    if (serviceDeploymentArn !== baseline) return serviceDeploymentArn
  }
  throw new Error('nothing began')
}

describe('a canary', () => {
  test('from baseline to success', async () => {
    const client = await start('ecs-canary')
    const { services } = await client.send(new ecs.DescribeServicesCommand({ ...SERVICE, services: ['web'] }))
    expect(services?.[0]?.deploymentConfiguration?.canaryConfiguration?.canaryPercent).toBe(10)
    expect(services?.[0]?.loadBalancers?.[0]?.advancedConfiguration?.roleArn).toMatch(/:role\//)
    const arn = await begin(client)
    now += 3 * minute
    const shifting = await describeOne(client, arn)
    expect(shifting).toMatchObject({
      status: ecs.ServiceDeploymentStatus.IN_PROGRESS,
      lifecycleStage: ecs.ServiceDeploymentLifecycleStage.PRODUCTION_TRAFFIC_SHIFT,
      targetServiceRevision: { requestedProductionTrafficWeight: 10, requestedTestTrafficWeight: 100 },
      sourceServiceRevisions: [{ requestedProductionTrafficWeight: 90 }],
      alarms: { status: 'MONITORING' }
    })
    expect(shifting.startedAt).toBeInstanceOf(Date)
    const { serviceRevisions } = await client.send(
      new ecs.DescribeServiceRevisionsCommand({ serviceRevisionArns: [shifting.targetServiceRevision?.arn ?? ''] })
    )
    expect(serviceRevisions?.[0]?.taskDefinition).toMatch(/web:42$/)
    now += 15 * minute
    const ended = await describeOne(client, arn)
    expect(ended.status).toBe('SUCCESSFUL')
    expect(ended.finishedAt).toBeInstanceOf(Date)
    expect(simulator?.calls.filter(({ write }) => write).map(({ operation }) => operation)).toEqual([
      'RegisterTaskDefinition',
      'UpdateService'
    ])
  })

  test('with a configuration of the caller, filtered by Date', async () => {
    const client = await start('ecs-rolling')
    const { createdAt } = await newest(client)
    const arn = await begin(client, {
      deploymentConfiguration: {
        strategy: 'LINEAR',
        linearConfiguration: { stepPercent: 33.3, stepBakeTimeInMinutes: 1 },
        lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }]
      }
    })
    expect((await describeOne(client, arn)).deploymentConfiguration?.linearConfiguration?.stepPercent).toBe(33.3)
    const input = { ...SERVICE, createdAt: { after: createdAt }, status: ['PENDING' as const] }
    const { serviceDeployments } = await client.send(new ecs.ListServiceDeploymentsCommand(input))
    expect(serviceDeployments?.map(({ serviceDeploymentArn }) => serviceDeploymentArn)).toEqual([arn])
  })
})

test('two pauses, continued', async () => {
  const client = await start('ecs-pause')
  const arn = await begin(client)
  const ids: string[] = []
  for (const wait of [2 * minute, 6 * minute]) {
    now += wait
    const { lifecycleHookDetails = [] } = await describeOne(client, arn)
    const hook = lifecycleHookDetails.find(({ status }) => status === 'AWAITING_ACTION')
    expect(hook?.expiresAt).toBeInstanceOf(Date)
    ids.push(hook?.hookId ?? '')
    await client.send(
      new ecs.ContinueServiceDeploymentCommand({ serviceDeploymentArn: arn, hookId: hook?.hookId, action: 'CONTINUE' })
    )
  }
  expect(new Set(ids).size).toBe(2)
  now += 10 * minute
  expect((await describeOne(client, arn)).status).toBe('SUCCESSFUL')
})

test('an alarm and a stop', async () => {
  const client = await start('ecs-alarm')
  const arn = await begin(client)
  now += 6 * minute
  expect(await describeOne(client, arn)).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    alarms: { triggeredAlarmNames: ['web-5xx'] }
  })
  const again = await begin(client)
  await client.send(new ecs.StopServiceDeploymentCommand({ serviceDeploymentArn: again, stopType: 'ROLLBACK' }))
  now += 2 * minute
  expect((await describeOne(client, again)).rollback?.startedAt).toBeInstanceOf(Date)
})

describe('errors', () => {
  test('arrive as the SDK names them', async () => {
    const client = await start('ecs-canary')
    const arn = await begin(client)
    const nowhere = client.send(
      new ecs.StopServiceDeploymentCommand({ serviceDeploymentArn: `${arn}x`, stopType: 'ROLLBACK' })
    )
    await expect(nowhere).rejects.toBeInstanceOf(ecs.ServiceDeploymentNotFoundException)
    now += 30 * minute
    const over = client.send(new ecs.StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }))
    await expect(over).rejects.toBeInstanceOf(ecs.ConflictException)
    const wrong = client.send(
      new ecs.UpdateServiceCommand({
        ...SERVICE,
        deploymentConfiguration: { canaryConfiguration: { canaryPercent: 0 } }
      })
    )
    await expect(wrong).rejects.toBeInstanceOf(ecs.InvalidParameterException)
    const missing = client.send(new ecs.ListServiceDeploymentsCommand({ ...SERVICE, service: 'nope' }))
    await expect(missing).rejects.toBeInstanceOf(ecs.ServiceNotFoundException)
  })

  test('denied service deployments are AccessDeniedException', async () => {
    const client = await start('ecs-deployments-denied')
    await expect(newest(client)).rejects.toBeInstanceOf(ecs.AccessDeniedException)
  })

  test('throttling is tried again by the SDK', async () => {
    const client = await start('ecs-throttled', 3)
    const arn = await begin(client)
    now += 30 * minute
    expect((await describeOne(client, arn)).status).toBe('SUCCESSFUL')
    expect(simulator?.calls.some(({ error }) => error === 'ThrottlingException')).toBe(true)
  })

  test.each(['ecs-lost-answer', 'ecs-lost-connection'])('%s: sent again, one deployment', async (name) => {
    const client = await start(name, 3)
    await begin(client)
    const sent = simulator?.calls.filter(({ operation }) => operation === 'UpdateService') ?? []
    expect(sent.map(({ status }) => status)).toEqual([name === 'ecs-lost-answer' ? 500 : 0, 200])
    expect(simulator?.world.native?.deployments).toHaveLength(2)
  })
})
