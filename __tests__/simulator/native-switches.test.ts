// Every native switch turns something: each row plays all answers of a fact nobody could confirm.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, SERVICE, minute, varied } from './driving-native.ts'
import { CONFIGURATION, nativeSwitchesOf } from './native-defaults.ts'
import type { NativeSettings, NativeSwitches } from './native-scenario.ts'
import type { Scenario } from './scenario.ts'

const world = (
  name: string,
  switches: Partial<NativeSwitches>,
  settings: Partial<NativeSettings> = {},
  more: Partial<Scenario> = {}
): NativeDriver => new NativeDriver(varied(name, { world: settings, switches }, more))

/** Deploys and plays to the end of everything. */
function ended(name: string, switches: Partial<NativeSwitches>, settings?: Partial<NativeSettings>) {
  const driver = world(name, switches, settings)
  const arn = driver.begin()
  driver.wait(150 * minute)
  return driver.native(arn)
}

function shifting(switches: Partial<NativeSwitches>, name = 'ecs-canary'): [NativeDriver, string] {
  const driver = world(name, switches)
  const arn = driver.begin()
  driver.until(() => driver.traffic()['42'] === 10)
  return [driver, arn]
}

type Rows = {
  readonly [K in keyof NativeSwitches]: readonly (readonly [
    NativeSwitches[K],
    (value: NativeSwitches[K]) => unknown,
    unknown
  ])[]
}

/** switch: [its value, what is seen then] */
const all = <K extends keyof NativeSwitches>(
  look: (value: NativeSwitches[K]) => unknown,
  rows: readonly (readonly [NativeSwitches[K], unknown])[]
) => rows.map(([value, seen]) => [value, look, seen] as const)

const ROWS: Rows = {
  omittedNested: all<'omittedNested'>(
    (omittedNested) => {
      const driver = world('ecs-canary', { omittedNested })
      driver.update({ deploymentConfiguration: { strategy: 'CANARY', bakeTimeInMinutes: 9 } })
      const { alarms, bakeTimeInMinutes } = driver.described().deploymentConfiguration ?? {}
      return [alarms?.alarmNames, bakeTimeInMinutes]
    },
    [
      ['kept', [['web-5xx'], 9]],
      ['cleared', [undefined, 9]]
    ]
  ),
  listLag: all<'listLag'>(
    (listLag) => {
      const driver = world('ecs-canary', { listLag })
      driver.begin()
      return [1, 2, 3, 4].map(() => driver.list().length)
    },
    [
      [0, [2, 2, 2, 2]],
      [1, [1, 2, 2, 2]],
      [3, [1, 1, 1, 2]]
    ]
  ),
  updateAnswer: all<'updateAnswer'>(
    (updateAnswer) => {
      const driver = world('ecs-canary', { updateAnswer })
      const old = driver.newest()
      const told = driver.update({ taskDefinition: driver.register() }).currentServiceDeployment
      return told === undefined ? 'absent' : told === old ? 'old' : told === driver.newest() ? 'new' : told
    },
    [
      ['old', 'old'],
      ['new', 'new'],
      ['absent', 'absent']
    ]
  ),
  currentDeployment: all<'currentDeployment'>(
    (currentDeployment) => 'currentServiceDeployment' in world('ecs-canary', { currentDeployment }).described(),
    [
      ['given', true],
      ['absent', false]
    ]
  ),
  preProductionStage: all<'preProductionStage'>(
    (preProductionStage) => {
      const driver = world('ecs-pause', { preProductionStage })
      const arn = driver.begin()
      const first = driver.untilPaused(arn)
      const stages = [driver.native(arn).lifecycleStage]
      driver.proceed(arn, first)
      driver.untilPaused(arn)
      return [...stages, driver.native(arn).lifecycleStage]
    },
    [
      ['named', ['PRE_PRODUCTION_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT']],
      ['production', ['PRODUCTION_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']],
      ['previous', ['POST_TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']]
    ]
  ),
  testStagesWithoutRule: all<'testStagesWithoutRule'>(
    (testStagesWithoutRule) => {
      const lifecycleHooks = [{ targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }]
      const configuration = { ...CONFIGURATION, lifecycleHooks }
      const driver = world('ecs-no-test-rule', { testStagesWithoutRule }, { configuration })
      const arn = driver.begin()
      driver.wait(5 * minute)
      return driver.waiting(arn) !== undefined
    },
    [
      ['pass', true],
      ['absent', false]
    ]
  ),
  rollingStages: all<'rollingStages'>(
    (rollingStages) => ended('ecs-rolling', { rollingStages }).lifecycleStage,
    [
      ['given', 'CLEAN_UP'],
      ['absent', undefined]
    ]
  ),
  rollingWeights: all<'rollingWeights'>(
    (rollingWeights) =>
      ended('ecs-rolling', { rollingWeights }).targetServiceRevision?.requestedProductionTrafficWeight,
    [
      ['given', 100],
      ['absent', undefined]
    ]
  ),
  rollbackStage: all<'rollbackStage'>(
    (rollbackStage) => {
      const driver = world('ecs-circuit-breaker', { rollbackStage })
      const arn = driver.begin()
      driver.untilNative(arn, 'ROLLBACK_IN_PROGRESS')
      const during = driver.native(arn).lifecycleStage
      driver.untilNative(arn, 'ROLLBACK_SUCCESSFUL')
      return [during, driver.native(arn).lifecycleStage]
    },
    [
      ['stays', ['SCALE_UP', 'SCALE_UP']],
      ['shown', ['PRODUCTION_TRAFFIC_SHIFT', 'CLEAN_UP']]
    ]
  ),
  nlbDelay: all<'nlbDelay'>(
    (nlbDelay) => {
      const driver = world('ecs-nlb', { nlbDelay })
      const arn = driver.begin()
      driver.until(() => driver.traffic()['42'] === 100)
      return driver.untilStage(arn, 'BAKE_TIME') > 10 * minute - 2_000
    },
    [
      ['each-step', true],
      ['once', false]
    ]
  ),
  hookDetails: all<'hookDetails'>(
    (hookDetails) => ended('ecs-pause-approved', { hookDetails }).lifecycleHookDetails?.length,
    [
      ['all', 2],
      ['current-stage', 0]
    ]
  ),
  pauseDetails: all<'pauseDetails'>(
    (pauseDetails) => {
      const driver = world('ecs-canary', { pauseDetails })
      const marked = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'], hookDetails: { who: 'us' } }
      const said = driver.updateRefused({ deploymentConfiguration: { lifecycleHooks: [marked] } })
      const [stored] = driver.described().deploymentConfiguration?.lifecycleHooks ?? []
      return [said, stored && (stored.hookDetails ?? 'none')]
    },
    [
      ['kept', ['accepted', { who: 'us' }]],
      ['dropped', ['accepted', 'none']],
      ['refused', ['InvalidParameterException: hookDetails is not supported for PAUSE lifecycle hooks', undefined]]
    ]
  ),
  oldAlarmStatus: all<'oldAlarmStatus'>(
    (oldAlarmStatus) => {
      const [driver, arn] = shifting({ oldAlarmStatus }, 'ecs-alarm-already-on')
      const seen = driver.native(arn).alarms?.status
      driver.untilNative(arn, 'SUCCESSFUL') // ignored either way
      return seen
    },
    [
      ['DISABLED', 'DISABLED'],
      ['MONITORING', 'MONITORING']
    ]
  ),
  alarmReason: all<'alarmReason'>(
    (alarmReason) => {
      const { statusReason, rollback } = ended('ecs-alarm', { alarmReason })
      return [typeof statusReason, typeof rollback?.reason, typeof rollback?.startedAt]
    },
    [
      ['given', ['string', 'string', 'number']],
      ['absent', ['undefined', 'undefined', 'number']]
    ]
  ),
  stopReason: all<'stopReason'>(
    (stopReason) => typeof ended('ecs-stopped-by-a-person', { stopReason }).statusReason,
    [
      ['given', 'string'],
      ['absent', 'undefined']
    ]
  ),
  rolloutReason: all<'rolloutReason'>(
    (rolloutReason) => world('ecs-canary', { rolloutReason }).described().deployments?.[0]?.rolloutStateReason,
    [
      ['given', expect.stringMatching(/^ECS deployment ecs-svc\/\d{19} completed\.$/)],
      ['absent', undefined]
    ]
  ),
  noCandidate: all<'noCandidate'>(
    (noCandidate) => {
      const { status, statusReason } = ended('ecs-first-deployment', { noCandidate })
      return [status, statusReason?.startsWith('No rollback candidate')]
    },
    [
      ['ROLLBACK_FAILED', ['ROLLBACK_FAILED', true]],
      ['STOPPED', ['STOPPED', true]],
      ['stalls', ['IN_PROGRESS', undefined]]
    ]
  ),
  omittedStopType: all<'omittedStopType'>(
    (omittedStopType) => {
      const [driver, arn] = shifting({ omittedStopType })
      return driver.refused('ecs', 'StopServiceDeployment', { serviceDeploymentArn: arn })
    },
    [
      ['ROLLBACK', 'accepted'],
      ['refused', 'InvalidParameterException']
    ]
  ),
  abort: all<'abort'>(
    (abort) => {
      const [driver, arn] = shifting({ abort })
      const answer = driver.refused('ecs', 'StopServiceDeployment', { serviceDeploymentArn: arn, stopType: 'ABORT' })
      return [answer, driver.wait(minute).native(arn).status, driver.traffic()]
    },
    [
      ['refused', ['InvalidParameterException', 'IN_PROGRESS', { 41: 90, 42: 10 }]],
      ['stops', ['accepted', 'STOPPED', { 41: 90, 42: 10 }]]
    ]
  ),
  lateStop: all<'lateStop'>(
    (lateStop) => ended('ecs-stopped-too-late', { lateStop }).status,
    [
      ['succeeds', 'SUCCESSFUL'],
      ['rolls-back', 'ROLLBACK_SUCCESSFUL']
    ]
  ),
  bakeRequired: all<'bakeRequired'>(
    (bakeRequired) => {
      const driver = world('ecs-canary', { bakeRequired, omittedNested: 'cleared' })
      return driver.refused('ecs', 'UpdateService', { ...SERVICE, deploymentConfiguration: { strategy: 'BLUE_GREEN' } })
    },
    [
      ['refused', 'InvalidParameterException'],
      ['zero', 'accepted']
    ]
  ),
  bakeLimit: all<'bakeLimit'>(
    (bakeLimit) => {
      const driver = world('ecs-canary', { bakeLimit })
      return driver.refused('ecs', 'UpdateService', {
        ...SERVICE,
        deploymentConfiguration: { bakeTimeInMinutes: 2_000 }
      })
    },
    [
      [1440, 'InvalidParameterException'],
      [2000, 'accepted']
    ]
  )
}

describe.each(Object.entries(ROWS))('%s', (name, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_, [value, look, seen]) => {
    expect((look as (value: unknown) => unknown)(value)).toEqual(seen)
  })

  test('its default is one of them', () => {
    const defaults: Readonly<Record<string, unknown>> = { ...nativeSwitchesOf({}) }
    expect(rows.map(([value]) => value)).toContain(defaults[name])
  })
})

describe('switches shared with CodeDeploy', () => {
  test.each([
    ['watched', 'accepted', 'ROLLBACK_SUCCESSFUL'],
    ['ignored', 'accepted', 'SUCCESSFUL'],
    ['refused', 'InvalidParameterException', 'SUCCESSFUL']
  ] as const)('composite alarms %s', (compositeAlarms, answer, status) => {
    const driver = new NativeDriver({ ...varied('ecs-canary', {}), switches: { compositeAlarms } })
    const alarms = { alarmNames: ['web-any'], enable: true, rollback: true }
    expect(driver.refused('ecs', 'UpdateService', { ...SERVICE, deploymentConfiguration: { alarms } })).toBe(answer)
    const arn = driver.begin()
    driver.until(() => driver.traffic()['42'] === 10)
    driver.get('cloudwatch', 'SetAlarmState', { AlarmName: 'web-latency', StateValue: 'ALARM', StateReason: 'x' })
    driver.untilNative(arn, status)
  })

  test('the controller may go unsaid', () => {
    expect(new NativeDriver('ecs-sparse').described()).not.toHaveProperty('deploymentController')
  })
})
