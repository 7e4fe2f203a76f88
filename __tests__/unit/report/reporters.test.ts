import { expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../../src/domain/event.ts'
import { reporters } from '../../../src/report/reporters.ts'
import { anEvent } from '../../support/builders.ts'

const events: readonly DeploymentEvent[] = ['one', 'two', 'three'].map((status) =>
  anEvent(0, { kind: 'unlisted', status })
)
const wordOf = (event: DeploymentEvent) => (event.kind === 'unlisted' ? event.status : '')
const later = () => new Promise((resolve) => setTimeout(resolve, 1))

test('every reporter hears every event in order, and the slow are waited for', async () => {
  const heard: string[] = []
  const all = reporters(
    [
      {
        name: 'slow',
        reporter: {
          on: async (event) => {
            await later()
            heard.push(`slow ${wordOf(event)}`)
          }
        }
      },
      { name: 'deaf', reporter: {} },
      { name: 'fast', reporter: { on: (event) => void heard.push(`fast ${wordOf(event)}`) } }
    ],
    () => undefined
  )
  for (const event of events.slice(0, -1)) void all.on(event)
  await all.on(anEvent(0, { kind: 'unlisted', status: 'three' }))
  expect(heard).toEqual(['slow one', 'fast one', 'slow two', 'fast two', 'slow three', 'fast three'])
})

test.each([
  [
    'throws',
    () => {
      throw new Error('no\ndisk')
    }
  ],
  ['rejects', () => Promise.reject(new Error('no\ndisk'))]
])('one that %s is heard of once and left out; the others go on', async (_, on) => {
  const heard: string[] = []
  const warnings: string[] = []
  let calls = 0
  const all = reporters(
    [
      {
        name: 'the summary',
        reporter: {
          on: () => {
            calls++
            return on()
          }
        }
      },
      { name: 'the log', reporter: { on: (event) => void heard.push(wordOf(event)) } }
    ],
    (line) => warnings.push(line)
  )
  for (const event of events) await all.on(event)
  expect(heard).toEqual(['one', 'two', 'three'])
  expect(calls).toBe(1)
  expect(warnings).toEqual([
    'warning   the summary failed and is left out from here on: no ⏎ disk. The verdict is not affected.'
  ])
})

test('a broken place to complain changes nothing', async () => {
  const all = reporters(
    [
      {
        name: 'x',
        reporter: {
          on: () => {
            throw new Error('x')
          }
        }
      }
    ],
    () => {
      throw new Error('y')
    }
  )
  await expect(all.on(anEvent(0, { kind: 'unlisted', status: 'x' }))).resolves.toBeUndefined()
})
