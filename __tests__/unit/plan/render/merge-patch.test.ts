import { describe, expect, test } from '@jest/globals'
import type { Json, JsonObject } from '../../../../src/domain/units.ts'
import { mergePatch } from '../../../../src/plan/render/merge-patch.ts'

describe('the examples of RFC 7396, appendix A', () => {
  test.each<[Json, Json, Json]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd']
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }]
  ])('%j patched with %j is %j', (target, patch, result) => {
    expect(JSON.stringify(mergePatch(target, patch))).toBe(JSON.stringify(result))
  })
})

const BASE: JsonObject = {
  family: 'web',
  containerDefinitions: [
    {
      name: 'app',
      image: 'app:1',
      environment: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' }
      ],
      portMappings: [{ containerPort: 80 }]
    },
    { name: 'proxy', image: 'envoy:1' }
  ],
  volumes: [{ name: 'data', host: {} }],
  tags: [{ key: 'team', value: 'web' }]
}
function app(patched: Json): JsonObject {
  const [first] = (patched as { readonly containerDefinitions: readonly JsonObject[] }).containerDefinitions
  if (!first) throw new Error('no container')
  return first
}

describe('a list of named things', () => {
  test('is merged by name, in its order, where the patch has an object', () => {
    const patched = mergePatch(BASE, { containerDefinitions: { app: { memory: 512 } } })
    expect(patched).toEqual({
      ...BASE,
      containerDefinitions: [
        { ...app(BASE), memory: 512 },
        { name: 'proxy', image: 'envoy:1' }
      ]
    })
  })

  test('gets the entries that are new, each with its name first', () => {
    const patched = mergePatch(BASE, { containerDefinitions: { sidecar: { image: 'side:1' } } })
    expect(JSON.stringify(patched)).toContain('{"name":"proxy","image":"envoy:1"},{"name":"sidecar","image":"side:1"}]')
  })

  test('loses the entries that are null, and stays a list', () => {
    expect(mergePatch(BASE, { volumes: { data: null } })).toEqual({ ...BASE, volumes: [] })
    expect(mergePatch(BASE, { volumes: { other: null } })).toEqual(BASE)
  })

  test('is replaced by a list', () => {
    const volumes = [{ name: 'other' }]
    expect(mergePatch(BASE, { volumes })).toEqual({ ...BASE, volumes })
  })

  test('inside of another is named as well', () => {
    const patched = mergePatch(BASE, {
      containerDefinitions: { app: { environment: { B: { value: 'x=y' }, A: null, C: { value: '' } } } }
    })
    expect(app(patched)['environment']).toEqual([
      { name: 'B', value: 'x=y' },
      { name: 'C', value: '' }
    ])
  })

  test.each<[string, JsonObject, Json]>([
    ['environment', { A: '0' }, [{ name: 'A', value: '0' }]],
    ['secrets', { S: 'arn' }, [{ name: 'S', valueFrom: 'arn' }]],
    ['ulimits', { nofile: { softLimit: 1, hardLimit: 2 } }, [{ name: 'nofile', softLimit: 1, hardLimit: 2 }]],
    ['systemControls', { 'net.core.somaxconn': '9' }, [{ namespace: 'net.core.somaxconn', value: '9' }]],
    ['dependsOn', { init: 'SUCCESS' }, [{ containerName: 'init', condition: 'SUCCESS' }]]
  ])('of the containers need not be there: %s', (member, patch, result) => {
    const [, bare] = BASE['containerDefinitions'] as readonly JsonObject[]
    const patched = mergePatch(
      { containerDefinitions: [bare ?? {}] },
      { containerDefinitions: { proxy: { [member]: patch } } }
    )
    expect(app(patched)[member]).toEqual(result)
  })

  test.each<[string, JsonObject, JsonObject]>([
    [
      'tags by their key',
      { tags: { team: 'api', new: '' } },
      {
        tags: [
          { key: 'team', value: 'api' },
          { key: 'new', value: '' }
        ]
      }
    ],
    [
      'secret options of a log driver',
      { logConfiguration: { secretOptions: { token: 'arn' } } },
      { logConfiguration: { secretOptions: { token: 'arn' } } }
    ],
    [
      'properties of a proxy',
      { proxyConfiguration: { properties: { EgressIgnoredIPs: '' } } },
      { proxyConfiguration: { properties: [{ name: 'EgressIgnoredIPs', value: '' }] } }
    ]
  ])('is known at its place only: %s', (_, patch, result) => {
    expect(mergePatch({ family: 'web' }, patch)).toEqual({ family: 'web', ...result })
  })

  test('that AWS invents tomorrow is named too, if every entry has a name', () => {
    const base = { things: [{ name: 'a', x: 1 }, { name: 'b' }] }
    expect(mergePatch(base, { things: { a: { y: 2 }, b: null } })).toEqual({ things: [{ name: 'a', x: 1, y: 2 }] })
  })

  test('of ports is named only if every port has a name: a number is not its own', () => {
    const named = { containerDefinitions: [{ name: 'app', portMappings: [{ name: 'http', containerPort: 80 }] }] }
    const patch = { containerDefinitions: { app: { portMappings: { http: { containerPort: 8080 } } } } }
    expect(app(mergePatch(named, patch))['portMappings']).toEqual([{ name: 'http', containerPort: 8080 }])
    expect(app(mergePatch(BASE, patch))['portMappings']).toEqual({ http: { containerPort: 8080 } })
  })

  test('keeps the entries without a name as they are', () => {
    const base = { volumes: [{ host: {} }, 'x', { name: 'data' }] }
    expect(mergePatch(base, { volumes: { data: { host: 1 } } })).toEqual({
      volumes: [{ host: {} }, 'x', { name: 'data', host: 1 }]
    })
  })
})

describe('a patch', () => {
  test('changes neither the base nor itself', () => {
    const before = JSON.stringify(BASE)
    const patch = { containerDefinitions: { app: { environment: { A: null } } }, cpu: '256' }
    mergePatch(BASE, patch)
    expect(JSON.stringify(BASE)).toBe(before)
    expect(patch).toEqual({ containerDefinitions: { app: { environment: { A: null } } }, cpu: '256' })
  })

  test('cannot reach what every object inherits', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'
    ) as JsonObject
    const patched = mergePatch({ family: 'web' }, hostile)
    expect(Object.keys(patched as JsonObject)).toEqual(['family', '__proto__', 'constructor'])
    expect(Object.getPrototypeOf(patched)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    const inList = mergePatch(
      { tags: [{ key: 'a' }] },
      { tags: JSON.parse('{"__proto__": {"value": "x"}}') as JsonObject }
    )
    expect(inList).toEqual({ tags: [{ key: 'a' }, { key: '__proto__', value: 'x' }] })
  })
})
