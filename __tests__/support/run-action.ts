// Runs a built action the way actions/runner 2.336 does: action.yml, INPUT_*, command files, commands in the log, signals
// of a cancel, and the post half with the state of the first.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freshCommandFiles, readPairs, SUMMARY_LIMIT, type CommandFiles, type Pairs } from './command-files.ts'
import { layOut, readTree, runnerEnvironment, type Job } from './job.ts'
import { logReader, type LogLine } from './log-reader.ts'
import { inputEnvironment, readManifest } from './manifest.ts'

export type { LogLine } from './log-reader.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WARP = new URL('./warp.mjs', import.meta.url).href

/** What `${{ github.token }}` is in here: looks like one, opens nothing. */
export const DUMMY_TOKEN = 'ghs_thisIsNotATokenAndOpensNothing00000'

/** A cancelled step: SIGINT, 7.5 s, SIGTERM, 2.5 s, kill. Source: Runner.Sdk/ProcessInvoker.cs. */
const PATIENCE = [
  { signal: 'SIGINT', wait: 7_500 },
  { signal: 'SIGTERM', wait: 2_500 },
  { signal: 'SIGKILL', wait: 0 }
] as const

export interface Started {
  readonly pid: number
  readonly half: 'main' | 'post'
  readonly files: CommandFiles
  /** Of performance.now, just before the process was spawned. */
  readonly spawnedAt: number
}

export interface ActionCall {
  /** Where action.yml and the built files are. */
  readonly actionFolder?: string
  readonly inputs?: Readonly<Record<string, string>>
  /** The workspace: relative path to content. */
  readonly files?: Readonly<Record<string, string>>
  /** Laid over the runner's variables; an empty string unsets one. */
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArguments?: readonly string[]
  /** The process lives in this time; signals of a cancel come as much faster. */
  readonly time?: { readonly speed: number; readonly origin: number }
  readonly onStart?: (started: Started) => void
  readonly onLine?: (line: LogLine) => void
  /** Cancels the job, as a person would, at the first line of the log that fits. */
  readonly cancelWhen?: (line: LogLine) => boolean
  readonly cancel?: AbortSignal
  /** Wall milliseconds after which a half that does not end is a failed test. */
  readonly limit?: number
}

/** One half of the step: main or post. */
export interface Half {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** Sent by us, in order. */
  readonly signals: readonly NodeJS.Signals[]
  readonly cancelled: boolean
  readonly lines: readonly LogLine[]
  readonly outputs: Pairs
  readonly state: Pairs
  readonly env: Pairs
  readonly summary: string
  readonly wallMs: number
}

export interface ActionRun extends Half {
  /** What the job shows: a cancel outranks every exit code. */
  readonly conclusion: 'success' | 'failure' | 'cancelled'
  readonly post: Half | undefined
  /** Of main and post, as the runner records them. */
  readonly annotations: readonly Annotation[]
  /** What the runner itself complained of. */
  readonly warnings: readonly string[]
  /** Every file left in the workspace and RUNNER_TEMP, by the absolute path it had. */
  readonly produced: ReadonlyMap<string, string>
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export async function runAction(call: ActionCall = {}): Promise<ActionRun> {
  const actionFolder = call.actionFolder ?? ROOT
  const manifest = readManifest(actionFolder)
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  try {
    const job = layOut(folder, call.files ?? {})
    const given = inputEnvironment(manifest, call.inputs ?? {}, { 'github.token': DUMMY_TOKEN })
    const env = withoutEmpty({ ...runnerEnvironment(job), ...given.env, ...call.env, ...warped(call) }, given.env)
    const play = (half: 'main' | 'post', entry: string, more: Pairs): Promise<Half> =>
      runHalf({ ...call, half, entry: join(actionFolder, entry), env: { ...env, ...more }, job })

    const main = await play('main', manifest.runs.main, {})
    const states = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value] as const)
    const { post: postEntry } = manifest.runs
    const post = postEntry && (await play('post', postEntry, { ...main.env, ...Object.fromEntries(states) }))
    const halves = post ? [main, post] : [main]
    return {
      ...main,
      conclusion: main.cancelled ? 'cancelled' : main.exitCode === 0 ? 'success' : 'failure',
      post: post || undefined,
      annotations: halves.flatMap((half) => half.lines.flatMap(annotation)),
      warnings: [...given.warnings, ...halves.flatMap(tooLong)],
      produced: readTree(folder)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const warped = ({ time }: ActionCall): Record<string, string> =>
  time ? { WARP_SPEED: String(time.speed), WARP_ORIGIN: String(time.origin) } : {}

/** Inputs keep their empty strings: the runner sets every declared input. */
const withoutEmpty = (env: Pairs, inputs: Pairs): Pairs =>
  Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || name in inputs))

interface HalfCall extends ActionCall {
  readonly half: 'main' | 'post'
  readonly entry: string
  readonly env: Pairs
  readonly job: Job
}

async function runHalf(call: HalfCall): Promise<Half> {
  const files = freshCommandFiles(join(call.job.temp, '_runner_file_commands', call.half))
  const preload = call.time ? ['--import', WARP] : []
  const spawnedAt = performance.now()
  const child = spawn(process.execPath, [...preload, ...(call.nodeArguments ?? []), call.entry], {
    cwd: call.job.workspace,
    env: { ...call.env, ...files },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C in a terminal goes to the whole group; the action shall get its signals from us, as from the runner.
    detached: true
  })
  const orphaned = (): void => void child.kill('SIGKILL')
  process.once('exit', orphaned)

  const lines: LogLine[] = []
  const signals: NodeJS.Signals[] = []
  const gone = new AbortController()
  let cancelled = false
  const cancel = async (): Promise<void> => {
    if (cancelled || gone.signal.aborted) return
    cancelled = true
    for (const step of PATIENCE) {
      signals.push(step.signal)
      child.kill(step.signal)
      await sleep(step.wait / (call.time?.speed ?? 1), undefined, { signal: gone.signal }).catch(() => undefined)
      if (gone.signal.aborted) return
    }
  }
  const read = logReader(spawnedAt, (line) => {
    lines.push(line)
    call.onLine?.(line)
    if (call.half === 'main' && call.cancelWhen?.(line)) void cancel()
  })
  read(child.stdout)
  read(child.stderr)
  const onCancel = (): void => void cancel()
  if (call.half === 'main') call.cancel?.addEventListener('abort', onCancel)
  if (call.half === 'main' && call.cancel?.aborted) onCancel()
  if (child.pid !== undefined) call.onStart?.({ pid: child.pid, half: call.half, files, spawnedAt })

  const limit = call.limit ?? 180_000
  const guard = setTimeout(() => child.kill('SIGKILL'), limit)
  const ended = await new Promise<Pick<Half, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }))
  })
  gone.abort()
  clearTimeout(guard)
  process.removeListener('exit', orphaned)
  call.cancel?.removeEventListener('abort', onCancel)
  const wallMs = performance.now() - spawnedAt
  if (wallMs >= limit) throw new Error(`the ${call.half} half did not end in ${limit} ms:\n${tail(lines)}`)
  return {
    ...ended,
    signals,
    cancelled,
    lines,
    outputs: readPairs(files.GITHUB_OUTPUT),
    state: readPairs(files.GITHUB_STATE),
    env: readPairs(files.GITHUB_ENV),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    wallMs
  }
}

const tail = (lines: readonly LogLine[]): string =>
  lines
    .slice(-20)
    .map((line) => line.raw)
    .join('\n')

function annotation(line: LogLine): readonly Annotation[] {
  const level = line.command?.name
  if (level !== 'error' && level !== 'warning' && level !== 'notice') return []
  return [{ level, message: line.text, properties: line.command?.properties ?? {} }]
}

const tooLong = (half: Half): readonly string[] =>
  Buffer.byteLength(half.summary) > SUMMARY_LIMIT ? ['$GITHUB_STEP_SUMMARY upload aborted: it is above 1 MiB'] : []
