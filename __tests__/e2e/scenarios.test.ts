// The shipped dist/ over HTTP, as the runner runs it: exit code, outputs, summary, annotations and what AWS was asked for.
import { describe, expect, test } from '@jest/globals'
import { expectedVerdict } from '../demo/endings.ts'
import { playScenario, type Played } from '../support/play-scenario.ts'

/** Room for a busy machine: a request deadline of 20 s is 133 ms here. */
const speed = 150

const GREEN = new Set(['succeeded', 'unchanged', 'started'])

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

describe.each(CASES)('$scenario: $claim', ({ scenario, says, inputs, verdict }) => {
  test('through the shipped bundle', async () => {
    const played = await playScenario(scenario, { speed, ...(inputs && { inputs }) })
    const expected = verdict ?? expectedVerdict(scenario)
    const green = GREEN.has(expected)
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
      expect(played.outputs['task-definition-arn']).toMatch(/:task-definition\/web:42$/)
    }
    expect(played.post).toMatchObject({ exitCode: 0, lines: [] })
    expect(played.warnings).toEqual([])
  })
})

test('a custom configuration is created once and reused', async () => {
  const played = await playScenario('smooth', { speed, inputs: { strategy: 'canary 20% for 2m' } })
  const created = played.calls.filter((call) => call.operation === 'CreateDeploymentConfig')
  expect(created).toMatchObject([
    { status: 200, input: { deploymentConfigName: 'ecs-canary-deploy-canary-20-percent-2-minutes' } }
  ])
})
