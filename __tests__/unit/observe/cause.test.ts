import { describe, expect, test } from '@jest/globals'
import { causeOf, exacter } from '../../../src/observe/cause.ts'
import { asked } from '../../../src/observe/progress.ts'
import type { reading } from './readings.ts'
import { OLD_PRIMARY, START, aPursuit, after, status, target } from './readings.ts'

const OPERATOR = { kind: 'operator', detail: undefined } as const
const STOPPED = status({ phase: 'stopped', status: 'Stopped', cause: OPERATOR })
const PULL = [{ count: 19, reason: 'CannotPullContainerError: not found' }]

const cause = (seen: Parameters<typeof reading>[1]) => causeOf(after([60, seen]), aPursuit())

describe('the cause', () => {
  test('of a stop beside another deployment is that deployment', () => {
    expect(cause({ status: STOPPED, service: { ...OLD_PRIMARY, rival: 'd-HOTFIX' } })).toEqual({
      kind: 'superseded',
      by: 'd-HOTFIX'
    })
  })

  test('is not the rollback of our own', () => {
    const back = status({
      phase: 'rolled-back',
      status: 'Stopped',
      cause: OPERATOR,
      rollback: { id: 'd-BACK', status: 'Succeeded' }
    })
    expect(cause({ status: back, service: { ...OLD_PRIMARY, rival: 'd-BACK' } })).toEqual(OPERATOR)
  })

  test('of a failed hook names the stage that failed', () => {
    const stage = {
      name: 'AfterAllowTestTraffic',
      status: 'Failed',
      startedAt: undefined,
      endedAt: undefined,
      detail: undefined
    }
    const failed = status({ phase: 'failed', status: 'Failed', cause: { kind: 'hook', stage: undefined, detail: 'x' } })
    expect(cause({ status: failed, target: target({ stages: [stage] }) })).toMatchObject({
      kind: 'hook',
      stage: stage.name
    })
  })

  test('of an alarm tells CloudWatch’s reason', () => {
    const on = { name: 'web-5xx', state: 'ALARM', reason: '47 >= 10', since: undefined, rule: undefined }
    const failed = status({ phase: 'stopped', cause: { kind: 'alarm', names: ['web-5xx'] } })
    expect(cause({ status: failed, alarms: [on] })).toEqual({
      kind: 'alarm',
      names: ['web-5xx'],
      reason: '47 >= 10'
    })
  })

  test('of time that ran out is what kept the tasks from running', () => {
    const late = after([60, { status: STOPPED, stopped: PULL }])
    const ours = asked(late, { kind: 'roll-back' }, undefined, START + 61_000)
    expect(causeOf(ours, aPursuit())).toEqual({
      kind: 'tasks',
      detail: '19 tasks stopped: CannotPullContainerError: not found'
    })
  })

  test('of a circuit breaker is what made the tasks fail, where that was seen', () => {
    const broke = { kind: 'circuit-breaker', detail: 'the threshold was exceeded' } as const
    const failed = status({ phase: 'rolled-back', cause: broke })
    expect(cause({ status: failed, stopped: PULL })).toEqual({
      ...broke,
      detail: '19 tasks stopped: CannotPullContainerError: not found'
    })
    expect(cause({ status: failed })).toEqual(broke)
  })

  test('of time that ran out is an alarm, when AWS says that it came first', () => {
    const stopped = status({ phase: 'stopped', cause: { kind: 'alarm', names: ['web-5xx'] } })
    const ours = asked(after([60, { status: stopped }]), { kind: 'roll-back' }, undefined, START + 61_000)
    expect(causeOf(ours, aPursuit())).toMatchObject({ kind: 'alarm' })
  })
})

describe('of two reasons AWS gives', () => {
  const vague = { kind: 'aws', code: undefined, message: undefined } as const
  const person = { kind: 'operator', detail: undefined } as const
  const alarm = { kind: 'alarm', names: ['web-5xx'] } as const
  const coded = { kind: 'aws', code: 'HEALTH_CONSTRAINTS', message: undefined } as const

  test.each([
    ['the one that says more stays', alarm, vague, alarm],
    ['a person is more than nothing', person, vague, person],
    ['a code is more than a person', coded, person, coded],
    ['a code is more than nothing', coded, vague, coded],
    ['an alarm is more than a person', person, alarm, alarm],
    ['of two alike the later holds', { ...alarm, names: ['one'] }, alarm, alarm],
    ['one that is no more told stays', alarm, undefined, alarm]
  ] as const)('%s', (_, before, is, expected) => {
    expect(exacter(before, is)).toEqual(expected)
  })

  test('a roll-back that failed keeps what began it', () => {
    const failed = { kind: 'rollback-failed', id: 'x', status: 'ROLLBACK_FAILED', first: vague } as const
    expect(exacter(alarm, failed)).toEqual({ ...failed, first: alarm })
  })
})
