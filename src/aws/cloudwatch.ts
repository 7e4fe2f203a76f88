// CloudWatch behind its port. Loaded on first use; rejects as the SDK does, which only clients.ts may see.
import {
  CloudWatchClient,
  type CloudWatchClientConfig,
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type MetricAlarm
} from '@aws-sdk/client-cloudwatch'
import { abortable } from './guard.ts'
import type { CloudWatch } from './ports.ts'

const PAGES = 20

export function connectCloudWatch(settings: CloudWatchClientConfig): CloudWatch {
  const client = new CloudWatchClient(settings)
  return {
    describeAlarms: async (input, options) => {
      const MetricAlarms: MetricAlarm[] = []
      const CompositeAlarms: CompositeAlarm[] = []
      let NextToken: string | undefined
      // A hundred names fit on one page; AWS may still give them out on several.
      for (let page = 0; page < PAGES; page++) {
        const request = new DescribeAlarmsCommand({ ...input, ...(NextToken !== undefined && { NextToken }) })
        const answer = await client.send(request, abortable(options))
        MetricAlarms.push(...(answer.MetricAlarms ?? []))
        CompositeAlarms.push(...(answer.CompositeAlarms ?? []))
        NextToken = answer.NextToken
        if (NextToken === undefined) break
      }
      return { MetricAlarms, CompositeAlarms }
    }
  }
}
