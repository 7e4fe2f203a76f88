// The demo's own parts: what it understands, what it expects, what it shows.
import { describe, expect, test } from '@jest/globals'
import { SCENARIOS } from '../simulator/scenarios.ts'
import type { LogLine } from '../support/log-reader.ts'
import { understand } from './arguments.ts'
import { expectedVerdict, expectedVerdicts, isGreen, strangers } from './endings.ts'
import { logView } from './terminal.ts'

const NAMES = ['smooth', 'alarm', 'slow-rollback', 'late-rollback-info']

test.each([
  [[], { kind: 'play', scenario: 'smooth', speed: 60 }],
  [['alarm', '--speed', '120'], { kind: 'play', scenario: 'alarm', speed: 120 }],
  [['--list'], { kind: 'list' }],
  [['--help'], { kind: 'help' }],
  [['alrm'], { kind: 'wrong', says: 'no scenario is named alrm. Did you mean alarm?' }],
  [
    ['rollback'],
    { kind: 'wrong', says: 'no scenario is named rollback. Did you mean slow-rollback, late-rollback-info?' }
  ],
  [['xyz'], { kind: 'wrong', says: 'no scenario is named xyz. npm run demo -- --list names them all.' }],
  [['smooth', 'alarm'], { kind: 'wrong', says: 'one scenario at a time, not smooth, alarm' }],
  [['--speed', 'fast'], { kind: 'wrong', says: '--speed is a number from 1 to 600, not fast' }],
  [['--speed', '0'], { kind: 'wrong', says: '--speed is a number from 1 to 600, not 0' }],
  [['--loud'], { kind: 'wrong', says: expect.stringContaining('--loud') }]
])('%j is understood', (given, asked) => {
  expect(understand(given, NAMES)).toEqual(asked)
})

describe('what is expected', () => {
  test('names only scenarios that exist', () => {
    expect(strangers()).toEqual([])
  })

  test.each([
    ['smooth', 'succeeded'],
    ['alarm', 'rolled-back'],
    ['lying-success', 'failed'],
    ['busy-group', 'refused'],
    ['ecs-canary', 'succeeded'],
    ['ecs-superseded-after-success', 'failed'],
    ['pause-and-promote', 'succeeded'],
    ['ready-wait-and-promote', 'failed']
  ])('%s ends %s', (name, verdict) => {
    expect(Object.keys(SCENARIOS)).toContain(name)
    expect(expectedVerdict(name)).toBe(verdict)
  })

  test.each(Object.values(SCENARIOS).map(({ name, jobs }) => [name, jobs] as const))(
    'of %s is one verdict for each job',
    (name, jobs) => {
      expect(expectedVerdicts(name)).toHaveLength(jobs?.length ?? 1)
    }
  )

  test('is that no job follows a red one', () => {
    const early = Object.keys(SCENARIOS).flatMap((name) => expectedVerdicts(name).slice(0, -1))
    expect(early.filter((verdict) => !isGreen(verdict))).toEqual([])
  })
})

describe('the log on a terminal', () => {
  const line = (text: string, name?: string): LogLine => ({
    at: 0,
    raw: text,
    text,
    command: name === undefined ? undefined : { name, properties: {}, message: text }
  })
  const shown = (...lines: readonly LogLine[]): readonly (string | undefined)[] =>
    lines.map(logView((style, text) => `${String(style)}(${text})`))

  test('a fold has a title and indents what is in it', () => {
    expect(shown(line('Plan', 'group'), line('a'), line('', 'endgroup'), line('b'))).toEqual([
      'bold(▾ Plan)',
      '  a',
      undefined,
      'b'
    ])
  })

  test('annotations carry their word, and debug lines are not shown', () => {
    expect(shown(line('no', 'error'), line('hm', 'warning'), line('fyi', 'notice'), line('x', 'debug'))).toEqual([
      'red(Error: no)',
      'yellow(Warning: hm)',
      'blue(Notice: fyi)',
      undefined
    ])
  })

  test('a secret is not shown once it is known', () => {
    expect(shown(line('hunter2', 'add-mask'), line('it is hunter2'))).toEqual([undefined, 'it is ***'])
  })

  test('a line cannot steer the terminal', () => {
    expect(shown(line('\u001b[2Jgone'))).toEqual(['gone'])
  })
})
