import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../../src/domain/event.ts'
import type { Stage } from '../../../src/domain/snapshot.ts'
import { fold } from '../../../src/observe/progress.ts'
import { tell } from '../../../src/observe/tell.ts'
import { START, aPursuit, after, blind, reading, service, status, target } from './readings.ts'

type Turn = Parameters<typeof reading>[1]

function told(before: readonly (readonly [number, Turn])[], at: number, turn: Turn): readonly DeploymentEvent[] {
  const progress = after(...before)
  const now = START + at * 1_000
  return tell(progress, fold(progress, reading(now, turn), now), aPursuit(), now)
}

const stage = (name: string, word: string): Stage => ({
  name,
  status: word,
  startedAt: undefined,
  endedAt: undefined,
  detail: undefined
})

describe('tell', () => {
  test('nothing new is nothing said', () => {
    const turn = { status: status(), target: target() }
    expect(told([[0, turn]], 10, turn)).toEqual([])
  })

  test('a minute without change is said', () => {
    const turn = { status: status(), target: target() }
    expect(told([[0, turn]], 61, turn)).toMatchObject([{ kind: 'heartbeat', traffic: 10, phase: 'shifting' }])
  })

  test('each stage is told when it changes, not while it is pending', () => {
    const events = told(
      [[0, { target: target({ stages: [stage('Install', 'Pending'), stage('AllowTraffic', 'Pending')] }) }]],
      10,
      {
        target: target({ stages: [stage('Install', 'InProgress'), stage('AllowTraffic', 'Pending')] })
      }
    )
    expect(events).toMatchObject([{ kind: 'stage', stage: { name: 'Install', status: 'InProgress' } }])
  })

  test('the traffic is told with what comes next', () => {
    const events = told([[100, { status: status(), target: target({ phase: 'provisioning', traffic: 0 }) }]], 110, {
      status: status(),
      target: target()
    })
    expect(events).toMatchObject([
      { kind: 'phase', from: 'provisioning', to: 'shifting' },
      {
        kind: 'traffic',
        from: 0,
        to: 10,
        outlook: { next: { kind: 'weight', weight: 100, at: START + 410_000 }, end: START + 710_000 }
      }
    ])
  })

  test('blindness is said once, and so is its end', () => {
    const dark = { status: blind('AWS_THROTTLED') }
    expect(
      told(
        [
          [0, { status: status() }],
          [10, dark]
        ],
        20,
        dark
      )
    ).toMatchObject([{ kind: 'blind', source: 'status' }])
    expect(
      told(
        [
          [0, dark],
          [10, dark]
        ],
        20,
        dark
      )
    ).toEqual([])
    expect(
      told(
        [
          [0, dark],
          [10, dark]
        ],
        20,
        { status: status() }
      )
    ).toMatchObject([{ kind: 'sighted', source: 'status', after: 20_000 }])
  })

  test('one look that fails is not worth a line, unless none can help', () => {
    const before = [[0, { status: status() }]] as const
    expect(told(before, 10, { status: blind('AWS_UNREACHABLE') })).toEqual([])
    expect(told([[0, { status: blind('AWS_UNREACHABLE') }]], 10, { status: status() })).toEqual([])
    expect(told(before, 10, { alarms: blind('NOT_ALLOWED', true) })).toMatchObject([{ kind: 'blind', forGood: true }])
  })

  test('a word nobody knows is told once', () => {
    const odd = { status: status({ status: 'Verifying', unlisted: true }) }
    expect(told([[0, { status: status() }]], 10, odd)).toMatchObject([
      { kind: 'unlisted', status: 'Verifying' },
      { kind: 'phase', to: 'running' }
    ])
    expect(told([[0, odd]], 10, odd)).toEqual([])
  })

  test('a deployment that runs is told of once the target tells more, or cannot', () => {
    expect(told([[0, { status: status({ phase: 'queued', status: 'Created' }) }]], 10, { status: status() })).toEqual(
      []
    )
    const seen = told([[0, { status: status() }]], 1, { target: target({ phase: 'provisioning', traffic: 0 }) })
    expect(seen).toMatchObject([{ kind: 'phase', from: 'queued', to: 'provisioning' }])
    const unseen = told([[0, { status: status() }]], 1, { target: blind('NOT_ALLOWED', true) })
    expect(unseen).toMatchObject([{ kind: 'blind' }, { kind: 'phase', from: 'queued', to: 'running' }])
  })

  test('service events before this deployment are not ours', () => {
    const old = { id: 'a', at: START - 1, text: 'old' }
    const fresh = { id: 'b', at: START + 5_000, text: 'fresh' }
    const events = told([[0, { status: status() }]], 10, { service: service({ events: [fresh, old] }) })
    expect(events).toMatchObject([{ kind: 'service-event', event: { id: 'b' } }])
  })

  test('the moment the shift began is AWS’s own where the clocks agree', () => {
    const before = [[100, { status: status(), target: target({ phase: 'provisioning', traffic: 0 }) }]] as const
    const agrees = told(before, 110, { target: target({ shiftStartedAt: START + 104_000 }) })
    const disagrees = told(before, 110, { target: target({ shiftStartedAt: START + 900_000 }) })
    expect(agrees.find((event) => event.kind === 'traffic')).toMatchObject({
      outlook: { next: { at: START + 404_000 } }
    })
    expect(disagrees.find((event) => event.kind === 'traffic')).toMatchObject({
      outlook: { next: { at: START + 410_000 } }
    })
  })

  test('each change of an alarm is told with the state it came from', () => {
    const alarm = { name: 'web-5xx', state: 'OK', reason: undefined, since: undefined, rule: undefined }
    expect(told([[0, { alarms: [alarm] }]], 10, { alarms: [{ ...alarm, state: 'ALARM' }] })).toMatchObject([
      { kind: 'alarm', from: 'OK', alarm: { state: 'ALARM' } }
    ])
  })

  test.each([
    ['desired', { desired: 4, running: 2, pending: 0 }],
    ['running', { desired: 2, running: 1, pending: 0 }],
    ['pending', { desired: 2, running: 2, pending: 1 }]
  ] as const)('another number of tasks that are %s is told, and the same number is not', (_, tasks) => {
    const before = [
      [0, { status: status(), target: target({ tasks: { desired: 2, running: 2, pending: 0 } }) }]
    ] as const
    const turn = { status: status(), target: target({ tasks }) }
    expect(told(before, 10, turn)).toEqual([{ kind: 'tasks', at: START + 10_000, tasks }])
    expect(told([[0, turn]], 10, turn)).toEqual([])
  })
})
