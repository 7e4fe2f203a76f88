// Measures the shipped dist/ and holds every figure beside its target; ends with 1 when a target is missed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../support/run-action.ts'
import { playAll, playOne, type Run } from './deployments.ts'
import { busiest, median, misses, percentile, sideBySide, table, type Figure } from './figures.ts'
import { ENGINES, PLAIN, scenarios, type Engine } from './scenarios.ts'
import { folderSize, measureStarts } from './start.ts'

// At 60x a millisecond of this machine's own latency is 60 ms of AWS time: small against targets of seconds.
const options = {
  starts: { type: 'string', default: '15' },
  deployments: { type: 'string', default: '24' },
  parallel: { type: 'string', default: '6' },
  speed: { type: 'string', default: '60' }
} as const
const { values } = parseArgs({ options })
const print = (text: string): void => void process.stdout.write(`${text}\n`)

if (!existsSync(join(ROOT, 'dist', 'index.js'))) {
  process.stderr.write('dist/ is not there: `npm run build` makes it.\n')
  process.exit(2)
}

print(`time to the first AWS call: ${values.starts} interleaved runs`)
const starts = await measureStarts(Number(values.starts))

const speed = Number(values.speed)

/** What was measured of one engine. */
interface Measured {
  readonly plain: Run
  readonly runs: readonly Run[]
}

const measured: (readonly [Engine, Measured])[] = []
for (const engine of ENGINES) measured.push([engine, await measure(engine)])
const wrong = measured
  .flatMap(([, { plain, runs }]) => [plain, ...runs])
  .filter(
    ({ verdict, exitCode }) => exitCode !== (verdict === 'succeeded' ? 0 : verdict === 'rolled-back' ? 1 : undefined)
  )

const found = [...starting(), ...sideBySide(measured.map(([engine, one]) => [engine, following(one)])), ...shipping()]
print(`\n${table(found)}`)
for (const run of wrong) print(`no verdict to measure: ${run.name}`)
process.exitCode = found.some(misses) || wrong.length > 0 ? 1 : 0

async function measure(engine: Engine): Promise<Measured> {
  print(`${engine}: a plain canary, ${speed} times as fast as life`)
  const plain = await playOne(PLAIN[engine], speed)
  print(byOperation(plain))
  print(`${engine}: ${values.deployments} deployments of 5 to 60 minutes, ${values.parallel} at a time`)
  const all = scenarios(engine, Number(values.deployments))
  return { plain, runs: await playAll(all, speed, Number(values.parallel), (run) => print(oneLine(run))) }
}

function against(value: number): Readonly<Record<string, number>> {
  return { 'node -e 0': value / starts.nothing, 'empty bundle': value / starts.emptyBundle }
}

function starting(): readonly Figure[] {
  const { nothing, emptyBundle, firstCall } = starts
  return [
    { name: 'node -e 0, wall time', value: nothing, unit: 'ms', ratios: against(nothing) },
    { name: 'an empty ncc bundle, wall time', value: emptyBundle, unit: 'ms', ratios: against(emptyBundle) },
    {
      name: 'spawn to first AWS call, median',
      value: firstCall,
      unit: 'ms',
      ratios: against(firstCall),
      limit: nothing + 105,
      because: 'node -e 0 + 105'
    }
  ]
}

/** The targets are those of the product, whatever the engine. */
function following({ plain, runs }: Measured): readonly Figure[] {
  const delays = runs.map((run) => run.delay / 1_000)
  const perMinute = [plain, ...runs].map((run) => run.followed.length / run.minutes)
  const memory = Math.max(...[plain, ...runs].map((run) => run.memory))
  return [
    { name: 'plain canary, AWS time of the step', value: plain.wallMinutes, unit: 'min' },
    { name: 'plain canary, the deployment itself', value: plain.minutes, unit: 'min' },
    { name: 'plain canary, API calls', value: plain.calls.length, unit: 'calls' },
    { name: 'plain canary, busiest minute', value: busiest(plain.followed, 60_000), unit: 'calls/min' },
    { name: 'delay after the terminal state, median', value: median(delays), unit: 's', limit: 6 },
    { name: 'delay after the terminal state, p90', value: percentile(delays, 90), unit: 's' },
    { name: 'delay after the terminal state, max', value: Math.max(...delays), unit: 's', limit: 15 },
    { name: 'calls while following, busiest deployment', value: Math.max(...perMinute), unit: 'calls/min', limit: 12 },
    { name: 'calls while following, median', value: median(perMinute), unit: 'calls/min' },
    {
      name: 'peak memory of the step',
      value: memory,
      unit: 'MiB',
      ratios: { 'node -e 0': memory / starts.nothingMemory },
      limit: 130
    }
  ]
}

function shipping(): readonly Figure[] {
  return [{ name: 'dist/', value: folderSize(join(ROOT, 'dist')) / 1e6, unit: 'MB', limit: 4 }]
}

function byOperation(run: Run): string {
  const counts = new Map<string, number>()
  for (const call of run.calls) {
    const name = `${call.service} ${call.operation}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1])
  return rows.map(([name, count]) => `  ${String(count).padStart(4)}  ${name}`).join('\n')
}

function oneLine(run: Run): string {
  const [delay, rate] = [run.delay / 1_000, run.followed.length / run.minutes]
  const told = `${delay.toFixed(1).padStart(6)} s after ${run.minutes.toFixed(1).padStart(5)} min`
  return `  ${told}  ${rate.toFixed(1).padStart(5)} calls/min  ${(run.verdict ?? '?').padEnd(11)}  ${run.name}`
}
