import { describe, expect, test } from '@jest/globals'
import { withPairs } from '../../../../src/plan/render/entries.ts'
import { pairs } from './rendering.ts'

describe('a name that stands twice in a list', () => {
  const list = [
    { name: 'A', value: '1' },
    { name: 'A', value: '2' },
    { name: 'B', value: '3' }
  ]

  test('stands once when merged, in its first place: what is beside it stays', () => {
    expect(withPairs(list, pairs({ A: 'x' }), 'value', 'merge').map((entry) => JSON.stringify(entry))).toEqual([
      '{"name":"A","value":"x"}',
      '{"name":"B","value":"3"}'
    ])
  })

  test('stays when merged without a word of it', () => {
    expect(withPairs(list, pairs({ B: 'x' }), 'value', 'merge')).toEqual([list[0], list[1], { name: 'B', value: 'x' }])
  })

  test('stands once when the list is replaced', () => {
    expect(withPairs(list, pairs({ C: '', A: 'x' }), 'value', 'replace')).toEqual([
      { name: 'A', value: 'x' },
      { name: 'C', value: '' }
    ])
  })
})

test('what has no name stays when merged, and goes when the list is replaced', () => {
  const list = [{ value: '1' }, 'x', null]
  expect(withPairs(list, pairs({ A: 'x' }), 'value', 'merge')).toEqual([...list, { name: 'A', value: 'x' }])
  expect(withPairs(list, pairs({ A: 'x' }), 'value', 'replace')).toEqual([{ name: 'A', value: 'x' }])
})
