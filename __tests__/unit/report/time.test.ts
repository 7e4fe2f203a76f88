import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { about, date, iso, minute, span, stamp, time } from '../../../src/report/wording/time.ts'
import { MINUTE, SECOND } from '../../../src/domain/units.ts'

const HOUR = 60 * MINUTE

describe('spans', () => {
  test.each([
    [0, '0s', '00:00', 'less than 1m'],
    [-5 * SECOND, '0s', '00:00', 'less than 1m'],
    [45 * SECOND, '45s', '00:45', '1m'],
    [59_600, '1m 00s', '00:59', '1m'],
    [5 * MINUTE, '5m 00s', '05:00', '5m'],
    [59 * MINUTE + 59 * SECOND, '59m 59s', '59:59', '1h 00m'],
    [65 * MINUTE, '1h 05m', '1:05:00', '1h 05m'],
    [27 * HOUR, '1d 03h', '27:00:00', '27h 00m']
  ])('%d ms', (length, exact, since, rough) => {
    expect([span(length), stamp(length), about(length)]).toEqual([exact, since, rough])
  })
})

test('instants are what the calendar says, leap years and time before 1970 included', () => {
  const least = Date.UTC(1901, 0, 1)
  const most = Date.UTC(2399, 11, 31)
  fc.assert(
    fc.property(fc.integer({ min: least, max: most }), (at) => {
      const expected = new Date(at).toISOString()
      expect([iso(at), date(at), time(at), minute(at)]).toEqual([
        expected,
        expected.slice(0, 10),
        expected.slice(11, 19),
        expected.slice(11, 16)
      ])
    })
  )
})
