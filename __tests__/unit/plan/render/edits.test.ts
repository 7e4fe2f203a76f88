import { describe, expect, test } from '@jest/globals'
import type { Edits } from '../../../../src/inputs/inputs.ts'
import type { JsonObject } from '../../../../src/domain/units.ts'
import {
  ALONE,
  APP,
  PROXY,
  WEB,
  container,
  file,
  fromAws,
  pairs,
  refused,
  rendered,
  renderedFrom,
  says
} from './rendering.ts'

const FOR_APP = { containers: ['app'] }
const image = (name: string, to: string, input = 'images') => ({ container: name, image: to, input })

describe('the environment', () => {
  test('is merged by name, in its order, the new ones behind', async () => {
    const result = await rendered(WEB, { ...FOR_APP, environment: pairs({ NEW: '1', LEVEL: 'debug' }) })
    expect(container(result)).toEqual({
      ...APP,
      environment: [
        { name: 'LEVEL', value: 'debug' },
        { name: 'EMPTY', value: '' },
        { name: 'NEW', value: '1' }
      ]
    })
    expect(result.notes).toEqual([])
  })

  test('is replaced by exactly what is given, and what goes is named', async () => {
    const environment = pairs({ NEW: '1', EMPTY: 'not any more' })
    const result = await rendered(WEB, { ...FOR_APP, environment, updateStrategy: 'replace' })
    expect(container(result)).toEqual({
      ...APP,
      environment: [
        { name: 'EMPTY', value: 'not any more' },
        { name: 'NEW', value: '1' }
      ]
    })
    expect(says(result)).toEqual(['Container `app`: `env-update-strategy: replace` removes the variables `LEVEL`.'])
  })

  test.each([
    '',
    ' ',
    'a=b==c',
    '"quoted"',
    "it's",
    ' padded ',
    '${NOT} $(expanded)',
    'line\nbreak',
    '{"json": true}',
    '日本'
  ])('keeps the value %j to the letter', async (value) => {
    const result = await rendered(ALONE, { environment: [{ name: 'X', value }], dockerLabels: [{ name: 'Y', value }] })
    expect(container(result)['environment']).toContainEqual({ name: 'X', value })
    expect(container(result)['dockerLabels']).toHaveProperty('Y', value)
  })

  test('keeps the other members of an entry', async () => {
    const base = { ...ALONE, containerDefinitions: [{ ...APP, environment: [{ name: 'A', tomorrow: 1, value: 'x' }] }] }
    const result = await rendered(base, { environment: pairs({ A: 'y' }) })
    expect(JSON.stringify(container(result)['environment'])).toBe('[{"name":"A","tomorrow":1,"value":"y"}]')
  })

  test('is made where there is none, or null', async () => {
    for (const environment of [undefined, null]) {
      const app = { ...APP, environment }
      const base = { ...ALONE, containerDefinitions: [JSON.parse(JSON.stringify(app)) as JsonObject] }
      const result = await rendered(base, { environment: pairs({ A: '1' }) })
      expect(container(result)['environment']).toEqual([{ name: 'A', value: '1' }])
    }
  })

  test('of another form stays for the check to report', async () => {
    const base = { ...ALONE, containerDefinitions: [{ ...APP, environment: { A: '1' } }] }
    const [problem] = await refused(base, { environment: pairs({ A: '2' }) })
    expect(problem?.found).toContain('environment` is an object')
  })
})

describe('a name', () => {
  test('given as a variable is no secret any more, and this is told', async () => {
    const result = await rendered(WEB, { ...FOR_APP, environment: pairs({ TOKEN: 'hunter2' }) })
    expect(container(result)).toMatchObject({ secrets: [], environment: [{}, {}, { name: 'TOKEN', value: 'hunter2' }] })
    expect(says(result)).toEqual([
      'Container `app`: `TOKEN` was a secret and is an environment variable now: AWS refuses a name that is both.'
    ])
  })

  test('given as a secret is no variable any more, and this is told', async () => {
    const result = await rendered(WEB, { ...FOR_APP, secrets: pairs({ LEVEL: 'arn' }) })
    expect(container(result)['environment']).toEqual([{ name: 'EMPTY', value: '' }])
    expect(container(result)['secrets']).toEqual([
      ...(APP['secrets'] as readonly JsonObject[]),
      { name: 'LEVEL', valueFrom: 'arn' }
    ])
    expect(says(result).join()).toContain('`LEVEL` was an environment variable and is a secret now')
  })
})

test('secrets are replaced alone: variables that were not given stay', async () => {
  const result = await rendered(WEB, { ...FOR_APP, secrets: pairs({ S: 'arn' }), updateStrategy: 'replace' })
  expect(container(result)['secrets']).toEqual([{ name: 'S', valueFrom: 'arn' }])
  expect(container(result)['environment']).toEqual(APP['environment'])
  expect(says(result)).toEqual(['Container `app`: `env-update-strategy: replace` removes the secrets `TOKEN`.'])
})

test('environment files replace those that are there', async () => {
  const files = [
    { value: 'arn:aws:s3:::b/1.env', type: 's3' },
    { value: 'arn:aws:s3:::b/2.env', type: 's3', tomorrow: 1 }
  ]
  const base = { ...ALONE, containerDefinitions: [{ ...APP, environmentFiles: files }] }
  const result = await rendered(base, { environmentFiles: ['arn:aws:s3:::b/3.env', 'arn:aws:s3:::b/2.env'] })
  expect(container(result)['environmentFiles']).toEqual([{ value: 'arn:aws:s3:::b/3.env', type: 's3' }, files[1]])
})

describe('docker labels', () => {
  const dockerLabels = pairs({ stage: 'a=b=c', new: '' })

  test('are merged by name', async () => {
    const result = await rendered(ALONE, { dockerLabels })
    expect(JSON.stringify(container(result)['dockerLabels'])).toBe('{"team":"web","stage":"a=b=c","new":""}')
    expect(result.notes).toEqual([])
  })

  test('are replaced by exactly what is given', async () => {
    const result = await rendered(ALONE, { dockerLabels, updateStrategy: 'replace' })
    expect(container(result)['dockerLabels']).toEqual({ stage: 'a=b=c', new: '' })
    expect(says(result)).toEqual(['Container `app`: `env-update-strategy: replace` removes the labels `team`.'])
  })
})

describe('the log configuration', () => {
  const OPTIONS = { 'awslogs-group': '/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' }

  test('of the same driver keeps its options', async () => {
    const logOptions = pairs({ 'awslogs-group': '/other', mode: 'non-blocking' })
    const result = await rendered(ALONE, { logDriver: 'awslogs', logOptions })
    expect(container(result)['logConfiguration']).toEqual({
      logDriver: 'awslogs',
      options: { ...OPTIONS, 'awslogs-group': '/other', mode: 'non-blocking' }
    })
    expect(result.notes).toEqual([])
  })

  test('takes options without a driver where it has one, whatever the update strategy', async () => {
    const result = await rendered(ALONE, { logOptions: pairs({ mode: 'x=y=z' }), updateStrategy: 'replace' })
    expect(container(result)['logConfiguration']).toEqual({
      logDriver: 'awslogs',
      options: { ...OPTIONS, mode: 'x=y=z' }
    })
  })

  test('of another driver loses the options of the old one, which are named', async () => {
    const logConfiguration = {
      logDriver: 'awslogs',
      tomorrow: 1,
      options: { ...OPTIONS, tag: 'old' },
      secretOptions: [{ name: 'key', valueFrom: 'arn' }]
    }
    const base = { ...ALONE, containerDefinitions: [{ ...APP, logConfiguration }] }
    const logOptions = pairs({ 'splunk-url': 'https://splunk', 'splunk-token': 'hunter2', tag: 'new' })
    const result = await rendered(base, { logDriver: 'splunk', logOptions })
    expect(container(result)['logConfiguration']).toEqual({
      logDriver: 'splunk',
      tomorrow: 1,
      options: { 'splunk-url': 'https://splunk', 'splunk-token': 'hunter2', tag: 'new' }
    })
    expect(says(result)).toEqual([
      'Container `app`: the log driver is `splunk` now, which drops the options of the one before: ' +
        '`awslogs-group`, `awslogs-region`, `awslogs-stream-prefix`, `key`.'
    ])
  })

  test('is made where there is none, and its options need a driver', async () => {
    const base = { ...ALONE, containerDefinitions: [PROXY] }
    const result = await rendered(base, { logDriver: 'json-file', logOptions: pairs({ 'max-size': '10m' }) })
    expect(container(result, 'proxy')['logConfiguration']).toEqual({
      logDriver: 'json-file',
      options: { 'max-size': '10m' }
    })
    const [problem] = await refused(base, { logOptions: pairs({ 'max-size': '10m' }) })
    expect(problem).toMatchObject({ place: { kind: 'input', name: 'log-configuration-options' } })
    expect(problem?.found).toContain('logConfiguration.logDriver` is missing')
  })
})

test('a command replaces the one there is, word by word', async () => {
  const command = ['sh', '-c', 'echo "a  b" && exec node server.js', '']
  expect(container(await rendered(ALONE, { command }))['command']).toEqual(command)
  expect(container(await rendered(ALONE, { command: [] }))['command']).toEqual([])
})

test('roles and size are those of the task, and keep their place', async () => {
  const edits = {
    taskRoleArn: 'arn:aws:iam::111122223333:role/task',
    executionRoleArn: 'arn:aws:iam::111122223333:role/other',
    cpu: '512',
    memory: '1024'
  }
  const { definition, modified } = await rendered(WEB, edits)
  expect(definition).toEqual({ ...WEB, ...edits })
  expect(Object.keys(definition).slice(0, 2)).toEqual(['family', 'executionRoleArn'])
  expect(modified).toBe(true)
})

describe('the container of an edit', () => {
  const environment = pairs({ X: '1' })
  const edited = async (base: JsonObject, edits: Partial<Edits>) => {
    const { definition } = await rendered(base, { environment, ...edits })
    return (definition['containerDefinitions'] as readonly JsonObject[])
      .filter((each) => JSON.stringify(each['environment'] ?? []).includes('"X"'))
      .map((each) => each['name'])
  }

  test.each<[string, JsonObject, Partial<Edits>, readonly string[]]>([
    ['the one that is named', WEB, { containers: ['proxy'] }, ['proxy']],
    ['all that are named', WEB, { containers: ['proxy', 'app'] }, ['app', 'proxy']],
    [
      'the named one, though another gets an image',
      WEB,
      { containers: ['app'], images: [image('proxy', 'p:2')] },
      ['app']
    ],
    ['the only one with a new image', WEB, { images: [image('proxy', 'p:2')] }, ['proxy']],
    ['the only one there is', ALONE, {}, ['app']]
  ])('is %s', async (_, base, edits, names) => {
    expect(await edited(base, edits)).toEqual(names)
  })

  test.each<[string, Partial<Edits>]>([
    ['none', {}],
    ['two', { images: [image('app', 'a:2'), image('proxy', 'p:2')] }]
  ])('cannot be guessed when %s of two is named', async (_, edits) => {
    const [problem, ...others] = await refused(WEB, { ...edits, environment, command: ['x'] })
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'INPUT_MISSING',
      place: { kind: 'input', name: 'container-name' },
      found:
        'nothing says which container `environment-variables`, `command` are for: task-definition.json has `app`, `proxy`',
      remedy: 'Set `container-name` to the container that is meant.'
    })
  })

  test('need not be known for an edit of the task', async () => {
    expect((await rendered(WEB, { cpu: '256' })).modified).toBe(true)
  })

  test('that does not exist is refused once, with the name that was meant', async () => {
    const edits = { containers: ['prxy'], images: [image('prxy', 'p:2', 'container-name')], environment }
    const list = await refused(WEB, edits)
    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({
      code: 'CONTAINER_NOT_FOUND',
      place: { kind: 'input', name: 'container-name' },
      remedy: 'Write `proxy`, if that is what was meant.'
    })
  })

  test('is told together with everything else that is wrong', async () => {
    const list = await refused({ ...WEB, cpu: 256 }, { containers: ['x'], images: [image('prox', 'p:2')], environment })
    expect(list.map(({ code }) => code)).toEqual([
      'CONTAINER_NOT_FOUND',
      'CONTAINER_NOT_FOUND',
      'TASK_DEFINITION_INVALID'
    ])
  })
})

describe('a patch', () => {
  const patched = async (value: JsonObject, edits: Partial<Edits> = {}) =>
    rendered(WEB, { ...edits, patch: await file(value, 'patch.json') })

  test('comes last', async () => {
    const edits = { cpu: '256', containers: ['app'], environment: pairs({ LEVEL: 'debug' }) }
    const result = await patched(
      { cpu: '512', containerDefinitions: { app: { environment: { LEVEL: 'warn' } } } },
      edits
    )
    expect(result.definition['cpu']).toBe('512')
    expect(container(result)['environment']).toContainEqual({ name: 'LEVEL', value: 'warn' })
  })

  test('reaches what no input is for', async () => {
    const result = await patched({
      runtimePlatform: { cpuArchitecture: 'ARM64' },
      containerDefinitions: { app: { inventedByAwsTomorrow: { deep: null, other: true } } }
    })
    expect(result.definition['runtimePlatform']).toEqual({ cpuArchitecture: 'ARM64' })
    expect(container(result)['inventedByAwsTomorrow']).toEqual({ other: true })
    expect(container(result, 'proxy')).toEqual(PROXY)
  })

  test('that adds a container says so', async () => {
    const result = await patched({ containerDefinitions: { sidecar: { image: 'side:1' } } })
    expect(container(result, 'sidecar')).toEqual({ name: 'sidecar', image: 'side:1' })
    expect(says(result)).toEqual(['`task-definition-patch` adds the container `sidecar`.'])
  })

  test('that removes a container which is not there says so', async () => {
    const result = await patched({ containerDefinitions: { prxy: null } })
    expect(result.modified).toBe(false)
    expect(says(result)).toEqual([
      '`task-definition-patch` removes the container `prxy`, which task-definition.json does not have.'
    ])
  })

  test('with a slip in the name of a container is refused at its line', async () => {
    const patch = await file({ containerDefinitions: { prxy: { memory: 512 } } }, 'patch.json')
    const list = await refused(WEB, { patch })
    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({
      code: 'CONTAINER_NOT_FOUND',
      place: { kind: 'file', path: 'patch.json', line: 3 },
      found: 'task-definition.json has no container "prxy"',
      remedy: 'Write `proxy`, if that is what was meant.'
    })
  })

  const patchRefused = async (value: JsonObject, base = WEB) =>
    refused(base, { patch: await file(value, 'patch.json') })

  test('that would add a container with nearly the name of one that is there is refused', async () => {
    const list = await patchRefused({ containerDefinitions: { prxy: { image: 'nginx:2' } } })
    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({
      code: 'CONTAINER_NOT_FOUND',
      place: { kind: 'file', path: 'patch.json', line: 3 },
      found: 'task-definition.json has no container "prxy"',
      remedy:
        'Write `proxy`, if that is what was meant. To add a container of this name, write `"name": "prxy"` beside its image.'
    })
  })

  test.each<[string, JsonObject, string]>([
    ['that names itself', { app2: { name: 'app2', image: 'a:2' } }, 'app2'],
    ['beside the one it is named after', { app: { cpu: 1 }, appl: { image: 'a:2' } }, 'appl'],
    ['in place of the one it is named after', { app: null, appl: { image: 'a:2' } }, 'appl']
  ])('adds a container %s', async (_, containerDefinitions, name) => {
    const result = await patched({ containerDefinitions })
    expect(container(result, name)).toEqual({ name, image: 'a:2' })
    expect(says(result)).toContain(`\`task-definition-patch\` adds the container \`${name}\`.`)
  })

  test.each<[string, JsonObject, string]>([
    [
      'containerDefinitions.app.environment',
      { containerDefinitions: { app: { environment: { name: 'A', value: 'hidden' } } } },
      'Write `"environment": { "A": … }`.'
    ],
    [
      'containerDefinitions.app.secrets',
      { containerDefinitions: { app: { secrets: { valueFrom: 'hidden', name: 'A' } } } },
      'Write `"secrets": { "A": … }`.'
    ],
    ['tags', { tags: { key: 'team', value: 'hidden' } }, 'Write `"tags": { "team": … }`.'],
    [
      'containerDefinitions.new.environment',
      { containerDefinitions: { new: { image: 'x', environment: { name: 'A', value: 'hidden' } } } },
      'Write `"environment": { "A": … }`.'
    ]
  ])('with one entry for the whole of %s is refused', async (path, patch, remedy) => {
    const list = await patchRefused(patch)
    expect(list.map((problem) => [problem.code, problem.found, problem.remedy])).toEqual([
      ['TASK_DEFINITION_INVALID', `\`${path}\` in the patch is written as one entry of the list`, remedy]
    ])
    expect(list[0]?.place).toMatchObject({ kind: 'file', path: 'patch.json' })
    expect(JSON.stringify(list[0])).not.toContain('hidden')
  })

  test.each<[string, JsonObject]>([
    ['three names', { name: '1', value: '2', other: '3' }],
    ['one name', { name: '1' }],
    ['two other names', { name: '1', text: '2' }],
    ['two to remove', { name: null, value: null }]
  ])('may have variables called `name` and `value`: %s', async (_, environment) => {
    expect(await patchRefused({ containerDefinitions: { app: { environment } } })).toEqual([])
  })

  test('means variables called `name` and `value` where there is one', async () => {
    const base = { ...ALONE, containerDefinitions: [{ ...APP, environment: [{ name: 'name', value: '1' }] }] }
    const environment = { name: '2', value: '3' }
    expect(await patchRefused({ containerDefinitions: { app: { environment } } }, base)).toEqual([])
  })

  test('that removes the last tag leaves no empty list', async () => {
    const base = { ...WEB, tags: [{ key: 'team', value: 'web' }] }
    const { definition } = await rendered(base, { patch: await file({ tags: { team: null } }) })
    expect(definition).toEqual(WEB)
  })

  test('of what only AWS sets changes nothing', async () => {
    const result = await patched({ revision: 7 })
    expect(result).toMatchObject({ definition: WEB, modified: false })
    expect(says(result).join()).toContain('left out what only AWS sets: `revision`')
  })
})

describe('a revision that AWS has', () => {
  test('is deployed as it is when no edit is asked for', () => {
    expect(renderedFrom(fromAws(WEB))).toMatchObject({ definition: WEB, modified: false, notes: [] })
  })

  test('is not checked again when nothing changes it', () => {
    const odd = { ...WEB, family: 'of another age!' }
    expect(renderedFrom(fromAws(odd)).definition).toEqual(odd)
  })

  test('is not modified by edits that change nothing', async () => {
    const edits = {
      ...FOR_APP,
      images: [image('app', 'registry/app:1')],
      environment: pairs({ EMPTY: '', LEVEL: 'info' }),
      dockerLabels: pairs({ stage: 'prod' }),
      logDriver: 'awslogs',
      patch: await file({ containerDefinitions: { proxy: { environment: { LEVEL: 'debug' } } } })
    }
    expect(renderedFrom(fromAws(WEB), edits)).toMatchObject({ definition: WEB, modified: false })
    expect(renderedFrom(fromAws(WEB), { ...edits, updateStrategy: 'replace' }).modified).toBe(true)
  })

  test('is not modified by the order in which the same variables are given', () => {
    const environment = pairs({ EMPTY: '', LEVEL: 'info' })
    expect(renderedFrom(fromAws(WEB), { ...FOR_APP, environment, updateStrategy: 'replace' }).modified).toBe(false)
  })

  test('keeps its tags when it is edited', () => {
    const tags = [{ key: 'team', value: 'web' }]
    const { definition, notes } = renderedFrom(fromAws(WEB, tags), { images: [image('app', 'registry/app:2')] })
    expect(definition['tags']).toEqual(tags)
    expect(notes).toEqual([])
  })

  test('loses the tags of AWS without a word, and is not modified by that', () => {
    const tags = [
      { key: 'aws:cloudformation:stack-name', value: 'web' },
      { key: 'team', value: 'web' }
    ]
    expect(renderedFrom(fromAws(WEB, tags))).toMatchObject({ modified: false, notes: [] })
    const { definition, notes } = renderedFrom(fromAws(WEB, tags), { images: [image('app', 'registry/app:2')] })
    expect(definition['tags']).toEqual([{ key: 'team', value: 'web' }])
    expect(notes).toEqual([])
  })
})
