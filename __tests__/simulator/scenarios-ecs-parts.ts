// What several scenarios of an ECS-controlled service are put together from.
import { CONFIGURATION } from './native-defaults.ts'
import type { Json } from './wire.ts'

export const SPIKE = 'Threshold Crossed: 1 datapoint [47.0 ({now})] was greater than or equal to the threshold (10.0).'
export const BAD_IMAGE =
  'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.42.0: not found'
export const HOTFIX = {
  image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.41.1-hotfix',
  description: 'hotfix by hand, please leave it alone - Dana'
}
export const ON = {
  name: 'web-5xx',
  kind: 'metric',
  metric: 'HTTPCode_Target_5XX_Count',
  threshold: 10,
  state: 'ALARM'
} as const

const { canaryConfiguration, ...COMMON } = CONFIGURATION
export const CANARY = { canaryConfiguration }
export const configured = (more: Json): { readonly configuration: Json } => ({ configuration: { ...COMMON, ...more } })

export const LINEAR = {
  strategy: 'LINEAR',
  linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 2 },
  bakeTimeInMinutes: 3
}
export const ROLLING = { strategy: 'ROLLING', bakeTimeInMinutes: 2 }
export const UNGUARDED = { deploymentCircuitBreaker: { enable: false, rollback: false } }

export const pause = (stage: string, timeoutInMinutes: number, action?: string): Json => ({
  targetType: 'PAUSE',
  lifecycleStages: [stage],
  timeoutConfiguration: { timeoutInMinutes, ...(action !== undefined && { action }) }
})
export const lambda = (stage: string): Json => ({
  targetType: 'AWS_LAMBDA',
  hookTargetArn: 'arn:aws:lambda:us-east-1:123456789012:function:smoke-test',
  roleArn: 'arn:aws:iam::123456789012:role/ecsHookRole',
  lifecycleStages: [stage]
})
