import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { Phase } from '../../../../src/domain/snapshot.ts'
import { gatesOf, STATUS_PHASES, statusPart, targetPart } from '../../../../src/engines/ecs/snapshot.ts'
import {
  anAlarmedDeployment,
  aServiceDeployment,
  aWaitingPause,
  OLD_REVISION,
  OUR_ARN,
  PAUSE_ID,
  SMOKE_TEST,
  weighed
} from '../../../engines/ecs-answers.ts'

type Status = NonNullable<ServiceDeployment['status']>
type Stage = NonNullable<ServiceDeployment['lifecycleStage']>
const STATUSES = Object.keys(STATUS_PHASES) as Status[]

/** The SDK's enum lacks one of the stages, and AWS may have more. */
const at = (stage: string | undefined, weight: number | undefined, but: Partial<ServiceDeployment> = {}) =>
  aServiceDeployment({ lifecycleStage: stage as Stage, targetServiceRevision: weighed(weight), ...but })

const ROLLING: Partial<ServiceDeployment> = { deploymentConfiguration: { strategy: 'ROLLING' } }

describe('the status', () => {
  test.each<[Status, Phase]>([
    ['PENDING', 'queued'],
    ['IN_PROGRESS', 'running'],
    ['STOP_REQUESTED', 'stopping'],
    ['STOPPED', 'stopped'],
    ['ROLLBACK_REQUESTED', 'rolling-back'],
    ['ROLLBACK_IN_PROGRESS', 'rolling-back'],
    ['ROLLBACK_SUCCESSFUL', 'rolled-back'],
    ['ROLLBACK_FAILED', 'failed'],
    ['SUCCESSFUL', 'succeeded']
  ])('%s is %s', (status, phase) => {
    expect(statusPart(aServiceDeployment({ status }))).toMatchObject({
      phase,
      status,
      unlisted: false,
      createdAt: 1786241000100
    })
  })

  test.each(['FAILED', 'constructor', ''])('%j, which nobody listed, is shown and is no end', (status) => {
    const part = statusPart(aServiceDeployment({ status: status as Status }))
    expect(part).toMatchObject({ phase: 'running', status, unlisted: true, gates: [], cause: undefined })
  })

  test('is missed where there is none', () => {
    expect(() => statusPart({})).toThrow('`status` is missing')
  })

  test.each(STATUSES)('%s names what is restored only while it goes back', (status) => {
    const { rollback } = statusPart(anAlarmedDeployment({ status }))
    expect(rollback).toEqual(status.startsWith('ROLLBACK') ? { id: '1920498462936580504', status } : undefined)
  })

  test('of a roll-back to nowhere is named by the deployment itself', () => {
    const { rollback } = statusPart(aServiceDeployment({ status: 'ROLLBACK_REQUESTED' }))
    expect(rollback?.id).toBe('EZe5RNVLH6PPzHXINuP28')
    expect(statusPart({ status: 'ROLLBACK_REQUESTED' }).rollback?.id).toBe('without an id')
  })

  test.each(STATUSES)('%s has a cause only where something went wrong', (status) => {
    const hasCause = !['PENDING', 'IN_PROGRESS', 'SUCCESSFUL'].includes(status)
    expect(statusPart(anAlarmedDeployment({ status })).cause !== undefined).toBe(hasCause)
  })

  test('of a roll-back that failed keeps the first cause', () => {
    expect(statusPart(anAlarmedDeployment({ status: 'ROLLBACK_FAILED' })).cause).toEqual({
      kind: 'rollback-failed',
      id: '1920498462936580504',
      status: 'ROLLBACK_FAILED',
      first: { kind: 'alarm', names: ['web-5xx'] }
    })
  })
})

describe('a gate', () => {
  test('is a pause that awaits an action', () => {
    const waiting = aServiceDeployment({ lifecycleStage: 'POST_SCALE_UP', lifecycleHookDetails: [aWaitingPause()] })
    const gate = { hookId: PAUSE_ID, stage: 'POST_SCALE_UP', expiresAt: 1786244840000, onExpiry: 'roll-back' }
    expect(gatesOf(waiting)).toEqual([gate])
    expect(statusPart(waiting)).toMatchObject({ phase: 'paused', gates: [gate] })
  })

  test.each([
    ['ROLLBACK', 'roll-back'],
    ['CONTINUE', 'continue'],
    ['SHRUG', 'unknown'],
    [undefined, 'unknown']
  ])('that expires with %s does %s', (timeoutAction, onExpiry) => {
    const hook = aWaitingPause({ timeoutAction: timeoutAction as 'ROLLBACK' })
    expect(gatesOf(aServiceDeployment({ lifecycleHookDetails: [hook] }))).toMatchObject([{ onExpiry }])
  })

  test.each(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', undefined] as const)(
    'is none with a hook that is %s',
    (status) => {
      expect(gatesOf(aServiceDeployment({ lifecycleHookDetails: [aWaitingPause({ status })] }))).toEqual([])
    }
  )

  test.each(STATUSES)('is open in a deployment that is %s only while that goes on', (status) => {
    const { gates } = statusPart(aServiceDeployment({ status, lifecycleHookDetails: [aWaitingPause()] }))
    expect(gates).toHaveLength(status === 'IN_PROGRESS' ? 1 : 0)
  })
})

describe('the target', () => {
  test.each<[string | undefined, number, Phase, boolean]>([
    ['RECONCILE_SERVICE', 0, 'provisioning', false],
    ['PRE_SCALE_UP', 0, 'provisioning', false],
    ['SCALE_UP', 0, 'provisioning', false],
    ['POST_SCALE_UP', 0, 'provisioning', false],
    ['TEST_TRAFFIC_SHIFT', 0, 'provisioning', false],
    ['POST_TEST_TRAFFIC_SHIFT', 0, 'provisioning', false],
    ['PRE_PRODUCTION_TRAFFIC_SHIFT', 0, 'shifting', false],
    ['PRODUCTION_TRAFFIC_SHIFT', 10, 'shifting', false],
    ['PRODUCTION_TRAFFIC_SHIFT', 100, 'shifting', false],
    ['POST_PRODUCTION_TRAFFIC_SHIFT', 100, 'baking', false],
    ['POST_PRODUCTION_TRAFFIC_SHIFT', 99.9, 'shifting', false],
    ['BAKE_TIME', 100, 'baking', true],
    ['BAKE_TIME', 99.9, 'baking', false],
    ['CLEAN_UP', 100, 'baking', true],
    ['MIRROR_TRAFFIC', 10, 'running', false],
    ['constructor', 100, 'running', false],
    [undefined, 10, 'running', false]
  ])('at %s with %d %% is %s, shifted: %s', (stage, weight, phase, shifted) => {
    const part = targetPart(at(stage, weight))
    expect(part).toMatchObject({ phase, shifted, traffic: weight, testTraffic: 100, oldTraffic: 90, tells: 'current' })
    expect(part.stages.map(({ name, status }) => `${name} ${status}`)).toEqual(
      stage === undefined ? [] : [`${stage} IN_PROGRESS`]
    )
  })

  test.each<[string | undefined, Phase]>([
    ['SCALE_UP', 'provisioning'],
    [undefined, 'provisioning'],
    ['PRODUCTION_TRAFFIC_SHIFT', 'provisioning'],
    ['BAKE_TIME', 'baking'],
    ['CLEAN_UP', 'baking'],
    ['MIRROR_TRAFFIC', 'running']
  ])('of a rolling deployment at %s is %s and has no weights', (stage, phase) => {
    for (const part of [targetPart(at(stage, 100, ROLLING)), targetPart(at(stage, undefined))]) {
      expect(part).toMatchObject({
        phase,
        shifted: false,
        traffic: undefined,
        testTraffic: undefined,
        oldTraffic: undefined
      })
    }
  })

  test.each(STATUSES)('of a deployment that is %s with all traffic in its bake', (status) => {
    const part = targetPart(at('BAKE_TIME', 100, { status }))
    expect(part.shifted).toBe(['IN_PROGRESS', 'SUCCESSFUL'].includes(status))
    expect(['succeeded', 'rolled-back', 'failed', 'stopped']).not.toContain(part.phase)
  })

  test('of a success is shifted, but not against its own weight', () => {
    expect(targetPart(at(undefined, 100, { status: 'SUCCESSFUL' })).shifted).toBe(true)
    expect(targetPart(at(undefined, 0, { status: 'SUCCESSFUL' })).shifted).toBe(false)
    expect(targetPart(at(undefined, undefined, { ...ROLLING, status: 'SUCCESSFUL' })).shifted).toBe(true)
  })

  test.each(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'] as const)(
    'of a deployment that is %s is in no stage',
    (status) => {
      expect(targetPart(at('BAKE_TIME', 100, { status })).stages).toEqual([])
    }
  )

  test.each([[-1], [101], [Number.NaN]])('has no weight of %d', (weight) => {
    expect(targetPart(at('BAKE_TIME', weight)).traffic).toBeUndefined()
  })

  test.each([
    [[60, 30], 90],
    [[60, undefined], undefined],
    [[], undefined]
  ])('replaces revisions with %j of the traffic, together %s', (weights, sum) => {
    const sourceServiceRevisions = weights.map((weight) => ({
      arn: OLD_REVISION,
      ...(weight !== undefined && { requestedProductionTrafficWeight: weight })
    }))
    expect(targetPart(aServiceDeployment({ sourceServiceRevisions })).oldTraffic).toBe(sum)
  })

  test('counts tasks only where AWS counts all of them', () => {
    expect(targetPart(aServiceDeployment()).tasks).toEqual({ desired: 2, running: 2, pending: 0 })
    expect(targetPart(aServiceDeployment({ targetServiceRevision: { runningTaskCount: 2 } })).tasks).toBeUndefined()
  })

  test('tells hooks as AWS does, a function by its name', () => {
    const lambda = { hookId: 'h-1', targetType: 'AWS_LAMBDA', targetArn: SMOKE_TEST, status: 'IN_PROGRESS' } as const
    const { hooks } = targetPart(aServiceDeployment({ lifecycleHookDetails: [aWaitingPause(), lambda, {}] }))
    expect(hooks).toEqual([
      { id: PAUSE_ID, kind: 'PAUSE', function: undefined, status: 'AWAITING_ACTION' },
      { id: 'h-1', kind: 'AWS_LAMBDA', function: 'smoke-test', status: 'IN_PROGRESS' },
      { id: 'without an id', kind: 'not given', function: undefined, status: 'not given' }
    ])
  })

  test('tells what AWS watches it with, where AWS says so', () => {
    const breaker = { status: 'TRIGGERED', failureCount: 3, threshold: 3 } as const
    expect(targetPart(aServiceDeployment({ deploymentCircuitBreaker: breaker })).monitors).toEqual([
      { name: 'alarms', status: 'MONITORING', count: undefined },
      { name: 'circuit breaker', status: 'TRIGGERED', count: { failures: 3, threshold: 3 } }
    ])
    const half = { alarms: {}, deploymentCircuitBreaker: { status: 'MONITORING' } } as const
    expect(targetPart(aServiceDeployment(half)).monitors).toEqual([
      { name: 'circuit breaker', status: 'MONITORING', count: undefined }
    ])
  })

  test('can be told from next to nothing', () => {
    expect(targetPart({ serviceDeploymentArn: OUR_ARN })).toMatchObject({
      phase: 'provisioning',
      stages: [],
      hooks: []
    })
  })
})
