// Stories of several jobs are well formed, and can be played by hand the way their jobs are meant to.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, minute } from './driving-native.ts'
import { CONFIGURATION } from './native-defaults.ts'
import { SCENARIOS } from './scenarios.ts'
import type { Json } from './wire.ts'

const stories = Object.values(SCENARIOS).flatMap(({ name, jobs }) => (jobs ? [[name, jobs] as const] : []))

describe.each(stories)('%s', (_, jobs) => {
  test('names each job once, as a workflow may', () => {
    const names = jobs.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('needs outputs of jobs before alone', () => {
    for (const [place, { needs = {} }] of jobs.entries()) {
      const before = jobs.slice(0, place).map(({ name }) => name)
      for (const source of Object.values(needs)) expect(before).toContain(source.split('.')[0])
    }
  })

  test('says what happens whenever a job waits', () => {
    for (const { after, meanwhile } of jobs) expect(meanwhile === undefined).toBe(after === undefined)
  })
})

const pause = (stage: string, hookDetails?: Json): Json => ({
  targetType: 'PAUSE',
  lifecycleStages: [stage],
  timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
  ...(hookDetails && { hookDetails })
})

describe('a strategy that is asked for', () => {
  test.each([
    [
      'ecs-canary-asked',
      { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 } },
      [0, 10, 100]
    ],
    [
      'ecs-linear-asked',
      { strategy: 'LINEAR', linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 2 } },
      [0, 25, 50, 75, 100]
    ],
    ['ecs-blue-green-asked', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 }, [0, 100]],
    ['ecs-rolling-asked', { strategy: 'ROLLING' }, [undefined]]
  ] as const)('%s is stored and played', (name, deploymentConfiguration, weights) => {
    const driver = new NativeDriver(name)
    const arn = driver.begin({ deploymentConfiguration })
    const seen: (number | undefined)[] = []
    const over = (): boolean => {
      const { status, targetServiceRevision } = driver.native(arn)
      const weight = targetServiceRevision?.requestedProductionTrafficWeight
      if (seen.length === 0 || seen.at(-1) !== weight) seen.push(weight)
      return status === 'SUCCESSFUL'
    }
    driver.until(over)
    expect(seen).toEqual(weights)
    const stored = driver.described().deploymentConfiguration
    expect(stored).toMatchObject({ ...deploymentConfiguration, alarms: CONFIGURATION.alarms })
    const parts = Object.keys(stored ?? {}).filter((member) => /^(canary|linear)Configuration$/.test(member))
    expect(parts).toEqual(Object.keys(deploymentConfiguration).filter((member) => member.endsWith('Configuration')))
  })

  test('that needs an advanced configuration is refused without one', () => {
    const driver = new NativeDriver('ecs-canary-asked-plain-balancer')
    expect(driver.updateRefused({ deploymentConfiguration: { strategy: 'CANARY' } })).toMatch(
      /advancedConfiguration field is required/
    )
  })
})

describe('a gate that is asked for', () => {
  test('whose mark is refused is taken without it', () => {
    const driver = new NativeDriver('ecs-pause-mark-refused')
    const taskDefinition = driver.register()
    const asking = (hookDetails?: Json): Json => ({
      taskDefinition,
      deploymentConfiguration: { lifecycleHooks: [pause('PRE_PRODUCTION_TRAFFIC_SHIFT', hookDetails)] }
    })
    const before = driver.described()
    expect(driver.updateRefused(asking({ whose: 'ours' }))).toMatch(/^InvalidParameterException: hookDetails /)
    expect(driver.described()).toEqual(before)
    driver.update(asking())
    expect(driver.untilPaused(driver.newest())).toMatch(/^ecs-pause-/)
  })

  test('whose mark is dropped pauses, and nothing tells whose it is', () => {
    const driver = new NativeDriver('ecs-pause-mark-dropped')
    const lifecycleHooks = [pause('PRE_PRODUCTION_TRAFFIC_SHIFT', { whose: 'ours' })]
    const arn = driver.begin({ deploymentConfiguration: { lifecycleHooks } })
    expect(driver.untilPaused(arn)).toMatch(/^ecs-pause-/)
    expect(JSON.stringify([driver.native(arn), driver.described()])).not.toContain('whose')
  })

  test('stands beside the one of others, which somebody else answers', () => {
    const driver = new NativeDriver('ecs-pause-of-others')
    const { lifecycleHooks: theirs = [] } = driver.described().deploymentConfiguration ?? {}
    const lifecycleHooks = [...theirs, pause('POST_SCALE_UP', { whose: 'ours' })]
    const arn = driver.begin({ deploymentConfiguration: { lifecycleHooks } })
    const ours = driver.untilPaused(arn)
    expect(driver.native(arn).lifecycleStage).toBe('POST_SCALE_UP')
    expect(driver.wait(10 * minute).waiting(arn)).toBe(ours)
    driver.proceed(arn, ours)
    driver.untilPaused(arn)
    driver.untilNative(arn, 'SUCCESSFUL', 20 * minute)
    expect(driver.described().deploymentConfiguration?.lifecycleHooks).toEqual(lifecycleHooks)
  })
})

describe('a gate that is continued', () => {
  const waiting = (name: string): readonly [NativeDriver, string, Json] => {
    const driver = new NativeDriver(name)
    const arn = driver.begin({ deploymentConfiguration: { lifecycleHooks: [pause('POST_SCALE_UP')] } })
    return [driver, arn, { serviceDeploymentArn: arn, hookId: driver.untilPaused(arn) }]
  }
  const COMPLETED = {
    __type: 'InvalidParameterException',
    message: 'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN'
  }

  test('and whose answer is lost cannot be continued again, and goes on', () => {
    const [driver, arn, input] = waiting('ecs-promote-lost-answer')
    expect(driver.ask('ecs', 'ContinueServiceDeployment', input).status).toBe(500)
    expect(driver.ask('ecs', 'ContinueServiceDeployment', input).body).toEqual(COMPLETED)
    driver.untilNative(arn, 'SUCCESSFUL', 20 * minute)
  })

  test.each([
    ['ecs-promote-raced', 'SUCCESSFUL'],
    ['ecs-promote-after-no', 'ROLLBACK_SUCCESSFUL']
  ])('after somebody else has answered is refused: %s', (name, status) => {
    const [driver, arn, input] = waiting(name)
    expect(driver.ask('ecs', 'ContinueServiceDeployment', input).body).toEqual(COMPLETED)
    driver.untilNative(arn, status, 20 * minute)
  })
})
