// Deployments of 5 to 60 minutes of every strategy, played fast and several at a time: what a run costs and how soon it knows.
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

const SHIFTS = [
  { config: 'CodeDeployDefault.ECSAllAtOnce', minutes: 0 },
  { config: 'CodeDeployDefault.ECSCanary10Percent5Minutes', minutes: 5 },
  { config: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes', minutes: 9 },
  { config: 'CodeDeployDefault.ECSCanary10Percent15Minutes', minutes: 15 },
  { config: 'CodeDeployDefault.ECSLinear10PercentEvery3Minutes', minutes: 27 }
] as const

/** Lengths spread evenly from 5 to 60 minutes; no two end at the same phase of a poll. Every sixth is rolled back. */
export function scenarios(count: number): readonly Scenario[] {
  return Array.from({ length: count }, (_, at) => {
    const length = 5 + (at * 55) / (count - 1)
    const fitting = SHIFTS.filter((shift) => shift.minutes + 3 <= length)
    const shift = fitting[at % fitting.length] ?? SHIFTS[0]
    const install = minute * 1.5 + 1_000 * ((at * 7.31) % 60)
    const wait = Math.max(0, Math.floor(length - shift.minutes - install / minute))
    const rolledBack = at % 6 === 5
    return {
      name: `bench-${at + 1}`,
      says: `${shift.config.replace('CodeDeployDefault.', '')}, then ${wait} minutes`,
      lookAt: 'the delay',
      world: {
        configName: shift.config,
        termination: { action: 'TERMINATE', waitMinutes: wait },
        durations: { install }
      },
      ...(rolledBack && {
        script: [
          { when: 'weight >= 10', after: minute * (shift.minutes + wait) * 0.87, do: { alarm: 'web-5xx', to: 'ALARM' } }
        ] as const
      })
    }
  })
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
  const began = Math.min(...ours.map((one) => one.createdAt))
  const ended = Math.max(...ours.map((one) => one.terminalAt ?? Number.NaN))
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
const most = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : Math.max(...values))
