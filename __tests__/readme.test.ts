import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUT_NAMES } from '../src/inputs/catalog.ts'
import { completed, readme } from './support/readme.ts'

test('the tables of the README are those of action.yml and the catalogue (npm run readme writes them)', () => {
  expect(readme()).toBe(completed(readme()))
})

test('the README shows the commands that CI runs', () => {
  expect(readme()).toContain('npm ci && npm test')
  expect(readme()).toContain('npm ci && npm run demo')
})

test('every step of ours in the README uses inputs that exist', () => {
  const blocks = [...readme().matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '')
  const steps = blocks.flatMap((text) => stepsIn(parse(text)))
  expect(steps.length).toBeGreaterThanOrEqual(2)
  for (const step of steps) for (const name of Object.keys(step)) expect(INPUT_NAMES).toContain(name)
})

test('the trust policy of the README lets in every job of its recipe', () => {
  const [, text = ''] = /<!-- recipe -->\n```yaml\n(.*?)```/s.exec(readme()) ?? []
  const { on, jobs } = parse(text) as {
    readonly on: { readonly push: { readonly branches: readonly string[] } }
    readonly jobs: Readonly<Record<string, { readonly environment?: string }>>
  }
  const subjects = Object.values(jobs).map(({ environment }) =>
    environment === undefined ? `ref:refs/heads/${on.push.branches.join()}` : `environment:${environment}`
  )
  expect(subjects.length).toBe(2)
  for (const owner of ['octo-org@111/web@222', 'octo-org/web'])
    for (const subject of subjects) expect(readme()).toContain(`"repo:${owner}:${subject}"`)
})

/** The `with:` of every step that uses this action, however deep it stands. */
function stepsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (typeof value !== 'object' || value === null) return []
  const { uses, with: inputs } = value as { readonly uses?: unknown; readonly with?: Readonly<Record<string, unknown>> }
  const own = typeof uses === 'string' && uses.includes('ecs-canary-deploy') && inputs !== undefined ? [inputs] : []
  return [...own, ...Object.values(value).flatMap(stepsIn)]
}
