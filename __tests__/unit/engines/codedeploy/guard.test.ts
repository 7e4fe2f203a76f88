import { describe, expect, test } from '@jest/globals'
import type { AlarmState } from '../../../../src/domain/snapshot.ts'
import { checkGroup, type Group } from '../../../../src/engines/codedeploy/group.ts'
import { decideGuard } from '../../../../src/engines/codedeploy/guard.ts'
import { anAlarm, aTarget, START } from '../../../support/builders.ts'
import { aGroup } from '../../../engines/codedeploy-answers.ts'

type Asked = Parameters<typeof decideGuard>[0]

const NOTHING: Asked = { alarms: [], allowActiveAlarms: false, rollbackOn: undefined }

function group(but: Partial<Group> = {}): Group {
  const name = { application: 'AppECS-prod-web', group: 'DgpECS-prod-web' }
  return { ...checkGroup(name, aGroup(), aTarget()).value, ...but }
}

function quiet(...names: readonly string[]): readonly AlarmState[] {
  return names.map((name) => anAlarm({ name }))
}

function guarded(asked: Partial<Asked>, of: Group | undefined = group(), states?: readonly AlarmState[]) {
  const known = states ?? quiet('web-5xx', ...(asked.alarms ?? []))
  return decideGuard({ ...NOTHING, ...asked }, of, known, START)
}

describe('the alarms that guard', () => {
  test('are the group’s, and nothing is sent, when none are asked', () => {
    const { value, problems, notes } = guarded({})
    expect(value).toEqual({
      guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm'] },
      autoRollback: undefined,
      overrideAlarms: undefined
    })
    expect([problems, notes]).toEqual([[], []])
  })

  test('are the union, each once, with the group’s word on unreadable alarms kept', () => {
    const of = group({ alarms: { enabled: true, names: ['web-5xx'], ignorePollFailure: true } })
    const { value, notes } = guarded({ alarms: ['web-5xx', 'slow', 'slow'] }, of)
    expect(value).toMatchObject({
      guard: { alarms: ['web-5xx', 'slow'] },
      overrideAlarms: { names: ['web-5xx', 'slow'], ignorePollFailure: true }
    })
    expect(notes.map((note) => note.says)).toEqual([expect.stringContaining('codedeploy:UpdateDeploymentGroup')])
  })

  test('need no override when the group has all that are asked', () => {
    expect(guarded({ alarms: ['web-5xx'] }).value.overrideAlarms).toBeUndefined()
  })

  test('are only those asked for when the group’s are switched off, and that is said', () => {
    const of = group({ alarms: { enabled: false, names: ['old'], ignorePollFailure: false } })
    const { value, notes } = guarded({ alarms: ['slow'] }, of, quiet('slow'))
    expect(value.guard.alarms).toEqual(['slow'])
    expect(notes.some((note) => note.level === 'warning' && note.says.includes('switched off'))).toBe(true)
  })

  test('of more than ten are a warning, not a refusal', () => {
    const alarms = Array.from({ length: 10 }, (_, index) => `a${index}`)
    const { problems, notes } = guarded({ alarms })
    expect(problems).toEqual([])
    expect(notes.some((note) => note.level === 'warning' && note.says.startsWith('11 alarms'))).toBe(true)
  })
})

describe('an alarm that does not exist', () => {
  test('is refused when it was asked for', () => {
    const { problems } = guarded({ alarms: ['slwo'] }, group(), quiet('web-5xx'))
    expect(problems).toMatchObject([{ code: 'ALARM_NOT_FOUND', place: { kind: 'input', name: 'alarms' } }])
  })

  test('is a warning when only the group names it', () => {
    const { problems, notes } = guarded({}, group(), [])
    expect(problems).toEqual([])
    expect(notes).toMatchObject([{ level: 'warning', says: expect.stringContaining('web-5xx') }])
  })

  test('is refused even when the group is not found', () => {
    const { problems } = decideGuard({ ...NOTHING, alarms: ['slwo'] }, undefined, [], START)
    expect(problems).toMatchObject([{ code: 'ALARM_NOT_FOUND' }])
  })
})

describe('an alarm that is on already', () => {
  const on = [anAlarm({ state: 'ALARM', since: START - 7 * 60_000, reason: 'Threshold Crossed.' })]

  test('is refused, with how long and why', () => {
    const { value, problems, notes } = guarded({}, group(), on)
    expect(value.guard.alarms).toEqual(['web-5xx'])
    expect(notes).toEqual([])
    expect(problems).toMatchObject([
      { code: 'ALARM_ACTIVE', found: 'alarm web-5xx has been on for 7 minutes: Threshold Crossed' }
    ])
  })

  test('is left out when that is allowed, loudly', () => {
    const { value, problems, notes } = guarded({ alarms: ['slow'], allowActiveAlarms: true }, group(), [
      ...on,
      ...quiet('slow')
    ])
    expect(problems).toEqual([])
    expect(value).toMatchObject({ guard: { alarms: ['slow'] }, overrideAlarms: { names: ['slow'] } })
    expect(notes[0]).toMatchObject({ level: 'warning', says: expect.stringMatching(/web-5xx.*does NOT guard/) })
  })

  test('and is the only one leaves no guard, which is sent as such', () => {
    const { value } = guarded({ allowActiveAlarms: true }, group(), on)
    expect(value).toMatchObject({ guard: { alarms: [] }, overrideAlarms: { names: [] } })
  })

  test('but guards nothing here is nobody’s business', () => {
    expect(guarded({}, group(), [...quiet('web-5xx'), anAlarm({ name: 'other', state: 'ALARM' })]).problems).toEqual([])
  })
})

test.each(['INSUFFICIENT_DATA', 'LEVITATING', 'not given'])('an alarm that is %s is not called healthy', (state) => {
  const { problems, notes } = guarded({}, group(), [anAlarm({ state })])
  expect(problems).toEqual([])
  expect(notes).toMatchObject([{ level: 'notice', says: expect.stringContaining('not evaluated') }])
})

test('alarms that may not be read are neither missing nor quiet', () => {
  const { value, problems } = decideGuard({ ...NOTHING, alarms: ['slow'] }, group(), undefined, START)
  expect(problems).toEqual([])
  expect(value.guard.alarms).toEqual(['web-5xx', 'slow'])
})

describe('automatic rollback', () => {
  test.each([
    ['nothing asked', {}, undefined, ['failure', 'alarm']],
    ['alarms asked', { alarms: ['slow'] }, ['failure', 'alarm'], ['failure', 'alarm']],
    ['rollback-on', { rollbackOn: ['stop'] }, ['stop'], ['stop']],
    ['rollback-on none', { rollbackOn: [] }, [], []],
    ['both', { alarms: ['slow'], rollbackOn: ['failure'] }, ['failure'], ['failure']]
  ] as const)('with %s', (_, asked, sent, effective) => {
    const { value } = guarded(asked)
    expect(value.autoRollback).toEqual(sent)
    expect(value.guard.rollsBackOn).toEqual(effective)
  })

  test('gains the alarm with alarms, and keeps the group’s other events', () => {
    expect(guarded({ alarms: ['slow'] }, group({ rollsBackOn: ['stop'] })).value.autoRollback).toEqual([
      'stop',
      'alarm'
    ])
  })

  test('that is not configured is a warning with a remedy', () => {
    const { notes } = guarded({}, group({ rollsBackOn: [] }))
    expect(notes).toMatchObject([
      {
        level: 'warning',
        says: expect.stringMatching(/failed.*DEPLOYMENT_FAILURE/),
        remedy: expect.stringContaining('rollback-on')
      },
      { level: 'warning', says: expect.stringMatching(/alarm.*DEPLOYMENT_STOP_ON_ALARM/) }
    ])
  })

  test('that the user left out is only a notice', () => {
    expect(guarded({ rollbackOn: [] }).notes).toMatchObject([{ level: 'notice' }, { level: 'notice' }])
  })

  test('on an alarm does not matter where there is none', () => {
    const of = group({ rollsBackOn: ['failure'], alarms: { enabled: true, names: [], ignorePollFailure: false } })
    expect(guarded({}, of).notes).toEqual([])
  })
})
