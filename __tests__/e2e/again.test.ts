// The runner dies in the middle of a deployment and a person runs the job again: the same run, its second attempt.
import { describe, expect, test } from '@jest/globals'
import { ahead } from '../support/ahead.ts'
import { playJobs, type Job } from '../support/play-jobs.ts'

const speed = 150
const AT_TEN = /traffic +0 % -> 10 %/
const again: Job = { name: 'deploy', always: true, env: { GITHUB_RUN_ATTEMPT: '2' } }
const another: Job = { name: 'deploy', always: true, env: { GITHUB_RUN_ID: '20000000000' } }

/** Killed as a machine that is gone: no signal that could be heeded, no word more. */
function killed(when: RegExp): Job {
  let pid: number | undefined
  return {
    name: 'deploy',
    onStart: (started) => {
      if (started.half === 'main') ({ pid } = started)
    },
    onLine: ({ text }) => {
      if (pid !== undefined && when.test(text)) process.kill(pid, 'SIGKILL')
    }
  }
}

const left: Job = {
  name: 'deploy',
  inputs: { 'on-cancel': 'leave' },
  cancelWhen: ({ text }) => AT_TEN.test(text)
}

interface Story {
  readonly scenario: string
  readonly claim: string
  readonly jobs: readonly Job[]
  readonly first: Readonly<Record<string, unknown>>
  readonly verdict: 'succeeded' | 'refused'
}

const dead = { exitCode: null, conclusion: 'failure', verdict: undefined }

const STORIES = ['ecs-canary', 'smooth'].flatMap((scenario): readonly Story[] => [
  {
    scenario,
    claim: 'what was lost with 10 % live is taken up by the second attempt',
    jobs: [killed(AT_TEN), again],
    first: dead,
    verdict: 'succeeded'
  },
  {
    scenario,
    claim: 'what was lost right after the start is taken up by the second attempt',
    jobs: [killed(/^\[[\d:]+\] started /), again],
    first: dead,
    verdict: 'succeeded'
  },
  {
    scenario,
    claim: 'what a cancelled attempt left alone is taken up by the second attempt',
    jobs: [left, again],
    first: { verdict: 'left-running', conclusion: 'cancelled' },
    verdict: 'succeeded'
  },
  {
    scenario,
    claim: 'what was lost is not taken for its own by another run',
    jobs: [killed(AT_TEN), another],
    first: dead,
    verdict: 'refused'
  }
])

const play = ahead(STORIES, ({ scenario, jobs }) => playJobs(scenario, jobs, { speed }))

describe.each(STORIES)('$scenario', (story) => {
  test(story.claim, async () => {
    const [first, second] = await play(story)
    const began = first?.truth.deployments.filter(({ by }) => by === 'caller') ?? []
    expect(began).toHaveLength(1)
    expect(first).toMatchObject(story.first)
    expect(second).toMatchObject({ exitCode: story.verdict === 'succeeded' ? 0 : 1, verdict: story.verdict })
    expect(second?.calls.filter(({ write }) => write)).toEqual([])
    expect(second?.truth.deployments.filter(({ by }) => by === 'caller')).toHaveLength(1)
    if (story.verdict !== 'succeeded') return
    expect(second?.outputs['deployment-id']).toBe(began[0]?.id)
    expect(second?.truth.traffic).toEqual({ [String(second?.outputs['task-definition-arn'])]: 100 })
  })
})
