// Our workflows cannot become the way in: each keeps the rules, and each rule is seen to bite.
import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { workflowProblems } from './support/workflow-rules.ts'

const ROOT = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
const workflows = readdirSync(fileURLToPath(new URL('.github/workflows', ROOT))).filter((file) => /\.ya?ml$/.test(file))

test('the workflows for tests, dist and workflows exist', () => {
  expect(workflows).toEqual(expect.arrayContaining(['check-dist.yml', 'lint-workflows.yml', 'test.yml']))
})

test.each(workflows)('%s keeps every rule', (file) => {
  expect(workflowProblems(read(`.github/workflows/${file}`))).toEqual([])
})

test('the same action is pinned to the same commit everywhere', () => {
  const pins = workflows.flatMap((file) => [...read(`.github/workflows/${file}`).matchAll(/uses: (\S+)@(\S+)/g)])
  const commits = new Map<string, Set<string>>()
  for (const [, action = '', commit = ''] of pins) commits.set(action, (commits.get(action) ?? new Set()).add(commit))
  expect([...commits].filter(([, found]) => found.size > 1)).toEqual([])
})

test('dependabot lets npm packages and actions ripen for a week', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[]
  }
  expect(updates.map((update) => [update['package-ecosystem'], update.cooldown?.['default-days']])).toEqual([
    ['npm', 7],
    ['github-actions', 7]
  ])
})

describe('a planted flaw is found', () => {
  const good = read('.github/workflows/test.yml')
  const spoilt = (from: string | RegExp, to: string): readonly string[] => {
    const text = good.replace(from, to)
    expect(text).not.toBe(good)
    return workflowProblems(text).map((complaint) => complaint.slice(0, complaint.indexOf(':')))
  }

  test.each<[string, string | RegExp, string]>([
    ['unpinned-uses', /checkout@[0-9a-f]{40} # v[\d.]+/, 'checkout@v7'],
    ['unpinned-uses', /(checkout@[0-9a-f]{40}) # v[\d.]+/, '$1'],
    ['unpinned-uses', /(checkout@[0-9a-f]{39})[0-9a-f]/, '$1'],
    ['excessive-permissions', 'permissions: {}', 'permissions:\n  contents: write # to write'],
    ['excessive-permissions', 'permissions: {}\n', ''],
    ['excessive-permissions', /permissions:\n\s+contents: read.*\n/, 'permissions: write-all\n'],
    ['undocumented-permissions', ' # to check out', ''],
    ['artipacked', 'persist-credentials: false', 'persist-credentials: true'],
    ['dangerous-triggers', 'pull_request:', 'pull_request_target:'],
    ['template-injection', 'run: npm ci', 'run: echo "${{ github.event.head_commit.message }}"'],
    ['time-limits', /timeout-minutes: \d+\n/, 'continue-on-error: false\n'],
    ['concurrency-limits', /concurrency:\n.*\n.*\n/, '']
  ])('%s: %p becomes %j', (rule, from, to) => {
    expect(spoilt(from, to)).toContain(rule)
  })

  test('secrets-inherit', () => {
    expect(
      workflowProblems(
        'permissions: {}\nconcurrency: a\njobs: { a: { uses: ./b.yml, permissions: {}, secrets: inherit } }'
      )
    ).toEqual(['secrets-inherit: a hands every secret on'])
  })
})
