import { describe, expect, test } from '@jest/globals'
import type { Shape } from '../../../../src/domain/shape.ts'
import { MINUTE, type JsonObject } from '../../../../src/domain/units.ts'
import { configurationOf, timetableOf } from '../../../../src/engines/ecs/configuration.ts'
import { aPause, CANARY, LAMBDA } from '../../../engines/ecs-planning.ts'

const shapeOf = (configuration: unknown): Shape | undefined => configurationOf(configuration).shape
const timed = (configuration: JsonObject) => timetableOf(configurationOf(configuration))

describe('how a configuration moves traffic', () => {
  test.each<[JsonObject, Shape]>([
    [{}, { kind: 'rolling' }],
    [
      { strategy: 'ROLLING', bakeTimeInMinutes: 3 },
      { kind: 'rolling', bake: 3 * MINUTE }
    ],
    [{ strategy: 'BLUE_GREEN' }, { kind: 'blue-green' }],
    [{ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 }, { kind: 'all-at-once' }],
    [
      { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30 },
      { kind: 'blue-green', bake: 30 * MINUTE }
    ],
    [CANARY, { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 5 * MINUTE }],
    [{ strategy: 'CANARY' }, { kind: 'canary', first: 5, hold: 10 * MINUTE }],
    [{ strategy: 'LINEAR' }, { kind: 'linear', step: 10, every: 6 * MINUTE }],
    [
      { strategy: 'LINEAR', linearConfiguration: { stepPercent: 33.3, stepBakeTimeInMinutes: 0 } },
      { kind: 'linear', step: 33.3, every: 0 }
    ]
  ])('%j', (configuration, shape) => {
    expect(shapeOf(configuration)).toEqual(shape)
  })

  test.each<[string, unknown]>([
    ['another strategy', { strategy: 'TELEPORT' }],
    ['a canary of nothing', { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 0 } }],
    ['a canary in words', { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 'ten' } }],
    ['a step that never ends', { strategy: 'LINEAR', linearConfiguration: { stepPercent: 0.0001 } }],
    ['a time that runs backwards', { strategy: 'LINEAR', linearConfiguration: { stepBakeTimeInMinutes: -1 } }],
    ['no number', { strategy: 'CANARY', canaryConfiguration: { canaryPercent: Number.NaN } }]
  ])('is not known of %s', (_, configuration) => {
    expect(shapeOf(configuration)).toBeUndefined()
  })

  test.each([[undefined], [null], ['text'], [[]], [7], [{ lifecycleHooks: [null, 'x', {}], alarms: 1 }]])(
    'is rolling, without guards, where AWS answers %j',
    (answer) => {
      expect(configurationOf(answer)).toMatchObject({
        strategy: 'ROLLING',
        alarms: { enabled: false, names: [] },
        breaker: { enabled: false, rollback: false },
        pauses: []
      })
    }
  )
})

describe('the timetable', () => {
  test('of a rolling deployment has no steps: it moves tasks and no traffic', () => {
    expect(timed({ bakeTimeInMinutes: 3 })).toEqual({ readyWait: 0, steps: [], bake: 3 * MINUTE })
  })

  test.each<[string, JsonObject, number]>([
    ['once at a stage that comes once', { ...CANARY, lifecycleHooks: [aPause('POST_SCALE_UP', 30)] }, 30],
    [
      'twice before the shifts of a canary',
      { ...CANARY, lifecycleHooks: [aPause('PRE_PRODUCTION_TRAFFIC_SHIFT', 30)] },
      60
    ],
    [
      'at every step of a linear shift',
      {
        strategy: 'LINEAR',
        linearConfiguration: { stepPercent: 25 },
        lifecycleHooks: [aPause('PRE_PRODUCTION_TRAFFIC_SHIFT', 30)]
      },
      120
    ],
    [
      'as long as the longest where several wait side by side',
      { ...CANARY, lifecycleHooks: [aPause('POST_SCALE_UP', 30), aPause('POST_SCALE_UP', 45)] },
      45
    ],
    [
      'one stage after the other',
      { ...CANARY, lifecycleHooks: [aPause('POST_SCALE_UP', 30), aPause('POST_TEST_TRAFFIC_SHIFT', 45)] },
      75
    ],
    [
      'a day where nothing is said',
      { ...CANARY, lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP'] }] },
      1440
    ],
    ['for nobody where a function is asked', { ...CANARY, lifecycleHooks: [LAMBDA] }, 0]
  ])('waits for people %s', (_, configuration, minutes) => {
    expect(timed(configuration).readyWait).toBe(minutes * MINUTE)
  })
})

describe('a pause is ours', () => {
  const mark = 'ecd:octo/web#1.1:abcdef12:n0nce'

  test.each<[string, JsonObject | string]>([
    ['as we sent it', { 'ecs-canary-deploy': mark }],
    ['as a text of JSON', JSON.stringify({ 'ecs-canary-deploy': mark })]
  ])('by what its details say, %s', (_, details) => {
    const [pause] = configurationOf({ lifecycleHooks: [aPause('POST_SCALE_UP', 60, details)] }).pauses
    expect(pause?.mark).toBe(mark)
  })

  test.each<[string, JsonObject]>([
    ['of somebody else', aPause('POST_SCALE_UP', 60, { ticket: 'OPS-1' })],
    ['without details', aPause('POST_SCALE_UP', 60)],
    ['with a text that is no JSON', aPause('POST_SCALE_UP', 60, 'ecs-canary-deploy')],
    ['with our name and nothing behind it', aPause('POST_SCALE_UP', 60, { 'ecs-canary-deploy': '' })]
  ])('and not %s', (_, hook) => {
    expect(configurationOf({ lifecycleHooks: [hook] }).pauses[0]?.mark).toBeUndefined()
  })

  test('and a function never is', () => {
    const hook = { ...LAMBDA, hookDetails: { 'ecs-canary-deploy': mark } }
    expect(configurationOf({ lifecycleHooks: [hook] }).pauses).toEqual([])
  })
})
