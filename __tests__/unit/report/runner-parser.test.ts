import { describe, expect, test } from '@jest/globals'
import { parseLine, parseOutput } from '../../support/runner-parser.ts'

describe('the runner reads a command', () => {
  test.each([
    ['::error::text', { name: 'error', properties: {}, message: 'text' }],
    ['  \t ::ERROR::text', { name: 'error', properties: {}, message: 'text' }],
    ['\u00a0::notice::', { name: 'notice', properties: {}, message: '' }],
    [
      '::warning file=a%2Cb.json,line=3,col=::100%25%0Atwo::three',
      { name: 'warning', properties: { file: 'a,b.json', line: '3' }, message: '100%\ntwo::three' }
    ],
    ['::error title=a b c::text', { name: 'error', properties: { title: 'a b c' }, message: 'text' }],
    ['text ##[set-output name=a;b]text', { name: 'set-output', properties: { name: 'a' }, message: 'text' }],
    ['##[error]a%5Db', { name: 'error', properties: {}, message: 'a]b' }],
    ['::unknown::##[debug]x', { name: 'debug', properties: {}, message: 'x' }],
    ['#\u200b#[error]x', { name: 'error', properties: {}, message: 'x' }]
  ])('%j', (line, expected) => {
    expect(parseLine(line)).toEqual(expected)
  })
})

describe('the runner reads text', () => {
  test.each([
    'text ::error::x',
    '::error:x',
    '::nothing::x',
    '##[nothing]x',
    '##[error',
    '# #[error]x',
    ': :error::x',
    ''
  ])('%j', (line) => {
    expect(parseLine(line)).toBeUndefined()
  })
})

test('lines end at CR, LF and CR LF, and at nothing else', () => {
  const { commands, log } = parseOutput('a\r::error::b\nc\r\n::error::d\ne\u2028::error::f\n')
  expect(commands.map(({ message }) => message)).toEqual(['b', 'd'])
  expect(log).toEqual(['a', 'c', 'e\u2028::error::f'])
})
