import { describe, expect, test } from '@jest/globals'
import { reasons } from '../../../src/engines/stopped-tasks.ts'

type Task = Parameters<typeof reasons>[0][number]
type Container = NonNullable<Task['containers']>[number]

const ESSENTIAL = 'Essential container in task exited'
const task = (but: Partial<Task>): Task => ({ stoppedReason: ESSENTIAL, ...but })
const one = (container: Container): string => reasons([task({ containers: [container] })])[0]?.reason ?? ''

describe('why tasks stopped', () => {
  test.each<[string, Container, string]>([
    ['by what it ended with', { name: 'app', exitCode: 1 }, `${ESSENTIAL}; container app: exit code 1`],
    [
      'out of memory, as it may be',
      { name: 'app', exitCode: 137 },
      `${ESSENTIAL}; container app: exit code 137 (killed, which running out of memory does as well)`
    ],
    [
      'with its own reason beside that',
      { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: container killed due to memory usage' },
      `${ESSENTIAL}; container app: exit code 137 (killed, which running out of memory does as well), OutOfMemoryError: container killed due to memory usage`
    ],
    ['by its reason alone', { name: 'app', reason: 'CannotPull' }, `${ESSENTIAL}; container app: CannotPull`],
    ['without a name', { exitCode: 2 }, `${ESSENTIAL}; container without a name: exit code 2`],
    ['not at all where it went well', { name: 'init', exitCode: 0, reason: 'done' }, ESSENTIAL],
    ['not twice where it says what the task says', { name: 'app', reason: ESSENTIAL }, ESSENTIAL]
  ])('a container is told %s', (_, container, expected) => {
    expect(one(container)).toBe(expected)
  })

  test('the commonest comes first, each is counted, and five are enough', () => {
    const many = ['a', 'b', 'b', 'c', 'd', 'e', 'f', 'g'].map((stoppedReason) => task({ stoppedReason }))
    const told = reasons(many)
    expect(told[0]).toEqual({ reason: 'b', count: 2 })
    expect(told).toHaveLength(5)
  })

  test('a task without a reason is told by its code, and without one as such', () => {
    expect(reasons([{ stopCode: 'TaskFailedToStart' }])).toEqual([{ count: 1, reason: 'TaskFailedToStart' }])
    expect(reasons([{}])).toEqual([{ count: 1, reason: 'AWS gives no reason' }])
  })

  test('what a deployment takes down is no evidence, and what the scheduler stops for another reason is', () => {
    const stopped = (stoppedReason: string): Task => ({ stopCode: 'ServiceSchedulerInitiated', stoppedReason })
    expect(reasons([stopped('Scaling activity initiated by (deployment ecs-svc/1)')])).toEqual([])
    expect(reasons([stopped('Task failed ELB health checks')])).toHaveLength(1)
    expect(reasons([task({ stoppedReason: 'Scaling activity of somebody else' })])).toHaveLength(1)
  })
})
