// The shipped dist/ over HTTP, as the runner runs it: exit code, outputs, summary, annotations and what AWS was asked for.
import { describe, expect, test } from '@jest/globals'
import { expectedVerdict, isGreen } from '../demo/endings.ts'
import { ahead } from '../support/ahead.ts'
import { playScenario, type Played } from '../support/play-scenario.ts'

/** Room for a busy machine: a request deadline of 20 s is 133 ms here. */
const speed = 150

interface Case {
  readonly scenario: string
  readonly claim: string
  /** In the first two lines of the summary, or in the one error annotation. */
  readonly says: RegExp
  readonly inputs?: Readonly<Record<string, string>>
  readonly verdict?: string
}

const CASES: readonly Case[] = [
  { scenario: 'linear', claim: 'ten steps', says: /100 % of production traffic/ },
  {
    scenario: 'no-auto-rollback',
    claim: 'a split is said first',
    says: /Production traffic is split: 90 % on the old revision, 10 % on the new one/
  },
  { scenario: 'stopped-by-a-person', claim: 'a person is named as the cause', says: /Somebody stopped/ },
  { scenario: 'lying-success', claim: 'a success that does not serve is red', says: /does not serve/ },
  { scenario: 'rollback-fails', claim: 'a failed roll-back is urgent', says: /Production traffic is split/ },
  { scenario: 'busy-group', claim: 'who is deploying is named', says: /Dana/ },
  {
    scenario: 'busy-group',
    claim: 'who is deploying is waited for',
    says: /100 % of production traffic/,
    inputs: { 'on-active-deployment': 'wait' },
    verdict: 'succeeded'
  },
  {
    scenario: 'busy-group',
    claim: 'who is deploying is stopped with rollback, and followed to the end, where that was asked for',
    says: /100 % of production traffic/,
    inputs: { 'on-active-deployment': 'replace' },
    verdict: 'succeeded'
  },
  { scenario: 'alarm-already-on', claim: 'an alarm that is on is refused', says: /web-5xx/ },
  { scenario: 'denied-optional', claim: 'the official action’s policy is enough', says: /100 % of production traffic/ },
  { scenario: 'lost-answer', claim: 'a lost answer starts one deployment', says: /100 % of production traffic/ },
  { scenario: 'expired-midway', claim: 'expired credentials are unknown', says: /role-duration-seconds/ },
  { scenario: 'late-stable', claim: 'tasks may settle after success', says: /100 % of production traffic/ },
  {
    scenario: 'long-termination-wait',
    claim: 'traffic-shifted does not wait for the old tasks',
    says: /AWS may still roll back until/,
    inputs: { 'wait-until': 'traffic-shifted' }
  },
  {
    scenario: 'smooth',
    claim: 'started judges nothing and says so first',
    says: /[Nn]othing was judged|not judged/,
    inputs: { 'wait-until': 'started' },
    verdict: 'started'
  },
  {
    scenario: 'smooth',
    claim: 'a strategy without a predefined configuration gets one of its own',
    says: /100 % of production traffic/,
    inputs: { strategy: 'canary 20% for 2m' }
  }
]

function headline({ summary, annotations }: Played): string {
  return [...summary.split('\n').slice(0, 8), ...annotations.map((one) => one.message)].join('\n')
}

const play = ahead(CASES, ({ scenario, inputs }) => playScenario(scenario, { speed, ...(inputs && { inputs }) }))

describe.each(CASES)('$scenario: $claim', (row) => {
  test('through the shipped bundle', async () => {
    const { scenario, says, verdict } = row
    const played = await play(row)
    const expected = verdict ?? expectedVerdict(scenario)
    const green = isGreen(expected)
    expect({ exitCode: played.exitCode, verdict: played.verdict }).toEqual({
      exitCode: green ? 0 : 1,
      verdict: expected
    })
    expect(headline(played)).toMatch(says)
    expect(played.annotations.filter(({ level }) => level === 'error').length).toBe(green ? 0 : 1)
    expect(played.outputs['reason']).not.toBe('')
    const started = played.calls.filter((call) => call.operation === 'CreateDeployment').length
    expect(started).toBe(expected === 'refused' ? 0 : 1)
    if (expected !== 'refused') {
      expect(played.outputs['deployment-id']).toMatch(/^d-/)
      // 43 where somebody else has deployed 42.
      expect(played.outputs['task-definition-arn']).toBe(played.truth.taskDefinitions.at(-1)?.arn)
    }
    expect(played.post).toMatchObject({ exitCode: 0, lines: [] })
    expect(played.warnings).toEqual([])
  })
})

test('a custom configuration is created once and reused', async () => {
  const asked = CASES.find(({ inputs }) => inputs?.['strategy'] !== undefined)
  const { calls } = asked ? await play(asked) : { calls: [] }
  const created = calls.filter((call) => call.operation === 'CreateDeploymentConfig')
  expect(created).toMatchObject([
    { status: 200, input: { deploymentConfigName: 'ecs-canary-deploy-canary-20-percent-2-minutes' } }
  ])
})

test('only a deployment that is to be replaced is stopped, once, and with rollback', async () => {
  const busy = CASES.filter(({ scenario }) => scenario === 'busy-group')
  const stops = await Promise.all(
    busy.map(async (row) => {
      const { calls } = await play(row)
      return calls.filter(({ operation }) => operation === 'StopDeployment').map(({ input }) => input)
    })
  )
  expect(stops).toEqual([[], [], [{ deploymentId: expect.stringMatching(/^d-/), autoRollbackEnabled: true }]])
})
