// The bench measures what it says it measures: both engines deploy as long, as often and as badly.
import { describe, expect, test } from '@jest/globals'
import { Driver } from '../simulator/driving.ts'
import { NativeDriver } from '../simulator/driving-native.ts'
import { ENGINES, PLAIN, scenarios, type Engine } from './scenarios.ts'
import { SCENARIOS, type Scenario } from '../simulator/scenarios.ts'

const hour = 3_600_000
const minute = 60_000

/** Plays it to its end; its length in minutes, a rollback included. */
function length(engine: Engine, scenario: Scenario): { readonly minutes: number; readonly status: string } {
  const driver = engine === 'ecs' ? new NativeDriver(scenario) : new Driver(scenario)
  if (driver instanceof NativeDriver) driver.begin()
  else driver.deploy()
  const ours = driver
    .wait(3 * hour)
    .truth()
    .deployments.filter(({ by }) => by !== 'history')
  const began = Math.min(...ours.map(({ createdAt }) => createdAt))
  const ended = Math.max(...ours.map(({ terminalAt = Number.NaN }) => terminalAt))
  return { minutes: (ended - began) / minute, status: ours[0]?.status ?? '' }
}

describe.each(ENGINES)('%s', (engine) => {
  const all = scenarios(engine, 24)

  test('deploys for 5 to 60 minutes, and every sixth time in vain', () => {
    for (const [at, scenario] of all.entries()) {
      const { minutes, status } = length(engine, scenario)
      expect(minutes).toBeGreaterThan(3)
      expect(minutes).toBeLessThan(63)
      expect([scenario.name, /^succe/i.test(status)]).toEqual([scenario.name, at % 6 !== 5])
    }
  })

  test('shifts traffic in every way it has', () => {
    const ways = new Set(all.map(({ says }) => says.replace(/, then .*/, '')))
    expect(ways.size).toBe(engine === 'ecs' ? 6 : 5)
    expect(new Set(all.map(({ name }) => name)).size).toBe(24)
  })

  test('has a plain canary', () => {
    expect(SCENARIOS).toHaveProperty(PLAIN[engine])
  })
})

test('one deployment is no division by zero', () => {
  expect(scenarios('ecs', 1)).toHaveLength(1)
})
