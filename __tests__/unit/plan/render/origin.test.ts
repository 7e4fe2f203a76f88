import { describe, expect, test } from '@jest/globals'
import type { Json, JsonObject } from '../../../../src/domain/units.ts'
import { NO_EDITS, type Edits } from '../../../../src/inputs/inputs.ts'
import { origins } from '../../../../src/plan/render/origin.ts'
import { render } from '../../../../src/plan/task-definition.ts'
import { WEB, file, fromFile, pairs, refused } from './rendering.ts'

/** Where the member of this path was written, as the check would be told. */
async function placeOf(path: readonly (string | number)[], edits: Partial<Edits>, base = WEB) {
  const all = { ...NO_EDITS, ...edits }
  const { document } = await fromFile(base)
  const result = render({ document, known: undefined }, all)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return origins(result.value.definition, { definition: base, document, root: [] }, all)(path)
}

describe('a member of the rendered definition', () => {
  const app = ['containerDefinitions', 0]

  test.each<[string, readonly (string | number)[], string]>([
    ['of the file', ['family'], '"family": "web"'],
    ['of a container', [...app, 'image'], '"image": "registry/app:1"'],
    ['that moved in its list', [...app, 'environment', 0, 'name'], '"name": "EMPTY"'],
    ['that is missing, at what should have it', ['containerDefinitions', 1, 'memory'], '{']
  ])('%s has the line of the file', async (_, path, line) => {
    const edits = {
      containers: ['app'],
      environment: pairs({ NEW: '1', EMPTY: '' }),
      updateStrategy: 'replace'
    } as const
    const place = await placeOf(path, edits)
    expect(place).toMatchObject({ kind: 'file', path: 'task-definition.json', line: expect.any(Number) })
    expect(place.kind === 'file' && place.text?.trim().replace(/,$/, '')).toBe(line)
  })

  test.each<[readonly (string | number)[], string]>([
    [['cpu'], 'cpu'],
    [['taskRoleArn'], 'task-role-arn'],
    [[...app, 'image'], 'container-name'],
    [[...app, 'environment', 2, 'value'], 'environment-variables'],
    [[...app, 'environment', 2], 'environment-variables'],
    [[...app, 'secrets', 1, 'valueFrom'], 'secrets'],
    [[...app, 'dockerLabels', 'new'], 'docker-labels'],
    [[...app, 'command', 0], 'command'],
    [[...app, 'logConfiguration', 'options', 'mode'], 'log-configuration-options'],
    [[...app, 'environmentFiles', 0, 'value'], 'env-files']
  ])('%j is of the input that set it', async (path, name) => {
    const place = await placeOf(path, {
      images: [{ container: 'app', image: 'registry/app:2', input: 'container-name' }],
      environment: pairs({ NEW: '1' }),
      environmentFiles: ['arn:aws:s3:::b/1.env'],
      secrets: pairs({ S: 'arn:aws:ssm:eu-west-1:111122223333:parameter/s' }),
      dockerLabels: pairs({ new: '1' }),
      command: ['sh'],
      logOptions: pairs({ mode: 'non-blocking' }),
      taskRoleArn: 'arn:aws:iam::111122223333:role/task',
      cpu: '256'
    })
    expect(place).toEqual({ kind: 'input', name })
  })

  test.each<[string, readonly (string | number)[], number]>([
    ['set by it', ['cpu'], 2],
    ['of a container it names', [...app, 'environment', 0, 'value'], 6],
    ['of a container it adds', ['containerDefinitions', 2, 'image'], 10],
    ['missing in a container it adds', ['containerDefinitions', 2, 'memory'], 9]
  ])('%s has the line of the patch, without its text', async (_, path, line) => {
    const patch = await file(
      {
        cpu: '512',
        containerDefinitions: { app: { environment: { LEVEL: 'hunter2' } }, sidecar: { image: 'side:1' } }
      },
      'patch.json'
    )
    expect(await placeOf(path, { patch })).toEqual({
      kind: 'file',
      path: 'patch.json',
      line,
      column: expect.any(Number)
    })
  })

  test('that the patch leaves alone is not the patch’s', async () => {
    const patch = await file({ containerDefinitions: { app: { memory: 512 } } }, 'patch.json')
    expect(await placeOf(['containerDefinitions', 0, 'image'], { patch })).toMatchObject({
      path: 'task-definition.json'
    })
    expect(await placeOf(['containerDefinitions', 1, 'cpu'], { patch })).toMatchObject({ path: 'task-definition.json' })
  })
})

describe('a problem', () => {
  const inPatch = (value: JsonObject, path = 'patch.json') => file(value, path)

  test.each<[string, JsonObject, string, number]>([
    ['a wrong kind', { containerDefinitions: { app: { memory: 'much' } } }, '[app].memory` is', 4],
    [
      'a list that is none',
      { containerDefinitions: { app: { portMappings: { 80: {} } } } },
      'portMappings` is an object',
      4
    ],
    ['a missing image', { containerDefinitions: { app: { image: null } } }, '[app].image` is missing', 4],
    [
      'a variable without quotes',
      { containerDefinitions: { app: { environment: { A: 90210 } } } },
      '[A].value` is a number',
      5
    ]
  ])('of the patch, %s, is shown there and without its value', async (_, value, found, line) => {
    const list = await refused(WEB, { patch: await inPatch(value) })
    expect(list).toHaveLength(1)
    expect(list[0]?.found).toContain(found)
    expect(list[0]?.place).toEqual({ kind: 'file', path: 'patch.json', line, column: expect.any(Number) })
    expect(JSON.stringify(list)).not.toContain('90210')
  })

  test('of a patch that is written into its input is the input’s', async () => {
    const written = { ...(await inPatch({ cpu: 256 })), locate: () => undefined }
    const [problem] = await refused(WEB, { patch: written })
    expect(problem?.place).toEqual({ kind: 'input', name: 'task-definition-patch' })
  })

  test('of the file keeps its line behind edits', async () => {
    const values: readonly Json[] = [
      { name: 'A', value: '1' },
      { name: 'BAD', value: 7 }
    ]
    const base = { family: 'web', containerDefinitions: [{ name: 'app', image: 'a', environment: values }] }
    const [problem] = await refused(base, { environment: pairs({ BAD2: '', A: '' }) })
    expect(problem?.place).toMatchObject({ kind: 'file', path: 'task-definition.json', line: 14 })
  })
})
