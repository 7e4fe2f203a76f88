import { describe, expect, test } from '@jest/globals'
import type { Problem } from '../../../src/domain/problem.ts'
import type { Json, JsonObject } from '../../../src/domain/units.ts'
import { readDocument } from '../../../src/inputs/document.ts'
import { NO_EDITS, type ImageEdit } from '../../../src/inputs/inputs.ts'
import { render, type Rendered } from '../../../src/plan/task-definition.ts'

const APP = { name: 'app', image: 'registry/app:1', essential: true }
const PROXY = { name: 'proxy', image: 'envoy:1' }
const WEB = { family: 'web', containerDefinitions: [APP, PROXY], memory: '512' }

async function renderText(text: string, images: readonly ImageEdit[] = [], path = 'task-definition.json') {
  const read = await readDocument({ path, text })
  if (!read.ok) throw new Error(`not readable: ${read.problems.map((problem) => problem.message).join()}`)
  return render({ document: read.value.document, known: undefined }, { ...NO_EDITS, images })
}

const renderJson = (value: Json, images: readonly ImageEdit[] = []) =>
  renderText(JSON.stringify(value, undefined, 2), images)

async function rendered(value: Json, images: readonly ImageEdit[] = []): Promise<Rendered> {
  const result = await renderJson(value, images)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'))
  return result.value
}

async function problems(value: Json, images: readonly ImageEdit[] = []): Promise<readonly Problem[]> {
  const result = await renderJson(value, images)
  return result.ok ? [] : result.problems
}

const edit = (container: string, image: string, input = 'images'): ImageEdit => ({ container, image, input })
const withApp = (members: JsonObject): JsonObject => ({ ...WEB, containerDefinitions: [{ ...APP, ...members }, PROXY] })

describe('what the user wrote', () => {
  test('is kept to the letter, in its order, with empty values and members nobody knows', async () => {
    const definition = {
      zeta: 1,
      family: 'web',
      volumes: [],
      inferenceAccelerators: [{ deviceName: 'd', deviceType: 't' }],
      containerDefinitions: [
        {
          ...APP,
          memory: 128,
          environment: [
            { name: 'EMPTY', value: '' },
            { name: 'EQUALS', value: 'a=b=c' }
          ],
          command: [],
          entryPoint: [],
          dockerLabels: {},
          inventedByAws: { tomorrow: [null, 1.5, ''] },
          repositoryCredentials: { credentialsParameter: '' }
        }
      ],
      cpu: '256',
      memory: null
    }
    const { definition: result, notes } = await rendered(definition)
    expect(JSON.stringify(result)).toBe(JSON.stringify(definition))
    expect(notes).toMatchObject([
      { level: 'warning', says: expect.stringMatching(/`zeta`.*\.inventedByAws`.* sent to AWS all the same/) }
    ])
  })

  test('in YAML is the same', async () => {
    const yaml = [
      'family: web',
      'memory: "512"',
      'containerDefinitions:',
      '  - name: app',
      '    image: app:1',
      '    environment:',
      '      - { name: PORT, value: "8080" }'
    ].join('\n')
    const result = await renderText(yaml, [edit('app', 'app:2')], 'task-definition.yaml')
    expect(result.ok && result.value.definition).toEqual({
      family: 'web',
      memory: '512',
      containerDefinitions: [{ name: 'app', image: 'app:2', environment: [{ name: 'PORT', value: '8080' }] }]
    })
  })
})

describe('an image', () => {
  test('is set in its container and in no other', async () => {
    const { definition, images } = await rendered(WEB, [edit('app', 'registry/app:2')])
    expect(definition).toEqual({ ...WEB, containerDefinitions: [{ ...APP, image: 'registry/app:2' }, PROXY] })
    expect(images).toEqual([
      { container: 'app', from: undefined, to: 'registry/app:2' },
      { container: 'proxy', from: undefined, to: 'envoy:1' }
    ])
  })

  test('is set in several containers', async () => {
    const { images } = await rendered(WEB, [edit('proxy', 'envoy:2'), edit('app', 'registry/app@sha256:1')])
    expect(images.map(({ to }) => to)).toEqual(['registry/app@sha256:1', 'envoy:2'])
  })

  test('fills a container that has none, and replaces a placeholder', async () => {
    const templated = { ...WEB, containerDefinitions: [{ name: 'app' }, { name: 'proxy', image: '<IMAGE>' }] }
    const { images } = await rendered(templated, [edit('app', 'a:1'), edit('proxy', 'b:1')])
    expect(images.map(({ to }) => to)).toEqual(['a:1', 'b:1'])
  })

  test('for a container that does not exist is refused, with the name that was meant', async () => {
    const [problem, ...others] = await problems(WEB, [edit('prxy', 'envoy:2', 'container-name')])
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'CONTAINER_NOT_FOUND',
      place: { kind: 'input', name: 'container-name' },
      found: 'task-definition.json has no container "prxy"',
      expected: 'one of `app`, `proxy`',
      remedy: 'Write `proxy`, if that is what was meant.'
    })
  })

  test('for a container that resembles none is refused without a guess', async () => {
    const [problem] = await problems(WEB, [edit('database', 'x')])
    expect(problem?.remedy).toBe('Use the name of a container of the task definition.')
  })
})

describe('the answer of describe-task-definition', () => {
  const described = {
    taskDefinition: {
      taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:42',
      ...WEB,
      revision: 42,
      status: 'ACTIVE',
      requiresAttributes: [{ name: 'x' }],
      compatibilities: ['EC2', 'FARGATE'],
      registeredAt: 1_786_241_000.5,
      registeredBy: 'arn:aws:iam::111122223333:user/ci',
      deregisteredAt: 1,
      deleteRequestedAt: 2
    }
  }
  const tag = (key: string, value: string) => ({ key, value })

  test('is unwrapped, without what only AWS sets, each told once', async () => {
    const { definition, notes } = await rendered(described)
    expect(definition).toEqual(WEB)
    expect(notes).toHaveLength(2)
    expect(notes.every(({ level }) => level === 'notice')).toBe(true)
    expect(notes[0]?.says).toContain('whole answer of describe-task-definition')
    for (const name of Object.keys(described.taskDefinition)) {
      if (!(name in WEB)) expect(notes[1]?.says).toContain(`\`${name}\``)
    }
  })

  test('without the wrapping loses the same fields', async () => {
    const { definition, notes } = await rendered(described.taskDefinition)
    expect(definition).toEqual(WEB)
    expect(notes).toHaveLength(1)
  })

  test('keeps its tags', async () => {
    const { definition, notes } = await rendered({ ...described, tags: [tag('team', 'web')] })
    expect(definition).toEqual({ ...WEB, tags: [tag('team', 'web')] })
    expect(notes[0]?.says).toContain('with the tags beside it')
  })

  test('keeps tags written inside as well, which win', async () => {
    const inside = { ...described.taskDefinition, tags: [tag('team', 'mine'), tag('own', '1')] }
    const { definition } = await rendered({ taskDefinition: inside, tags: [tag('team', 'web'), tag('stage', 'prod')] })
    expect(definition['tags']).toEqual([tag('team', 'mine'), tag('own', '1'), tag('stage', 'prod')])
  })

  test('without tags has none: AWS refuses an empty list', async () => {
    expect((await rendered({ ...described, tags: [] })).definition).not.toHaveProperty('tags')
  })

  test('says what else stood beside the definition', async () => {
    const { notes } = await rendered({ ...described, failures: [] })
    expect(notes[0]?.says).toContain('without `failures`')
  })

  test('is not unwrapped where the definition stands beside', async () => {
    const { definition } = await rendered({ ...WEB, taskDefinition: { other: 1 } })
    expect(definition).toEqual({ ...WEB, taskDefinition: { other: 1 } })
  })

  test('has its problems at the lines of the file', async () => {
    const [problem] = await problems({ taskDefinition: { ...WEB, cpu: 256 } })
    expect(problem?.place).toMatchObject({ line: 16, text: '    "cpu": 256' })
  })
})

describe('an empty list of tags', () => {
  test('in a definition is left out, and told', async () => {
    const { definition, notes } = await rendered({ ...WEB, tags: [] })
    expect(definition).toEqual(WEB)
    expect(notes.map(({ says }) => says).join()).toContain('AWS refuses an empty list of tags')
  })
})

describe('a definition of the wrong form', () => {
  test.each<[string, Json, string]>([
    ['no containers', { family: 'web' }, '`containerDefinitions` is missing'],
    ['null for containers', { family: 'web', containerDefinitions: null }, '`containerDefinitions` is missing'],
    ['an object for containers', { family: 'web', containerDefinitions: APP }, '`containerDefinitions` is an object'],
    ['no container', { family: 'web', containerDefinitions: [] }, '`containerDefinitions` is an empty list'],
    ['null for a container', { ...WEB, containerDefinitions: [APP, null] }, '`containerDefinitions[1]` is empty'],
    [
      'a text for a container',
      { ...WEB, containerDefinitions: [APP, 'proxy'] },
      '`containerDefinitions[1]` is the text "proxy"'
    ],
    ['no family', { containerDefinitions: [APP] }, '`family` is missing'],
    ['a number for the family', { ...WEB, family: 7 }, '`family` is the number 7'],
    ['an empty family', { ...WEB, family: '' }, '`family` is the text ""'],
    ['a family with a slash', { ...WEB, family: 'prod/web' }, '`family` is the text "prod/web"'],
    ['a very long family', { ...WEB, family: 'w'.repeat(256) }, '`family` is the text "www'],
    ['no name', { ...WEB, containerDefinitions: [{ image: 'a' }] }, '`containerDefinitions[0].name` is missing'],
    ['a name with a blank', withApp({ name: 'a b' }), '`containerDefinitions[a b].name` is the text "a b"'],
    ['a name twice', withApp({ name: 'proxy' }), '`containerDefinitions[proxy].name` is the text "proxy", as that'],
    ['no image', { ...WEB, containerDefinitions: [{ name: 'app' }] }, '`containerDefinitions[app].image` is missing'],
    ['an empty image', withApp({ image: '' }), '`containerDefinitions[app].image` is the text ""'],
    ['a placeholder for an image', withApp({ image: '<IMAGE1_NAME>' }), 'which is not the name of an image'],
    ['a variable for an image', withApp({ image: '$IMAGE' }), 'which is not the name of an image'],
    ['an image of another kind', withApp({ image: { uri: 'x' } }), '`containerDefinitions[app].image` is an object'],
    ['cpu as a number', { ...WEB, cpu: 256 }, '`cpu` is the number 256'],
    ['memory as a number', { ...WEB, memory: 512 }, '`memory` is the number 512'],
    ['a container’s cpu as a text', withApp({ cpu: '256' }), '`containerDefinitions[app].cpu` is the text "256"'],
    ['half a unit of memory', withApp({ memory: 0.5 }), '`containerDefinitions[app].memory` is the number 0.5'],
    ['essential as a text', withApp({ essential: 'true' }), '`containerDefinitions[app].essential` is the text "true"'],
    [
      'nothing essential',
      { ...WEB, containerDefinitions: [{ ...APP, essential: false }] },
      '`containerDefinitions` has no essential container'
    ],
    ['an object for the environment', withApp({ environment: { A: '1' } }), 'environment` is an object'],
    ['a variable that is a text', withApp({ environment: ['A=1'] }), 'environment[0]` is the text "A=1"'],
    ['a variable without a name', withApp({ environment: [{ value: '1' }] }), 'environment[0].name` is missing'],
    ['a variable that is a number', withApp({ environment: [{ name: 'A', value: 1 }] }), '[A].value` is a number'],
    ['a variable that is true', withApp({ environment: [{ name: 'A', value: true }] }), '[A].value` is a boolean'],
    ['a variable that is a list', withApp({ environment: [{ name: 'A', value: [] }] }), '[A].value` is an empty list'],
    ['a secret without a source', withApp({ secrets: [{ name: 'S' }] }), 'secrets[S].valueFrom` is missing'],
    ['a secret with a value', withApp({ secrets: [{ name: 'S', value: 'x' }] }), 'secrets[S].valueFrom` is missing'],
    [
      'a secret that is a variable too',
      withApp({ environment: [{ name: 'S', value: 'x' }], secrets: [{ name: 'S', valueFrom: 'arn' }] }),
      'secrets[S]` has the name of a variable in `environment`'
    ],
    [
      'a secret twice',
      withApp({
        secrets: [
          { name: 'S', valueFrom: 'a' },
          { name: 'S', valueFrom: 'b' }
        ]
      }),
      'secrets[S]` has the name of an earlier secret'
    ],
    ['an object for ports', withApp({ portMappings: { containerPort: 80 } }), 'portMappings` is an object'],
    ['a port as a text', withApp({ portMappings: [{ containerPort: '80' }] }), 'containerPort` is the text "80"'],
    ['a label that is a number', withApp({ dockerLabels: { version: 2 } }), 'dockerLabels.version` is a number'],
    [
      'a log option that is a number',
      withApp({ logConfiguration: { logDriver: 'awslogs', options: { 'max-size': 10 } } }),
      'options.max-size` is a number'
    ],
    ['a command as one text', withApp({ command: 'node server.js' }), 'command` is the text "node server.js"'],
    ['a tag that is a number', { ...WEB, tags: [{ key: 'build', value: 7 }] }, '`tags[0].value` is a number'],
    [
      'eleven containers',
      { ...WEB, containerDefinitions: Array.from({ length: 11 }, (_, n) => ({ ...APP, name: `c${n}` })) },
      '`containerDefinitions` has 11 containers'
    ],
    ['64 KiB', withApp({ environment: [{ name: 'LONG', value: 'x'.repeat(65_536) }] }), 'the task definition has 6']
  ])('with %s is refused', async (_, definition, found) => {
    const list = await problems(definition)
    expect(list.map((problem) => problem.found).join('\n')).toContain(found)
    for (const problem of list) {
      expect(problem.code).toBe('TASK_DEFINITION_INVALID')
      expect(problem.place).toMatchObject({ kind: 'file', path: 'task-definition.json', line: expect.any(Number) })
      expect(problem.remedy).toMatch(/^[A-Z][a-z]+ .*\.$/)
      expect(problem.changed).toBe('nothing')
    }
  })

  test('is told with all its problems, each at its line', async () => {
    const list = await problems({
      family: 'we b',
      cpu: 256,
      memory: '512',
      containerDefinitions: [{ name: 'app', essential: 'yes', portMappings: [{ containerPort: '80' }] }]
    })
    const places = list.map(({ place }) => (place?.kind === 'file' ? place.line : undefined))
    expect(places.toSorted((one, other) => Number(one) - Number(other))).toEqual([2, 3, 6, 8, 11])
  })

  test('without a container that could be edited says so beside the image', async () => {
    const list = await problems({ ...WEB, containerDefinitions: [APP, { image: 'x' }] }, [edit('web', 'a')])
    expect(list.map(({ code }) => code)).toEqual(['CONTAINER_NOT_FOUND', 'TASK_DEFINITION_INVALID'])
  })

  test('with a number for a variable says how to write it', async () => {
    const [problem] = await problems(withApp({ environment: [{ name: 'PORT', value: 8080 }] }))
    expect(problem?.found).toBe('`containerDefinitions[app].environment[PORT].value` is a number')
    expect(problem?.remedy).toBe('Put the value in quotes; without them YAML and JSON change it.')
  })

  test.each<[string, JsonObject]>([
    ['a variable', { environment: [{ name: 'TOKEN', value: 90210 }] }],
    ['a variable beside', { environment: [{ value: '90210' }] }],
    ['a label', { dockerLabels: { token: 90210 } }],
    ['a log option', { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 90210 } } }]
  ])('never shows the value of %s', async (_, members) => {
    for (const spaces of [undefined, 2]) {
      const result = await renderText(JSON.stringify(withApp(members), undefined, spaces))
      expect(result.ok).toBe(false)
      const told = result.ok ? [] : result.problems.map(({ message, place, remedy }) => ({ message, place, remedy }))
      expect(JSON.stringify(told)).not.toContain('90210')
    }
  })
})

describe('no form at all', () => {
  const junk: readonly Json[] = [null, true, 0, -1.5, '', 'x', [], [null], [[]], {}, { name: null }, { name: {} }]
  const members = ['family', 'containerDefinitions', 'cpu', 'tags', 'volumes', 'taskDefinition']
  const inContainer = ['name', 'image', 'environment', 'secrets', 'portMappings', 'essential', 'logConfiguration']

  test.each([
    ...members.map((name): [string, (value: Json) => JsonObject] => [name, (value) => ({ ...WEB, [name]: value })]),
    ...inContainer.map((name): [string, (value: Json) => JsonObject] => [
      `a container’s ${name}`,
      (value) => withApp({ [name]: value })
    ]),
    ['a container', (value: Json) => ({ ...WEB, containerDefinitions: [value] })] as [string, (v: Json) => JsonObject],
    ['a definition inside', (value: Json) => ({ taskDefinition: value })] as [string, (v: Json) => JsonObject]
  ])('of %s makes it throw', async (_, make) => {
    for (const value of junk) {
      const result = await renderJson(make(value), [edit('app', 'app:2')])
      expect(result.ok || result.problems.length > 0).toBe(true)
    }
  })
})
