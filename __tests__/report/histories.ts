// Whole runs as events, one per verdict and cause, on one timeline: what the golden reports are made from.
import type { DeploymentEvent } from '../../src/domain/event.ts'
import type { Change } from '../../src/domain/change.ts'
import type { CodeDeployPlan } from '../../src/domain/plan.ts'
import { NO_OUTLOOK } from '../../src/domain/outlook.ts'
import type { Shape } from '../../src/domain/shape.ts'
import type { Gate } from '../../src/domain/snapshot.ts'
import { MINUTE, SECOND, type Millis } from '../../src/domain/units.ts'
import type { Cause, Verdict } from '../../src/domain/verdict.ts'
import {
  anAlarm,
  anEvent,
  anOutlook,
  aProblem,
  aServiceEvent,
  aStage,
  aTimetable,
  image,
  revisionArn,
  someTasks,
  START
} from '../support/builders.ts'
import { ECS_HISTORIES } from './ecs-histories.ts'
import { aCodeDeployHandle, aCodeDeployPlan } from './ecs-subjects.ts'

/** Traffic begins to move here. */
const SHIFT = 2 * MINUTE + 20 * SECOND

export function opening(plan: CodeDeployPlan = aCodeDeployPlan()): readonly DeploymentEvent[] {
  return [
    anEvent(2 * SECOND, { kind: 'planned', plan }),
    anEvent(3 * SECOND, { kind: 'registered', taskDefinition: revisionArn(43), reused: false }),
    anEvent(4 * SECOND, { kind: 'started', handle: aCodeDeployHandle(), adopted: false })
  ]
}

function firstStep(plan: CodeDeployPlan = aCodeDeployPlan()): readonly DeploymentEvent[] {
  const outlook = anOutlook(START + SHIFT, START + SHIFT, plan)
  return [
    ...opening(plan),
    anEvent(14 * SECOND, { kind: 'alarm', alarm: anAlarm(), from: undefined }),
    anEvent(14 * SECOND, {
      kind: 'alarm',
      alarm: anAlarm({ name: 'web-latency', rule: 'p99 of TargetResponseTime > 1.5 for 3 x 60 s', reason: undefined }),
      from: undefined
    }),
    anEvent(30 * SECOND, {
      kind: 'phase',
      from: 'queued',
      to: 'provisioning',
      status: 'InProgress',
      outlook: NO_OUTLOOK
    }),
    anEvent(40 * SECOND, { kind: 'tasks', tasks: someTasks({ running: 0, pending: 2 }) }),
    anEvent(2 * MINUTE, { kind: 'stage', stage: aStage() }),
    anEvent(2 * MINUTE, { kind: 'tasks', tasks: someTasks() }),
    anEvent(2 * MINUTE, { kind: 'service-event', event: aServiceEvent() }),
    anEvent(SHIFT, { kind: 'phase', from: 'provisioning', to: 'shifting', status: 'InProgress', outlook }),
    anEvent(SHIFT, {
      kind: 'stage',
      stage: aStage({ name: 'AllowTraffic', status: 'InProgress', startedAt: START + SHIFT, endedAt: undefined })
    }),
    anEvent(SHIFT, { kind: 'traffic', from: 0, to: plan.timetable.steps[0]?.weight ?? 100, old: undefined, outlook })
  ]
}

function shifted(): readonly DeploymentEvent[] {
  const at = SHIFT + 5 * MINUTE
  const outlook = anOutlook(START + SHIFT, START + at)
  return [
    ...firstStep(),
    anEvent(4 * MINUTE, {
      kind: 'heartbeat',
      phase: 'shifting',
      traffic: 10,
      outlook: anOutlook(START + SHIFT, START + 4 * MINUTE)
    }),
    anEvent(at, { kind: 'traffic', from: 10, to: 100, old: 0, outlook }),
    anEvent(at + 20 * SECOND, {
      kind: 'stage',
      stage: aStage({ name: 'AllowTraffic', startedAt: START + SHIFT, endedAt: START + at + 15 * SECOND })
    }),
    anEvent(at + 20 * SECOND, { kind: 'phase', from: 'shifting', to: 'baking', status: 'InProgress', outlook })
  ]
}

function ended(before: readonly DeploymentEvent[], at: Millis, verdict: Verdict): readonly DeploymentEvent[] {
  return [...before, anEvent(at, { kind: 'concluded', verdict })]
}

function linear(): readonly DeploymentEvent[] {
  const shape: Shape = { kind: 'linear', step: 5, every: MINUTE }
  const plan = aCodeDeployPlan({ shape, timetable: aTimetable(shape) })
  const [first, ...others] = plan.timetable.steps
  const moves = others.map((step, index) =>
    anEvent(SHIFT + step.after, {
      kind: 'traffic',
      from: index === 0 ? first?.weight : others[index - 1]?.weight,
      to: step.weight,
      old: 100 - step.weight,
      outlook: anOutlook(START + SHIFT, START + SHIFT + step.after, plan)
    })
  )
  return ended([...firstStep(plan), ...moves], SHIFT + 30 * MINUTE, { kind: 'succeeded', until: 'complete' })
}

const ALARM_AT = SHIFT + 70 * SECOND
const CROSSED = 'Threshold Crossed: 1 datapoint [137.0 (20/11/26 14:03:00)] was greater than the threshold (10.0).'

function alarmed(): readonly DeploymentEvent[] {
  return [
    ...firstStep(),
    anEvent(ALARM_AT, {
      kind: 'alarm',
      alarm: anAlarm({
        state: 'ALARM',
        reason: CROSSED,
        since: START + ALARM_AT - 12 * SECOND
      }),
      from: 'OK'
    }),
    anEvent(ALARM_AT + 10 * SECOND, {
      kind: 'phase',
      from: 'shifting',
      to: 'rolling-back',
      status: 'Stopped',
      outlook: NO_OUTLOOK
    }),
    anEvent(ALARM_AT + 10 * SECOND, {
      kind: 'stage',
      stage: aStage({
        name: 'AllowTraffic',
        status: 'Failed',
        startedAt: START + SHIFT,
        endedAt: START + ALARM_AT + 5 * SECOND
      })
    }),
    anEvent(ALARM_AT + 10 * SECOND, { kind: 'rollback', id: 'd-GJKKPRA1L', status: 'Created' }),
    anEvent(ALARM_AT + 20 * SECOND, { kind: 'rollback', id: 'd-GJKKPRA1L', status: 'Succeeded' })
  ]
}

const BROKEN = SHIFT - 5 * SECOND

function brokenAt(stage: string, detail: string | undefined): readonly DeploymentEvent[] {
  return [
    ...opening(),
    anEvent(30 * SECOND, {
      kind: 'phase',
      from: 'queued',
      to: 'provisioning',
      status: 'InProgress',
      outlook: NO_OUTLOOK
    }),
    anEvent(BROKEN, {
      kind: 'stage',
      stage: aStage({ name: stage, status: 'Failed', endedAt: START + BROKEN, detail })
    }),
    anEvent(BROKEN, { kind: 'phase', from: 'provisioning', to: 'rolling-back', status: 'Failed', outlook: NO_OUTLOOK }),
    anEvent(BROKEN + 10 * SECOND, { kind: 'rollback', id: 'd-GJKKPRA1L', status: 'Succeeded' })
  ]
}

function theSame(): CodeDeployPlan {
  const pinned = `${image('1.9.3')}@sha256:${'5f'.repeat(32)}`
  return aCodeDeployPlan({
    changes: [],
    unchanged: true,
    images: [{ container: 'app', from: pinned, to: pinned }],
    revision: {
      kind: 'reuse',
      arn: revisionArn(42),
      definition: { family: 'web', containerDefinitions: [{ name: 'app', image: pinned }] }
    }
  })
}

function registered(reused: boolean): readonly DeploymentEvent[] {
  const taskDefinition = revisionArn(43)
  const definition = { family: 'web', containerDefinitions: [{ name: 'app', image: image('2.0.0') }] }
  return ended(
    [
      anEvent(1 * SECOND, { kind: 'rendered', definition }),
      anEvent(2 * SECOND, { kind: 'registered', taskDefinition, reused })
    ],
    3 * SECOND,
    { kind: 'registered', taskDefinition, reused }
  )
}

/** One with long values, and more than a table shows. */
function manyChanges(): readonly Change[] {
  const command = (last: string): string => JSON.stringify(['sh', '-c', `exec server ${'--flag '.repeat(80)}${last}`])
  return [
    { path: 'containers.app.command', kind: 'changed', from: command('--old'), to: command('--new') },
    ...Array.from({ length: 42 }, (_, index): Change => ({
      path: `containers.app.environment.VARIABLE_${String(index).padStart(2, '0')}`,
      kind: 'removed',
      from: undefined,
      to: undefined
    }))
  ]
}

const ALARM = { kind: 'alarm', names: ['web-5xx'] } as const satisfies Cause
const DENIED = aProblem('NOT_ALLOWED', {
  place: { kind: 'aws', call: 'codedeploy:GetDeployment', resource: 'd-A7YW3F91L' },
  found: 'the role `deploy` may not call `codedeploy:GetDeployment`',
  changed: 'deployment d-A7YW3F91L is running',
  aws: { name: 'AccessDeniedException', message: '', requestId: '7d4a8f0e-6f7b-4b6d-8f37-6f8d1d9f0c11' }
})

/** As AWS says it. */
function denied(action: string, resource: string): string {
  const who = 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions'
  return `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action (AccessDeniedException)`
}
const GROUP = 'arn:aws:codedeploy:eu-west-1:123456789012:deploymentgroup:AppECS-prod-web/DgpECS-prod-web'
const UNSTOPPABLE = aProblem('NOT_ALLOWED', {
  place: { kind: 'aws', call: 'codedeploy:StopDeployment', resource: 'd-A7YW3F91L' },
  found: denied('codedeploy:StopDeployment', GROUP),
  remedy: `Add this statement to a policy of the role \`deploy\`: {"Effect":"Allow","Action":"codedeploy:StopDeployment","Resource":"${GROUP}"}`,
  aws: { name: 'AccessDeniedException', message: '', requestId: '7d4a8f0e-6f7b-4b6d-8f37-6f8d1d9f0c11' }
})
const UNSEEN = aProblem('NOT_ALLOWED', {
  place: { kind: 'aws', call: 'codedeploy:GetDeploymentTarget', resource: 'd-A7YW3F91L' },
  found: denied('codedeploy:GetDeploymentTarget', GROUP),
  remedy: `Add this statement to a policy of the role \`deploy\`: {"Effect":"Allow","Action":"codedeploy:GetDeploymentTarget","Resource":"${GROUP}"}`
})

/** CodeDeploy names neither a hook nor a stage. */
const READY_WAIT: Gate = { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' }

const rolledBack = (cause: Cause): Verdict => ({ kind: 'rolled-back', cause })
const failed = (cause: Cause, traffic: number | undefined): Verdict => ({ kind: 'failed', cause, traffic })

/** One history per golden Markdown file, named by verdict and cause. */
export const HISTORIES: Readonly<Record<string, readonly DeploymentEvent[]>> = {
  succeeded: ended(shifted(), 17 * MINUTE + 30 * SECOND, { kind: 'succeeded', until: 'complete' }),
  'succeeded-linear': linear(),
  'succeeded-traffic-shifted': ended(shifted(), 7 * MINUTE + 45 * SECOND, {
    kind: 'succeeded',
    until: 'traffic-shifted',
    reversibleUntil: START + 17 * MINUTE + 35 * SECOND
  }),
  'succeeded-with-notes': ended(
    [
      ...opening(
        aCodeDeployPlan({
          notes: [
            {
              says: 'The role may not read alarms (`cloudwatch:DescribeAlarms`), so their state is not shown',
              remedy: 'Add `cloudwatch:DescribeAlarms` to the role to see it.',
              level: 'warning'
            },
            { says: 'Read-only fields of `describe-task-definition` were removed', level: 'notice' }
          ]
        })
      ),
      anEvent(30 * SECOND, { kind: 'note', note: { says: 'The revision kept its tags', level: 'notice' } })
    ],
    3 * MINUTE,
    { kind: 'succeeded', until: 'complete' }
  ),
  'succeeded-half-blind': ended(
    [...opening(), anEvent(10 * SECOND, { kind: 'blind', source: 'target', problem: UNSEEN, forGood: true })],
    12 * MINUTE,
    { kind: 'succeeded', until: 'complete' }
  ),
  unchanged: ended(opening(theSame()).slice(0, 1), 3 * SECOND, { kind: 'unchanged' }),
  registered: registered(false),
  'registered-before': registered(true),
  planned: ended(opening().slice(0, 1), 2 * SECOND, { kind: 'planned' }),
  'planned-without-changes': ended(
    opening(
      aCodeDeployPlan({ changes: [], images: [{ container: 'app', from: image('1.9.3'), to: image('1.9.3') }] })
    ).slice(0, 1),
    2 * SECOND,
    { kind: 'planned' }
  ),
  'planned-with-many-changes': ended(opening(aCodeDeployPlan({ changes: manyChanges() })).slice(0, 1), 2 * SECOND, {
    kind: 'planned'
  }),
  started: ended(opening(), 5 * SECOND, { kind: 'started' }),
  paused: ended([...opening(), anEvent(3 * MINUTE, { kind: 'paused', gate: READY_WAIT })], 3 * MINUTE, {
    kind: 'paused',
    gate: READY_WAIT,
    traffic: 0
  }),
  'rolled-back-alarm': ended(alarmed(), ALARM_AT + 25 * SECOND, rolledBack({ ...ALARM, reason: CROSSED })),
  'rolled-back-hook': ended(
    brokenAt('AfterAllowTestTraffic', 'ScriptFailed: Lambda function smoke-test returned Failed'),
    BROKEN + 15 * SECOND,
    rolledBack({ kind: 'hook', stage: 'AfterAllowTestTraffic', detail: 'the function smoke-test returned Failed' })
  ),
  'rolled-back-tasks': ended(
    [
      ...brokenAt('Install', undefined),
      anEvent(BROKEN + 12 * SECOND, {
        kind: 'evidence',
        evidence: { about: 'app', detail: 'stopped with exit code 1: Essential container in task exited' }
      })
    ],
    BROKEN + 15 * SECOND,
    rolledBack({
      kind: 'tasks',
      detail: 'The deployment timed out while waiting for the replacement task set to become healthy.'
    })
  ),
  'rolled-back-operator': ended(
    alarmed().filter((event) => event.kind !== 'alarm'),
    ALARM_AT + 25 * SECOND,
    rolledBack({ kind: 'operator', detail: 'The deployment was stopped by user admin' })
  ),
  'rolled-back-superseded': ended(
    alarmed().filter((event) => event.kind !== 'alarm'),
    ALARM_AT + 25 * SECOND,
    rolledBack({ kind: 'superseded', by: 'd-OTHER0001' })
  ),
  'failed-gate-expired': ended(
    opening(),
    62 * MINUTE,
    failed({ kind: 'gate-expired', detail: 'The deployment timed out waiting for a notification to continue.' }, 0)
  ),
  'failed-rollback-failed': ended(
    alarmed(),
    ALARM_AT + 25 * SECOND,
    failed({ kind: 'rollback-failed', id: 'd-GJKKPRA1L', status: 'Failed', first: ALARM }, 10)
  ),
  'failed-rollback-missing': ended(
    alarmed().filter((event) => event.kind !== 'rollback'),
    ALARM_AT + 150 * SECOND,
    failed({ kind: 'rollback-missing', waited: 2 * MINUTE, first: ALARM }, 10)
  ),
  'failed-alarm-split': ended(
    alarmed().filter((event) => event.kind !== 'rollback'),
    ALARM_AT + 25 * SECOND,
    failed({ ...ALARM, reason: CROSSED }, 10)
  ),
  'failed-alarm-after-all-traffic': ended(shifted(), 9 * MINUTE, failed(ALARM, 100)),
  'failed-not-serving': ended(
    shifted(),
    18 * MINUTE,
    failed({ kind: 'not-serving', found: 'the primary task set runs web:42' }, 100)
  ),
  'failed-superseded': ended(firstStep(), 5 * MINUTE, failed({ kind: 'superseded', by: 'd-OTHER0001' }, 10)),
  'failed-service-gone': ended(firstStep(), 5 * MINUTE, failed({ kind: 'service-gone' }, undefined)),
  'failed-not-started': ended(
    opening().slice(0, 2),
    5 * SECOND,
    failed(
      {
        kind: 'not-started',
        problem: aProblem('DEPLOYMENT_ACTIVE', {
          place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: 'DgpECS-prod-web' },
          found: 'd-OTHER0001 has been running for 12m',
          changed: 'revision web:43 was registered'
        })
      },
      undefined
    )
  ),
  'failed-aws': ended(
    brokenAt('Install', undefined).filter((event) => event.kind !== 'rollback'),
    BROKEN + 15 * SECOND,
    failed(
      { kind: 'aws', code: 'IAM_ROLE_PERMISSIONS', message: 'The IAM role CodeDeployECS does not give permission.' },
      0
    )
  ),
  'left-running-deadline': ended(
    [...firstStep(), anEvent(46 * MINUTE, { kind: 'acted', action: { kind: 'roll-back' }, problem: undefined })],
    47 * MINUTE,
    { kind: 'left-running', cause: { kind: 'deadline', after: 45 * MINUTE }, traffic: 10, asked: 'roll-back' }
  ),
  'left-running-refused': ended(
    [...firstStep(), anEvent(46 * MINUTE, { kind: 'acted', action: { kind: 'roll-back' }, problem: UNSTOPPABLE })],
    46 * MINUTE,
    {
      kind: 'left-running',
      cause: { kind: 'deadline', after: 45 * MINUTE },
      traffic: 10,
      asked: 'unanswered',
      refusal: UNSTOPPABLE
    }
  ),
  'left-running-unheard': ended(firstStep(), 4 * MINUTE, {
    kind: 'left-running',
    cause: { kind: 'cancelled' },
    traffic: undefined,
    asked: 'unanswered',
    refusal: aProblem('AWS_UNREACHABLE', {
      place: { kind: 'aws', call: 'codedeploy:StopDeployment' },
      found: 'no answer within 2.5s'
    })
  }),
  'left-running-cancelled': ended(firstStep(), 4 * MINUTE, {
    kind: 'left-running',
    cause: { kind: 'cancelled' },
    traffic: 10,
    asked: 'nothing'
  }),
  unknown: ended(
    [...opening(), anEvent(20 * SECOND, { kind: 'blind', source: 'status', problem: DENIED, forGood: true })],
    21 * SECOND,
    { kind: 'unknown', problem: DENIED }
  ),
  'refused-after-the-plan': ended(opening().slice(0, 1), 4 * SECOND, { kind: 'refused', problems: [aProblem()] }),
  'refused-one': ended([], 2 * SECOND, { kind: 'refused', problems: [aProblem()] }),
  'refused-many': ended([], 2 * SECOND, {
    kind: 'refused',
    problems: [
      aProblem('INPUT_INVALID', {
        place: { kind: 'input', name: 'strategy' },
        found: '`canary 10 for 5m`',
        expected: 'a percent sign: `canary 10% for 5m`',
        remedy: 'Write `strategy: canary 10% for 5m`.'
      }),
      aProblem('TASK_DEFINITION_INVALID', {
        place: {
          kind: 'file',
          path: 'deploy/task-definition.json',
          line: 12,
          column: 14,
          text: '      "cpu": "a lot",'
        },
        found: 'containerDefinitions[0].cpu is the text "a lot"',
        expected: 'a whole number'
      }),
      aProblem('NOT_ALLOWED', {
        place: {
          kind: 'aws',
          call: 'ecs:DescribeServices',
          resource: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web'
        },
        found: 'the role `deploy` may not call `ecs:DescribeServices`',
        aws: { name: 'AccessDeniedException', message: '', requestId: '7d4a8f0e-6f7b-4b6d-8f37-6f8d1d9f0c11' }
      })
    ]
  }),
  ...ECS_HISTORIES
}
