import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pairs } from '../../../src/inputs/pairs.ts'

const values = pairs('value')
const secrets = pairs('valueFrom')

function read(text: string, parser = values): readonly (readonly [string, string])[] {
  const field = parser(text)
  if (!field.ok) throw new Error(`refused: ${JSON.stringify(field.problems)}`)
  return field.value.map(({ name, value }) => [name, value])
}

function flaws(text: string, parser = values): readonly string[] {
  const field = parser(text)
  if (field.ok) throw new Error(`accepted: ${JSON.stringify(field.value)}`)
  for (const flaw of field.problems) expect(flaw.remedy).toMatch(/^[A-Z].*\.$/)
  return field.problems.map((flaw) => [flaw.found, flaw.expected, flaw.remedy].join(' | '))
}

describe('lines', () => {
  test.each([
    ['A=1', [['A', '1']]],
    [
      'A=1\nB=2\n',
      [
        ['A', '1'],
        ['B', '2']
      ]
    ],
    [
      'A=1\r\nB=2\r\n',
      [
        ['A', '1'],
        ['B', '2']
      ]
    ],
    ['\n  A=1\n\n \t\n', [['A', '1']]],
    ['URL=https://host/?a=b&c=d==', [['URL', 'https://host/?a=b&c=d==']]],
    ['A=', [['A', '']]],
    ['A==', [['A', '=']]],
    ['A="quoted"', [['A', '"quoted"']]],
    [`A='b' "c" \\d $E`, [['A', `'b' "c" \\d $E`]]],
    ['A= b  ', [['A', ' b  ']]],
    ['A=b\t', [['A', 'b\t']]],
    ['A=b#c', [['A', 'b#c']]],
    ['A={"b": [1]}', [['A', '{"b": [1]}']]],
    ['A=ü€🚀', [['A', 'ü€🚀']]],
    ['spring.datasource.url=jdbc:x', [['spring.datasource.url', 'jdbc:x']]],
    ['com.datadoghq.ad/logs-x=[{"source":"a=b"}]', [['com.datadoghq.ad/logs-x', '[{"source":"a=b"}]']]],
    ['__proto__=1', [['__proto__', '1']]],
    ['', []]
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    ['A', 'line 1 has no ='],
    ['A=1\n\nB', 'line 3 has no ='],
    ['=1', 'line 1 has no name'],
    ['A =1', 'line 1 has a space before its ='],
    ['A = 1', 'Remove the spaces around the ='],
    ['# a comment', 'line 1 begins with #'],
    ['A=1\n  #B=2', 'line 2 begins with #'],
    ['export A=1', 'Remove `export`'],
    ['two words=1', 'a name without spaces'],
    ['A\u0007=1', 'a name without spaces'],
    ['A=1\nB=2\nA=3', 'line 3 gives "A" again, first given on line 1'],
    ['KEY=-----BEGIN KEY-----\nMIIB\n-----END KEY-----', 'give a value of several lines as JSON']
  ])('%j is refused', (text, says) => expect(flaws(text).join('\n')).toContain(says))

  test('all flaws of all lines are told', () => {
    expect(flaws('A\nB=1\nB=2\n#C=3').map((flaw) => flaw.split(' | ')[0])).toEqual([
      'line 1 has no =',
      'line 3 gives "B" again, first given on line 2',
      'line 4 begins with #'
    ])
  })

  test('names that differ in case are two names', () => {
    expect(read('a=1\nA=2')).toHaveLength(2)
  })
})

describe('JSON', () => {
  test.each([
    [
      '{"A": "1", "B": ""}',
      [
        ['A', '1'],
        ['B', '']
      ]
    ],
    [
      '{"A": 8080, "B": 1.5, "C": true}',
      [
        ['A', '8080'],
        ['B', '1.5'],
        ['C', 'true']
      ]
    ],
    ['{"A": 1.10, "B": 0123}', undefined],
    [
      '{"A": 1.10, "B": 1e3}',
      [
        ['A', '1.10'],
        ['B', '1e3']
      ]
    ],
    ['[{"name": "A", "value": "a\\nb "}]', [['A', 'a\nb ']]],
    ['\n [ {"value": "1", "name": "A"} ] ', [['A', '1']]],
    ['{}', []],
    ['[]', []]
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(flaws(text)).toHaveLength(1)
    else expect(read(text)).toEqual(expected)
  })

  test.each([
    ['{"A": "1"', 'no JSON at line 1'],
    ['{"A": "1",\n "A": "2"}', 'no JSON at line 2, column 2'],
    ['{"__proto__": "1"}', 'no JSON at line 1'],
    ['{"A": null}', '"A" on line 1 has no text'],
    ['{"A": {"b": 1}}', '"A" on line 1 has no text'],
    ['{\n"A": ["b"]}', '"A" on line 2 has no text'],
    ['{"": "1"}', 'the name on line 1 is empty'],
    ['{"A B": "1"}', 'the name on line 1'],
    ['{"A=B": "1"}', 'the name on line 1'],
    ['[{"name": "A", "value": "1"},\n{"name": "A", "value": "2"}]', 'line 2 gives "A" again'],
    ['[{"name": "A"}]', '"A" on line 1 has no text'],
    ['[{"value": "1"}]', 'has no "name"'],
    ['["A=1"]', 'has no "name"'],
    ['[["A", "1"]]', 'has no "name"'],
    ['[{"name": "A", "value": "1", "valueFrom": "x"}]', 'the entry on line 1 has "valueFrom"'],
    ['{"A": "1"} B=2', 'no JSON at line 1']
  ])('%s is refused', (text, says) => expect(flaws(text).join('\n')).toContain(says))

  test('in a list a secret is given by valueFrom', () => {
    expect(read('[{"name": "A", "valueFrom": "/a"}]', secrets)).toEqual([['A', '/a']])
    expect(flaws('[{"name": "A", "value": "/a"}]', secrets).join()).toContain('has "value"')
  })
})

test.each(['A=', '{"A": ""}', '[{"name": "A", "valueFrom": ""}]'])('a secret from nowhere is refused: %s', (text) => {
  expect(flaws(text, secrets).join()).toContain('"A" on line 1 has no value')
})

const name = fc.stringMatching(/^[A-Za-z_.][\w.\-/]{0,30}$/).filter((text) => !text.startsWith('#'))
/** Whatever stands on one line. */
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', ' ', '"', "'", '#', '\\', '{', '[', '$', '\t', 'a', '\r') })
)
const list = fc.uniqueArray(fc.tuple(name, value), { selector: ([name]) => name })

test('whatever stands behind the first = of a line comes back to the last character', () => {
  const oneLine = list.filter((all) => all.every(([, value]) => !value.includes('\n') && !value.endsWith('\r')))
  fc.assert(
    fc.property(oneLine, fc.constantFrom('\n', '\r\n', '\n\n  '), (all, end) => {
      expect(read(all.map(([name, value]) => `${name}=${value}`).join(end))).toEqual(all)
    })
  )
})

test('whatever is written as JSON comes back to the last character', () => {
  fc.assert(
    fc.property(list, (all) => {
      expect(read(JSON.stringify(all.map(([name, value]) => ({ name, value }))))).toEqual(all)
      expect(read(JSON.stringify(Object.fromEntries(all))).toSorted()).toEqual(all.toSorted())
    })
  )
})

test('no text makes it show a value or fail otherwise', () => {
  const hidden = 'hunter2'
  const around = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '=', ' ', '\n', '#', '\\', 'x') })
  fc.assert(
    fc.property(around, around, (before, after) => {
      const field = values(`${before}A=${hidden}${after}`)
      if (!field.ok) expect(JSON.stringify(field.problems)).not.toContain(hidden)
    })
  )
})
