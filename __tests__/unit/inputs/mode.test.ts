import { describe, expect, test } from '@jest/globals'
import { CATALOG, INPUT_NAMES, type InputName } from '../../../src/inputs/catalog.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { inputs, problems, text, told, wording, type Values } from './parsed.ts'

const MODES = ['deploy', 'promote', 'rollback', 'status'] as const

/** What the modes beside `deploy` can heed. `mode` and `service` go with every mode. */
const ANY = `
  cluster codedeploy-application codedeploy-deployment-group wait-until wait-for-service-stability wait-for-minutes
  wait-max-delay-seconds comment github-token allowed-account-ids aws-region max-retries
`
const HEEDED: Readonly<Record<(typeof MODES)[number], readonly string[]>> = {
  deploy: INPUT_NAMES.filter((name) => name !== 'deployment-id' && name !== 'hook-id'),
  promote: names(`mode service ${ANY} deployment-id hook-id on-timeout on-cancel`),
  rollback: names(`
    mode service ${ANY} deployment-id on-timeout on-cancel
    task-definition-arn task-definition-family task-definition-revision
    strategy codedeploy-appspec codedeploy-deployment-config codedeploy-deployment-description codedeploy-hooks
    minimum-healthy-percent maximum-percent alarms allow-active-alarms rollback-on
  `),
  status: names(`mode service ${ANY} deployment-id`)
}
const BUILT = INPUT_NAMES.filter((name) => CATALOG[name].built && name !== 'mode' && name !== 'service')

describe.each(MODES)('mode: %s', (mode) => {
  const heeds = (name: InputName): boolean => HEEDED[mode].includes(name)

  test.each(BUILT.filter((name) => !heeds(name)))('%s is refused once, and has no further problems', async (name) => {
    const all = await problems({ mode, [name]: 'no value of any input' })
    expect(told(all)).toEqual([`INPUT_CONFLICT ${name}`])
    expect(all[0]?.found).toMatch(new RegExp(`^\`${name}\` is for \`mode: `))
    expect(all[0]?.remedy).toMatch(new RegExp(`^Remove \`${name}\``))
  })

  test.each(BUILT.filter(heeds))('%s is heeded', async (name) => {
    const all = await problems({ mode, [name]: '=', 'max-retries': 'not a number' })
    expect(all.filter(({ found }) => found.includes('is for `mode:'))).toEqual([])
  })
})

test.each<[Values, string, string]>([
  [
    { mode: 'promote', images: 'web=web:2' },
    '`images` is for `mode: deploy`; promote continues what was deployed',
    'Remove `images`.'
  ],
  [
    { mode: 'status', strategy: 'all-at-once' },
    '`strategy` is for `mode: deploy` or `mode: rollback`; status only looks at what is there',
    'Remove `strategy`.'
  ],
  [
    { 'hook-id': 'ecs-pause-abc' },
    '`hook-id` is for `mode: promote`; deploy starts a deployment of its own',
    'Remove `hook-id`, or write `mode: promote`.'
  ],
  [
    { mode: 'deploy', 'deployment-id': 'd-1NNWZG91L' },
    '`deployment-id` is for `mode: promote`, `mode: rollback` or `mode: status`; deploy starts a deployment of its own',
    'Remove `deployment-id`, or write `mode: promote`, `mode: rollback` or `mode: status`.'
  ],
  [
    { mode: 'rollback', 'hook-id': 'ecs-pause-abc' },
    '`hook-id` is for `mode: promote`; rollback brings back a revision that was there before, as it is',
    'Remove `hook-id`.'
  ]
])('%j is told with what the mode does', async (values, found, remedy) => {
  expect(await problems(values)).toMatchObject([{ code: 'INPUT_CONFLICT', found, remedy }])
})

test.each(MODES)('the default of an input asks for nothing in mode: %s', async (mode) => {
  const defaults = Object.fromEntries(INPUT_NAMES.map((name) => [name, CATALOG[name].default] as const))
  expect(await inputs({ ...defaults, mode })).toMatchObject({ mode })
})

describe('what a mode starts from', () => {
  test.each<[Values, Partial<Inputs>]>([
    [{}, { mode: 'deploy', onTimeout: 'rollback', onCancel: 'rollback' }],
    [{ mode: 'Promote' }, { mode: 'promote', base: { kind: 'running' }, onTimeout: 'rollback' }],
    [
      { mode: 'promote', 'on-cancel': 'leave' },
      { mode: 'promote', onCancel: 'leave' }
    ],
    [{ mode: 'status' }, { mode: 'status', base: { kind: 'running' }, onTimeout: 'leave', onCancel: 'leave' }],
    [{ mode: 'ROLLBACK' }, { mode: 'rollback', base: { kind: 'running' } }],
    [
      { mode: 'rollback', 'task-definition-family': 'web', 'task-definition-revision': '42' },
      { base: { kind: 'revision', name: 'web:42', input: 'task-definition-family' } }
    ],
    [
      { mode: 'rollback', strategy: 'all-at-once', alarms: 'web-5xx', 'allow-active-alarms': 'true' },
      { strategy: expect.anything() as never, alarms: ['web-5xx'], allowActiveAlarms: true }
    ]
  ])('%j', async (values, expected) => {
    expect(await inputs(values)).toMatchObject(expected)
  })

  test.each(['promote', 'rollback', 'status'])('mode: %s starts from nothing, and notes nothing', async (mode) => {
    expect((await inputs({ mode })).notes).toEqual([])
  })

  test.each(['promote', 'rollback', 'status'])('mode: %s needs a service', async (mode) => {
    const all = await problems({ mode, service: '' })
    expect(told(all)).toEqual(['INPUT_MISSING service'])
    expect(wording(all)).toContain('check that it is not empty')
  })

  test.each(['promote', 'status'])('an AppSpec file has no say in mode: %s', async (mode) => {
    const broken = { appSpec: text('appspec.yaml', '\tversion: 0') }
    expect((await inputs({ mode }, broken)).appSpec).toBeUndefined()
    expect(told(await problems({ mode, 'codedeploy-appspec': 'appspec.yaml' }, broken))).toEqual([
      'INPUT_CONFLICT codedeploy-appspec'
    ])
  })

  test('a roll-back may have to deploy, and reads the AppSpec file', async () => {
    expect(
      (await inputs({ mode: 'rollback' }, { appSpec: text('appspec.yaml', 'version: 0.0') })).appSpec
    ).toBeDefined()
  })
})

describe('a mode that cannot be told', () => {
  test.each<[string, string, string]>([
    ['plan', 'INPUT_NOT_BUILT mode', 'the promise that nothing is changed'],
    ['Plan', 'INPUT_NOT_BUILT mode', 'the promise that nothing is changed'],
    ['deplyo', 'INPUT_INVALID mode', 'Write `deploy`'],
    ['promot', 'INPUT_INVALID mode', 'Write `promote`'],
    ['roll-back', 'INPUT_INVALID mode', 'Write `rollback`'],
    ['constructor', 'INPUT_INVALID mode', '`deploy`, `promote`, `rollback` or `status`']
  ])('%s', async (mode, code, says) => {
    const all = await problems({ mode, 'deployment-id': 'd-1NNWZG91L', 'pause-at': 'after-canary' })
    expect(told(all)).toEqual([code])
    expect(wording(all)).toContain(says)
  })
})

function names(written: string): readonly string[] {
  return written.trim().split(/\s+/)
}
