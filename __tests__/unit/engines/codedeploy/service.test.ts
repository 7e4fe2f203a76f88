import { describe, expect, test } from '@jest/globals'
import { aHandle } from '../../../support/builders.ts'
import { servicePart } from '../../../../src/engines/codedeploy/service.ts'
import {
  aService,
  aTaskSet,
  described,
  GREEN_ID,
  OUR_ID,
  revision,
  taken
} from '../../../engines/codedeploy-answers.ts'

const HANDLE = aHandle({ id: OUR_ID, taskDefinition: revision(42) })

test('the primary of our deployment with our revision is the target', () => {
  expect(servicePart(taken(), HANDLE)).toEqual({
    active: true,
    primaryIsTarget: true,
    targetServesAlone: true,
    primary: { taskDefinition: revision(42), id: GREEN_ID },
    stable: true,
    tasks: { desired: 2, running: 2, pending: 0 },
    events: [
      { id: 'e-1', at: 1786241960000, text: `(service web, taskSet ${GREEN_ID}) updated state to STEADY_STATE.` }
    ]
  })
})

describe('the primary is not the target', () => {
  test.each([
    ['of another deployment with the same revision', taken('d-OTHER')],
    ['of ours with another revision', taken(OUR_ID, revision(43))],
    ['of before', described(aService())],
    [
      'when there is none',
      described(
        aService({ taskSets: [aTaskSet({ status: 'ACTIVE', externalId: OUR_ID, taskDefinition: revision(42) })] })
      )
    ],
    ['when task sets are missing', described(aService({ taskSets: undefined }))]
  ])('%s', (_, answer) => {
    expect(servicePart(answer, HANDLE)).toMatchObject({ primaryIsTarget: false, targetServesAlone: false })
  })
})

test.each([
  ['serves alone beside one that was kept alive', 'ACTIVE', new Date(1), true],
  ['serves alone beside one that drains', 'DRAINING', new Date(3), true],
  ['may share with one that came after it', 'ACTIVE', new Date(3), false],
  ['may share with one of which nobody knows when it came', 'ACTIVE', undefined, false]
] as const)('the target %s', (_, status, createdAt, alone) => {
  const primary = aTaskSet({
    status: 'PRIMARY',
    externalId: OUR_ID,
    taskDefinition: revision(42),
    createdAt: new Date(2)
  })
  const taskSets = [primary, aTaskSet({ status, externalId: 'd-OTHER', createdAt })]
  expect(servicePart(described(aService({ taskSets })), HANDLE)).toMatchObject({
    primaryIsTarget: true,
    targetServesAlone: alone
  })
})

test.each([
  ['STABILIZING', false],
  [undefined, false],
  ['STEADY_STATE', true]
] as const)('stability %s is stable: %s', (stabilityStatus, stable) => {
  expect(servicePart(described(aService({ taskSets: [aTaskSet({ stabilityStatus })] })), HANDLE).stable).toBe(stable)
})

test('an inactive service is not active', () => {
  expect(servicePart(described(aService({ status: 'INACTIVE' })), HANDLE).active).toBe(false)
})

test('a service that is gone is not active, which is not the same as unseen', () => {
  const gone = { services: [], failures: [{ reason: 'MISSING' }] }
  expect(servicePart(gone, HANDLE)).toMatchObject({ active: false, primaryIsTarget: false, primary: undefined })
})

test('an empty answer says nothing', () => {
  expect(() => servicePart({}, HANDLE)).toThrow(/no service/)
})

test('events without an id, a time or a text are left out', () => {
  const events = [
    { id: 'a' },
    { createdAt: new Date(0), message: 'm' },
    { id: 'b', createdAt: new Date(0), message: 'm' }
  ]
  expect(servicePart(described(aService({ events })), HANDLE).events).toEqual([{ id: 'b', at: 0, text: 'm' }])
})
