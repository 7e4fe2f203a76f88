// Lifecycle hooks of ECS-native deployments, held to BEHAVIOUR-ECS.md.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, minute, varied } from './driving-native.ts'
import { CONFIGURATION } from './native-defaults.ts'
import type { LambdaPlay, Stage } from './native-scenario.ts'
import type { Json } from './wire.ts'

const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:smoke-test'
const ROLE = 'arn:aws:iam::123456789012:role/ecsHookRole'

const hooked = (lifecycleHooks: readonly Json[], more: Json = {}) => ({
  configuration: { ...CONFIGURATION, ...more, lifecycleHooks }
})
const pause = (lifecycleStages: readonly Stage[], timeoutConfiguration?: Json): Json => ({
  targetType: 'PAUSE',
  lifecycleStages,
  ...(timeoutConfiguration && { timeoutConfiguration })
})
const lambda = (lifecycleStages: readonly Stage[], more: Json = {}): Json => ({
  hookTargetArn: LAMBDA,
  roleArn: ROLE,
  lifecycleStages,
  ...more
})
const playing = (stage: Stage, play: LambdaPlay, more: Json = {}): NativeDriver =>
  new NativeDriver(varied('ecs-canary', { world: { ...hooked([lambda([stage], more)]), lambdas: { [stage]: play } } }))

describe('a pause', () => {
  test('stops the clock and tells its id, its time and what then', () => {
    const driver = new NativeDriver('ecs-pause')
    const arn = driver.begin()
    const hookId = driver.untilPaused(arn)
    expect(hookId).toMatch(/^ecs-pause-[A-Za-z0-9_-]{43}$/)
    driver.wait(50 * minute)
    const { status, lifecycleStage, lifecycleHookDetails = [], updatedAt = 0 } = driver.native(arn)
    expect([status, lifecycleStage]).toEqual(['IN_PROGRESS', 'PRE_PRODUCTION_TRAFFIC_SHIFT'])
    expect(lifecycleHookDetails).toEqual([
      {
        hookId,
        targetType: 'PAUSE',
        status: 'AWAITING_ACTION',
        expiresAt: expect.any(Number),
        timeoutAction: 'ROLLBACK'
      }
    ])
    expect((lifecycleHookDetails[0]?.expiresAt ?? 0) - updatedAt).toBeCloseTo(3_600)
    expect(driver.traffic()).toEqual({ 41: 100 })
  })

  test('of a canary comes twice, each time with a new id', () => {
    const driver = new NativeDriver('ecs-pause')
    const arn = driver.begin()
    const first = driver.untilPaused(arn)
    expect(driver.proceed(arn, first)).toEqual({ serviceDeploymentArn: arn })
    driver.wait(1_000)
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    const second = driver.untilPaused(arn)
    expect(second).not.toBe(first)
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    driver.proceed(arn, second, 'CONTINUE')
    driver.untilNative(arn, 'SUCCESSFUL')
    expect(driver.native(arn).lifecycleHookDetails?.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED'])
  })

  test('of a linear deployment comes at each step', () => {
    const driver = new NativeDriver('ecs-pause-each-step')
    const arn = driver.begin()
    driver.untilNative(arn, 'SUCCESSFUL')
    const ids = driver.native(arn).lifecycleHookDetails?.map(({ hookId }) => hookId)
    expect(new Set(ids).size).toBe(4)
  })

  test.each(['PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT', 'POST_PRODUCTION_TRAFFIC_SHIFT'] as const)(
    'can be at %s',
    (stage) => {
      const driver = new NativeDriver(varied('ecs-canary', { world: hooked([pause([stage])]) }))
      const arn = driver.begin()
      const hookId = driver.untilPaused(arn)
      expect(driver.native(arn).lifecycleStage).toBe(stage)
      driver.proceed(arn, hookId)
      driver.untilNative(arn, 'SUCCESSFUL')
    }
  )

  test('at RECONCILE_SERVICE comes only when there is something to reconcile', () => {
    const driver = new NativeDriver(varied('ecs-canary', { world: hooked([pause(['RECONCILE_SERVICE'])]) }))
    driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    const second = driver.begin()
    const hookId = driver.untilPaused(second)
    expect(driver.native(second).lifecycleStage).toBe('RECONCILE_SERVICE')
    driver.proceed(second, hookId)
    driver.untilNative(second, 'SUCCESSFUL')
  })

  test('holds a rolling service too', () => {
    const driver = new NativeDriver(
      varied('ecs-rolling', { world: hooked([pause(['PRE_SCALE_UP'])], { strategy: 'ROLLING' }) })
    )
    const arn = driver.begin()
    driver.proceed(arn, driver.untilPaused(arn))
    driver.untilNative(arn, 'SUCCESSFUL')
  })

  test('that nobody answers is TIMED_OUT, and rolled back or not, as it says; a day unless told', () => {
    const driver = new NativeDriver('ecs-pause-times-out')
    const arn = driver.begin()
    driver.untilPaused(arn)
    expect(driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS')).toBeGreaterThan(10 * minute - 2_000)
    expect(driver.native(arn)).toMatchObject({
      statusReason: 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
      lifecycleHookDetails: [{ status: 'TIMED_OUT' }]
    })
    const going = new NativeDriver('ecs-pause-goes-on')
    const other = going.begin()
    going.untilNative(other, 'SUCCESSFUL')
    expect(going.native(other).lifecycleHookDetails).toMatchObject([{ status: 'TIMED_OUT', timeoutAction: 'CONTINUE' }])
    const long = new NativeDriver(varied('ecs-canary', { world: hooked([pause(['PRE_SCALE_UP'])]) }))
    const third = long.begin()
    long.untilPaused(third)
    expect(long.untilNative(third, 'ROLLBACK_IN_PROGRESS', 25 * 60 * minute)).toBeGreaterThan(24 * 60 * minute - 2_000)
  })

  test('may last longer than a stage', () => {
    const timeout = { timeoutInMinutes: 20_160, action: 'CONTINUE' }
    const driver = new NativeDriver(varied('ecs-canary', { world: hooked([pause(['POST_SCALE_UP'], timeout)]) }))
    const arn = driver.begin()
    driver.untilPaused(arn)
    expect(driver.wait(13 * 24 * 60 * minute).native(arn).status).toBe('IN_PROGRESS')
    driver.wait(25 * 60 * minute)
    expect(driver.native(arn).status).toBe('SUCCESSFUL')
  })

  test('does not outlive thirty days of one deployment', () => {
    const timeout = { timeoutInMinutes: 20_160, action: 'CONTINUE' }
    const stages: Stage[] = ['PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT']
    const driver = new NativeDriver(varied('ecs-canary', { world: hooked([pause(stages, timeout)]) }))
    const arn = driver.begin()
    expect(driver.wait(29 * 24 * 60 * minute).native(arn).status).toBe('IN_PROGRESS')
    expect(driver.wait(25 * 60 * minute).native(arn).status).toBe('ROLLBACK_SUCCESSFUL')
  })

  test('can be answered with ROLLBACK', () => {
    const driver = new NativeDriver('ecs-pause')
    const arn = driver.begin()
    driver.proceed(arn, driver.untilPaused(arn), 'ROLLBACK')
    expect(driver.native(arn).status).toBe('ROLLBACK_REQUESTED')
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL', minute)
    expect(driver.traffic()).toEqual({ 41: 100 })
  })

  test('of several at one stage all must pass, in any order', () => {
    const driver = new NativeDriver(
      varied('ecs-canary', { world: hooked([pause(['POST_SCALE_UP']), pause(['POST_SCALE_UP'])]) })
    )
    const arn = driver.begin()
    driver.untilPaused(arn)
    const ids = driver.native(arn).lifecycleHookDetails?.map(({ hookId = '' }) => hookId) ?? []
    driver.proceed(arn, ids[1] ?? '')
    expect(driver.wait(minute).native(arn).lifecycleStage).toBe('POST_SCALE_UP')
    driver.proceed(arn, ids[0] ?? '')
    driver.untilNative(arn, 'SUCCESSFUL')
  })

  test('of two, one answered with ROLLBACK wins', () => {
    const driver = new NativeDriver(
      varied('ecs-canary', { world: hooked([pause(['POST_SCALE_UP']), pause(['POST_SCALE_UP'])]) })
    )
    const arn = driver.begin()
    driver.untilPaused(arn)
    const ids = driver.native(arn).lifecycleHookDetails?.map(({ hookId = '' }) => hookId) ?? []
    driver.proceed(arn, ids[0] ?? '')
    driver.proceed(arn, ids[1] ?? '', 'ROLLBACK')
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
  })

  test('ends with the deployment: an alarm does not wait for it', () => {
    const driver = new NativeDriver('ecs-pause')
    const arn = driver.begin()
    const hookId = driver.untilPaused(arn)
    driver.get('cloudwatch', 'SetAlarmState', { AlarmName: 'web-5xx', StateValue: 'ALARM', StateReason: 'x' })
    driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS', 20_000)
    expect(driver.waiting(arn)).toBeUndefined()
    expect(driver.refused('ecs', 'ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId })).toBe(
      'InvalidParameterException'
    )
  })
})

test('stop and continue count as writes', () => {
  const driver = new NativeDriver('ecs-pause')
  const arn = driver.begin()
  driver.proceed(arn, driver.untilPaused(arn))
  driver.stop(arn)
  const writes = driver.world.calls.filter(({ write }) => write).map(({ operation }) => operation)
  expect(writes.slice(-2)).toEqual(['ContinueServiceDeployment', 'StopServiceDeployment'])
})

describe('ContinueServiceDeployment refuses', () => {
  const message = (driver: NativeDriver, input: Json): string =>
    (driver.ask('ecs', 'ContinueServiceDeployment', input).body as { message: string }).message
  const COMPLETED = 'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN'

  test('an id of another form, one it does not know, and one that is answered', () => {
    const driver = new NativeDriver('ecs-pause')
    const serviceDeploymentArn = driver.begin()
    const hookId = driver.untilPaused(serviceDeploymentArn)
    expect(message(driver, { serviceDeploymentArn, hookId: 'pause-1' })).toBe(
      'Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}'
    )
    expect(message(driver, { serviceDeploymentArn, hookId: 'ecs-pause-nope' })).toBe(COMPLETED)
    expect(driver.native(serviceDeploymentArn).status).toBe('IN_PROGRESS')
    driver.proceed(serviceDeploymentArn, hookId)
    expect(message(driver, { serviceDeploymentArn, hookId })).toBe(COMPLETED)
    expect(message(driver, { serviceDeploymentArn, hookId, action: 'RETRY' })).toMatch(/^Invalid action/)
  })

  test('without either id', () => {
    const driver = new NativeDriver('ecs-pause')
    const arn = driver.begin()
    const hookId = driver.untilPaused(arn)
    expect(driver.refused('ecs', 'ContinueServiceDeployment', { hookId })).toBe('InvalidParameterException')
    expect(driver.refused('ecs', 'ContinueServiceDeployment', { serviceDeploymentArn: arn })).toBe(
      'InvalidParameterException'
    )
  })

  test('a deployment that is over', () => {
    const driver = new NativeDriver('ecs-pause-times-out')
    const serviceDeploymentArn = driver.begin()
    const hookId = driver.untilPaused(serviceDeploymentArn)
    driver.untilNative(serviceDeploymentArn, 'ROLLBACK_SUCCESSFUL')
    expect(message(driver, { serviceDeploymentArn, hookId })).toBe(
      'Continuing a service deployment is not allowed for service deployment in terminal states.'
    )
  })

  test('a Lambda hook', () => {
    const driver = playing('POST_SCALE_UP', { answers: 'nothing' })
    const serviceDeploymentArn = driver.begin()
    driver.untilStage(serviceDeploymentArn, 'POST_SCALE_UP')
    const hookId = driver.native(serviceDeploymentArn).lifecycleHookDetails?.[0]?.hookId
    expect(message(driver, { serviceDeploymentArn, hookId })).toBe(COMPLETED)
  })
})

describe('a Lambda hook', () => {
  test('is IN_PROGRESS, asked again after 30 s or its own delay, then SUCCEEDED', () => {
    const asked = (callBackDelay?: number): readonly number[] => {
      const driver = playing('POST_SCALE_UP', {
        answers: 'IN_PROGRESS',
        times: 2,
        ...(callBackDelay && { callBackDelay })
      })
      const arn = driver.begin()
      driver.untilStage(arn, 'POST_SCALE_UP')
      expect(driver.native(arn).lifecycleHookDetails).toMatchObject([
        { targetType: 'AWS_LAMBDA', targetArn: LAMBDA, status: 'IN_PROGRESS' }
      ])
      driver.untilNative(arn, 'SUCCESSFUL')
      expect(driver.native(arn).lifecycleHookDetails).toMatchObject([{ status: 'SUCCEEDED' }])
      const times = driver.world.native?.invocations.map(({ at }) => at) ?? []
      return times.slice(1).map((at, index) => at - (times[index] ?? 0))
    }
    expect(asked()).toEqual([30_000, 30_000])
    expect(asked(5_000)).toEqual([5_000, 5_000])
  })

  test.each<[LambdaPlay, string]>([
    [
      { answers: 'FAILED' },
      `PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target ${LAMBDA} returned FAILED status.`
    ],
    [
      { answers: 'nonsense' },
      `PRE_SCALE_UP lifecycle hook(s) failed. ECS was unable to parse the response from ${LAMBDA} due to HookStatus must not be null`
    ],
    [{ fails: 'role' }, `PRE_SCALE_UP lifecycle hook(s) failed. ECS was unable to assume role ${ROLE}`],
    [
      { fails: 'invocation' },
      `PRE_SCALE_UP lifecycle hook(s) failed. ECS was unable to invoke hook target ${LAMBDA} due to `
    ]
  ])('%j rolls back and is quoted', (play, text) => {
    const driver = playing('PRE_SCALE_UP', play)
    const arn = driver.begin()
    driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL', 2 * minute)
    const { statusReason = '', rollback, lifecycleHookDetails } = driver.native(arn)
    expect(statusReason.startsWith(`Service deployment rolled back because ${text}`)).toBe(true)
    expect(rollback?.reason).toBe(statusReason)
    expect(lifecycleHookDetails).toMatchObject([{ status: 'FAILED' }])
    expect(driver.described().events?.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`deployment failed: ${statusReason}`)
    )
  })

  test('that never answers runs into its own timeout', () => {
    const driver = playing('POST_SCALE_UP', { answers: 'nothing' }, { timeoutConfiguration: { timeoutInMinutes: 7 } })
    const arn = driver.begin()
    driver.untilStage(arn, 'POST_SCALE_UP')
    expect(driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS')).toBeGreaterThan(7 * minute - 2_000)
    expect(driver.native(arn).lifecycleHookDetails).toMatchObject([{ status: 'TIMED_OUT' }])
  })

  test.each(['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'] as const)('can be at %s, once per step', (stage) => {
    const driver = playing(stage, { answers: 'SUCCEEDED' })
    driver.untilNative(driver.begin(), 'SUCCESSFUL')
    expect(driver.world.native?.invocations).toHaveLength(stage === 'TEST_TRAFFIC_SHIFT' ? 1 : 2)
  })
})
