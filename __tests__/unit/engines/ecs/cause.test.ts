import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { Cause } from '../../../../src/domain/verdict.ts'
import { causeOf, hinted, reasonsOf } from '../../../../src/engines/ecs/cause.ts'
import { anAlarmedDeployment, aServiceDeployment, aWaitingPause, SMOKE_TEST } from '../../../engines/ecs-answers.ts'

const BACK = 'Service deployment rolled back because'
const TRIGGERED = { status: 'TRIGGERED', failureCount: 3, threshold: 3 } as const
const function_ = (status: string, timeoutAction?: string) =>
  ({ hookId: 'h-1', targetType: 'AWS_LAMBDA', targetArn: SMOKE_TEST, status, timeoutAction }) as never

/** One that went back, and of which nothing is told but what a test says. */
function gone(but: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return aServiceDeployment({ status: 'ROLLBACK_SUCCESSFUL', ...but })
}

describe('a fact', () => {
  test.each<[string, Cause, Partial<ServiceDeployment>]>([
    [
      'alarms that were triggered',
      { kind: 'alarm', names: ['a', 'b'] },
      { alarms: { status: 'TRIGGERED', alarmNames: ['a', 'b', 'c'], triggeredAlarmNames: ['a', 'b'] } }
    ],
    [
      'the only alarm there is, triggered without a name',
      { kind: 'alarm', names: ['a'] },
      { alarms: { status: 'TRIGGERED', alarmNames: ['a'] } }
    ],
    [
      'an alarm that only the words name',
      { kind: 'alarm', names: ['b'] },
      { alarms: { status: 'TRIGGERED', alarmNames: ['a-1', 'b'] }, statusReason: 'it was b' }
    ],
    [
      'an alarm without any name',
      { kind: 'alarm', names: [] },
      { alarms: { status: 'TRIGGERED', alarmNames: ['a', 'b'] } }
    ],
    [
      'a circuit breaker',
      { kind: 'circuit-breaker', detail: '3 tasks failed to start, 3 are too many' },
      { deploymentCircuitBreaker: TRIGGERED }
    ],
    [
      'a circuit breaker without counts',
      { kind: 'circuit-breaker', detail: 'too many tasks failed to start' },
      { deploymentCircuitBreaker: { status: 'TRIGGERED' } }
    ],
    [
      'a circuit breaker with words of AWS',
      { kind: 'circuit-breaker', detail: 'enough' },
      { deploymentCircuitBreaker: TRIGGERED, statusReason: 'enough' }
    ],
    [
      'a function that failed',
      { kind: 'hook', stage: undefined, detail: 'the function smoke-test is FAILED' },
      { lifecycleHookDetails: [function_('FAILED')] }
    ],
    [
      'a function that was too slow',
      { kind: 'hook', stage: undefined, detail: 'the function smoke-test is TIMED_OUT' },
      { lifecycleHookDetails: [function_('TIMED_OUT', 'ROLLBACK')] }
    ],
    [
      'a function that is configured at one stage',
      { kind: 'hook', stage: 'POST_SCALE_UP', detail: 'the function smoke-test is FAILED' },
      {
        lifecycleHookDetails: [function_('FAILED')],
        deploymentConfiguration: {
          lifecycleHooks: [
            { hookTargetArn: SMOKE_TEST, lifecycleStages: ['POST_SCALE_UP'] },
            { lifecycleStages: ['PRE_SCALE_UP'] }
          ]
        }
      }
    ],
    [
      'a function that is configured at two stages',
      { kind: 'hook', stage: undefined, detail: 'the function smoke-test is FAILED' },
      {
        lifecycleHookDetails: [function_('FAILED')],
        deploymentConfiguration: {
          lifecycleHooks: [{ hookTargetArn: SMOKE_TEST, lifecycleStages: ['POST_SCALE_UP', 'PRE_SCALE_UP'] }]
        }
      }
    ],
    [
      'a hook without a function',
      { kind: 'hook', stage: undefined, detail: 'a hook is FAILED' },
      { lifecycleHookDetails: [{ status: 'FAILED' }] }
    ],
    [
      'a pause that nobody continued',
      { kind: 'gate-expired', detail: 'nobody continued the deployment in time' },
      { lifecycleHookDetails: [aWaitingPause({ status: 'TIMED_OUT' })] }
    ]
  ])('is %s: %j', (_, cause, but) => {
    expect(causeOf(gone({ alarms: {}, ...but }))).toEqual(cause)
  })

  test('goes before every word, and an alarm before a circuit breaker', () => {
    const words = { statusReason: `${BACK} PRE_SCALE_UP lifecycle hook(s) failed.` }
    expect(causeOf(anAlarmedDeployment({ ...words, deploymentCircuitBreaker: TRIGGERED }))).toEqual({
      kind: 'alarm',
      names: ['web-5xx']
    })
  })

  test.each([
    ['a pause that went on by itself', aWaitingPause({ status: 'TIMED_OUT', timeoutAction: 'CONTINUE' })],
    ['a pause that was open when all ended', aWaitingPause({ status: 'FAILED' })],
    ['a function that passed', function_('SUCCEEDED')],
    ['a slow function that does no harm', function_('TIMED_OUT', 'CONTINUE')]
  ])('is not %s', (_, hook) => {
    expect(causeOf(gone({ lifecycleHookDetails: [hook] }))).toEqual({
      kind: 'aws',
      code: undefined,
      message: undefined
    })
  })

  test('survives a configuration in a form nobody knows', () => {
    const deploymentConfiguration = { lifecycleHooks: 7 } as never
    const broken = gone({ lifecycleHookDetails: [function_('FAILED')], deploymentConfiguration })
    expect(causeOf(broken)).toMatchObject({ kind: 'hook', stage: undefined })
  })
})

describe('a word', () => {
  test.each<[string, Cause['kind']]>([
    [`${BACK} POST_TEST_TRAFFIC_SHIFT pause hook timed out.`, 'gate-expired'],
    [`${BACK} POST_TEST_TRAFFIC_SHIFT pause hook was answered with ROLLBACK.`, 'operator'],
    [
      `${BACK} PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target ${SMOKE_TEST} returned FAILED status.`,
      'hook'
    ],
    [`${BACK} ECS was unable to parse the response from x due to HookStatus must not be null`, 'hook'],
    [`${BACK} ECS was unable to invoke hook target x due to y`, 'hook'],
    [`${BACK} of invalid networking configuration: Target group targetgroup/alarm-a is not associated`, 'aws'],
    [
      `${BACK} ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role 'r'.`,
      'aws'
    ],
    [`${BACK} the circuit breaker threshold was exceeded.`, 'circuit-breaker'],
    ['ECS deployment circuit breaker: task failed to start.', 'circuit-breaker'],
    ['(service web) deployment failed: tasks failed to start.', 'tasks'],
    ['(service web) (deployment ecs-svc/8028) deployment failed: alarm detected.', 'alarm'],
    ['the ALARMS went off', 'alarm'],
    [`${BACK} of a StopServiceDeployment call`, 'operator'],
    [`${BACK} of a request to stop it.`, 'operator'],
    ['something new', 'aws'],
    [`${BACK} of false alarming`, 'aws']
  ])('%j hints at %s', (text, kind) => {
    const cause = causeOf(gone({ statusReason: text }))
    expect(cause.kind).toBe(kind)
    if (cause.kind === 'hook') expect(cause.stage).toBe(/PRE_SCALE_UP/.exec(text)?.[0])
    if (cause.kind === 'aws') expect(cause.message).toBe(text)
    if (cause.kind === 'alarm') expect(cause.names).toEqual(['web-5xx'])
  })

  test('names the alarms it holds', () => {
    expect(hinted(['alarm: two, three'], ['one', 'two', 'three'])).toEqual({ kind: 'alarm', names: ['two', 'three'] })
    expect(hinted([], ['one'])).toBeUndefined()
  })

  test('of the roll-back comes before that of the status, and each is told once', () => {
    expect(reasonsOf({ rollback: { reason: 'a' }, statusReason: 'b' })).toEqual(['a', 'b'])
    expect(reasonsOf({ rollback: { reason: 'a' }, statusReason: 'a' })).toEqual(['a'])
    expect(reasonsOf({ rollback: { reason: ' ' } })).toEqual([])
    expect(reasonsOf({})).toEqual([])
  })

  // Read in more than linear time this would take minutes.
  test('is read however long it is', () => {
    const text = `${'PRE_SCALE_UP '.repeat(500_000)}${'A_'.repeat(500_000)}`
    expect(causeOf(gone({ statusReason: text })).kind).toBe('aws')
    expect(causeOf(gone({ statusReason: text, lifecycleHookDetails: [function_('FAILED')] })).kind).toBe('hook')
  })
})

test.each([
  ['ROLLBACK_REQUESTED', undefined, { kind: 'operator', detail: undefined }],
  ['ROLLBACK_REQUESTED', 'because', { kind: 'operator', detail: 'because' }],
  ['ROLLBACK_IN_PROGRESS', undefined, { kind: 'aws', code: undefined, message: undefined }],
  ['STOPPED', 'because', { kind: 'aws', code: undefined, message: 'because' }],
  ['STOP_REQUESTED', undefined, { kind: 'aws', code: undefined, message: undefined }]
] as const)('%s with %j and nothing else is %j', (status, statusReason, cause) => {
  expect(causeOf(aServiceDeployment({ status, ...(statusReason !== undefined && { statusReason }) }))).toEqual(cause)
})
