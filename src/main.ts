// Entry of both halves of the action. Builds the real world, tells a story, and passes only on a verified success.
import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { connect } from './aws/clients.ts'
import type { DeploymentEvent } from './domain/event.ts'
import type { Clock } from './domain/ports.ts'
import { Problem } from './domain/problem.ts'
import { passes, type Verdict } from './domain/verdict.ts'
import type { Deploying, Mode } from './inputs/inputs.ts'
import { parse } from './inputs/parse.ts'
import { readRaw, type RawInputs } from './inputs/raw.ts'
import { createOut } from './out/out.ts'
import { filesReporter } from './report/files.ts'
import { consoleUrl } from './report/links.ts'
import { logReporter } from './report/log.ts'
import { outputsReporter } from './report/outputs.ts'
import { reporters } from './report/reporters.ts'
import { summaryReporter } from './report/summary.ts'
import { deploy } from './stories/deploy.ts'
import { promote } from './stories/promote.ts'
import { registerOnly } from './stories/register.ts'
import { rollback } from './stories/rollback.ts'
import { status } from './stories/status.ts'
import type { World } from './stories/world.ts'
import { version } from './version.ts'

/** Fail closed: a run that ends any other way than by a verdict that passes is red, an event loop that drains included. */
process.exitCode = 1

const clock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (span, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const over = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', over)
        resolve()
      }
      const timer = setTimeout(over, Math.max(0, span))
      signal?.addEventListener('abort', over, { once: true })
    })
}

const STORIES: Readonly<Record<Mode, (inputs: Deploying, world: World) => Promise<Verdict>>> = {
  deploy,
  promote,
  rollback,
  status
}

const out = createOut({ write: (text) => process.stdout.write(text), env: process.env })
// The runner reads a closed pipe as silence, not as a failure of the deployment.
process.stdout.on('error', () => undefined)

// The second half is entered through post.js, which only imports this file. Saved state would not do: a first half that is
// killed before it could save anything would be told again, and deploy.
if (basename(process.argv[1] ?? '') === 'post.js') {
  // Nothing is left to clean up yet: a cancelled deployment is stopped by the first half.
  process.exitCode = 0
} else {
  await first()
  // Nothing that is still under way, a credential process for one, may hold the job after its verdict.
  process.stdout.write('', () => process.exit())
}

async function first(): Promise<void> {
  const startedAt = clock.now()
  const raw = await readRaw(process.env)
  const { run } = raw
  const report = reporters(
    [
      { name: 'the log', reporter: logReporter(out, { startedAt }) },
      { name: 'the outputs', reporter: outputsReporter(out) },
      { name: 'the files', reporter: filesReporter(out, { run, startedAt, save }) },
      { name: 'the summary', reporter: summaryReporter(out, run, startedAt) }
    ],
    (line) => out.line(line)
  )
  const emit = async (event: DeploymentEvent): Promise<void> => report.on(event)
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(kind, (error: unknown) => {
      void conclude({ kind: 'unknown', problem: defect(error) }, emit).finally(() => process.exit(1))
    })
  }

  const verdict = await tell(raw, emit).catch((error: unknown): Verdict => ({
    kind: 'unknown',
    problem: error instanceof Problem ? error : defect(error)
  }))
  await conclude(verdict, emit)
  process.exitCode = passes(verdict) ? 0 : 1
}

async function tell(raw: RawInputs, emit: (event: DeploymentEvent) => Promise<void>): Promise<Verdict> {
  const inputs = await parse(raw)
  if (!inputs.ok) return { kind: 'refused', problems: inputs.problems }
  const aws = connect({ region: inputs.value.region, env: process.env, version })
  const world: World = {
    aws,
    clock,
    emit,
    run: raw.run,
    cancelled: cancellation(),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    nonce: randomUUID().slice(0, 8),
    page: consoleUrl
  }
  const { service, mode } = inputs.value
  return service === undefined ? registerOnly(inputs.value, world) : STORIES[mode]({ ...inputs.value, service }, world)
}

async function conclude(verdict: Verdict, emit: (event: DeploymentEvent) => Promise<void>): Promise<void> {
  await emit({ kind: 'concluded', at: clock.now(), verdict })
}

/** The runner sends SIGINT, and SIGTERM 7.5 s later. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
function cancellation(): AbortSignal {
  const cancelled = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort())
  return cancelled.signal
}

async function save(prefix: string, text: string): Promise<string> {
  const path = join(process.env['RUNNER_TEMP'] ?? process.cwd(), `${prefix}${randomUUID()}.json`)
  await writeFile(path, text, { flag: 'wx' })
  return path
}

function defect(error: unknown): Problem {
  const found = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new Problem('INTERNAL', { found, changed: 'unknown: look at the deployment in the console', cause: error })
}
