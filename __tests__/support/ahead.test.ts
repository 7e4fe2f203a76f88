// Plays begun ahead of their tests: so many at a time, each told to its own test.
import { expect, test } from '@jest/globals'
import { setImmediate as turn } from 'node:timers/promises'
import { ahead } from './ahead.ts'

test('never more at a time than are allowed, and each is played once', async () => {
  let [now, most] = [0, 0]
  const played: number[] = []
  const play = async (one: number): Promise<number> => {
    played.push(one)
    most = Math.max(most, (now += 1))
    await turn()
    now -= 1
    return one * 10
  }
  const of = ahead([1, 2, 3, 4, 5], play, 2)
  expect(await Promise.all([1, 2, 3, 4, 5, 1].map(of))).toEqual([10, 20, 30, 40, 50, 10])
  expect({ most, played }).toEqual({ most: 2, played: [1, 2, 3, 4, 5] })
})

test('nothing begins before the first is asked for', async () => {
  let begun = 0
  const of = ahead(['one'], () => Promise.resolve((begun += 1)))
  await turn()
  expect(begun).toBe(0)
  expect(await of('one')).toBe(1)
})

test('a play that fails is its own test’s failure', async () => {
  const of = ahead(
    ['bad', 'good'],
    (one) => (one === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(one)),
    1
  )
  expect(await of('good')).toBe('good')
  await expect(of('bad')).rejects.toThrow('no')
  await expect(of('other')).rejects.toThrow(RangeError)
})
