// Several jobs of one workflow run against one world: each begins when the one before is over, later by AWS time if told.
import { setTimeout as sleep } from 'node:timers/promises'
import { openStage, playOn, webInputs, type Played, type Stage } from './play-scenario.ts'
import type { JobPlan, Scenario } from '../simulator/scenario.ts'
import type { ActionCall } from './run-action.ts'

type Inputs = Readonly<Record<string, string>>

/** One run of the action; GITHUB_RUN_ID is the same for all, GITHUB_JOB is the name. */
export interface Job extends Omit<ActionCall, 'inputs' | 'time'> {
  readonly name: string
  /** Laid over those of the demo; they may come from the outputs of jobs before. */
  readonly inputs?: Inputs | ((before: readonly Played[]) => Inputs)
  /** AWS milliseconds after the end of the job before. */
  readonly after?: number
  /** Not before this many AWS milliseconds after the world began. */
  readonly notBefore?: number
  /** What happens until it begins. */
  readonly meanwhile?: string
  /** `if: always()`: it runs although a job before it was red; else it is skipped, as GitHub does. */
  readonly always?: boolean
}

export interface JobsPlay {
  readonly speed?: number
  readonly cancel?: AbortSignal
  /** Of each job; see ActionCall. */
  readonly limit?: number
  readonly onStage?: (stage: Stage) => void
  /** Before the wait for a job. */
  readonly onWait?: (job: Job) => void
  /** Right before a job begins, with what its step says under `with:`. */
  readonly onJob?: (job: Job, inputs: Inputs) => void
  readonly onLine?: NonNullable<ActionCall['onLine']>
  readonly onPlayed?: (job: Job, played: Played) => void
}

/** What was played, in order; jobs that were skipped are not there. */
export async function playJobs(
  which: string | Scenario,
  jobs: readonly Job[],
  play: JobsPlay = {}
): Promise<readonly Played[]> {
  const stage = await openStage(which, play.speed)
  try {
    play.onStage?.(stage)
    return await inTurn(stage, jobs, play)
  } finally {
    await stage.simulator.close()
  }
}

async function inTurn(stage: Stage, jobs: readonly Job[], play: JobsPlay): Promise<readonly Played[]> {
  const done: Played[] = []
  for (const job of jobs) {
    if (play.cancel?.aborted) break
    if (!job.always && done.some(({ conclusion }) => conclusion !== 'success')) continue
    play.onWait?.(job)
    await until(stage, Math.max(stage.now() + (job.after ?? 0), stage.origin + (job.notBefore ?? 0)), play.cancel)
    if (play.cancel?.aborted) break
    const inputs = typeof job.inputs === 'function' ? job.inputs(done) : (job.inputs ?? {})
    play.onJob?.(job, { ...webInputs(stage.simulator.world, inputs['mode']), ...inputs })
    const { onLine = job.onLine, cancel = job.cancel, limit = job.limit } = play
    const played = await playOn(stage, {
      ...job,
      inputs,
      env: { GITHUB_JOB: job.name, ...job.env },
      ...(onLine && { onLine }),
      ...(cancel && { cancel }),
      ...(limit !== undefined && { limit })
    })
    done.push(played)
    play.onPlayed?.(job, played)
  }
  return done
}

async function until({ now, speed }: Stage, moment: number, signal: AbortSignal | undefined): Promise<void> {
  const left = (moment - now()) / speed
  if (left > 0) await sleep(Math.ceil(left), undefined, { ...(signal && { signal }) }).catch(() => undefined)
}

/** The jobs a scenario is made of: the plain step when it names none. */
export function jobsOf({ jobs }: Scenario): readonly Job[] {
  if (!jobs) return [{ name: 'deploy' }]
  return jobs.map(({ inputs, needs = {}, ...job }) => ({
    ...job,
    inputs: (before) => ({ ...inputs, ...given(jobs, needs, before) })
  }))
}

/** What GitHub makes of `needs.<job>.outputs.<output>`: an output that was not set is an empty string. */
function given(jobs: readonly JobPlan[], needs: NonNullable<JobPlan['needs']>, before: readonly Played[]): Inputs {
  const found = Object.entries(needs).map(([input, source]) => {
    const [job, output = ''] = source.split('.')
    return [input, before[jobs.findIndex(({ name }) => name === job)]?.outputs[output] ?? ''] as const
  })
  return Object.fromEntries(found)
}
