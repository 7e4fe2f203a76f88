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

/** The `with:` of every step that uses this action, however deep it stands. */
function stepsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (typeof value !== 'object' || value === null) return []
  const { uses, with: inputs } = value as { readonly uses?: unknown; readonly with?: Readonly<Record<string, unknown>> }
  const own = typeof uses === 'string' && uses.includes('ecs-canary-deploy') && inputs !== undefined ? [inputs] : []
  return [...own, ...Object.values(value).flatMap(stepsIn)]
}
