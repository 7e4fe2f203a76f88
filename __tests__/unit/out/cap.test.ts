import { expect, test } from '@jest/globals'
import { capDocument } from '../../../src/out/cap.ts'

const NOTE = 'This summary was cut'

test('a document that fits is not touched', () => {
  expect(capDocument('a\nb\n', 4)).toBe('a\nb\n')
})

test('a document that is too long ends with a note and stays below the limit in bytes', () => {
  const cut = capDocument('é line\n'.repeat(1_000), 1_000)
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1_000)
  expect(cut).toContain(NOTE)
  expect(cut.startsWith('é line\né line\n')).toBe(true)
})

test.each([
  ['a fence', '````text\n', 'line\n'],
  ['a fence with shorter fences inside', '````\n', '```\n'],
  ['a fold', '<details>\n<summary>x</summary>\n\n', 'line\n'],
  ['a fence in a fold', '<details>\n\n```\n', 'line\n']
])('it is never cut inside %s', (_, open, line) => {
  const cut = capDocument(`before\n${open}${line.repeat(1_000)}`, 1_000)
  expect(cut.split('\n')[0]).toBe('before')
  expect(cut).not.toContain(open.split('\n')[0])
  expect(cut).toContain(NOTE)
})

test('a closed fence and a closed fold are kept', () => {
  const closed = '<details>\n\n```\n<details>\n```\n\n</details>\n'
  expect(capDocument(`${closed}${'line\n'.repeat(1_000)}`, 1_000)).toContain(`${closed}line`)
})

test('a document that is one long line becomes the note', () => {
  expect(capDocument('a'.repeat(5_000), 1_000).trim().startsWith('*This summary was cut')).toBe(true)
})
