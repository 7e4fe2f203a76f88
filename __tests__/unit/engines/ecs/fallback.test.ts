import type { Deployment, Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { Phase } from '../../../../src/domain/snapshot.ts'
import { courseInService, type Course } from '../../../../src/engines/ecs/fallback.ts'
import {
  anEntry,
  aNativeHandle,
  anOldEntry,
  MISSING_SERVICE,
  OLD_ID,
  OUR_ID,
  revision,
  seconds,
  served,
  THEIR_ID
} from '../../../engines/ecs-answers.ts'

const OF = { before: { taskDefinition: revision(42) }, guard: { alarms: ['web-5xx'] } }
const HANDLE = aNativeHandle({ id: OUR_ID })
const theirs = (but: Partial<Deployment> = {}) => anEntry({ id: THEIR_ID, taskDefinition: revision(44), ...but })
const BACK = anOldEntry({ status: 'PRIMARY' })

function course(
  deployments: readonly Deployment[],
  seen = true,
  but: Partial<Service> = {},
  of: typeof OF = OF
): Course {
  return courseInService(served(deployments, but), HANDLE, of, seen)
}

describe('ours, in the list of the service,', () => {
  test.each<[string, Phase, string, readonly Deployment[]]>([
    ['goes on', 'running', 'IN_PROGRESS', [anEntry(), anOldEntry()]],
    ['is complete', 'succeeded', 'COMPLETED', [anEntry({ rolloutState: 'COMPLETED' })]],
    [
      'was complete before another one began',
      'succeeded',
      'COMPLETED',
      [theirs(), anEntry({ status: 'ACTIVE', rolloutState: 'COMPLETED' })]
    ],
    ['has failed and is still the primary', 'rolling-back', 'FAILED', [anEntry({ rolloutState: 'FAILED' })]],
    [
      'has failed while the one before comes back',
      'rolling-back',
      'FAILED',
      [{ ...BACK, rolloutState: 'IN_PROGRESS' }, anEntry({ status: 'ACTIVE', rolloutState: 'FAILED' })]
    ],
    [
      'has failed and the one before is back',
      'rolled-back',
      'FAILED',
      [BACK, anEntry({ status: 'ACTIVE', rolloutState: 'FAILED' })]
    ],
    [
      'has lost its place to the one before without a word',
      'rolling-back',
      'IN_PROGRESS',
      [{ ...BACK, rolloutState: 'IN_PROGRESS' }, anEntry({ status: 'ACTIVE' })]
    ],
    ['makes room for another one', 'stopping', 'IN_PROGRESS', [theirs(), anEntry({ status: 'ACTIVE' })]],
    [
      'has made room for another one',
      'stopped',
      'FAILED',
      [theirs(), anEntry({ status: 'ACTIVE', rolloutState: 'FAILED' })]
    ]
  ])('%s: %s, as %s', (_, phase, status, deployments) => {
    const { status: seen, target } = course(deployments)
    expect(seen).toMatchObject({ phase, status, unlisted: false, createdAt: 1786241000100, gates: [] })
    expect(target).toMatchObject({ traffic: undefined, phase: 'running', stages: [] })
  })

  test('names what comes back', () => {
    const { status } = course([BACK, anEntry({ status: 'ACTIVE', rolloutState: 'FAILED' })])
    expect(status.rollback).toEqual({ id: OLD_ID, status: 'COMPLETED' })
  })

  test('is never a success by a word that nobody knows', () => {
    const { status, target } = course([anEntry({ rolloutState: 'DONE' as 'COMPLETED' })])
    expect(status).toMatchObject({ phase: 'running', status: 'DONE', unlisted: true })
    expect(target.shifted).toBe(false)
  })

  test('is no answer without a word', () => {
    expect(() => course([anEntry({ rolloutState: undefined })])).toThrow('rolloutState` is missing')
  })

  test.each([
    ['COMPLETED', 'PRIMARY', true],
    ['IN_PROGRESS', 'PRIMARY', false],
    ['COMPLETED', 'ACTIVE', false]
  ] as const)('that is %s and %s has all traffic: %s', (rolloutState, status, shifted) => {
    expect(course([anEntry({ rolloutState, status })]).target).toMatchObject({
      shifted,
      tasks: { desired: 2, running: 2, pending: 0 }
    })
  })

  test('is known by its revision where nobody knows its name, if there is only one', () => {
    const { inService, ...nameless } = HANDLE
    const look = (...deployments: readonly Deployment[]) =>
      courseInService(served(deployments), nameless, OF, false).status.phase
    expect(inService).toBe(OUR_ID)
    expect(look(anEntry(), anOldEntry())).toBe('running')
    expect(look(anEntry(), anEntry({ id: THEIR_ID, status: 'ACTIVE', rolloutState: 'COMPLETED' }))).toBe('queued')
  })
})

describe('ours, in no list,', () => {
  test.each<[string, Phase, boolean, readonly Deployment[]]>([
    ['may only be late', 'queued', false, [BACK]],
    ['was undone', 'rolled-back', true, [BACK]],
    ['is being undone', 'rolling-back', true, [{ ...BACK, rolloutState: 'IN_PROGRESS' }]],
    ['has made room for another one', 'stopped', true, [theirs()]],
    ['is over, with nothing in its place', 'stopped', true, []]
  ])('%s: %s', (_, phase, seen, deployments) => {
    expect(course(deployments, seen)).toMatchObject({ status: { phase }, target: { shifted: false, tasks: undefined } })
  })

  test.each([
    ['INACTIVE', served([], { status: 'INACTIVE' })],
    ['DRAINING', served([], { status: 'DRAINING' })],
    ['MISSING', MISSING_SERVICE]
  ])('of a service that is %s is stopped', (status, answer) => {
    expect(courseInService(answer, HANDLE, OF, false).status).toMatchObject({ phase: 'stopped', status })
  })
})

describe('the cause', () => {
  const failed = anEntry({ status: 'ACTIVE', rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' })
  const event = (message: string, at = 1786241100) => ({ id: message, createdAt: seconds(at), message })

  test.each([
    [
      'what the service says',
      [event('(service web) deployment failed: alarm detected.')],
      { kind: 'alarm', names: ['web-5xx'] }
    ],
    [
      'what it says of ours, whenever',
      [event(`(deployment ${OUR_ID}) deployment failed: alarm detected.`, 1)],
      { kind: 'alarm', names: ['web-5xx'] }
    ],
    [
      'not what it said before',
      [event('deployment failed: alarm detected.', 1)],
      { kind: 'tasks', detail: 'tasks failed to start' }
    ],
    [
      'not what it says of anything else',
      [event('the alarm clock')],
      { kind: 'tasks', detail: 'tasks failed to start' }
    ]
  ])('is %s', (_, events, cause) => {
    expect(course([BACK, failed], true, { events }).status.cause).toEqual(cause)
  })

  test('is AWS’s own sentence where it hints at nothing', () => {
    const said = 'ECS deployment ecs-svc/1 failed.'
    const { status } = course([BACK, { ...failed, rolloutStateReason: said }])
    expect(status.cause).toEqual({ kind: 'aws', code: undefined, message: said })
  })

  test('is unknown where nothing is said', () => {
    expect(course([BACK]).status.cause).toEqual({ kind: 'aws', code: undefined, message: undefined })
  })

  test('is none for one that goes on', () => {
    expect(course([anEntry()], true, { events: [event('deployment failed: alarm')] }).status.cause).toBeUndefined()
  })
})
