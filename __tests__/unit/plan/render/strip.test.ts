import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/domain/units.ts'
import { fromAws, rendered, renderedFrom, says, APP, STRIPPED, WEB } from './rendering.ts'
import { strip } from '../../../../src/plan/render/strip.ts'

describe('stripping empty values', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['texts', { a: '', b: ' ' }, { b: ' ' }],
    ['lists and objects', { a: [], b: {}, c: [[{}]] }, {}],
    ['what holds nothing but empty things', { a: { b: { c: '' } }, d: 1 }, { d: 1 }],
    ['nothing at all', { a: null }, {}],
    ['entries of a list', { command: ['sh', '', '-c'] }, { command: ['sh', '-c'] }]
  ])('drops %s', (_, before, after) => {
    expect(strip(before).value).toEqual(after)
  })

  test('keeps zero and false', () => {
    const definition = { cpu: 0, essential: false }
    expect(strip(definition)).toEqual({ value: definition, notes: [] })
  })

  test('keeps the empty value of a variable, as the official action does, and not a variable without a name', () => {
    const environment = [
      { name: 'A', value: '' },
      { name: '', value: '' },
      { name: 'B', value: null }
    ]
    expect(strip({ containerDefinitions: [{ name: 'app', environment }] }).value).toEqual({
      containerDefinitions: [
        {
          name: 'app',
          environment: [
            { name: 'A', value: '' },
            { name: 'B', value: '' }
          ]
        }
      ]
    })
  })

  test.each([
    ['APPMESH', [{ name: 'EgressIgnoredIPs', value: '' }]],
    ['OTHER', [{ name: 'EgressIgnoredIPs' }]]
  ])('of a proxy of type %s gives %j', (type, properties) => {
    const before = { proxyConfiguration: { type, properties: [{ name: 'EgressIgnoredIPs', value: '' }] } }
    expect(strip(before).value).toEqual({ proxyConfiguration: { type, properties } })
  })

  test('says what it drops, by name', () => {
    const { notes } = strip({ volumes: [], containerDefinitions: [{ name: 'app', command: [], x: { y: '' } }] })
    expect(notes).toEqual([
      {
        level: 'notice',
        says: '`strip-empty-values` drops what is empty: `volumes`, `containerDefinitions[app].command`, `containerDefinitions[app].x`.'
      }
    ])
  })

  test('does not list a hundred things', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x${index}`, '']))
    expect(strip(many).notes[0]?.says).toMatch(/`x11` and 88 more\.$/)
  })
})

describe('a definition with empty values', () => {
  const empty = { ...WEB, volumes: [], placementConstraints: [] }

  test('keeps them unless asked', async () => {
    expect((await rendered(empty)).definition).toEqual(empty)
  })

  test('loses them when asked, after every edit', async () => {
    const result = await rendered(
      { ...empty, containerDefinitions: [{ ...APP, dockerLabels: {} }] },
      { taskRoleArn: '' },
      STRIPPED
    )
    const [app] = result.definition['containerDefinitions'] as readonly JsonObject[]
    expect(result.definition).not.toHaveProperty('volumes')
    expect(result.definition).not.toHaveProperty('taskRoleArn')
    expect(app).not.toHaveProperty('dockerLabels')
    expect(app?.['environment']).toEqual(APP['environment'])
    expect(says(result)).toHaveLength(1)
  })

  test('that AWS runs already is not changed for it', () => {
    const result = renderedFrom(fromAws(empty), {}, STRIPPED)
    expect(result).toMatchObject({ modified: false, definition: empty, notes: [] })
    expect(renderedFrom(fromAws(empty), { cpu: '512' }, STRIPPED).definition).not.toHaveProperty('volumes')
  })
})
