import { describe, expect, test } from '@jest/globals'
import { nextLook } from '../../../src/observe/cadence.ts'
import { begin } from '../../../src/observe/progress.ts'
import { ARRIVED, OLD_PRIMARY, START, aPursuit, after, blind, status, target } from './readings.ts'

const at = (seconds: number): number => START + seconds * 1_000

function next(
  progress: Parameters<typeof nextLook>[0],
  now: number,
  pursuit = aPursuit()
): { in: number; sources: readonly string[] } {
  const due = nextLook(progress, pursuit, at(now))
  return { in: Math.round((due.at - at(now)) / 1_000), sources: due.sources }
}

describe('cadence', () => {
  test('the first look is at once, and asks for no target that has not begun', () => {
    expect(next(begin(START), 0)).toEqual({ in: 0, sources: ['status', 'alarms'] })
  })

  test('without alarms nobody asks for them', () => {
    expect(next(begin(START), 0, aPursuit({ watchesAlarms: false }))).toEqual({ in: 0, sources: ['status'] })
  })

  test('the steady gap of the status is ten seconds', () => {
    const progress = after([0, { status: status(), target: target({ phase: 'provisioning', traffic: 0 }), alarms: [] }])
    expect(next(progress, 0)).toEqual({ in: 10, sources: ['status'] })
  })

  test('the target is left alone deep inside a hold', () => {
    const progress = after(
      [100, { status: status(), target: target({ phase: 'provisioning', traffic: 0 }), alarms: [] }],
      [110, { status: status(), target: target(), alarms: [] }]
    )
    // The next weight is due 300 s after the shift began: looks go on for the status and the alarms only.
    const sources = [20, 30, 40, 50].map((gone) => next(progress, 110 + gone).sources.includes('target'))
    expect(sources).toEqual([false, false, false, false])
  })

  test('a weight that is due is looked for at once, and again until it is seen', () => {
    const progress = after(
      [100, { status: status(), target: target({ phase: 'provisioning', traffic: 0 }), alarms: [] }],
      [110, { status: status(), target: target(), alarms: [] }],
      [405, { status: status(), target: target(), alarms: [], service: OLD_PRIMARY }]
    )
    expect(next(progress, 405)).toEqual({ in: 7, sources: ['target'] })
    const missed = after(
      [100, { status: status(), target: target({ phase: 'provisioning', traffic: 0 }), alarms: [] }],
      [110, { status: status(), target: target(), alarms: [] }],
      [412, { status: status(), target: target(), alarms: [], service: OLD_PRIMARY }]
    )
    expect(next(missed, 412)).toEqual({ in: 5, sources: ['target'] })
  })

  test('a source that may not be read is not asked again', () => {
    const progress = after([
      0,
      { status: status(), target: blind('NOT_ALLOWED', true), alarms: blind('NOT_ALLOWED', true) }
    ])
    expect(next(progress, 50).sources).toEqual(['status', 'service'])
  })

  test('after the end the service and the target are read at once', () => {
    const progress = after([60, { status: status({ phase: 'succeeded', status: 'Succeeded' }), target: ARRIVED }])
    expect(next(progress, 60)).toEqual({ in: 0, sources: ['target', 'service', 'alarms'] })
  })

  test('once all traffic has moved, and that is what is waited for, both witnesses are asked at once', () => {
    const progress = after(
      [58, { status: status(), target: target(), service: OLD_PRIMARY, alarms: [] }],
      [60, { status: status(), target: ARRIVED }]
    )
    const shifted = aPursuit({ until: 'traffic-shifted' })
    expect(next(progress, 60, shifted)).toEqual({ in: 0, sources: ['status', 'service'] })
    expect(next(progress, 60).sources).not.toContain('service')
  })

  test('at the deadline the traffic is read before anything is done', () => {
    const progress = after([2395, { status: status(), target: target(), service: OLD_PRIMARY, alarms: [] }])
    expect(next(progress, 2400)).toEqual({ in: 0, sources: ['target', 'service'] })
  })

  test('the end is looked for from when it is predicted, through the time AWS cleans up, and no longer', () => {
    const progress = (last: number) =>
      after(
        [60, { status: status(), target: target() }],
        [120, { status: status(), target: ARRIVED, service: OLD_PRIMARY }],
        [last, { status: status(), target: ARRIVED, service: OLD_PRIMARY }]
      )
    // All traffic at 120 s, and 300 s of bake.
    const gaps = [405, 424, 470, 480, 500].map(
      (last) => next(progress(last), last, aPursuit({ watchesAlarms: false })).in
    )
    expect(gaps).toEqual([10, 5, 5, 10, 10])
  })

  test('the gap a user allows is kept', () => {
    const progress = after([0, { status: status(), target: target({ traffic: 0, phase: 'provisioning' }), alarms: [] }])
    expect(next(progress, 0, aPursuit({ maxGap: 10_000 })).in).toBeLessThanOrEqual(10)
  })

  test('a status that cannot be seen is asked for more rarely, but at least every 20 s', () => {
    const pursuit = aPursuit({ watchesAlarms: false })
    const often = [0, 10, 25, 45].map(
      (second) => [second, { status: blind('AWS_THROTTLED'), service: OLD_PRIMARY }] as const
    )
    const gaps = [1, 2, 3, 4].map(
      (looks) => next(after(...often.slice(0, looks)), often[looks - 1]?.[0] ?? 0, pursuit).in
    )
    expect(gaps).toEqual([10, 15, 20, 20])
  })
})
