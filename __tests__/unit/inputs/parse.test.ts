import { describe, expect, test } from '@jest/globals'
import { CATALOG, INPUT_NAMES, type InputName } from '../../../src/inputs/catalog.ts'
import { NO_EDITS, type Inputs } from '../../../src/inputs/inputs.ts'
import type { RawInputs } from '../../../src/inputs/raw.ts'
import { inputs, problems, text, told, type Values } from './parsed.ts'

const MINUTE = 60_000

describe('what holds when nothing is given', () => {
  test('the inputs of the shortest workflow', async () => {
    const { base, ...rest } = await inputs()
    expect(base).toMatchObject({ kind: 'file', document: { value: { family: 'web' } } })
    expect(rest).toEqual({
      mode: 'deploy',
      deploymentId: undefined,
      hookId: undefined,
      minimumHealthyPercent: undefined,
      maximumPercent: undefined,
      pauseAt: undefined,
      pauseFor: undefined,
      pauseExpiry: undefined,
      onActive: 'fail',
      cluster: 'default',
      service: 'web',
      region: 'eu-west-1',
      edits: NO_EDITS,
      unknownProperties: 'slips',
      stripEmptyValues: false,
      keepRevisions: undefined,
      hooks: [],
      desiredCount: undefined,
      forceNewDeployment: false,
      enableEcsManagedTags: undefined,
      propagateTags: undefined,
      ebsVolume: undefined,
      strategy: undefined,
      appSpec: undefined,
      appSpecByDefault: false,
      application: undefined,
      group: undefined,
      description: undefined,
      alarms: [],
      allowActiveAlarms: false,
      rollbackOn: undefined,
      waitUntil: 'complete',
      allowance: 30 * MINUTE,
      maxGap: undefined,
      onTimeout: 'rollback',
      onCancel: 'rollback',
      allowedAccounts: [],
      maxRetries: 3,
      notes: []
    })
  })

  test('giving every default is giving nothing', async () => {
    const defaults = Object.fromEntries(INPUT_NAMES.map((name) => [name, CATALOG[name].default] as const))
    const { base: one, ...given } = await inputs(defaults)
    const { base: other, ...nothing } = await inputs()
    expect(given).toEqual(nothing)
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })
})

describe('what is given', () => {
  test.each<[Values, Partial<Inputs>]>([
    [{ cluster: 'prod' }, { cluster: 'prod' }],
    [{ 'aws-region': 'us-east-1' }, { region: 'us-east-1' }],
    [
      { strategy: 'canary 10% for 5m' },
      {
        strategy: {
          kind: 'shape',
          written: 'canary 10% for 5m',
          shape: { kind: 'canary', first: 10, hold: 5 * MINUTE }
        }
      }
    ],
    [
      { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' },
      {
        strategy: {
          kind: 'configuration',
          name: 'CodeDeployDefault.ECSAllAtOnce',
          input: 'codedeploy-deployment-config'
        }
      }
    ],
    [
      { 'codedeploy-deployment-config': 'canary' },
      { strategy: { kind: 'configuration', name: 'canary', input: 'codedeploy-deployment-config' } }
    ],
    [
      { 'codedeploy-application': 'app', 'codedeploy-deployment-group': 'group' },
      { application: 'app', group: 'group' }
    ],
    [{ 'codedeploy-deployment-description': 'by hand' }, { description: 'by hand' }],
    [{ alarms: 'errors, latency\nsaturation' }, { alarms: ['errors', 'latency', 'saturation'] }],
    [{ 'allow-active-alarms': 'TRUE' }, { allowActiveAlarms: true }],
    [{ 'rollback-on': 'failure, alarm' }, { rollbackOn: ['failure', 'alarm'] }],
    [{ 'rollback-on': 'none' }, { rollbackOn: [] }],
    [{ 'wait-for-minutes': '360' }, { allowance: 360 * MINUTE }],
    [{ 'wait-max-delay-seconds': '10' }, { maxGap: 10_000 }],
    [
      { 'on-timeout': 'leave', 'on-cancel': 'stop' },
      { onTimeout: 'leave', onCancel: 'stop' }
    ],
    [{ 'allowed-account-ids': '123456789012' }, { allowedAccounts: ['123456789012'] }],
    [{ 'max-retries': '0' }, { maxRetries: 0 }],
    [{ 'on-active-deployment': 'Replace' }, { onActive: 'replace' }],
    [{ 'on-active-deployment': 'wait' }, { onActive: 'wait' }],
    [{ mode: 'Deploy', comment: 'never', 'github-token': 'ghs_x', 'on-active-deployment': 'fail' }, {}],
    [{ 'run-task': 'False', 'run-task-launch-type': 'fargate', 'run-task-tags': '[ ]' }, {}]
  ])('%j', async (values, expected) => {
    expect(await inputs(values)).toMatchObject(expected)
  })

  test('images of both kinds are put together', async () => {
    const {
      edits: { images }
    } = await inputs({
      images: 'web=web:1\n\n  proxy = proxy:2\n',
      'container-name': 'log, metrics',
      image: 'agent:3'
    })
    expect(images).toEqual([
      { container: 'web', image: 'web:1', input: 'images' },
      { container: 'proxy', image: 'proxy:2', input: 'images' },
      { container: 'log', image: 'agent:3', input: 'container-name' },
      { container: 'metrics', image: 'agent:3', input: 'container-name' }
    ])
  })

  test('the same image twice for a container is said once', async () => {
    const {
      edits: { images }
    } = await inputs({ images: 'web=web:1', 'container-name': 'web', image: 'web:1' })
    expect(images).toHaveLength(1)
  })

  test('an AppSpec is read', async () => {
    const { appSpec } = await inputs({}, { appSpec: text('appspec.yaml', 'version: 0.0\nResources: []') })
    expect(appSpec?.value).toEqual({ version: 0, Resources: [] })
  })
})

describe('ARNs', () => {
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:'

  test('a service ARN brings its cluster and its account', async () => {
    expect(await inputs({ service: `${arn}service/prod/web` })).toMatchObject({
      service: 'web',
      cluster: 'prod',
      allowedAccounts: ['123456789012']
    })
  })

  test('a service ARN of the old form leaves the cluster open', async () => {
    expect(await inputs({ service: `${arn}service/web`, cluster: 'prod' })).toMatchObject({
      service: 'web',
      cluster: 'prod'
    })
  })

  test('of several allowed accounts the one in the ARN is meant', async () => {
    const values = { cluster: `${arn}cluster/prod`, 'allowed-account-ids': '123456789012, 210987654321' }
    expect(await inputs(values)).toMatchObject({ cluster: 'prod', allowedAccounts: ['123456789012'] })
  })

  test.each<[Values, string]>([
    [{ service: `${arn}service/prod/web`, cluster: 'test' }, 'INPUT_CONFLICT cluster'],
    [{ service: `${arn}service/prod/web`, 'aws-region': 'us-east-1' }, 'INPUT_CONFLICT service'],
    [{ cluster: `${arn}cluster/prod`, 'allowed-account-ids': '210987654321' }, 'INPUT_CONFLICT cluster'],
    [
      { cluster: `${arn}cluster/prod`, service: 'arn:aws:ecs:eu-west-1:210987654321:service/prod/web' },
      'INPUT_CONFLICT cluster'
    ]
  ])('%j do not agree', async (values, expected) => {
    expect(told(await problems(values))).toEqual([expected])
  })
})

describe('notes', () => {
  const says = async (values: Values, more: Partial<RawInputs> = {}) =>
    (await inputs(values, more)).notes.map((note) => `${note.level} ${note.says}`)

  test('keep-null-value-keys has no effect, and says so', async () => {
    expect(await says({ 'keep-null-value-keys': 'tags' })).toEqual([
      expect.stringMatching(/^notice `keep-null-value-keys`/)
    ])
  })

  test('an image nobody can pull is a warning', async () => {
    expect(await says({ images: 'web=ghcr.io/Octo/web:1' })).toEqual([expect.stringContaining('upper-case')])
  })

  test('the notes of the files come first', async () => {
    const note = { level: 'warning', says: 'from the workspace' } as const
    const file = text('task.yaml', 'a: 012')
    expect(await says({ 'keep-null-value-keys': 'x' }, { notes: [note], taskDefinition: file })).toEqual([
      'warning from the workspace',
      expect.stringContaining('task.yaml'),
      expect.stringContaining('keep-null-value-keys')
    ])
  })
})

describe('one input is wrong', () => {
  test.each<[Values, string, string]>([
    [{ service: 'my service' }, 'INPUT_INVALID service', '"my service"'],
    [{ service: 'prod/web' }, 'INPUT_INVALID service', 'Write the part behind the last /'],
    [{ cluster: 'a b' }, 'INPUT_INVALID cluster', '"a b"'],
    [{ 'aws-region': 'frankfurt' }, 'INPUT_INVALID aws-region', 'like `eu-west-1`'],
    [{ images: 'web' }, 'INPUT_INVALID images', 'has no ='],
    [{ images: 'web=' }, 'INPUT_INVALID images', 'Check the step'],
    [{ images: 'web=repo:' }, 'INPUT_INVALID images', 'Check the step'],
    [{ images: 'web=a:1,api=b:1' }, 'INPUT_INVALID images', 'on its own line'],
    [{ images: 'web=a:1\nweb=a:2' }, 'INPUT_CONFLICT images', 'Name the container once'],
    [{ images: 'web=a:1', 'container-name': 'web', image: 'a:2' }, 'INPUT_CONFLICT images', '`container-name`'],
    [{ 'container-name': 'web' }, 'INPUT_MISSING image', 'check the step’s `id`'],
    [{ image: 'a:1' }, 'INPUT_MISSING container-name', 'Give `container-name`'],
    [{ 'container-name': 'web,web', image: 'a:1' }, 'INPUT_INVALID container-name', '"web" is named twice'],
    [{ 'container-name': 'my web', image: 'a:1' }, 'INPUT_INVALID container-name', '"my web" cannot be used'],
    [{ 'container-name': 'web', image: 'a b' }, 'INPUT_INVALID image', 'contains a space'],
    [{ strategy: 'canary 10 for 5m' }, 'INPUT_INVALID strategy', 'Write `10%`'],
    [{ strategy: 'canary' }, 'INPUT_INVALID strategy', '`canary 10% for 5m`'],
    [{ strategy: 'canary 10% for 5m', 'codedeploy-deployment-config': 'X' }, 'INPUT_CONFLICT strategy', 'both say'],
    [{ strategy: 'X', 'codedeploy-deployment-config': 'X' }, 'INPUT_CONFLICT strategy', 'both say'],
    [
      { 'codedeploy-deployment-config': 'canary 10%' },
      'INPUT_INVALID codedeploy-deployment-config',
      'a name of 1 to 100'
    ],
    [{ 'codedeploy-application': 'a/b' }, 'INPUT_INVALID codedeploy-application', 'a name of 1 to 100'],
    [
      { 'codedeploy-deployment-group': 'x'.repeat(101) },
      'INPUT_INVALID codedeploy-deployment-group',
      'a name of 1 to 100'
    ],
    [{ alarms: 'a,a' }, 'INPUT_INVALID alarms', '"a" is named twice'],
    [{ alarms: 'x'.repeat(256) }, 'INPUT_INVALID alarms', 'at most 255'],
    [{ 'allow-active-alarms': 'yes' }, 'INPUT_INVALID allow-active-alarms', '`true` or `false`'],
    [{ 'rollback-on': 'failures' }, 'INPUT_INVALID rollback-on', 'Write `failure`'],
    [{ 'rollback-on': 'none, stop' }, 'INPUT_INVALID rollback-on', '`none` alone'],
    [{ 'wait-for-minutes': '361' }, 'INPUT_INVALID wait-for-minutes', 'from 0 to 360'],
    [{ 'wait-for-minutes': '1.5' }, 'INPUT_INVALID wait-for-minutes', 'from 0 to 360'],
    [{ 'wait-for-minutes': '-1' }, 'INPUT_INVALID wait-for-minutes', 'from 0 to 360'],
    [{ 'wait-for-service-stability': 'yes' }, 'INPUT_INVALID wait-for-service-stability', '`true` or `false`'],
    [{ 'wait-max-delay-seconds': '9' }, 'INPUT_INVALID wait-max-delay-seconds', 'from 10'],
    [{ 'on-timeout': 'abort' }, 'INPUT_INVALID on-timeout', '`rollback`, `stop` or `leave`'],
    [{ 'on-cancel': 'rolback' }, 'INPUT_INVALID on-cancel', 'Write `rollback`'],
    [{ 'on-active-deployment': 'ignore' }, 'INPUT_INVALID on-active-deployment', '`fail`, `wait` or `replace`'],
    [{ 'allowed-account-ids': '12345678901' }, 'INPUT_INVALID allowed-account-ids', 'Put quotes'],
    [{ 'max-retries': '11' }, 'INPUT_INVALID max-retries', 'from 0 to 10'],
    [{ 'max-retries': 'three' }, 'INPUT_INVALID max-retries', 'from 0 to 10'],
    [{ comment: 'always' }, 'INPUT_INVALID comment', '`auto` or `never`'],
    [{ cluster: '${{ vars.CLUSTER }}' }, 'INPUT_INVALID cluster', 'GitHub did not evaluate']
  ])('%j', async (values, code, says) => {
    const all = await problems(values)
    expect(told(all)).toEqual([code])
    expect(all.map((problem) => [problem.found, problem.expected, problem.remedy].join(' ')).join()).toContain(says)
  })

  test('no region', async () => {
    expect(told(await problems({}, { region: undefined }))).toEqual(['REGION_MISSING aws-region'])
  })

  test('a wrong region in the environment names the variable', async () => {
    const [problem] = await problems({}, { region: { name: 'Frankfurt', from: 'AWS_DEFAULT_REGION' } })
    expect(problem?.found).toBe('the variable AWS_DEFAULT_REGION of the environment is "Frankfurt"')
  })

  test('nothing to start from', async () => {
    const all = await problems({ 'task-definition': '', service: '' }, { taskDefinition: { kind: 'none' } })
    expect(told(all)).toEqual(['INPUT_MISSING task-definition'])
    expect(all[0]?.remedy).toContain('check the step’s `id`')
  })

  test('a file that is neither JSON nor YAML', async () => {
    expect(told(await problems({}, { appSpec: text('appspec.yaml', '\tversion: 0') }))).toEqual(['FILE_SYNTAX file'])
  })

  test('a long value is not repeated in full', async () => {
    const [problem] = await problems({ service: 'x y'.repeat(1_000) })
    expect(problem?.found.length).toBeLessThan(200)
  })
})

describe('inputs that are not built', () => {
  const unbuilt = INPUT_NAMES.filter((name) => !CATALOG[name].built)
  const switchOf = (name: InputName): Record<string, string> => {
    const entry = CATALOG[name]
    return entry.built || entry.of === undefined ? {} : { [entry.of]: 'true' }
  }

  test.each(unbuilt)('%s is refused when it is set, and says what would be lost', async (name) => {
    const entry = CATALOG[name]
    const all = await problems({ ...switchOf(name), [name]: 'hunter2' })
    expect(told(all)).toContain(`INPUT_NOT_BUILT ${name}`)
    expect(all.find(({ place }) => place?.kind === 'input' && place.name === name)?.found).toContain(
      entry.built ? 'never' : entry.loses
    )
  })

  test.each(unbuilt)('the value of %s is not repeated: it may be a secret', async (name) => {
    const all = await problems({ ...switchOf(name), [name]: 'PASSWORD=hunter2 ${{ x }}' })
    expect(all.length).toBeGreaterThan(0)
    expect(JSON.stringify(all.map((problem) => [problem.message, problem.expected, problem.remedy]))).not.toContain(
      'hunter2'
    )
  })
})

test('the options of a task that is not asked for are left alone: the official workflows pass them always', async () => {
  const options = { 'run-task': 'false', 'run-task-subnets': 'subnet-1', 'run-task-security-groups': 'sg-1' }
  expect(await inputs(options)).toMatchObject({ service: 'web' })
})

test('all problems of all inputs and files are reported in one go', async () => {
  const all = await problems(
    {
      service: 'my service',
      'run-task': 'true',
      images: 'web\nproxy=',
      strategy: 'canary 101% for 90s',
      'wait-for-minutes': 'many',
      'max-retries': '99',
      'on-cancel': 'no'
    },
    { taskDefinition: text('task.json', '{"a": 1,, "b": 2}'), region: undefined }
  )
  expect(told(all).toSorted()).toEqual(
    [
      'FILE_SYNTAX file',
      'INPUT_INVALID images',
      'INPUT_INVALID images',
      'INPUT_INVALID max-retries',
      'INPUT_INVALID on-cancel',
      'INPUT_INVALID service',
      'INPUT_INVALID strategy',
      'INPUT_INVALID strategy',
      'INPUT_INVALID wait-for-minutes',
      'INPUT_NOT_BUILT run-task',
      'REGION_MISSING aws-region'
    ].toSorted()
  )
})
