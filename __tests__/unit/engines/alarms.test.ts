import { expect, test } from '@jest/globals'
import { alarmsRequest, alarmStates } from '../../../src/engines/alarms.ts'

test('composite alarms are asked for, and as many as a page holds', () => {
  expect(alarmsRequest(['one'])).toEqual({
    AlarmNames: ['one'],
    AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    MaxRecords: 100
  })
})

test('metric and composite alarms become one list', () => {
  const since = new Date(1_786_241_953_600)
  const states = alarmStates({
    MetricAlarms: [
      {
        AlarmName: 'web-5xx',
        StateValue: 'ALARM',
        StateReason: 'Threshold Crossed',
        StateUpdatedTimestamp: new Date(0),
        StateTransitionedTimestamp: since,
        MetricName: 'HTTPCode_Target_5XX_Count',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 3,
        Threshold: 10,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold'
      },
      { StateValue: 'OK' }
    ],
    CompositeAlarms: [{ AlarmName: 'web-any', StateValue: 'OK', StateUpdatedTimestamp: since }]
  })
  expect(states).toEqual([
    {
      name: 'web-5xx',
      state: 'ALARM',
      reason: 'Threshold Crossed',
      since: since.getTime(),
      rule: 'Sum of HTTPCode_Target_5XX_Count >= 10 for 3 x 60 s'
    },
    { name: 'web-any', state: 'OK', reason: undefined, since: since.getTime(), rule: undefined }
  ])
})

test.each([
  ['LessThanThreshold', '<'],
  ['GreaterThanThreshold', '>'],
  ['LessThanOrEqualToThreshold', '<='],
  ['LessThanLowerOrGreaterThanUpperThreshold', 'outside band'],
  ['BrandNewOperator', 'BrandNewOperator']
])('%s is written %s', (operator, written) => {
  const [state] = alarmStates({
    MetricAlarms: [
      { AlarmName: 'a', MetricName: 'M', Threshold: 1, ComparisonOperator: operator as 'LessThanThreshold' }
    ]
  })
  expect(state?.rule).toBe(`M ${written} 1`)
})

test('a state that is not given is not OK', () => {
  expect(alarmStates({ MetricAlarms: [{ AlarmName: 'a' }] })[0]?.state).toBe('not given')
})

test('an empty answer knows no alarm', () => {
  expect(alarmStates({})).toEqual([])
})
