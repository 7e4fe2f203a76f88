import { describe, expect, test } from '@jest/globals'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { inputs, problems, told, wording, type Values } from './parsed.ts'

describe('when this step ends', () => {
  test.each<[Values, Partial<Inputs>]>([
    [{}, { waitUntil: 'complete' }],
    [{ 'wait-until': 'Complete' }, { waitUntil: 'complete' }],
    [{ 'wait-until': 'traffic-shifted' }, { waitUntil: 'traffic-shifted' }],
    [{ 'wait-until': 'paused' }, { waitUntil: 'paused' }],
    [{ 'wait-for-minutes': '0' }, { waitUntil: 'started', allowance: 0 }],
    [{ 'wait-for-minutes': '0', 'wait-until': 'started' }, { waitUntil: 'started' }],
    [{ 'wait-for-service-stability': 'false' }, { waitUntil: 'started' }],
    [{ 'wait-for-service-stability': 'false', 'wait-for-minutes': '10' }, { waitUntil: 'started' }],
    [{ 'wait-for-service-stability': 'true' }, { waitUntil: 'complete' }],
    [{ 'wait-for-service-stability': 'true', 'wait-until': 'traffic-shifted' }, { waitUntil: 'traffic-shifted' }],
    [{ 'pause-at': 'after-canary' }, { waitUntil: 'paused' }],
    [{ 'pause-at': 'after-canary', 'wait-until': 'complete' }, { waitUntil: 'complete' }],
    [{ 'pause-at': 'after-canary', 'wait-for-service-stability': 'true' }, { waitUntil: 'paused' }],
    [{ 'pause-at': 'before-each-shift', 'wait-for-minutes': '0' }, { waitUntil: 'started' }],
    [{ mode: 'promote' }, { waitUntil: 'paused' }],
    [{ mode: 'promote', 'wait-until': 'complete' }, { waitUntil: 'complete' }],
    [{ mode: 'promote', 'wait-until': 'traffic-shifted' }, { waitUntil: 'traffic-shifted' }],
    [{ mode: 'promote', 'wait-for-service-stability': 'false' }, { waitUntil: 'started' }],
    [{ mode: 'rollback' }, { waitUntil: 'complete' }],
    [{ mode: 'rollback', 'wait-until': 'started' }, { waitUntil: 'started' }],
    [{ mode: 'rollback', 'wait-for-minutes': '0' }, { waitUntil: 'started' }],
    [{ mode: 'status' }, { waitUntil: 'complete' }],
    [{ mode: 'status', 'wait-until': 'paused' }, { waitUntil: 'paused' }],
    [{ mode: 'status', 'wait-until': 'traffic-shifted' }, { waitUntil: 'traffic-shifted' }]
  ])('%j', async (values, expected) => {
    expect(await inputs(values)).toMatchObject(expected)
  })
})

describe('ends that contradict something', () => {
  const twice = 'Remove one of the two.'
  test.each<[Values, string, string]>([
    [{ 'wait-until': 'complte' }, 'INPUT_INVALID wait-until', 'Write `complete`'],
    [{ 'wait-until': 'pause' }, 'INPUT_INVALID wait-until', 'Write `paused`'],
    [{ 'wait-until': 'healthy' }, 'INPUT_INVALID wait-until', '`complete`, `traffic-shifted`, `paused` or `started`'],
    [{ 'wait-until': 'complete', 'wait-for-minutes': '0' }, 'INPUT_CONFLICT wait-until', twice],
    [{ 'wait-until': 'paused', 'wait-for-minutes': '0' }, 'INPUT_CONFLICT wait-until', '`wait-until: paused` waits'],
    [{ 'wait-until': 'paused', 'wait-for-service-stability': 'false' }, 'INPUT_CONFLICT wait-until', twice],
    [{ 'wait-until': 'traffic-shifted', 'wait-for-service-stability': 'false' }, 'INPUT_CONFLICT wait-until', twice],
    [{ 'wait-until': 'started', 'wait-for-service-stability': 'true' }, 'INPUT_CONFLICT wait-until', twice],
    [
      { 'wait-for-minutes': '0', 'wait-for-service-stability': 'true' },
      'INPUT_CONFLICT wait-for-service-stability',
      twice
    ],
    [
      { mode: 'rollback', 'wait-until': 'traffic-shifted' },
      'INPUT_CONFLICT wait-until',
      '`wait-until: traffic-shifted` does not go with `mode: rollback`'
    ],
    [{ mode: 'rollback', 'wait-until': 'paused' }, 'INPUT_CONFLICT wait-until', 'Remove `wait-until`.'],
    [{ mode: 'status', 'wait-until': 'started' }, 'INPUT_CONFLICT wait-until', 'status starts nothing'],
    [{ mode: 'status', 'wait-for-minutes': '0' }, 'INPUT_CONFLICT wait-for-minutes', 'Remove `wait-for-minutes`.'],
    [
      { mode: 'status', 'wait-for-service-stability': 'false' },
      'INPUT_CONFLICT wait-for-service-stability',
      'Remove `wait-for-service-stability`.'
    ]
  ])('%j', async (values, code, says) => {
    const all = await problems(values)
    expect(told(all)).toEqual([code])
    expect(wording(all)).toContain(says)
  })

  test.each<Values>([
    { 'wait-until': 'started' },
    { 'wait-for-minutes': '0' },
    { 'wait-for-service-stability': 'false' }
  ])('waiting for the other deployment needs a step that waits: %j', async (values) => {
    const all = await problems({ 'on-active-deployment': 'wait', ...values })
    expect(told(all)).toEqual(['INPUT_CONFLICT on-active-deployment'])
    expect(wording(all)).toContain('or write `on-active-deployment: fail`')
    expect(await inputs({ 'on-active-deployment': 'replace', ...values })).toMatchObject({ onActive: 'replace' })
  })

  test.each<Values>([
    { 'wait-until': 'started' },
    { 'wait-for-minutes': '0' },
    { 'wait-for-service-stability': 'false' }
  ])('the first pause of `after-canary` needs a step that stays to pass it: %j', async (values) => {
    const all = await problems({ 'pause-at': 'after-canary', ...values })
    expect(told(all)).toEqual(['INPUT_CONFLICT pause-at'])
    expect(wording(all)).toContain(Object.keys(values)[0])
    expect(await inputs({ 'pause-at': 'before-each-shift', ...values })).toMatchObject({ waitUntil: 'started' })
  })
})
