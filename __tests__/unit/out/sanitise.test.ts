import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  clip,
  LONGEST,
  redact,
  resemblesCommand,
  sanitise,
  sanitiseDocument,
  sanitiseLine,
  sanitiseLines
} from '../../../src/out/sanitise.ts'
import { parseOutput } from '../../support/runner-parser.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '::',
        '##',
        '[',
        '#',
        'error',
        ']',
        ' ',
        '\r',
        '\n',
        '\u2028',
        '\u200b',
        '\u001b[',
        'm',
        '\ud83d'
      ),
      {
        maxLength: 60
      }
    )
    .map((parts) => parts.join(''))
)

describe('a piece of text becomes one visible line', () => {
  test.each([
    ['line feed', 'one\ntwo', 'one ⏎ two'],
    ['CR LF is one break', 'one\r\ntwo', 'one ⏎ two'],
    ['lone CR', 'one\rtwo', 'one ⏎ two'],
    ['VT and FF', 'one\vtwo\fthree', 'one ⏎ two ⏎ three'],
    ['NEL', 'one\u0085two', 'one ⏎ two'],
    ['U+2028 and U+2029', 'one\u2028two\u2029three', 'one ⏎ two ⏎ three'],
    ['tab', 'one\ttwo', 'one two'],
    ['C0 and DEL', 'o\u0000n\u0007e\u007f', 'one'],
    ['C1', 'o\u0081n\u008de', 'one'],
    ['ANSI colour', '\u001b[31mred\u001b[0m', 'red'],
    ['ANSI colour, 8 bit', '\u009b31mred', 'red'],
    ['OSC title ended by BEL', '\u001b]0;title\u0007text', 'text'],
    ['OSC link ended by ST', '\u001b]8;;https://x\u001b\\text', 'text'],
    ['OSC without an end spares the next line', '\u001b]0;title\ntext', ' ⏎ text'],
    ['charset escape', '\u001b(Btext', 'text'],
    ['bidi', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['zero width, BOM, soft hyphen', 'a\u200bb\u200cc\u200dd\ufeffe\u00adf', 'abcdef'],
    ['tag characters and variation selectors', 'a\u{e0041}b\ufe0fc', 'abc'],
    ['noncharacters', 'a\uffffb\ufdd0c', 'abc'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['decomposed letters are composed', 'e\u0301', 'é'],
    ['the old command form', 'x ##[error]y', 'x # #[error]y'],
    ['the old command form hidden by an invisible character', '#\u200b#\u00ad[error]', '# #[error]'],
    ['the old command form twice', '####[a]##[b]', '### #[a]# #[b]'],
    ['the new command form inside a line is harmless', 'x ::error::y', 'x ::error::y']
  ])('%s', (_, given, expected) => {
    expect(sanitise(given)).toBe(expected)
  })

  test('it is clipped between code points', () => {
    expect(sanitise('a'.repeat(3_000))).toBe(`${'a'.repeat(LONGEST - 1)}…`)
    expect(clip('😀😀😀', 4)).toBe('😀…')
    expect(clip('😀😀', 4)).toBe('😀😀')
  })

  test('doing it twice changes nothing', () => {
    fc.assert(fc.property(text, (given) => sanitise(sanitise(given)) === sanitise(given)))
  })

  test('ten megabytes of the worst take no time', () => {
    const worst = [
      '\u001b]',
      '\u001b[',
      'eyJ',
      'eyJaaaaaaaa.',
      '##[',
      '?sig=',
      'authorization:',
      'a\u0301',
      'AKIA',
      '\r',
      '#'
    ]
    // Read in more than linear time this would take hours.
    for (const unit of worst) {
      expect(sanitise(unit.repeat(10_000_000 / unit.length)).length).toBeLessThan(10_000_000)
      expect(typeof sanitiseDocument(unit.repeat(200_000 / unit.length))).toBe('string')
    }
  })
})

describe('a line cannot be a command', () => {
  test.each(['::error::x', ' ::error::x', '\t::error::x', '\u200b::error::x', '\u00a0::set-output name=a::b', '::x'])(
    '%j',
    (given) => {
      expect(parseOutput(sanitiseLine(given)).commands).toEqual([])
      expect(sanitiseLine(given).startsWith('| ')).toBe(true)
    }
  )

  test('whatever is in it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const lines = [sanitiseLine(given), ...sanitiseLines(given)]
        expect(lines.filter(resemblesCommand)).toEqual([])
        expect(parseOutput(lines.join('\n')).commands).toEqual([])
      }),
      { numRuns: 2_000 }
    )
  })

  test('text with line breaks becomes lines of its own', () => {
    expect(sanitiseLines('one\r\n::error::two\u2028three')).toEqual(['one', '| ::error::two', 'three'])
  })
})

describe('what looks like a secret is not shown', () => {
  test.each([
    ['key AKIAIOSFODNN7EXAMPLE.', 'key AKIA***.'],
    ['ASIAIOSFODNN7EXAMPLE', 'ASIA***'],
    ['MYAKIAIOSFODNN7EXAMPLEX', 'MYAKIAIOSFODNN7EXAMPLEX'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln end', 'jwt *** end'],
    ['Authorization: AWS4-HMAC-SHA256 Credential=x, Signature=y', 'Authorization: ***'],
    ['{"authorization":"Bearer abc"}', '{"authorization": ***'],
    ['Bearer abcdefghijklmnopqrstuvwxyz', 'Bearer ***'],
    ['https://b.s3/x?X-Amz-Signature=abc&y=1', 'https://b.s3/x?X-Amz-Signature=***&y=1'],
    ['https://h/x?a=1&sig=abc%3D', 'https://h/x?a=1&sig=***'],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'ghp_***'],
    ['the design=1 of eyJ', 'the design=1 of eyJ']
  ])('%s', (given, expected) => {
    expect(redact(given)).toBe(expected)
    expect(sanitise(given)).toBe(expected)
  })
})

test('a document keeps its lines and its length', () => {
  const markdown = `# a\n\n${'b'.repeat(5_000)}\n::error::x\u0000\n`
  expect(sanitiseDocument(markdown)).toBe(`# a\n\n${'b'.repeat(5_000)}\n::error::x\n`)
})
