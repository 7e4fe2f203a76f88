import { expect, test } from '@jest/globals'
import type { Shape } from '../../../src/domain/shape.ts'
import { oldShare } from '../../../src/report/wording/event.ts'
import { rollbackStatus, spaced, timetable } from '../../../src/report/wording/names.ts'
import { aTimetable } from '../../support/builders.ts'

test.each([
  ['InProgress', 'in progress'],
  ['IN_PROGRESS', 'in progress'],
  ['AWAITING_ACTION', 'awaiting action'],
  ['done', 'done'],
  ['', '']
])('a word of AWS is read as words: %j', (word, words) => {
  expect(spaced(word)).toBe(words)
})

test.each([
  ['ROLLBACK_IN_PROGRESS', 'in progress'],
  ['ROLLBACK_SUCCESSFUL', 'successful'],
  ['Succeeded', 'succeeded'],
  ['ROLLBACK', 'rollback']
])('the status of a roll-back does not say again what it is of: %j', (word, words) => {
  expect(rollbackStatus(word)).toBe(words)
})

test.each<[Shape | undefined, string]>([
  [{ kind: 'rolling' }, 'the tasks are replaced batch by batch; 10m 00s of watching'],
  [undefined, 'steps not known; the old revision stays 10m 00s']
])('a timetable without steps says why, and no sum of what is not known: %j', (shape, words) => {
  expect(timetable(aTimetable({ kind: 'rolling' }, { steps: [] }), shape)).toBe(words)
})

test.each([
  [10, 90, undefined],
  [33.3, 66.7, undefined],
  [20, 90, 'old revision 90 %'],
  [0, 0, 'old revision 0 %'],
  [10, undefined, undefined]
])('the old revision’s share is told where it is not the rest: %d and %d', (fresh, old, told) => {
  expect(oldShare(fresh, old)).toBe(told)
})
