// CloudWatch behind its port. Loaded on first use; rejects as the SDK does, which only clients.ts may see.
import { CloudWatchClient, type CloudWatchClientConfig, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { abortable } from './guard.ts'
import type { CloudWatch } from './ports.ts'

export function connectCloudWatch(settings: CloudWatchClientConfig): CloudWatch {
  const client = new CloudWatchClient(settings)
  return {
    describeAlarms: (input, options) => client.send(new DescribeAlarmsCommand(input), abortable(options))
  }
}
