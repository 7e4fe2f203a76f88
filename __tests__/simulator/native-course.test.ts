// The forward path of ECS-native deployments, held to BEHAVIOUR-ECS.md.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, minute, varied } from './driving-native.ts'
import { CONFIGURATION } from './native-defaults.ts'
import { stepsOf } from './native-stages.ts'

const seconds = (ms: number): number => Math.round(ms / 1_000)

describe('a canary', () => {
  test('goes through the stages of the docs, with the weights of both revisions', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    expect(driver.course(arn, 20 * minute)).toEqual([
      'PENDING  0',
      'IN_PROGRESS PRE_SCALE_UP 0',
      'IN_PROGRESS SCALE_UP 0',
      'IN_PROGRESS POST_SCALE_UP 0',
      'IN_PROGRESS TEST_TRAFFIC_SHIFT 0',
      'IN_PROGRESS POST_TEST_TRAFFIC_SHIFT 0',
      'IN_PROGRESS PRE_PRODUCTION_TRAFFIC_SHIFT 0',
      'IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 10',
      'IN_PROGRESS PRE_PRODUCTION_TRAFFIC_SHIFT 10',
      'IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 100',
      'IN_PROGRESS POST_PRODUCTION_TRAFFIC_SHIFT 100',
      'IN_PROGRESS BAKE_TIME 100',
      'IN_PROGRESS CLEAN_UP 100',
      'SUCCESSFUL CLEAN_UP 100'
    ])
  })

  test('is PENDING first, then started; times are told', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    expect(driver.native(arn)).not.toHaveProperty('startedAt')
    expect(driver.wait(3_399).native(arn).status).toBe('PENDING')
    const { status, createdAt = 0, startedAt = 0 } = driver.wait(1).native(arn)
    expect([status, startedAt - createdAt]).toEqual(['IN_PROGRESS', expect.closeTo(3.4)])
    driver.untilNative(arn, 'SUCCESSFUL')
    const ended = driver.native(arn)
    expect(ended.finishedAt).toBeGreaterThan(startedAt)
    expect(ended).not.toHaveProperty('stoppedAt')
    expect(ended).not.toHaveProperty('rollback')
    expect(ended).not.toHaveProperty('statusReason')
    expect(driver.truth().deployments.at(-1)).toMatchObject({ id: arn, by: 'caller', status: 'SUCCESSFUL' })
    expect(driver.truth().deployments.at(-1)?.terminalAt).toBe((ended.finishedAt ?? 0) * 1_000)
  })

  test('takes the new tasks through start and health before anything shifts', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    driver.untilStage(arn, 'SCALE_UP')
    const counts = () => driver.native(arn).targetServiceRevision
    expect(counts()).toMatchObject({ requestedTaskCount: 2, runningTaskCount: 0, pendingTaskCount: 2 })
    expect(driver.wait(41_000).native(arn).lifecycleStage).toBe('SCALE_UP')
    expect(counts()).toMatchObject({ requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 })
    expect(seconds(driver.untilStage(arn, 'POST_SCALE_UP'))).toBeGreaterThan(40)
    expect(driver.native(arn).sourceServiceRevisions).toMatchObject([{ requestedTaskCount: 2, runningTaskCount: 2 }])
  })

  test('holds the canary for its bake, the whole for the bake of all', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    const held = driver.until(() => driver.traffic()['42'] === 100)
    expect(held).toBeGreaterThanOrEqual(5 * minute)
    expect(held).toBeLessThan(5 * minute + 15_000)
    driver.untilStage(arn, 'BAKE_TIME')
    const baked = driver.untilStage(arn, 'CLEAN_UP')
    expect(baked).toBeGreaterThanOrEqual(5 * minute - 1_000)
    expect(baked).toBeLessThanOrEqual(5 * minute + 1_000)
  })

  test('moves the test traffic before the production traffic', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    const tested = () => driver.native(arn).targetServiceRevision?.requestedTestTrafficWeight
    driver.untilStage(arn, 'POST_SCALE_UP')
    expect(tested()).toBe(0)
    driver.untilStage(arn, 'TEST_TRAFFIC_SHIFT')
    expect(tested()).toBe(100)
    expect(driver.native(arn).sourceServiceRevisions).toMatchObject([
      { requestedProductionTrafficWeight: 100, requestedTestTrafficWeight: 0 }
    ])
  })

  test('is SUCCESSFUL before the old tasks are gone and the classic deployment is completed', () => {
    const driver = new NativeDriver('ecs-canary')
    const arn = driver.begin()
    driver.untilStage(arn, 'BAKE_TIME')
    expect(driver.described().deployments).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', desiredCount: 2 },
      { status: 'ACTIVE', rolloutState: 'COMPLETED', desiredCount: 2, runningCount: 2 }
    ])
    driver.untilNative(arn, 'SUCCESSFUL')
    expect(driver.described().runningCount).toBe(4)
    expect(driver.described().deployments).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', taskDefinition: expect.stringMatching(/web:42$/) },
      { status: 'ACTIVE', desiredCount: 0, runningCount: 2 }
    ])
    const drained = driver.until(() => driver.described().deployments?.length === 1)
    expect(seconds(drained)).toBeGreaterThan(30)
    expect(seconds(drained)).toBeLessThanOrEqual(38)
    expect(driver.described()).toMatchObject({
      runningCount: 2,
      deployments: [{ rolloutState: 'COMPLETED', rolloutStateReason: expect.stringMatching(/completed\.$/) }]
    })
    expect(
      driver
        .described()
        .events?.slice(0, 2)
        .map(({ message }) => message)
    ).toEqual([
      '(service web) has reached a steady state.',
      expect.stringMatching(
        /^\(service web\) has stopped 2 running tasks: \(task [0-9a-f]{32}\) \(task [0-9a-f]{32}\)\.$/
      )
    ])
  })

  test('lets the target groups alternate, told by the revisions alone', () => {
    const driver = new NativeDriver('ecs-canary')
    const groups: string[] = []
    for (let run = 0; run < 3; run += 1) {
      const arn = driver.begin()
      driver.untilNative(arn, 'SUCCESSFUL')
      driver.wait(minute)
      const { loadBalancers = [] } =
        driver.revisionOf(driver.native(arn).targetServiceRevision?.arn).resolvedConfiguration ?? {}
      groups.push(...loadBalancers.map(({ targetGroupArn = '' }) => targetGroupArn.split('/')[1] ?? ''))
      expect(driver.described().loadBalancers?.[0]?.targetGroupArn).toContain('web-blue')
    }
    expect(groups).toEqual(['web-green', 'web-blue', 'web-green'])
  })

  test('holds at 0.1 steps', () => {
    const canaryConfiguration = { canaryPercent: 0.3, canaryBakeTimeInMinutes: 1 }
    const driver = new NativeDriver(
      varied('ecs-canary', { world: { configuration: { ...CONFIGURATION, canaryConfiguration } } })
    )
    driver.begin()
    driver.until(() => driver.traffic()['42'] === 0.3)
    expect(driver.traffic()).toEqual({ 41: 99.7, 42: 0.3 })
  })
})

describe('steps', () => {
  test.each([
    [{ strategy: 'BLUE_GREEN' }, [100]],
    [{ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 2.5 } }, [2.5, 100]],
    [{ strategy: 'CANARY' }, [5, 100]],
    [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 30 } }, [30, 60, 90, 100]],
    [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 33.3 } }, [33.3, 66.6, 99.9, 100]],
    [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 100 } }, [100]],
    [{ strategy: 'LINEAR' }, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]]
  ])('%j', (configuration, weights) => {
    expect(stepsOf(configuration).map(({ weight }) => weight)).toEqual(weights)
  })

  test('the last one is not held, the others for their minutes', () => {
    expect(stepsOf({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 4 } })).toEqual(
      [
        { weight: 50, bake: 4 },
        { weight: 100, bake: 0 }
      ]
    )
    expect(stepsOf({ strategy: 'LINEAR' }).map(({ bake }) => bake)).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 0])
    expect(stepsOf({ strategy: 'CANARY' }).map(({ bake }) => bake)).toEqual([10, 0])
  })

  test('a linear deployment shifts once per step', () => {
    const driver = new NativeDriver('ecs-linear')
    const arn = driver.begin()
    const moments = [25, 50, 75, 100].map((weight) => {
      driver.until(() => driver.traffic()['42'] === weight)
      return driver.now
    })
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0))
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(2 * minute)
    for (const gap of gaps) expect(gap).toBeLessThan(2 * minute + 15_000)
    expect(driver.untilStage(arn, 'BAKE_TIME')).toBeLessThan(20_000)
  })

  test('blue/green shifts everything at once', () => {
    const driver = new NativeDriver('ecs-blue-green')
    driver.begin()
    driver.until(() => driver.traffic()['42'] !== undefined)
    expect(driver.traffic()).toEqual({ 42: 100 })
  })
})

describe('a rolling deployment', () => {
  test('keeps between the two percentages, and traffic follows the healthy tasks', () => {
    const driver = new NativeDriver('ecs-rolling')
    const arn = driver.begin()
    driver.untilStage(arn, 'SCALE_UP')
    expect(driver.described().runningCount).toBe(2)
    expect(driver.described().pendingCount).toBe(2)
    expect(driver.traffic()).toEqual({ 41: 100 })
    driver.until(() => driver.traffic()['42'] !== undefined)
    expect(driver.described().deployments).toMatchObject([{ desiredCount: 4 }, { desiredCount: 0 }])
    expect(driver.traffic()).toEqual({ 42: 100 })
    expect(driver.native(arn).lifecycleStage).toBe('SCALE_UP')
    driver.untilNative(arn, 'SUCCESSFUL')
    expect(driver.described()).toMatchObject({ runningCount: 4, deployments: [{ rolloutState: 'COMPLETED' }] })
    expect(driver.native(arn).targetServiceRevision).not.toHaveProperty('requestedProductionTrafficWeight')
  })

  test('never has more or fewer tasks than allowed', () => {
    const configuration = { strategy: 'ROLLING', minimumHealthyPercent: 75, maximumPercent: 125 }
    const driver = new NativeDriver(varied('ecs-rolling', { world: { configuration } }))
    const arn = driver.begin()
    const counts = new Set<number>()
    const weights = new Set<number>()
    driver.until(() => {
      const { runningCount = 0, pendingCount = 0 } = driver.described()
      counts.add(runningCount + pendingCount)
      const traffic = Object.values(driver.traffic())
      weights.add(traffic.reduce((sum, one) => sum + one, 0))
      return driver.native(arn).status === 'SUCCESSFUL'
    })
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
    expect(Math.max(...counts)).toBe(5)
    expect([...weights]).toEqual([100])
    expect(driver.traffic()).toEqual({ 42: 100 })
  })

  test('stays in the same target group', () => {
    const driver = new NativeDriver('ecs-rolling')
    const arn = driver.begin()
    driver.untilNative(arn, 'SUCCESSFUL')
    const { targetServiceRevision, sourceServiceRevisions = [] } = driver.native(arn)
    const group = (revision: string | undefined): string | undefined =>
      driver.revisionOf(revision).resolvedConfiguration?.loadBalancers?.[0]?.targetGroupArn
    expect(group(targetServiceRevision?.arn)).toBe(group(sourceServiceRevisions[0]?.arn))
  })

  test('says so when the percentages leave no room', () => {
    const configuration = { strategy: 'ROLLING', minimumHealthyPercent: 100, maximumPercent: 100 }
    const driver = new NativeDriver(varied('ecs-rolling', { world: { configuration } }))
    const arn = driver.begin()
    driver.wait(20 * minute)
    expect(driver.native(arn)).toMatchObject({ status: 'IN_PROGRESS', lifecycleStage: 'SCALE_UP' })
    expect(driver.described().events?.map(({ message }) => message)).toContain(
      '(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.'
    )
  })

  test('bakes while alarms are watched, even without a bake time', () => {
    const { alarms } = CONFIGURATION
    const driver = new NativeDriver(
      varied('ecs-rolling', { world: { configuration: { strategy: 'ROLLING', alarms } } })
    )
    const arn = driver.begin()
    driver.untilStage(arn, 'BAKE_TIME')
    const baked = driver.untilNative(arn, 'SUCCESSFUL')
    expect(baked).toBeGreaterThan(3 * minute)
    expect(baked).toBeLessThan(5 * minute)
  })

  test('may replace all at once, with nothing serving meanwhile', () => {
    const driver = new NativeDriver('ecs-all-at-once')
    const arn = driver.begin()
    driver.untilStage(arn, 'SCALE_UP')
    expect(driver.traffic()).toEqual({})
    driver.untilNative(arn, 'SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 42: 100 })
  })

  test('may count as successful early, with counts that stand still', () => {
    const driver = new NativeDriver('ecs-early-success')
    const arn = driver.begin()
    driver.untilNative(arn, 'SUCCESSFUL')
    const told = driver.native(arn).targetServiceRevision
    expect(told?.runningTaskCount).toBe(2)
    driver.wait(5 * minute)
    expect(driver.described()).toMatchObject({ runningCount: 4, deployments: [{ rolloutState: 'COMPLETED' }] })
    expect(driver.native(arn).targetServiceRevision).toEqual(told)
  })

  test('removes the old tasks before an early success where it is BLOCKING', () => {
    const early = (cleanup: string): number => {
      const earlySuccessCriteria = { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: cleanup }
      const configuration = {
        strategy: 'ROLLING',
        minimumHealthyPercent: 25,
        maximumPercent: 100,
        earlySuccessCriteria
      }
      const driver = new NativeDriver(
        varied('ecs-early-success', { world: { configuration } }, { world: { desiredCount: 8 } })
      )
      const arn = driver.begin()
      driver.untilNative(arn, 'SUCCESSFUL')
      return driver.described().deployments?.[1]?.runningCount ?? 0
    }
    expect(early('BLOCKING')).toBe(0)
    expect(early('DEFERRED')).toBeGreaterThan(0)
  })
})

describe('behind other balancers', () => {
  test('an NLB has listener ARNs and ten more minutes at each shift', () => {
    const driver = new NativeDriver('ecs-nlb')
    const [balancer] = driver.described().loadBalancers ?? []
    expect(balancer?.advancedConfiguration?.productionListenerRule).toMatch(/:listener\/net\/web\//)
    const arn = driver.begin()
    driver.untilStage(arn, 'TEST_TRAFFIC_SHIFT')
    expect(driver.untilStage(arn, 'POST_TEST_TRAFFIC_SHIFT')).toBeGreaterThanOrEqual(10 * minute)
    driver.until(() => driver.traffic()['42'] === 10)
    const held = driver.until(() => driver.traffic()['42'] === 100)
    expect(held).toBeGreaterThanOrEqual(15 * minute)
    expect(driver.untilStage(arn, 'BAKE_TIME')).toBeGreaterThanOrEqual(10 * minute)
  })

  test('an ALB has rule ARNs', () => {
    const [balancer] = new NativeDriver('ecs-canary').described().loadBalancers ?? []
    expect(balancer?.advancedConfiguration?.productionListenerRule).toMatch(/:listener-rule\/app\/web\//)
    expect(balancer?.advancedConfiguration?.testListenerRule).toMatch(/:listener-rule\/app\/web\//)
  })

  test('without one nothing is weighed', () => {
    const driver = new NativeDriver('ecs-headless')
    const arn = driver.begin()
    driver.untilNative(arn, 'SUCCESSFUL')
    const { targetServiceRevision } = driver.native(arn)
    expect(Object.keys(targetServiceRevision ?? {}).sort()).toEqual([
      'arn',
      'pendingTaskCount',
      'requestedTaskCount',
      'runningTaskCount'
    ])
  })
})

describe('several active revisions', () => {
  test('are reconciled first, and only then', () => {
    const driver = new NativeDriver('ecs-canary')
    const first = driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    const second = driver.begin()
    expect(driver.native(first).status).toBe('STOP_REQUESTED')
    expect(driver.native(second)).toMatchObject({ status: 'PENDING' })
    expect(driver.native(second).sourceServiceRevisions).toHaveLength(2)
    driver.untilNative(first, 'STOPPED')
    driver.untilStage(second, 'RECONCILE_SERVICE')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    driver.untilStage(second, 'PRE_SCALE_UP')
    expect(driver.traffic()).toEqual({ 41: 100 })
    driver.untilNative(second, 'SUCCESSFUL')
    expect(driver.traffic()).toEqual({ 43: 100 })
    driver.wait(2 * minute)
    expect(driver.described().deployments).toHaveLength(1)
    expect(driver.course(driver.begin(), 10 * minute)).not.toContain('IN_PROGRESS RECONCILE_SERVICE 0')
  })

  test('what was superseded before it had tasks does not stay', () => {
    const driver = new NativeDriver('ecs-superseded-at-once')
    driver.begin()
    driver.wait(2 * minute)
    expect(driver.described().deployments?.map(({ taskDefinition = '' }) => taskDefinition.split(':').at(-1))).toEqual([
      '43',
      '41'
    ])
  })
})

test('scaling under way is followed by both revisions', () => {
  const driver = new NativeDriver('ecs-autoscaled')
  const arn = driver.begin()
  driver.until(() => driver.traffic()['42'] === 10)
  driver.wait(4 * minute)
  expect(driver.native(arn)).toMatchObject({
    targetServiceRevision: { requestedTaskCount: 4, runningTaskCount: 4 },
    sourceServiceRevisions: [{ requestedTaskCount: 4, runningTaskCount: 4 }]
  })
})

test('a task that is lost is replaced', () => {
  const driver = new NativeDriver('ecs-late-stable')
  driver.untilNative(driver.begin(), 'SUCCESSFUL')
  const counts = () => driver.described().deployments?.[0]
  expect(counts()).toMatchObject({ desiredCount: 2, runningCount: 1, pendingCount: 1 })
  driver.wait(30_000)
  expect(counts()).toMatchObject({ desiredCount: 2, runningCount: 2, pendingCount: 0 })
})

test('a service of no tasks deploys at once', () => {
  for (const name of ['ecs-canary', 'ecs-rolling']) {
    const driver = new NativeDriver(varied(name, {}, { world: { desiredCount: 0 } }))
    const arn = driver.begin()
    driver.untilNative(arn, 'SUCCESSFUL')
    driver.update({ desiredCount: 2 })
    expect(driver.wait(2 * minute).described()).toMatchObject({ desiredCount: 2, runningCount: 2 })
  }
})
