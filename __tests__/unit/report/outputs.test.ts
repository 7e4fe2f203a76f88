import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../../src/domain/event.ts'
import { createOut } from '../../../src/out/out.ts'
import { outputsReporter } from '../../../src/report/outputs.ts'
import { HISTORIES, opening } from '../../report/histories.ts'
import {
  aCodeDeployHandle,
  aCodeDeployPlan,
  aGate,
  anAttachment,
  anEcsHandle,
  ECS_ID,
  PAUSE_ID
} from '../../report/ecs-subjects.ts'
import { anEvent, revisionArn } from '../../support/builders.ts'

async function outputsOf(history: readonly DeploymentEvent[]) {
  const set: [string, string][] = []
  const out = createOut({
    write: () => undefined,
    env: { GITHUB_OUTPUT: 'x' },
    load: () =>
      Promise.resolve({
        setOutput: (name: string, value: string) => void set.push([name, value]),
        summary: { emptyBuffer: () => ({ addRaw: () => ({ write: () => Promise.resolve() }) }) }
      })
  })
  const reporter = outputsReporter(out)
  for (const event of history) await reporter.on?.(event)
  return set
}

const reused = anEvent(1, { kind: 'registered', taskDefinition: revisionArn(42), reused: true })
const anew = anEvent(1, { kind: 'registered', taskDefinition: revisionArn(43), reused: false })
const started: Extract<DeploymentEvent, { kind: 'started' }> = {
  at: 2,
  kind: 'started',
  handle: aCodeDeployHandle(),
  adopted: false
}

describe('outputs are set the moment they are known', () => {
  test('a whole run', async () => {
    expect(await outputsOf(HISTORIES['rolled-back-alarm'] ?? [])).toEqual([
      ['previous-task-definition-arn', revisionArn(42)],
      ['task-definition-arn', revisionArn(43)],
      ['changed', 'true'],
      ['deployment-id', 'd-A7YW3F91L'],
      ['codedeploy-deployment-id', 'd-A7YW3F91L'],
      ['deployment-url', aCodeDeployHandle().url],
      ['verdict', 'rolled-back'],
      [
        'reason',
        'Alarm web-5xx went off: Threshold Crossed: 1 datapoint [137.0 (20/11/26 14:03:00)] was greater than the threshold (10.0). The old revision serves all production traffic again.'
      ]
    ])
  })

  test('a job killed after the start keeps what it had', async () => {
    expect((await outputsOf(opening())).map(([name]) => name)).toContain('codedeploy-deployment-id')
  })

  test.each(['unchanged', 'planned', 'refused-one', 'registered-before'])('%s changed nothing', async (name) => {
    expect(await outputsOf(HISTORIES[name] ?? [])).toContainEqual(['changed', 'false'])
  })

  test.each([
    ['a revision that was there already changes nothing', [reused], 'false'],
    ['a revision that is new does', [anew], 'true'],
    ['deploying one that was there already does', [reused, started], 'true'],
    ['a deployment of an earlier attempt does', [reused, { ...started, adopted: true }], 'true']
  ])('%s', async (_claim, history, changed) => {
    const set = await outputsOf([...history, anEvent(3, { kind: 'concluded', verdict: { kind: 'started' } })])
    expect(set.filter(([name]) => name === 'changed')).toEqual([['changed', changed]])
  })

  test('a revision that serves already is the one that was asked for', async () => {
    expect(await outputsOf(HISTORIES['unchanged'] ?? [])).toContainEqual(['task-definition-arn', revisionArn(42)])
  })

  test('what is not known is not set', async () => {
    const set = await outputsOf([
      anEvent(0, { kind: 'planned', plan: aCodeDeployPlan({ before: { taskDefinition: undefined } }) }),
      anEvent(1, { kind: 'started', handle: aCodeDeployHandle({ url: '' }), adopted: false })
    ])
    expect(set.map(([name]) => name)).toEqual(['changed', 'deployment-id', 'codedeploy-deployment-id'])
  })

  test('a deployment that was found is told like one of our own, under no other engine’s name', async () => {
    expect(await outputsOf([anEvent(0, { kind: 'attached', attachment: anAttachment() })])).toEqual([
      ['previous-task-definition-arn', revisionArn(42)],
      ['task-definition-arn', revisionArn(43)],
      ['deployment-id', ECS_ID],
      ['deployment-url', anEcsHandle().url]
    ])
  })

  test.each([
    ['a gate that has an id', aGate(), [['hook-id', PAUSE_ID]]],
    ['one that has none', aGate({ hookId: undefined }), []]
  ])('%s', async (_claim, gate, set) => {
    expect(await outputsOf([anEvent(0, { kind: 'paused', gate })])).toEqual(set)
  })

  test.each([
    ['to continue or end a deployment changes something', 'ecs-promoted', 'true'],
    ['a request that AWS did not grant changes nothing', 'ecs-not-promoted', 'false'],
    ['to look changes nothing', 'ecs-status-of-the-last', 'false']
  ])('%s', async (_claim, name, changed) => {
    const set = await outputsOf(HISTORIES[name] ?? [])
    expect(set.filter(([output]) => output === 'changed')).toEqual([['changed', changed]])
  })

  test('the reason is one line for every verdict', async () => {
    for (const history of Object.values(HISTORIES)) {
      const reason = (await outputsOf(history)).find(([name]) => name === 'reason')?.[1]
      expect(reason).toMatch(/^[A-Z][^\n]+\.$/)
    }
  })
})
