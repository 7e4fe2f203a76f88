// What a bench and the tests may ask of native deployments: whose they are, when they began and when they were over.
import { expect, test } from '@jest/globals'
import { NativeDriver, ORIGIN, minute } from './driving-native.ts'

const hour = 60 * minute

/** Whose, how it ended, and whether both moments are told and in order. */
const ends = (name: string): readonly unknown[] => {
  const driver = new NativeDriver(name)
  driver.wait(1_000)
  driver.begin()
  const { deployments } = driver.wait(3 * hour).truth()
  return deployments.map(({ by, status, createdAt, terminalAt }) => [by, status, (terminalAt ?? NaN) > createdAt])
}

const YESTERDAY = ['history', 'SUCCESSFUL', true]

test.each([
  ['ecs-canary', [YESTERDAY, ['caller', 'SUCCESSFUL', true]]],
  ['ecs-alarm', [YESTERDAY, ['caller', 'ROLLBACK_SUCCESSFUL', true]]],
  ['ecs-rollback-fails', [YESTERDAY, ['caller', 'ROLLBACK_FAILED', true]]],
  ['ecs-superseded', [YESTERDAY, ['caller', 'STOPPED', true], ['other', 'SUCCESSFUL', true]]],
  ['ecs-busy', [YESTERDAY, ['other', 'STOPPED', true], ['caller', 'SUCCESSFUL', true]]],
  ['ecs-service-deleted', [YESTERDAY, ['caller', 'STOPPED', true]]],
  ['ecs-vanishes', [YESTERDAY, ['caller', 'SUCCESSFUL', true]]],
  ['ecs-stuck', [YESTERDAY, ['caller', 'IN_PROGRESS', false]]]
])('of %s every deployment is known', (name, known) => {
  expect(ends(name)).toEqual(known)
})

test('is the moment itself, not the moment somebody looked', () => {
  const [seldom, often] = [new NativeDriver('ecs-alarm'), new NativeDriver('ecs-alarm')]
  for (const driver of [seldom, often]) driver.begin()
  while (often.now < ORIGIN + hour) often.wait(minute).truth()
  seldom.now = often.now
  expect(seldom.truth().deployments).toEqual(often.truth().deployments)
  expect(often.truth().deployments.at(-1)?.terminalAt).toBeLessThan(ORIGIN + 10 * minute)
})
