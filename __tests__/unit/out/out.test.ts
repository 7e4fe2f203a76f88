import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOut, type Sinks } from '../../../src/out/out.ts'
import { parseOutput } from '../../support/runner-parser.ts'

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const
let folder = ''

beforeEach(() => {
  // Core remembers the path of the summary for as long as it is loaded.
  jest.resetModules()
  folder = mkdtempSync(join(tmpdir(), 'out-'))
  for (const name of FILES) {
    process.env[name] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
})
afterEach(() => {
  for (const name of FILES) Reflect.deleteProperty(process.env, name)
  rmSync(folder, { recursive: true })
})

const read = (name: (typeof FILES)[number]) => readFileSync(join(folder, name), 'utf8')

function recorded(sinks: Partial<Sinks> = {}) {
  const written: string[] = []
  const out = createOut({ write: (text) => written.push(text), env: process.env, ...sinks })
  return { out, written, parsed: () => parseOutput(written.join('')) }
}

describe('standard output', () => {
  test('an annotation carries title, place and message through the runner’s escaping', () => {
    const { out, parsed } = recorded()
    out.annotate('error', 'a: b, 10 %', 'one 100%\ntwo: three', { file: 'a,b:c.json', line: 3, column: 7 })
    expect(parsed().commands).toEqual([
      {
        name: 'error',
        properties: { title: 'a: b, 10 %', file: 'a,b:c.json', line: '3', col: '7' },
        message: 'one 100%\ntwo: three'
      }
    ])
  })

  test('a group opens, holds its lines and closes', () => {
    const { out, written } = recorded()
    out.group('The plan: 100 %', ['one', '::error::two'])
    expect(written.join('')).toBe('::group::The plan: 100 %25\none\n| ::error::two\n::endgroup::\n')
  })

  test('no text of others becomes a command, and ours carry what they were given', () => {
    const { out, written, parsed } = recorded()
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('::', '##[', ']', 'error', ' ', ',', '=', '%0A', '%', '\n', '\r', '\u2028', 'file='))
        .map((parts) => parts.join(''))
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        written.length = 0
        out.line(one)
        out.group(one, [two, three])
        out.annotate('warning', one, two, { file: three, line: 1 })
        expect(parsed().commands.map(({ name }) => name)).toEqual(['group', 'endgroup', 'warning'])
        const { properties } = parsed().commands[2] ?? { properties: {} }
        expect(Object.keys(properties).every((key) => ['title', 'file', 'line'].includes(key))).toBe(true)
      }),
      { numRuns: 1_000 }
    )
  })

  test('a closed standard output does not throw', () => {
    const { out } = recorded({
      write: () => {
        throw new Error('EPIPE')
      }
    })
    expect(() => {
      out.line('x')
      out.group('x', ['y'])
      out.annotate('error', 'x', 'y')
    }).not.toThrow()
  })
})

describe('command files', () => {
  test('outputs go to their file and nothing to standard output', async () => {
    const { out, written } = recorded()
    await out.output('verdict', 'succeeded')
    await out.output('reason', 'one\nverdict=failed')
    expect(read('GITHUB_OUTPUT')).toMatch(
      /^verdict<<(ghadelimiter_\S+)\nsucceeded\n\1\nreason<<(ghadelimiter_\S+)\none ⏎ verdict=failed\n\2\n$/
    )
    expect(written).toEqual([])
  })

  test('an output is never longer than a line of the log', async () => {
    const { out } = recorded()
    await out.output('reason', 'x'.repeat(100_000))
    expect(read('GITHUB_OUTPUT').length).toBeLessThan(2_200)
  })

  test('the summary is written as it is, and cut before GitHub drops it', async () => {
    const { out } = recorded()
    await out.summary('# Title\n\ntext\n')
    expect(read('GITHUB_STEP_SUMMARY')).toBe('# Title\n\ntext\n')
    await out.summary('line\n'.repeat(300_000))
    expect(Buffer.byteLength(read('GITHUB_STEP_SUMMARY'))).toBeLessThan(1024 * 1024)
    expect(read('GITHUB_STEP_SUMMARY')).toContain('This summary was cut')
  })

  test.each([
    ['GITHUB_OUTPUT', 'not set'],
    ['GITHUB_OUTPUT', 'gone'],
    ['GITHUB_STEP_SUMMARY', 'not set'],
    ['GITHUB_STEP_SUMMARY', 'gone']
  ] as const)('%s %s costs one warning and nothing else', async (name, what) => {
    if (what === 'gone') process.env[name] = join(folder, 'no', 'such', 'file')
    else Reflect.deleteProperty(process.env, name)
    const { out, written, parsed } = recorded()
    for (let turn = 0; turn < 3; turn++) {
      await out.output('verdict', 'failed')
      await out.summary('x')
    }
    expect(written).toHaveLength(1)
    expect(written[0]).toMatch(/^warning {3}.* cannot be written: .*\. The verdict is not affected\.\n$/)
    expect(parsed().commands).toEqual([])
  })

  test('the log works although core cannot be loaded', async () => {
    const { out, written } = recorded({ load: () => Promise.reject(new Error('no chunk')) })
    out.line('before')
    await out.output('verdict', 'failed')
    out.line('after')
    expect(written).toEqual([
      'before\n',
      'warning   An output cannot be written: no chunk. The verdict is not affected.\n',
      'after\n'
    ])
  })
})
