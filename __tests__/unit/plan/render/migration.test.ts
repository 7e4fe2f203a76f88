// From the inputs as a workflow has them to the definition: the bugs of the official actions are not ours.
import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/domain/units.ts'
import { render, type Rendered } from '../../../../src/plan/task-definition.ts'
import { inputs, text, type Values } from '../../inputs/parsed.ts'
import { ALONE, APP, PROXY, WEB, container, says } from './rendering.ts'

async function deployed(values: Values, definition: JsonObject = WEB, patch?: string): Promise<Rendered> {
  const asked = await inputs(patch === undefined ? values : { ...values, 'task-definition-patch': patch }, {
    taskDefinition: text('task.json', JSON.stringify(definition)),
    ...(patch !== undefined && { patch: { kind: 'inline', text: patch } })
  })
  if (asked.base.kind !== 'file') throw new Error('not from the file')
  const result = render({ document: asked.base.document, known: undefined }, asked.edits, asked)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

describe('amazon-ecs-render-task-definition', () => {
  test.each<[string, Values, string, unknown]>([
    [
      'loses a label from its second = on',
      { 'docker-labels': 'traefik.http.routers.web.rule=Host(`a`) && Query(`x=y`)' },
      'dockerLabels',
      { ...(APP['dockerLabels'] as JsonObject), 'traefik.http.routers.web.rule': 'Host(`a`) && Query(`x=y`)' }
    ],
    [
      'loses a log option from its second = on',
      { 'log-configuration-options': 'tag=a=b==' },
      'logConfiguration',
      { logDriver: 'awslogs', options: { ...logOptions(), tag: 'a=b==' } }
    ],
    [
      'splits a command at every space',
      { command: 'sh -c "npm run migrate && exec node server.js" \'a  b\'' },
      'command',
      ['sh', '-c', 'npm run migrate && exec node server.js', 'a  b']
    ],
    [
      'refuses a command that is no JSON in older releases',
      { command: 'node server.js' },
      'command',
      ['node', 'server.js']
    ],
    ['takes a command in JSON', { command: '["sh", "-c", "a  b"]' }, 'command', ['sh', '-c', 'a  b']],
    [
      'ignores secrets without environment-variables in older releases',
      { secrets: 'KEY=arn:aws:ssm:eu-west-1:111122223333:parameter/key' },
      'secrets',
      [
        ...(APP['secrets'] as readonly JsonObject[]),
        { name: 'KEY', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/key' }
      ]
    ],
    [
      'registers a name as a variable and as a secret, which AWS refuses',
      { secrets: 'LEVEL=arn:aws:ssm:eu-west-1:111122223333:parameter/level' },
      'environment',
      [{ name: 'EMPTY', value: '' }]
    ],
    [
      'keeps everything behind the first = of a variable, as we do',
      { 'environment-variables': 'URL=postgres://a?b=c=d\n\nSPACED= x ' },
      'environment',
      [
        ...(APP['environment'] as readonly JsonObject[]),
        { name: 'URL', value: 'postgres://a?b=c=d' },
        { name: 'SPACED', value: ' x ' }
      ]
    ]
  ])('%s', async (_, values, member, expected) => {
    expect(container(await deployed({ 'container-name': 'app', ...values }))[member]).toEqual(expected)
  })

  test('does not find the second of two containers behind a space', async () => {
    const result = await deployed({ 'container-name': 'app, proxy', image: 'registry/both:2', command: 'serve' })
    for (const name of ['app', 'proxy']) {
      expect(container(result, name)).toMatchObject({ image: 'registry/both:2', command: ['serve'] })
    }
  })

  test('needs an image, and a step for every image', async () => {
    const result = await deployed({ images: 'app=registry/app:2\nproxy=envoy:2' })
    expect(result.images.map(({ to }) => to)).toEqual(['registry/app:2', 'envoy:2'])
    expect(container(await deployed({ 'environment-variables': 'A=1' }, ALONE))['environment']).toHaveLength(3)
  })

  test('can add a variable and never remove one', async () => {
    const replaced = await deployed({ 'environment-variables': 'A=1', 'env-update-strategy': 'replace' }, ALONE)
    expect(container(replaced)['environment']).toEqual([{ name: 'A', value: '1' }])
    const removed = await deployed({}, WEB, 'containerDefinitions: { app: { environment: { LEVEL: null } } }')
    expect(container(removed)['environment']).toEqual([{ name: 'EMPTY', value: '' }])
    expect(container(removed, 'proxy')).toEqual(PROXY)
  })
})

describe('amazon-ecs-deploy-task-definition', () => {
  const empty = {
    ...WEB,
    volumes: [],
    containerDefinitions: [{ ...APP, command: [], entryPoint: [], dockerLabels: {} }]
  }

  test('drops what is empty; here it stays', async () => {
    expect((await deployed({})).definition).toEqual(WEB)
    expect((await deployed({}, empty)).definition).toEqual(empty)
    expect((await deployed({ 'keep-null-value-keys': 'volumes' }, empty)).definition).toEqual(empty)
  })

  test('does so here as well, where it is asked for', async () => {
    const result = await deployed({ 'strip-empty-values': 'true' }, empty)
    expect(result.definition).not.toHaveProperty('volumes')
    const app = container(result)
    expect(['command', 'entryPoint', 'dockerLabels'].filter((name) => name in app)).toEqual([])
    expect(app['environment']).toEqual(APP['environment'])
    expect(says(result).join()).toMatch(/`strip-empty-values` drops what is empty: .*`volumes`/)
  })

  test('sends deleteRequestedAt, and warns of every other member only AWS sets', async () => {
    const result = await deployed({}, { ...WEB, revision: 1, deleteRequestedAt: 2 })
    expect(result.definition).toEqual(WEB)
    expect(result.notes.slice(0, 1)).toEqual([
      { level: 'notice', says: 'task.json: left out what only AWS sets: `revision`, `deleteRequestedAt`.' }
    ])
  })
})

function logOptions(): JsonObject {
  const { options } = APP['logConfiguration'] as { readonly options: JsonObject }
  return options
}
