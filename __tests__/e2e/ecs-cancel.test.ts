// A cancelled job of an ECS deployment, as the runner cancels it: SIGINT, 7.5 s, SIGTERM, 2.5 s, kill.
import { describe, expect, test } from '@jest/globals'
import { scenario, type Scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { ahead } from '../support/ahead.ts'
import { playScenario, type Play, type Played } from '../support/play-scenario.ts'

/** The ten seconds before the kill are a third of one here: room for a busy machine. */
const speed = 30
const minute = 60_000

const cancelWhen: NonNullable<Play['cancelWhen']> = ({ text }) => /traffic +0 % -> 10 %/.test(text)
const waiting: NonNullable<Play['cancelWhen']> = ({ text }) => /^\[[\d:]+\] (busy|waiting) /.test(text)
const wait = { 'on-active-deployment': 'wait' }

const PLAYS = {
  asked: ['ecs-canary', { cancelWhen }],
  left: ['ecs-canary', { cancelWhen, inputs: { 'on-cancel': 'leave' } }],
  deaf: [{ ...scenario('ecs-canary'), faults: [{ operation: 'StopServiceDeployment', kind: 'hang' }] }, { cancelWhen }],
  denied: ['ecs-deployments-denied', { cancelWhen: ({ text }) => text.includes('2 of 2') }],
  baking: ['ecs-blue-green', { cancelWhen: ({ text }) => text.includes('shifting -> baking') }],
  'waiting, ecs': ['ecs-busy', { cancelWhen: waiting, inputs: wait }],
  'waiting, codedeploy': ['busy-group', { cancelWhen: waiting, inputs: wait }]
} as const satisfies Readonly<Record<string, readonly [string | Scenario, Play]>>

const play = ahead(Object.keys(PLAYS) as readonly (keyof typeof PLAYS)[], (name) => {
  const [which, how]: readonly [string | Scenario, Play] = PLAYS[name]
  return playScenario(which, { speed, ...how })
})

const stops = ({ calls }: Played): Played['calls'] =>
  calls.filter(({ operation }) => operation === 'StopServiceDeployment')

/** What became of it when nobody asked any more. */
const later = ({ world, origin }: Played): ReturnType<typeof truth> => truth(world, origin + 60 * minute)

describe('a cancel while 10 % is live', () => {
  test('asks ECS once to roll back, says so, and ends before it is killed', async () => {
    const played = await play('asked')
    expect(stops(played)).toMatchObject([
      { status: 200, input: { serviceDeploymentArn: played.outputs['deployment-id'], stopType: 'ROLLBACK' } }
    ])
    expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running', conclusion: 'cancelled' })
    expect(played.signals).toEqual(['SIGINT'])
    expect(played.outputs['reason']).toContain('AWS was asked to roll back')
    expect(played.post).toMatchObject({ exitCode: 0 })
    expect(later(played).traffic).toEqual({ [String(played.outputs['previous-task-definition-arn'])]: 100 })
  })

  test('leaves the deployment alone where that is the policy, and says so', async () => {
    const played = await play('left')
    expect(stops(played)).toEqual([])
    expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running', conclusion: 'cancelled' })
    expect(played.outputs['reason']).toContain('nothing was asked of it')
    expect(later(played).traffic).toEqual({ [String(played.outputs['task-definition-arn'])]: 100 })
  })

  test('does not lose the verdict to a StopServiceDeployment that is never answered', async () => {
    const played = await play('deaf')
    expect(played.signals).not.toContain('SIGKILL')
    expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running' })
    expect(played.outputs['reason']).toContain('did not agree')
  })
})

test('a role that may neither read nor stop deployments costs the roll-back, not the verdict', async () => {
  const played = await play('denied')
  expect(played.signals).not.toContain('SIGKILL')
  expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running', conclusion: 'cancelled' })
  expect(stops(played).filter(({ status }) => status === 200)).toEqual([])
  expect(played.outputs['reason']).toContain('the role lacks ecs:StopServiceDeployment')
})

test('a cancel in the bake stops nothing', async () => {
  const played = await play('baking')
  expect(stops(played)).toEqual([])
  expect(played).toMatchObject({ exitCode: 1, verdict: 'left-running' })
})

test.each(['waiting, ecs', 'waiting, codedeploy'] as const)(
  'a cancel while %s, writes nothing at all',
  async (name) => {
    const played = await play(name)
    expect(played.calls.filter(({ write }) => write)).toEqual([])
    expect(played).toMatchObject({ exitCode: 1, verdict: 'refused', conclusion: 'cancelled' })
    expect(played.signals).not.toContain('SIGKILL')
  }
)
