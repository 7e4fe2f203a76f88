import type { Deployment, Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { servicePart } from '../../../../src/engines/ecs/service.ts'
import {
  anEntry,
  aNativeHandle,
  anOldEntry,
  MISSING_SERVICE,
  OUR_ID,
  revision,
  seconds,
  served,
  THEIR_ID
} from '../../../engines/ecs-answers.ts'

const BEFORE = { taskDefinition: revision(42) }

function part(
  deployments: readonly Deployment[],
  but: Partial<Service> = {},
  handle = aNativeHandle(),
  before = BEFORE
) {
  return servicePart(served(deployments, but), handle, { before, enough: 100 })
}

describe('the primary', () => {
  test.each([
    ['ours', anEntry(), aNativeHandle(), true],
    ['ours, whose name in the service nobody knows', anEntry(), withoutName(), true],
    ['another start of our revision', anEntry({ id: THEIR_ID }), aNativeHandle(), false],
    ['another revision', anEntry({ taskDefinition: revision(44) }), aNativeHandle(), false],
    ['another revision under our name', anEntry({ taskDefinition: revision(44) }), withoutName(), false],
    ['one that only comes', anEntry({ status: 'ACTIVE' }), aNativeHandle(), false]
  ])('is the target when it is %s: %#', (_, entry, handle, isTarget) => {
    expect(part([entry], {}, handle).primaryIsTarget).toBe(isTarget)
  })

  test('is told by revision and name, where AWS gives both', () => {
    expect(part([anEntry()]).primary).toEqual({ taskDefinition: revision(43), id: OUR_ID })
    expect(part([anEntry({ id: undefined })]).primary).toBeUndefined()
    expect(part([]).primary).toBeUndefined()
  })

  test.each([
    [{}, true],
    [{ runningCount: 3 }, true],
    [{ runningCount: 1 }, false],
    [{ pendingCount: 1 }, false],
    [{ rolloutState: 'IN_PROGRESS' as const }, true],
    [{ desiredCount: 0, runningCount: 0 }, true],
    [{ desiredCount: undefined }, false],
    [{ runningCount: undefined }, false],
    [{ pendingCount: undefined }, false]
  ])('with %j is stable: %s', (but, stable) => {
    expect(part([anEntry(but)]).stable).toBe(stable)
  })
})

describe('the target serves alone', () => {
  test.each<[string, readonly Deployment[], boolean]>([
    ['nothing else', [anEntry()], true],
    ['the old one at work', [anEntry(), anOldEntry()], false],
    ['the old one, wanted no more', [anEntry(), anOldEntry({ desiredCount: 0 })], true],
    ['the old one without tasks', [anEntry(), anOldEntry({ runningCount: 0 })], true],
    [
      'the old one without counts',
      [anEntry(), anOldEntry({ desiredCount: undefined, runningCount: undefined })],
      false
    ],
    ['one of two old ones at work', [anEntry(), anOldEntry({ desiredCount: 0 }), anOldEntry()], false],
    [
      'the old one as primary',
      [anOldEntry({ status: 'PRIMARY' }), anEntry({ status: 'ACTIVE', desiredCount: 0 })],
      false
    ]
  ])('beside %s: %#', (_, deployments, alone) => {
    expect(part(deployments).targetServesAlone).toBe(alone)
  })
})

describe('a rival', () => {
  test.each([
    ['ours', anEntry(), BEFORE, undefined],
    ['the one before', anOldEntry({ status: 'PRIMARY' }), BEFORE, undefined],
    ['another revision', anEntry({ id: THEIR_ID, taskDefinition: revision(44) }), BEFORE, `${THEIR_ID} (web:44)`],
    ['another start of our revision', anEntry({ id: THEIR_ID }), BEFORE, `${THEIR_ID} (web:43)`],
    ['without a revision', anEntry({ id: THEIR_ID, taskDefinition: undefined }), BEFORE, THEIR_ID],
    [
      'without a name',
      anEntry({ id: undefined, taskDefinition: revision(44) }),
      BEFORE,
      'a deployment without an id (web:44)'
    ],
    // It may be the one before that came back.
    [
      'another, and nobody knows what was before',
      anOldEntry({ status: 'PRIMARY' }),
      { taskDefinition: undefined },
      undefined
    ]
  ])('is not made up: a primary that is %s is told as %s%s', (_, entry, before, rival) => {
    expect(servicePart(served([entry]), aNativeHandle(), { before, enough: 100 }).rival).toBe(rival)
  })

  test('that only runs beside ours is none', () => {
    expect(
      part([anEntry(), anEntry({ id: THEIR_ID, status: 'ACTIVE', taskDefinition: revision(44) })]).rival
    ).toBeUndefined()
  })
})

test.each([
  ['ACTIVE', true],
  ['DRAINING', false],
  ['INACTIVE', false],
  [undefined, false]
])('a service that is %s is active: %s', (status, active) => {
  expect(part([], { status }).active).toBe(active)
})

test('a service that does not exist is inactive', () => {
  expect(servicePart(MISSING_SERVICE, aNativeHandle(), { before: BEFORE, enough: 100 })).toMatchObject({
    active: false,
    primaryIsTarget: false
  })
})

test.each([[{}], [{ services: [], failures: [{ reason: 'ON_FIRE' }] }]])('%j is no answer', (answer) => {
  expect(() => servicePart(answer, aNativeHandle(), { before: BEFORE, enough: 100 })).toThrow(
    'no service in the answer'
  )
})

test('events without an id, a time or words are left out', () => {
  const at = seconds(1786241000)
  const events = [{ id: 'e-1', createdAt: at, message: 'steady' }, { id: 'e-2', createdAt: at }, { message: 'x' }]
  expect(part([], { events }).events).toEqual([{ id: 'e-1', at: 1786241000000, text: 'steady' }])
})

function withoutName() {
  const { inService, ...handle } = aNativeHandle()
  expect(inService).toBe(OUR_ID)
  return handle
}
