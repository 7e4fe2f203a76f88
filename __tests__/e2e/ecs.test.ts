// ECS's own deployments through the shipped dist/: exit code, outputs, summary, annotations and what AWS was asked for.
import { describe, expect, test } from '@jest/globals'
import { expectedVerdict, isGreen } from '../demo/endings.ts'
import { ahead } from '../support/ahead.ts'
import { playScenario, type Played } from '../support/play-scenario.ts'

/** Room for a busy machine: a request deadline of 20 s is 133 ms here. */
const speed = 150

interface Case {
  readonly scenario: string
  readonly claim: string
  /** In the first lines of the summary, or in the one error annotation. */
  readonly says: RegExp
  readonly inputs?: Readonly<Record<string, string>>
  readonly verdict?: string
}

const CASES: readonly Case[] = [
  { scenario: 'ecs-canary', claim: 'two steps and a bake', says: /100 % of production traffic/ },
  { scenario: 'ecs-linear', claim: 'four steps', says: /100 % of production traffic/ },
  { scenario: 'ecs-blue-green', claim: 'everything at once', says: /100 % of production traffic/ },
  { scenario: 'ecs-rolling', claim: 'task by task, without weights', says: /serves 100 %/ },
  { scenario: 'ecs-alarm', claim: 'the alarm is named with its value', says: /web-5xx went off: .*47/ },
  {
    scenario: 'ecs-circuit-breaker',
    claim: 'what kept the tasks from running is named',
    says: /Too many tasks of the new revision failed/
  },
  { scenario: 'ecs-superseded', claim: 'who moves the traffic now is named', says: /Another deployment, ecs-svc\/\d+/ },
  { scenario: 'ecs-busy', claim: 'another deployment is left alone', says: /is PENDING|is IN_PROGRESS/ },
  {
    scenario: 'ecs-busy',
    claim: 'another deployment is waited for',
    says: /100 % of production traffic/,
    inputs: { 'on-active-deployment': 'wait' },
    verdict: 'succeeded'
  },
  {
    scenario: 'ecs-busy',
    claim: 'another deployment is replaced',
    says: /100 % of production traffic/,
    inputs: { 'on-active-deployment': 'replace' },
    verdict: 'succeeded'
  },
  {
    scenario: 'ecs-canary',
    claim: 'started judges nothing and says so first',
    says: /[Nn]othing was judged|not judged/,
    inputs: { 'wait-until': 'started' },
    verdict: 'started'
  },
  {
    scenario: 'ecs-canary',
    claim: 'traffic-shifted does not wait for the bake',
    says: /AWS may still roll back until/,
    inputs: { 'wait-until': 'traffic-shifted' }
  },
  {
    scenario: 'ecs-rolling-asked',
    claim: 'a strategy that was asked for is sent and kept',
    says: /100 % of production traffic/,
    inputs: { strategy: 'canary 20% for 2m, bake 1m' }
  },
  { scenario: 'ecs-lost-answer', claim: 'a lost answer starts one deployment', says: /100 % of production traffic/ },
  { scenario: 'ecs-deployments-denied', claim: 'the service alone tells enough', says: /serves/ },
  {
    scenario: 'ecs-list-lag',
    claim: 'the newest of the list is not taken for ours',
    says: /100 % of production traffic/
  },
  { scenario: 'ecs-alarm-already-on', claim: 'an alarm that ECS would ignore is refused', says: /web-5xx/ },
  { scenario: 'ecs-lying-success', claim: 'a success that does not serve is red', says: /does not serve/ }
]

const headline = ({ summary, annotations }: Played): string =>
  [...summary.split('\n').slice(0, 8), ...annotations.map((one) => one.message)].join('\n')

const play = ahead(CASES, ({ scenario, inputs }) => playScenario(scenario, { speed, ...(inputs && { inputs }) }))

describe.each(CASES)('$scenario: $claim', (row) => {
  test('through the shipped bundle', async () => {
    const played = await play(row)
    const expected = row.verdict ?? expectedVerdict(row.scenario)
    const green = isGreen(expected)
    expect({ exitCode: played.exitCode, verdict: played.verdict }).toEqual({
      exitCode: green ? 0 : 1,
      verdict: expected
    })
    expect(headline(played)).toMatch(row.says)
    expect(played.annotations.filter(({ level }) => level === 'error').length).toBe(green ? 0 : 1)
    expect(played.outputs['reason']).not.toBe('')
    const began = played.calls.filter(({ operation }) => operation === 'UpdateService')
    expect(began).toHaveLength(expected === 'refused' ? 0 : 1)
    const ours = played.truth.deployments.filter(({ by }) => by === 'caller')
    expect(ours).toHaveLength(expected === 'refused' ? 0 : 1)
    if (expected !== 'refused') {
      expect(played.outputs['task-definition-arn']).toBe(played.truth.taskDefinitions.at(-1)?.arn)
      expect(played.outputs['deployment-id']).toMatch(/:service-deployment\/prod\/web\/|^ecs-svc\//)
      if (played.outputs['deployment-id']?.startsWith('arn:')) {
        expect(played.outputs['deployment-id']).toBe(ours[0]?.id)
      }
    }
    if (expected === 'succeeded') {
      expect(played.truth.traffic).toEqual({ [String(played.outputs['task-definition-arn'])]: 100 })
    }
    expect(played.calls.filter(({ service }) => service === 'codedeploy')).toEqual([])
    expect(played.post).toMatchObject({ exitCode: 0, lines: [] })
    expect(played.warnings).toEqual([])
  })
})

test('what is sent of a strategy is the whole configuration, changed where it was asked', async () => {
  const asked = CASES.find(({ scenario }) => scenario === 'ecs-rolling-asked')
  const { calls } = asked ? await play(asked) : { calls: [] }
  expect(calls.filter(({ operation }) => operation === 'UpdateService')).toMatchObject([
    {
      status: 200,
      input: {
        deploymentConfiguration: {
          strategy: 'CANARY',
          bakeTimeInMinutes: 1,
          canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 2 },
          alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true },
          deploymentCircuitBreaker: { enable: true, rollback: true }
        }
      }
    }
  ])
})

test('a deployment that is replaced is stopped by ECS, not by us', async () => {
  const replacing = CASES.find(({ inputs }) => inputs?.['on-active-deployment'] === 'replace')
  const { calls, truth } = replacing ? await play(replacing) : { calls: [], truth: undefined }
  expect(calls.filter(({ operation }) => operation === 'StopServiceDeployment')).toEqual([])
  expect(truth?.deployments.filter(({ by }) => by !== 'caller').map(({ status }) => status)).toContain('STOPPED')
})
