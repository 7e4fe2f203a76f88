// The CloudWatch operations: parsed request in, reply out. [CW] D4
import { setAlarm } from './alarms.ts'
import { wireTime } from './clock.ts'
import { text } from './hostile.ts'
import { paged } from './paging.ts'
import { numberOf, quoted, stringOf, stringsOf } from './read.ts'
import { refuse } from './refusal.ts'
import { lean } from './wire.ts'
import type * as CW from '@aws-sdk/client-cloudwatch'
import type { AlarmState } from './scenario.ts'
import type { Alarm, Operation, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const STATES: readonly AlarmState[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA']
const isState = (value: unknown): value is AlarmState => STATES.some((state) => state === value)

const common = (world: World, { spec, state, reason, reasonData, updatedAt, changedAt }: Alarm) => ({
  AlarmName: spec.name,
  AlarmArn: world.names.alarm(spec.name),
  AlarmDescription: text(world, `Watches ${spec.name}`),
  AlarmConfigurationUpdatedTimestamp: wireTime(world.service.createdAt),
  ActionsEnabled: true,
  OKActions: [],
  AlarmActions: [],
  InsufficientDataActions: [],
  StateValue: state,
  StateReason: text(world, reason),
  StateReasonData: reasonData,
  StateUpdatedTimestamp: wireTime(updatedAt),
  StateTransitionedTimestamp: wireTime(changedAt)
})

const metricAlarm = (world: World, alarm: Alarm): Wire<CW.MetricAlarm> =>
  lean({
    ...common(world, alarm),
    Namespace: 'AWS/ApplicationELB',
    MetricName: alarm.spec.metric ?? 'RequestCount',
    Statistic: 'Sum' as const,
    Dimensions: [{ Name: 'LoadBalancer', Value: 'app/web/50dc6c495c0c9188' }],
    Period: 60,
    EvaluationPeriods: 1,
    DatapointsToAlarm: 1,
    Threshold: alarm.spec.threshold ?? 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold' as const,
    TreatMissingData: 'notBreaching'
  })

const compositeAlarm = (world: World, alarm: Alarm): Wire<CW.CompositeAlarm> =>
  lean({
    ...common(world, alarm),
    AlarmRule: (alarm.spec.children ?? []).map((name) => `ALARM("${name}")`).join(' OR ')
  })

/** Only metric alarms unless AlarmTypes asks for more; unknown names are just absent. [CW] D4 */
function describeAlarms(world: World, input: Json): Wire<CW.DescribeAlarmsOutput> {
  const names = stringsOf(input['AlarmNames'])
  const types = stringsOf(input['AlarmTypes'] ?? ['MetricAlarm'])
  if (names.length > 100) refuse('ValidationError', 'Member must have length less than or equal to 100')
  for (const type of types)
    if (!['MetricAlarm', 'CompositeAlarm', 'LogAlarm'].includes(type))
      refuse('ValidationError', `${type} is not an alarm type`)
  const [prefix, state] = [stringOf(input, 'AlarmNamePrefix'), input['StateValue']]
  if (names.length > 0 && prefix !== undefined)
    refuse('ValidationError', 'AlarmNames and AlarmNamePrefix cannot both be given')
  if (state !== undefined && !isState(state)) refuse('ValidationError', `${quoted(state)} is not a state`)
  const size = numberOf(input, 'MaxRecords') ?? 100
  if (!(size >= 1 && size <= 100)) refuse('ValidationError', 'MaxRecords must be 1 to 100')
  const found = [...world.alarms.values()].filter(
    ({ spec, state: own }) =>
      types.includes(spec.kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm') &&
      (names.length === 0 || names.includes(spec.name)) &&
      (prefix === undefined || spec.name.startsWith(prefix)) &&
      (state === undefined || own === state)
  )
  const page = paged(found, stringOf(input, 'NextToken'), Math.min(size, world.switches.pageSize), 'InvalidNextToken')
  const of = (kind: 'metric' | 'composite'): readonly Alarm[] => page.items.filter(({ spec }) => spec.kind === kind)
  return lean({
    MetricAlarms: of('metric').map((alarm) => metricAlarm(world, alarm)),
    CompositeAlarms: of('composite').map((alarm) => compositeAlarm(world, alarm)),
    NextToken: page.nextToken
  })
}

function setAlarmState(world: World, input: Json, at: number): object {
  const { AlarmName: name, StateValue: state, StateReason: reason, StateReasonData: data } = input
  if (typeof name !== 'string' || typeof reason !== 'string' || !isState(state))
    return refuse('ValidationError', 'AlarmName, StateValue and StateReason must be given')
  const known = setAlarm(world, at, name, state, reason, typeof data === 'string' ? data : undefined)
  return known ? {} : refuse('ResourceNotFound', 'The named resource does not exist.', 404)
}

export const CLOUDWATCH: Readonly<Record<string, Operation>> = {
  DescribeAlarms: describeAlarms,
  SetAlarmState: setAlarmState
}
