// Reading ECS-native deployments, held to BEHAVIOUR-ECS.md.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, SERVICE, minute, varied } from './driving-native.ts'
import { HOSTILE } from './hostile.ts'
import type { Json } from './wire.ts'

const day = 24 * 60 * minute
const MISSING = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28'

describe('ListServiceDeployments', () => {
  const refused = (input: Json): string =>
    new NativeDriver('ecs-canary').refused('ecs', 'ListServiceDeployments', { ...SERVICE, ...input })

  test('may show the old one first, then ours, newest first', () => {
    const driver = new NativeDriver('ecs-canary')
    const [baseline] = driver.list()
    expect(baseline).toMatchObject({ status: 'SUCCESSFUL' })
    const arn = driver.begin()
    expect(driver.list()).toEqual([baseline])
    expect(driver.list().map(({ serviceDeploymentArn }) => serviceDeploymentArn)).toEqual([
      arn,
      baseline?.serviceDeploymentArn
    ])
    expect(driver.native(arn).status).toBe('PENDING') // by ARN it is there at once
  })

  test('tells what the model declares, in the forms of the docs', () => {
    const driver = new NativeDriver('ecs-canary')
    driver.begin()
    driver.list()
    driver.wait(10_000)
    const [ours] = driver.list()
    expect(ours).toEqual({
      serviceDeploymentArn: expect.stringMatching(
        /^arn:aws:ecs:us-east-1:123456789012:service-deployment\/prod\/web\/[A-Za-z0-9_-]{21}$/
      ),
      serviceArn: 'arn:aws:ecs:us-east-1:123456789012:service/prod/web',
      clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod',
      createdAt: expect.any(Number),
      startedAt: expect.any(Number),
      targetServiceRevisionArn: expect.stringMatching(
        /^arn:aws:ecs:us-east-1:123456789012:service-revision\/prod\/web\/\d{19}$/
      ),
      status: 'IN_PROGRESS'
    })
  })

  test('filters by status and by time, both bounds outside', () => {
    const driver = new NativeDriver('ecs-canary')
    const [baseline] = driver.list()
    const arn = driver.wait(minute).begin()
    driver.list()
    const arns = (input: Json) => driver.list(input).map(({ serviceDeploymentArn }) => serviceDeploymentArn)
    expect(arns({ status: ['PENDING', 'IN_PROGRESS'] })).toEqual([arn])
    expect(arns({ status: ['SUCCESSFUL'] })).toEqual([baseline?.serviceDeploymentArn])
    expect(arns({ createdAt: { after: baseline?.createdAt } })).toEqual([arn])
    const [ours] = driver.list()
    expect(arns({ createdAt: { before: ours?.createdAt } })).toEqual([baseline?.serviceDeploymentArn])
    expect(arns({ createdAt: { after: baseline?.createdAt, before: ours?.createdAt } })).toEqual([])
  })

  test('pages', () => {
    const driver = new NativeDriver(varied('ecs-canary', { switches: { listLag: 0 } }))
    for (let run = 0; run < 2; run += 1) driver.begin()
    const first = driver.get<{ serviceDeployments: unknown[]; nextToken: string }>('ecs', 'ListServiceDeployments', {
      ...SERVICE,
      maxResults: 2
    })
    expect(first.serviceDeployments).toHaveLength(2)
    const rest = driver.get<object>('ecs', 'ListServiceDeployments', {
      ...SERVICE,
      maxResults: 2,
      nextToken: first.nextToken
    })
    expect(rest).toEqual({ serviceDeployments: [expect.objectContaining({ status: 'SUCCESSFUL' })] })
    for (let more = 0; more < 20; more += 1) driver.wait(10_000).begin()
    expect(driver.list()).toHaveLength(20)
    expect(driver.list({ maxResults: 100 })).toHaveLength(23)
  })

  test('forgets after 90 days', () => {
    const driver = new NativeDriver('ecs-canary')
    expect(driver.wait(88 * day).list()).toHaveLength(1)
    expect(driver.wait(2 * day).list()).toEqual([])
  })

  test('refuses', () => {
    expect(refused({ maxResults: 0 })).toBe('InvalidParameterException')
    expect(refused({ maxResults: 101 })).toBe('InvalidParameterException')
    expect(refused({ status: ['FAILED'] })).toBe('InvalidParameterException')
    expect(refused({ nextToken: 'x' })).toBe('InvalidParameterException')
    expect(refused({ cluster: 'nope' })).toBe('ClusterNotFoundException')
    expect(refused({ service: 'nope' })).toBe('ServiceNotFoundException')
    expect(refused({ createdAt: { after: 'yesterday' } })).toBe('SerializationException')
  })
})

describe('DescribeServiceDeployments', () => {
  test('what is not there is MISSING, with HTTP 200', () => {
    const driver = new NativeDriver('ecs-canary')
    const [known] = driver.list()
    const asked = [known?.serviceDeploymentArn, MISSING]
    expect(driver.get('ecs', 'DescribeServiceDeployments', { serviceDeploymentArns: asked })).toEqual({
      serviceDeployments: [expect.objectContaining({ serviceDeploymentArn: known?.serviceDeploymentArn })],
      failures: [{ arn: MISSING, reason: 'MISSING' }]
    })
  })

  test('takes 1 to 20', () => {
    const driver = new NativeDriver('ecs-canary')
    const asked = (length: number): string =>
      driver.refused('ecs', 'DescribeServiceDeployments', {
        serviceDeploymentArns: Array.from({ length }, () => MISSING)
      })
    expect([asked(0), asked(20), asked(21)]).toEqual([
      'InvalidParameterException',
      'accepted',
      'InvalidParameterException'
    ])
  })

  test('may lose one', () => {
    const driver = new NativeDriver('ecs-vanishes')
    const arn = driver.begin()
    driver.list()
    driver.until(() => driver.traffic()['42'] === 10)
    driver.wait(2 * minute)
    expect(driver.get('ecs', 'DescribeServiceDeployments', { serviceDeploymentArns: [arn] })).toEqual({
      serviceDeployments: [],
      failures: [{ arn, reason: 'MISSING' }]
    })
    expect(driver.list()).toHaveLength(1)
  })

  test('tells open words as they come', () => {
    for (const [name, member, word] of [
      ['ecs-unknown-stage', 'lifecycleStage', 'MIRROR_TRAFFIC'],
      ['ecs-unknown-status', 'status', 'PAUSED_BY_AWS']
    ] as const) {
      const driver = new NativeDriver(name)
      const arn = driver.begin()
      driver.until(() => String(driver.native(arn)[member]) === word)
      driver.untilNative(arn, 'SUCCESSFUL')
    }
  })

  test('keeps what was told of one that is over when the next begins', () => {
    const driver = new NativeDriver('ecs-canary')
    const first = driver.begin()
    driver.untilNative(first, 'SUCCESSFUL')
    driver.wait(minute)
    const before = driver.native(first)
    driver.begin()
    driver.wait(20 * minute)
    expect(driver.native(first)).toEqual(before)
  })
})

test('the threshold told follows the desired count', () => {
  const driver = new NativeDriver(varied('ecs-canary', {}, { world: { desiredCount: 11 } }))
  const arn = driver.begin()
  expect(driver.native(arn).deploymentCircuitBreaker).toMatchObject({ threshold: 6 })
  driver.update({ desiredCount: 20 })
  expect(driver.native(arn).deploymentCircuitBreaker).toMatchObject({ threshold: 10 })
})

describe('DescribeServiceRevisions', () => {
  test('leads from a deployment to its task definition, images and live target group', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    const revision = driver.revisionOf(driver.native(arn).targetServiceRevision?.arn)
    expect(revision).toMatchObject({
      taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:42',
      containerImages: [
        {
          containerName: 'app',
          image: expect.stringMatching(/web:1\.42\.0$/),
          imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/)
        },
        { containerName: 'proxy' }
      ],
      resolvedConfiguration: {
        loadBalancers: [
          { targetGroupArn: expect.stringContaining('web-green'), productionListenerRule: expect.any(String) }
        ]
      }
    })
    const id = driver.described().deployments?.[0]?.id ?? ''
    expect(id).toMatch(/^ecs-svc\/\d{19}$/)
    expect(revision.serviceRevisionArn).not.toContain(id.slice(8)) // two numbers, not one
  })

  test('refuses none and more than 20, and tells what is MISSING', () => {
    const driver = new NativeDriver('ecs-canary')
    const asked = (length: number): string =>
      driver.refused('ecs', 'DescribeServiceRevisions', { serviceRevisionArns: Array.from({ length }, () => 'arn:x') })
    expect([asked(0), asked(20), asked(21)]).toEqual([
      'InvalidParameterException',
      'accepted',
      'InvalidParameterException'
    ])
    expect(driver.get('ecs', 'DescribeServiceRevisions', { serviceRevisionArns: ['arn:x'] })).toEqual({
      serviceRevisions: [],
      failures: [{ arn: 'arn:x', reason: 'MISSING' }]
    })
  })
})

describe('DescribeServices', () => {
  test('shows the new one as PRIMARY from the first second and the old one as ACTIVE', () => {
    const driver = new NativeDriver('ecs-canary')
    const [old] = driver.described().deployments ?? []
    expect(old).toMatchObject({ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 2, failedTasks: 0 })
    const arn = driver.begin()
    const shown = () => driver.described()
    expect(shown().deployments).toMatchObject([
      {
        status: 'PRIMARY',
        rolloutState: 'IN_PROGRESS',
        runningCount: 0,
        taskDefinition: expect.stringMatching(/:42$/)
      },
      { id: old?.id, status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 }
    ])
    expect(shown()).toMatchObject({
      deploymentController: { type: 'ECS' },
      currentServiceDeployment: arn,
      taskDefinition: expect.stringMatching(/:42$/)
    })
    expect(shown()).not.toHaveProperty('taskSets')
    driver.until(() => driver.traffic()['42'] === 10)
    expect(shown()).toMatchObject({ desiredCount: 2, runningCount: 4, pendingCount: 0 })
    expect(shown().currentServiceRevisions).toHaveLength(2)
  })

  test('has the deployment id of a task as its startedBy, as the only filter', () => {
    // what is a switch for task sets is none here
    const driver = new NativeDriver({ ...varied('ecs-canary', {}), switches: { taskStartedBy: 'absent' } })
    const arn = driver.begin()
    driver.untilStage(arn, 'BAKE_TIME')
    const id = driver.described().deployments?.[0]?.id
    const { taskArns } = driver.get<{ taskArns: string[] }>('ecs', 'ListTasks', { cluster: 'prod', startedBy: id })
    expect(taskArns).toHaveLength(2)
    const { tasks } = driver.get<{ tasks: object[] }>('ecs', 'DescribeTasks', { cluster: 'prod', tasks: taskArns })
    expect(tasks).toMatchObject([{ startedBy: id, group: 'service:web' }, { startedBy: id }])
  })

  test('a missing service is MISSING', () => {
    const driver = new NativeDriver('ecs-canary')
    expect(driver.get('ecs', 'DescribeServices', { cluster: 'prod', services: ['nope'] })).toMatchObject({
      services: [],
      failures: [{ reason: 'MISSING' }]
    })
  })

  test('tells events newest first, at most a hundred', () => {
    const driver = new NativeDriver('ecs-never-healthy')
    driver.begin()
    driver.wait(12 * 60 * minute)
    const { events = [] } = driver.described()
    expect(events).toHaveLength(100)
    const times = events.map(({ createdAt = 0 }) => createdAt)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })
})

test('what was deployed before the record is there and has no record', () => {
  const driver = new NativeDriver('ecs-before-the-record')
  expect(driver.list()).toEqual([])
  expect(driver.described()).not.toHaveProperty('currentServiceDeployment')
  expect(driver.described().deployments).toMatchObject([{ status: 'PRIMARY', rolloutState: 'COMPLETED' }])
  const arn = driver.begin()
  const source = driver.native(arn).sourceServiceRevisions?.[0]?.arn
  const before = driver.world.native?.deployments[0]?.arn ?? ''
  expect(driver.get('ecs', 'DescribeServiceDeployments', { serviceDeploymentArns: [before] })).toEqual({
    serviceDeployments: [],
    failures: [{ arn: before, reason: 'MISSING' }]
  })
  expect(driver.get('ecs', 'DescribeServiceRevisions', { serviceRevisionArns: [source] })).toEqual({
    serviceRevisions: [],
    failures: [{ arn: source, reason: 'MISSING' }]
  })
  driver.stop(arn)
  driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
})

test('hostile texts are in every free text and nowhere else', () => {
  const driver = new NativeDriver('ecs-hostile')
  const arn = driver.begin()
  driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
  driver.list()
  const told = [driver.native(arn), driver.list()[0], driver.described()]
  const texts = JSON.stringify(told)
  const [marker = ''] = HOSTILE.split(' ')
  expect(texts.split(marker).length - 1).toBeGreaterThan(5)
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string' && value.includes(HOSTILE))
      expect(['statusReason', 'reason', 'message', 'rolloutStateReason']).toContain(name)
    else if (Array.isArray(value)) for (const one of value) walk(one, name)
    else if (typeof value === 'object' && value !== null)
      for (const [member, one] of Object.entries(value)) walk(one, member)
  }
  walk(told, '')
  expect(driver.native(arn).statusReason).toContain(HOSTILE)
})

test('nothing that starts nothing leaves a trace', () => {
  const driver = new NativeDriver('ecs-same-revision')
  const before = driver.list()
  driver.update({ taskDefinition: 'web:41' })
  driver.wait(5 * minute)
  expect(driver.list()).toEqual(before)
  expect(driver.described().deployments).toHaveLength(1)
})
