// The shipped dist/, asked for what runs already: nothing is written, and the job is green.
import { expect, test } from '@jest/globals'
import { playScenario } from '../support/play-scenario.ts'
import { scenario } from '../simulator/scenarios.ts'

const speed = 120
const IMAGES = {
  app: `123456789012.dkr.ecr.us-east-1.amazonaws.com/web@sha256:${'a1'.repeat(32)}`,
  proxy: `public.ecr.aws/nginx/nginx@sha256:${'b2'.repeat(32)}`
}
const pinned = { ...scenario('smooth'), world: { images: IMAGES } }
const images = Object.entries(IMAGES)
  .map(([container, image]) => `${container}=${image}`)
  .join('\n')

test('what serves already, pinned by digest, is unchanged', async () => {
  const played = await playScenario(pinned, { speed, inputs: { images, 'codedeploy-appspec': '' } })
  expect(played).toMatchObject({ exitCode: 0, conclusion: 'success', verdict: 'unchanged', annotations: [] })
  expect(played.calls.filter((call) => call.write)).toEqual([])
  expect(played.truth.taskDefinitions).toEqual([])
  const serving = played.outputs['previous-task-definition-arn']
  expect(played.outputs).toMatchObject({ changed: 'false', 'task-definition-arn': serving })
  expect(played.truth.traffic).toEqual({ [String(serving)]: 100 })
  expect(played.summary).toMatch(/^## ✅ Unchanged[^\n]*\n\nNothing differs/)
})

test('with an AppSpec that was asked for, the same revision is deployed again', async () => {
  const played = await playScenario(pinned, { speed, inputs: { images } })
  expect(played).toMatchObject({ exitCode: 0, verdict: 'succeeded' })
  expect(played.truth.taskDefinitions).toEqual([])
  expect(played.outputs).toMatchObject({
    changed: 'true',
    'task-definition-arn': played.outputs['previous-task-definition-arn']
  })
})
