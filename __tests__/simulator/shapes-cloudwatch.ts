// What each cloudwatch request may hold, member by member, as declared by @aws-sdk/client-cloudwatch.
// shapes.test.ts holds this table against the schema inside that package. [CW]
import type { Struct } from './wire.ts'

export const CLOUDWATCH_REQUESTS: Readonly<Record<string, Struct>> = {
  DescribeAlarms: {
    AlarmNames: ['string'],
    AlarmNamePrefix: 'string',
    AlarmTypes: ['string'],
    ChildrenOfAlarmName: 'string',
    ParentsOfAlarmName: 'string',
    StateValue: 'string',
    ActionPrefix: 'string',
    MaxRecords: 'number',
    NextToken: 'string'
  },
  SetAlarmState: { AlarmName: 'string', StateValue: 'string', StateReason: 'string', StateReasonData: 'string' }
}
