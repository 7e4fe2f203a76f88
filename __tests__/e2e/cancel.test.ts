// A cancelled job, as the runner cancels it: SIGINT, 7.5 s, SIGTERM, 2.5 s, kill.
import { describe, expect, test } from '@jest/globals'
import { scenario, type Scenario } from '../simulator/scenarios.ts'
import { ahead } from '../support/ahead.ts'
import { playScenario, type Play } from '../support/play-scenario.ts'

/** The ten seconds before the kill are a third of one here: room for a busy machine. */
const speed = 30

const cancelWhen: NonNullable<Play['cancelWhen']> = ({ text }) => /traffic +0 % -> 10 %/.test(text)

const PLAYS = {
  asked: ['smooth', { cancelWhen }],
  left: ['smooth', { cancelWhen, inputs: { 'on-cancel': 'leave' } }],
  baking: ['smooth', { cancelWhen: ({ text }) => text.includes('shifting -> baking') }],
  deaf: [{ ...scenario('smooth'), faults: [{ operation: 'StopDeployment', kind: 'hang' }] }, { cancelWhen }]
} as const satisfies Readonly<Record<string, readonly [string | Scenario, Play]>>

const play = ahead(Object.keys(PLAYS) as readonly (keyof typeof PLAYS)[], (name) => {
  const [which, how]: readonly [string | Scenario, Play] = PLAYS[name]
  return playScenario(which, { speed, ...how })
})

describe('a cancel while 10 % is live', () => {
  test('asks AWS once to roll back, says so, and ends before it is killed', async () => {
    const played = await play('asked')
    const stops = played.calls.filter((call) => call.operation === 'StopDeployment')
    expect(stops).toMatchObject([{ status: 200, input: { autoRollbackEnabled: true } }])
    expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running', conclusion: 'cancelled' })
    expect(played.signals).toEqual(['SIGINT'])
    expect(played.outputs['reason']).toContain('AWS was asked to roll back')
    expect(played.post).toMatchObject({ exitCode: 0 })
  })

  test('leaves the deployment alone where that is the policy, and says so', async () => {
    const played = await play('left')
    expect(played.calls.filter((call) => call.operation === 'StopDeployment')).toEqual([])
    expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running' })
    expect(played.outputs['reason']).toContain('nothing was asked of it')
  })
})

test('a cancel when all traffic has moved stops nothing', async () => {
  const played = await play('baking')
  expect(played.calls.filter((call) => call.operation === 'StopDeployment')).toEqual([])
  expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running' })
})

test('a StopDeployment that is never answered does not cost the verdict', async () => {
  const played = await play('deaf')
  expect(played.signals).not.toContain('SIGKILL')
  expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running' })
  expect(played.outputs['reason']).toContain('did not agree')
  expect(played.summary).toContain('Left running')
})

describe('a first half that is killed at once', () => {
  test.each([5, 15, 25, 40, 80])('after %i ms never makes the second half deploy', async (wall) => {
    const job = new AbortController()
    const played = await playScenario('smooth', {
      speed: 1,
      cancel: job.signal,
      onStart: ({ half }) => {
        if (half === 'main') setTimeout(() => job.abort(), wall)
      }
    })
    expect(played.calls.filter((call) => call.write)).toEqual([])
    expect(played.post).toMatchObject({ exitCode: 0, lines: [] })
  })
})
