import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { command } from '../../../src/inputs/command.ts'

function words(text: string): readonly string[] {
  const field = command(text)
  if (!field.ok) throw new Error(`refused: ${JSON.stringify(field.problems)}`)
  return field.value
}

function flaw(text: string): string {
  const field = command(text)
  if (field.ok) throw new Error(`accepted: ${JSON.stringify(field.value)}`)
  return field.problems.map(({ found, expected, remedy }) => [found, expected, remedy].join(' | ')).join('\n')
}

test.each([
  ['npm start', ['npm', 'start']],
  ['npm   start\t--', ['npm', 'start', '--']],
  ['npm\n  run\r\n  start\n', ['npm', 'run', 'start']],
  [`sh -c "echo hello world"`, ['sh', '-c', 'echo hello world']],
  [`sh -c 'echo "a b" && exit 0'`, ['sh', '-c', 'echo "a b" && exit 0']],
  [`sh -c "echo \\"a\\" \\$HOME $HOME \\\\ \\n"`, ['sh', '-c', 'echo "a" $HOME $HOME \\ \\n']],
  [`a'b'"c"d`, ['abcd']],
  [`--name='a b' --other="c d"`, ['--name=a b', '--other=c d']],
  [`a '' "" b`, ['a', '', '', 'b']],
  ['a\\ b', ['a b']],
  [`it\\'s \\"quoted\\"`, [`it's`, '"quoted"']],
  ['find . -exec rm {} \\;', ['find', '.', '-exec', 'rm', '{}', ';']],
  ['a \\\n b', ['a', 'b']],
  ['a\\\r\nb', ['ab']],
  ['"a\\\nb"', ['ab']],
  ['C:\\app\\run.exe /x', ['C:\\app\\run.exe', '/x']],
  [`'C:\\Program Files\\x'`, ['C:\\Program Files\\x']],
  ['a | b > c && d; e $F *', ['a', '|', 'b', '>', 'c', '&&', 'd;', 'e', '$F', '*']],
  ['echo #not a comment', ['echo', '#not', 'a', 'comment']],
  ['a=b c=d=e', ['a=b', 'c=d=e']],
  ['ü 🚀 a\u00a0b', ['ü', '🚀', 'a\u00a0b']],
  ['["sh", "-c", "a b"]', ['sh', '-c', 'a b']],
  ['["sleep", 3600, true]', ['sleep', '3600', 'true']],
  ['[]', []],
  [' [] '.trim(), []]
])('%j', (text, expected) => expect(words(text)).toEqual(expected))

describe('refused', () => {
  test.each([
    [`sh -c "echo`, 'a quote " that is not closed (character 7)'],
    [`it's`, `a quote ' that is not closed (character 3)`],
    [`a "b" 'c`, '(character 7)'],
    [`"a\\"`, '(character 1)'],
    ['a b\\', 'ends in a backslash'],
    ['["a", "b"', 'no JSON at line 1'],
    ['[ -f /x ]', 'no JSON at line 1'],
    ['["a", ["b"]]', 'something on line 1 that is no text'],
    ['["a",\n null]', 'something on line 2 that is no text'],
    ['["a", {"b": 1}]', 'no text']
  ])('%j', (text, says) => expect(flaw(text)).toContain(says))

  test('what the command holds is not repeated', () => {
    expect(flaw(`mysql --password=hunter2 "`)).not.toContain('hunter2')
  })
})

describe('quoted words come back as they were', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(' ', '"', "'", '\\', '$', '`', '\n', '\r', '\t', 'a', '[') })
  )
  const single = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
  const double = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`
  const quoted = fc.tuple(word, fc.constantFrom(single, double))

  test('in single and in double quotes', () => {
    fc.assert(
      fc.property(fc.array(quoted), fc.constantFrom(' ', '\n', '\t  '), (all, space) => {
        expect(words(all.map(([text, quote]) => quote(text)).join(space))).toEqual(all.map(([text]) => text))
      })
    )
  })

  test('as a JSON list', () => {
    fc.assert(fc.property(fc.array(word), (all) => expect(words(JSON.stringify(all))).toEqual(all)))
  })

  test('every text is either words or a flaw, and words lose no letter', () => {
    fc.assert(
      fc.property(word, (text) => {
        const field = command(text)
        const letters = (all: string): string => all.replaceAll(/[^a]/g, '')
        if (field.ok && !text.startsWith('[')) expect(letters(field.value.join(''))).toBe(letters(text))
      })
    )
  })
})
