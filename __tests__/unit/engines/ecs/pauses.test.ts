import { describe, expect, test } from '@jest/globals'
import { MINUTE, type JsonObject } from '../../../../src/domain/units.ts'
import { ecs } from '../../../../src/engines/ecs/kit.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import {
  aBalancer,
  ADVANCED,
  aPause,
  asked,
  CANARY,
  LAMBDA,
  plan,
  refusals,
  ROLLING,
  says,
  type World
} from '../../../engines/ecs-planning.ts'
import { problem } from '../../../engines/fake-ports.ts'

type PauseAt = NonNullable<Deploying['pauseAt']>

const OURS = aPause('POST_SCALE_UP', 60, { 'ecs-canary-deploy': 'ecd:octo/web#1.1:abcdef12:old' })
const THEIRS = aPause('POST_TEST_TRAFFIC_SHIFT', 30, { ticket: 'OPS-1' })

function hooksOf(update: JsonObject): unknown {
  return (update['deploymentConfiguration'] as JsonObject | undefined)?.['lifecycleHooks']
}

describe('a pause', () => {
  test.each<[PauseAt, string]>([
    ['before-traffic', 'POST_SCALE_UP'],
    ['after-test-traffic', 'POST_TEST_TRAFFIC_SHIFT'],
    ['before-each-shift', 'PRE_PRODUCTION_TRAFFIC_SHIFT'],
    ['after-canary', 'PRE_PRODUCTION_TRAFFIC_SHIFT']
  ])('%s is a hook at %s that carries our marker', async (pauseAt, stage) => {
    const { update, marker, pauses, timetable } = await plan({ inputs: { pauseAt } })
    expect(hooksOf(update)).toEqual([
      {
        targetType: 'PAUSE',
        lifecycleStages: [stage],
        timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
        hookDetails: { 'ecs-canary-deploy': marker.text }
      }
    ])
    expect(pauses).toBe(true)
    // A canary comes by twice, and the first pause of `after-canary` is passed by the step itself.
    expect(timetable.readyWait).toBe((pauseAt === 'before-each-shift' ? 120 : 60) * MINUTE)
  })

  test('waits as long as it is told, and then does as it is told', async () => {
    const inputs = { pauseAt: 'before-traffic', pauseFor: 5 * MINUTE, pauseExpiry: 'continue' } as const
    const { update, choices } = await plan({ inputs })
    expect(hooksOf(update)).toMatchObject([{ timeoutConfiguration: { timeoutInMinutes: 5, action: 'CONTINUE' } }])
    expect(choices.filter(({ what }) => /pause|person|nobody/.test(what))).toEqual([
      { what: 'pause', value: 'before-traffic', origin: 'input' },
      { what: 'waits for a person', value: '5m', origin: 'input' },
      { what: 'when nobody comes', value: 'the deployment goes on', origin: 'input' }
    ])
  })

  test('says that it stays in the service', async () => {
    expect(says(await plan({ inputs: { pauseAt: 'before-traffic' } }))).toContain('stays in its settings until')
  })

  test('after a canary says that the pause before the canary is none for a person', async () => {
    const told = 'this step itself continues the pause before the canary'
    expect(says(await plan({ inputs: { pauseAt: 'after-canary' } }))).toContain(told)
    expect(says(await plan({ inputs: { pauseAt: 'before-each-shift' } }))).not.toContain(told)
  })
})

describe('pauses the service has already', () => {
  const configuration = { ...CANARY, lifecycleHooks: [LAMBDA, OURS, THEIRS] }

  test('are left as they are when they are of others', async () => {
    const { update } = await plan({ configuration: { ...CANARY, lifecycleHooks: [LAMBDA, THEIRS] } })
    expect(update).toEqual({})
  })

  test('go when they are ours and not asked for again', async () => {
    const it = await plan({ configuration })
    expect(hooksOf(it.update)).toEqual([LAMBDA, THEIRS])
    expect(it.pauses).toBe(false)
    expect(says(it)).toContain('a pause of an earlier deployment of ours')
  })

  test('go by an empty list: one that is left out may be kept', async () => {
    const { update } = await plan({ configuration: { ...CANARY, lifecycleHooks: [OURS] } })
    expect(hooksOf(update)).toEqual([])
  })

  test('are replaced when they are ours', async () => {
    const { update, marker, stored } = await plan({ configuration, inputs: { pauseAt: 'before-traffic' } })
    expect(hooksOf(update)).toEqual([LAMBDA, THEIRS, { ...OURS, hookDetails: { 'ecs-canary-deploy': marker.text } }])
    expect(stored.map(({ path }) => path)).toEqual(['deploymentConfiguration.lifecycleHooks'])
  })

  test('count as no change when only their marker is another', async () => {
    const { stored, update } = await plan({
      configuration: { ...CANARY, lifecycleHooks: [OURS] },
      inputs: { pauseAt: 'before-traffic' }
    })
    expect(stored).toEqual([])
    expect(hooksOf(update)).toHaveLength(1)
  })
})

describe('the very pause that is asked for', () => {
  const there = (pause: JsonObject): World => ({
    configuration: { ...CANARY, lifecycleHooks: [LAMBDA, pause] },
    inputs: { pauseAt: 'before-traffic' }
  })

  test.each<[string, JsonObject]>([
    ['whose mark AWS has dropped', aPause('POST_SCALE_UP', 60)],
    [
      'with its usual action left out, at more stages',
      {
        targetType: 'PAUSE',
        lifecycleStages: ['PRE_SCALE_UP', 'POST_SCALE_UP'],
        timeoutConfiguration: { timeoutInMinutes: 60 }
      }
    ]
  ])('is not added a second time: one %s', async (_, pause) => {
    const it = await plan(there(pause))
    expect(it).toMatchObject({ update: {}, pauses: false, timetable: { readyWait: expect.any(Number) } })
    expect(says(it)).toContain('has the very pause already')
  })

  test.each<[string, JsonObject]>([
    ['of somebody who says so', aPause('POST_SCALE_UP', 60, { ticket: 'OPS-1' })],
    ['that waits for another time', aPause('POST_SCALE_UP', 30)],
    ['at another stage', aPause('PRE_SCALE_UP', 60)],
    [
      'that ends otherwise',
      { ...aPause('POST_SCALE_UP', 60), timeoutConfiguration: { timeoutInMinutes: 60, action: 'CONTINUE' } }
    ],
    ['that is a function', { ...LAMBDA, timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' } }]
  ])('stands beside one %s', async (_, hook) => {
    const it = await plan(there(hook))
    expect(hooksOf(it.update)).toHaveLength(3)
    expect(it.pauses).toBe(true)
  })
})

describe('a pause that could not hold is refused', () => {
  const at = (pauseAt: PauseAt, world: World = {}): World => ({ ...world, inputs: { ...world.inputs, pauseAt } })
  const AT_SHIFT = aPause('PRE_PRODUCTION_TRAFFIC_SHIFT', 30)
  const AFTER_SHIFT = aPause('POST_PRODUCTION_TRAFFIC_SHIFT', 30)
  const OURS_AT_SHIFT = { ...OURS, lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] }
  const untested = aBalancer({ ...ADVANCED, testListenerRule: null })

  test.each<[string, World, string]>([
    ['before-traffic of a rolling deployment', at('before-traffic', { configuration: ROLLING }), 'does not document'],
    ['after-canary of a rolling deployment', at('after-canary', { configuration: ROLLING }), 'does not document'],
    [
      'after-canary without a canary',
      at('after-canary', { configuration: { ...CANARY, strategy: 'LINEAR' } }),
      'no canary'
    ],
    [
      'after-canary beside a pause of others there',
      at('after-canary', { configuration: { ...CANARY, lifecycleHooks: [AT_SHIFT] } }),
      'could not be told apart'
    ],
    [
      'after-canary beside a pause of others before any traffic',
      at('after-canary', { configuration: { ...CANARY, lifecycleHooks: [THEIRS] } }),
      'could not be told apart'
    ],
    ['after-test-traffic without any', at('after-test-traffic', { loadBalancers: [untested] }), 'no test traffic'],
    [
      'after-test-traffic of a service that only calls others',
      at('after-test-traffic', {
        loadBalancers: [untested],
        connected: { serviceConnectConfiguration: { enabled: true, services: [] } }
      }),
      'no test traffic'
    ],
    [
      'after-test-traffic behind VPC Lattice without a test rule',
      at('after-test-traffic', { loadBalancers: [], connected: { vpcLatticeConfigurations: [{ portName: 'http' }] } }),
      'no test traffic'
    ],
    [
      'before-each-shift where nothing is shifted',
      at('before-each-shift', { loadBalancers: [], configuration: { ...CANARY, strategy: 'BLUE_GREEN' } }),
      'no traffic is shifted'
    ],
    [
      'an eleventh',
      at('before-traffic', { configuration: { ...CANARY, lifecycleHooks: Array.from({ length: 10 }, () => THEIRS) } }),
      'AWS takes 10'
    ]
  ])('%s', async (_, world, words) => {
    const problems = await refusals(world)
    expect(problems.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: 'GATE_UNFIT', place: { kind: 'input', name: 'pause-at' } }
    ])
    expect(problems[0]?.found).toContain(words)
    expect(problems[0]?.remedy).toMatch(/^(Write|Remove|Add) /)
  })

  test.each([0, 0.5, 20_161])('one of %d minutes', async (minutes) => {
    const problems = await refusals(at('before-traffic', { inputs: { pauseFor: minutes * MINUTE } }))
    expect(problems.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: 'INPUT_INVALID', place: { kind: 'input', name: 'pause-minutes' } }
    ])
  })

  test.each<[string, World]>([
    [
      'an earlier one of ours stands there',
      at('after-canary', { configuration: { ...CANARY, lifecycleHooks: [OURS_AT_SHIFT] } })
    ],
    [
      'others pause after the shift',
      at('after-canary', { configuration: { ...CANARY, lifecycleHooks: [AFTER_SHIFT] } })
    ],
    [
      'others pause before each shift as well',
      at('before-each-shift', { configuration: { ...CANARY, lifecycleHooks: [AT_SHIFT] } })
    ],
    [
      'Service Connect has the test traffic',
      at('after-test-traffic', {
        loadBalancers: [],
        connected: { serviceConnectConfiguration: { enabled: true, services: [{ portName: 'http' }] } }
      })
    ],
    [
      'VPC Lattice has the test traffic',
      at('after-test-traffic', {
        loadBalancers: [],
        connected: { vpcLatticeConfigurations: [{ advancedConfiguration: { testListenerRule: 'arn:rule' } }] }
      })
    ],
    ['it lasts two weeks', at('before-traffic', { inputs: { pauseFor: 20_160 * MINUTE } })]
  ])('but not because %s', async (_, world) => {
    expect(await refusals(world)).toEqual([])
  })
})

describe('taking our pauses out', () => {
  const configuration = { ...CANARY, lifecycleHooks: [LAMBDA, OURS, THEIRS], tomorrow: true }

  test('is one update that sends the rest back as it is', async () => {
    const { request, inputsOf } = asked({ configuration, ecs: { updateService: {} } })
    expect(await ecs.removePauses(request)).toEqual([
      'our pause at POST_SCALE_UP was taken out of the settings of service web'
    ])
    expect(inputsOf('ecs.updateService')).toEqual([
      {
        cluster: 'prod',
        service: 'web',
        deploymentConfiguration: { ...configuration, lifecycleHooks: [LAMBDA, THEIRS] }
      }
    ])
  })

  test('writes nothing where there are none', async () => {
    const { request, inputsOf } = asked({ configuration: { ...CANARY, lifecycleHooks: [LAMBDA, THEIRS] } })
    expect(await ecs.removePauses(request)).toEqual([])
    expect(inputsOf('ecs.updateService')).toEqual([])
  })

  test('tells a denial', async () => {
    const { request } = asked({ configuration, ecs: { updateService: problem('NOT_ALLOWED') } })
    await expect(ecs.removePauses(request)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
