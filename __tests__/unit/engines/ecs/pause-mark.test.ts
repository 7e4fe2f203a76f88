import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/domain/units.ts'
import { markNotes, markOf, unmarked } from '../../../../src/engines/ecs/pause-mark.ts'
import { aPause, aServiceDeployment, CANARY, LAMBDA } from '../../../engines/ecs-planning.ts'

const MARK = { 'ecs-canary-deploy': 'ecd:octo/web#1.1:abcdef12:n0nce' }
const KEPT = aPause('POST_SCALE_UP', 60, MARK)
const AS_TEXT = aPause('POST_SCALE_UP', 60, JSON.stringify(MARK))
const DROPPED = aPause('POST_SCALE_UP', 60)
const OF_A_FUNCTION = { ...LAMBDA, hookDetails: MARK }

const answer = (...hooks: readonly JsonObject[]) => ({ current: undefined, primary: undefined, hooks })

describe('a mark that AWS did not keep', () => {
  test.each([[[DROPPED]], [[LAMBDA, OF_A_FUNCTION]], [[]]])('is missed in %j', (hooks) => {
    expect(markNotes({ pauses: true }, answer(...hooks))).toMatchObject([{ level: 'warning' }])
  })

  test.each([[KEPT], [AS_TEXT]])('is not missed in %j', (hook) => {
    expect(markNotes({ pauses: true }, answer(LAMBDA, hook))).toEqual([])
  })

  test('is missed by nobody who sent none, or is not told of the hooks', () => {
    expect(markNotes({ pauses: false }, answer(DROPPED))).toEqual([])
    expect(markNotes({ pauses: true }, { ...answer(), hooks: undefined })).toEqual([])
  })
})

test.each<[JsonObject, string | undefined]>([
  [KEPT, MARK['ecs-canary-deploy']],
  [AS_TEXT, MARK['ecs-canary-deploy']],
  [DROPPED, undefined],
  [OF_A_FUNCTION, undefined]
])('a deployment is known by its hook %j', (hook, mark) => {
  const deploymentConfiguration = { ...CANARY, lifecycleHooks: [LAMBDA, hook] }
  expect(markOf(aServiceDeployment({ deploymentConfiguration }))).toBe(mark)
})

test('only the mark in our pauses goes', () => {
  const theirs = aPause('PRE_SCALE_UP', 30, { ticket: 'OPS-1' })
  const update = { deploymentConfiguration: { lifecycleHooks: [OF_A_FUNCTION, theirs, KEPT] } }
  expect(unmarked(update)).toEqual({ deploymentConfiguration: { lifecycleHooks: [OF_A_FUNCTION, theirs, DROPPED] } })
})
