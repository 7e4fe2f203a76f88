import { describe, expect, test } from '@jest/globals'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { inputs, problems, told, wording, type Values } from './parsed.ts'

const MINUTE = 60_000

describe('gates', () => {
  test.each<[Values, Partial<Inputs>]>([
    [{}, { pauseAt: undefined, pauseFor: undefined, pauseExpiry: undefined }],
    [{ 'pause-at': 'before-traffic' }, { pauseAt: 'before-traffic', pauseFor: undefined, pauseExpiry: undefined }],
    [{ 'pause-at': 'After-Test-Traffic' }, { pauseAt: 'after-test-traffic' }],
    [{ 'pause-at': 'before-each-shift' }, { pauseAt: 'before-each-shift' }],
    [
      { 'pause-at': 'after-canary', 'pause-minutes': '1' },
      { pauseAt: 'after-canary', pauseFor: MINUTE }
    ],
    [{ 'pause-at': 'after-canary', 'pause-minutes': '60' }, { pauseFor: 60 * MINUTE }],
    [{ 'pause-at': 'after-canary', 'pause-minutes': '20160' }, { pauseFor: 20_160 * MINUTE }],
    [{ 'pause-at': 'after-canary', 'pause-timeout-action': 'rollback' }, { pauseExpiry: 'roll-back' }],
    [{ 'pause-at': 'after-canary', 'pause-timeout-action': 'CONTINUE' }, { pauseExpiry: 'continue' }],
    [
      { 'pause-minutes': '60', 'pause-timeout-action': 'rollback' },
      { pauseFor: undefined, pauseExpiry: undefined }
    ]
  ])('%j', async (values, expected) => {
    expect(await inputs(values)).toMatchObject(expected)
  })

  test.each<[Values, string, string]>([
    [{ 'pause-at': 'canary' }, 'INPUT_INVALID pause-at', '`before-traffic`, `after-test-traffic`'],
    [{ 'pause-at': 'after-canery' }, 'INPUT_INVALID pause-at', 'Write `after-canary`'],
    [{ 'pause-at': 'before-traffic, after-canary' }, 'INPUT_INVALID pause-at', '`before-each-shift` or `after-canary`'],
    [{ 'pause-at': 'none' }, 'INPUT_INVALID pause-at', 'Write `before-traffic`'],
    [{ 'pause-at': '${{ inputs.gate }}' }, 'INPUT_INVALID pause-at', 'GitHub did not evaluate'],
    [{ 'pause-at': 'after-canary', 'pause-minutes': '0' }, 'INPUT_INVALID pause-minutes', 'from 1 to 20160'],
    [{ 'pause-at': 'after-canary', 'pause-minutes': '20161' }, 'INPUT_INVALID pause-minutes', 'from 1 to 20160'],
    [{ 'pause-at': 'after-canary', 'pause-minutes': '1h' }, 'INPUT_INVALID pause-minutes', 'in digits only'],
    [{ 'pause-at': 'after-canary', 'pause-minutes': '1.5' }, 'INPUT_INVALID pause-minutes', 'a whole number'],
    [
      { 'pause-at': 'after-canary', 'pause-timeout-action': 'roll-back' },
      'INPUT_INVALID pause-timeout-action',
      'Write `rollback`'
    ],
    [
      { 'pause-at': 'after-canary', 'pause-timeout-action': 'stop' },
      'INPUT_INVALID pause-timeout-action',
      '`rollback` or `continue`'
    ],
    [{ 'pause-minutes': '10' }, 'INPUT_CONFLICT pause-minutes', 'Give `pause-at`, or remove `pause-minutes`.'],
    [
      { 'pause-timeout-action': 'continue' },
      'INPUT_CONFLICT pause-timeout-action',
      'Give `pause-at`, or remove `pause-timeout-action`.'
    ]
  ])('%j', async (values, code, says) => {
    const all = await problems(values)
    expect(told(all)).toEqual([code])
    expect(wording(all)).toContain(says)
  })
})

describe('the pace of a rolling deployment', () => {
  test.each<[Values, Partial<Inputs>]>([
    [{ 'minimum-healthy-percent': '0' }, { minimumHealthyPercent: 0, maximumPercent: undefined }],
    [{ 'minimum-healthy-percent': '100' }, { minimumHealthyPercent: 100 }],
    [{ 'minimum-healthy-percent': '50%' }, { minimumHealthyPercent: 50 }],
    [{ 'maximum-percent': '100' }, { maximumPercent: 100 }],
    [{ 'maximum-percent': '1000' }, { maximumPercent: 1_000 }],
    [
      { 'minimum-healthy-percent': '100', 'maximum-percent': '200 %' },
      { minimumHealthyPercent: 100, maximumPercent: 200 }
    ]
  ])('%j', async (values, expected) => {
    expect(await inputs(values)).toMatchObject(expected)
  })

  test.each<[Values, string, string]>([
    [{ 'minimum-healthy-percent': '101' }, 'INPUT_INVALID minimum-healthy-percent', 'from 0 to 100'],
    [{ 'minimum-healthy-percent': '-1' }, 'INPUT_INVALID minimum-healthy-percent', 'from 0 to 100'],
    [{ 'minimum-healthy-percent': '33.3%' }, 'INPUT_INVALID minimum-healthy-percent', 'a whole percentage'],
    [{ 'minimum-healthy-percent': 'half' }, 'INPUT_INVALID minimum-healthy-percent', 'half'],
    [{ 'maximum-percent': '99' }, 'INPUT_INVALID maximum-percent', 'Write a whole percentage from 100 to 1000.'],
    [{ 'maximum-percent': '1001' }, 'INPUT_INVALID maximum-percent', 'from 100 to 1000'],
    [{ 'maximum-percent': '2x' }, 'INPUT_INVALID maximum-percent', '2x'],
    [
      { 'minimum-healthy-percent': '100', 'maximum-percent': '100' },
      'INPUT_CONFLICT minimum-healthy-percent',
      'Lower `minimum-healthy-percent`, or raise `maximum-percent`.'
    ]
  ])('%j', async (values, code, says) => {
    const all = await problems(values)
    expect(told(all)).toEqual([code])
    expect(wording(all)).toContain(says)
  })
})

test.each<Values>([
  { 'pause-at': 'after-canary' },
  { 'minimum-healthy-percent': '50' },
  { 'maximum-percent': '150' },
  { 'on-active-deployment': 'replace' },
  { 'wait-until': 'complete' }
])('%j is about a deployment, and refused without a service', async (values) => {
  const [name = ''] = Object.keys(values)
  expect(told(await problems({ ...values, service: '' }))).toEqual([`INPUT_CONFLICT ${name}`])
})
