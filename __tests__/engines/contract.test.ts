import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { Engine, Handle } from '../../src/domain/ports.ts'
import { Problem } from '../../src/domain/problem.ts'
import { OVER, type Gate, type Source } from '../../src/domain/snapshot.ts'
import { MINUTE } from '../../src/domain/units.ts'
import { engineFor } from '../../src/engines/pick.ts'
import { manualClock } from '../support/manual-clock.ts'
import { CODEDEPLOY } from './codedeploy-case.ts'
import { NATIVE } from './ecs-case.ts'
import { BLINDNESS, SIGHTINGS, STARTS, type Blindness, type EngineCase, type Sighting, type Start } from './contract.ts'
import { WRITES, type FakeAws } from './fake-ports.ts'

const ENGINES: readonly EngineCase[] = [CODEDEPLOY, NATIVE]
const SOURCES: readonly Source[] = ['status', 'target', 'service', 'alarms']
const ROLL_BACK = { kind: 'roll-back' } as const

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[]
}

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, its) => {
  function made(fake: FakeAws) {
    const clock = manualClock()
    const engine: Engine = engineFor(its.plan, fake.aws, {
      clock,
      cancelled: new AbortController().signal,
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      page: (_, path) => `https://console/${path.join('/')}`
    })
    return { engine, clock, fake }
  }

  async function aHandle(): Promise<Handle> {
    return (await made(its.starting('accepted')).engine.start(its.taskDefinition)).handle
  }

  /** Where a deployment that waits for a person is seen to wait. */
  async function aGate(): Promise<Gate> {
    const { status } = await made(its.sighted('waiting for a person')).engine.observe(await aHandle(), ['status'])
    const [gate] = status?.kind === 'seen' ? status.part.gates : []
    if (gate === undefined) throw new Error('it is not seen to wait')
    return gate
  }

  function writesOf(fake: FakeAws): readonly string[] {
    return fake.calls.map((call) => call.name).filter((name) => WRITES.test(name))
  }

  async function thrownBy(work: Promise<unknown>): Promise<Problem> {
    try {
      await work
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
    throw new Error('nothing was thrown')
  }

  describe('start', () => {
    test.each(keysOf<Start>(STARTS))('when %s', async (start) => {
      const { engine, clock, fake } = made(its.starting(start))
      const began = clock.now()
      const expected = STARTS[start]
      if (expected === 'started' || expected === 'adopted') {
        const { handle, adopted } = await engine.start(its.taskDefinition)
        expect(adopted).toBe(expected === 'adopted')
        expect(handle).toMatchObject({ taskDefinition: its.taskDefinition })
        expect(handle.url).toMatch(/^https:\/\/console\/.+/)
        expect(handle.rollBackCommand).toContain(handle.id)
      } else {
        const problem = await thrownBy(engine.start(its.taskDefinition))
        expect(problem.code === 'OUTCOME_UNCERTAIN').toBe(expected === 'uncertain')
        expect(problem.changed).toContain(its.taskDefinition)
      }
      expect(clock.now() - began).toBeLessThanOrEqual(MINUTE)
      // An engine that could start beside another one looks before it does.
      const writes = [...new Set(writesOf(fake))]
      if (start !== 'another one active' || writes.length > 0) expect(writes).toEqual([its.startCall])
      // Only a request that AWS turned away unread is sent again.
      if (!start.startsWith('throttled')) expect(writesOf(fake)).toHaveLength(writes.length)
    })
  })

  describe('observe', () => {
    test.each(keysOf<Sighting>(SIGHTINGS))('sees a deployment that is %s', async (sighting) => {
      const { engine, fake } = made(its.sighted(sighting))
      const { status } = await engine.observe(await aHandle(), ['status'])
      expect(status).toMatchObject({
        kind: 'seen',
        part: { phase: SIGHTINGS[sighting], unlisted: sighting === 'a word nobody knows' }
      })
      expect(writesOf(fake)).toEqual([])
    })

    test('a word nobody knows is neither over nor a success', () => {
      expect(OVER[SIGHTINGS['a word nobody knows']]).toBe(false)
    })

    test.each(SOURCES)('looks at least at %s, with one call, when only that is due', async (source) => {
      const { engine, fake } = made(its.sighted('going on'))
      const reading = await engine.observe(await aHandle(), [source])
      expect(reading[source]).toMatchObject({ kind: 'seen', at: expect.any(Number) })
      expect(fake.calls).toHaveLength(1)
    })

    test('looks at nothing when nothing is due', async () => {
      const { engine, fake } = made(its.sighted('going on'))
      expect(await engine.observe(await aHandle(), [])).toEqual({})
      expect(fake.calls).toEqual([])
    })

    test.each(keysOf<Blindness>(BLINDNESS))('is blind and does not throw when %s', async (blindness) => {
      const { engine } = made(its.blind(blindness))
      const reading = await engine.observe(await aHandle(), SOURCES)
      for (const source of SOURCES) {
        const { forGood } = BLINDNESS[blindness]
        expect(reading[source]).toMatchObject({ kind: 'blind', forGood, problem: { code: blindness } })
      }
    })

    test.each([
      [null],
      [[]],
      [''],
      [7],
      [{ services: 7, serviceDeployments: 7, deploymentInfo: 7, deploymentTarget: 7, MetricAlarms: 7 }]
    ])('is not misled, and does not give up, by an answer like %j', async (garbage) => {
      const { engine } = made(its.garbled(garbage))
      const reading = await engine.observe(await aHandle(), ['status', 'target', 'service'])
      for (const sight of Object.values(reading)) expect(sight).toMatchObject({ kind: 'blind', forGood: false })
    })

    test('a success is confirmed by whom the service serves', async () => {
      const { engine } = made(its.sighted('succeeded'))
      const { service } = await engine.observe(await aHandle(), ['service'])
      expect(service).toMatchObject({ kind: 'seen', part: { active: true, primaryIsTarget: true, stable: true } })
    })
  })

  describe('act', () => {
    test('a roll-back is one write, and safe to repeat', async () => {
      const { engine, fake } = made(its.acting('accepted'))
      const handle = await aHandle()
      await engine.act(handle, ROLL_BACK)
      await engine.act(handle, ROLL_BACK)
      expect(writesOf(fake)).toHaveLength(2)
      await made(its.acting('already over')).engine.act(handle, ROLL_BACK)
    })

    test('a stop is one write, or refused without any', async () => {
      const { engine, fake } = made(its.acting('accepted'))
      const stopped = await engine.act(await aHandle(), { kind: 'stop' }).then(
        () => true,
        (error: unknown) => !(error instanceof Problem)
      )
      expect(writesOf(fake)).toHaveLength(stopped ? 1 : 0)
    })

    test('to continue is one write, and safe to repeat', async () => {
      const { engine, fake } = made(its.continuing('accepted'))
      const action = { kind: 'continue', gate: await aGate() } as const
      const handle = await aHandle()
      await engine.act(handle, action)
      await engine.act(handle, action)
      expect(writesOf(fake)).toHaveLength(2)
      await made(its.continuing('already continued')).engine.act(handle, action)
    })

    test('says that it may not continue', async () => {
      const { engine } = made(its.continuing('refused'))
      const action = { kind: 'continue', gate: await aGate() } as const
      expect((await thrownBy(engine.act(await aHandle(), action))).code).toBe('NOT_ALLOWED')
    })

    test('says that it was refused', async () => {
      const { engine } = made(its.acting('refused'))
      expect((await thrownBy(engine.act(await aHandle(), ROLL_BACK))).code).toBe('NOT_ALLOWED')
    })
  })

  describe('find', () => {
    test.each([
      ['ours', true],
      ['theirs', false],
      ['nobody’s', false]
    ] as const)('a last deployment that is %s is found: %s', async (whose, isFound) => {
      const { engine, fake } = made(its.finding(whose))
      const handle = await engine.find(its.plan.marker, its.taskDefinition)
      expect(handle !== undefined).toBe(isFound)
      expect(writesOf(fake)).toEqual([])
    })
  })
})
