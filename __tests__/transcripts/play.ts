// A scenario through the whole story, in no time: the events it makes, as the log prints them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import type { Clock } from '../../src/domain/ports.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { readDocument } from '../../src/inputs/document.ts'
import { NO_EDITS, type Deploying, type Document } from '../../src/inputs/inputs.ts'
import { createOut } from '../../src/out/out.ts'
import { consoleUrl } from '../../src/report/links.ts'
import { logReporter } from '../../src/report/log.ts'
import { deploy } from '../../src/stories/deploy.ts'
import { promote } from '../../src/stories/promote.ts'
import { rollback } from '../../src/stories/rollback.ts'
import { status } from '../../src/stories/status.ts'
import { scenario as named, type Scenario } from '../simulator/scenarios.ts'
import { createWorld, type World } from '../simulator/world.ts'
import { fakeAws } from '../support/fake-aws.ts'
import { manualClock } from '../support/manual-clock.ts'

export interface Told {
  readonly verdict: Verdict
  readonly events: readonly DeploymentEvent[]
  readonly lines: readonly string[]
  readonly world: World
  readonly endedAt: number
}

const fixture = async (name: string): Promise<Document> => {
  const text = readFileSync(new URL(`../fixtures/web/${name}`, import.meta.url), 'utf8')
  const read = await readDocument({ path: name, text })
  if (!read.ok) throw new Error(`the fixture ${name} cannot be read`)
  return read.value.document
}

export async function inputsFor(over: Partial<Deploying> = {}): Promise<Deploying> {
  return {
    mode: 'deploy',
    deploymentId: undefined,
    hookId: undefined,
    minimumHealthyPercent: undefined,
    maximumPercent: undefined,
    pauseAt: undefined,
    pauseFor: undefined,
    pauseExpiry: undefined,
    onActive: 'fail',
    cluster: 'prod',
    service: 'web',
    region: 'us-east-1',
    base: { kind: 'file', document: await fixture('describe-task-definition.json') },
    unknownProperties: 'slips',
    stripEmptyValues: false,
    keepRevisions: undefined,
    edits: {
      ...NO_EDITS,
      images: [{ container: 'app', image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.42.0', input: 'images' }]
    },
    strategy: undefined,
    appSpec: await fixture('appspec.yaml'),
    application: undefined,
    group: undefined,
    description: undefined,
    hooks: [],
    desiredCount: undefined,
    forceNewDeployment: false,
    enableEcsManagedTags: undefined,
    propagateTags: undefined,
    ebsVolume: undefined,
    alarms: [],
    allowActiveAlarms: false,
    rollbackOn: undefined,
    waitUntil: 'complete',
    allowance: 30 * 60_000,
    maxGap: undefined,
    onTimeout: 'rollback',
    onCancel: 'rollback',
    allowedAccounts: [],
    maxRetries: 3,
    notes: [],
    ...over
  }
}

const STORIES = { deploy, promote, rollback, status }

function worldOf(which: string | Scenario | Told, startedAt: number): World {
  if (typeof which === 'string') return createWorld(named(which), startedAt)
  return 'endedAt' in which ? which.world : createWorld(which, startedAt)
}

interface Job {
  readonly attempt?: string
  /** The end of the run before. */
  readonly after?: number
  /** Its own beginning; while it sleeps. */
  readonly cancelAfter?: number
}

/** Aborts `cancelled` at that moment, should a sleep come to it. */
function cancelling(clock: Clock, at: number, cancelled: AbortController): Clock {
  return {
    now: clock.now,
    sleep: async (span, signal) => {
      await clock.sleep(signal === undefined ? span : Math.min(span, Math.max(0, at - clock.now())), signal)
      if (clock.now() >= at) cancelled.abort()
    }
  }
}

/** A run that was told before goes on in its world. */
export async function tell(
  which: string | Scenario | Told,
  over: Partial<Deploying> = {},
  { attempt = '1', after = 0, cancelAfter = Infinity }: Job = {}
): Promise<Told> {
  const clock = manualClock(typeof which === 'object' && 'endedAt' in which ? which.endedAt + after : undefined)
  const startedAt = clock.now()
  const world = worldOf(which, startedAt)
  const events: DeploymentEvent[] = []
  const lines: string[] = []
  const out = createOut({ write: (text) => lines.push(text.trimEnd()), env: {} })
  const log = logReporter(out, { startedAt })
  const emit = async (event: DeploymentEvent): Promise<void> => {
    events.push(event)
    await log.on?.(event)
  }
  // A service of ECS's own has no use for an AppSpec.
  const inputs = await inputsFor({ ...(world.native && { appSpec: undefined }), ...over })
  const cancelled = new AbortController()
  const verdict = await STORIES[inputs.mode](inputs, {
    aws: fakeAws(world, clock),
    clock: cancelling(clock, startedAt + cancelAfter, cancelled),
    nonce: 'n0nce',
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    run: {
      repository: 'octo/web',
      runId: '991',
      attempt,
      sha: '3f2c1aa9be04d7e6c85f1b2a7d90e4c36b8f5a12',
      actor: 'octocat',
      url: undefined
    },
    cancelled: cancelled.signal,
    emit,
    page: consoleUrl
  })
  await emit({ kind: 'concluded', at: clock.now(), verdict })
  return { verdict, events, lines, world, endedAt: clock.now() }
}
