// Every scenario of an ECS-controlled service is well formed, ends as its row says, and always the same way.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver } from './driving-native.ts'
import { ECS_SCENARIOS, ecsScenario } from './scenarios-ecs.ts'
import { SCENARIOS } from './scenarios.ts'

const names = Object.keys(ECS_SCENARIOS)
const hour = 3_600_000

/** Registers and updates, each tried up to three times, and never looks back. */
function begun(name: string): NativeDriver {
  const driver = new NativeDriver(name)
  driver.now += 1_000
  let taskDefinition = ''
  for (let attempt = 0; attempt < 3 && taskDefinition === ''; attempt += 1) {
    try {
      taskDefinition = driver.register()
    } catch {
      driver.now += 1_000
    }
  }
  const input = { cluster: 'prod', service: 'web', taskDefinition }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (driver.ask('ecs', 'UpdateService', input).status === 200) break
    driver.now += 1_000
  }
  return driver
}

function ending(name: string): string {
  const driver = begun(name).wait(3 * hour)
  const ours = driver.truth().deployments.filter(({ by }) => by === 'caller')
  const traffic = Object.entries(driver.traffic()).map(([revision, percent]) => `${revision}=${percent}`)
  const primary = driver.truth().primary.split(':').at(-1)
  return [...ours.map(({ status }) => status), traffic.join('/'), `primary ${primary}`].join(' ')
}

const GOOD = 'SUCCESSFUL 42=100 primary 42'
const BACK = 'ROLLBACK_SUCCESSFUL 41=100 primary 41'

const ENDINGS: Readonly<Record<string, string>> = {
  'ecs-alarm': BACK,
  'ecs-alarm-in-bake': BACK,
  'ecs-alarm-untold': BACK,
  'ecs-alarm-without-rollback': 'STOPPED 41=90/42=10 primary 42',
  'ecs-busy': 'SUCCESSFUL 43=100 primary 43',
  'ecs-circuit-breaker': BACK,
  'ecs-deployments-denied-alarm': BACK,
  'ecs-first-deployment': 'ROLLBACK_FAILED  primary 42',
  'ecs-hook-denied': BACK,
  'ecs-hook-fails': BACK,
  'ecs-hostile': BACK,
  'ecs-infrastructure-role-denied': BACK,
  'ecs-lying-success': 'SUCCESSFUL 41=100 primary 41',
  'ecs-mixed-weights': 'ROLLBACK_SUCCESSFUL 41=90 primary 41',
  'ecs-never-healthy': 'IN_PROGRESS 41=100 primary 42',
  'ecs-pause': BACK,
  'ecs-pause-refused': BACK,
  'ecs-pause-times-out': BACK,
  'ecs-rollback-fails': 'ROLLBACK_FAILED 41=90/42=10 primary 41',
  'ecs-rolling-circuit-breaker': BACK,
  'ecs-service-deleted': 'STOPPED  primary ',
  'ecs-stopped-by-a-person': BACK,
  'ecs-stuck': 'IN_PROGRESS 41=90/42=10 primary 42',
  'ecs-superseded': 'STOPPED 43=100 primary 43',
  'ecs-superseded-after-success': 'SUCCESSFUL 43=100 primary 43',
  'ecs-superseded-at-once': 'STOPPED 43=100 primary 43',
  'ecs-tasks-never-start': BACK,
  'ecs-vanishes': GOOD
}

describe.each(names)('%s', (name) => {
  test('is named and told in one line each', () => {
    const { says, lookAt } = ecsScenario(name)
    expect(ecsScenario(name).name).toBe(name)
    expect(name).toMatch(/^(ecs|pause)-[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const line of [says, lookAt]) expect(line).toMatch(/^[^\n]{10,160}\.$/)
  })

  test('ends as its row says', () => {
    expect(ending(name)).toBe(ENDINGS[name] ?? GOOD)
  })

  test('does not depend on how often it is looked at', () => {
    const seldom = begun(name)
      .wait(3 * hour)
      .truth()
    const driver = begun(name)
    const from = driver.now
    while (driver.now < from + 3 * hour) {
      driver.wait(7_000).truth()
      driver.ask('ecs', 'DescribeServices', { cluster: 'prod', services: ['web'] })
    }
    driver.now = from + 3 * hour
    expect(driver.truth()).toEqual(seldom)
  })
})

test('no row is left over, and no name is taken twice', () => {
  expect(Object.keys(ENDINGS).filter((name) => !names.includes(name))).toEqual([])
  expect(names.filter((name) => SCENARIOS[name] !== ECS_SCENARIOS[name])).toEqual([])
})

test('an unknown name is refused with the list', () => {
  expect(() => ecsScenario('ecs-canery')).toThrow(/no scenario is named ecs-canery; there are: ecs-canary, /)
  expect(() => ecsScenario('constructor')).toThrow(RangeError)
})
