import { describe, expect, test } from '@jest/globals'
import { strategy } from '../../../src/inputs/strategy.ts'

const MINUTE = 60_000

describe('strategies', () => {
  test.each([
    ['canary 10% for 5m', { kind: 'canary', first: 10, hold: 5 * MINUTE }],
    ['Canary  10%  for  1h30m', { kind: 'canary', first: 10, hold: 90 * MINUTE }],
    ['canary 10 % for 5m', { kind: 'canary', first: 10, hold: 5 * MINUTE }],
    ['canary 1% for 2880m', { kind: 'canary', first: 1, hold: 2_880 * MINUTE }],
    ['linear 10% every 1m', { kind: 'linear', step: 10, every: MINUTE }],
    ['linear 99% every 48h', { kind: 'linear', step: 99, every: 2_880 * MINUTE }],
    ['canary 0.1% for 0m', { kind: 'canary', first: 0.1, hold: 0 }],
    ['canary 2.5 % for 5m', { kind: 'canary', first: 2.5, hold: 5 * MINUTE }],
    ['canary 100% for 5m', { kind: 'canary', first: 100, hold: 5 * MINUTE }],
    ['linear 0.1% every 0m', { kind: 'linear', step: 0.1, every: 0 }],
    ['linear 99.9% every 24h', { kind: 'linear', step: 99.9, every: 1_440 * MINUTE }],
    ['linear 1% every 1h', { kind: 'linear', step: 1, every: 60 * MINUTE }],
    ['canary 10% for 120s', { kind: 'canary', first: 10, hold: 2 * MINUTE }],
    ['all-at-once', { kind: 'all-at-once' }],
    ['ALL-AT-ONCE', { kind: 'all-at-once' }],
    ['blue-green', { kind: 'blue-green' }],
    ['rolling', { kind: 'rolling' }],
    ['canary 10% for 5m, bake 10m', { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 10 * MINUTE }],
    ['blue-green, bake 1h', { kind: 'blue-green', bake: 60 * MINUTE }],
    ['all-at-once , bake 10m', { kind: 'blue-green', bake: 10 * MINUTE }],
    ['rolling, bake 10m', { kind: 'rolling', bake: 10 * MINUTE }],
    ['Rolling,bake 0m', { kind: 'rolling', bake: 0 }],
    ['linear 12.5% every 3m, bake 48h', { kind: 'linear', step: 12.5, every: 3 * MINUTE, bake: 2_880 * MINUTE }]
  ])('%s', (written, shape) => {
    expect(strategy(written)).toEqual({ ok: true, value: { kind: 'shape', written, shape } })
  })

  test.each(['CodeDeployDefault.ECSCanary10Percent5Minutes', 'canary2', 'my,own=config@1', 'x'.repeat(100)])(
    '%s is the name of a configuration',
    (name) => {
      expect(strategy(name)).toEqual({ ok: true, value: { kind: 'configuration', name, input: 'strategy' } })
    }
  )

  test.each([
    ['canary', '`canary 10% for 5m`'],
    ['linear', '`linear 10% every 1m`'],
    ['canary 10 for 5m', 'Write `10%`.'],
    ['canary 10% for 5', 'Write `5m` for minutes'],
    ['canary 10% every 5m', 'Write one of these'],
    ['linear 10% for 1m', 'Write one of these'],
    ['canary 10%', 'Write one of these'],
    ['canry 10% for 5m', 'Write `canary` first'],
    ['canary 0% for 5m', 'is not a percentage'],
    ['canary 0.0% for 5m', 'is not a percentage'],
    ['canary 0.05% for 5m', 'in steps of 0.1%'],
    ['canary 100.1% for 5m', 'from 0.1% to 100%'],
    ['canary 2.5 for 5m', 'Write `2.5%`'],
    ['canary 2,5% for 5m', 'like `10%` or `2.5%`'],
    ['canary 10% for 90s', 'whole minutes'],
    ['canary 10% for 1s', 'whole minutes'],
    ['canary 10% for 2881m', 'at most 2880 minutes'],
    ['linear 10% every 49h', 'at most 2880 minutes'],
    ['linear 10% every 99999h', 'at most 2880 minutes'],
    ['linear 10% every -5m', 'is not a duration'],
    ['rolling, bake 90s', 'whole minutes'],
    ['blue-green, bake 2881m', 'at most 2880 minutes'],
    ['rolling, bake 5', 'Write `5m` for minutes'],
    ['rolling 50%', 'Write one of these'],
    ['all at once', 'Write one of these'],
    ['roling, bake 5m', 'Write `rolling` first'],
    ['canary 10% for 5m, bake', 'Write one of these'],
    ['canary 10% for 5m, bake ten', 'is not a duration'],
    ['CodeDeployDefault.X, bake 10m', 'Write one of these'],
    ['my config', 'Write one of these'],
    ['blue/green', 'Write `blue-green` first'],
    ['canary10%', 'Write one of these'],
    ['x'.repeat(101), 'Write one of these']
  ])('%s is refused', (written, says) => {
    const field = strategy(written)
    if (field.ok) throw new Error(`accepted: ${JSON.stringify(field.value)}`)
    expect(JSON.stringify(field.problems)).toContain(says)
  })

  test('a very long text is refused at once', () => {
    const begin = performance.now()
    expect(strategy('canary '.repeat(10_000)).ok).toBe(false)
    expect(strategy(`canary ${' '.repeat(50_000)}x, bake`).ok).toBe(false)
    expect(performance.now() - begin).toBeLessThan(1_000)
  })

  test('percentage and time are both reported', () => {
    const field = strategy('canary 101% for 90s')
    expect(field.ok ? [] : field.problems).toHaveLength(2)
  })
})
