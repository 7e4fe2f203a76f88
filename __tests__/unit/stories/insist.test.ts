import { describe, expect, test } from '@jest/globals'
import type { Follower } from '../../../src/domain/ports.ts'
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'
import { insist } from '../../../src/stories/insist.ts'
import type { World } from '../../../src/stories/world.ts'
import { anAttachment } from '../../support/builders.ts'
import { manualClock } from '../../support/manual-clock.ts'

/** AWS answers as planted, one ask after the other; the last answer stays. Undefined: it agrees. */
async function asking(
  answers: readonly (ProblemCode | Error | undefined)[],
  cancelled = new AbortController()
): Promise<{
  readonly asked: number
  readonly slept: readonly number[]
  readonly told: number
  readonly ended: string
}> {
  const clock = manualClock()
  let [asked, told] = [0, 0]
  const follower: Follower = {
    observe: () => Promise.resolve({}),
    act: () => {
      const answer = answers[Math.min(asked, answers.length - 1)]
      asked += 1
      if (answer === undefined) return Promise.resolve()
      return Promise.reject(typeof answer === 'string' ? new Problem(answer, { found: 'planted' }) : answer)
    }
  }
  const world = {
    clock,
    cancelled: cancelled.signal,
    emit: () => Promise.resolve(void (told += 1))
  } as unknown as World
  const ended = await insist({ kind: 'roll-back' }, follower, anAttachment().handle, world).then(
    () => 'agreed',
    (error: unknown) => (error instanceof Problem ? error.code : String(error))
  )
  return { asked, slept: clock.slept, told, ended }
}

describe('an action that is insisted on', () => {
  test('is asked for once where AWS agrees, and told once', async () => {
    expect(await asking([undefined])).toEqual({ asked: 1, slept: [], told: 1, ended: 'agreed' })
  })

  test('is asked for again, ever later, while the answer is lost', async () => {
    const { asked, slept, told, ended } = await asking(['AWS_BROKEN', 'AWS_BROKEN', undefined])
    expect({ asked, slept, told, ended }).toEqual({ asked: 3, slept: [1_000, 2_000], told: 1, ended: 'agreed' })
  })

  test('is given up after fifteen seconds, and may have been heard', async () => {
    expect(await asking(['AWS_BROKEN'])).toEqual({
      asked: 5,
      slept: [1_000, 2_000, 4_000, 8_000],
      told: 0,
      ended: 'OUTCOME_UNCERTAIN'
    })
  })

  test('was never heard where it was throttled to the end', async () => {
    expect(await asking(['AWS_THROTTLED'])).toMatchObject({ asked: 5, ended: 'AWS_THROTTLED' })
  })

  test('is not asked for again where it is refused, nor where a program is wrong', async () => {
    expect(await asking(['NOT_ALLOWED'])).toMatchObject({ asked: 1, slept: [], ended: 'NOT_ALLOWED' })
    expect(await asking([new TypeError('a defect')])).toMatchObject({ asked: 1, ended: 'TypeError: a defect' })
  })

  test('is not asked for at all by a job that was cancelled', async () => {
    const cancelled = new AbortController()
    cancelled.abort()
    expect(await asking([undefined], cancelled)).toMatchObject({ asked: 0, ended: 'CANCELLED' })
  })
})
