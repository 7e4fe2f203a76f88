// What is planned, sent to the simulated AWS: it takes it, and what it makes of it is found again.
import { describe, expect, test } from '@jest/globals'
import type { EcsPlan } from '../../../../src/domain/plan.ts'
import { MINUTE, type JsonObject } from '../../../../src/domain/units.ts'
import { ecs } from '../../../../src/engines/ecs/kit.ts'
import type { Planning, PlanRequest } from '../../../../src/engines/kit.ts'
import type { Deploying, Run } from '../../../../src/inputs/inputs.ts'
import { survey } from '../../../../src/plan/survey.ts'
import { ecsScenario } from '../../../simulator/scenarios-ecs.ts'
import { createWorld } from '../../../simulator/world.ts'
import { aRun } from '../../../support/builders.ts'
import { fakeAws } from '../../../support/fake-aws.ts'
import { manualClock } from '../../../support/manual-clock.ts'
import { anAsk, DEFINITION } from '../../../engines/asked.ts'
import { NEW_INPUTS, sha256 } from '../../../engines/ecs-planning.ts'

const NEXT: JsonObject = {
  ...DEFINITION,
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512'
}

function account(scenario: string) {
  const clock = manualClock()
  const aws = fakeAws(createWorld(ecsScenario(scenario), clock.now()), clock)

  async function request(inputs: Partial<Deploying> = {}, run: Partial<Run> = {}): Promise<PlanRequest> {
    const all = anAsk({ ...NEW_INPUTS, ...inputs })
    const today = await survey(all, aws, (call) => call())
    if (!today.ok) throw new Error(today.problems.map(({ message }) => message).join('; '))
    return {
      inputs: all,
      today: today.value,
      wanted: { revision: { kind: 'register', definition: NEXT }, images: [], changes: undefined, notes: [] },
      run: aRun(run),
      aws,
      read: (call) => call(),
      page: () => '',
      hash: sha256,
      nonce: 'n0nce',
      now: clock.now()
    }
  }

  async function planned(inputs: Partial<Deploying> = {}, run: Partial<Run> = {}): Promise<Planning<EcsPlan>> {
    return ecs.plan(await request(inputs, run))
  }

  async function started(inputs: Partial<Deploying> = {}): Promise<EcsPlan> {
    const planning = await planned(inputs)
    if (planning.kind !== 'planned') throw new Error(planning.kind)
    await aws.ecs.registerTaskDefinition(NEXT)
    await aws.ecs.updateService({ cluster: 'prod', service: 'web', taskDefinition: 'web', ...planning.plan.update })
    clock.advance(10_000)
    // The list lags.
    await aws.ecs.listServiceDeployments({ cluster: 'prod', service: 'web' })
    return planning.plan
  }

  return { aws, clock, request, planned, started }
}

const shape = (asked: Extract<Deploying['strategy'], { kind: 'shape' }>['shape']): Partial<Deploying> => ({
  strategy: { kind: 'shape', shape: asked, written: asked.kind }
})

describe('AWS takes', () => {
  test.each<[string, string, Partial<Deploying>]>([
    ['nothing but the revision', 'ecs-canary', {}],
    ['a canary in tenths', 'ecs-linear', shape({ kind: 'canary', first: 2.5, hold: 0, bake: MINUTE })],
    ['a linear shift', 'ecs-canary', shape({ kind: 'linear', step: 33.3, every: 2 * MINUTE })],
    ['a linear shift where what is left out goes', 'ecs-cleared', shape({ kind: 'linear', step: 20, every: MINUTE })],
    ['a pause where what is left out goes', 'ecs-cleared', { pauseAt: 'before-traffic', alarms: ['web-5xx'] }],
    ['everything at once', 'ecs-canary', shape({ kind: 'all-at-once' })],
    ['blue/green of a service that rolled', 'ecs-rolling', shape({ kind: 'blue-green' })],
    ['blue/green of one with early success', 'ecs-early-success', shape({ kind: 'blue-green' })],
    [
      'rolling at a pace',
      'ecs-canary',
      { ...shape({ kind: 'rolling' }), minimumHealthyPercent: 50, maximumPercent: 150 }
    ],
    ['a pause', 'ecs-canary', { pauseAt: 'before-each-shift' }],
    ['a pause beside those of others', 'ecs-pause', { pauseAt: 'before-traffic' }],
    ['a pause beside a function', 'ecs-hook', { pauseAt: 'after-test-traffic' }],
    ['alarms and ways back', 'ecs-never-healthy', { alarms: ['web-5xx'], rollbackOn: ['failure', 'alarm', 'stop'] }],
    ['no way back', 'ecs-canary', { rollbackOn: [] }],
    ['another count and other tags', 'ecs-canary', { desiredCount: 3, propagateTags: 'SERVICE' }],
    ['a service without a load balancer', 'ecs-headless', {}],
    ['a network load balancer', 'ecs-nlb', {}]
  ])('%s', async (_, scenario, inputs) => {
    const { aws, started, request } = account(scenario)
    const plan = await started(inputs)
    const attached = await ecs.attach(await request(), undefined)
    expect(attached).toMatchObject({
      ok: true,
      value: {
        status: 'IN_PROGRESS',
        shape: plan.shape,
        timetable: plan.timetable,
        before: plan.before,
        guard: plan.guard
      }
    })
    // Asked for again, the settings are so already.
    if (inputs.pauseAt === undefined && inputs.rollbackOn === undefined) {
      const again = await ecs.plan(await request({ ...inputs, onActive: 'replace' }))
      expect(again.kind === 'planned' && again.plan.update).toEqual({})
    }
    const { failures } = await aws.ecs.describeServices({ cluster: 'prod', services: ['web'] })
    expect(failures).toEqual([])
  })
})

describe('a deployment of ours with a pause', () => {
  const inputs = { pauseAt: 'before-traffic' } as const

  test('is known as this run’s, as this repository’s, as nobody’s', async () => {
    const { started, planned } = account('ecs-canary')
    await started(inputs)
    expect(await planned(inputs, { attempt: '2' })).toMatchObject({ kind: 'busy', other: { whose: 'run' } })
    expect(await planned({}, { attempt: '2' })).toMatchObject({ kind: 'busy', other: { whose: 'repository' } })
    expect(await planned(inputs, { runId: '1' })).toMatchObject({ kind: 'busy', other: { whose: 'repository' } })
    expect(await planned(inputs, { repository: 'octo/api' })).toMatchObject({
      kind: 'busy',
      other: { whose: 'unknown' }
    })
  })

  test('leaves nothing behind once its pause is taken out', async () => {
    const { started, request, aws } = account('ecs-hook')
    await started(inputs)
    expect(await ecs.removePauses(await request())).toHaveLength(1)
    expect(await ecs.removePauses(await request())).toEqual([])
    const { services } = await aws.ecs.describeServicesAsWritten({ cluster: 'prod', services: ['web'] })
    expect(JSON.stringify(services)).not.toContain('ecs-canary-deploy')
    expect(JSON.stringify(services)).toContain('function:smoke-test')
  })
})

test('a pause whose mark AWS drops is there once, however often it is asked for', async () => {
  const { started, request, aws } = account('ecs-pause-mark-dropped')
  await started({ pauseAt: 'before-traffic' })
  await started({ pauseAt: 'before-traffic', onActive: 'replace' })
  const { services } = await aws.ecs.describeServicesAsWritten({ cluster: 'prod', services: ['web'] })
  expect(JSON.stringify(services).match(/"PAUSE"/g)).toHaveLength(1)
  expect(await ecs.removePauses(await request())).toEqual([])
})

describe('AWS’s own worlds', () => {
  test.each<[string, string, readonly string[], Partial<Deploying>?]>([
    ['a deployment that has just begun', 'ecs-busy', ['busy']],
    [
      'load balancers it knows too little of',
      'ecs-missing-advanced-configuration',
      ['STRATEGY_UNFIT'],
      shape({ kind: 'all-at-once' })
    ],
    ['an alarm that is on', 'ecs-alarm-already-on', ['ALARM_ACTIVE']],
    ['a service older than the record', 'ecs-before-the-record', ['planned']],
    ['one that never worked', 'ecs-first-success', ['planned']],
    ['a role that may read no deployments', 'ecs-deployments-denied', ['planned']],
    ['sparse answers', 'ecs-sparse', ['planned']],
    ['hostile answers', 'ecs-hostile', ['planned']]
  ])('%s', async (_, scenario, expected, inputs = {}) => {
    const planning = await account(scenario).planned(inputs)
    expect(planning.kind === 'refused' ? planning.problems.map(({ code }) => code) : [planning.kind]).toEqual(expected)
  })
})
