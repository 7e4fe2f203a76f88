import { describe, expect, test } from '@jest/globals'
import MarkdownIt from 'markdown-it'
import { chart, label } from '../../../src/report/markdown/chart.ts'
import { block, code, fold, phrase, sentence, table } from '../../../src/report/markdown/escape.ts'
import { plain, prose, say } from '../../../src/report/wording/phrase.ts'
import { MINUTE, SECOND } from '../../../src/domain/units.ts'

/** What a reader sees of inline code. */
function seen(markdown: string): string {
  const [paragraph] = new MarkdownIt().parseInline(markdown, {})
  return (paragraph?.children ?? []).map((token) => token.content).join('')
}

describe('a code span shows the text as it is', () => {
  test.each(['plain', 'a `b` c', '`', '``', '`` ` ```', 'ends with `', '@a #1 <b> [x](y) | \\'])('%j', (text) => {
    expect(seen(code(text))).toBe(text)
  })

  test('nothing is said to be empty', () => {
    expect(code('\u200b ')).toBe('(empty)')
  })

  test('a pipe does not split a table, and is shown as a pipe', () => {
    const html = new MarkdownIt().render(table(['a', 'b'], [[code('x | y'), code('z')]]).join('\n'))
    expect(html.match(/<td>/g)).toHaveLength(2)
    expect(html).toContain('<code>x | y</code>')
  })
})

test('a block has a longer fence than any inside it', () => {
  expect(block(['```` a', '```'])).toBe('`````\n```` a\n```\n`````')
})

describe('a sentence keeps quiet words and puts the rest in code', () => {
  test.each([
    ['Correct `service` or `cluster`; this action deploys.', 'Correct `service` or `cluster`; this action deploys.'],
    ['Add (`ecs:X`), then wait.', 'Add (`ecs:X`), then wait.'],
    ['(codedeploy:X), and (ecs:Y).', '(`codedeploy:X`), and (`ecs:Y`).'],
    ['so ecs:X) and f_x(y) and f_x(y).', 'so `ecs:X`) and `f_x(y)` and `f_x(y)`.'],
    ['ask @octocat about #12.', 'ask `@octocat` about `#12`.'],
    ['see https://x.example, now', 'see `https://x.example`, now'],
    ['snake_case and 10% of “web-5xx”, once', '`snake_case` and 10% of “web-5xx”, once'],
    ['`a`@b', '`a` `@b`'],
    ['an odd ` mark', 'an odd `` ` `` mark'],
    ['1. one', '`1.` one'],
    ['- one', '`-` one'],
    ['it is c0ffee254729', 'it is `c0ffee254729`'],
    ['Zürich naïve 東京', 'Zürich naïve 東京']
  ])('%s', (text, expected) => {
    expect(sentence(text)).toBe(expected)
  })
})

test('a phrase quotes what is theirs and nothing else', () => {
  const words = say`alarm ${'web-5xx'} -> ${3} of ${prose('the `app`')}`
  expect(phrase(words)).toBe('alarm `web-5xx` → 3 of the `app`')
  expect(plain(words)).toBe('alarm web-5xx -> 3 of the `app`')
})

test('an empty table and an empty fold are nothing', () => {
  expect([table(['a'], []), fold('a', [])]).toEqual([[], []])
})

describe('the chart', () => {
  const points = [
    { at: 1 * MINUTE, weight: 10 },
    { at: 3 * MINUTE, weight: 100 }
  ]

  test('samples the steps evenly from the start to the end', () => {
    const values =
      /line \[(.*)\]/
        .exec(chart(points, 0, 4 * MINUTE) ?? '')?.[1]
        ?.split(', ')
        .map(Number) ?? []
    expect(values).toHaveLength(41)
    expect([values[0], values[9], values[10], values[29], values[30], values[40]]).toEqual([0, 0, 10, 10, 100, 100])
  })

  test('counts seconds where minutes say nothing', () => {
    expect(chart(points, 0, 30 * SECOND)).toContain('x-axis "seconds since the start" 0 --> 30')
  })

  test('is left out when there is nothing to draw', () => {
    expect([chart([], 0, MINUTE), chart(points, 0, 0)]).toEqual([undefined, undefined])
  })

  test('has labels of quiet characters only', () => {
    expect(label('web"]\n`%%{init}%% <b>; 10 %')).toBe('web%%init%% b 10 %')
  })
})
