import { describe, expect, test } from '@jest/globals'
import type { Attachment } from '../../../src/domain/plan.ts'
import type { Gate } from '../../../src/domain/snapshot.ts'
import { chooseGate } from '../../../src/stories/promote.ts'
import { judged, restored } from '../../../src/stories/rollback.ts'
import { anAttachment } from '../../support/builders.ts'

const gate = (hookId: string | undefined): Gate => ({
  hookId,
  stage: 'POST_TEST_TRAFFIC_SHIFT',
  expiresAt: undefined,
  onExpiry: 'roll-back'
})
const ONE = gate('ecs-pause-1')
const TWO = gate('ecs-pause-2')
const UNNAMED = { deploymentId: undefined, hookId: undefined }
const NAMED = { deploymentId: anAttachment().handle.id, hookId: undefined }

const chosen = (but: Partial<Attachment>, inputs: Parameters<typeof chooseGate>[1]): string => {
  const result = chooseGate({ ...anAttachment(), ...but } as Attachment, inputs)
  return result.ok ? (result.value.gate?.hookId ?? 'none') : (result.problems[0]?.code ?? '')
}

describe('the gate that is promoted', () => {
  test.each([
    ['the one gate of a deployment of ours', { gates: [ONE], whose: 'repository' }, UNNAMED, 'ecs-pause-1'],
    ['never one of a deployment of others', { gates: [ONE], whose: 'unknown' }, UNNAMED, 'DEPLOYMENT_NOT_OURS'],
    ['one of others that was named', { gates: [ONE], whose: 'unknown' }, NAMED, 'ecs-pause-1'],
    ['none where nothing waits', { gates: [], whose: 'repository' }, UNNAMED, 'DEPLOYMENT_NOT_WAITING'],
    ['none of a deployment that is over', { gates: [], phase: 'rolled-back' }, UNNAMED, 'DEPLOYMENT_NOT_WAITING'],
    ['none where the named deployment was continued already', { gates: [] }, NAMED, 'none'],
    ['not one of two', { gates: [ONE, TWO] }, NAMED, 'GATE_NOT_FOUND'],
    ['the one of two that is named', { gates: [ONE, TWO] }, { ...NAMED, hookId: 'ecs-pause-2' }, 'ecs-pause-2'],
    [
      'not the next one in place of the one that is named',
      { gates: [TWO] },
      { ...NAMED, hookId: 'ecs-pause-1' },
      'GATE_NOT_FOUND'
    ]
  ] as const)('is %s', (_, but, inputs, expected) => {
    expect(chosen(but, inputs)).toBe(expected)
  })

  test('needs a deployment', () => {
    expect(chooseGate(undefined, UNNAMED)).toMatchObject({ ok: false, problems: [{ code: 'DEPLOYMENT_NOT_FOUND' }] })
  })
})

describe('a roll-back that was asked for', () => {
  test.each([
    [
      { kind: 'rolled-back', cause: { kind: 'cancelled' } },
      { kind: 'succeeded', until: 'rolled-back' }
    ],
    [
      { kind: 'succeeded', until: 'complete' },
      { kind: 'failed', cause: { kind: 'not-rolled-back' }, traffic: 100 }
    ],
    [
      { kind: 'failed', cause: { kind: 'service-gone' }, traffic: 10 },
      { kind: 'failed', cause: { kind: 'service-gone' }, traffic: 10 }
    ]
  ] as const)('%j is judged as %j', (verdict, expected) => {
    expect(judged(verdict)).toEqual(expected)
  })
})

describe('a revision that was deployed again because a person wanted it back', () => {
  test.each([
    [
      'is told as the older one, and never as a new one',
      { kind: 'succeeded', until: 'complete' },
      { kind: 'succeeded', until: 'rolled-back' }
    ],
    [
      'keeps what is said of a roll-back that may still come',
      { kind: 'succeeded', until: 'traffic-shifted', reversibleUntil: undefined },
      { kind: 'succeeded', until: 'traffic-shifted', reversibleUntil: undefined }
    ],
    ['keeps every other verdict', { kind: 'started' }, { kind: 'started' }]
  ] as const)('%s', (_claim, verdict, expected) => {
    expect(restored(verdict)).toEqual(expected)
  })
})
