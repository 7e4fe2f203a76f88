// What the bench measures of the shipped dist/, promised of the same deployments in no time: no machine is too busy for it.
import { expect, test } from '@jest/globals'
import { ecsScenario } from '../simulator/scenarios-ecs.ts'
import type { Scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { tell } from '../transcripts/play.ts'
import { median } from './figures.ts'
import { ENGINES, scenarios } from './scenarios.ts'

const minute = 60_000
const second = 1_000

interface Cost {
  readonly verdict: string
  /** Seconds after AWS was done. */
  readonly delay: number
  readonly perMinute: number
}

async function costOf(scenario: Scenario): Promise<Cost> {
  const told = await tell(scenario)
  const ours = truth(told.world, told.endedAt).deployments.filter(({ by }) => by === 'caller' || by === 'rollback')
  const began = Math.min(...ours.map(({ createdAt }) => createdAt))
  const ended = Math.max(...ours.map(({ terminalAt = Number.NaN }) => terminalAt))
  const followed = told.world.calls.filter(({ at }) => at >= began && at <= ended)
  return {
    verdict: told.verdict.kind,
    delay: (told.endedAt - ended) / second,
    perMinute: followed.length / ((ended - began) / minute)
  }
}

test.each(ENGINES)('%s: AWS is asked at most twelve times a minute, and its end is known soon', async (engine) => {
  const costs: Cost[] = []
  for (const one of scenarios(engine, 24)) costs.push(await costOf(one))
  expect(costs.filter(({ verdict }) => !['succeeded', 'rolled-back'].includes(verdict))).toEqual([])
  const delays = costs.map(({ delay }) => delay)
  expect(median(delays)).toBeLessThanOrEqual(6)
  expect(Math.max(...delays)).toBeLessThanOrEqual(15)
  expect(Math.max(...costs.map(({ perMinute }) => perMinute))).toBeLessThanOrEqual(12)
})

test('a permission that is taken away midway costs no more calls', async () => {
  const denied = { operation: 'DescribeServiceDeployments', kind: 'deny', since: 2 * minute } as const
  const { verdict, perMinute } = await costOf({ ...ecsScenario('ecs-canary'), faults: [denied] })
  expect(verdict).toBe('succeeded')
  expect(perMinute).toBeLessThanOrEqual(12)
})
