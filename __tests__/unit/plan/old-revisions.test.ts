import { describe, expect, test } from '@jest/globals'
import { familyOf, oldRevisions } from '../../../src/plan/old-revisions.ts'
import { revisionArn } from '../../support/builders.ts'

const many = (from: number, to: number, family = 'web'): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => revisionArn(from + index, family))

const numbers = (arns: readonly string[]): readonly number[] => arns.map((arn) => Number(arn.split(':').at(-1)))

/** After a deployment of revision 42 where 41 served. */
const gone = (active: readonly string[], keep: number, deployed = 42, before = 41) =>
  numbers(
    oldRevisions(active, {
      keep,
      deployed: revisionArn(deployed),
      before: revisionArn(before)
    })
  )

describe('old revisions', () => {
  test.each([
    [3, [39, 38, 37]],
    [1, [40, 39, 38, 37]],
    [5, [37]],
    [6, []],
    [100, []]
  ])('beyond the newest %d go, the newest of them first', (keep, expected) => {
    expect(gone(many(37, 42), keep)).toEqual(expected)
  })

  test('are told by their number, in whatever order AWS lists them', () => {
    expect(
      gone(
        [98, 100, 9, 99, 101].map((number) => revisionArn(number)),
        2,
        101,
        100
      )
    ).toEqual([99, 98, 9])
  })

  test('are never the one that serves, nor the one that served before', () => {
    expect(gone(many(30, 42), 0, 42, 31)).not.toEqual(expect.arrayContaining([31]))
    expect(gone(many(30, 42), 0)).toEqual([40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30])
  })

  test('are never newer than the one that serves: somebody may be about to deploy them', () => {
    expect(gone(many(37, 46), 1)).toEqual([40, 39, 38, 37])
    expect(gone(many(30, 46), 1, 33, 46)).toEqual([32, 31, 30])
  })

  test('are never of another family, another region or another account', () => {
    const others = [
      ...many(1, 9, 'web-worker'),
      ...many(1, 9, 'api'),
      ...many(1, 9).map((arn) => arn.replace('eu-west-1', 'eu-west-2')),
      ...many(1, 9).map((arn) => arn.replace('123456789012', '210987654321'))
    ]
    expect(gone([...others, ...many(40, 42)], 1)).toEqual([40])
  })

  test('are none when an ARN is none', () => {
    expect(gone(['web:1', '', 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web', revisionArn(42)], 0)).toEqual(
      []
    )
    expect(oldRevisions(many(1, 9), { keep: 1, deployed: 'web:9', before: undefined })).toEqual([])
  })

  test('are found where nothing served before', () => {
    const first = { keep: 1, deployed: revisionArn(42), before: undefined }
    expect(numbers(oldRevisions(many(40, 42), first))).toEqual([41, 40])
  })
})

test.each([
  [revisionArn(42, 'web-worker'), 'web-worker'],
  ['arn:aws-us-gov:ecs:us-gov-west-1:123456789012:task-definition/web:1', 'web'],
  ['web:42', undefined]
])('the family of %s is %s', (arn, family) => {
  expect(familyOf(arn)).toBe(family)
})
