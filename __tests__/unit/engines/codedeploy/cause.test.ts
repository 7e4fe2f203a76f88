import { describe, expect, test } from '@jest/globals'
import { ErrorCode } from '@aws-sdk/client-codedeploy'
import { causeOf, rollbackEventFor } from '../../../../src/engines/codedeploy/cause.ts'

describe('the code decides', () => {
  test.each([
    ['ALARM_ACTIVE', 'Activated alarms: <web-5xx> <my alarm>', { kind: 'alarm', names: ['web-5xx', 'my alarm'] }],
    ['ALARM_ACTIVE', 'the wording has changed', { kind: 'alarm', names: [] }],
    ['ALARM_ACTIVE', undefined, { kind: 'alarm', names: [] }],
    ['HOOK_EXECUTION_FAILURE', 'one or more failed', { kind: 'hook', stage: undefined, detail: 'one or more failed' }],
    ['HOOK_EXECUTION_FAILURE', undefined, { kind: 'hook', stage: undefined, detail: 'HOOK_EXECUTION_FAILURE' }],
    ['MANUAL_STOP', undefined, { kind: 'operator', detail: undefined }],
    ['MANUAL_STOP', 'by ann', { kind: 'operator', detail: 'by ann' }],
    [
      'MANUAL_STOP',
      'waiting for a notification to continue',
      { kind: 'operator', detail: 'waiting for a notification to continue' }
    ]
  ] as const)('%s, "%s"', (code, message, cause) => {
    expect(causeOf({ code, message })).toEqual(cause)
  })
})

describe('the sentence is a hint where the code says too little', () => {
  test.each([
    [
      'The deployment timed out while waiting for a notification to continue. This time out period is 5 minutes.',
      'gate-expired'
    ],
    [
      'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
      'tasks'
    ],
    [
      'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour',
      'hook'
    ]
  ])('%s', (message, kind) => {
    expect(causeOf({ code: 'TIMEOUT', message })).toMatchObject({ kind, detail: message })
    expect(causeOf({ message })).toMatchObject({ kind, detail: message })
  })
})

describe('everything else is told in the words of AWS', () => {
  const decided = new Set<string>(['ALARM_ACTIVE', 'HOOK_EXECUTION_FAILURE', 'MANUAL_STOP'])
  test.each([...Object.values(ErrorCode).filter((code) => !decided.has(code)), 'BRAND_NEW'])('%s', (code) => {
    expect(causeOf({ code: code as 'TIMEOUT', message: 'because' })).toEqual({ kind: 'aws', code, message: 'because' })
  })

  test('and nothing is nothing', () => {
    expect(causeOf(undefined)).toEqual({ kind: 'aws', code: undefined, message: undefined })
  })
})

test.each([
  ['Stopped', { kind: 'alarm', names: [] }, 'alarm'],
  ['Stopped', { kind: 'operator', detail: undefined }, 'stop'],
  ['Failed', { kind: 'tasks', detail: '' }, 'failure'],
  ['Stopped', { kind: 'aws', code: undefined, message: undefined }, 'stop'],
  ['Stopped', { kind: 'gate-expired', detail: '' }, 'stop']
] as const)('%s by %j is rolled back on %j', (status, cause, event) => {
  expect(rollbackEventFor(status, cause)).toBe(event)
})
