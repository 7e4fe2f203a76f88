import { describe, expect, test } from '@jest/globals'
import { plain } from '../../../src/report/wording/phrase.ts'
import { gist, missingPermission } from '../../../src/report/wording/problem.ts'
import { aProblem } from '../../support/builders.ts'

const place = { kind: 'aws', call: 'ecs:RegisterTaskDefinition' } as const
const who = 'User: arn:aws:sts::123456789012:assumed-role/deploy/x is not authorized to perform'

describe('a denial in few words names the action that is denied', () => {
  test.each([
    [`${who}: iam:PassRole on resource: arn:aws:iam::123456789012:role/task.`, 'the role lacks iam:PassRole'],
    ['AWS answered AccessDeniedException and nothing more', 'the role lacks ecs:RegisterTaskDefinition'],
    [
      `${who}: iam:PassRole with an explicit deny in a service control policy.`,
      `${who}: iam:PassRole with an explicit deny in a service control policy`
    ]
  ])('%s', (found, words) => {
    expect(plain(gist(aProblem('NOT_ALLOWED', { place, found })))).toBe(words)
  })

  test('and every other problem what was found', () => {
    expect(plain(gist(aProblem('AWS_REFUSED', { place, found: `${who}: a:B.` })))).toBe(`${who}: a:B`)
  })
})

test('what is no action is not offered as a statement', () => {
  const problem = aProblem('NOT_ALLOWED', { place: { kind: 'aws', call: 'ecs:"*"' }, found: 'no' })
  expect(missingPermission(problem)).toBeUndefined()
})
