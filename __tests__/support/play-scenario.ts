// A scenario played to its end: the simulator in this process, the shipped action in its own, both in one warped time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scaledClock } from '../simulator/clock.ts'
import { scenario as named, type Scenario } from '../simulator/scenarios.ts'
import { startSimulator, type Simulator } from '../simulator/server.ts'
import { truth, type Truth } from '../simulator/world.ts'
import { ROOT, runAction, type ActionCall, type ActionRun } from './run-action.ts'

/** A world that lives until it is closed: what a watcher sees while the scenario plays. */
export interface Stage {
  readonly scenario: Scenario
  readonly simulator: Simulator
  /** AWS time. */
  readonly now: () => number
  readonly speed: number
  /** AWS time of the beginning. */
  readonly origin: number
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
  /** Those of this run alone. */
  readonly calls: Simulator['calls']
  /** As it was when the action had ended. */
  readonly truth: Truth
  readonly world: Simulator['world']
  readonly speed: number
  /** AWS time of the beginning; `aws(line.at)` is when a line was seen. */
  readonly origin: number
}

const fixture = (name: string): string => readFileSync(join(ROOT, '__tests__', 'fixtures', 'web', name), 'utf8')

/** The workspace of the demo: what `aws ecs describe-task-definition` returned, and for CodeDeploy an AppSpec. */
export const webFiles = (world?: Simulator['world']): Readonly<Record<string, string>> => ({
  'task-definition.json': fixture('describe-task-definition.json'),
  ...(!world?.native && { 'appspec.yaml': fixture('appspec.yaml') })
})

/** Where the service is; the names are those of the simulated account. A native service has no CodeDeploy group. */
const place = ({ settings, native }: Simulator['world']): Readonly<Record<string, string>> => ({
  cluster: settings.cluster,
  service: settings.service,
  ...(!native && {
    'codedeploy-application': settings.application,
    'codedeploy-deployment-group': settings.group
  })
})

/** Modes that go on with a deployment that is there: they are not told what to deploy. */
const FOLLOWING: ReadonlySet<string> = new Set(['promote', 'rollback', 'status'])

/** What the demo's step says under `with:`. */
export const webInputs = (world: Simulator['world'], mode = 'deploy'): Readonly<Record<string, string>> => ({
  ...(!FOLLOWING.has(mode) && {
    'task-definition': 'task-definition.json',
    images: 'app=123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.42.0',
    ...(!world.native && { 'codedeploy-appspec': 'appspec.yaml' })
  }),
  ...place(world)
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

export async function openStage(which: string | Scenario, speed = 120): Promise<Stage> {
  const scenario = typeof which === 'string' ? named(which) : which
  const origin = Date.now()
  const now = scaledClock(speed, origin)
  return { scenario, simulator: await startSimulator({ scenario, now }), now, speed, origin }
}

/** One run of the action in a world that may have seen others. `inputs`, `files`, `env` are laid over those of the demo. */
export async function playOn(
  { scenario, simulator, now, speed, origin }: Stage,
  play: Omit<ActionCall, 'time'>
): Promise<Played> {
  const { world, calls } = simulator
  const seen = calls.length
  const run = await runAction({
    ...play,
    inputs: { ...webInputs(world, play.inputs?.['mode']), ...play.inputs },
    files: { ...webFiles(world), ...play.files },
    env: { ...awsEnvironment(simulator), ...play.env },
    time: { speed, origin }
  })
  return {
    ...run,
    scenario,
    speed,
    origin,
    verdict: run.outputs['verdict'],
    calls: calls.slice(seen),
    truth: truth(world, now()),
    world
  }
}

export async function playScenario(which: string | Scenario, play: Play = {}): Promise<Played> {
  const stage = await openStage(which, play.speed)
  try {
    play.onStage?.(stage)
    return await playOn(stage, play)
  } finally {
    await stage.simulator.close()
  }
}
