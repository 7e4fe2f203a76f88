// A definition far beyond what AWS takes is told to be too large, and costs no more than its size.
import { expect, test } from '@jest/globals'
import type { Json, JsonObject } from '../../../../src/domain/units.ts'
import { DEPENDENCIES } from '../../../../src/plan/check/dependencies.ts'
import { taskOf } from '../../../../src/plan/check/rule.ts'
import { checkTaskDefinition } from '../../../../src/plan/check/task-definition.ts'

/** Each waits for the next, and the last for the first. */
function ring(count: number, onRead: () => void = () => undefined): JsonObject {
  const containers = Array.from({ length: count }, (_, index): JsonObject => ({
    name: `c${index}`,
    image: 'x:1',
    memory: 64,
    get dependsOn(): Json {
      onRead()
      return [{ containerName: `c${(index + 1) % count}`, condition: 'START' }]
    }
  }))
  return { family: 'web', containerDefinitions: containers }
}

test('three thousand containers are too many and too large, and nothing else is asked', () => {
  const { problems } = checkTaskDefinition(ring(3000), () => ({ kind: 'input', name: 'task-definition' }))
  expect(problems.map(({ found }) => found)).toEqual([
    expect.stringContaining('bytes as JSON'),
    expect.stringContaining('has 3000 containers')
  ])
})

test('what containers wait for is read a few times each, however long their circle', () => {
  const readsOf = (count: number): number => {
    let reads = 0
    const task = taskOf(
      ring(count, () => {
        reads += 1
      })
    )
    expect(DEPENDENCIES.flatMap((rule) => rule.find(task))).toEqual([
      expect.objectContaining({ found: expect.stringMatching(/^waits for itself: c0 → c1 → .* → c0$/) })
    ])
    return reads / count
  }
  expect(readsOf(300)).toBe(readsOf(30))
})

test('only the circle is told, and not the way to it or a way that ends', () => {
  const waits = { a: ['b', 'e'], b: ['c'], c: ['d', 'e'], d: ['b'], e: [] }
  const containerDefinitions = Object.entries(waits).map(([name, on]) => ({
    name,
    dependsOn: on.map((containerName) => ({ containerName, condition: 'START' }))
  }))
  const found = DEPENDENCIES.flatMap((rule) => rule.find(taskOf({ containerDefinitions })))
  expect(found).toEqual([
    {
      path: ['containerDefinitions', 1, 'dependsOn'],
      found: 'waits for itself: b → c → d → b',
      remedy: 'Remove one dependency of the circle.'
    }
  ])
})
