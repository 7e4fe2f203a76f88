// The request tables, held against the schemas inside the SDK packages.
import * as cloudwatch from '@aws-sdk/client-cloudwatch'
import * as codedeploy from '@aws-sdk/client-codedeploy'
import * as ecs from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { CLOUDWATCH } from './cloudwatch.ts'
import { CODEDEPLOY } from './codedeploy.ts'
import { ECS_OPERATIONS } from './ecs.ts'
import { CLOUDWATCH_REQUESTS } from './shapes-cloudwatch.ts'
import { CODEDEPLOY_REQUESTS } from './shapes-codedeploy.ts'
import { ECS_REQUESTS } from './shapes-ecs.ts'
import type { Shape, Struct } from './wire.ts'

// kinds of the SDK's schema tuples: 0 simple, 1 list, 2 map, 3 structure, 4 union
function shapeOf(schema: unknown): Shape {
  if (typeof schema === 'function') return shapeOf((schema as () => unknown)())
  if (Array.isArray(schema)) {
    const [kind, , name, , members, types] = schema as [number, string, unknown, unknown, string[], unknown[]]
    if (typeof name !== 'string') return shapeOf(schema[0]) // a type with traits
    if (kind === 3 || kind === 4)
      return Object.fromEntries(members.map((member, index) => [member, shapeOf(types[index])]))
    if (kind === 1) return [shapeOf(members)]
    if (kind === 2) return Array.isArray(shapeOf(types)) ? 'lists' : 'map'
    return shapeOf(members)
  }
  const code = Number(schema)
  if (code & 64) return [shapeOf(code & ~64)]
  if (code & 128) return 'map'
  if (code >= 4 && code <= 7) return 'time'
  return ({ 0: 'string', 1: 'number', 2: 'boolean', 15: 'any', 17: 'number', 19: 'number' } as const)[code] ?? 'any'
}

const inputOf = (module: object, operation: string): Struct => {
  const schema = (module as Record<string, readonly unknown[]>)[`${operation}$`]
  return shapeOf(schema?.[4]) as Struct
}

describe.each([
  { name: 'ecs', module: ecs, table: ECS_REQUESTS, operations: ECS_OPERATIONS },
  { name: 'codedeploy', module: codedeploy, table: CODEDEPLOY_REQUESTS, operations: CODEDEPLOY },
  { name: 'cloudwatch', module: cloudwatch, table: CLOUDWATCH_REQUESTS, operations: CLOUDWATCH }
])('$name', ({ module, table, operations }) => {
  test('every operation has a table and every table an operation', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(operations).sort())
  })

  test.each(Object.keys(table))('%s knows the members the SDK sends', (operation) => {
    const declared = inputOf(module, operation)
    expect(table[operation]).toEqual(declared)
  })
})
