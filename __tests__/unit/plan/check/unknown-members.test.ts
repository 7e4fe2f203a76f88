import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/domain/units.ts'
import type { UnknownProperties } from '../../../../src/inputs/inputs.ts'
import { unknownMembers } from '../../../../src/plan/check/unknown-members.ts'

const place = () =>
  ({ kind: 'file', path: 'task-definition.json', line: 7, column: 3, text: '"memorry": 512' }) as const

const APP = { name: 'app', image: 'app:1' }
const SLIP: JsonObject = { family: 'web', memorry: '512', containerDefinitions: [APP] }
const NEW: JsonObject = { family: 'web', containerDefinitions: [{ ...APP, gravity: { force: 9.81 } }] }

function told(definition: JsonObject, policy: UnknownProperties): readonly string[] {
  const { problems, notes } = unknownMembers(definition, place, policy)
  return [
    ...problems.map(({ code, found }) => `${code} ${found}`),
    ...notes.map(({ level, says }) => `${level} ${says}`)
  ]
}

describe.each<[UnknownProperties, RegExp | undefined, RegExp | undefined]>([
  [
    'slips',
    /^PROPERTY_UNKNOWN `memorry` is/,
    /^warning `containerDefinitions\[app\]\.gravity` \(task-definition\.json, line 7\) is no property/
  ],
  ['error', /^PROPERTY_UNKNOWN `memorry` is/, /^PROPERTY_UNKNOWN `containerDefinitions\[app\]\.gravity` is/],
  ['warn', /^warning `memorry` \(task-definition\.json, line 7\) is no property/, /^warning .*gravity/],
  ['ignore', undefined, undefined]
])('with %s', (policy, slip, unknown) => {
  test.each([
    ['a slip', SLIP, slip],
    ['what is new', NEW, unknown]
  ])('%s is told so', (_, definition, says) => {
    expect(told(definition, policy)).toEqual(says === undefined ? [] : [expect.stringMatching(says)])
  })
})

test('a definition without such members is not spoken of', () => {
  for (const policy of ['slips', 'error', 'warn', 'ignore'] as const)
    expect(told({ family: 'web', containerDefinitions: [APP], tags: [{ key: 'a' }] }, policy)).toEqual([])
})

test.each<[string, JsonObject, string | undefined]>([
  ['a letter too many', { memorry: '' }, 'memory'],
  ['two letters swapped', { famiyl: '' }, 'family'],
  ['another case', { NetworkMode: '' }, 'networkMode'],
  ['two letters missing', { netorkMod: '' }, 'networkMode'],
  ['three letters away', { netMode: '' }, undefined],
  ['a name of its own', { gravity: '' }, undefined],
  ['a key of the language', { toString: '' }, undefined]
])('%s', (_, members, meant) => {
  const { problems, notes } = unknownMembers(members, place, 'slips')
  expect(problems.map(({ remedy }) => remedy)).toEqual(
    meant === undefined ? [] : [expect.stringContaining(`Write \`${meant}\`, if that is what was meant`)]
  )
  expect(notes).toHaveLength(meant === undefined ? 1 : 0)
})

test('labels and options have names of the user’s own', () => {
  const containerDefinitions = [
    { ...APP, dockerLabels: { nmae: 'x' }, logConfiguration: { logDriver: 'awslogs', options: { nmae: 'x' } } }
  ]
  expect(told({ family: 'web', containerDefinitions }, 'error')).toEqual([])
})

test('what has no form at all is not looked into', () => {
  for (const containerDefinitions of [null, 'x', 7, {}, [null, 'x', [1]]])
    expect(told({ family: 'web', containerDefinitions }, 'error')).toEqual([])
})

test('many of them make one warning', () => {
  const { notes } = unknownMembers({ one: 1, two: 2, three: 3 }, place, 'warn')
  expect(notes).toHaveLength(1)
  expect(notes[0]?.says).toContain('are no properties')
})
