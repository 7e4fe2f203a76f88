import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { createOut, OUTPUTS, type CommandFiles } from '../../src/out/out.ts'
import { LONGEST, sanitise } from '../../src/out/sanitise.ts'
import { jsonReport } from '../../src/report/json.ts'
import { logReporter } from '../../src/report/log.ts'
import { document } from '../../src/report/markdown.ts'
import { outputsReporter } from '../../src/report/outputs.ts'
import { reporters } from '../../src/report/reporters.ts'
import { summaryReporter } from '../../src/report/summary.ts'
import { aRun, START } from '../support/builders.ts'
import { parseLine, parseOutput } from '../support/runner-parser.ts'
import { HISTORIES } from './histories.ts'
import { HOSTILE, poisoned } from './poison.ts'

const EVERYTHING: readonly DeploymentEvent[] = Object.values(HISTORIES).flat()
const MINE = ['group', 'endgroup', 'error', 'warning']
const FOLDS = /^(?:<details>\n<summary>[A-Za-z ]+(?: \(\d+\))?<\/summary>|<\/details>)\n*$/
const LINKS =
  /^https:\/\/(?:[a-z0-9-]+\.console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/|github\.com\/octo\/web\/)/

/** What GitHub makes of the plain text between the marks: mentions, references, commits, addresses, formulas, shortcodes. */
const LIVE = /@[\w-]|#\d|gh-\d|\b[0-9a-f]{7,64}\b|www\.|:\/\/|\$|:(?!\d\d:)[a-z0-9_+-]+:|[<>[\]`|\\~*_]/i

const renderer = new MarkdownIt({ html: true, linkify: true })

/** What in this document is not ours. */
function forged(markdown: string): readonly string[] {
  return renderer.parse(markdown, {}).flatMap((block) => {
    if (block.type === 'html_block') return FOLDS.test(block.content) ? [] : [`html ${block.content}`]
    return (block.children ?? []).flatMap((token) => {
      if (token.type === 'html_inline' || token.type === 'image') return [`${token.type} ${token.content}`]
      if (token.type === 'link_open' && !LINKS.test(String(token.attrGet('href'))))
        return [`link ${token.attrGet('href')}`]
      return token.type === 'text' && LIVE.test(token.content) ? [`text ${token.content}`] : []
    })
  })
}

function shape(markdown: string): readonly string[] {
  return renderer
    .parse(markdown, {})
    .filter((token) => ['heading_open', 'hr', 'blockquote_open', 'ordered_list_open', 'th_open'].includes(token.type))
    .map((token) => token.type)
}

async function everySink(history: readonly DeploymentEvent[]) {
  const files: { outputs: [string, string][]; summaries: string[] } = { outputs: [], summaries: [] }
  const core: CommandFiles = {
    setOutput: (name, value) => files.outputs.push([name, value]),
    summary: {
      emptyBuffer: () => ({
        addRaw: (text) => {
          files.summaries.push(text)
          return { write: () => Promise.resolve() }
        }
      })
    }
  }
  let stdout = ''
  const out = createOut({
    write: (text) => (stdout += text),
    env: { GITHUB_OUTPUT: 'x', GITHUB_STATE: 'x', GITHUB_STEP_SUMMARY: 'x' },
    load: () => Promise.resolve(core)
  })
  const all = reporters(
    [
      { name: 'the log', reporter: logReporter(out, { startedAt: START }) },
      { name: 'the outputs', reporter: outputsReporter(out) },
      { name: 'the summary', reporter: summaryReporter(out, aRun()) }
    ],
    (line) => out.line(line)
  )
  for (const event of history) await all.on(event)
  return { stdout, ...files }
}

function expectNothingForged({ stdout, outputs, summaries }: Awaited<ReturnType<typeof everySink>>): void {
  const parsed = parseOutput(stdout)
  expect(parsed.commands.map(({ name }) => name).filter((name) => !MINE.includes(name))).toEqual([])
  // The lines that meant to be commands are all that begins like one; `::` of ours is never indented.
  expect(stdout.split('\n').filter((line) => /^\s+::/.test(line))).toEqual([])
  expect(stdout).not.toContain('##[')
  expect(parsed.log.filter((line) => line.includes('withheld'))).toEqual([])
  expect(outputs.filter(([name]) => !OUTPUTS.some((known) => known === name))).toEqual([])
  expect(outputs.filter(([, value]) => /[\r\n\u2028\u2029]/.test(value) || value.length > LONGEST)).toEqual([])
  expect(summaries.flatMap((each) => each.split('\n')).filter((line) => parseLine(line) !== undefined)).toEqual([])
  expect(summaries.flatMap(forged)).toEqual([])
}

describe('hostile text in every field of every event forges nothing in any sink', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 60), text]))('%s', async (_, text) => {
    for (const history of Object.values(HISTORIES)) expectNothingForged(await everySink(poisoned(history, text)))
  })

  test('nor does anything put together from the parts of such text', async () => {
    const parts = [
      '`',
      '``',
      '@a',
      '#1',
      '[',
      '](',
      ')',
      '!',
      '<',
      '>',
      '|',
      '\\',
      '\n',
      '::',
      '##[',
      ']',
      ' ',
      '.',
      'a',
      '://',
      '$',
      '*',
      '_',
      '(',
      ',',
      '-'
    ]
    const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 14
    })
    const histories = Object.values(HISTORIES)
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...histories), async (pieces, history) => {
        expectNothingForged(await everySink(poisoned(history, pieces.join(''))))
      }),
      { numRuns: 300 }
    )
  })
})

test('hostile text adds no heading, list, quote, rule or column to a report', () => {
  for (const [name, history] of Object.entries(HISTORIES)) {
    const plain = shape(document(poisoned(history, 'text'), aRun()))
    for (const text of HOSTILE.filter((each) => sanitise(each).trim() !== '')) {
      expect([name, text, shape(document(poisoned(history, text), aRun()))]).toEqual([name, text, plain])
    }
  }
})

test('a hostile run environment forges nothing either', () => {
  for (const text of HOSTILE) {
    const run = aRun({ repository: text, runId: text, attempt: text, sha: text, actor: text, url: text })
    expect(forged(document(HISTORIES['succeeded'] ?? [], run))).toEqual([])
  }
})

test('a report for machines has no line break or invisible character in any of its texts', () => {
  for (const text of HOSTILE) {
    const walk = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(walk)
          : []
    const texts = walk(jsonReport(poisoned(EVERYTHING, text), aRun()))
    expect(texts.filter((each) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(each) || each.length > LONGEST)).toEqual([])
  }
})

test('a report stays small however much there is to tell', () => {
  const flood = Array.from({ length: 20 }, () => poisoned(EVERYTHING, 'x'.repeat(4_000))).flat()
  expect(Buffer.byteLength(document(flood, aRun()))).toBeLessThan(900 * 1024)
})

test('the oracle sees what it is there to see', () => {
  const bad = [
    '@octocat',
    'see #12',
    '<b>x</b>',
    '![](x)',
    '[a](https://evil.example)',
    'https://evil.example',
    'www.evil.example'
  ]
  for (const text of bad) expect([text, forged(text).length > 0]).toEqual([text, true])
  expect(forged('`@octocat #12 <b>`')).toEqual([])
})
