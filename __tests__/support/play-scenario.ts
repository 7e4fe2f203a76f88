// A scenario played to its end: the simulator in this process, the shipped action in its own, both in one warped time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scaledClock } from '../simulator/clock.ts'
import { scenario as named, type Scenario } from '../simulator/scenarios.ts'
import { startSimulator, type Simulator } from '../simulator/server.ts'
import { truth, type Truth } from '../simulator/world.ts'
import { ROOT, runAction, type ActionCall, type ActionRun } from './run-action.ts'

/** What a watcher sees while the scenario plays. */
export interface Stage {
  readonly simulator: Simulator
  /** AWS time. */
  readonly now: () => number
}

export interface Play extends Omit<ActionCall, 'time'> {
  /** How much faster than the wall clock; see warp.mjs for what makes sense. */
  readonly speed?: number
  /** Of the origin of AWS time; the world begins here. */
  readonly onStage?: (stage: Stage) => void
}

export interface Played extends ActionRun {
  readonly scenario: Scenario
  /** The verdict output; undefined when the action did not get that far. */
  readonly verdict: string | undefined
  readonly calls: Simulator['calls']
  /** As it was when the action had ended. */
  readonly truth: Truth
  readonly world: Simulator['world']
  readonly speed: number
  /** AWS time of the beginning; `aws(line.at)` is when a line was seen. */
  readonly origin: number
}

const fixture = (name: string): string => readFileSync(join(ROOT, '__tests__', 'fixtures', 'web', name), 'utf8')

/** The workspace of the demo: what `aws ecs describe-task-definition` returned, and an AppSpec. */
export const webFiles = (): Readonly<Record<string, string>> => ({
  'task-definition.json': fixture('describe-task-definition.json'),
  'appspec.yaml': fixture('appspec.yaml')
})

/** What the demo's step says under `with:`; the names are those of the simulated account. */
export const webInputs = (world: Simulator['world']): Readonly<Record<string, string>> => ({
  'task-definition': 'task-definition.json',
  cluster: world.settings.cluster,
  service: world.settings.service,
  images: 'app=123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.42.0',
  'codedeploy-appspec': 'appspec.yaml',
  'codedeploy-application': world.settings.application,
  'codedeploy-deployment-group': world.settings.group
})

/** Credentials that open nothing, and only this simulator to open it with. */
export const awsEnvironment = (simulator: Simulator): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: simulator.url,
  AWS_REGION: simulator.world.settings.region,
  AWS_ACCESS_KEY_ID: 'AKIDSIMULATOR',
  AWS_SECRET_ACCESS_KEY: 'simulator-secret-access-key',
  AWS_SESSION_TOKEN: 'simulator-session-token',
  AWS_EC2_METADATA_DISABLED: 'true'
})

/** `inputs`, `files` and `env` are laid over those of the demo. */
export async function playScenario(which: string | Scenario, play: Play = {}): Promise<Played> {
  const scenario = typeof which === 'string' ? named(which) : which
  const speed = play.speed ?? 120
  const origin = Date.now()
  const now = scaledClock(speed, origin)
  const simulator = await startSimulator({ scenario, now })
  try {
    play.onStage?.({ simulator, now })
    const run = await runAction({
      ...play,
      inputs: { ...webInputs(simulator.world), ...play.inputs },
      files: { ...webFiles(), ...play.files },
      env: { ...awsEnvironment(simulator), ...play.env },
      time: { speed, origin }
    })
    return {
      ...run,
      scenario,
      speed,
      origin,
      verdict: run.outputs['verdict'],
      calls: [...simulator.calls],
      truth: truth(simulator.world, now()),
      world: simulator.world
    }
  } finally {
    await simulator.close()
  }
}
