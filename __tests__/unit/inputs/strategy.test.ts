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
    ['linear 10% every 320m', { kind: 'linear', step: 10, every: 320 * MINUTE }],
    ['canary 10% for 120s', { kind: 'canary', first: 10, hold: 2 * MINUTE }],
    ['all-at-once', { kind: 'all-at-once' }],
    ['ALL-AT-ONCE', { kind: 'all-at-once' }],
    ['blue-green', { kind: 'blue-green' }],
    ['rolling', { kind: 'rolling' }],
    ['canary 10% for 5m, bake 10m', { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 10 * MINUTE }],
    ['blue-green, bake 1h', { kind: 'blue-green', bake: 60 * MINUTE }],
    ['all-at-once , bake 10m', { kind: 'blue-green', bake: 10 * MINUTE }],
    ['rolling, bake 10m', { kind: 'rolling', bake: 10 * MINUTE }]
  ])('%s', (written, shape) => {
    expect(strategy(written)).toEqual({ ok: true, value: { kind: 'shape', written, shape } })
  })

  test.each(['CodeDeployDefault.ECSCanary10Percent5Minutes', 'canary2', 'my,own=config@1', 'x'.repeat(100)])(
    '%s is the name of a configuration',
    (name) => {
      expect(strategy(name)).toEqual({ ok: true, value: { kind: 'configuration', name } })
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
    ['canary 100% for 5m', 'Write `all-at-once`'],
    ['canary 2.5% for 5m', 'a whole percentage'],
    ['canary 10% for 90s', 'whole minutes'],
    ['canary 10% for 0m', 'whole minutes'],
    ['canary 10% for 2881m', 'at most 2880 minutes'],
    ['linear 10% every 321m', 'at most 2880 minutes'],
    ['linear 1% every 1h', 'at most 2880 minutes'],
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
    const field = strategy('canary 100% for 90s')
    expect(field.ok ? [] : field.problems).toHaveLength(2)
  })
})
