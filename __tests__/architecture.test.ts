// Values only move right: every import in src/ is one the import table allows.
import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forbiddenImports, importsOf } from './support/import-table.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SRC = join(ROOT, 'src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(10)
})

test.each(files.sort())('src/%s imports only what its folder may', (file) => {
  expect(forbiddenImports(file, readFileSync(join(SRC, file), 'utf8'))).toEqual([])
})

describe('a third engine needs no edit', () => {
  /** What asks which engine it is, or knows a type of one. Comments may name them. */
  const NAMES_ENGINE = /CodeDeploy|\bEcs[A-Z]|'codedeploy'|\bengine\s*===|switch \([^)]*\bengine\)/
  const neutral = files.filter((file) => /^(observe|report|stories)\//.test(file))

  test.each(neutral)('in src/%s', (file) => {
    const code = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
    expect(NAMES_ENGINE.exec(code)?.[0]).toBeUndefined()
  })

  test.each([
    "if (plan.engine === 'ecs') return",
    'switch (subject.engine) {',
    'const plan: CodeDeployPlan = given',
    'function tell(plan: EcsPlan): void {}'
  ])('`%s` would be one', (code) => {
    expect(NAMES_ENGINE.test(code)).toBe(true)
  })
})

describe('the check itself', () => {
  test.each([
    ['domain/plan.ts', `import { a } from 'yaml'`, 'domain/plan.ts may not import values of yaml'],
    ['domain/plan.ts', `import type { A } from '../aws/ports.ts'`, 'domain/plan.ts may not import types of aws/ports'],
    [
      'observe/watch.ts',
      `import { a } from '../engines/pick.ts'`,
      'observe/watch.ts may not import values of engines/pick'
    ],
    [
      'observe/watch.ts',
      `import type { A } from '@aws-sdk/client-ecs'`,
      'observe/watch.ts may not import types of @aws-sdk/client-ecs'
    ],
    [
      'plan/decide.ts',
      `import { a } from '../inputs/fields.ts'`,
      'plan/decide.ts may not import values of inputs/fields'
    ],
    ['plan/decide.ts', `import { a } from '../aws/faults.ts'`, 'plan/decide.ts may not import values of aws/faults'],
    [
      'inputs/parse.ts',
      `import * as core from '@actions/core'`,
      'inputs/parse.ts may not import values of @actions/core'
    ],
    [
      'engines/ecs/engine.ts',
      `import { a } from '../codedeploy/names.ts'`,
      'engines/ecs/engine.ts may not import values of engines/codedeploy/names'
    ],
    [
      'engines/codedeploy/engine.ts',
      `import { ECSClient } from '@aws-sdk/client-ecs'`,
      'engines/codedeploy/engine.ts may not import values of @aws-sdk/client-ecs'
    ],
    [
      'engines/codedeploy/engine.ts',
      `import { type A, b } from '../../aws/ports.ts'`,
      'engines/codedeploy/engine.ts may not import values of aws/ports'
    ],
    ['report/log.ts', `export * from '../plan/decide.ts'`, 'report/log.ts may not import values of plan/decide'],
    ['stories/deploy.ts', `import 'node:fs'`, 'stories/deploy.ts may not import values of node:fs'],
    [
      'stories/deploy.ts',
      `const c = await import('@aws-sdk/client-ecs')`,
      'stories/deploy.ts may not import values of @aws-sdk/client-ecs'
    ],
    [
      'stories/deploy.ts',
      `import {\n  a,\n  b\n} from '@actions/core'`,
      'stories/deploy.ts may not import values of @actions/core'
    ],
    ['elsewhere/a.ts', '', 'elsewhere/a.ts lies in no folder of the table']
  ])('in %s it sees %j', (file, planted, sentence) => {
    expect(forbiddenImports(file, planted)).toEqual([sentence])
  })

  test.each([
    ['main.ts', `import * as core from '@actions/core'`],
    ['inputs/raw.ts', `import { getInput } from '@actions/core'`],
    ['plan/survey.ts', `import { problemOf } from '../aws/faults.ts'`],
    ['plan/decide.ts', `import type { Inputs } from '../inputs/inputs.ts'`],
    ['plan/decide.ts', `import { type Inputs, type Run } from '../inputs/inputs.ts'`],
    ['engines/pick.ts', `import { codedeploy } from './codedeploy/engine.ts'`],
    ['engines/codedeploy/engine.ts', `import { complete } from '../../plan/appspec.ts'`],
    ['engines/codedeploy/engine.ts', `// import { a } from '../ecs/engine.ts'\nimport { b } from './translate.ts'`]
  ])('in %s it lets %j pass', (file, planted) => {
    expect(forbiddenImports(file, planted)).toEqual([])
  })

  test('it reads every form of import', () => {
    const source = [
      `import a from 'a'`,
      `import { type B } from 'b'`,
      `import 'c'`,
      `export { d } from 'd'`,
      `const e = import('e')`,
      `type F = typeof import('f')`,
      `import type G from 'g'`
    ].join('\n')
    const seen = importsOf(source)
    expect(seen.map((one) => one.from).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(seen.filter((one) => one.typesOnly).map((one) => one.from)).toEqual(['b', 'g', 'f'])
  })
})

// That they let main.ts and src/aws do what they are there for is seen by `npm run lint`.
describe('the lint rules bite', () => {
  /** The rules a text would break if it stood in this file, in order of line. */
  const lint = (file: string, lines: readonly string[]): readonly string[] => {
    const eslint = join(ROOT, 'node_modules', 'eslint', 'bin', 'eslint.js')
    const args = [eslint, '--stdin', '--stdin-filename', file, '--format', 'json']
    const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, input: lines.join('\n'), encoding: 'utf8' })
    const [report] = JSON.parse(stdout) as readonly { messages: readonly { line: number; ruleId: string | null }[] }[]
    return (report?.messages ?? []).map(({ line, ruleId }) => `${line} ${ruleId ?? 'syntax'}`)
  }

  test('on the clock, chance, the process, errors without a code, assertions and defaults', () => {
    const planted = [
      'export const now = (): number => Date.now()',
      'export const later = (): unknown => setTimeout(() => undefined, 1)',
      'export const chance = (): number => Math.random()',
      "export const token = (): unknown => process.env['TOKEN']",
      "export const say = (): void => console.log('a')",
      "export const fail = (): never => { throw new Error('a') }",
      'export const told = (value: unknown): string => value as string',
      "export const fixed = ['a'] as const",
      "export function word(kind: 'a' | 'b'): string { switch (kind) { case 'a': return 'a'; default: return 'b' } }",
      "export function half(kind: 'a' | 'b'): void { switch (kind) { case 'a': break } }",
      'export async function lost(): Promise<void> { await Promise.resolve(); lost() }'
    ]
    expect(lint('src/observe/judge.ts', planted)).toEqual([
      '1 no-restricted-globals',
      '2 no-restricted-globals',
      '3 no-restricted-properties',
      '4 no-restricted-globals',
      '5 no-restricted-globals',
      '6 no-restricted-syntax',
      '7 no-restricted-syntax',
      '9 no-restricted-syntax',
      '10 @typescript-eslint/switch-exhaustiveness-check',
      '11 @typescript-eslint/no-floating-promises'
    ])
  })
})
