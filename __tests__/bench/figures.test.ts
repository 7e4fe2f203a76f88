// The arithmetic of the bench.
import { expect, test } from '@jest/globals'
import { busiest, median, misses, percentile, sideBySide, table, type Figure } from './figures.ts'

test.each([
  [[3], 50, 3],
  [[3, 1, 2], 50, 2],
  [[4, 1, 3, 2], 50, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
  [[1, 2, 3], 100, 3]
])('of %j the percentile %d is %d', (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected)
})

test('the median of nothing is a mistake, not a good figure', () => {
  expect(() => median([])).toThrow(RangeError)
})

test.each([
  [[], 0],
  [[5], 1],
  [[0, 10, 59_999, 60_000], 3],
  [[0, 60_000, 120_000], 1],
  [[120_000, 0, 119_000, 100_000], 3]
])('in %j the busiest minute has %d', (instants, most) => {
  expect(busiest(instants, 60_000)).toBe(most)
})

test.each([
  [{ value: 6, limit: 6 }, false],
  [{ value: 6.1, limit: 6 }, true],
  [{ value: Number.NaN, limit: 6 }, true],
  [{ value: 99 }, false]
])('%j misses its target: %p', (figure, missed) => {
  expect(misses({ name: 'a', unit: 's', ...figure })).toBe(missed)
})

test('the table says what was missed', () => {
  const text = table([
    { name: 'first call', value: 120.4, unit: 'ms', ratios: { 'node -e 0': 3.01 }, limit: 145, because: 'node + 105' },
    { name: 'delay', value: 16, unit: 's', limit: 15 }
  ])
  expect(text.split('\n')).toEqual([
    'figure      measured  / node -e 0  target',
    '──────────  ────────  ───────────  ──────────────────────  ──────',
    'first call    120 ms         3.0x  <= 145 ms (node + 105)  ok',
    'delay         16.0 s               <= 15.0 s               MISSED'
  ])
})

test('like stands beside like, also when one subject lacks a figure', () => {
  const figure = (name: string, value: number): Figure => ({ name, value, unit: 's', limit: 6 })
  expect(
    sideBySide([
      ['codedeploy', [figure('median', 1), figure('max', 9)]],
      ['ecs', [figure('median', 2)]]
    ]).map((one) => [one.name, one.value, misses(one)])
  ).toEqual([
    ['median, codedeploy', 1, false],
    ['median, ecs', 2, false],
    ['max, codedeploy', 9, true]
  ])
})
