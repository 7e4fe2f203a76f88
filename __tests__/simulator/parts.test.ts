// The small parts on their own.
import { describe, expect, test } from '@jest/globals'
import { emptyAgenda, takeDue, write } from './agenda.ts'
import { scaledClock, wireTime } from './clock.ts'
import { Driver, ORIGIN } from './driving.ts'
import { next, randomFrom } from './random.ts'
import { isSteady, primaryOf } from './tasksets.ts'
import { checked, lean } from './wire.ts'

describe('the agenda', () => {
  test('gives things back by time, and in the order written when due together', () => {
    const agenda = emptyAgenda()
    const note = (at: number, set: string): void => write(agenda, at, { do: 'set is gone', set })
    for (const [at, set] of [
      [5, 'd'],
      [1, 'a'],
      [3, 'b'],
      [3, 'c'],
      [Infinity, 'never']
    ] as const)
      note(at, set)
    const taken = Array.from({ length: 5 }, () => takeDue(agenda, 4)).map((due) => due && 'set' in due && due.set)
    expect(taken).toEqual(['a', 'b', 'c', undefined, undefined])
    expect(takeDue(agenda, Number.MAX_VALUE)).toMatchObject({ set: 'd' })
    expect(agenda.items).toEqual([])
  })
})

describe('clocks', () => {
  test('a scaled clock runs faster from its origin', async () => {
    const from = Date.now()
    const clock = scaledClock(1_000, from)
    const first = clock()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(clock() - first).toBeGreaterThanOrEqual(15_000)
    expect(scaledClock(60)() - Date.now()).toBeLessThan(10_000)
    expect(() => scaledClock(0)).toThrow(RangeError)
  })

  test('wire times are epoch seconds with a fraction', () => {
    expect(wireTime(1_786_241_480_411)).toBe(1_786_241_480.411)
  })
})

test('steady needs the count, nothing pending, and its time', () => {
  const { world } = new Driver('smooth')
  const set = primaryOf(world)
  if (!set) throw new Error('no primary')
  const steady = (): boolean => isSteady(world, set, ORIGIN)
  expect(steady()).toBe(true)
  set.tasks.push({ id: 'x', createdAt: ORIGIN, runsAt: ORIGIN + 1 })
  expect(steady()).toBe(false)
  set.tasks.pop()
  set.steadyAt = ORIGIN + 1
  expect(steady()).toBe(false)
  Object.assign(set, { steadyAt: ORIGIN, status: 'DRAINING' })
  expect(steady()).toBe(false)
})

test('dice are the same for the same seed and within [0, 1)', () => {
  const roll = (seed: string): number[] => {
    const random = randomFrom(seed)
    return Array.from({ length: 1_000 }, () => next(random))
  }
  expect(roll('a')).toEqual(roll('a'))
  expect(roll('a')).not.toEqual(roll('b'))
  expect(roll('a').every((value) => value >= 0 && value < 1)).toBe(true)
})

describe('requests', () => {
  const shape = {
    name: 'string',
    port: 'number',
    at: 'time',
    tags: 'map',
    filters: 'lists',
    list: [{ on: 'boolean' }],
    free: 'any'
  } as const

  test('pass when every known member has its type', () => {
    const good = {
      name: 'x',
      port: 1,
      at: 1.5,
      tags: { a: 'b' },
      filters: { a: ['b'] },
      list: [{ on: true }],
      free: { x: 1 }
    }
    expect(checked(shape, good, 'refuse')).toEqual(good)
    expect(checked(shape, { name: null }, 'refuse')).toEqual({})
  })

  test.each([
    [{ name: 1 }, 'NUMBER_VALUE can not be converted to a String'],
    [{ port: '1' }, 'STRING_VALUE can not be converted to a Number'],
    [{ at: '2026-11-20' }, 'STRING_VALUE can not be converted to a Timestamp'],
    [{ tags: ['a'] }, 'START_ARRAY_VALUE can not be converted to a Map'],
    [{ tags: { a: 1 } }, 'NUMBER_VALUE can not be converted to a String'],
    [{ filters: { a: 'b' } }, 'STRING_VALUE can not be converted to an Array'],
    [{ list: {} }, 'START_STRUCTURE_VALUE can not be converted to an Array'],
    [{ list: [{ on: 'yes' }] }, 'STRING_VALUE can not be converted to a Boolean'],
    [{ list: [null] }, 'can not be converted to a Structure']
  ])('%j is refused', (input, message) => {
    expect(() => checked(shape, input, 'drop')).toThrow(message)
  })

  test('a member named like one of Object is unknown, not known', () => {
    expect(checked(shape, { constructor: 'x', toString: 1 }, 'drop')).toEqual({})
  })

  test('lean leaves out what is undefined, and only that', () => {
    expect(lean({ a: undefined, b: 0, c: '', d: false })).toEqual({ b: 0, c: '', d: false })
  })
})
