// CloudWatch's answer as alarm states, alike for every engine. Pure.
import type {
  ComparisonOperator,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm
} from '@aws-sdk/client-cloudwatch'
import type { AlarmState } from '../domain/snapshot.ts'

const COMPARISONS: Readonly<Record<ComparisonOperator, string>> = {
  GreaterThanOrEqualToThreshold: '>=',
  GreaterThanThreshold: '>',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '<=',
  GreaterThanUpperThreshold: '> upper band',
  LessThanLowerThreshold: '< lower band',
  LessThanLowerOrGreaterThanUpperThreshold: 'outside band'
}

/** The most names one DescribeAlarms takes. */
export const ALARMS_PER_CALL = 100

/** Composite alarms are left out unless asked for. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
export function alarmsRequest(names: readonly string[]): DescribeAlarmsInput {
  return { AlarmNames: [...names], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: ALARMS_PER_CALL }
}

/** Names AWS does not know are absent from its answer. */
export function alarmStates(answer: DescribeAlarmsOutput): readonly AlarmState[] {
  const metric = (answer.MetricAlarms ?? []).map((alarm) => ({ alarm, rule: ruleOf(alarm) }))
  const composite = (answer.CompositeAlarms ?? []).map((alarm) => ({ alarm, rule: undefined }))
  return [...metric, ...composite].flatMap(({ alarm, rule }) => {
    if (alarm.AlarmName === undefined) return []
    const since = (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime()
    const state = alarm.StateValue ?? 'not given'
    return [{ name: alarm.AlarmName, state, reason: alarm.StateReason, since, rule }]
  })
}

function ruleOf(alarm: MetricAlarm): string | undefined {
  const { ComparisonOperator: operator, Threshold: threshold } = alarm
  if (alarm.MetricName === undefined || operator === undefined || threshold === undefined) return undefined
  const comparison: string = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : operator
  const statistic = alarm.Statistic ?? alarm.ExtendedStatistic
  const metric = [statistic, alarm.MetricName].filter(Boolean).join(' of ')
  const window = alarm.Period === undefined ? '' : ` for ${alarm.EvaluationPeriods ?? 1} x ${alarm.Period} s`
  return `${metric} ${comparison} ${threshold}${window}`
}
