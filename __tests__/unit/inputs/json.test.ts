import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Problem } from '../../../src/domain/problem.ts'
import { readJson } from '../../../src/inputs/json.ts'
import { source } from '../../../src/inputs/source.ts'
import { toJson } from '../../../src/inputs/tree.ts'

const read = (text: string) => toJson(readJson(source('task.json', text)))

function refusal(text: string): Problem {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error(`accepted: ${text}`)
}

/** Plain numbers and keys that JSON.parse and we see alike. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5 }
    )
  )
})).value

describe('reading JSON', () => {
  test('it reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        expect(read(text)).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 }
    )
  })

  test('a JSON text that was damaged in one place is read as JSON.parse reads it, or refused with a place', () => {
    const damage = fc.tuple(
      plain,
      fc.nat(),
      fc.constantFrom('', ',', '}', '[', '"', '\\', ':', '\n', 'x', '\u0001', '0')
    )
    fc.assert(
      fc.property(damage, ([value, where, insert]) => {
        const text = JSON.stringify(value)
        const at = where % (text.length + 1)
        const damaged = text.slice(0, at) + insert + text.slice(at + 1)
        const expected = parsed(damaged)
        if (expected === undefined) {
          expect(refusal(damaged).place).toMatchObject({ kind: 'file', line: expect.any(Number) })
          return
        }
        const got = attempt(damaged)
        // Beyond JSON.parse we refuse doubled keys and __proto__, and keep unusual numbers as text.
        if (!(got instanceof Problem)) expect(loosely(got)).toEqual(loosely(expected.value))
      }),
      { numRuns: 1_000 }
    )
  })

  test.each([
    ['{"a": "\\u00e9\\n\\"\\\\\\/"}', { a: 'é\n"\\/' }],
    [' [ ] ', []],
    ['{}', {}],
    ['{"a":[],"b":{}}', { a: [], b: {} }],
    ['\r\n{"a"\t:1}\n', { a: 1 }],
    ['{"a": 9007199254740991}', { a: 9007199254740991 }],
    ['{"a": -0.5}', { a: -0.5 }],
    [
      '{"a": [512.0, 1.10, 0.50, -0.0, -0, 1e3, 1E+2, 2.5e-1, 1e21]}',
      { a: [512, 1.1, 0.5, 0, 0, 1000, 100, 0.25, 1e21] }
    ],
    ['{"constructor": {"prototype": 1}}', { ['constructor']: { prototype: 1 } }]
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  test.each([
    ['a number beyond 2^53', '{"a": 9007199254740993}', '9007199254740993'],
    ['a number of too many digits', '{"a": 0.1000000000000000000001}', '0.1000000000000000000001'],
    ['a number beyond every number', '{"a": 1e400}', '1e400'],
    ['a number too small', '{"a": 1e-400}', '1e-400']
  ])('%s keeps its text', (_, text, kept) => {
    expect(read(text)).toEqual({ a: kept })
  })

  test.each([
    ['nothing', '', 1, 1, 'the file ends where a value should be'],
    ['a comma too many in an object', '{\n  "a": 1,\n}', 3, 1, '} stands where a key in double quotes should be'],
    ['a comma too many in a list', '[1,]', 1, 4, '] stands where a value should be'],
    ['a comma missing', '{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a text stands where a comma or a closing brace should be'],
    ['a colon missing', '{"a" 1}', 1, 6, 'a number stands where a colon after the key should be'],
    ['a key without quotes', '{a: 1}', 1, 2, 'a word stands where a key in double quotes should be'],
    ['single quotes', "{'a': 1}", 1, 2, 'a word stands where a key in double quotes should be'],
    ['an open object', '{"a": 1', 1, 8, 'the file ends where a comma or a closing brace should be'],
    ['an open list', '{"a": [1', 1, 9, 'the file ends where a comma or a closing bracket should be'],
    ['an open string', '{"a": "b}', 1, 7, 'a string is not closed'],
    ['a line break in a string', '{"a": "b\nc"}', 1, 7, 'a string is not closed'],
    ['an unknown escape', '{"a": "\\d"}', 1, 7, 'a string is not closed'],
    ['a comment', '{ // note\n}', 1, 3, 'a comment stands where a key in double quotes should be'],
    ['leading zeros', '{"a": 012}', 1, 7, 'a number stands where a value in JSON should be'],
    ['a Python word', '{"a": True}', 1, 7, 'a word stands where a value in JSON should be'],
    ['NaN', '{"a": NaN}', 1, 7, 'a word stands where a value in JSON should be'],
    ['two documents', '{}\n{}', 2, 1, '{ stands where the end of the file should be'],
    ['a doubled key', '{"a": 1,\n "a": 2}', 2, 2, 'the key "a" is written twice, first on line 1'],
    ['a doubled key, once escaped', '{"a": 1, "\\u0061": 2}', 1, 10, 'the key "a" is written twice'],
    ['__proto__', '{"a": {"__proto__": 1}}', 1, 8, 'the key "__proto__" is not accepted'],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), 1, 65, 'nested deeper than 64 levels'],
    ['100,000 open lists', '['.repeat(100_000), 1, 65, 'nested deeper than 64 levels']
  ])('%s is refused at its place', (_, text, line, column, found) => {
    const problem = refusal(text)
    expect(problem.code).toBe('FILE_SYNTAX')
    expect(problem.place).toMatchObject({ kind: 'file', path: 'task.json', line, column })
    expect(problem.found).toContain(found)
  })

  // Read in more than linear time this would take minutes.
  test('a large text is read', () => {
    const text = JSON.stringify({
      a: 'x'.repeat(100_000),
      b: Array.from({ length: 20_000 }, (_, index) => `v${index}`)
    })
    expect(read(text)).toBeDefined()
  })
})

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function attempt(text: string): unknown {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** Numbers by their value, whether they are kept as text or not. */
function loosely(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' && each.trim() !== '' && !Number.isNaN(Number(each)) ? Number(each) : each
  )
}
