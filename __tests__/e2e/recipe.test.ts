// The README's recipe for approvals, taken from the README and played job by job against the local AWS.
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { playJobs, type Job } from '../support/play-jobs.ts'
import { readme } from '../support/readme.ts'
import type { Played } from '../support/play-scenario.ts'

interface Step {
  readonly id?: string
  readonly uses: string
  readonly with?: Readonly<Record<string, string>>
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string
        readonly if?: string
        readonly environment?: string
        readonly outputs?: Readonly<Record<string, string>>
        readonly steps: readonly Step[]
      }
    >
  >
}

const [, text = ''] = /<!-- recipe -->\n```yaml\n(.*?)```/s.exec(readme()) ?? []
const workflow = parse(text) as Workflow
const names = Object.keys(workflow.jobs)

const stepOf = (job: string): Step | undefined =>
  workflow.jobs[job]?.steps.find(({ uses }) => uses.includes('ecs-canary-deploy'))

/** What GitHub puts in the place of `${{ needs.<job>.outputs.<output> }}`: as the job's own `outputs` name them. */
function evaluated(value: string, before: readonly Played[]): string {
  return value.replace(/\$\{\{ needs\.(\w+)\.outputs\.([\w-]+) \}\}/g, (_, job: string, output: string) => {
    const declared = workflow.jobs[job]?.outputs?.[output] ?? ''
    const [, step, name = ''] = /^\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}$/.exec(declared) ?? []
    expect(step).toBe(stepOf(job)?.id)
    return before[names.indexOf(job)]?.outputs[name] ?? ''
  })
}

const job = (name: string, after: number): Job => ({
  name,
  after,
  inputs: (before) =>
    Object.fromEntries(
      Object.entries(stepOf(name)?.with ?? {}).map(([input, value]) => [input, evaluated(value, before)])
    )
})

describe('the recipe for approvals', () => {
  test('never cancels a canary, and may do no more than it needs', () => {
    expect(workflow.concurrency['cancel-in-progress']).toBe(false)
    expect(workflow.permissions).toEqual({ 'id-token': 'write', contents: 'read' })
  })

  test('lets a person approve: the second job waits for the first, its verdict and an environment', () => {
    expect(workflow.jobs['promote']).toMatchObject({ needs: 'canary', environment: 'production' })
    expect(workflow.jobs['promote']?.if).toContain("needs.canary.outputs.verdict == 'paused'")
  })

  test('ends with the new revision serving everything, and with nothing of ours left in the service', async () => {
    const [canary, promote] = await playJobs('ecs-canary', [job('canary', 0), job('promote', 180_000)], { speed: 150 })
    expect(canary).toMatchObject({ exitCode: 0, verdict: 'paused' })
    expect(canary?.outputs).toMatchObject({
      'deployment-id': expect.stringMatching(/:service-deployment\/prod\/web\//),
      'hook-id': expect.stringMatching(/^ecs-pause-/)
    })
    expect(canary?.outputs['reason']).toContain('10 %')
    const continued = canary?.calls.filter(({ operation }) => operation === 'ContinueServiceDeployment') ?? []
    expect(continued.filter(({ status }) => status === 200)).toHaveLength(1)

    expect(promote).toMatchObject({ exitCode: 0, verdict: 'succeeded' })
    expect(promote?.outputs['deployment-id']).toBe(canary?.outputs['deployment-id'])
    const updates = promote?.calls.filter(({ operation }) => operation === 'UpdateService') ?? []
    expect(updates).toMatchObject([{ status: 200, input: { deploymentConfiguration: { lifecycleHooks: [] } } }])
  })
})
