// One deployment of the simulated ECS, from its start to its end, as the engine sees it.
import type { EcsPlan } from '../../src/domain/plan.ts'
import type { Engine, Handle } from '../../src/domain/ports.ts'
import { OVER, type Reading, type Source } from '../../src/domain/snapshot.ts'
import { MINUTE, SECOND, type JsonObject } from '../../src/domain/units.ts'
import { ecsEngine } from '../../src/engines/ecs/engine.ts'
import { registration } from '../simulator/driving.ts'
import type { Scenario } from '../simulator/scenario.ts'
import { createWorld, truth, type World } from '../simulator/world.ts'
import { fakeAws } from '../support/fake-aws.ts'
import { manualClock, type ManualClock } from '../support/manual-clock.ts'
import { aNativePlan } from './ecs-answers.ts'

const SOURCES: readonly Source[] = ['status', 'target', 'service', 'alarms']

export interface Begun {
  readonly engine: Engine
  readonly handle: Handle
  readonly adopted: boolean
  readonly world: World
  readonly clock: ManualClock
}

export interface Course extends Begun {
  /** Status and phases, each once per change. */
  readonly lines: readonly string[]
  readonly last: Reading
  /** The ARN of what this caller started, as it really is. */
  readonly real: string | undefined
}

/** Registers a revision and deploys it. */
export async function begun(scenario: Scenario, but: Partial<EcsPlan> = {}): Promise<Begun> {
  const clock = manualClock()
  const world = createWorld(scenario, clock.now())
  const aws = fakeAws(world, clock)
  const { taskDefinition } = await aws.ecs.registerTaskDefinition(registration() as JsonObject)
  const arn = (taskDefinition as { readonly taskDefinitionArn: string }).taskDefinitionArn
  const before = { taskDefinition: world.service.taskDefinition }
  const engine = ecsEngine(aNativePlan({ before, ...but }), aws, {
    clock,
    cancelled: new AbortController().signal,
    hash: (text) => text,
    page: (_, path) => path.join('/')
  })
  return { engine, world, clock, ...(await engine.start(arn)) }
}

/** Looks every few seconds until it is over, or has not been for `limit`. */
export async function followed(start: Begun, limit = 90 * MINUTE): Promise<Course> {
  const { engine, handle, world, clock } = start
  const lines: string[] = []
  const end = clock.now() + limit
  let last: Reading = {}
  while (clock.now() < end) {
    last = await engine.observe(handle, SOURCES)
    const line = told(last)
    if (lines.at(-1) !== line) lines.push(line)
    if (last.status?.kind === 'seen' && OVER[last.status.part.phase]) break
    clock.advance(5 * SECOND)
  }
  const real = truth(world, clock.now()).deployments.find(({ by }) => by === 'caller')?.id
  return { ...start, lines, last, real }
}

/** `IN_PROGRESS running, PRODUCTION_TRAFFIC_SHIFT shifting 10 %` */
function told({ status, target }: Reading): string {
  const ours = status?.kind === 'seen' ? `${status.part.status} ${status.part.phase}` : `blind ${code(status)}`
  if (target?.kind !== 'seen') return ours
  const { stages, phase, traffic, shifted } = target.part
  const weight = traffic === undefined ? [] : [`${traffic} %`]
  return `${ours}, ${[...stages.map(({ name }) => name), phase, ...weight, ...(shifted ? ['shifted'] : [])].join(' ')}`
}

function code(sight: Reading['status']): string {
  return sight?.kind === 'blind' ? sight.problem.code : 'nothing'
}
