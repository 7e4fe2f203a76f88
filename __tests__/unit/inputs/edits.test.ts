import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { InputName } from '../../../src/inputs/catalog.ts'
import type { Edits } from '../../../src/inputs/inputs.ts'
import { inputs, problems, text, told, wording, type Values } from './parsed.ts'

const edits = async (values: Values): Promise<Edits> => (await inputs(values)).edits

describe('what is to be different', () => {
  test.each<[Values, Partial<Edits>]>([
    [
      { 'environment-variables': 'A=1\nB= "x=y" ' },
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: ' "x=y" ' }
        ]
      }
    ],
    [{ 'environment-variables': '{"PORT": 80}' }, { environment: [{ name: 'PORT', value: '80' }] }],
    [{ secrets: 'TOKEN=/web/token' }, { secrets: [{ name: 'TOKEN', value: '/web/token' }] }],
    [
      { secrets: '[{"name": "TOKEN", "valueFrom": "web.token"}]' },
      { secrets: [{ name: 'TOKEN', value: 'web.token' }] }
    ],
    [{ 'docker-labels': 'rule=Host(`a`)&&x==y' }, { dockerLabels: [{ name: 'rule', value: 'Host(`a`)&&x==y' }] }],
    [
      { 'log-configuration-log-driver': 'AWSlogs', 'log-configuration-options': 'pattern=^\\d=\nmode=' },
      {
        logDriver: 'awslogs',
        logOptions: [
          { name: 'pattern', value: '^\\d=' },
          { name: 'mode', value: '' }
        ]
      }
    ],
    [
      { 'env-files': ' arn:aws:s3:::bucket/a b.env\n\narn:aws-cn:s3:::other/deep/c.env\n' },
      { environmentFiles: ['arn:aws:s3:::bucket/a b.env', 'arn:aws-cn:s3:::other/deep/c.env'] }
    ],
    [{ 'env-update-strategy': 'Replace', secrets: 'A=/a' }, { updateStrategy: 'replace' }],
    [{ command: `sh -c "a b"` }, { command: ['sh', '-c', 'a b'] }],
    [{ command: '[]' }, { command: [] }],
    [
      {
        'task-role-arn': 'arn:aws-us-gov:iam::123456789012:role/team/web',
        'execution-role-arn': 'ecsTaskExecutionRole'
      },
      { taskRoleArn: 'arn:aws-us-gov:iam::123456789012:role/team/web', executionRoleArn: 'ecsTaskExecutionRole' }
    ],
    [
      { cpu: '512', memory: '1024' },
      { cpu: '512', memory: '1024' }
    ],
    [
      { cpu: '.5 vCPU', memory: '3 GB' },
      { cpu: '.5 vCPU', memory: '3 GB' }
    ],
    [
      { cpu: '0.25vcpu', memory: '0.5gb' },
      { cpu: '0.25vcpu', memory: '0.5gb' }
    ],
    [
      { 'container-name': 'web, proxy', 'docker-labels': 'a=b' },
      { containers: ['web', 'proxy'], images: [] }
    ],
    [
      { 'container-name': 'web', image: 'a:1', command: 'run' },
      { containers: ['web'], images: [{ container: 'web', image: 'a:1', input: 'container-name' }], command: ['run'] }
    ]
  ])('%j', async (values, expected) => {
    expect(await edits(values)).toMatchObject(expected)
  })

  test.each<Values>([{ 'environment-variables': '[]', secrets: '{}' }, { 'env-update-strategy': 'merge' }])(
    '%j leaves everything alone',
    async (values) => {
      expect(await edits(values)).toEqual(await edits({}))
    }
  )

  test('any value of any variable arrives as it was written', async () => {
    const line = fc.string({ unit: 'binary' }).filter((value) => !/[\n]|\r$|\$\{\{/.test(value))
    await fc.assert(
      fc.asyncProperty(line, line, async (one, other) => {
        const written = `A=${one}\nB=${other}`
        const pairs = [
          { name: 'A', value: one },
          { name: 'B', value: other }
        ]
        expect(await edits({ 'environment-variables': written, 'docker-labels': written })).toMatchObject({
          environment: pairs,
          dockerLabels: pairs
        })
      })
    )
  })
})

describe('the patch', () => {
  const patched = async (patch: string) => (await edits({ 'task-definition-patch': patch })).patch

  test.each([
    ['cpu: 512', { cpu: 512 }],
    ['{"cpu": "512", "tags": null}', { cpu: '512', tags: null }],
    ['containerDefinitions:\n  app:\n    user: "1000"', { containerDefinitions: { app: { user: '1000' } } }],
    ['memory: 0123', { memory: '0123' }]
  ])('%j', async (text, value) => expect((await patched(text))?.value).toEqual(value))

  test('a file is read, and its lines can be pointed to but are not shown', async () => {
    const more = { patch: text('patch.json', '{\n  "cpu": "512"\n}') }
    const { patch } = (await inputs({ 'task-definition-patch': 'patch.json' }, more)).edits
    expect(patch).toMatchObject({ path: 'patch.json', value: { cpu: '512' } })
    expect(patch?.locate(['cpu'])).toEqual({ line: 2, column: 3 })
  })

  test('text in the input itself has no line in a file', async () => {
    expect((await patched('cpu: 512'))?.locate(['cpu'])).toBeUndefined()
  })

  test.each([
    ['- cpu: 512', 'an object with keys and values'],
    ['hunter2 hunter2', 'an object with keys and values'],
    ['"hunter2"', 'an object with keys and values'],
    ['{"cpu": }', 'line 1, column 9'],
    ['a: 1\nb: *hunter2', 'line 2, column 4'],
    ['a: !hunter2 b', 'line 1, column 13'],
    ['{"hunter2": 1, "hunter2": 2}', 'line 1, column 16'],
    ['{"__proto__": {}}', 'line 1, column 2'],
    ['a: "hunter2', 'line 1'],
    ['a: hunter2\n\tb: 1', 'line 2'],
    ['a: "hunter2": 1', 'line 1'],
    ['${{ hunter2 }}', 'GitHub did not evaluate']
  ])('%j is refused, and not shown', async (patch, says) => {
    const all = await problems({ 'task-definition-patch': patch })
    expect(told(all)).toEqual(['INPUT_INVALID task-definition-patch'])
    expect(wording(all)).toContain(says)
    expect(wording(all)).not.toContain('hunter2')
  })

  test.each(['{"a": hunter2}', 'a: &hunter2 1\nb: *hunter3', '["hunter2"]'])(
    'nor is a file that cannot be read: %j',
    async (content) => {
      const all = await problems({ 'task-definition-patch': 'p.yml' }, { patch: text('p.yml', `x: [\n${content}`) })
      expect(told(all)).toEqual(['FILE_SYNTAX file'])
      expect(wording(all)).toContain('"line":2')
      expect(wording(all)).not.toMatch(/hunter/)
    }
  )

  test('nor is JSON that is read as YAML', async () => {
    const { notes, edits } = await inputs({ 'task-definition-patch': '{"a": "hunter2", "b": 1e3,}' })
    expect(edits.patch?.value).toEqual({ a: 'hunter2', b: '1e3' })
    expect(notes.map(({ says }) => says)).toEqual([
      expect.stringContaining('is not strict JSON'),
      expect.stringContaining('line 1 (b)')
    ])
    expect(JSON.stringify(notes)).not.toMatch(/hunter2|1e3/)
  })
})

describe('one edit is wrong', () => {
  const role = 'arn:aws:iam::12345678901:role/web'
  test.each<[Values, string, string]>([
    [{ 'environment-variables': 'A' }, 'INPUT_INVALID environment-variables', 'line 1 has no ='],
    [{ secrets: 'A=' }, 'INPUT_INVALID secrets', 'no value'],
    [{ 'docker-labels': 'a = b' }, 'INPUT_INVALID docker-labels', 'Remove the spaces'],
    [{ 'log-configuration-options': '# tag' }, 'INPUT_INVALID log-configuration-options', 'no comments'],
    [{ 'log-configuration-log-driver': 'awslog' }, 'INPUT_INVALID log-configuration-log-driver', 'Write `awslogs`'],
    [{ 'env-files': 's3://bucket/a.env' }, 'INPUT_INVALID env-files', 'Write `arn:aws:s3:::bucket/a.env`'],
    [{ 'env-files': 'a.env' }, 'INPUT_INVALID env-files', 'the ARN of a file in S3'],
    [{ 'env-files': 'arn:aws:s3:::bucket' }, 'INPUT_INVALID env-files', 'the ARN of a file in S3'],
    [{ 'env-files': 'arn:aws:s3:::bucket/a\narn:aws:s3:::bucket/a' }, 'INPUT_INVALID env-files', 'there twice'],
    [{ 'env-update-strategy': 'replce', secrets: 'A=/a' }, 'INPUT_INVALID env-update-strategy', 'Write `replace`'],
    [{ 'env-update-strategy': 'replace' }, 'INPUT_CONFLICT env-update-strategy', 'says by what'],
    [
      { 'env-update-strategy': 'replace', secrets: 'A=/a', 'docker-labels': '{}' },
      'INPUT_CONFLICT docker-labels',
      'empty list'
    ],
    [
      { secrets: 'A=/a\nB=/b', 'environment-variables': 'B=1' },
      'INPUT_CONFLICT secrets',
      '`secrets` and `environment-variables` both give'
    ],
    [{ command: 'a "b' }, 'INPUT_INVALID command', 'not closed'],
    [{ 'task-role-arn': role }, 'INPUT_INVALID task-role-arn', '12 digits'],
    [
      { 'task-role-arn': 'arn:aws:iam::123456789012:user/web' },
      'INPUT_INVALID task-role-arn',
      'the ARN of an IAM role'
    ],
    [{ 'execution-role-arn': 'role/web' }, 'INPUT_INVALID execution-role-arn', 'the ARN of an IAM role'],
    [{ 'execution-role-arn': 'a b' }, 'INPUT_INVALID execution-role-arn', 'the ARN of an IAM role'],
    [{ cpu: '0.5' }, 'INPUT_INVALID cpu', 'Write `0.5 vCPU`'],
    [{ cpu: '0' }, 'INPUT_INVALID cpu', 'CPU units'],
    [{ cpu: '-256' }, 'INPUT_INVALID cpu', 'CPU units'],
    [{ cpu: '1 GB' }, 'INPUT_INVALID cpu', 'CPU units'],
    [{ cpu: '1 vCPUs' }, 'INPUT_INVALID cpu', 'CPU units'],
    [{ memory: '512 MB' }, 'INPUT_INVALID memory', 'MiB, like `1024`'],
    [{ memory: '.5' }, 'INPUT_INVALID memory', 'Write `.5 GB`'],
    [{ memory: '1e3' }, 'INPUT_INVALID memory', 'MiB, like `1024`'],
    [{ 'container-name': 'web' }, 'INPUT_MISSING image', 'another input that changes the container'],
    [{ 'container-name': 'web', cpu: '256' }, 'INPUT_MISSING image', 'another input that changes the container'],
    [{ image: 'a:1', command: 'run' }, 'INPUT_MISSING container-name', 'Give `container-name`']
  ])('%j', async (values, expected, says) => {
    const all = await problems(values)
    expect(told(all)).toEqual([expected])
    expect(wording(all)).toContain(says)
  })
})

describe('notes', () => {
  const notes = async (values: Values) => (await inputs(values)).notes.map(({ level, says }) => `${level} ${says}`)

  test('a space at the end of a value is kept, and told by the name', async () => {
    expect(await notes({ 'environment-variables': 'A=1\nB=hunter2 ' })).toEqual([
      'notice `environment-variables`: a space at the beginning or the end of a value is part of it: B.'
    ])
  })

  test.each([
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web-AbCdEf:key::',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/web/token',
    '/web/token',
    'token.name'
  ])('%s looks like the place of a secret', async (value) => {
    expect(await notes({ secrets: `A=${value}` })).toEqual([])
  })

  test.each(['hunter2!', 'https://vault/hunter2', 'a hunter2', 'arn:aws:s3:::hunter2'])(
    '%s looks like none, and is not shown',
    async (value) => {
      const [note = '', ...others] = await notes({ secrets: `A=/a\nTOKEN=${value}` })
      expect(others).toEqual([])
      expect(note).toMatch(/^warning .*: TOKEN\.$/)
    }
  )
})

describe('values that may be secret are never shown', () => {
  const SECRET: readonly InputName[] = [
    'environment-variables',
    'secrets',
    'docker-labels',
    'log-configuration-options',
    'task-definition-patch'
  ]
  const texts = [
    'hunter2',
    'A=1\nhunter2',
    'A =hunter2',
    'export A=hunter2',
    '# hunter2=hunter2',
    '=hunter2',
    'A=hunter2\nA=hunter2',
    'two hunter2=1',
    '{"A": "hunter2"',
    '{"A": hunter2}',
    '{"A": ["hunter2"]}x',
    '[{"name": "A", "value": {"b": "hunter2"}}]x',
    '["hunter2"]',
    'A=${{ hunter2 }}'
  ]
  test.each(SECRET.flatMap((name) => texts.map((text) => [name, text] as const)))('%s: %j', async (name, text) => {
    const all = await problems({ [name]: text, 'env-update-strategy': 'replac' })
    expect(wording(all)).not.toContain('hunter2')
  })
})

test('all problems of all edits are told in one go', async () => {
  const all = await problems({
    'environment-variables': 'A\nB',
    'env-files': 'a.env',
    command: `'`,
    cpu: 'much',
    'task-definition-patch': '[]',
    'task-definition-revision': '1'
  })
  expect(told(all).toSorted()).toEqual([
    'INPUT_INVALID command',
    'INPUT_INVALID cpu',
    'INPUT_INVALID env-files',
    'INPUT_INVALID environment-variables',
    'INPUT_INVALID environment-variables',
    'INPUT_INVALID task-definition-patch',
    'INPUT_MISSING task-definition-family'
  ])
})
