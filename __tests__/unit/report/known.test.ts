import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../../src/domain/event.ts'
import { NO_OUTLOOK } from '../../../src/domain/outlook.ts'
import type { Phase } from '../../../src/domain/snapshot.ts'
import type { Millis } from '../../../src/domain/units.ts'
import type { Cause } from '../../../src/domain/verdict.ts'
import { learn, NOTHING_KNOWN } from '../../../src/report/wording/known.ts'
import { remedy } from '../../../src/report/wording/remedy.ts'
import { aCodeDeployPlan, aGate, anAttachment, anEcsHandle, anEcsPlan } from '../../report/ecs-subjects.ts'
import { anEvent, aProblem, aTimetable, revisionArn } from '../../support/builders.ts'

const known = (...events: readonly DeploymentEvent[]) => events.reduce(learn, NOTHING_KNOWN)
const paused = anEvent(0, { kind: 'paused', gate: aGate() })
const phase = (to: Phase) => anEvent(1, { kind: 'phase', from: 'paused', to, status: 'x', outlook: NO_OUTLOOK })
const rollBack = (problem: ReturnType<typeof aProblem> | undefined) =>
  anEvent(1, { kind: 'acted', action: { kind: 'roll-back' }, problem })

describe('a gate is known', () => {
  test.each<[string, readonly DeploymentEvent[], boolean]>([
    ['once the deployment waits at it', [paused], true],
    ['of a deployment that was found waiting', [anEvent(0, { kind: 'attached', attachment: anAttachment() })], true],
    ['while the deployment is still paused', [paused, phase('paused')], true],
    ['not any more once the deployment goes on', [paused, phase('shifting')], false],
    ['not any more once AWS was asked to end it', [paused, rollBack(undefined)], false],
    ['still, when AWS did not hear of that', [paused, rollBack(aProblem('AWS_UNREACHABLE'))], true],
    ['not of the deployment before', [paused, anEvent(1, { kind: 'planned', plan: aCodeDeployPlan() })], false],
    [
      'not of one that is started now',
      [paused, anEvent(1, { kind: 'started', handle: anEcsHandle(), adopted: false })],
      false
    ]
  ])('%s', (_claim, events, gate) => {
    expect(known(...events).gate !== undefined).toBe(gate)
  })
})

test('the command that rolls back is that of the deployment that is followed', () => {
  const found = anEvent(0, { kind: 'attached', attachment: anAttachment() })
  const started = anEvent(2, {
    kind: 'started',
    handle: anEcsHandle({ rollBackCommand: 'aws ecs other' }),
    adopted: false
  })
  expect(known(found)).toMatchObject({
    before: revisionArn(42),
    rollBackCommand: anEcsHandle().rollBackCommand
  })
  expect(known(found, started).rollBackCommand).toBe('aws ecs other')
})

describe('what brings the traffic back', () => {
  const plan = (rolling: boolean) =>
    anEcsPlan(rolling ? { shape: { kind: 'rolling' }, timetable: aTimetable({ kind: 'rolling' }, { steps: [] }) } : {})
  const told = (rolling: boolean, kind: 'rollback-failed' | 'tasks') => {
    const first = { kind: 'tasks', detail: 'none started' } as const
    const cause = kind === 'tasks' ? first : ({ kind, id: 'r-1', status: 'ROLLBACK_FAILED', first } as const)
    return remedy(
      { kind: 'failed', cause, traffic: undefined },
      known(anEvent(0, { kind: 'planned', plan: plan(rolling) }))
    )
  }

  test('is no weight where tasks are replaced batch by batch', () => {
    expect(told(true, 'rollback-failed')).toMatch(
      /^Deploy the previous revision, `web:42`, again: tasks of both may serve\. Open the deployment/
    )
    expect(told(true, 'tasks')).toMatch(/^Read why the tasks stopped/)
  })

  test('is a weight where traffic is divided', () => {
    expect(told(false, 'rollback-failed')).toMatch(/^Look at the weights of the production listener/)
  })
})

describe('until when a person may answer', () => {
  const AT = Date.UTC(2026, 10, 20, 14, 31)
  const stops = anEvent(1, {
    kind: 'phase',
    from: 'provisioning',
    to: 'paused',
    status: 'Ready',
    outlook: { ...NO_OUTLOOK, next: { kind: 'expiry', at: AT } }
  })
  const told = (expiresAt: Millis | undefined) => {
    const gate = aGate({ hookId: undefined, expiresAt })
    const known = [stops, anEvent(1, { kind: 'paused', gate })].reduce(learn, NOTHING_KNOWN)
    return remedy({ kind: 'paused', gate, traffic: 0 }, known)
  }

  test('is told by the timetable where AWS does not say so', () => {
    expect(told(undefined)).toBe(
      'Continue it with `mode: promote` before about 2026-11-20 14:31 UTC, or roll it back with `mode: rollback`.'
    )
  })

  test('is not told twice where AWS says so', () => {
    expect(told(AT)).toBe('Continue it with `mode: promote`, or roll it back with `mode: rollback`.')
  })
})

test('a console is not sent to twice', () => {
  const told = (text: string) =>
    remedy({ kind: 'unknown', problem: aProblem('DEPLOYMENT_GONE', { remedy: text }) }, NOTHING_KNOWN)
  expect(told('Look in the console.')).toBe('Look in the console.')
  expect(told('Wait.')).toBe('Wait. Look at the deployment in the console: it may still be running.')
})

test('what made a roll-back needed is still to be mended when the roll-back fails', () => {
  const told = (first: Cause) =>
    remedy(
      { kind: 'failed', cause: { kind: 'rollback-failed', id: 'r-1', status: 'ROLLBACK_FAILED', first }, traffic: 0 },
      NOTHING_KNOWN
    )
  expect(told({ kind: 'circuit-breaker', detail: '' })).toMatch(/why the roll-back failed\. Read why the tasks stopped/)
  expect(told({ kind: 'operator', detail: undefined })).toMatch(/why the roll-back failed\.$/)
})
