// How long a process takes to start: nothing at all, an empty bundle, and the action up to its first AWS call.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { webFiles } from '../support/play-scenario.ts'
import { ROOT, runAction } from '../support/run-action.ts'
import { median } from './figures.ts'

export interface Starts {
  /** Medians, in milliseconds. */
  readonly nothing: number
  readonly emptyBundle: number
  readonly firstCall: number
  /** MiB. */
  readonly nothingMemory: number
}

/** Interleaved, so that whatever else the machine does falls on all three alike. */
export async function measureStarts(runs: number): Promise<Starts> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const empty = bundleNothing(folder)
    const nothing: number[] = []
    const emptyBundle: number[] = []
    const firstCall: number[] = []
    for (let run = 0; run < runs; run += 1) {
      nothing.push(await wallTime(['-e', '0']))
      emptyBundle.push(await wallTime([empty]))
      firstCall.push(await timeToFirstCall())
    }
    return {
      nothing: median(nothing),
      emptyBundle: median(emptyBundle),
      firstCall: median(firstCall),
      nothingMemory: memoryOfNothing(folder)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function folderSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
}

function bundleNothing(folder: string): string {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'empty.js'), 'export {}\n')
  const cli = join(ROOT, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
  const built = spawnSync(process.execPath, [cli, 'build', 'empty.js', '-o', 'dist'], { cwd: folder, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  return join(folder, 'dist', 'index.js')
}

async function wallTime(nodeArguments: readonly string[]): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, [...nodeArguments], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  await once(child, 'exit')
  return performance.now() - from
}

/** From the spawn to the arrival of the first request, whatever it asks; the answer ends the run. */
async function timeToFirstCall(): Promise<number> {
  let arrived: number | undefined
  const server = createServer((request, response) => {
    arrived ??= performance.now()
    request.resume()
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
    response.end('{"__type":"AccessDeniedException","message":"the bench has seen enough"}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  let spawnedAt = Number.NaN
  try {
    await runAction({
      inputs: {
        'task-definition': 'task-definition.json',
        cluster: 'prod',
        service: 'web',
        'codedeploy-appspec': 'appspec.yaml'
      },
      files: webFiles(),
      env: {
        AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIDBENCH',
        AWS_SECRET_ACCESS_KEY: 'bench',
        AWS_EC2_METADATA_DISABLED: 'true'
      },
      onStart: (started) => {
        if (started.half === 'main') spawnedAt = started.spawnedAt
      }
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
  if (arrived === undefined) throw new Error('the action ended without a call to AWS')
  return arrived - spawnedAt
}

function memoryOfNothing(folder: string): number {
  const peak = new URL('./peak.mjs', import.meta.url).href
  const env = { PATH: process.env['PATH'], PEAK_FOLDER: folder }
  spawnSync(process.execPath, ['--import', peak, '-e', '0'], { env })
  const file = readdirSync(folder).find((name) => name.startsWith('peak-'))
  return file === undefined ? Number.NaN : Number(readFileSync(join(folder, file), 'utf8')) / 1024
}
