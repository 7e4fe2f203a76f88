import { describe, expect, test } from '@jest/globals'
import { document } from '../../src/report/markdown.ts'
import { VERDICTS } from '../../src/domain/verdict.ts'
import { aRun, START } from '../support/builders.ts'
import { golden } from './golden.ts'
import { HISTORIES } from './histories.ts'

const concluded = Object.values(HISTORIES).flatMap((history) =>
  history.flatMap((event) => (event.kind === 'concluded' ? [event.verdict] : []))
)

describe('the summary reads as its golden file', () => {
  test.each(Object.entries(HISTORIES))('%s', (name, history) => {
    const markdown = document(history, aRun(), START)
    expect(golden(`${name}.golden.md`, markdown)).toBe(markdown)
  })
})

test('every verdict has a golden file', () => {
  const words = new Set(concluded.map((verdict) => verdict.kind))
  expect([...words].sort()).toEqual(Object.keys(VERDICTS).sort())
})

test('every cause has a golden file', () => {
  const causes = new Set(concluded.flatMap((verdict) => ('cause' in verdict ? [verdict.cause.kind] : [])))
  expect([...causes].sort()).toEqual([
    'alarm',
    'aws',
    'cancelled',
    'deadline',
    'hook',
    'not-serving',
    'not-started',
    'operator',
    'ready-wait-expired',
    'rollback-failed',
    'rollback-missing',
    'service-gone',
    'superseded',
    'tasks'
  ])
})

test('a green summary that judged nothing says so before anything else', () => {
  for (const [name, history] of Object.entries(HISTORIES)) {
    const verdict = history.findLast((event) => event.kind === 'concluded')?.verdict
    const judged = verdict === undefined || VERDICTS[verdict.kind].judged || !VERDICTS[verdict.kind].passes
    const [title = '', , body = ''] = document(history, aRun()).split('\n')
    expect([name, title.includes('not judged'), body.startsWith('Nothing was judged')]).toEqual([
      name,
      !judged,
      !judged
    ])
  }
})

test('a refusal shows the line of the file with a caret under the column', () => {
  const markdown = document(HISTORIES['refused-many'] ?? [], aRun())
  expect(markdown).toContain('```\n      "cpu": "a lot",\n             ^\n```')
})

test('a run without a plan, a page or a verdict still makes a report', () => {
  expect(document([], aRun({ url: undefined }))).toContain('Not concluded')
})
