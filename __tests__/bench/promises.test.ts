// What the bench measures of the shipped dist/, promised of the same deployments in no time: no machine is too busy for it.
import { expect, test } from '@jest/globals'
import { truth } from '../simulator/world.ts'
import { tell } from '../transcripts/play.ts'
import { median } from './figures.ts'
import { ENGINES, scenarios } from './scenarios.ts'

const minute = 60_000
const second = 1_000

test.each(ENGINES)('%s: AWS is asked at most twelve times a minute, and its end is known soon', async (engine) => {
  const runs = []
  for (const one of scenarios(engine, 24)) {
    const told = await tell(one)
    const { deployments } = truth(told.world, told.endedAt)
    const ours = deployments.filter(({ by }) => by === 'caller' || by === 'rollback')
    const began = Math.min(...ours.map(({ createdAt }) => createdAt))
    const ended = Math.max(...ours.map(({ terminalAt = Number.NaN }) => terminalAt))
    const followed = told.world.calls.filter(({ at }) => at >= began && at <= ended)
    expect(['succeeded', 'rolled-back']).toContain(told.verdict.kind)
    runs.push({
      delay: (told.endedAt - ended) / second,
      perMinute: followed.length / ((ended - began) / minute),
      says: one.says
    })
  }
  const delays = runs.map(({ delay }) => delay)
  expect(median(delays)).toBeLessThanOrEqual(6)
  expect(Math.max(...delays)).toBeLessThanOrEqual(15)
  expect(Math.max(...runs.map(({ perMinute }) => perMinute))).toBeLessThanOrEqual(12)
})
