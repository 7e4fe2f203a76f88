import { describe, expect, test } from '@jest/globals'
import type { Cause } from '../../../../src/domain/verdict.ts'
import type { Action } from '../../../../src/domain/ports.ts'
import { Problem } from '../../../../src/domain/problem.ts'
import { OVER, type Phase, type Source } from '../../../../src/domain/snapshot.ts'
import { MINUTE } from '../../../../src/domain/units.ts'
import { ecsEngine, ecsFollower } from '../../../../src/engines/ecs/engine.ts'
import { begun, followed, type Course } from '../../../engines/ecs-course.ts'
import {
  anEntry,
  aNativeHandle,
  aNativePlan,
  anOldEntry,
  aServiceDeployment,
  OLD_ARN,
  OUR_ARN,
  OUR_ID,
  PAUSE_ID,
  records,
  served,
  SERVED_AFTER
} from '../../../engines/ecs-answers.ts'
import { fakeAws, problem, WRITES, type Answers } from '../../../engines/fake-ports.ts'
import { ecsScenario } from '../../../simulator/scenarios-ecs.ts'
import { manualClock } from '../../../support/manual-clock.ts'

function phaseOf({ last: { status } }: Course): Phase | undefined {
  return status?.kind === 'seen' ? status.part.phase : undefined
}

function causeOf({ last: { status } }: Course): Cause | undefined {
  return status?.kind === 'seen' ? status.part.cause : undefined
}

const CANARY = [
  'PENDING queued, queued 0 %',
  'IN_PROGRESS running, SCALE_UP provisioning 0 %',
  'IN_PROGRESS running, POST_SCALE_UP provisioning 0 %',
  'IN_PROGRESS running, TEST_TRAFFIC_SHIFT provisioning 0 %',
  'IN_PROGRESS running, PRODUCTION_TRAFFIC_SHIFT shifting 10 %',
  'IN_PROGRESS running, PRODUCTION_TRAFFIC_SHIFT shifting 100 %',
  'IN_PROGRESS running, BAKE_TIME baking 100 % shifted',
  'IN_PROGRESS running, CLEAN_UP baking 100 % shifted',
  'SUCCESSFUL succeeded, baking 100 % shifted'
]
const HELD = CANARY.slice(0, 5)
const BACK = [
  'ROLLBACK_IN_PROGRESS rolling-back, PRODUCTION_TRAFFIC_SHIFT rolling-back 0 %',
  'ROLLBACK_SUCCESSFUL rolled-back, running 0 %'
]

describe('a deployment followed to its end', () => {
  test.each<readonly [string, readonly string[]]>([
    ['ecs-canary', CANARY],
    ['ecs-alarm', [...HELD, ...BACK]],
    [
      'ecs-rolling',
      [
        'PENDING queued, queued',
        'IN_PROGRESS running, SCALE_UP provisioning',
        'IN_PROGRESS running, BAKE_TIME baking',
        'SUCCESSFUL succeeded, baking shifted'
      ]
    ],
    [
      'ecs-rolling-without-stages',
      ['PENDING queued, queued', 'IN_PROGRESS running, provisioning', 'SUCCESSFUL succeeded, baking shifted']
    ],
    ['ecs-busy-after-survey', CANARY],
    ['ecs-list-lag', CANARY.slice(1)],
    ['ecs-superseded-at-once', ['STOP_REQUESTED stopping, stopping 0 %', 'STOPPED stopped, running 0 %']],
    ['ecs-lost-answer', CANARY],
    ['ecs-lost-connection', CANARY],
    ['ecs-sparse', CANARY],
    [
      'ecs-unknown-status',
      [...HELD, 'PAUSED_BY_AWS running, PRODUCTION_TRAFFIC_SHIFT shifting 10 %', ...CANARY.slice(4)]
    ],
    ['ecs-unknown-stage', [...HELD, 'IN_PROGRESS running, MIRROR_TRAFFIC running 10 %', ...CANARY.slice(4)]],
    ['ecs-vanishes', [...HELD, 'blind DEPLOYMENT_GONE']],
    ['ecs-deployments-denied', ['IN_PROGRESS running, running', 'COMPLETED succeeded, running shifted']],
    [
      'ecs-deployments-denied-alarm',
      ['IN_PROGRESS running, running', 'FAILED rolling-back, running', 'FAILED rolled-back, running']
    ]
  ])('%s is seen as %j', async (name, lines) => {
    expect((await followed(await begun(ecsScenario(name)))).lines).toEqual(lines)
  })

  test.each<readonly [string, Phase, Cause | undefined]>([
    ['ecs-alarm', 'rolled-back', { kind: 'alarm', names: ['web-5xx'] }],
    ['ecs-alarm-untold', 'rolled-back', { kind: 'alarm', names: ['web-5xx'] }],
    [
      'ecs-circuit-breaker',
      'rolled-back',
      {
        kind: 'circuit-breaker',
        detail: 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
      }
    ],
    [
      'ecs-pause',
      'rolled-back',
      {
        kind: 'gate-expired',
        detail: 'Service deployment rolled back because PRE_PRODUCTION_TRAFFIC_SHIFT pause hook timed out.'
      }
    ],
    [
      'ecs-rollback-fails',
      'failed',
      {
        kind: 'rollback-failed',
        id: expect.stringMatching(/^\d{19}$/) as unknown as string,
        status: 'ROLLBACK_FAILED',
        first: { kind: 'alarm', names: ['web-5xx'] }
      }
    ],
    [
      'ecs-stopped-by-a-person',
      'rolled-back',
      { kind: 'operator', detail: 'Service deployment rolled back because of a request to stop it.' }
    ],
    ['ecs-deployments-denied-alarm', 'rolled-back', { kind: 'alarm', names: ['web-5xx'] }],
    ['ecs-canary', 'succeeded', undefined]
  ])('%s ends as %s for %j', async (name, phase, cause) => {
    const course = await followed(await begun(ecsScenario(name)))
    expect(phaseOf(course)).toBe(phase)
    expect(causeOf(course)).toEqual(cause)
  })

  test.each(['ecs-canary', 'ecs-list-lag', 'ecs-busy-after-survey', 'ecs-superseded-at-once', 'ecs-lost-answer'])(
    'in %s the one that is followed is the one that was started',
    async (name) => {
      const course = await followed(await begun(ecsScenario(name)))
      expect(course.handle.id).toBe(course.real)
      expect(course.adopted).toBe(name === 'ecs-lost-answer')
    }
  )

  test('a deployment that another one took the place of names it', async () => {
    const { last } = await followed(await begun(ecsScenario('ecs-superseded-at-once')))
    expect(last.service).toMatchObject({ part: { rival: expect.stringMatching(/^ecs-svc\/\d+ \(web:43\)$/) } })
  })

  test('a service that was deleted is not active, and its deployment is stopped', async () => {
    const course = await followed(await begun(ecsScenario('ecs-service-deleted')))
    expect(phaseOf(course)).toBe('stopped')
    expect(course.last.service).toMatchObject({ part: { active: false, primaryIsTarget: false } })
  })

  test('a success is confirmed by the service, where records are denied as well', async () => {
    for (const name of ['ecs-canary', 'ecs-deployments-denied']) {
      const { last } = await followed(await begun(ecsScenario(name)))
      expect(last.service).toMatchObject({ part: { primaryIsTarget: true, targetServesAlone: true, stable: true } })
    }
  })

  test('a success that the weights deny has not shifted', async () => {
    const { last } = await followed(await begun(ecsScenario('ecs-lying-success')))
    expect(last.target).toMatchObject({ part: { shifted: false, traffic: 0 } })
  })
})

describe('a person', () => {
  test('is waited for before each shift, and continuing goes on to the end', async () => {
    const start = await begun(ecsScenario('ecs-pause'))
    const passed: (string | undefined)[] = []
    for (let turn = 0; turn < 2_000; turn++) {
      const { status } = await start.engine.observe(start.handle, ['status'])
      if (status?.kind !== 'seen') throw new Error('it cannot be seen')
      if (OVER[status.part.phase]) break
      for (const gate of status.part.gates) {
        expect(gate).toMatchObject({ stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', onExpiry: 'roll-back' })
        expect(gate.expiresAt).toBeGreaterThan(start.clock.now())
        passed.push(gate.hookId)
        await start.engine.act(start.handle, { kind: 'continue', gate })
      }
      start.clock.advance(5_000)
    }
    expect(new Set(passed).size).toBe(2)
    expect(phaseOf(await followed(start, MINUTE))).toBe('succeeded')
  })

  test.each(['ecs-canary', 'ecs-deployments-denied'])('can roll %s back', async (name) => {
    const start = await begun(name === 'ecs-canary' ? ecsScenario(name) : allowingStops(name))
    start.clock.advance(3 * MINUTE)
    await start.engine.act(start.handle, { kind: 'roll-back' })
    expect(phaseOf(await followed(start))).toBe('rolled-back')
  })

  test('asks in vain for what is over', async () => {
    const course = await followed(await begun(ecsScenario('ecs-canary')))
    await course.engine.act(course.handle, { kind: 'roll-back' })
    expect(phaseOf(await followed(course, MINUTE))).toBe('succeeded')
  })
})

/** Denied the records, but not the stop. */
function allowingStops(name: string) {
  const base = ecsScenario(name)
  const policy = [...(base.world?.policy ?? []), 'ecs:StopServiceDeployment']
  return { ...base, world: { ...base.world, policy } }
}

describe('one look', () => {
  const made = (ecs: Answers['ecs'], but = {}) => {
    const fake = fakeAws({ ...(ecs && { ecs }), cloudwatch: { describeAlarms: {} } })
    const tools = {
      clock: manualClock(),
      cancelled: new AbortController().signal,
      hash: (text: string) => text,
      page: () => ''
    }
    return { ...fake, engine: ecsEngine(aNativePlan(but), fake.aws, tools), tools }
  }
  const RECORD = { describeServiceDeployments: records({ [OUR_ARN]: aServiceDeployment() }) }

  test.each<readonly [readonly Source[], readonly Source[], readonly string[]]>([
    [['status'], ['status', 'target'], ['ecs.describeServiceDeployments']],
    [['target'], ['status', 'target'], ['ecs.describeServiceDeployments']],
    [['service'], ['service'], ['ecs.describeServices']],
    [
      ['status', 'target', 'service'],
      ['status', 'target', 'service'],
      ['ecs.describeServiceDeployments', 'ecs.describeServices']
    ]
  ])('at %j tells %j by %j', async (due, told, calls) => {
    const { engine, calls: made_ } = made({ ...RECORD, describeServices: SERVED_AFTER })
    const reading = await engine.observe(aNativeHandle(), due)
    expect(Object.keys(reading).sort()).toEqual([...told].sort())
    expect(made_.map(({ name }) => name)).toEqual(calls)
  })

  test.each([
    [{ readBy: 'service' as const }, OUR_ARN, ['ecs.describeServices']],
    [{}, OUR_ID, ['ecs.describeServices']],
    [{}, OUR_ARN, ['ecs.describeServiceDeployments', 'ecs.describeServices']]
  ])('with %j at %s asks the service once for all it tells', async (but, id, calls) => {
    const ecs = { describeServiceDeployments: problem('NOT_ALLOWED'), describeServices: SERVED_AFTER }
    const { engine, calls: asked } = made(ecs, but)
    const reading = await engine.observe(aNativeHandle({ id }), ['status', 'target', 'service'])
    expect(asked.map(({ name }) => name)).toEqual(calls)
    expect(reading).toMatchObject({
      status: { kind: 'seen', part: { phase: 'running', status: 'IN_PROGRESS' } },
      target: { kind: 'seen', part: { traffic: undefined } },
      service: { kind: 'seen' }
    })
  })

  test('a record that was denied is asked for once a minute, and read again when it may be', async () => {
    let record: unknown = problem('NOT_ALLOWED')
    const { engine, inputsOf, tools } = made({
      describeServiceDeployments: () => record,
      describeServices: SERVED_AFTER
    })
    const look = async (): Promise<number> => {
      await engine.observe(aNativeHandle(), ['status'])
      tools.clock.advance(10_000)
      return inputsOf('ecs.describeServiceDeployments').length
    }
    const asked = []
    for (let looks = 0; looks < 13; looks += 1) asked.push(await look())
    expect(asked).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3])
    record = { serviceDeployments: [aServiceDeployment()] }
    tools.clock.advance(60_000)
    const reading = await engine.observe(aNativeHandle(), ['status'])
    expect(reading).toMatchObject({ target: { part: { traffic: expect.any(Number) } } })
    expect([await look(), await look()]).toEqual([5, 6])
  })

  test('an ours that the service does not list yet is queued, and stopped or undone only after it was there', async () => {
    const before = served([anOldEntry({ status: 'PRIMARY' })])
    let answer = before
    const { engine } = made({ describeServices: () => answer }, { readBy: 'service' })
    const phase = async () => {
      const { status } = await engine.observe(aNativeHandle({ id: OUR_ID }), ['status'])
      return status?.kind === 'seen' ? status.part.phase : status
    }
    expect(await phase()).toBe('queued')
    answer = SERVED_AFTER
    expect(await phase()).toBe('running')
    answer = before
    expect(await phase()).toBe('rolled-back')
  })

  describe('acts', () => {
    const ROLL_BACK: Action = { kind: 'roll-back' }
    const conflict = new Problem('AWS_REFUSED', {
      found: 'a conflict',
      aws: { name: 'ConflictException', message: 'a conflict', requestId: undefined }
    })

    test('a roll-back is asked for by name and kind', async () => {
      const { engine, inputsOf } = made({ stopServiceDeployment: {} })
      await engine.act(aNativeHandle(), ROLL_BACK)
      expect(inputsOf('ecs.stopServiceDeployment')).toEqual([{ serviceDeploymentArn: OUR_ARN, stopType: 'ROLLBACK' }])
    })

    test.each([
      ['SUCCESSFUL', true],
      ['STOPPED', true],
      ['IN_PROGRESS', false],
      ['ROLLBACK_IN_PROGRESS', false]
    ] as const)('a conflict with one that is %s is fine: %s', async (status, isFine) => {
      const { engine } = made({
        stopServiceDeployment: conflict,
        describeServiceDeployments: records({ [OUR_ARN]: aServiceDeployment({ status }) })
      })
      const acted = engine.act(aNativeHandle(), ROLL_BACK)
      await (isFine ? expect(acted).resolves.toBeUndefined() : expect(acted).rejects.toBe(conflict))
    })

    test('a stop without a roll-back is what ECS cannot do', async () => {
      const { engine, calls } = made({})
      await expect(engine.act(aNativeHandle(), { kind: 'stop' })).rejects.toMatchObject({
        code: 'SERVICE_OPTION_UNFIT'
      })
      expect(calls).toEqual([])
    })

    test('a pause is continued by its id', async () => {
      const { engine, inputsOf } = made({ continueServiceDeployment: {} })
      const gate = { hookId: PAUSE_ID, stage: undefined, expiresAt: undefined, onExpiry: 'unknown' } as const
      await engine.act(aNativeHandle(), { kind: 'continue', gate })
      expect(inputsOf('ecs.continueServiceDeployment')).toEqual([
        { serviceDeploymentArn: OUR_ARN, hookId: PAUSE_ID, action: 'CONTINUE' }
      ])
    })

    test('a pause without an id cannot be continued, and nothing is written', async () => {
      const { engine, calls } = made({})
      const gate = { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'unknown' } as const
      await expect(engine.act(aNativeHandle(), { kind: 'continue', gate })).rejects.toMatchObject({
        code: 'AWS_ANSWER_INVALID'
      })
      expect(calls).toEqual([])
    })

    test.each([
      ['the service names no current one', served([anEntry(), anOldEntry()])],
      [
        'another one is the primary',
        served([anOldEntry({ status: 'PRIMARY' })], { currentServiceDeployment: OUR_ARN })
      ],
      ['the service is gone', { services: [], failures: [{ reason: 'MISSING' }] }]
    ])('nothing is stopped by guess where %s', async (_, describeServices) => {
      const { aws, calls, tools } = made({ describeServices })
      const follower = ecsFollower(aNativePlan({ readBy: 'service' }), aws, tools)
      const acted = follower.act(aNativeHandle({ id: OUR_ID }), ROLL_BACK)
      await expect(acted).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        remedy: expect.stringContaining('ecs:ListServiceDeployments')
      })
      expect(calls.filter(({ name }) => WRITES.test(name))).toEqual([])
    })

    test('nothing is stopped that the service called current before ours began', async () => {
      const lagging = served([anEntry(), anOldEntry()], { currentServiceDeployment: OLD_ARN })
      const before = served([anOldEntry({ status: 'PRIMARY' })], { currentServiceDeployment: OLD_ARN })
      let answer = before
      const { engine, calls } = made(
        {
          describeServices: () => answer,
          updateService: () => {
            answer = lagging
            return { service: {} }
          },
          stopServiceDeployment: {}
        },
        { readBy: 'service' }
      )
      const { handle } = await engine.start(aNativeHandle().taskDefinition ?? '')
      expect(handle.id).toBe(OUR_ID)
      await expect(engine.act(handle, ROLL_BACK)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      expect(calls.map(({ name }) => name)).not.toContain('ecs.stopServiceDeployment')
    })

    test('by the service’s word an end is not taken for ours', async () => {
      const { engine } = made({ describeServices: SERVED_AFTER, stopServiceDeployment: problem('DEPLOYMENT_OVER') })
      const acted = engine.act(aNativeHandle({ id: OUR_ID }), ROLL_BACK)
      await expect(acted).rejects.toMatchObject({ code: 'DEPLOYMENT_OVER' })
    })
  })
})

test('there is nothing to prepare: all of it goes with the one update', async () => {
  const fake = fakeAws({})
  const tools = { clock: manualClock(), cancelled: new AbortController().signal, hash: String, page: () => '' }
  await ecsEngine(aNativePlan(), fake.aws, tools).prepare(() => {})
  expect(fake.calls).toEqual([])
})
