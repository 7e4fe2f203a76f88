// Deployments played fast and several at a time: what a run costs and how soon it knows.
import { readFileSync, watch } from 'node:fs'
import type { Scenario } from '../simulator/scenarios.ts'
import { playScenario, type Played } from '../support/play-scenario.ts'

const minute = 60_000

export interface Run {
  readonly name: string
  readonly verdict: string | undefined
  readonly exitCode: number | null
  /** AWS milliseconds from the moment the terminal state could be read until verdict line and outputs were there. */
  readonly delay: number
  /** AWS minutes of the deployment itself, a rollback included. */
  readonly minutes: number
  /** AWS minutes from the spawn to the end of the process. */
  readonly wallMinutes: number
  /** Instants of the calls between the start of the deployment and its end. */
  readonly followed: readonly number[]
  readonly calls: Played['calls']
  /** MiB; NaN when it could not be read. */
  readonly memory: number
}

/** `parallel` at a time: the processes sleep most of their life, but not all of it. */
export async function playAll(
  all: readonly Scenario[],
  speed: number,
  parallel: number,
  onRun: (run: Run) => void
): Promise<readonly Run[]> {
  const waiting = [...all]
  const done: Run[] = []
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const run = await playOne(next, speed)
      done.push(run)
      onRun(run)
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  return done
}

/** How the log tells the verdict: a label in a column of its own. */
const SAYS_VERDICT = /\bverdict {2}/

export async function playOne(scenario: Scenario | string, speed: number): Promise<Run> {
  let now = (): number => Number.NaN
  let said = Number.NaN
  let written = Number.NaN
  let stopWatching = (): void => undefined
  const played = await playScenario(scenario, {
    speed,
    limit: 600_000,
    nodeArguments: ['--import', new URL('./peak.mjs', import.meta.url).href],
    onStage: (stage) => {
      now = stage.now
    },
    onLine: (line) => {
      if (SAYS_VERDICT.test(line.raw)) said = now()
    },
    onStart: ({ half, files }) => {
      if (half !== 'main') return
      const watcher = watch(files.GITHUB_OUTPUT, () => {
        if (Number.isNaN(written) && /^verdict(<<|=)/m.test(readFileSync(files.GITHUB_OUTPUT, 'utf8'))) written = now()
      })
      stopWatching = () => watcher.close()
    }
  }).finally(() => stopWatching())
  return measured(played, Math.max(said, written))
}

function measured({ truth, calls, ...played }: Played, toldAt: number): Run {
  const ours = truth.deployments.filter((one) => one.by === 'caller' || one.by === 'rollback')
  const began = least(ours.map((one) => one.createdAt))
  const ended = most(ours.map((one) => one.terminalAt ?? Number.NaN))
  return {
    name: `${played.scenario.name}: ${played.scenario.says}`,
    verdict: played.verdict,
    exitCode: played.exitCode,
    delay: toldAt - ended,
    minutes: (ended - began) / minute,
    wallMinutes: (played.wallMs * played.speed) / minute,
    followed: calls.map((call) => call.at).filter((at) => at >= began && at <= ended),
    calls,
    memory: most(peaks(played.produced))
  }
}

const peaks = (produced: Played['produced']): readonly number[] =>
  [...produced].filter(([path]) => /peak-\d+\.txt$/.test(path)).map(([, text]) => Number(text) / 1024)

/** NaN of nothing, which no target accepts. */
const least = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : Math.min(...values))
const most = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : Math.max(...values))
