import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../../../src/domain/problem.ts'
import type { RawFile } from '../../../src/inputs/files.ts'
import { readRaw, type Environment } from '../../../src/inputs/raw.ts'

let root: string
let workspace: string
let temp: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inputs-'))
  workspace = join(root, 'workspace')
  temp = join(root, 'temp')
  for (const folder of [
    join(workspace, 'deploy', 'deep'),
    join(workspace, 'node_modules'),
    join(workspace, 'empty'),
    temp
  ]) {
    mkdirSync(folder, { recursive: true })
  }
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'workspace/task-definition.json': '{"family": "web"}',
    'workspace/deploy/taskdef.yaml': 'family: web\n',
    'workspace/deploy/deep/task-definition.yml': 'family: web\n',
    'workspace/node_modules/task-definition.json': '{}',
    'workspace/bom.json': '\ufeff{"family": "web"}',
    'workspace/latin.json': Uint8Array.of(0x7b, 0xe9, 0x7d),
    'workspace/utf16.json': Buffer.from('\ufeff{"family": "web"}', 'utf16le'),
    'workspace/..dots.json': '{}',
    'workspace/binary.json': '{\0}',
    'workspace/largest.json': 'x'.repeat(256 * 1024),
    'workspace/larger.json': 'x'.repeat(256 * 1024 + 1),
    'temp/task-definition-1.json': '{"family": "temp"}',
    'outside.json': '{"family": "outside"}'
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content)
  symlinkSync(join(root, 'outside.json'), join(workspace, 'link-out.json'))
  symlinkSync(join(workspace, 'task-definition.json'), join(workspace, 'link-in.json'))
  symlinkSync(root, join(workspace, 'up'))
  symlinkSync(join(workspace, 'loop.json'), join(workspace, 'loop.json'))
  symlinkSync(workspace, join(root, 'alias'))
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

const env = (more: Environment = {}): Environment => ({ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp, ...more })

async function taskDefinition(path: string, more: Environment = {}): Promise<RawFile> {
  return (await readRaw(env({ 'INPUT_TASK-DEFINITION': path, ...more }))).taskDefinition
}

async function refusal(path: string, more: Environment = {}): Promise<Problem> {
  const file = await taskDefinition(path, more)
  if (file.kind !== 'refused') throw new Error(`${path} is ${file.kind}`)
  expect(file.problem.place?.kind).toBe('file')
  return file.problem
}

describe('inputs', () => {
  test('a value is trimmed, and nothing but spaces is not given', async () => {
    const { values } = await readRaw(env({ INPUT_SERVICE: ' web \n', INPUT_CLUSTER: '  ', INPUT_IMAGE: '' }))
    expect([...values]).toEqual([['service', 'web']])
  })

  test('hyphens and capitals of a name are as the runner writes them', async () => {
    const { values } = await readRaw(env({ 'INPUT_RUN-TASK-ASSIGN-PUBLIC-IP': 'ENABLED', INPUT_RUN_TASK: 'true' }))
    expect([...values]).toEqual([['run-task-assign-public-IP', 'ENABLED']])
  })

  test.each([
    [
      { 'INPUT_AWS-REGION': 'eu-west-1', AWS_REGION: 'us-east-1' },
      { name: 'eu-west-1', from: 'aws-region' }
    ],
    [
      { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' },
      { name: 'us-east-1', from: 'AWS_REGION' }
    ],
    [
      { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' },
      { name: 'us-west-2', from: 'AWS_DEFAULT_REGION' }
    ],
    [{}, undefined]
  ])('the region of %j', async (more, region) => {
    expect((await readRaw(env(more))).region).toEqual(region)
  })

  test('the run is what the runner says', async () => {
    const { run } = await readRaw(
      env({
        GITHUB_REPOSITORY: 'octo/web',
        GITHUB_RUN_ID: '991',
        GITHUB_RUN_ATTEMPT: '2',
        GITHUB_SHA: '3f2c1aa',
        GITHUB_ACTOR: 'mona',
        GITHUB_SERVER_URL: 'https://ghes.example'
      })
    )
    expect(run).toEqual({
      repository: 'octo/web',
      runId: '991',
      attempt: '2',
      sha: '3f2c1aa',
      actor: 'mona',
      url: 'https://ghes.example/octo/web/actions/runs/991'
    })
  })

  test('outside GitHub there is no page of the run', async () => {
    expect((await readRaw(env())).run.url).toBeUndefined()
  })
})

describe('files that may be read', () => {
  test.each([
    ['task-definition.json', '{"family": "web"}'],
    ['./deploy/../task-definition.json', '{"family": "web"}'],
    ['deploy/taskdef.yaml', 'family: web\n'],
    ['link-in.json', '{"family": "web"}'],
    ['../temp/task-definition-1.json', '{"family": "temp"}'],
    ['..dots.json', '{}'],
    ['bom.json', '{"family": "web"}'],
    ['largest.json', 'x'.repeat(256 * 1024)]
  ])('%s', async (path, text) => {
    expect(await taskDefinition(path)).toEqual({ kind: 'read', file: { path, text } })
  })

  test('an absolute path', async () => {
    const path = join(temp, 'task-definition-1.json')
    expect(await taskDefinition(path)).toMatchObject({ kind: 'read', file: { path } })
  })

  test('a workspace that is itself a symbolic link', async () => {
    expect(await taskDefinition('task-definition.json', { GITHUB_WORKSPACE: join(root, 'alias') })).toMatchObject({
      kind: 'read'
    })
  })
})

describe('files that may not', () => {
  test.each([
    ['FILE_OUTSIDE', '../outside.json'],
    ['FILE_OUTSIDE', 'link-out.json'],
    ['FILE_OUTSIDE', 'up/outside.json'],
    ['FILE_OUTSIDE', '/proc/self/environ'],
    ['FILE_OUTSIDE', '/etc/passwd'],
    ['FILE_OUTSIDE', '..'],
    ['FILE_UNREADABLE', '.'],
    ['FILE_UNREADABLE', 'deploy'],
    ['FILE_UNREADABLE', 'loop.json'],
    ['FILE_UNREADABLE', 'latin.json'],
    ['FILE_UNREADABLE', 'utf16.json'],
    ['FILE_UNREADABLE', 'binary.json'],
    ['FILE_TOO_LARGE', 'larger.json'],
    ['FILE_NOT_FOUND', 'missing.json'],
    ['FILE_NOT_FOUND', 'task-definition.json/x'],
    ['FILE_NOT_FOUND', 'x'.repeat(300)]
  ])('%s: %s', async (code, path) => {
    const problem = await refusal(path)
    expect(problem.code).toBe(code)
    expect(problem.changed).toBe('nothing')
    expect(problem.found).not.toMatch(/TypeError|ENOENT:|undefined/)
  })

  test('a folder whose name begins like the workspace is outside', async () => {
    mkdirSync(join(root, 'workspace-2'))
    writeFileSync(join(root, 'workspace-2', 'task.json'), '{}')
    expect((await refusal('../workspace-2/task.json')).code).toBe('FILE_OUTSIDE')
  })

  test('without a temp folder only the workspace counts', async () => {
    const path = join(temp, 'task-definition-1.json')
    expect((await refusal(path, { RUNNER_TEMP: undefined })).code).toBe('FILE_OUTSIDE')
  })

  test.each([
    ['task-definition.jsn', 'Write `task-definition.json`'],
    ['taskdef.yaml', 'Write `deploy/taskdef.yaml`'],
    ['$GITHUB_WORKSPACE/task.json', 'no shell replaces variables'],
    ['~/task.json', 'no shell replaces variables'],
    ['{"family": "web"}', 'Write the text to a file'],
    ['family: web\ncpu: 256', 'Write the text to a file'],
    ['arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1', 'goes into `task-definition-arn`'],
    ['quite/another.json', 'Correct the path']
  ])('what to do about %j', async (path, remedy) => {
    expect((await refusal(path)).remedy).toContain(remedy)
  })

  test('the files that are there are named, the likeliest first', async () => {
    const { found } = await refusal('infra/task-definition.yml')
    expect(found).toMatch(/there is `deploy\/deep\/task-definition\.yml`, /)
    expect(found).not.toContain('node_modules')
  })

  test('an empty workspace asks for a checkout', async () => {
    const problem = await refusal('task.json', { GITHUB_WORKSPACE: join(workspace, 'empty') })
    expect(problem.remedy).toContain('actions/checkout')
  })

  test('UTF-16 is recognised', async () => {
    expect((await refusal('utf16.json')).found).toContain('UTF-16')
  })
})

describe('the AppSpec', () => {
  const appSpec = async (folder: string, more: Environment = {}) =>
    readRaw(env({ GITHUB_WORKSPACE: join(workspace, folder), INPUT_SERVICE: 'web', ...more }))

  beforeAll(() => {
    for (const [folder, name] of [
      ['usual', 'appspec.yaml'],
      ['other', 'appspec.yml'],
      ['both', 'appspec.yaml'],
      ['both', 'appspec.json']
    ] as const) {
      mkdirSync(join(workspace, folder), { recursive: true })
      writeFileSync(join(workspace, folder, name), 'version: 0.0\n')
    }
    mkdirSync(join(workspace, 'broken'))
    symlinkSync('nowhere', join(workspace, 'broken', 'appspec.yaml'))
  })

  test('appspec.yaml is read without being named', async () => {
    expect((await appSpec('usual')).appSpec).toMatchObject({ kind: 'read', file: { path: 'appspec.yaml' } })
  })

  test('nothing is fine when nothing is named', async () => {
    const raw = await appSpec('empty')
    expect(raw.appSpec).toEqual({ kind: 'none' })
    expect(raw.notes).toEqual([])
  })

  test('a named file has to exist', async () => {
    const raw = await appSpec('usual', { 'INPUT_CODEDEPLOY-APPSPEC': 'appspec.yml' })
    expect(raw.appSpec).toMatchObject({ kind: 'refused', problem: { code: 'FILE_NOT_FOUND' } })
  })

  test('a link to nowhere is not nothing', async () => {
    expect((await appSpec('broken')).appSpec).toMatchObject({ kind: 'refused', problem: { code: 'FILE_NOT_FOUND' } })
  })

  test('a file with nearly that name is said not to be read', async () => {
    expect((await appSpec('other')).notes[0]?.says).toMatch(/^appspec\.yml is not read/)
    expect((await appSpec('both')).notes).toEqual([])
  })

  test.each(['usual', 'broken', 'other'])('without a service none is looked for (%s)', async (folder) => {
    const raw = await appSpec(folder, { INPUT_SERVICE: '' })
    expect([raw.appSpec, raw.notes]).toEqual([{ kind: 'none' }, []])
  })
})

describe('the AppSpec in other modes', () => {
  test.each([
    ['promote', 'none'],
    ['Status', 'none'],
    ['rollback', 'read'],
    ['deploy', 'read'],
    ['promot', 'read']
  ])('mode %s: %s', async (mode, kind) => {
    const folder = join(workspace, 'usual')
    const raw = await readRaw(env({ GITHUB_WORKSPACE: folder, INPUT_SERVICE: 'web', INPUT_MODE: mode }))
    expect(raw.appSpec.kind).toBe(kind)
  })
})

describe('values that are kept to the last space', () => {
  test.each(['ENVIRONMENT-VARIABLES', 'SECRETS', 'DOCKER-LABELS', 'LOG-CONFIGURATION-OPTIONS'])('%s', async (name) => {
    const { values } = await readRaw(env({ [`INPUT_${name}`]: ' A= b \t\n' }))
    expect([...values.values()]).toEqual([' A= b \t\n'])
  })

  test('nothing but spaces is not given', async () => {
    expect((await readRaw(env({ INPUT_SECRETS: ' \n\t' }))).values.size).toBe(0)
  })
})

describe('the patch', () => {
  beforeAll(() => {
    mkdirSync(join(workspace, 'patches'))
    writeFileSync(join(workspace, 'patches', 'more memory.yml'), 'memory: 2048\n')
    writeFileSync(join(workspace, 'patches', 'cpu: 512'), 'cpu: 1024\n')
  })
  const patch = async (written: string) => (await readRaw(env({ 'INPUT_TASK-DEFINITION-PATCH': written }))).patch

  test.each([
    ['patches/more memory.yml', 'memory: 2048\n'],
    [' patches/more memory.yml\n', 'memory: 2048\n'],
    ['patches/cpu: 512', 'cpu: 1024\n']
  ])('%j is a file that exists', async (path, text) => {
    expect(await patch(path)).toEqual({ kind: 'read', file: { path: path.trim(), text } })
  })

  test.each(['cpu: 512', '{"cpu": "512"}', 'cpu: 512\nmemory: 1024', 'patches/cpu.yml\npatches/more memory.yml'])(
    '%j is the patch itself',
    async (text) => expect(await patch(text)).toEqual({ kind: 'inline', text })
  )

  test.each([
    ['patches/mroe.yml', 'FILE_NOT_FOUND'],
    ['../outside.json', 'FILE_OUTSIDE'],
    ['link-out.json', 'FILE_OUTSIDE'],
    ['patches', 'FILE_UNREADABLE']
  ])('%s is a path that cannot be read', async (path, code) => {
    expect(await patch(path)).toMatchObject({ kind: 'refused', problem: { code } })
  })

  test('none', async () => {
    expect((await readRaw(env())).patch).toEqual({ kind: 'none' })
  })
})
