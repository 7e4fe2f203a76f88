import { describe, expect, test } from '@jest/globals'
import { decideServiceOptions } from '../../../../src/engines/ecs/service-options.ts'
import { plan } from '../../../engines/ecs-planning.ts'

type Asked = Parameters<typeof decideServiceOptions>[0]

const NOTHING: Asked = {
  desiredCount: undefined,
  enableEcsManagedTags: undefined,
  propagateTags: undefined,
  ebsVolume: undefined
}
const HAS = { desiredCount: 2, enableECSManagedTags: false, propagateTags: 'NONE', schedulingStrategy: 'REPLICA' }
const VOLUME = { name: 'data', settings: { sizeInGiB: 20, roleArn: 'arn:aws:iam::123456789012:role/ebs' } }

const decided = (asked: Partial<Asked>) => decideServiceOptions({ ...NOTHING, ...asked }, HAS)

describe('what is asked of the service itself', () => {
  test('is nothing when nothing is asked', () => {
    expect(decided({})).toEqual({ value: { update: {}, choices: [] }, problems: [], notes: [] })
  })

  test('is sent where it differs, and said to stay', () => {
    const { value, notes } = decided({ desiredCount: 4, enableEcsManagedTags: true, propagateTags: 'SERVICE' })
    expect(value).toEqual({
      update: { desiredCount: 4, enableECSManagedTags: true, propagateTags: 'SERVICE' },
      choices: [
        { what: 'desired count', value: '2 -> 4', origin: 'input' },
        { what: 'ECS managed tags', value: 'false -> true', origin: 'input' },
        { what: 'propagated tags', value: 'NONE -> SERVICE', origin: 'input' }
      ]
    })
    expect(notes.map(({ says }) => says)).toEqual([
      expect.stringContaining('stays so, even if the deployment is rolled back')
    ])
  })

  test('is shown and not sent where it is so already', () => {
    expect(decided({ desiredCount: 2, enableEcsManagedTags: false, propagateTags: 'NONE' })).toMatchObject({
      value: {
        update: {},
        choices: [{ value: '2, as it is' }, { value: 'false, as it is' }, { value: 'NONE, as it is' }]
      },
      notes: []
    })
  })

  test('zero tasks are a count like any other', () => {
    expect(decided({ desiredCount: 0 }).value.update).toEqual({ desiredCount: 0 })
  })

  test('a volume is sent as it is written, and names the role it needs', () => {
    const { value, notes } = decided({ ebsVolume: VOLUME })
    expect(value.update).toEqual({ volumeConfigurations: [{ name: 'data', managedEBSVolume: VOLUME.settings }] })
    expect(notes.map(({ says }) => says)).toEqual([
      expect.stringContaining('`iam:PassRole` of arn:aws:iam::123456789012:role/ebs')
    ])
  })
})

test('a volume is stored in the service, and compared with the one its tasks have', async () => {
  const volumeConfigurations = [{ name: 'data', managedEBSVolume: { roleArn: VOLUME.settings.roleArn, sizeInGiB: 20 } }]
  expect((await plan({ inputs: { ebsVolume: VOLUME } })).stored).toMatchObject([
    { path: 'volumeConfigurations', kind: 'added' }
  ])
  expect((await plan({ inputs: { ebsVolume: VOLUME }, connected: { volumeConfigurations } })).stored).toEqual([])
})

test('a daemon takes no desired count, which is told before AWS does', () => {
  const daemon = { ...HAS, schedulingStrategy: 'DAEMON' }
  const { problems } = decideServiceOptions({ ...NOTHING, desiredCount: 3 }, daemon)
  expect(problems).toMatchObject([{ code: 'SERVICE_OPTION_UNFIT', place: { kind: 'input', name: 'desired-count' } }])
  expect(decideServiceOptions({ ...NOTHING, propagateTags: 'SERVICE' }, daemon).problems).toEqual([])
})
