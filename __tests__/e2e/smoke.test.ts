// The shipped dist/, run as the runner runs it, tells the truth of a canary that goes well and of one that does not.
import { expect, test } from '@jest/globals'
import { playScenario } from '../support/play-scenario.ts'

// Fast, with room for a busy machine: a request deadline of 20 s is 167 ms here.
const speed = 120

test('a canary that goes well is green, and the new revision serves everything', async () => {
  const played = await playScenario('smooth', { speed })
  const [registered] = played.truth.taskDefinitions
  expect(played).toMatchObject({
    exitCode: 0,
    conclusion: 'success',
    verdict: 'succeeded',
    annotations: [],
    warnings: []
  })
  expect(played.truth.traffic).toEqual({ [String(registered?.arn)]: 100 })
  expect(played.outputs).toMatchObject({
    'task-definition-arn': registered?.arn,
    'previous-task-definition-arn': expect.stringMatching(/:task-definition\/web:41$/),
    'deployment-id': played.truth.deployments.at(-1)?.id,
    changed: 'true'
  })
  expect(played.summary).toMatch(/succeeded/i)
  expect(played.post).toMatchObject({ exitCode: 0, lines: [] })
})

test('a canary with an alarm is red, rolled back, and says which alarm', async () => {
  const played = await playScenario('alarm', { speed })
  expect(played).toMatchObject({ exitCode: 1, conclusion: 'failure', verdict: 'rolled-back' })
  expect(Object.keys(played.truth.traffic)).toEqual([played.outputs['previous-task-definition-arn']])
  expect(played.annotations.map((one) => one.level)).toEqual(['error'])
  expect(played.annotations[0]?.message).toContain('web-5xx')
  expect(played.summary).toContain('web-5xx')
})

test('what is wrong with the inputs is said before AWS hears of us', async () => {
  const played = await playScenario('smooth', { speed, inputs: { service: '', strategy: 'canary ten percent' } })
  expect(played).toMatchObject({ exitCode: 1, verdict: 'refused' })
  expect(played.calls.filter((call) => call.write)).toEqual([])
})
