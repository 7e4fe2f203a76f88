import { expect, test } from '@jest/globals'
import { completed, readme } from './support/readme.ts'

test('the tables of the README are those of action.yml and the catalogue (npm run readme writes them)', () => {
  expect(readme()).toBe(completed(readme()))
})

test('the README shows the commands that CI runs', () => {
  expect(readme()).toContain('npm ci && npm test')
  expect(readme()).toContain('npm ci && npm run demo')
})
