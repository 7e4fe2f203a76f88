import { describe, expect, test } from '@jest/globals'
import type { Follower } from '../../../src/domain/ports.ts'
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'
import { asked, type Progress } from '../../../src/observe/progress.ts'
import { withdraw } from '../../../src/observe/withdraw.ts'
import { HANDLE } from '../../properties/random-world.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { ARRIVED, START, aPursuit, after, status, target } from './readings.ts'

const SHIFTING = after([60, { status: status(), target: target() }])
const ROLLBACK = { id: 'd-BACK', status: 'InProgress' }

/** Answers of AWS to one request after the other: a code refuses, `undefined` agrees; the last one stays. */
async function withdrawn(
  progress: Progress,
  answers: readonly (ProblemCode | undefined)[],
  policy: 'rollback' | 'stop' | 'leave' = 'rollback'
) {
  const clock = manualClock(START + 61_000)
  const sent: string[] = []
  const engine: Pick<Follower, 'act'> = {
    act: (_handle, { kind }) => {
      const code = answers[Math.min(sent.length, answers.length - 1)]
      sent.push(kind)
      clock.advance(200)
      return code === undefined ? Promise.resolve() : Promise.reject(new Problem(code, { found: 'planted' }))
    }
  }
  const verdict = await withdraw(progress, aPursuit({ onCancel: policy }), { ...NO_ENGINE, ...engine }, HANDLE, {
    clock,
    cancelled: AbortSignal.abort(),
    emit: () => Promise.resolve()
  })
  return { verdict, sent, took: clock.now() - START - 61_000 }
}

const NO_ENGINE: Follower = {
  observe: () => Promise.reject(new Error('not here')),
  act: () => Promise.reject(new Error('not here'))
}

describe('a cancelled job', () => {
  test('asks for the roll-back once when AWS agrees', async () => {
    const { verdict, sent } = await withdrawn(SHIFTING, [undefined])
    expect(sent).toEqual(['roll-back'])
    expect(verdict).toMatchObject({
      kind: 'left-running',
      cause: { kind: 'cancelled' },
      asked: 'roll-back',
      traffic: 10
    })
  })

  test('asks again until AWS agrees', async () => {
    const { verdict, sent } = await withdrawn(SHIFTING, ['AWS_THROTTLED', 'AWS_UNREACHABLE', undefined])
    expect(sent).toHaveLength(3)
    expect(verdict).toMatchObject({ asked: 'roll-back' })
  })

  test('ends before it is killed, and says that AWS did not agree', async () => {
    const { verdict, sent, took } = await withdrawn(SHIFTING, ['AWS_BROKEN'])
    expect(sent.length).toBeGreaterThan(3)
    expect(took).toBeLessThan(7_500)
    expect(verdict).toMatchObject({ kind: 'left-running', asked: 'unanswered' })
  })

  test('does not insist where it is not allowed', async () => {
    const { verdict, sent } = await withdrawn(SHIFTING, ['NOT_ALLOWED'])
    expect(sent).toHaveLength(1)
    expect(verdict).toMatchObject({ asked: 'unanswered' })
  })

  test('asks anew for what was refused before', async () => {
    const refused = asked(SHIFTING, { kind: 'roll-back' }, new Problem('AWS_BROKEN', { found: 'planted' }), START)
    expect((await withdrawn(refused, [undefined])).sent).toEqual(['roll-back'])
  })

  test('does not ask again for what AWS agreed to', async () => {
    const agreed = asked(SHIFTING, { kind: 'roll-back' }, undefined, START)
    expect(await withdrawn(agreed, [undefined])).toMatchObject({ sent: [], verdict: { asked: 'roll-back' } })
  })

  test('asks for nothing when the policy is to leave', async () => {
    expect(await withdrawn(SHIFTING, [undefined], 'leave')).toMatchObject({
      sent: [],
      verdict: { kind: 'left-running', asked: 'nothing' }
    })
  })

  test.each([
    ['has all traffic', after([60, { status: status(), target: ARRIVED }]), 'left-running'],
    [
      'is being rolled back',
      after([60, { status: status({ phase: 'rolling-back', rollback: ROLLBACK }) }]),
      'left-running'
    ],
    ['was rolled back', after([60, { status: status({ phase: 'rolled-back', rollback: ROLLBACK }) }]), 'rolled-back'],
    ['has failed', after([60, { status: status({ phase: 'failed' }) }]), 'failed'],
    ['has succeeded, unverified', after([60, { status: status({ phase: 'succeeded' }) }]), 'unknown']
  ])('touches nothing that %s', async (_claim, progress, kind) => {
    expect(await withdrawn(progress, [undefined])).toMatchObject({ sent: [], verdict: { kind } })
  })
})
