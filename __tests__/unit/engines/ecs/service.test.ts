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
    ['ours', true, anEntry(), aNativeHandle()],
    ['ours, whose name in the service nobody knows', true, anEntry(), withoutName()],
    ['another start of our revision', false, anEntry({ id: THEIR_ID }), aNativeHandle()],
    ['another revision', false, anEntry({ taskDefinition: revision(44) }), aNativeHandle()],
    ['another revision, and nobody knows our name', false, anEntry({ taskDefinition: revision(44) }), withoutName()],
    ['only coming', false, anEntry({ status: 'ACTIVE' }), aNativeHandle()]
  ])('that is %s is the target: %s', (_, isTarget, entry, handle) => {
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
  test.each<[string, boolean, readonly Deployment[]]>([
    ['nothing else', true, [anEntry()]],
    ['the old one at work', false, [anEntry(), anOldEntry()]],
    ['the old one, wanted no more', true, [anEntry(), anOldEntry({ desiredCount: 0 })]],
    ['the old one without tasks', true, [anEntry(), anOldEntry({ runningCount: 0 })]],
    [
      'the old one without counts',
      false,
      [anEntry(), anOldEntry({ desiredCount: undefined, runningCount: undefined })]
    ],
    ['one of two old ones at work', false, [anEntry(), anOldEntry({ desiredCount: 0 }), anOldEntry()]],
    [
      'the old one as primary',
      false,
      [anOldEntry({ status: 'PRIMARY' }), anEntry({ status: 'ACTIVE', desiredCount: 0 })]
    ]
  ])('beside %s: %s', (_, alone, deployments) => {
    expect(part(deployments).targetServesAlone).toBe(alone)
  })
})

describe('a rival', () => {
  test.each([
    ['ours', undefined, anEntry(), BEFORE],
    ['the one before', undefined, anOldEntry({ status: 'PRIMARY' }), BEFORE],
    ['another revision', `${THEIR_ID} (web:44)`, anEntry({ id: THEIR_ID, taskDefinition: revision(44) }), BEFORE],
    ['another start of our revision', `${THEIR_ID} (web:43)`, anEntry({ id: THEIR_ID }), BEFORE],
    ['without a revision', THEIR_ID, anEntry({ id: THEIR_ID, taskDefinition: undefined }), BEFORE],
    [
      'without a name',
      'a deployment without an id (web:44)',
      anEntry({ id: undefined, taskDefinition: revision(44) }),
      BEFORE
    ],
    // It may be the one before that came back.
    ['another than nobody knows', undefined, anOldEntry({ status: 'PRIMARY' }), { taskDefinition: undefined }]
  ])('beside a primary that is %s is %s', (_, rival, entry, before) => {
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
