import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../src/domain/units.ts'
import { decideRevision } from '../../../src/plan/decide.ts'
import type { Known } from '../../../src/plan/revisions.ts'
import type { Rendered } from '../../../src/plan/task-definition.ts'

const task = (image: string, more: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image }],
  ...more
})
const known = (arn: string, definition: JsonObject, beside: JsonObject = {}): Known => ({
  arn,
  answer: { taskDefinition: { taskDefinitionArn: arn, ...definition }, ...beside }
})
const rendered = (definition: JsonObject, modified = true): Rendered => ({
  definition,
  modified,
  images: [],
  notes: []
})
const document = { path: 'task.json', value: {}, locate: () => undefined }

describe('a revision is reused', () => {
  test('when it is the base and nothing modifies it, whatever it holds', () => {
    const base = known('web:40', task('web:0'))
    expect(decideRevision(rendered(task('web:1'), false), { document, known: base }, [])).toMatchObject({
      kind: 'reuse',
      arn: 'web:40'
    })
  })

  test.each<[string, readonly Known[], string]>([
    ['when it serves already', [known('web:41', task('web:1'))], 'web:41'],
    ['when it is the same but for what AWS fills in', [known('web:41', task('web:1', { volumes: [] }))], 'web:41'],
    [
      'the first that is the same',
      [known('a', task('web:2')), known('b', task('web:1')), known('c', task('web:1'))],
      'b'
    ],
    [
      'not when it was deregistered',
      [known('a', task('web:1', { status: 'INACTIVE' })), known('b', task('web:1'))],
      'b'
    ]
  ])('%s', (_claim, others, arn) => {
    expect(decideRevision(rendered(task('web:1')), { document, known: undefined }, others)).toEqual({
      kind: 'reuse',
      arn,
      definition: task('web:1')
    })
  })
})

describe('a revision is registered', () => {
  test.each<[string, readonly (Known | undefined)[]]>([
    ['when none is known', [undefined]],
    ['when the image is another', [known('web:41', task('web:0'))]],
    ['when a tag is another', [known('web:41', task('web:1'), { tags: [{ key: 'commit', value: 'a' }] })]],
    ['when the one that is the same was deregistered', [known('web:41', task('web:1', { status: 'INACTIVE' }))]]
  ])('%s', (_claim, others) => {
    expect(decideRevision(rendered(task('web:1')), { document, known: undefined }, others)).toEqual({
      kind: 'register',
      definition: task('web:1')
    })
  })

  test('when the base that nothing modifies was deregistered', () => {
    const base = known('web:40', task('web:1', { status: 'INACTIVE' }))
    expect(decideRevision(rendered(task('web:1'), false), { document, known: base }, [])).toMatchObject({
      kind: 'register'
    })
  })
})
