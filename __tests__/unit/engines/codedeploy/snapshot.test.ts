import { describe, expect, test } from '@jest/globals'
import { DeploymentStatus, LifecycleEventStatus, TargetStatus, type DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { OVER } from '../../../../src/domain/snapshot.ts'
import {
  DEPLOYMENT_PHASES,
  STAGE_PROGRESS,
  statusPart,
  TARGET_PHASES,
  targetPart
} from '../../../../src/engines/codedeploy/snapshot.ts'
import {
  aDeployment,
  anAlarmed,
  anEcsTarget,
  aRollback,
  BLUE_ID,
  EIGHT,
  finished,
  GREEN_ID,
  lifecycle,
  ROLLBACK_ID,
  SIX,
  taskSets
} from '../../../engines/codedeploy-answers.ts'

/** Its one wait for a person: without a name, and AWS does not say until when. */
const READY_WAIT = { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' }

describe('every word of the API is in its table', () => {
  test.each([
    ['deployment status', DeploymentStatus, DEPLOYMENT_PHASES],
    ['target status', TargetStatus, TARGET_PHASES],
    ['lifecycle event status', LifecycleEventStatus, STAGE_PROGRESS]
  ])('%s', (_, words, table) => {
    expect(Object.keys(table).sort()).toEqual(Object.values(words).sort())
  })

  test('and no target ends a deployment', () => {
    expect(Object.values(TARGET_PHASES).filter((phase) => OVER[phase])).toEqual([])
  })
})

describe('a deployment that goes on', () => {
  test.each([
    ['Created', 'queued'],
    ['Queued', 'queued'],
    ['InProgress', 'running'],
    ['Baking', 'running'],
    ['Ready', 'paused'],
    ['Succeeded', 'succeeded']
  ] as const)('%s is %s', (status, phase) => {
    expect(statusPart(aDeployment({ status }), undefined)).toEqual({
      phase,
      status,
      unlisted: false,
      cause: undefined,
      rollback: undefined,
      createdAt: 1786241480411,
      gates: status === 'Ready' ? [READY_WAIT] : []
    })
  })

  test('with a word nobody knows is shown, and not over', () => {
    const part = statusPart(aDeployment({ status: 'Levitating' as 'Ready' }), undefined)
    expect(part).toMatchObject({ phase: 'running', status: 'Levitating', unlisted: true })
  })

  test.each(['constructor', 'toString', '__proto__'])('%s is no word of the table', (word) => {
    expect(statusPart(aDeployment({ status: word as 'Ready' }), undefined).unlisted).toBe(true)
  })

  test.each([undefined, null, 7])('without a status that can be read (%p) nothing is said', (status) => {
    const broken = { ...aDeployment(), status } as unknown as DeploymentInfo
    expect(() => statusPart(broken, undefined)).toThrow(/status.*missing/)
  })
})

describe('a deployment that ended badly', () => {
  test.each([
    ['Created', 'rolling-back'],
    ['Queued', 'rolling-back'],
    ['InProgress', 'rolling-back'],
    ['Baking', 'rolling-back'],
    ['Ready', 'rolling-back'],
    ['Levitating', 'rolling-back'],
    ['Succeeded', 'rolled-back']
  ])('is followed to the end of its rollback: %s is %s', (status, phase) => {
    expect(statusPart(anAlarmed(), aRollback(status))).toMatchObject({
      phase,
      status: 'Stopped',
      cause: { kind: 'alarm', names: ['web-5xx', 'web latency'] },
      rollback: { id: ROLLBACK_ID, status }
    })
  })

  test.each(['Failed', 'Stopped'])('has failed for good when its rollback %s', (status) => {
    expect(statusPart(anAlarmed(), aRollback(status))).toMatchObject({
      phase: 'failed',
      cause: { kind: 'rollback-failed', id: ROLLBACK_ID, status, first: { kind: 'alarm' } },
      rollback: { id: ROLLBACK_ID, status }
    })
  })

  test('a rollback that cannot be read yet is not over', () => {
    expect(statusPart(anAlarmed(), undefined)).toMatchObject({ phase: 'rolling-back', rollback: { status: 'Created' } })
  })

  const operator = { code: 'MANUAL_STOP' } as const
  const alarm = { code: 'ALARM_ACTIVE' } as const
  const timeout = {
    code: 'TIMEOUT',
    message: 'The deployment timed out while waiting for a notification to continue.'
  } as const
  test.each([
    ['Failed', undefined, ['DEPLOYMENT_FAILURE'], 'rolling-back'],
    ['Failed', undefined, ['DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'], 'failed'],
    ['Stopped', alarm, ['DEPLOYMENT_STOP_ON_ALARM'], 'rolling-back'],
    ['Stopped', alarm, ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'], 'stopped'],
    ['Stopped', operator, ['DEPLOYMENT_STOP_ON_REQUEST'], 'rolling-back'],
    ['Stopped', operator, ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'], 'stopped'],
    ['Stopped', timeout, ['DEPLOYMENT_STOP_ON_REQUEST'], 'rolling-back'],
    ['Stopped', timeout, ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'], 'stopped'],
    ['Stopped', undefined, ['DEPLOYMENT_STOP_ON_REQUEST'], 'rolling-back'],
    ['Stopped', undefined, [], 'stopped']
  ] as const)(
    '%s with %j and automatic rollback on %j is %s before a rollback shows',
    (status, error, events, phase) => {
      const deployment = aDeployment({
        status,
        errorInformation: error,
        autoRollbackConfiguration: { enabled: true, events: [...events] }
      })
      expect(statusPart(deployment, undefined)).toMatchObject({ phase, rollback: undefined })
    }
  )

  test('a rollback that is switched off is not waited for', () => {
    const off = { enabled: false, events: ['DEPLOYMENT_FAILURE' as const] }
    expect(statusPart(aDeployment({ status: 'Failed', autoRollbackConfiguration: off }), undefined).phase).toBe(
      'failed'
    )
  })

  test('without any explanation says so', () => {
    const bare = aDeployment({ status: 'Stopped', autoRollbackConfiguration: undefined })
    expect(statusPart(bare, undefined)).toMatchObject({
      phase: 'stopped',
      cause: { kind: 'aws', code: undefined, message: undefined }
    })
  })
})

describe('a target', () => {
  test('that has not begun is queued and empty', () => {
    expect(targetPart(undefined, BLUE_ID)).toMatchObject({
      phase: 'queued',
      stages: [],
      traffic: undefined,
      shifted: false
    })
  })

  describe.each([
    ['eight events', EIGHT],
    ['six events', SIX]
  ])('with %s', (_, names) => {
    test.each(
      names.map((name) => [name, name === 'AllowTraffic' || name === 'AfterAllowTraffic' ? 'shifting' : 'provisioning'])
    )('in %s is %s', (running, phase) => {
      expect(targetPart(anEcsTarget({ lifecycleEvents: lifecycle(names, running) }), BLUE_ID)).toMatchObject({
        phase,
        shifted: false,
        shiftedAt: undefined
      })
    })

    test('all of which succeeded has shifted, though its own status lags', () => {
      const part = targetPart(anEcsTarget({ lifecycleEvents: finished(names) }), BLUE_ID)
      const last = 1786241859 + (names.length - 1) * 10
      expect(part).toMatchObject({ phase: 'baking', shifted: true, shiftedAt: last * 1000 })
    })

    test('of which one failed leaves the word to the deployment', () => {
      const lifecycleEvents = lifecycle(names, 'Install', 'Failed', 'Skipped')
      expect(targetPart(anEcsTarget({ status: 'Failed', lifecycleEvents }), BLUE_ID)).toMatchObject({
        phase: 'running',
        shifted: false
      })
    })
  })

  test.each([
    ['Pending', 'queued'],
    ['Ready', 'paused'],
    ['Succeeded', 'baking'],
    ['Skipped', 'shifting'],
    ['Unknown', 'shifting'],
    ['Levitating', 'shifting'],
    [undefined, 'shifting']
  ])('of status %s in the middle of the shift is %s', (status, phase) => {
    expect(targetPart(anEcsTarget({ status: status as 'Ready' }), BLUE_ID).phase).toBe(phase)
  })

  test('without a lifecycle is running, and nothing is invented', () => {
    expect(targetPart({ status: 'InProgress' }, BLUE_ID)).toEqual({
      phase: 'running',
      tells: 'all',
      stages: [],
      hooks: [],
      monitors: [],
      traffic: undefined,
      testTraffic: undefined,
      oldTraffic: undefined,
      tasks: undefined,
      shifted: false,
      shiftStartedAt: undefined,
      shiftedAt: undefined
    })
  })

  test('whose shift has an unknown status is running', () => {
    const lifecycleEvents = lifecycle(EIGHT, 'AllowTraffic', 'Levitating')
    expect(targetPart(anEcsTarget({ lifecycleEvents }), BLUE_ID).phase).toBe('running')
  })

  test('knows when its shift began', () => {
    expect(targetPart(anEcsTarget(), BLUE_ID).shiftStartedAt).toBe((1786241854 + 60) * 1000)
  })

  test('tells what the hook of a failed stage said, and nothing of one that succeeded', () => {
    const diagnostics = { errorCode: 'ScriptFailed', scriptName: 'smoke', message: 'no answer', logTail: '' } as const
    const { stages } = targetPart(
      anEcsTarget({
        lifecycleEvents: [
          { lifecycleEventName: 'BeforeInstall', status: 'Succeeded', diagnostics },
          { lifecycleEventName: 'AfterInstall', status: 'Failed', diagnostics },
          { lifecycleEventName: 'AllowTraffic', status: 'Failed' },
          {}
        ]
      }),
      BLUE_ID
    )
    expect(stages.map((stage) => stage.detail)).toEqual([
      undefined,
      'ScriptFailed: smoke: no answer',
      undefined,
      undefined
    ])
    expect(stages[3]).toMatchObject({ name: 'unnamed', status: 'Unknown' })
  })
})

describe('the traffic of the new revision', () => {
  const [blue, green] = taskSets(30)
  const [bareBlue, bareGreen] = taskSets(30, false)
  test.each([
    ['the label', [blue, green], 30],
    ['the label, in any order', [green, blue], 30],
    ['the identifier where labels are missing', [bareBlue, bareGreen], 30],
    ['a green set alone', [green], 30],
    ['an unlabelled set that did not serve before', [bareGreen], 30],
    [
      'the weight of a set that is primary by now',
      [
        { ...blue, status: 'ACTIVE' },
        { ...green, status: 'PRIMARY' }
      ],
      30
    ],
    ['nothing when there is none', [], undefined],
    ['nothing when there is none yet', [blue], undefined],
    ['nothing when the only unlabelled set served before', [bareBlue], undefined],
    ['nothing when two are green', [green, green], undefined],
    ['nothing when two did not serve before', [bareGreen, { ...bareGreen, identifer: 'ecs-svc/3' }], undefined],
    ['nothing when AWS gives no weight', [{ identifer: GREEN_ID, taskSetLabel: 'Green' }], undefined],
    ['nothing when the weight is absurd', [{ ...green, trafficWeight: 130 }], undefined],
    ['nothing when the weight is no number', [{ ...green, trafficWeight: '30' }], undefined],
    ['nothing when the weight is NaN', [{ ...green, trafficWeight: Number.NaN }], undefined]
  ])('is told by %s', (_, sets, traffic) => {
    const taskSetsInfo = sets as NonNullable<Parameters<typeof targetPart>[0]>['taskSetsInfo']
    expect(targetPart(anEcsTarget({ taskSetsInfo }), BLUE_ID).traffic).toBe(traffic)
  })

  test.each([
    ['the set beside the new one', [blue, green], 70],
    ['the set beside it without labels', [bareBlue, bareGreen], 70],
    ['nothing when the new one stands alone', [green], undefined],
    ['nothing when two stand beside it', [blue, { ...blue, identifer: 'ecs-svc/3' }, green], undefined],
    ['nothing when the new one is not known', [blue], undefined],
    ['nothing when the weight is absurd', [{ ...blue, trafficWeight: -1 }, green], undefined]
  ])('leaves the old one what is told by %s', (_, sets, oldTraffic) => {
    expect(targetPart(anEcsTarget({ taskSetsInfo: sets }), BLUE_ID).oldTraffic).toBe(oldTraffic)
  })

  test('is not guessed without labels when nobody knows what served before', () => {
    expect(targetPart(anEcsTarget({ taskSetsInfo: [bareBlue, bareGreen] }), undefined).traffic).toBeUndefined()
  })

  test('comes with the tasks of the same set, when all three counts are given', () => {
    expect(targetPart(anEcsTarget(), BLUE_ID).tasks).toEqual({ desired: 3, running: 2, pending: 1 })
    const uncounted = [blue, { ...green, pendingCount: undefined }]
    expect(targetPart(anEcsTarget({ taskSetsInfo: uncounted }), BLUE_ID).tasks).toBeUndefined()
  })

  test('a zero is told, not dropped', () => {
    expect(targetPart(anEcsTarget({ taskSetsInfo: [...taskSets(0)] }), BLUE_ID).traffic).toBe(0)
  })
})
