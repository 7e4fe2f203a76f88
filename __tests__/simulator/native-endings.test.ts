// How ECS-native deployments end badly, held to BEHAVIOUR-ECS.md.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, minute, varied } from './driving-native.ts'
import { CONFIGURATION } from './native-defaults.ts'
import { thresholdOf } from './native-watch.ts'

const said = (driver: NativeDriver): readonly (string | undefined)[] =>
  driver.described().events?.map(({ message }) => message) ?? []
const alarm = (driver: NativeDriver, StateValue: string, AlarmName = 'web-5xx'): unknown =>
  driver.get('cloudwatch', 'SetAlarmState', { AlarmName, StateValue, StateReason: 'test' })

describe('an alarm', () => {
  test('rolls back within half a minute, as the same deployment', () => {
    const driver = new NativeDriver('ecs-alarm')
    const arn = driver.begin()
    driver.until(() => driver.truth().alarms['web-5xx'] === 'ALARM')
    expect(driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS', 25_000)).toBeLessThanOrEqual(25_000)
    const blue = driver.native(arn).sourceServiceRevisions?.[0]?.arn
    expect(driver.native(arn)).toMatchObject({
      alarms: { status: 'TRIGGERED', alarmNames: ['web-5xx'], triggeredAlarmNames: ['web-5xx'] },
      rollback: { serviceRevisionArn: blue, startedAt: expect.any(Number), reason: expect.stringContaining('web-5xx') },
      deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 }
    })
    expect(driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')).toBeLessThan(minute)
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(driver.native(arn).finishedAt).toBeDefined()
    expect(driver.truth().deployments.filter(({ by }) => by !== 'history')).toHaveLength(1)
  })

  test('leaves the old revision PRIMARY and the broken one FAILED, with the events as seen', () => {
    const driver = new NativeDriver('ecs-alarm')
    const arn = driver.begin()
    const [ours, old] = driver.described().deployments ?? []
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
    expect(driver.described()).toMatchObject({
      taskDefinition: expect.stringMatching(/web:41$/),
      deployments: [
        { id: old?.id, status: 'PRIMARY', rolloutState: 'COMPLETED' },
        { id: ours?.id, status: 'ACTIVE', rolloutState: 'FAILED', desiredCount: 0 }
      ]
    })
    expect(said(driver)).toEqual(
      expect.arrayContaining([
        `(service web) (deployment ${ours?.id}) deployment failed: alarm detected.`,
        `(service web) rolling back to deployment ${old?.id}.`
      ])
    )
    expect(driver.wait(2 * minute).described().deployments).toHaveLength(1)
  })

  test('puts the weights back before the end', () => {
    const driver = new NativeDriver('ecs-alarm-in-bake')
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS')
    expect(driver.traffic()).toEqual({ 42: 100 })
    driver.until(() => driver.traffic()['41'] === 100)
    expect(driver.native(arn).status).toBe('ROLLBACK_IN_PROGRESS')
    expect(driver.native(arn).targetServiceRevision).toMatchObject({
      requestedProductionTrafficWeight: 0,
      requestedTestTrafficWeight: 0,
      requestedTaskCount: 0
    })
  })

  test('that is on at the start makes ECS ignore all of them to the end', () => {
    const configuration = {
      ...CONFIGURATION,
      alarms: { alarmNames: ['web-5xx', 'web-latency'], enable: true, rollback: true }
    }
    const driver = new NativeDriver(
      varied(
        'ecs-alarm-already-on',
        { world: { configuration } },
        {
          world: {
            alarms: [
              { name: 'web-5xx', kind: 'metric', state: 'ALARM' },
              { name: 'web-latency', kind: 'metric' }
            ]
          }
        }
      )
    )
    const arn = driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    alarm(driver, 'OK')
    alarm(driver, 'ALARM', 'web-latency')
    driver.wait(minute)
    alarm(driver, 'ALARM')
    driver.untilNative(arn, 'SUCCESSFUL')
  })

  test('counts from SCALE_UP to the clean-up, also one that goes off between start and SCALE_UP', () => {
    const early = new NativeDriver('ecs-canary')
    const first = early.begin()
    early.untilNative(first, 'IN_PROGRESS')
    alarm(early, 'ALARM')
    early.untilNative(first, 'ROLLBACK_IN_PROGRESS', 10_000)
    const late = new NativeDriver('ecs-canary')
    const second = late.begin()
    late.untilStage(second, 'CLEAN_UP')
    alarm(late, 'ALARM')
    late.untilNative(second, 'SUCCESSFUL')
    expect(late.native(second).alarms).toMatchObject({ status: 'MONITORING_COMPLETE' })
  })

  test.each(['INSUFFICIENT_DATA', 'OK'])('in %s is none', (state) => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    alarm(driver, state)
    driver.untilNative(arn, 'SUCCESSFUL')
  })

  test('of others, and one that is not enabled, are none', () => {
    const off = { ...CONFIGURATION, alarms: { alarmNames: ['web-5xx'], enable: false, rollback: true } }
    for (const configuration of [CONFIGURATION, off]) {
      const driver = new NativeDriver(varied('ecs-canary', { world: { configuration } }))
      const arn = driver.begin()
      driver.until(() => driver.traffic()['42'] === 10)
      alarm(driver, 'ALARM', configuration === off ? 'web-5xx' : 'web-latency')
      driver.untilNative(arn, 'SUCCESSFUL')
    }
  })

  test('that cannot be read is missed', () => {
    const driver = new NativeDriver(
      varied(
        'ecs-alarm',
        {},
        {
          script: [
            { when: 'weight >= 10', do: { alarmReads: 'fail' } },
            { when: 'weight >= 10', after: minute, do: { alarm: 'web-5xx', to: 'ALARM' } }
          ]
        }
      )
    )
    driver.untilNative(driver.begin(), 'SUCCESSFUL')
  })

  test('without the rollback option stops it where it is, and the next one reconciles', () => {
    const driver = new NativeDriver('ecs-alarm-without-rollback')
    const arn = driver.begin()
    driver.untilNative(arn, 'STOP_REQUESTED')
    driver.untilNative(arn, 'STOPPED', 10_000)
    expect(driver.native(arn)).not.toHaveProperty('rollback')
    expect(driver.native(arn)).toMatchObject({ stoppedAt: expect.any(Number), finishedAt: expect.any(Number) })
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    alarm(driver, 'OK')
    const next = driver.begin()
    driver.untilStage(next, 'RECONCILE_SERVICE')
    driver.untilNative(next, 'SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 43: 100 })
  })
})

describe('the circuit breaker', () => {
  test('counts tasks that do not get healthy, and rolls back at the threshold after about eight minutes', () => {
    const driver = new NativeDriver('ecs-circuit-breaker')
    const arn = driver.begin()
    const took = driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
    expect(took).toBeGreaterThan(7 * minute)
    expect(took).toBeLessThan(9 * minute)
    expect(driver.native(arn)).toMatchObject({
      deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
      alarms: { status: 'MONITORING_COMPLETE' },
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      rollback: { reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' }
    })
    expect(said(driver)).toContain('(service web) deployment failed: tasks failed to start.')
    expect(said(driver).join()).toMatch(
      /\(task [0-9a-f]{32}\) \(port 8443\) is unhealthy in \(target-group arn:aws:elasticloadbalancing:[^)]*web-green[^)]*\) due to \(reason Health checks failed\)/
    )
    expect(driver.described().deployments?.[1]?.failedTasks).toBe(4) // two die in the same moment
  })

  test('counts tasks that never start; they tell why', () => {
    const driver = new NativeDriver('ecs-tasks-never-start')
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
    const [broken] = driver.described().deployments?.slice(1) ?? []
    const tasks = (input: object): { taskArns: string[] } =>
      driver.get('ecs', 'ListTasks', { cluster: 'prod', ...input })
    expect(tasks({ startedBy: broken?.id }).taskArns).toEqual([]) // RUNNING alone unless asked
    const { taskArns } = tasks({ serviceName: 'web', desiredStatus: 'STOPPED' })
    const { tasks: stopped } = driver.get<{
      tasks: { stopCode: string; startedBy: string; taskDefinitionArn: string }[]
    }>('ecs', 'DescribeTasks', { cluster: 'prod', tasks: taskArns })
    const failed = stopped.filter(({ stopCode }) => stopCode === 'TaskFailedToStart')
    expect(failed).toHaveLength(4)
    expect(failed[0]).toMatchObject({
      startedBy: broken?.id,
      taskDefinitionArn: expect.stringMatching(/web:42$/),
      stoppedReason: expect.stringContaining('CannotPullContainerError')
    })
  })

  test.each<[object | undefined, number, number]>([
    [undefined, 2, 3],
    [undefined, 11, 6],
    [undefined, 1000, 200],
    [{ type: 'BOUNDED_PERCENT', value: 10 }, 2, 3],
    [{ type: 'UNBOUNDED_PERCENT', value: 10 }, 2, 1],
    [{ type: 'UNBOUNDED_PERCENT', value: 50 }, 1000, 500],
    [{ type: 'COUNT', value: 7 }, 2, 7]
  ])('threshold %j of %d tasks is %d', (thresholdConfiguration, desired, threshold) => {
    const deploymentCircuitBreaker = {
      enable: true,
      rollback: true,
      ...(thresholdConfiguration && { thresholdConfiguration })
    }
    expect(thresholdOf({ deploymentCircuitBreaker }, desired)).toBe(threshold)
  })

  test('forgets failures when a task gets healthy, unless it may not', () => {
    const count = (more: object): number | undefined => {
      const deploymentCircuitBreaker = { enable: true, rollback: true, ...more }
      const configuration = { ...CONFIGURATION, deploymentCircuitBreaker }
      const driver = new NativeDriver(varied('ecs-canary', { world: { configuration } }))
      const arn = driver.begin()
      driver.untilStage(arn, 'SCALE_UP')
      const { deployments = [] } = driver.world.native ?? {}
      Object.assign(deployments.at(-1) ?? {}, { failureCount: 2 })
      driver.untilStage(arn, 'POST_SCALE_UP')
      return driver.native(arn).deploymentCircuitBreaker?.failureCount
    }
    expect(count({})).toBe(0)
    expect(count({ resetOnHealthyTask: true })).toBe(0)
    expect(count({ resetOnHealthyTask: false })).toBe(2)
  })

  test('without it a deployment that never gets healthy goes on for a day, then gives up', () => {
    const driver = new NativeDriver('ecs-never-healthy')
    const arn = driver.begin()
    driver.wait(23 * 60 * minute)
    expect(driver.native(arn)).toMatchObject({ status: 'IN_PROGRESS', lifecycleStage: 'SCALE_UP' })
    expect(driver.native(arn).deploymentCircuitBreaker).toMatchObject({ status: 'DISABLED', failureCount: 0 })
    expect(said(driver)).toContain('(service web) is unable to consistently start tasks successfully.')
    driver.wait(65 * minute)
    expect(driver.native(arn)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
  })

  test('without the rollback option stops and launches nothing more', () => {
    const configuration = { ...CONFIGURATION, deploymentCircuitBreaker: { enable: true, rollback: false } }
    const driver = new NativeDriver(varied('ecs-circuit-breaker', { world: { configuration } }))
    const arn = driver.begin()
    driver.untilNative(arn, 'STOPPED')
    const launched = (): number => said(driver).filter((message) => message?.includes('has started')).length
    const before = launched()
    expect(driver.wait(30 * minute).described().deployments?.[0]).toMatchObject({
      status: 'PRIMARY',
      rolloutState: 'FAILED'
    })
    expect(launched()).toBe(before)
    expect(driver.traffic()).toEqual({ 41: 100 })
  })

  test('brings the old tasks of a rolling service back', () => {
    const driver = new NativeDriver('ecs-rolling-circuit-breaker')
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS')
    expect(driver.described().deployments).toMatchObject([{ status: 'PRIMARY', runningCount: 2 }, { status: 'ACTIVE' }])
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
    expect(driver.described()).toMatchObject({
      runningCount: 4,
      deployments: [{ runningCount: 4 }, { runningCount: 0 }]
    })
    expect(driver.traffic()).toEqual({ 41: 100 })
  })
})

describe('without anything to go back to', () => {
  test('says so', () => {
    const driver = new NativeDriver('ecs-first-deployment')
    const arn = driver.begin()
    expect(driver.native(arn).sourceServiceRevisions).toEqual([])
    driver.untilNative(arn, 'ROLLBACK_FAILED')
    expect(driver.native(arn)).toMatchObject({ statusReason: 'No rollback candidate was found to run the rollback.' })
    expect(driver.native(arn)).not.toHaveProperty('rollback')
  })

  test('works all the same when the new one does', () => {
    const driver = new NativeDriver('ecs-first-success')
    const arn = driver.begin()
    driver.untilNative(arn, 'SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 42: 100 })
    expect(driver.wait(2 * minute).described().deployments).toMatchObject([{ rolloutState: 'COMPLETED' }])
  })
})

describe('stopping', () => {
  test('is a request, then a rollback, done in about 45 s', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    expect(driver.stop(arn)).toEqual({ serviceDeploymentArn: arn })
    expect(driver.native(arn).status).toBe('ROLLBACK_REQUESTED')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    expect(driver.stop(arn)).toEqual({ serviceDeploymentArn: arn })
    const took = driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
    expect(took).toBeGreaterThan(35_000)
    expect(took).toBeLessThanOrEqual(50_000)
    expect(driver.native(arn)).toMatchObject({
      stoppedAt: expect.any(Number),
      rollback: { startedAt: expect.any(Number) }
    })
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(driver.refused('ecs', 'StopServiceDeployment', { serviceDeploymentArn: arn, stopType: 'ROLLBACK' })).toBe(
      'ConflictException'
    )
  })

  test.each(['ecs-stuck', 'ecs-never-healthy', 'ecs-rolling', 'ecs-pause'])('works for %s at any time', (name) => {
    for (const after of [0, 5_000, 100_000, 4 * minute]) {
      const driver = new NativeDriver(name)
      const arn = driver.begin()
      if (driver.wait(after).native(arn).finishedAt !== undefined) continue
      driver.stop(arn)
      driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL', 5 * minute)
      expect(driver.traffic()).toEqual({ 41: 100 })
    }
  })

  test('needs no rollback option', () => {
    const driver = new NativeDriver(varied('ecs-canary', { world: { configuration: { strategy: 'CANARY' } } }))
    const arn = driver.begin()
    driver.wait(minute)
    driver.stop(arn)
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
  })

  test('loses the race against the clean-up', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    driver.untilStage(arn, 'CLEAN_UP')
    driver.stop(arn)
    expect(driver.native(arn).status).toBe('ROLLBACK_REQUESTED')
    driver.untilNative(arn, 'SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 42: 100 })
  })

  test('what is not there is said to be not there', () => {
    const driver = new NativeDriver('ecs-canary')
    for (const operation of ['StopServiceDeployment', 'ContinueServiceDeployment']) {
      const arn = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28'
      const { body } = driver.ask('ecs', operation, { serviceDeploymentArn: arn, hookId: 'ecs-pause-x' })
      expect(body).toEqual({
        __type: 'ServiceDeploymentNotFoundException',
        message: 'The service deployment does not exist.'
      })
    }
  })
})

describe('a rollback', () => {
  test('that fails leaves traffic split', () => {
    const driver = new NativeDriver('ecs-rollback-fails')
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_FAILED')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
  })

  test('asks the hooks of both shifts again, with the weights reversed', () => {
    const hook = {
      targetType: 'AWS_LAMBDA',
      hookTargetArn: 'arn:aws:lambda:us-east-1:123456789012:function:watch',
      roleArn: 'arn:aws:iam::123456789012:role/ecsHookRole',
      lifecycleStages: ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT', 'POST_SCALE_UP']
    }
    const driver = new NativeDriver(
      varied('ecs-alarm', { world: { configuration: { ...CONFIGURATION, lifecycleHooks: [hook] } } })
    )
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
    const { invocations = [] } = driver.world.native ?? {}
    const { sourceServiceRevisions = [], targetServiceRevision } = driver.native(arn)
    const [blue, green] = [sourceServiceRevisions[0]?.arn ?? '', targetServiceRevision?.arn ?? '']
    expect(
      invocations.map(({ stage, productionTrafficWeights: weights }) => [stage, weights[blue], weights[green]])
    ).toEqual([
      ['POST_SCALE_UP', 100, 0],
      ['TEST_TRAFFIC_SHIFT', 100, 0],
      ['PRODUCTION_TRAFFIC_SHIFT', 90, 10],
      ['PRODUCTION_TRAFFIC_SHIFT', 100, 0],
      ['TEST_TRAFFIC_SHIFT', 100, 0]
    ])
  })
})

describe('a wrong load balancer', () => {
  const reason = (
    balancing:
      | 'mixed-weights'
      | 'unexpected-target-group'
      | 'not-associated'
      | 'neither-associated'
      | 'role-denied'
      | 'rule-gone'
  ) => {
    const driver = new NativeDriver(varied('ecs-canary', { world: { balancing } }))
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL', 2 * minute)
    return driver.native(arn).statusReason
  }
  test.each([
    [
      'mixed-weights',
      /^Service deployment rolled back because of invalid networking configuration.*productionListenerRule arn:[^ ]+ should have exactly one target group serving traffic but found 2 target groups which are serving traffic$/
    ],
    [
      'unexpected-target-group',
      /Production listener rule is forwarding traffic to unexpected target group arn:.* Expected traffic to be forwarded to either targetGroupArn: arn:[^ ]*web-blue[^ ]* or alternateTargetGroupArn: arn:[^ ]*web-green[^ ]*$/
    ],
    [
      'not-associated',
      /^Service deployment rolled back because of invalid networking configuration: Target group arn:[^ ]+ is not associated with either productionListenerRule or testListenerRule\.$/
    ],
    [
      'neither-associated',
      /invalid networking configuration\. Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule\.$/
    ],
    [
      'role-denied',
      /ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role 'arn:aws:iam::123456789012:role\/ecsInfrastructureRole'\.$/
    ],
    ['rule-gone', /invalid networking configuration\. One or more rules not found$/]
  ] as const)('%s is told', (balancing, text) => {
    expect(reason(balancing)).toMatch(text)
  })

  test('does not hurt a rolling service', () => {
    const driver = new NativeDriver(varied('ecs-rolling', { world: { balancing: 'mixed-weights' } }))
    driver.untilNative(driver.begin(), 'SUCCESSFUL')
  })
})

describe('other people', () => {
  test('supersede ours: STOP_REQUESTED, STOPPED, and theirs reconciles', () => {
    const driver = new NativeDriver('ecs-superseded')
    const arn = driver.begin()
    driver.untilNative(arn, 'STOP_REQUESTED')
    driver.untilNative(arn, 'STOPPED', 10_000)
    const theirs = driver.newest()
    expect(theirs).not.toBe(arn)
    driver.untilStage(theirs, 'RECONCILE_SERVICE')
    driver.untilNative(theirs, 'SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 43: 100 })
    expect(driver.native(arn)).toMatchObject({ status: 'STOPPED' })
  })

  test('wait for a rollback that runs', () => {
    const driver = new NativeDriver('ecs-alarm')
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS')
    alarm(driver, 'OK')
    const next = driver.begin()
    driver.wait(20_000)
    expect([driver.native(arn).status, driver.native(next).status]).toEqual(['ROLLBACK_IN_PROGRESS', 'PENDING'])
    driver.untilNative(next, 'SUCCESSFUL')
    expect(driver.native(arn).status).toBe('ROLLBACK_SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 43: 100 })
  })

  test('delete the service: INACTIVE, no deployments, ours STOPPED', () => {
    const driver = new NativeDriver('ecs-service-deleted')
    const arn = driver.begin()
    driver.until(() => driver.described().status === 'INACTIVE')
    expect(driver.described()).toMatchObject({ runningCount: 0, desiredCount: 0, deployments: [] })
    driver.untilNative(arn, 'STOPPED', minute)
    expect(driver.updateRefused({ forceNewDeployment: true })).toMatch(/^ServiceNotActiveException/)
  })

  test('never more than five are unfinished', () => {
    const driver = new NativeDriver(varied('ecs-canary', { world: { durations: { stop: 30 * minute } } }))
    for (let run = 0; run < 5; run += 1) driver.begin()
    expect(driver.updateRefused({ forceNewDeployment: true })).toMatch(/^ClientException/)
    expect(driver.updateRefused({ desiredCount: 3 })).toBe('accepted')
  })
})

test('a lie: SUCCESSFUL, and the old revision serves', () => {
  const driver = new NativeDriver('ecs-lying-success')
  driver.untilNative(driver.begin(), 'SUCCESSFUL')
  driver.wait(2 * minute)
  expect(driver.traffic()).toEqual({ 41: 100 })
  expect(driver.truth().primary).toMatch(/web:41$/)
  expect(driver.described()).toMatchObject({
    runningCount: 2,
    deployments: [{ taskDefinition: expect.stringMatching(/41$/) }]
  })
})
