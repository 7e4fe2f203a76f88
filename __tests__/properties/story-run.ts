// The jobs of a story played through the real stories against the simulator, with what each saw and did.
import { createHash } from 'node:crypto'
import type { Aws } from '../../src/aws/ports.ts'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import type { Millis } from '../../src/domain/units.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Deploying } from '../../src/inputs/inputs.ts'
import { consoleUrl } from '../../src/report/links.ts'
import { deploy } from '../../src/stories/deploy.ts'
import { promote } from '../../src/stories/promote.ts'
import { rollback } from '../../src/stories/rollback.ts'
import { status } from '../../src/stories/status.ts'
import { advance, createWorld, type Call, type World } from '../simulator/world.ts'
import { fakeAws } from '../support/fake-aws.ts'
import { manualClock, type ManualClock } from '../support/manual-clock.ts'
import { inputsFor } from '../transcripts/play.ts'
import type { Job, Story } from './story.ts'

/** A deployment as it really was. */
export interface Fact {
  readonly arn: string
  readonly id: string
  readonly by: 'caller' | 'other' | 'history' | 'rollback'
  readonly createdAt: Millis
  readonly status: string
  readonly primary: boolean
  readonly weight: number
  readonly waits: readonly (string | undefined)[]
  readonly stopAsked: boolean
  /** Nobody can see it any more. */
  readonly vanished: boolean
}

export interface Sight {
  readonly at: Millis
  readonly operation: string
  readonly facts: readonly Fact[]
}

/** What a caller can have changed. */
export interface Settings {
  readonly definitions: number
  readonly deployments: number
  readonly service: string
  readonly hooks: readonly string[]
}

export interface Ran {
  readonly job: Job
  readonly inputs: Deploying
  readonly verdict: Verdict
  readonly events: readonly DeploymentEvent[]
  readonly calls: readonly Call[]
  readonly sights: readonly Sight[]
  readonly before: Settings
  readonly after: Settings
  readonly startedAt: Millis
  readonly endedAt: Millis
  readonly cancelledAt: Millis | undefined
}

const STORIES = { deploy, promote, rollback, status }
const STEPS = 20_000

export async function play({
  scenario,
  jobs
}: Story): Promise<{ readonly world: World; readonly runs: readonly Ran[] }> {
  const clock = manualClock()
  const world = createWorld(scenario, clock.now())
  const runs: Ran[] = []
  for (const job of jobs) {
    clock.advance(runs.length === 0 ? 0 : job.after)
    runs.push(await run(job, world, clock, runs))
  }
  return { world, runs }
}

async function run(job: Job, world: World, clock: ManualClock, earlier: readonly Ran[]): Promise<Ran> {
  const startedAt = clock.now()
  advance(world, startedAt)
  const cancelAt = startedAt + (job.cancelAfter ?? Infinity)
  const cancelled = new AbortController()
  const events: DeploymentEvent[] = []
  const sights: Sight[] = []
  const heed = (): void => {
    if (clock.now() >= cancelAt) cancelled.abort()
  }
  let steps = 0
  const inputs = await inputsOf(job, world.native !== undefined, earlier)
  const before = settingsOf(world)
  const made = world.calls.length
  heed()
  const verdict = await STORIES[inputs.mode](inputs, {
    aws: watched(fakeAws(world, clock), (operation) => {
      if (++steps > STEPS) throw new Error('it never ends')
      sights.push({ at: world.now, operation, facts: factsOf(world) })
      heed()
    }),
    clock: {
      now: clock.now,
      sleep: async (span, signal) => {
        if (++steps > STEPS) throw new Error('it never ends')
        await clock.sleep(signal ? Math.min(span, Math.max(0, cancelAt - clock.now())) : span, signal)
        heed()
      }
    },
    cancelled: cancelled.signal,
    nonce: `n0nce${earlier.length}`,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    run: {
      repository: 'octo/web',
      runId: '991',
      attempt: job.attempt,
      sha: '3f2c1aa',
      actor: 'octocat',
      url: undefined
    },
    emit: (event) => {
      events.push(event)
      return Promise.resolve()
    },
    page: consoleUrl
  })
  const endedAt = clock.now()
  return {
    ...{ job, inputs, verdict, events, sights, before, startedAt, endedAt },
    calls: world.calls.slice(made),
    after: settingsOf(world),
    cancelledAt: cancelled.signal.aborted ? cancelAt : undefined
  }
}

async function inputsOf({ inputs, told }: Job, native: boolean, earlier: readonly Ran[]): Promise<Deploying> {
  const last = earlier.at(-1)
  const verdict = last?.verdict
  const hookId = told === 'both' && verdict?.kind === 'paused' ? verdict.gate.hookId : undefined
  const deploymentId = told === 'nothing' || last === undefined ? undefined : handleIn(last.events)
  return inputsFor({ ...(native && { appSpec: undefined }), deploymentId, hookId, ...inputs })
}

/** The deployment a run was about. */
export function handleIn(events: readonly DeploymentEvent[]): string | undefined {
  for (const event of events.toReversed()) {
    if (event.kind === 'started') return event.handle.id
    if (event.kind === 'attached') return event.attachment.handle.id
  }
  return undefined
}

function watched(aws: Aws, seen: (operation: string) => void): Aws {
  const around = <Port extends object>(port: Port): Port =>
    Object.fromEntries(
      Object.entries(port).map(([name, call]: [string, (...given: unknown[]) => Promise<unknown>]) => [
        name,
        async (...given: unknown[]) => {
          try {
            return await call(...given)
          } finally {
            seen(name)
          }
        }
      ])
    ) as Port
  return { ...aws, ecs: around(aws.ecs), codedeploy: around(aws.codedeploy), cloudwatch: around(aws.cloudwatch) }
}

/** Of a service that is deployed to by CodeDeploy, in the words of ECS. */
const WORDS: Readonly<Record<string, string>> = { Succeeded: 'SUCCESSFUL', Failed: 'STOPPED', Stopped: 'STOPPED' }

export function factsOf({ native, deployments }: World): readonly Fact[] {
  if (native === undefined) {
    return deployments.map(({ id, by, createdAt, status, green, stopAsked, vanished }) => ({
      ...{ arn: id, id, by, createdAt, stopAsked, vanished },
      status: WORDS[status] ?? 'IN_PROGRESS',
      primary: green?.status === 'PRIMARY',
      weight: green?.weight ?? 0,
      waits: status === 'Ready' ? [undefined] : []
    }))
  }
  return native.deployments.map(({ arn, by, createdAt, status, target, hooks, stopAsked, vanished }) => ({
    ...{ arn, by, createdAt, status, stopAsked, vanished },
    id: target.set.id,
    primary: target.set.status === 'PRIMARY',
    weight: target.set.weight,
    waits: hooks.filter((hook) => hook.status === 'AWAITING_ACTION').map(({ hookId }) => hookId)
  }))
}

function settingsOf({ families, native, service, deployments }: World): Settings {
  const hooks = native?.configuration['lifecycleHooks']
  return {
    definitions: [...families.values()].flat().filter(({ by }) => by === 'caller').length,
    deployments: (native?.deployments ?? deployments).filter(({ by }) => by === 'caller').length,
    service: JSON.stringify([
      native?.configuration,
      native?.given,
      service.propagateTags,
      service.enableECSManagedTags
    ]),
    hooks: (Array.isArray(hooks) ? hooks : []).map((hook) => JSON.stringify(hook))
  }
}
