import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lost } from '../../../src/aws/lost.ts'
import type { Json, JsonObject } from '../../../src/domain/units.ts'

const app = (members: JsonObject): JsonObject => ({ containerDefinitions: [{ name: 'app', ...members }] })

describe('lost is', () => {
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['a member', { novelty: 1 }, {}, ['novelty']],
    ['a member of a container', app({ novelty: { deep: true } }), app({}), ['containerDefinitions[0].novelty']],
    [
      'a member deep inside',
      app({ healthCheck: { command: ['x'], grace: 5 } }),
      app({ healthCheck: { command: ['x'] } }),
      ['containerDefinitions[0].healthCheck.grace']
    ],
    ['an object that came back as a text', { host: { a: 1 } }, { host: 'a' }, ['host']],
    ['a list that came back as an object', { list: ['a'] }, { list: { a: 1 } }, ['list']],
    ['a value that came back as another', { pidMode: 'task' }, { pidMode: 'host' }, ['pidMode']],
    ['a number that came back as a text', { size: 5 }, { size: '5' }, ['size']],
    [
      'a no that came back as a yes',
      app({ essential: false }),
      app({ essential: true }),
      ['containerDefinitions[0].essential']
    ],
    ['an entry of a list', { list: ['a', 'b', 'b'] }, { list: ['b', 'a'] }, ['list[2]']],
    [
      'a container',
      { containerDefinitions: [{ name: 'a' }, { name: 'b', x: 1 }] },
      { containerDefinitions: [{ name: 'a' }] },
      ['containerDefinitions[1]']
    ],
    [
      'a member of the one of that name',
      {
        containerDefinitions: [
          { name: 'a', x: 1 },
          { name: 'b', y: 1 }
        ]
      },
      { containerDefinitions: [{ name: 'b' }, { name: 'a', x: 1 }] },
      ['containerDefinitions[1].y']
    ],
    ['another size', { cpu: '1 vCPU' }, { cpu: '512' }, ['cpu']],
    ['another role', { taskRoleArn: 'web' }, { taskRoleArn: 'arn:aws:iam::1:role/other' }, ['taskRoleArn']],
    ['all of it', { a: 1, b: 'x' }, {}, ['a', 'b']]
  ])('%s', (_, sent, answered, paths) => {
    expect(lost(sent, answered)).toEqual(paths)
  })
})

describe('not lost is', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'what AWS adds',
      { family: 'web' },
      { family: 'web', revision: 7, volumes: [], containerDefinitions: [{ cpu: 0 }] }
    ],
    ['what is empty', app({ command: [], host: {}, user: '', cpu: 0, privileged: false, memory: null }), app({})],
    ['what is empty inside', { volumes: [{ name: 'a', host: {} }] }, { volumes: [{ name: 'a' }] }],
    ['an empty entry', { list: [{ value: '' }] }, { list: [] }],
    ['the order of a list', { list: ['a', 'b'] }, { list: ['b', 'a'] }],
    ['the order of members', { a: 1, b: 2 }, { b: 2, a: 1 }],
    [
      'a port AWS chose',
      app({ portMappings: [{ containerPort: 80, hostPort: 0 }] }),
      app({ portMappings: [{ containerPort: 80, hostPort: 80 }] })
    ],
    ['a size in other words', { cpu: '.5 vCPU', memory: '2 GB' }, { cpu: '512', memory: '2048' }],
    ['a role by its name', { executionRoleArn: 'web' }, { executionRoleArn: 'arn:aws:iam::1:role/path/web' }]
  ])('%s', (_, sent, answered) => {
    expect(lost(sent, answered)).toEqual([])
  })
})

const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, 0, 1, '', 'a', 'b'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('name', 'key', 'x', '__proto__'), tie('json'), { maxKeys: 3 })
  )
})).json
const object = fc.dictionary(fc.constantFrom('a', 'b', 'cpu', 'toString'), json)

test('nothing is lost of what came back as it was', () => {
  fc.assert(fc.property(object, (sent) => expect(lost(sent, structuredClone(sent))).toEqual([])))
})

test('a member that was dropped is lost', () => {
  fc.assert(
    fc.property(object, (sent) => expect(lost({ ...sent, novelty: 'x' }, structuredClone(sent))).toEqual(['novelty']))
  )
})
