import { describe, expect, test } from '@jest/globals'
import { patiently } from '../../../src/aws/patience.ts'
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'
import { manualClock } from '../../support/manual-clock.ts'

/** Fails with these codes, one after the other, and then answers. */
function failing(...codes: readonly ProblemCode[]) {
  let calls = 0
  const call = async () => {
    const code = codes[calls++]
    if (code !== undefined) throw new Problem(code, { found: `attempt ${calls}` })
    return 'answer'
  }
  return { call, calls: () => calls }
}

const times = (count: number, code: ProblemCode) => Array.from({ length: count }, () => code)

describe('a read', () => {
  test('that goes well is made once and waits for nothing', async () => {
    const clock = manualClock()
    const { call, calls } = failing()
    expect(await patiently(clock, 3, call)).toBe('answer')
    expect(calls()).toBe(1)
    expect(clock.slept).toEqual([])
  })

  test.each<[ProblemCode, readonly number[]]>([
    ['AWS_THROTTLED', [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]],
    ['AWS_UNREACHABLE', [200, 1_000, 2_000, 4_000, 8_000, 10_000]],
    ['AWS_BROKEN', [200, 1_000, 2_000, 4_000, 8_000, 10_000]],
    ['AWS_ANSWER_INVALID', [200, 1_000, 2_000, 4_000, 8_000, 10_000]]
  ])('that meets %s is repeated after %p', async (code, waits) => {
    const clock = manualClock()
    expect(await patiently(clock, 6, failing(...times(6, code)).call)).toBe('answer')
    expect(clock.slept).toEqual(waits)
  })

  test('ends with its last problem when the retries are used up', async () => {
    const { call, calls } = failing(...times(9, 'AWS_BROKEN'))
    await expect(patiently(manualClock(), 2, call)).rejects.toMatchObject({ code: 'AWS_BROKEN', found: 'attempt 3' })
    expect(calls()).toBe(3)
  })

  test('with no retries is made once: zero means zero', async () => {
    const { call, calls } = failing('AWS_THROTTLED')
    await expect(patiently(manualClock(), 0, call)).rejects.toMatchObject({ code: 'AWS_THROTTLED' })
    expect(calls()).toBe(1)
  })

  test.each<ProblemCode>(['NOT_ALLOWED', 'AWS_REFUSED', 'CREDENTIALS_EXPIRED', 'SERVICE_NOT_FOUND', 'INTERNAL'])(
    'that meets %s is not repeated',
    async (code) => {
      const { call, calls } = failing(code)
      await expect(patiently(manualClock(), 5, call)).rejects.toMatchObject({ code })
      expect(calls()).toBe(1)
    }
  )

  test('that meets what is no problem is not repeated', async () => {
    let calls = 0
    const call = async () => {
      calls++
      throw new TypeError('defect')
    }
    await expect(patiently(manualClock(), 5, call)).rejects.toBeInstanceOf(TypeError)
    expect(calls).toBe(1)
  })

  test('is not repeated once it was given up', async () => {
    const { call, calls } = failing(...times(3, 'AWS_UNREACHABLE'))
    await expect(patiently(manualClock(), 5, call, AbortSignal.abort())).rejects.toMatchObject({ found: 'attempt 1' })
    expect(calls()).toBe(1)
  })

  test('is not repeated when it is given up during the wait', async () => {
    const controller = new AbortController()
    const clock = { ...manualClock(), sleep: async () => controller.abort() }
    const { call, calls } = failing(...times(3, 'AWS_UNREACHABLE'))
    await expect(patiently(clock, 5, call, controller.signal)).rejects.toMatchObject({ found: 'attempt 1' })
    expect(calls()).toBe(1)
  })
})
