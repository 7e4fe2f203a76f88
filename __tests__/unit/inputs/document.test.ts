import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import type { Problem } from '../../../src/domain/problem.ts'
import { dotted, readDocument, type Read } from '../../../src/inputs/document.ts'

async function read(text: string, path = 'task.yaml'): Promise<Read> {
  const result = await readDocument({ path, text })
  if (!result.ok) throw result.problems[0] ?? new Error('no problem')
  return result.value
}

async function refusal(text: string, path = 'task.yaml'): Promise<Problem> {
  const result = await readDocument({ path, text })
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value.document.value)}`)
  expect(result.problems).toHaveLength(1)
  const [problem] = result.problems
  if (problem === undefined) throw new Error('no problem')
  expect(problem.remedy).toMatch(/^[A-Z]/)
  expect(problem.found).not.toMatch(/TypeError|undefined|call stack|YAMLParseError|parseAllDocuments/)
  return problem
}

const says = (read: Read): string => read.notes.map((note) => note.says).join('\n')

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/web/${name}`, import.meta.url), 'utf8')
}

describe('what is read', () => {
  test('a real task definition in JSON is read as it stands, without a note', async () => {
    const text = fixture('describe-task-definition.json')
    const { document, notes } = await read(text, 'task.json')
    expect(document.value).toEqual(JSON.parse(text))
    expect(notes).toEqual([])
  })

  test('a real AppSpec in YAML is read as other YAML readers read it, without a note', async () => {
    const text = fixture('appspec.yaml')
    const { document, notes } = await read(text, 'appspec.yaml')
    expect(document.value).toEqual(parse(text))
    expect(document.value['version']).toBe(0)
    expect(notes).toEqual([])
  })

  test.each([
    ['anchors and aliases', 'a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
    ['a merge key', 'base: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3', { base: { x: 1, y: 2 }, a: { x: 1, y: 3 } }],
    [
      'a list of merges',
      'p: &p {x: 1}\nq: &q {x: 2, y: 2}\na: {<<: [*p, *q]}',
      { p: { x: 1 }, q: { x: 2, y: 2 }, a: { x: 1, y: 2 } }
    ],
    ['a merge of a merge', 'p: &p {x: 1}\nq: &q {<<: *p}\na: {<<: *q}', { p: { x: 1 }, q: { x: 1 }, a: { x: 1 } }],
    ['block texts', 'a: |\n  x\n  y\nb: >-\n  x\n  y', { a: 'x\ny\n', b: 'x y' }],
    ['null in all its forms', 'a:\nb: ~\nc: null', { a: null, b: null, c: null }],
    ['booleans', 'a: true\nb: False', { a: true, b: false }],
    ['yes, no, on and off are text', 'a: yes\nb: no\nc: on\nd: off', { a: 'yes', b: 'no', c: 'on', d: 'off' }],
    ['quoted texts stay texts', 'a: "1"\nb: \'true\'\nc: ""', { a: '1', b: 'true', c: '' }],
    ['numbers', 'a: 8080\nb: -1\nc: 0.5', { a: 8080, b: -1, c: 0.5 }],
    ['decimals', 'a: 1.0\nb: 0.50\nc: -0.0', { a: 1, b: 0.5, c: 0 }],
    ['keys that objects have', 'constructor: 1\nprototype: 2', { ['constructor']: 1, prototype: 2 }],
    ['keys are text', '1: a\ntrue: b', { 1: 'a', true: 'b' }],
    ['an explicit text', 'a: !!str 8080', { a: '8080' }],
    ['Windows line ends', 'a:\r\n  - b\r\n', { a: ['b'] }],
    ['the 1.1 directive does not bring back octals and yes', '%YAML 1.1\n---\na: yes\nb: "1"', { a: 'yes', b: '1' }],
    ['values keep their second =', 'a: "k=v=w"', { a: 'k=v=w' }],
    ['times and dates are text', 'a: 12:30:00\nb: 2026-11-20', { a: '12:30:00', b: '2026-11-20' }]
  ])('%s', async (_, text, value) => {
    const result = await read(text)
    expect(result.document.value).toEqual(value)
    expect(result.notes).toEqual([])
  })

  test.each([
    '012345678901',
    '0123',
    '1e3',
    '0x10',
    '0o17',
    '01.0',
    '+1.0',
    '1.0000000000000000000001',
    '+5',
    '.5',
    '5.',
    '12345678901234567890',
    '1_000.0e2'
  ])('the unquoted %s keeps its text', async (text) => {
    const result = await read(`a:\n  - b: ${text}`)
    expect(result.document.value).toEqual({ a: [{ b: text }] })
  })

  test('a number kept as text is named by line and path, without its value', async () => {
    const result = await read('a: 1\nenv:\n  - name: ACCOUNT\n    value: 012345678901\n')
    expect(result.notes).toHaveLength(1)
    expect(says(result)).toContain('line 4 (env[0].value)')
    expect(says(result)).not.toContain('012345678901')
  })

  test('many numbers kept as text make one note', async () => {
    const result = await read(Array.from({ length: 9 }, (_, index) => `k${index}: 00${index}`).join('\n'))
    expect(result.notes).toHaveLength(1)
    expect(says(result)).toContain('4 more')
  })

  test.each(['version: 0.0', 'Version: 0.0', '{"version": 0.0}'])('%s is the number of an AppSpec', async (text) => {
    const result = await read(text)
    expect(Object.values(result.document.value)).toEqual([0])
    expect(result.notes).toEqual([])
  })

  test('a comma too many in JSON is read, and said', async () => {
    const result = await read('{\n  "a": [1, 2,],\n}', 'task.json')
    expect(result.document.value).toEqual({ a: [1, 2] })
    expect(says(result)).toContain('task.json is not strict JSON (line 2:')
  })

  test('YAML in a file called .json is YAML', async () => {
    expect((await read('a: b', 'task.json')).document.value).toEqual({ a: 'b' })
  })

  test('braces in a YAML file are YAML', async () => {
    expect((await read('{a: b c}', 'task.yml')).document.value).toEqual({ a: 'b c' })
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', '', 1, 1, 'the file is empty'],
    ['comments only', '# a\n', 1, 1, 'nothing but comments'],
    ['a text', 'just text', 1, 1, 'the file holds one text'],
    ['a list', '- a\n- b', 1, 1, 'the file holds a list'],
    ['a number', '7', 1, 1, 'the file holds one number'],
    ['a tab', 'a:\n\tb: 1', 2, 1, 'tabs are not allowed'],
    ['a doubled key', 'a: 1\nb: 2\na: 3', 3, 1, 'the key "a" is written twice, first on line 1'],
    ['a doubled key deep down', 'a:\n  - b: 1\n    b: 2', 3, 5, 'the key "b" is written twice'],
    ['a colon in a text', 'a: b: c', 1, 4, 'nested mappings'],
    ['an open quote', 'a: "b', 1, 6, 'missing closing "quote'],
    ['an open bracket', 'a: [1,\nb: 2', 2, 1, 'flow sequence'],
    ['a reserved character', 'a: @b', 1, 4, 'reserved character'],
    ['two documents', 'a: 1\n---\nb: 2', 2, 1, 'more than one YAML document'],
    ['an alias without anchor', 'a: *b', 1, 4, 'an alias stands here, and its anchor'],
    ['an alias of itself', 'a: &b [*b]', 1, 8, 'an alias stands here, and its anchor'],
    ['a template tag', 'a: !Ref b', 1, 9, 'a tag stands here that is not known'],
    ['a template tag on a list', 'a: !Join\n  - b', 2, 3, 'a tag stands here that is not known'],
    ['binary', 'a: !!binary aGk=', 1, 13, 'a tag stands here that is not known'],
    ['a set', 'a: !!set {b}', 1, 10, 'a tag stands here that is not known'],
    ['a merge of a text', 'a: {<<: b}', 1, 5, 'the merge key << does not name a mapping'],
    ['a key that is a list', '? [a]\n: b', 1, 1, 'a key of this mapping is not a plain word'],
    ['a key alone', 'a: {b}', 1, 5, 'a key stands without a colon'],
    ['no key', ': b', 1, 1, 'a key is missing'],
    ['__proto__', 'a:\n  __proto__: {b: 1}', 2, 3, 'the key "__proto__" is not accepted'],
    ['__proto__ in quotes', '"__proto__": 1', 1, 1, 'the key "__proto__" is not accepted'],
    ['100 levels', '- '.repeat(100) + 'a', 1, 129, 'nested deeper than 64 levels'],
    ['100 levels through aliases', levelsByAliases(100), 65, 11, 'nested deeper than 64 levels']
  ])('%s', async (_, text, line, column, found) => {
    const problem = await refusal(text)
    expect(problem.code).toBe('FILE_SYNTAX')
    expect(problem.found).toContain(found)
    expect(problem.place).toMatchObject({ kind: 'file', path: 'task.yaml', line, column })
  })

  test('the place shows the line, its values masked and its columns kept', async () => {
    const problem = await refusal('family: web\n\tcpu: 256\n')
    expect(problem.place).toMatchObject({ line: 2, text: '\tcpu: ***' })
  })

  test('a very long line is cut around the place', async () => {
    const problem = await refusal(`{"a": "${'x'.repeat(1_000)}", b}`, 'task.json')
    expect(problem.place).toMatchObject({ column: 1_011, text: expect.stringMatching(/^\*+", \*}$/) })
  })

  test.each([
    ['an unquoted text', '{"a": tru}'],
    ['a comment', '{"a": // note\n 1}'],
    ['a comment behind a number', '{"a": 1 // note\n}'],
    ['no comma between numbers', '{"a": [1 2]}'],
    ['a text over two lines', '{"a": "b\n c"}'],
    ['no comma in a list', '{"a": [b c]}'],
    ['no comma', '{"a": 1 "b": 2}'],
    ['no value', '{"a": , "b": 1}'],
    ['a key alone', '{"a"}'],
    ['an unquoted key', '{a: 1}'],
    ['single quotes', "{'a': 1}"],
    ['Python words', '{"a": True}'],
    ['leading zeros', '{"a": 012}'],
    ['an open brace', '{"a": {"b": 1}']
  ])('JSON with %s is not read as the YAML it happens to be', async (_, text) => {
    const problem = await refusal(text, 'task.json')
    expect(problem.code).toBe('FILE_SYNTAX')
    expect(problem.place).toMatchObject({ line: 1 })
  })
})

describe('hostile files end soon', () => {
  const most = 256 * 1024
  const repeat = (part: string) => part.repeat(Math.floor(most / part.length))
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')

  test.each([
    [
      'aliases of aliases',
      lines(
        12,
        (level) =>
          `a${level}: &a${level} [${Array(9)
            .fill(level === 0 ? 'x' : `*a${level - 1}`)
            .join(', ')}]`
      )
    ],
    [
      'merges of merges',
      `a: &a {${lines(14_000, (index) => `k${index}: 1`).replaceAll('\n', ', ')}}\n${lines(9_000, (index) => `m${index}: {<<: *a}`)}`
    ],
    ['open lists', repeat('[')],
    ['open objects', repeat('{a: ')],
    ['open JSON', repeat('{"a":')],
    ['compact lists', repeat('- ')],
    ['question marks', repeat('? ')],
    ['tags', repeat('!a ')],
    ['anchors', repeat('&a ')],
    ['quotes', repeat('"')],
    ['directives', repeat('%a\n')],
    ['documents', repeat('---\n')]
  ])('%s', async (_, text) => {
    expect((await refusal(text)).code).toBe('FILE_SYNTAX')
  })

  test('28,000 keys are read', async () => {
    const { document } = await read(lines(28_000, (index) => `k${index}: 1`))
    expect(Object.keys(document.value)).toHaveLength(28_000)
  })
})

describe('finding a place', () => {
  const text = 'family: web\ncontainerDefinitions:\n  - name: app\n    image: nginx\n  - name: proxy\n'

  test.each([
    [[], 1, 1],
    [['family'], 1, 1],
    [['containerDefinitions'], 2, 1],
    [['containerDefinitions', 0], 3, 5],
    [['containerDefinitions', 0, 'image'], 4, 5],
    [['containerDefinitions', 1, 'name'], 5, 5]
  ])('%j stands on line %i, column %i', async (path, line, column) => {
    expect((await read(text)).document.locate(path)).toMatchObject({ line, column })
  })

  test.each([
    [['containerDefinitions', 1, 'image'], 5],
    [['containerDefinitions', 7], 2],
    [['cpu'], 1],
    [['family', 'name'], 1]
  ])('%j does not exist: the nearest thing around it is shown', async (path, line) => {
    expect((await read(text)).document.locate(path)).toMatchObject({ line })
  })

  test('JSON has places too', async () => {
    const { document } = await read('{\n  "a": [\n    {"b": 1}\n  ]\n}', 'task.json')
    expect(document.locate(['a', 0, 'b'])).toEqual({ line: 3, column: 6, text: '    {"b": 1}' })
  })

  test('an aliased member stands where it was written', async () => {
    const { document } = await read('a: &x {b: 1}\nc: *x')
    expect(document.locate(['c', 'b'])).toMatchObject({ line: 1 })
  })

  test('a path is written as people write it', () => {
    expect(dotted(['containerDefinitions', 0, 'image'])).toBe('containerDefinitions[0].image')
  })
})

function levelsByAliases(count: number): string {
  return Array.from(
    { length: count },
    (_, level) => `a${level}: &a${level} [${level === 0 ? 1 : `*a${level - 1}`}]`
  ).join('\n')
}

test.each(['// note\n{"a": 1}', '/* note */ {"a": 1}', '{"a": 1, // note\n "b": 2}'])(
  'JSON has no comments: %j',
  async (text) => {
    const { found, remedy } = await refusal(text, 'task.json')
    expect(found).toMatch(/^a comment stands where/)
    expect(remedy).toBe('Remove the comment: JSON has no comments.')
  }
)

describe('a secret in a text that cannot be read is never told', () => {
  const SECRET = 'hunter2secret'

  /** What a person is told of a text, be it refused or read with a doubt. */
  async function told(text: string, path: string): Promise<string> {
    const read = await readDocument({ path, text })
    if (read.ok) return JSON.stringify(read.value.notes)
    return JSON.stringify(read.problems.map((problem) => ({ ...problem, message: problem.message })))
  }

  test.each([
    '{"environment":[{"name":"X","value":"hunter2secret",,}]}',
    '{\n "environment": [\n  {"name":"X", "value": "hunter2secret" "oops"}\n ]\n}',
    '{"value": "abc"hunter2secret"}',
    '{"value": hunter2secret}',
    '{"value" "hunter2secret"}',
    '{"value":\n "hunter2secret" "b"}',
    '{"value": "b"\n "hunter2secret"}',
    '{"dockerLabels":{"pw":"hunter2secret","pw":"b"}}',
    '{"command": ["-p", hunter2secret]}',
    '{"a": "x\\y hunter2secret"}',
    '{"a": "x\n hunter2secret: \\"b"}',
    '"hunter2secret"',
    '["hunter2secret"]',
    'hunter2secret',
    '- hunter2secret',
    'value: *hunter2secret',
    'value: !hunter2secret x',
    'value: !hunter2secret!x y',
    'value: !<hunter2secret x',
    'value: |hunter2secret\n  x',
    '%YAML hunter2secret\n---\na: b: c',
    '}hunter2secret',
    'a: "b" hunter2secret',
    'a: "\\hunter2secret"',
    'a: @hunter2secret',
    'a: &hunter2secret [*hunter2secret]',
    'pw: hunter2secret: y',
    'pw: y: hunter2secret',
    'value: |\n  a\nhunter2secret: [\n',
    'value: |\n  a\n hunter2secret\n',
    'a: [hunter2secret\nb: c',
    'environment:\n  - name: X\n    value: hunter2secret: bad: worse\n',
    "environment:\n  - { name: X, 'value': 'hunter2secret', value: 'hunter2secret' }\n",
    'a: # hunter2secret: [\n\tb: c # hunter2secret'
  ])('%j', async (text) => {
    const says = [await told(text, 'web.yaml'), await told(text, 'web.json')]
    expect(says.join()).toContain('FILE_SYNTAX')
    expect(says.join()).not.toContain(SECRET)
  })

  const definition = fc
    .constantFrom<readonly unknown[]>(
      [{ environment: [{ name: 'X', value: SECRET }] }],
      [{ dockerLabels: { pw: SECRET, other: 'x' } }],
      [{ logConfiguration: { options: { token: `a ${SECRET}: b` } }, image: 'x' }],
      [{ command: ['run', SECRET, `--pw=${SECRET}`] }],
      [{ environment: [{ name: 'X', value: `line\n${SECRET}: [\nend` }] }]
    )
    .map((containerDefinitions) => ({ family: 'web', containerDefinitions }))
  const written = fc.oneof(
    definition.map((value) => JSON.stringify(value)),
    definition.map((value) => JSON.stringify(value, undefined, 2)),
    definition.map((value) => stringify(value))
  )
  const junk = fc.constantFrom(
    ...[
      '',
      '"',
      "'",
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '\n',
      '\t',
      '\\',
      ' ',
      '*',
      '!',
      '&',
      '|',
      '%',
      '@',
      '#',
      '//',
      '? '
    ],
    ...[SECRET, `"${SECRET}"`, `*${SECRET}`, `!${SECRET} `, `"${SECRET}`, `: ${SECRET}`, `/*${SECRET}*/`]
  )

  test('wherever the text is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(written, fc.nat(), junk, fc.nat({ max: 3 })),
        fc.constantFrom('web.yaml', 'web.json'),
        async ([text, where, insert, removed], path) => {
          const at = where % (text.length + 1)
          const says = await told(text.slice(0, at) + insert + text.slice(at + removed), path)
          // A key that is written twice is named.
          fc.pre(!says.includes('is written twice'))
          expect(says).not.toContain(SECRET)
        }
      ),
      { numRuns: 2_000 }
    )
  })
})

// Read in more than linear time this would take minutes.
test('a long line of quotes is masked', async () => {
  expect((await refusal(`{"a": ${'"\\'.repeat(100_000)}`, 'task.json')).code).toBe('FILE_SYNTAX')
})
