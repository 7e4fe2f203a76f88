import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { document } from '../../src/report/markdown.ts'
import { VERDICTS } from '../../src/domain/verdict.ts'
import type { Note } from '../../src/domain/problem.ts'
import { anEvent, aProblem, aRun, aStage, START } from '../support/builders.ts'
import { golden } from './golden.ts'
import { aCodeDeployPlan, anAttachment, anEcsPlan } from './ecs-subjects.ts'
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
    'circuit-breaker',
    'deadline',
    'gate-expired',
    'hook',
    'not-continued',
    'not-rolled-back',
    'not-serving',
    'not-started',
    'operator',
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

test('what an alarm says is said once, just below the headline', () => {
  const [report = ''] = document(HISTORIES['rolled-back-alarm'] ?? [], aRun(), START).split('<details>')
  expect(report).toContain('\n\nAlarm `web-5xx` went off. The old revision serves all production traffic again.\n\n- [')
  expect(report.split('137.0')).toHaveLength(2)
})

test('what the cause tells of tasks is not repeated as evidence', () => {
  const reason = 'CannotPullContainerError: not found'
  const report = document(
    [
      anEvent(0, { kind: 'stopped', tasks: { count: 3, reason } }),
      anEvent(1, {
        kind: 'concluded',
        verdict: { kind: 'rolled-back', cause: { kind: 'tasks', detail: `3 tasks stopped: ${reason}` } }
      })
    ],
    aRun()
  )
  expect(report.split('<details>')[0]?.split(reason)).toHaveLength(2)
})

test('no table has a header without words', () => {
  for (const [name, history] of Object.entries(HISTORIES)) {
    const heads = document(history, aRun(), START).match(/^\|.*(?=\n\| ---)/gm) ?? []
    expect([name, heads.filter((head) => /\| +\|/.test(head))]).toEqual([name, []])
  }
})

test('the traffic is timed from the start of the log', () => {
  expect(document(HISTORIES['succeeded'] ?? [], aRun(), START)).toContain('| 14:02:20 UTC | 02:20 | 10 % |')
})

test('a refusal names the service once a plan has', () => {
  const heading = (name: string) => document(HISTORIES[name] ?? [], aRun()).split('\n')[0]
  expect(['refused-after-the-plan', 'refused-one'].map(heading)).toEqual([
    '## 🚫 Refused: `web` in cluster `prod`',
    '## 🚫 Refused'
  ])
})

test('a note of a permission that the plan has told of is not told again', () => {
  const problem = aProblem('NOT_ALLOWED', { remedy: 'Add it.' })
  const told = { says: 'The role lacks a permission', remedy: 'Add it.', level: 'notice' } as const
  const blind = anEvent(1, { kind: 'blind', source: 'alarms', problem, forGood: true })
  const reportOf = (notes: readonly Note[]) =>
    document([anEvent(0, { kind: 'planned', plan: aCodeDeployPlan({ notes }) }), blind], aRun())
  expect(reportOf([told])).toContain('Notes (1)')
  expect(reportOf([])).toContain('- The states of the alarms are not shown: ')
})

describe('a stage that AWS visits once per step', () => {
  const NAME = 'PRODUCTION_TRAFFIC_SHIFT'
  const visit = (startedAt: number | undefined, endedAt: number | undefined, status = 'IN_PROGRESS') =>
    anEvent(0, { kind: 'stage', stage: aStage({ name: NAME, status, startedAt, endedAt }) })
  const rowsOf = (...events: readonly DeploymentEvent[]) =>
    document(events, aRun(), START)
      .split('\n')
      .filter((line) => line.startsWith(`| \`${NAME}\``))

  test.each<[string, readonly DeploymentEvent[], number]>([
    ['is one row while it lasts', [visit(undefined, undefined), visit(START, START + 9_000, 'done')], 1],
    [
      'is a new row when it begins again after its end',
      [visit(undefined, undefined), visit(START, START + 9_000, 'done'), visit(undefined, undefined)],
      2
    ],
    [
      'has each row completed by its own end',
      [
        visit(undefined, undefined),
        visit(START, START + 9_000, 'done'),
        visit(undefined, undefined),
        visit(START + 20_000, START + 25_000, 'done')
      ],
      2
    ],
    [
      'is the same row when a late answer tells of the same beginning',
      [visit(START, START + 9_000, 'Succeeded'), visit(START, undefined, 'InProgress')],
      1
    ]
  ])('%s', (_claim, events, count) => {
    expect(rowsOf(...events)).toHaveLength(count)
  })
})

test('the settings of the service are told only where they change and something is deployed', () => {
  const reportOf = (but: Parameters<typeof anEcsPlan>[0]) =>
    document([anEvent(0, { kind: 'planned', plan: anEcsPlan(but) })], aRun())
  const title = '### The service’s settings, before and after'
  expect([{}, { stored: [] }, { unchanged: true }].map((but) => reportOf(but).includes(title))).toEqual([
    true,
    false,
    false
  ])
})

test('a deployment that was found has its share of the traffic from the start of the chart', () => {
  const [, line = ''] = /line \[(.*)\]/.exec(document(HISTORIES['ecs-promoted'] ?? [], aRun(), START)) ?? []
  expect(line.split(', ').map(Number)).toEqual([...Array<number>(21).fill(10), ...Array<number>(20).fill(100)])
})

test('a deployment that was found without any sign of its origin has none in its table', () => {
  const bare = anAttachment({ whose: 'unknown', signs: [], through: [], createdAt: undefined })
  const report = document([anEvent(0, { kind: 'attached', attachment: bare })], aRun())
  expect(report).toContain('| Revision | `web:42` → `web:43` |')
  expect(report).not.toMatch(/^\| (?:When found|Through|Begun) \|/m)
})

test('a refusal shows the line of the file with a caret under the column', () => {
  const markdown = document(HISTORIES['refused-many'] ?? [], aRun())
  expect(markdown).toContain('```\n      "cpu": "a lot",\n             ^\n```')
})

test('a run without a plan, a page or a verdict still makes a report', () => {
  expect(document([], aRun({ url: undefined }))).toContain('Not concluded')
})

test('how it went is told before what was changed', () => {
  const report = document(HISTORIES['ecs-rolled-back-alarm'] ?? [], aRun(), START)
  const titles = [...report.matchAll(/^### ([A-Z][\w ’,]*)/gm)].map(([, title]) => title?.trim())
  expect(titles).toEqual([
    'Traffic',
    'Stages',
    'Hooks',
    'Alarms',
    'What AWS watches',
    'The service’s settings, before and after',
    'What changes'
  ])
})

test('a revision that was deployed again keeps its traffic in the table, and is not called new', () => {
  const history = (HISTORIES['ecs-succeeded'] ?? []).map((event) =>
    event.kind === 'concluded' ? { ...event, verdict: { kind: 'succeeded', until: 'rolled-back' } as const } : event
  )
  const report = document(history, aRun(), START)
  expect(report).toContain('| Time | Elapsed | Older revision | Note |')
  expect(report).toContain('all traffic on the older revision')
  expect(report).not.toMatch(/\| rolled back \||new revision/i)
})
