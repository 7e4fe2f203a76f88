// Several jobs of a workflow, each a run of the shipped dist/ in the world the one before has left.
import { describe, expect, test } from '@jest/globals'
import { expectedVerdicts, isGreen } from '../demo/endings.ts'
import { scenario } from '../simulator/scenarios.ts'
import { ahead } from '../support/ahead.ts'
import { jobsOf, playJobs } from '../support/play-jobs.ts'

const speed = 150

/** What each job asks of AWS beside reading, and how often AWS agreed. */
const STORIES: readonly (readonly [string, readonly Readonly<Record<string, number>>[]])[] = [
  [
    'ecs-pause-and-promote-each-shift',
    [
      { RegisterTaskDefinition: 1, UpdateService: 1 },
      { ContinueServiceDeployment: 1 },
      { ContinueServiceDeployment: 1, UpdateService: 1 }
    ]
  ],
  [
    'ecs-pause-and-roll-back',
    [
      { RegisterTaskDefinition: 1, UpdateService: 1, ContinueServiceDeployment: 1 },
      { StopServiceDeployment: 1, UpdateService: 1 }
    ]
  ],
  ['ecs-started-and-status', [{ RegisterTaskDefinition: 1, UpdateService: 1 }, {}]],
  ['ecs-started-and-roll-back', [{ RegisterTaskDefinition: 1, UpdateService: 1 }, { StopServiceDeployment: 1 }]],
  ['ecs-roll-back-after-success', [{ RegisterTaskDefinition: 1, UpdateService: 1 }, { UpdateService: 1 }]],
  ['ecs-promote-too-late', [{ RegisterTaskDefinition: 1, UpdateService: 1 }, { UpdateService: 1 }]],
  ['ready-wait-and-promote', [{ RegisterTaskDefinition: 1, CreateDeployment: 1 }, { ContinueDeployment: 1 }]],
  ['started-and-roll-back', [{ RegisterTaskDefinition: 1, CreateDeployment: 1 }, { StopDeployment: 1 }]],
  ['started-and-status', [{ RegisterTaskDefinition: 1, CreateDeployment: 1 }, {}]]
]

const play = ahead(
  STORIES.map(([name]) => name),
  (name) => playJobs(name, jobsOf(scenario(name)), { speed })
)

describe.each(STORIES)('%s', (name, writes) => {
  test('through the shipped bundle, job by job', async () => {
    const played = await play(name)
    const verdicts = expectedVerdicts(name)
    expect(played.map(({ verdict, exitCode }) => [verdict, exitCode])).toEqual(
      verdicts.map((verdict) => [verdict, isGreen(verdict) ? 0 : 1])
    )
    expect(
      played.map(({ calls }) => {
        const agreed = calls.filter(({ write, status }) => write && status === 200)
        return agreed.reduce<Record<string, number>>(
          (counts, { operation }) => ({ ...counts, [operation]: (counts[operation] ?? 0) + 1 }),
          {}
        )
      })
    ).toEqual(writes)
    for (const { outputs, summary, annotations, warnings, post } of played) {
      expect(outputs['reason']).not.toBe('')
      expect(outputs['deployment-id']).not.toBe('')
      expect(summary).toMatch(/^## /)
      expect(annotations.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(1)
      expect(warnings).toEqual([])
      expect(post).toMatchObject({ exitCode: 0, lines: [] })
    }
  })
})
