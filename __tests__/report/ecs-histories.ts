// Whole runs of deployments that ECS makes itself, and of deployments that were found, on the timeline of the others.
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { NO_OUTLOOK } from '../../src/domain/outlook.ts'
import type { EcsPlan } from '../../src/domain/plan.ts'
import { MINUTE, SECOND, type Millis } from '../../src/domain/units.ts'
import type { Cause, Verdict } from '../../src/domain/verdict.ts'
import {
  aTimetable,
  anAlarm,
  anEvent,
  anOutlook,
  aProblem,
  revisionArn,
  someTasks,
  START
} from '../support/builders.ts'
import {
  aCodeDeployPlan,
  aGate,
  anAttachment,
  anEcsHandle,
  anEcsPlan,
  aPause,
  ECS_ID,
  NATIVE_CANARY,
  PAUSE_ID
} from './ecs-subjects.ts'

const SHIFT = 2 * MINUTE + 20 * SECOND
const LATER = SHIFT + 5 * MINUTE
const BACK = 'service-revision/prod/web/1920498462936580504'
const PREDICTED = aCodeDeployPlan({ timetable: aTimetable(NATIVE_CANARY, { bake: 5 * MINUTE }) })

function enters(after: Millis, name: string): DeploymentEvent {
  return anEvent(after, {
    kind: 'stage',
    stage: { name, status: 'IN_PROGRESS', startedAt: undefined, endedAt: undefined, detail: undefined }
  })
}

function leaves(after: Millis, name: string, since: Millis): DeploymentEvent {
  return anEvent(after, {
    kind: 'stage',
    stage: { name, status: 'done', startedAt: START + since, endedAt: START + after, detail: undefined }
  })
}

function opening(plan: EcsPlan = anEcsPlan()): readonly DeploymentEvent[] {
  return [
    anEvent(2 * SECOND, { kind: 'planned', plan }),
    anEvent(3 * SECOND, { kind: 'registered', taskDefinition: revisionArn(43), reused: false }),
    anEvent(5 * SECOND, { kind: 'started', handle: anEcsHandle(), adopted: false }),
    anEvent(6 * SECOND, { kind: 'monitor', monitor: { name: 'alarms', status: 'MONITORING', count: undefined } }),
    anEvent(6 * SECOND, {
      kind: 'monitor',
      monitor: { name: 'circuit breaker', status: 'MONITORING', count: { failures: 0, threshold: 3 } }
    }),
    anEvent(6 * SECOND, { kind: 'alarm', alarm: anAlarm(), from: undefined }),
    anEvent(10 * SECOND, {
      kind: 'phase',
      from: 'queued',
      to: 'provisioning',
      status: 'IN_PROGRESS',
      outlook: NO_OUTLOOK
    }),
    enters(10 * SECOND, 'SCALE_UP'),
    anEvent(10 * SECOND, { kind: 'tasks', tasks: someTasks({ running: 0, pending: 2 }) })
  ]
}

function tested(plan?: EcsPlan): readonly DeploymentEvent[] {
  return [
    ...opening(plan),
    anEvent(2 * MINUTE, { kind: 'tasks', tasks: someTasks() }),
    leaves(2 * MINUTE, 'SCALE_UP', 10 * SECOND),
    enters(2 * MINUTE, 'POST_TEST_TRAFFIC_SHIFT'),
    anEvent(2 * MINUTE, { kind: 'test-traffic', from: 0, to: 100 }),
    anEvent(2 * MINUTE, {
      kind: 'hook',
      hook: { id: 'ecs-lambda-1', kind: 'AWS_LAMBDA', function: 'smoke-test', status: 'SUCCEEDED' }
    })
  ]
}

function firstStep(plan?: EcsPlan): readonly DeploymentEvent[] {
  const outlook = anOutlook(START + SHIFT, START + SHIFT, PREDICTED)
  return [
    ...tested(plan),
    leaves(SHIFT, 'POST_TEST_TRAFFIC_SHIFT', 2 * MINUTE),
    enters(SHIFT, 'PRODUCTION_TRAFFIC_SHIFT'),
    anEvent(SHIFT, { kind: 'phase', from: 'provisioning', to: 'shifting', status: 'IN_PROGRESS', outlook }),
    anEvent(SHIFT, { kind: 'traffic', from: 0, to: 10, old: 100, outlook }),
    leaves(LATER, 'PRODUCTION_TRAFFIC_SHIFT', SHIFT)
  ]
}

/** Both visits of the stage that moves the traffic, and the bake. */
function secondStep(from: number | undefined, began: Millis = LATER): readonly DeploymentEvent[] {
  const outlook = anOutlook(START + began - 5 * MINUTE, START + began, PREDICTED)
  return [
    enters(began, 'PRE_PRODUCTION_TRAFFIC_SHIFT'),
    leaves(began + 10 * SECOND, 'PRE_PRODUCTION_TRAFFIC_SHIFT', began),
    enters(began + 10 * SECOND, 'PRODUCTION_TRAFFIC_SHIFT'),
    anEvent(began + 10 * SECOND, { kind: 'traffic', from, to: 100, old: 0, outlook }),
    leaves(began + 30 * SECOND, 'PRODUCTION_TRAFFIC_SHIFT', began + 10 * SECOND),
    enters(began + 30 * SECOND, 'BAKE_TIME'),
    anEvent(began + 30 * SECOND, { kind: 'phase', from: 'shifting', to: 'baking', status: 'IN_PROGRESS', outlook }),
    leaves(began + 5 * MINUTE + 30 * SECOND, 'BAKE_TIME', began + 30 * SECOND)
  ]
}

function waiting(after: Millis): readonly DeploymentEvent[] {
  return [
    anEvent(after, { kind: 'hook', hook: aPause() }),
    anEvent(after, {
      kind: 'phase',
      from: 'provisioning',
      to: 'paused',
      status: 'IN_PROGRESS',
      outlook: { next: { kind: 'expiry', at: START + 62 * MINUTE }, end: undefined, deadline: START + 92 * MINUTE }
    }),
    anEvent(after, { kind: 'paused', gate: aGate() })
  ]
}

function continued(after: Millis, status: string): readonly DeploymentEvent[] {
  return [
    anEvent(after, { kind: 'acted', action: { kind: 'continue', gate: aGate() }, problem: undefined }),
    anEvent(after + 5 * SECOND, { kind: 'hook', hook: aPause({ status }) }),
    anEvent(after + 5 * SECOND, {
      kind: 'phase',
      from: 'paused',
      to: 'shifting',
      status: 'IN_PROGRESS',
      outlook: NO_OUTLOOK
    }),
    anEvent(after + 5 * SECOND, { kind: 'traffic', from: undefined, to: 10, old: 90, outlook: NO_OUTLOOK })
  ]
}

function rollsBack(after: Millis, status: string): readonly DeploymentEvent[] {
  return [
    anEvent(after, {
      kind: 'phase',
      from: 'shifting',
      to: 'rolling-back',
      status: 'ROLLBACK_IN_PROGRESS',
      outlook: NO_OUTLOOK
    }),
    anEvent(after, { kind: 'rollback', id: BACK, status: 'ROLLBACK_IN_PROGRESS' }),
    anEvent(after + 45 * SECOND, { kind: 'rollback', id: BACK, status })
  ]
}

const ALARM_AT = SHIFT + 70 * SECOND
const CROSSED = 'Threshold Crossed: 1 datapoint [137.0 (20/11/26 14:03:00)] was greater than the threshold (10.0).'

function alarmed(): readonly DeploymentEvent[] {
  return [
    ...firstStep().slice(0, -1),
    anEvent(ALARM_AT, {
      kind: 'alarm',
      alarm: anAlarm({ state: 'ALARM', reason: CROSSED, since: START + ALARM_AT - 12 * SECOND }),
      from: 'OK'
    }),
    anEvent(ALARM_AT + 20 * SECOND, {
      kind: 'monitor',
      monitor: { name: 'alarms', status: 'TRIGGERED', count: undefined }
    })
  ]
}

function attached(attachment = anAttachment()): readonly DeploymentEvent[] {
  return [anEvent(2 * SECOND, { kind: 'attached', attachment })]
}

function ended(before: readonly DeploymentEvent[], at: Millis, verdict: Verdict): readonly DeploymentEvent[] {
  return [...before, anEvent(at, { kind: 'concluded', verdict })]
}

const ALARM: Cause = { kind: 'alarm', names: ['web-5xx'], reason: CROSSED }
const BREAKER = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
const paused: Verdict = { kind: 'paused', gate: aGate(), traffic: 0 }
const STUCK = aProblem('AWS_REFUSED', {
  place: { kind: 'aws', call: 'ecs:ContinueServiceDeployment', resource: ECS_ID },
  found: `hook ${PAUSE_ID} still awaits an action after 2m`,
  changed: `deployment ${ECS_ID} waits at POST_TEST_TRAFFIC_SHIFT`
})
const PAUSING = anEcsPlan({
  pauses: true,
  wait: { until: 'paused', allowance: 30 * MINUTE, maxGap: undefined, onTimeout: 'rollback', onCancel: 'rollback' }
})
const LAST = anAttachment({ status: 'SUCCESSFUL', phase: 'succeeded', gates: [], createdAt: START - 26 * 60 * MINUTE })

export const ECS_HISTORIES: Readonly<Record<string, readonly DeploymentEvent[]>> = {
  'ecs-succeeded': ended([...firstStep(), ...secondStep(10)], LATER + 6 * MINUTE, {
    kind: 'succeeded',
    until: 'complete'
  }),
  'ecs-paused': ended([...tested(PAUSING), ...waiting(SHIFT)], SHIFT + 5 * SECOND, paused),
  'ecs-promoted': ended(
    [...attached(), ...continued(4 * SECOND, 'SUCCEEDED'), ...secondStep(10, 6 * MINUTE)],
    12 * MINUTE,
    { kind: 'succeeded', until: 'complete' }
  ),
  'ecs-not-promoted': ended(
    [
      ...attached(),
      anEvent(4 * SECOND, { kind: 'acted', action: { kind: 'continue', gate: aGate() }, problem: STUCK })
    ],
    2 * MINUTE,
    { kind: 'left-running', cause: { kind: 'not-continued', problem: STUCK }, traffic: 0, asked: 'nothing' }
  ),
  'ecs-rolled-back-alarm': ended(
    [...alarmed(), ...rollsBack(ALARM_AT + 20 * SECOND, 'ROLLBACK_SUCCESSFUL')],
    ALARM_AT + 70 * SECOND,
    { kind: 'rolled-back', cause: ALARM }
  ),
  'ecs-rolled-back-circuit-breaker': ended(
    [
      ...opening(),
      anEvent(4 * MINUTE, {
        kind: 'stopped',
        tasks: { count: 3, reason: 'CannotPullContainerError: failed to resolve ref web:2.0.0: not found' }
      }),
      anEvent(8 * MINUTE, {
        kind: 'monitor',
        monitor: { name: 'circuit breaker', status: 'TRIGGERED', count: { failures: 3, threshold: 3 } }
      }),
      ...rollsBack(8 * MINUTE, 'ROLLBACK_SUCCESSFUL')
    ],
    9 * MINUTE,
    { kind: 'rolled-back', cause: { kind: 'circuit-breaker', detail: BREAKER } }
  ),
  'ecs-superseded': ended(
    [
      ...firstStep(),
      anEvent(LATER + 10 * SECOND, {
        kind: 'phase',
        from: 'shifting',
        to: 'stopping',
        status: 'STOP_REQUESTED',
        outlook: NO_OUTLOOK
      })
    ],
    LATER + 30 * SECOND,
    { kind: 'failed', cause: { kind: 'superseded', by: 'ecs-svc/5530019283746501928 (web:44)' }, traffic: 10 }
  ),
  'ecs-rollback-failed': ended(
    [...alarmed(), ...rollsBack(ALARM_AT + 20 * SECOND, 'ROLLBACK_FAILED')],
    ALARM_AT + 70 * SECOND,
    {
      kind: 'failed',
      cause: { kind: 'rollback-failed', id: BACK, status: 'ROLLBACK_FAILED', first: ALARM },
      traffic: 10
    }
  ),
  'ecs-left-running-at-a-gate': ended([...tested(), ...waiting(SHIFT)], 47 * MINUTE, {
    kind: 'left-running',
    cause: { kind: 'deadline', after: 45 * MINUTE },
    traffic: 0,
    asked: 'nothing'
  }),
  'ecs-status-of-the-last': ended(attached(LAST), 4 * SECOND, { kind: 'succeeded', until: 'complete' }),
  'ecs-rolled-back-as-asked': ended(
    [
      ...attached(anAttachment({ phase: 'shifting', gates: [], whose: 'unknown', signs: [] })),
      anEvent(4 * SECOND, { kind: 'traffic', from: undefined, to: 10, old: 90, outlook: NO_OUTLOOK }),
      anEvent(4 * SECOND, { kind: 'acted', action: { kind: 'roll-back' }, problem: undefined }),
      ...rollsBack(9 * SECOND, 'ROLLBACK_SUCCESSFUL')
    ],
    MINUTE,
    { kind: 'succeeded', until: 'rolled-back' }
  ),
  'ecs-not-rolled-back': ended(
    attached(anAttachment({ status: 'SUCCESSFUL', phase: 'succeeded', gates: [] })),
    5 * SECOND,
    { kind: 'failed', cause: { kind: 'not-rolled-back' }, traffic: 100 }
  )
}
