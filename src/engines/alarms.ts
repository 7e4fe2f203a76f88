// The alarms of a deployment, alike for every engine: CloudWatch's answer as states.
import type {
  ComparisonOperator,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm
} from '@aws-sdk/client-cloudwatch'
import { Problem } from '../domain/problem.ts'
import type { AlarmState } from '../domain/snapshot.ts'
import { attempt, failed, found, lost, type Found } from './found.ts'
import type { AttachRequest } from './kit.ts'

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

/** Undefined: the role may not read them, which costs the check and not the deployment. */
export async function findAlarms(
  names: readonly string[],
  { aws, read }: Pick<AttachRequest, 'aws' | 'read'>
): Promise<Found<readonly AlarmState[] | undefined>> {
  const calls = Array.from({ length: Math.ceil(names.length / ALARMS_PER_CALL) }, (_, index) =>
    alarmsRequest(names.slice(index * ALARMS_PER_CALL, (index + 1) * ALARMS_PER_CALL))
  )
  const answer = await attempt(() => Promise.all(calls.map((call) => read(() => aws.cloudwatch.describeAlarms(call)))))
  if (!(answer instanceof Problem)) return found(answer.flatMap(alarmStates))
  if (answer.code !== 'NOT_ALLOWED') return failed(undefined, answer)
  return lost(undefined, {
    level: 'notice',
    says: `The role lacks cloudwatch:DescribeAlarms, so whether ${names.join(', ')} exist and are quiet was not checked, and their states are not shown`,
    remedy: answer.remedy
  })
}
