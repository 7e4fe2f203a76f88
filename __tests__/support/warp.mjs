// Preloaded with `node --import`: makes a process live WARP_SPEED times faster, in the AWS time of the simulator's
// `scaledClock(WARP_SPEED, WARP_ORIGIN)`. `src/` knows nothing of it.
//
// What is scaled: Date, performance.now and timeOrigin, process.hrtime.bigint, setTimeout, setInterval (global, node:timers
// and node:timers/promises) and AbortSignal.timeout. setImmediate and microtasks are as they were. Not scaled: the idle
// time-outs inside node:net and node:http, which never see JavaScript timers.
//
// Speeds that make sense. A millisecond of latency costs SPEED milliseconds of AWS time, and a timer is never shorter than
// a millisecond: 60 for what a person watches and for measurements (a request deadline of 20 s is 333 ms, start-up of
// 100 ms is 6 s); up to 300 for tests that look at outcomes only, on an idle machine (deadline 67 ms); above that deadlines pass
// while the event loop is busy, and the process goes blind for reasons of its own.
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'

const speed = number('WARP_SPEED')
const origin = number('WARP_ORIGIN')
if (!(speed > 0)) throw new RangeError(`WARP_SPEED must be above 0, not ${speed}`)

// Node turns a longer delay into one millisecond; dividing first would hide that defect from the tests.
const LONGEST = 2 ** 31 - 1

/** Rounded up: Node drops the fraction. What stays is Node's own habit of waking up to a wall millisecond early. */
const shorter = (delay) => (delay > 0 && delay <= LONGEST ? Math.ceil(delay / speed) : delay)

warpDate()
warpPerformance()
warpTimers()
syncBuiltinESMExports()

function number(name) {
  const value = Number(process.env[name])
  if (!process.env[name] || !Number.isFinite(value)) throw new TypeError(`${name} must be a number`)
  return value
}

function warpDate() {
  const RealDate = Date
  const realNow = RealDate.now
  const now = () => origin + (realNow() - origin) * speed
  RealDate.now = now
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, values, made) => Reflect.construct(target, values.length === 0 ? [now()] : values, made)
  })
  RealDate.prototype.constructor = globalThis.Date
}

function warpPerformance() {
  const realNow = performance.now.bind(performance)
  const timeOrigin = origin + (performance.timeOrigin - origin) * speed
  Object.defineProperty(performance, 'now', { value: () => realNow() * speed, configurable: true, writable: true })
  Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin, configurable: true })
  const realTicks = process.hrtime.bigint
  const thousandths = BigInt(Math.round(speed * 1000))
  process.hrtime.bigint = () => (realTicks() * thousandths) / 1000n
}

function warpTimers() {
  for (const name of ['setTimeout', 'setInterval']) {
    const real = timers[name]
    const warped = (callback, delay, ...rest) => real(callback, shorter(delay), ...rest)
    const realPromise = promises[name]
    const warpedPromise = (delay, ...rest) => realPromise(shorter(delay), ...rest)
    if (promisify.custom in real) Object.defineProperty(warped, promisify.custom, { value: warpedPromise })
    timers[name] = warped
    globalThis[name] = warped
    promises[name] = warpedPromise
  }
  const realWait = promises.scheduler.wait.bind(promises.scheduler)
  promises.scheduler.wait = (delay, options) => realWait(shorter(delay), options)
  const realTimeout = AbortSignal.timeout.bind(AbortSignal)
  AbortSignal.timeout = (delay) => realTimeout(shorter(delay))
}
