import { describe, expect, test } from '@jest/globals'
import { CATALOG, INPUT_NAMES, type InputName } from '../../../src/inputs/catalog.ts'
import { NO_EDITS, type Base } from '../../../src/inputs/inputs.ts'
import { inputs, problems, told, wording, type Values } from './parsed.ts'

const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web'
const without = (values: Values): Values => ({ 'task-definition': '', ...values })

describe('what the definition is made from', () => {
  test.each<[Values, Base]>([
    [{ 'task-definition-arn': `${arn}:7` }, { kind: 'revision', name: `${arn}:7`, input: 'task-definition-arn' }],
    [{ 'task-definition-arn': arn }, { kind: 'revision', name: arn, input: 'task-definition-arn' }],
    [{ 'task-definition-family': 'web' }, { kind: 'revision', name: 'web', input: 'task-definition-family' }],
    [{ 'task-definition-family': 'web:7' }, { kind: 'revision', name: 'web:7', input: 'task-definition-family' }],
    [
      { 'task-definition-family': 'web', 'task-definition-revision': '7' },
      { kind: 'revision', name: 'web:7', input: 'task-definition-family' }
    ],
    [{}, { kind: 'running' }]
  ])('%j', async (values, base) => {
    expect((await inputs(without(values))).base).toEqual(base)
  })

  test.each<Values>([
    { 'task-definition-family': 'web:7', 'task-definition-revision': '7' },
    { 'task-definition-arn': `${arn}:7`, 'task-definition-revision': '7' },
    { 'task-definition-arn': `${arn}:7`, 'task-definition-family': 'web:7' },
    { 'task-definition-arn': `${arn}:7`, 'task-definition-family': 'web', 'task-definition-revision': '7' },
    { 'task-definition-arn': arn, 'task-definition-family': 'web' }
  ])('the same said twice is no contradiction: %j', async (values) => {
    expect((await inputs(without(values))).base.kind).toBe('revision')
  })

  test('starting from what runs is told: an output that is empty by mistake looks the same', async () => {
    expect((await inputs(without({}))).notes).toEqual([
      { level: 'notice', says: expect.stringContaining('starts from the revision the service runs now') }
    ])
  })

  test('the ARN of another partition', async () => {
    const values = { 'task-definition-arn': 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:1' }
    expect((await inputs(without({ ...values, 'aws-region': 'cn-north-1' }))).allowedAccounts).toEqual(['123456789012'])
  })
})

describe('names that cannot be used or contradict each other', () => {
  const service = 'arn:aws:ecs:eu-west-1:210987654321:service/prod/web'
  test.each<[Values, string, string]>([
    [{ 'task-definition-arn': 'web:7' }, 'INPUT_INVALID task-definition-arn', 'in `task-definition-family`'],
    [{ 'task-definition-arn': service }, 'INPUT_INVALID task-definition-arn', 'the ARN of a task definition'],
    [{ 'task-definition-arn': `${arn}:0` }, 'INPUT_INVALID task-definition-arn', 'the ARN of a task definition'],
    [{ 'task-definition-arn': `${arn}:` }, 'INPUT_INVALID task-definition-arn', 'the ARN of a task definition'],
    [{ 'task-definition-arn': `${arn}:1\n${arn}:2` }, 'INPUT_INVALID task-definition-arn', 'ARN'],
    [{ 'task-definition-family': arn }, 'INPUT_INVALID task-definition-family', 'in `task-definition-arn`'],
    [{ 'task-definition-family': 'my web' }, 'INPUT_INVALID task-definition-family', 'up to 255'],
    [{ 'task-definition-family': 'web:latest' }, 'INPUT_INVALID task-definition-family', '`family:revision`'],
    [{ 'task-definition-family': 'x'.repeat(256) }, 'INPUT_INVALID task-definition-family', 'up to 255'],
    [
      { 'task-definition-family': 'web', 'task-definition-revision': '0' },
      'INPUT_INVALID task-definition-revision',
      'whole number'
    ],
    [
      { 'task-definition-family': 'web', 'task-definition-revision': 'latest' },
      'INPUT_INVALID task-definition-revision',
      'whole number'
    ],
    [{ 'task-definition-revision': '7' }, 'INPUT_MISSING task-definition-family', 'Give `task-definition-family`'],
    [
      { 'task-definition-family': 'web:7', 'task-definition-revision': '8' },
      'INPUT_CONFLICT task-definition-revision',
      '`task-definition-family`'
    ],
    [
      { 'task-definition-arn': arn, 'task-definition-revision': '8' },
      'INPUT_CONFLICT task-definition-revision',
      '`task-definition-arn`'
    ],
    [
      { 'task-definition-arn': `${arn}:7`, 'task-definition-family': 'api:7' },
      'INPUT_CONFLICT task-definition-arn',
      '`task-definition-family`'
    ],
    [
      { 'task-definition-arn': `${arn}:7`, 'task-definition-family': 'web' },
      'INPUT_CONFLICT task-definition-arn',
      '`task-definition-family`'
    ],
    [
      { 'task-definition': 'a.json', 'task-definition-arn': arn },
      'INPUT_CONFLICT task-definition',
      '`task-definition-arn`'
    ],
    [
      { 'task-definition': 'a.json', 'task-definition-family': 'web' },
      'INPUT_CONFLICT task-definition',
      '`task-definition-family`'
    ],
    [
      { 'task-definition': 'a.json', 'task-definition-revision': '3' },
      'INPUT_MISSING task-definition-family',
      'without `task-definition-family`'
    ],
    [
      { 'task-definition-arn': arn, 'aws-region': 'us-east-1' },
      'INPUT_CONFLICT task-definition-arn',
      'the region eu-west-1'
    ],
    [
      { 'task-definition-arn': arn, 'allowed-account-ids': '210987654321' },
      'INPUT_CONFLICT task-definition-arn',
      'the account 123456789012'
    ],
    [{ 'task-definition-arn': arn, service }, 'INPUT_CONFLICT task-definition-arn', 'ARNs of two accounts']
  ])('%j', async (values, expected, says) => {
    const all = await problems(without(values))
    expect(told(all)).toEqual([expected])
    expect(wording(all)).toContain(says)
  })

  test('file, ARN and family are each named', async () => {
    const all = await problems({ 'task-definition-arn': arn, 'task-definition-family': 'web' })
    expect(told(all)).toEqual(['INPUT_CONFLICT task-definition', 'INPUT_CONFLICT task-definition'])
  })
})

describe('without a service', () => {
  const alone = (values: Values): Values => ({ ...values, service: '' })

  test('the definition is rendered and registered, and nothing else is asked', async () => {
    expect(await inputs(alone({ images: 'web=a:1' }))).toMatchObject({
      service: undefined,
      edits: { ...NO_EDITS, images: [{ container: 'web', image: 'a:1' }] },
      notes: []
    })
  })

  test('the inputs that are left take their defaults, and none is in the way', async () => {
    const defaults = Object.fromEntries(INPUT_NAMES.map((name) => [name, CATALOG[name].default] as const))
    expect(await inputs(alone({ ...defaults, 'wait-until': '', 'wait-for-service-stability': 'false' }))).toMatchObject(
      {
        service: undefined
      }
    )
  })

  test.each<[InputName, string]>([
    ['cluster', 'prod'],
    ['strategy', 'all-at-once'],
    ['codedeploy-appspec', 'appspec.yaml'],
    ['codedeploy-application', 'app'],
    ['codedeploy-deployment-group', 'group'],
    ['codedeploy-deployment-config', 'CodeDeployDefault.ECSAllAtOnce'],
    ['codedeploy-deployment-description', 'by hand'],
    ['codedeploy-hooks', 'AfterInstall=fn'],
    ['alarms', 'errors'],
    ['allow-active-alarms', 'true'],
    ['rollback-on', 'alarm'],
    ['wait-until', 'traffic-shifted'],
    ['wait-for-service-stability', 'true'],
    ['wait-for-minutes', '10'],
    ['wait-max-delay-seconds', '20'],
    ['on-timeout', 'leave'],
    ['on-cancel', 'leave'],
    ['desired-count', '2'],
    ['force-new-deployment', 'true'],
    ['enable-ecs-managed-tags', 'true'],
    ['propagate-tags', 'SERVICE'],
    ['keep-revisions', '5']
  ])('%s is refused: nothing would be deployed', async (name, value) => {
    const all = await problems(alone({ [name]: value }))
    expect(told(all)).toEqual([`INPUT_CONFLICT ${name}`])
    expect(wording(all)).toContain('nothing would be deployed')
  })

  test('a service that cannot be used is not a missing one', async () => {
    expect(told(await problems({ service: 'my service', cluster: 'prod' }))).toEqual(['INPUT_INVALID service'])
  })
})
