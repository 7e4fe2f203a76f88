// The job summary of one run of each strategy and of each ending, on ECS, as a golden file to be read in review.
import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { document } from '../../src/report/markdown.ts'
import { aRun, START } from '../support/builders.ts'
import { tell } from './play.ts'

const STRATEGIES = ['ecs-canary', 'ecs-linear', 'ecs-blue-green', 'ecs-rolling', 'ecs-nlb', 'ecs-headless']
const ENDINGS = [
  'ecs-alarm',
  'ecs-circuit-breaker',
  'ecs-deployments-denied-alarm',
  'ecs-first-deployment',
  'ecs-hook-fails',
  'ecs-lying-success',
  'ecs-mixed-weights',
  'ecs-pause-times-out',
  'ecs-rollback-fails',
  'ecs-service-deleted',
  'ecs-stopped-by-a-person',
  'ecs-stuck',
  'ecs-superseded',
  'ecs-vanishes'
]

describe.each([...STRATEGIES, ...ENDINGS])('%s', (name) => {
  test('is summed up as its golden file', async () => {
    const { events } = await tell(name)
    const text = document(events, aRun(), START)
    const file = new URL(`golden/summary-${name}.golden.md`, import.meta.url)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
    expect(text).toBe(
      existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file: UPDATE_GOLDEN=1 writes it, then read it'
    )
  })
})
