// Every story of several jobs, told in no time: each job in the world the one before has left, as a workflow runs them.
import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { passes } from '../../src/domain/verdict.ts'
import type { Deploying } from '../../src/inputs/inputs.ts'
import { createOut } from '../../src/out/out.ts'
import { outputsReporter } from '../../src/report/outputs.ts'
import { expectedVerdicts } from '../demo/endings.ts'
import type { JobPlan } from '../simulator/scenario.ts'
import { SCENARIOS, type Scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { inputs as parsed, type Values } from '../unit/inputs/parsed.ts'
import { tell, type Told } from './play.ts'

interface Done {
  readonly name: string
  readonly told: Told
  readonly outputs: Readonly<Record<string, string>>
}

const stories = Object.values(SCENARIOS).filter(({ jobs }) => jobs !== undefined)

/** What GitHub makes of `needs.<job>.outputs.<output>`: one that was not set is an empty string. */
function given({ inputs, needs = {} }: JobPlan, before: readonly Done[]): Values {
  const found = Object.entries(needs).map(([input, source]) => {
    const [job, output = ''] = source.split('.')
    return [input, before.find(({ name }) => name === job)?.outputs[output] ?? ''] as const
  })
  return { ...inputs, ...Object.fromEntries(found) }
}

/** As a user wrote it; what to deploy is the demo's unless the job says another image. */
async function understood(values: Values): Promise<Partial<Deploying>> {
  const { base, edits, ...asked } = await parsed({
    cluster: 'prod',
    'aws-region': 'us-east-1',
    ...values
  })
  return {
    ...asked,
    service: 'web',
    appSpec: undefined,
    ...(asked.mode !== 'deploy' && { base, edits }),
    ...(edits.images.length > 0 && { edits })
  }
}

async function outputsOf(events: readonly DeploymentEvent[]): Promise<Readonly<Record<string, string>>> {
  const set: Record<string, string> = {}
  const env = { GITHUB_OUTPUT: 'here' }
  const core = {
    setOutput: (name: string, value: string) => void (set[name] = value),
    summary: { emptyBuffer: () => ({ addRaw: () => ({ write: () => Promise.resolve() }) }) }
  }
  const reporter = outputsReporter(createOut({ write: () => undefined, env, load: () => Promise.resolve(core) }))
  for (const event of events) await reporter.on?.(event)
  return set
}

async function play(story: Scenario): Promise<readonly Done[]> {
  const done: Done[] = []
  for (const job of story.jobs ?? []) {
    if (done.some(({ told }) => !passes(told.verdict))) break
    const before = done.at(-1)?.told
    const asked = await understood(given(job, done))
    const told = await tell(before ?? story, asked, { after: job.after ?? 0 })
    done.push({ name: job.name, told, outputs: await outputsOf(told.events) })
  }
  return done
}

describe.each(stories.map((story) => [story.name, story] as const))('%s', (name, story) => {
  let played: Promise<readonly Done[]> | undefined
  const once = (): Promise<readonly Done[]> => (played ??= play(story))

  test('ends, job by job, as it must', async () => {
    expect((await once()).map(({ told }) => told.verdict.kind)).toEqual(expectedVerdicts(name))
  })

  test('a success leaves nothing of ours to wait at', async () => {
    const last = (await once()).at(-1)
    if (last?.told.verdict.kind !== 'succeeded') return
    const { world, endedAt } = last.told
    const is = truth(world, endedAt)
    expect(is.traffic[is.primary ?? '']).toBe(100)
    expect(JSON.stringify(world.native?.configuration ?? {})).not.toContain('ecd:')
  })

  test('is told as its golden transcript', async () => {
    const parts = (await once()).map((each) => [`== ${each.name}`, ...each.told.lines].join('\n'))
    const text = `${parts.join('\n\n')}\n`
    const file = new URL(`golden/jobs-${name}.golden.txt`, import.meta.url)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
    expect(text).toBe(
      existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file: UPDATE_GOLDEN=1 writes it, then read it'
    )
  })
})
