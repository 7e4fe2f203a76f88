import { describe, expect, test } from '@jest/globals'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import { decideServiceOptions, hasTaken } from '../../../../src/engines/codedeploy/service-options.ts'
import { updateText } from '../../../../src/engines/service-update.ts'
import { anAsk } from '../../../engines/asked.ts'
import { aService } from '../../../engines/codedeploy-answers.ts'

const HAS = { desiredCount: 2, enableECSManagedTags: false, propagateTags: 'SERVICE' }

const decided = (asked: Partial<Deploying>, has: Parameters<typeof decideServiceOptions>[1] = HAS) =>
  decideServiceOptions(anAsk(asked), has)

describe('the service itself', () => {
  test('stays as it is when nothing was asked of it', () => {
    expect(decided({})).toEqual({ value: { update: undefined, stored: [], choices: [] }, problems: [], notes: [] })
  })

  test.each<[string, Partial<Deploying>, object, string]>([
    ['desired count', { desiredCount: 4 }, { desiredCount: 4 }, '2 -> 4'],
    ['desired count', { desiredCount: 0 }, { desiredCount: 0 }, '2 -> 0'],
    ['ECS managed tags', { enableEcsManagedTags: true }, { enableECSManagedTags: true }, 'false -> true'],
    ['propagated tags', { propagateTags: 'NONE' }, { propagateTags: 'NONE' }, 'SERVICE -> NONE']
  ])('is changed where it differs: %s, %j', (what, asked, update, value) => {
    const { value: options, notes, problems } = decided(asked)
    const [path] = Object.keys(update)
    const [from, to] = value.split(' -> ')
    expect(options).toEqual({
      update,
      stored: [{ path, kind: 'changed', from, to }],
      choices: [{ what, value, origin: 'input' }]
    })
    expect(problems).toEqual([])
    expect(notes).toMatchObject([{ level: 'notice', says: expect.stringContaining('`ecs:UpdateService`') }])
    expect(notes[0]?.says).toContain(what)
  })

  test.each<[Partial<Deploying>, string]>([
    [{ desiredCount: 2 }, '2, as it is'],
    [{ enableEcsManagedTags: false }, 'false, as it is'],
    [{ propagateTags: 'SERVICE' }, 'SERVICE, as it is']
  ])('is not written to when it is so already: %j', (asked, value) => {
    expect(decided(asked)).toMatchObject({ value: { update: undefined, choices: [{ value }] }, notes: [] })
  })

  test('is changed in one write, and only in what differs', () => {
    const asked = { desiredCount: 4, enableEcsManagedTags: false, propagateTags: 'TASK_DEFINITION' } as const
    const { value, notes } = decided(asked)
    expect(value.update).toEqual({ desiredCount: 4, propagateTags: 'TASK_DEFINITION' })
    expect(value.choices).toHaveLength(3)
    expect(notes).toHaveLength(1)
  })

  test('is written to when AWS does not say how it is', () => {
    const { value } = decided({ desiredCount: 2 }, { ...HAS, desiredCount: undefined })
    expect(value).toMatchObject({ update: { desiredCount: 2 }, choices: [{ value: 'not known -> 2' }] })
  })
})

test('a forced deployment is what CodeDeploy always makes, and that is said', () => {
  const { value, problems, notes } = decided({ forceNewDeployment: true })
  expect([value.update, problems]).toEqual([undefined, []])
  expect(notes).toMatchObject([{ level: 'notice', says: expect.stringContaining('with every deployment') }])
})

test('volumes are refused: nobody can give them to a service of CodeDeploy', () => {
  expect(decided({ ebsVolume: { name: 'scratch', settings: {} } }).problems).toMatchObject([
    {
      code: 'SERVICE_OPTION_UNFIT',
      place: { kind: 'input', name: 'service-managed-ebs-volume' },
      found: expect.stringContaining('"scratch"'),
      remedy: expect.stringMatching(/^Remove `service-managed-ebs-volume`/),
      changed: 'nothing'
    }
  ])
})

test.each([
  [{}, ''],
  [{ desiredCount: 0 }, 'desired count 0'],
  [{ propagateTags: 'NONE', enableECSManagedTags: false } as const, 'ECS managed tags false, propagated tags NONE']
])('%j is told as %j', (update, text) => {
  expect(updateText(update)).toBe(text)
})

test.each([
  [aService({ desiredCount: 4 }), { desiredCount: 4 }, true],
  [aService({ desiredCount: 3 }), { desiredCount: 4 }, false],
  // Absent tags are off.
  [aService(), { enableECSManagedTags: false, propagateTags: 'NONE' } as const, true],
  [aService(), { enableECSManagedTags: true }, false],
  [undefined, { desiredCount: 4 }, false]
])('whether an update took effect is seen of the service (%#)', (service, update, taken) => {
  expect(hasTaken(service, update)).toBe(taken)
})
