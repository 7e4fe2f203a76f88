import { describe, expect, test } from '@jest/globals'
import type { Gate } from '../../../src/domain/snapshot.ts'
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'
import { judge } from '../../../src/observe/judge.ts'
import { answered, fold, openGates, outlookOf } from '../../../src/observe/progress.ts'
import { tell } from '../../../src/observe/tell.ts'
import { after, aPursuit, blind, reading, START, service, status, target } from './readings.ts'

const GATE: Gate = {
  hookId: 'ecs-pause-1',
  stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
  expiresAt: START + 3_600_000,
  onExpiry: 'roll-back'
}
const NEXT: Gate = { ...GATE, hookId: 'ecs-pause-2' }
const PAUSED = status({ phase: 'paused', gates: [GATE] })
const NOW = START + 60_000

const at = (traffic: number | undefined, gates: readonly Gate[] = [GATE]) =>
  after([60, { status: { ...PAUSED, gates }, target: target({ traffic, phase: 'shifting' }) }])
const refused = (code: ProblemCode) => new Problem(code, { found: 'planted' })

describe('a deployment that waits for a person', () => {
  test('is followed on when its end is waited for', () => {
    expect(judge(at(10), aPursuit(), NOW)).toEqual({ kind: 'wait' })
    expect(judge(at(10), aPursuit({ until: 'traffic-shifted' }), NOW)).toEqual({ kind: 'wait' })
  })

  test('ends the run that only waits for that, with its gate and its traffic', () => {
    expect(judge(at(10), aPursuit({ until: 'paused' }), NOW)).toEqual({
      kind: 'conclude',
      verdict: { kind: 'paused', gate: GATE, traffic: 10 }
    })
  })

  test('is not what it was when its traffic cannot be seen', () => {
    const progress = after([60, { status: PAUSED, target: target() }], [70, { target: blind('AWS_BROKEN') }])
    expect(judge(progress, aPursuit({ until: 'paused' }), NOW)).toMatchObject({ verdict: { traffic: undefined } })
  })

  test('waits at the gate that was answered for a moment more, and that is no gate', () => {
    expect(judge(at(10), aPursuit({ until: 'paused', answered: ['ecs-pause-1'] }), NOW)).toEqual({ kind: 'wait' })
    expect(judge(at(10, [GATE, NEXT]), aPursuit({ until: 'paused', answered: ['ecs-pause-1'] }), NOW)).toMatchObject({
      verdict: { kind: 'paused', gate: { hookId: 'ecs-pause-2' } }
    })
  })

  test('is rolled back when our own time is over', () => {
    const pursuit = aPursuit({ deadline: START + 30_000 })
    const progress = after([60, { status: PAUSED, target: target(), service: service({ primaryIsTarget: false }) }])
    expect(judge(progress, pursuit, NOW)).toEqual({ kind: 'act', action: { kind: 'roll-back' } })
  })
})

describe('the pause before any traffic, where the gate comes after the canary', () => {
  const pursuit = aPursuit({ until: 'paused', passesFirst: true })

  test('is passed, once', () => {
    const before = at(0)
    expect(judge(before, pursuit, NOW)).toEqual({ kind: 'act', action: { kind: 'continue', gate: GATE } })
    expect(judge(answered(before, GATE, undefined), pursuit, NOW)).toEqual({ kind: 'wait' })
  })

  test('is not passed at a traffic nobody knows', () => {
    expect(judge(at(undefined), pursuit, NOW)).toMatchObject({ verdict: { kind: 'paused' } })
  })

  test('is the gate itself once the canary has traffic', () => {
    expect(judge(at(10), pursuit, NOW)).toMatchObject({ verdict: { kind: 'paused', gate: GATE, traffic: 10 } })
  })

  test('is asked for again after a refusal, and given up after five', () => {
    let progress = at(0)
    for (let tries = 0; tries < 5; tries++) {
      expect(judge(progress, pursuit, NOW).kind).toBe('act')
      progress = answered(progress, GATE, refused('AWS_UNREACHABLE'))
    }
    expect(judge(progress, pursuit, NOW)).toMatchObject({
      verdict: { kind: 'left-running', cause: { kind: 'not-continued' }, asked: 'nothing', traffic: 0 }
    })
  })

  test('is given up at once where the role may not', () => {
    const progress = answered(at(0), GATE, refused('NOT_ALLOWED'))
    expect(judge(progress, pursuit, NOW)).toMatchObject({ verdict: { kind: 'left-running' } })
  })
})

describe('gates', () => {
  test('are told one by one, each once', () => {
    const first = at(10)
    const told = (from: typeof first, to: typeof first) =>
      tell(from, to, aPursuit(), NOW).flatMap((event) => (event.kind === 'paused' ? [event.gate.hookId] : []))
    expect(told(after(), first)).toEqual(['ecs-pause-1'])
    expect(told(first, fold(first, reading(NOW, { status: PAUSED }), NOW))).toEqual([])
    const next = fold(first, reading(NOW, { status: { ...PAUSED, gates: [NEXT] } }), NOW)
    expect(told(first, next)).toEqual(['ecs-pause-2'])
  })

  test('are open only while it waits', () => {
    const gone = fold(at(10), reading(NOW, { status: status({ gates: [GATE] }) }), NOW)
    expect(openGates(gone, aPursuit())).toEqual([])
  })

  test('expire when AWS says, which is the next thing to come', () => {
    expect(outlookOf(at(10), aPursuit()).next).toEqual({ kind: 'expiry', at: START + 3_600_000 })
  })
})
