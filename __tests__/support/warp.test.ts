// A warped process lives in the simulator's time, and its timers in no other.
import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { scaledClock } from '../simulator/clock.ts'

const WARP = fileURLToPath(new URL('./warp.mjs', import.meta.url))

function live(
  script: string,
  env: Readonly<Record<string, string>>
): { status: number | null; stdout: string; stderr: string } {
  const code = `const say = (value) => console.log(JSON.stringify(value));\n${script}`
  const options = { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--import', WARP, '--input-type=module', '-e', code], options)
}
function say(speed: number, origin: number, script: string): unknown {
  const { status, stdout, stderr } = live(script, { WARP_SPEED: String(speed), WARP_ORIGIN: String(origin) })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

test.each([1, 60, 600])('at %dx the process and the simulator read the same time', (speed) => {
  const origin = Date.now() - 1_000
  const clock = scaledClock(speed, origin)
  const before = clock()
  const [now, made, precise] = say(
    speed,
    origin,
    `say([Date.now(), new Date().getTime(), performance.timeOrigin + performance.now()])`
  ) as [number, number, number]
  const after = clock()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(made).toBeLessThanOrEqual(after)
  // Date counts whole milliseconds of the wall clock, performance finer ones.
  expect(Math.abs(precise - now)).toBeLessThan(50 * speed)
})

test('a date that is given is not touched, and a date is a Date', () => {
  const found = say(
    60,
    Date.now(),
    `say([new Date(0).toISOString(), new Date('2026-11-20').getTime(), new Date() instanceof Date,
          new Date().constructor === Date, typeof Date(), Date.UTC(2026, 0), class extends Date {}.name === ''])`
  )
  expect(found).toEqual([
    '1970-01-01T00:00:00.000Z',
    Date.UTC(2026, 10, 20),
    true,
    true,
    'string',
    Date.UTC(2026, 0),
    true
  ])
})

describe('a minute at 60x takes a second', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['setTimeout', `new Promise((done) => setTimeout(done, 60_000))`],
    ['setInterval', `new Promise((done) => { const i = setInterval(() => done(clearInterval(i)), 60_000) })`],
    ['node:timers', `new Promise((done) => timers.setTimeout(done, 60_000))`],
    ['node:timers/promises', `sleep(60_000)`],
    ['scheduler.wait', `scheduler.wait(60_000)`],
    ['util.promisify', `promisify(setTimeout)(60_000)`],
    ['AbortSignal.timeout', `new Promise((done) => AbortSignal.timeout(60_000).addEventListener('abort', done))`],
    [
      'hrtime',
      `(async () => { const t = process.hrtime.bigint(); while (process.hrtime.bigint() - t < 60_000_000_000n) await sleep(1) })()`
    ]
  ]
  const script = `
    import timers from 'node:timers'
    import { scheduler, setTimeout as sleep } from 'node:timers/promises'
    import { promisify } from 'node:util'
    const keep = setInterval(() => {}, 1_000_000)
    const timed = async (wait) => { const from = performance.now(); await wait(); return performance.now() - from }
    say(await Promise.all([${ways.map(([, wait]) => `timed(() => ${wait})`).join(', ')}]))
    clearInterval(keep)`
  const wall = Date.now()
  const spans = say(60, Date.now(), script) as number[]
  const took = Date.now() - wall

  test.each(ways.map(([name], at) => [name, at] as const))('%s', (_name, at) => {
    // Node wakes a timer up to a wall millisecond early.
    expect(spans[at]).toBeGreaterThanOrEqual(60_000 - 60)
    expect(spans[at]).toBeLessThan(75_000)
  })
  test('by the wall clock', () => {
    expect(took).toBeGreaterThanOrEqual(999)
    expect(took).toBeLessThan(5_000)
  })
})

test('a promise that is waited for can still be aborted, and keeps its value', () => {
  const found = say(
    60,
    Date.now(),
    `import { setTimeout as sleep } from 'node:timers/promises'
     const gone = new AbortController()
     const lost = sleep(600_000, 'late', { signal: gone.signal }).catch((error) => error.name)
     gone.abort()
     say([await lost, await sleep(60, 'early')])`
  )
  expect(found).toEqual(['AbortError', 'early'])
})

test.each([
  [{}, /WARP_SPEED must be a number/],
  [{ WARP_SPEED: '60' }, /WARP_ORIGIN must be a number/],
  [{ WARP_SPEED: '0', WARP_ORIGIN: '1' }, /WARP_SPEED must be above 0/]
])('%j is refused', (env: Readonly<Record<string, string>>, message) => {
  const { status, stderr } = live('', env)
  expect(status).not.toBe(0)
  expect(stderr).toMatch(message)
})
