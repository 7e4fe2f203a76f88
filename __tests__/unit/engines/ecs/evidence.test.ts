import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { evidence } from '../../../../src/engines/ecs/evidence.ts'
import {
  anAlarmedDeployment,
  aNativeHandle,
  aNativePlan,
  aServiceDeployment,
  aWaitingPause,
  OUR_ARN,
  OUR_ID,
  records,
  SMOKE_TEST
} from '../../../engines/ecs-answers.ts'
import { fakeAws, problem } from '../../../engines/fake-ports.ts'

const { signal } = new AbortController()
const REASON = 'Service deployment rolled back because of something.'
const smokeTest = {
  hookId: 'h-1',
  targetType: 'AWS_LAMBDA',
  targetArn: `${SMOKE_TEST}:live`,
  status: 'FAILED'
} as const

function told(deployment: ServiceDeployment) {
  const { aws } = fakeAws({ ecs: { describeServiceDeployments: records({ [OUR_ARN]: deployment }) } })
  return evidence(aNativePlan(), aNativeHandle(), aws, signal)
}

test('a function that failed is named with its log', async () => {
  const lifecycleHookDetails = [smokeTest, { ...smokeTest, status: 'SUCCEEDED' as const }]
  expect(await told(aServiceDeployment({ lifecycleHookDetails }))).toEqual([
    { about: 'hook smoke-test', detail: 'FAILED; the log of the function is in /aws/lambda/smoke-test' }
  ])
})

test('a hook without a function has no log', async () => {
  expect(await told(aServiceDeployment({ lifecycleHookDetails: [{ status: 'FAILED' }] }))).toEqual([
    { about: 'hook', detail: 'FAILED' }
  ])
})

test('a pause is told when it sent the deployment back, and not when that went on', async () => {
  const expired = aWaitingPause({ status: 'TIMED_OUT' })
  const lifecycleHookDetails = [expired, { ...expired, timeoutAction: 'CONTINUE' as const }]
  expect(await told(aServiceDeployment({ lifecycleHookDetails }))).toEqual([
    { about: 'pause', detail: 'TIMED_OUT: nobody continued the deployment in time' }
  ])
})

test('what ECS says is told word by word beside an alarm, which is named without it', async () => {
  const deployment = anAlarmedDeployment({ rollback: { reason: REASON }, statusReason: 'And more.' })
  expect(await told(deployment)).toEqual([
    { about: 'ECS', detail: REASON },
    { about: 'ECS', detail: 'And more.' }
  ])
})

test.each([
  ['as its only words', { statusReason: REASON }],
  ['as the reason of a circuit breaker', { statusReason: REASON, deploymentCircuitBreaker: { status: 'TRIGGERED' } }]
] as const)('what is the cause already, %s, is not told twice', async (_, but) => {
  expect(await told(aServiceDeployment({ status: 'ROLLBACK_SUCCESSFUL', ...but }))).toEqual([])
})

test.each([
  [{ readBy: 'service' as const }, OUR_ARN],
  [{}, OUR_ID]
])('without a record there is nothing to add and nothing to ask: %j, %s', async (but, id) => {
  const { aws, calls } = fakeAws({})
  expect(await evidence(aNativePlan(but), aNativeHandle({ id }), aws, signal)).toEqual([])
  expect(calls).toEqual([])
})

test('says that it was denied', async () => {
  const { aws } = fakeAws({ ecs: { describeServiceDeployments: problem('NOT_ALLOWED') } })
  await expect(evidence(aNativePlan(), aNativeHandle(), aws, signal)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})
