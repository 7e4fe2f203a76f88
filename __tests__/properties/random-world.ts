// One seeded world behind the Follower port: a deployment with a ground truth, and a reader that sees it through faults.
// It shares nothing with observe/: truth is a function of time, and what is seen is truth at the time of the look.
import { Problem, type ProblemCode } from '../../src/domain/problem.ts'
import type { Action, Follower, Handle } from '../../src/domain/ports.ts'
import { weightSteps, type Shape, type Timetable } from '../../src/domain/shape.ts'
import type { Gate, Parts, Phase, Reading, Sight, Source } from '../../src/domain/snapshot.ts'
import { MINUTE, SECOND, type Millis } from '../../src/domain/units.ts'
import type { Pursuit } from '../../src/observe/pursuit.ts'
import type { ManualClock } from '../support/manual-clock.ts'

export type Random = () => number

/** mulberry32: small, seeded, good enough to shuffle worlds. */
export function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const HANDLE: Handle = {
  id: 'd-RANDOM001',
  taskDefinition: 'arn:new',
  url: 'https://example.invalid',
  rollBackCommand: undefined
}

/** How the world ends when nobody interferes. */
export type Ending =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'fails'; readonly at: Millis; readonly word: 'Failed' | 'Stopped'; readonly byPerson: boolean }
  | { readonly kind: 'stuck'; readonly at: Millis }
  | { readonly kind: 'lies'; readonly how: 'old-primary' | 'unstable' }
  | { readonly kind: 'settles-late'; readonly after: Millis }
  | { readonly kind: 'vanishes'; readonly at: Millis }
  | { readonly kind: 'service-deleted'; readonly at: Millis }

export interface Rollback {
  readonly appearsAfter: Millis
  readonly takes: Millis
  readonly ends: 'Succeeded' | 'Failed'
  /** CodeDeploy announces it in the stopped deployment's configuration. */
  readonly announced: boolean
}

/** A wait for a person, `at` so much of the deployment's own time. */
export interface Wait {
  readonly id: string
  readonly at: Millis
  readonly expiresAfter: Millis
  readonly onExpiry: 'roll-back' | 'continue'
  /** Somebody else continues it; undefined: nobody does. */
  readonly answeredAfter: Millis | undefined
}

export interface Script {
  readonly waits: readonly Wait[]
  readonly shape: Shape
  readonly install: Millis
  readonly bake: Millis
  readonly ending: Ending
  readonly rollback: Rollback | undefined
  readonly deniedFrom: { readonly [S in Source]?: Millis }
  readonly outages: readonly { readonly from: Millis; readonly to: Millis; readonly code: ProblemCode }[]
  readonly flaky: number
  readonly refusesActs: number
  readonly unlistedFrom: Millis | undefined
  readonly cancelAt: Millis | undefined
  readonly pursuit: Omit<Pursuit, 'deadline'> & { readonly allowance: Millis }
}

export interface World {
  readonly script: Script
  readonly engine: Follower
  readonly startedAt: Millis
  readonly looks: { readonly at: Millis; readonly source: Source }[]
  readonly acts: {
    readonly at: Millis
    readonly action: Action
    readonly accepted: boolean
    readonly trafficSeen: Seen | undefined
  }[]
  truth(now: Millis): Truth
}

interface Seen {
  readonly at: Millis
  readonly traffic: number
}

export interface Truth {
  readonly phase: Phase
  readonly status: string
  readonly traffic: number
  readonly primaryIsTarget: boolean
  readonly stable: boolean
  readonly active: boolean
  readonly exists: boolean
  /** Since when the phase is over. */
  readonly overAt: Millis | undefined
  readonly rollback: { readonly id: string; readonly status: string } | undefined
  readonly byPerson: boolean
  /** Where it waits for a person. */
  readonly gate: Gate | undefined
}

export function script(pick: Random): Script {
  const between = (low: number, high: number): number => low + pick() * (high - low)
  const chance = (probability: number): boolean => pick() < probability
  const shape = pickOne<Shape>(pick, [
    { kind: 'canary', first: 10, hold: Math.round(between(1, 30)) * MINUTE },
    { kind: 'linear', step: Math.round(between(5, 50)), every: Math.round(between(1, 5)) * MINUTE },
    { kind: 'all-at-once' }
  ])
  const bake = chance(0.3) ? 0 : Math.round(between(1, 60)) * MINUTE
  const install = between(20 * SECOND, 5 * MINUTE)
  const shifts = weightSteps(shape)
  const places = chance(0.3) ? [install, ...shifts.slice(1).map((step) => install + step.after)] : []
  const waits = places.slice(0, 1 + Math.floor(pick() * 3)).map((at, index): Wait => ({
    id: `hook-${index}`,
    at,
    expiresAfter: Math.round(between(1, 60)) * MINUTE,
    onExpiry: chance(0.7) ? 'roll-back' : 'continue',
    answeredAfter: chance(0.5) ? between(SECOND, 30 * MINUTE) : undefined
  }))
  const readyWait = waits.reduce((sum, wait) => sum + wait.expiresAfter, 0)
  const timetable: Timetable = { readyWait, steps: shifts, bake }
  const length = install + (timetable.steps.at(-1)?.after ?? 0) + bake
  const when = (): Millis => between(0, length)
  const ending = pickOne<Ending>(pick, [
    { kind: 'succeeds' },
    { kind: 'succeeds' },
    { kind: 'succeeds' },
    { kind: 'fails', at: when(), word: 'Failed', byPerson: false },
    { kind: 'fails', at: when(), word: 'Stopped', byPerson: false },
    { kind: 'fails', at: when(), word: 'Stopped', byPerson: true },
    { kind: 'stuck', at: when() },
    { kind: 'lies', how: chance(0.5) ? 'old-primary' : 'unstable' },
    { kind: 'settles-late', after: between(0, 50 * SECOND) },
    { kind: 'vanishes', at: when() },
    { kind: 'service-deleted', at: when() }
  ])
  const denied = (probability: number): Millis | undefined =>
    chance(probability) ? (chance(0.6) ? 0 : when()) : undefined
  const optional = <S extends Source>(source: S, at: Millis | undefined): { readonly [K in S]?: Millis } =>
    at === undefined ? {} : ({ [source]: at } as { [K in S]: Millis })
  return {
    waits,
    shape,
    install,
    bake,
    ending,
    rollback: chance(0.7)
      ? {
          appearsAfter: chance(0.5) ? 0 : between(0, 90 * SECOND),
          takes: between(SECOND, chance(0.9) ? 5 * MINUTE : 60 * MINUTE),
          ends: chance(0.85) ? 'Succeeded' : 'Failed',
          announced: chance(0.8)
        }
      : undefined,
    deniedFrom: {
      ...optional('status', denied(0.06)),
      ...optional('target', denied(0.15)),
      ...optional('service', denied(0.05)),
      ...optional('alarms', denied(0.2))
    },
    outages: chance(0.3)
      ? [when(), when()].map((from) => ({
          from,
          to: from + between(5 * SECOND, chance(0.8) ? 4 * MINUTE : 30 * MINUTE),
          code: pickOne<ProblemCode>(pick, ['AWS_UNREACHABLE', 'AWS_THROTTLED', 'AWS_BROKEN', 'AWS_ANSWER_INVALID'])
        }))
      : [],
    flaky: chance(0.3) ? between(0, 0.6) : 0,
    refusesActs: chance(0.2) ? between(0.2, 1) : 0,
    unlistedFrom: chance(0.1) ? when() : undefined,
    cancelAt: chance(0.1) ? when() : undefined,
    pursuit: {
      timetable,
      until: waits.length > 0 && chance(0.4) ? 'paused' : chance(0.25) ? 'traffic-shifted' : 'complete',
      passesFirst: waits.length > 0 && chance(0.3),
      answered: [],
      because: undefined,
      onTimeout: pickOne(pick, ['rollback', 'rollback', 'stop', 'leave'] as const),
      onCancel: pickOne(pick, ['rollback', 'rollback', 'stop', 'leave'] as const),
      maxGap: undefined,
      watchesAlarms: chance(0.5),
      allowance: chance(0.2) ? between(0, 2 * MINUTE) : 30 * MINUTE
    }
  }
}

export function world(seed: number, clock: ManualClock): World {
  const pick = random(seed)
  const play = script(pick)
  const startedAt = clock.now()
  const looks: { at: Millis; source: Source }[] = []
  const acts: { at: Millis; action: Action; accepted: boolean; trafficSeen: Seen | undefined }[] = []
  let stoppedByUs: { at: Millis; rollback: boolean } | undefined
  let trafficSeen: Seen | undefined

  const passed = new Map<string, Millis>()

  const truth = (now: Millis): Truth =>
    truthAt(play, now - startedAt, passed, stoppedByUs && { ...stoppedByUs, at: stoppedByUs.at - startedAt })

  const sight = <S extends Source>(source: S, part: (truth: Truth) => Parts[S]): Sight<Parts[S]> => {
    clock.advance(10 + pick() * (pick() < 0.02 ? 20_000 : 400))
    const now = clock.now()
    looks.push({ at: now, source })
    const since = now - startedAt
    const deniedFrom = play.deniedFrom[source]
    if (deniedFrom !== undefined && since >= deniedFrom) return blind('NOT_ALLOWED', now)
    const outage = play.outages.find((one) => since >= one.from && since < one.to)
    if (outage) return blind(outage.code, now)
    if (pick() < play.flaky) return blind('AWS_UNREACHABLE', now)
    const is = truth(now)
    if (!is.exists && (source === 'status' || source === 'target')) return blind('DEPLOYMENT_GONE', now)
    if (source === 'target') trafficSeen = { at: now, traffic: is.traffic }
    return { kind: 'seen', at: now, part: part(is) }
  }

  const engine: Follower = {
    observe: (_handle, due) => {
      const reading: Reading = {
        ...(due.includes('status') && {
          status: sight('status', (is) => statusPart(is, play, clock.now() - startedAt, startedAt))
        }),
        ...(due.includes('target') && { target: sight('target', targetPart) }),
        ...(due.includes('service') && { service: sight('service', servicePart) }),
        ...(due.includes('alarms') && { alarms: sight('alarms', () => []) }),
        ...(due.includes('stopped') && { stopped: sight('stopped', () => []) })
      }
      return Promise.resolve(reading)
    },
    act: (_handle, action) => {
      clock.advance(50 + pick() * 300)
      const accepted = pick() >= play.refusesActs
      acts.push({ at: clock.now(), action, accepted, trafficSeen })
      if (!accepted) return Promise.reject(new Problem('AWS_UNREACHABLE', { found: 'no answer' }))
      if (action.kind === 'continue') {
        const { hookId } = action.gate
        if (hookId !== undefined && truth(clock.now()).gate?.hookId === hookId) {
          passed.set(hookId, clock.now() - startedAt)
        }
        return Promise.resolve()
      }
      if (truth(clock.now()).overAt === undefined && stoppedByUs === undefined) {
        stoppedByUs = { at: clock.now(), rollback: action.kind === 'roll-back' }
      }
      return Promise.resolve()
    }
  }
  return { script: play, engine, startedAt, looks, acts, truth }
}

/** The deployment's own time, which stands still while it waits for a person. */
function holdUp(play: Script, now: Millis, passed: ReadonlyMap<string, Millis>) {
  let delay = 0
  for (const wait of play.waits) {
    const arrived = wait.at + delay
    if (now < arrived) break
    const expires = arrived + wait.expiresAfter
    const answered = Math.min(passed.get(wait.id) ?? Infinity, arrived + (wait.answeredAfter ?? Infinity))
    const left = Math.min(answered, wait.onExpiry === 'continue' ? expires : Infinity)
    if (expires <= now && left > expires) return { elapsed: wait.at - 1, wait: undefined, expired: expires }
    if (now < left) return { elapsed: wait.at - 1, wait, expired: undefined }
    delay += left - arrived
  }
  return { elapsed: now - delay, wait: undefined, expired: undefined }
}

function truthAt(
  play: Script,
  now: Millis,
  passed: ReadonlyMap<string, Millis>,
  stop: { readonly at: Millis; readonly rollback: boolean } | undefined
): Truth {
  const { ending } = play
  const held = holdUp(play, ending.kind === 'stuck' ? Math.min(now, ending.at) : now, passed)
  const cut = first(stop, first(interruption(play), held.expired === undefined ? undefined : { at: held.expired }))
  if (cut && now >= cut.at) return undone(play, now, cut.at, passed, cut === stop ? stop : undefined)
  const frozen = held.elapsed
  const steps = weightSteps(play.shape)
  const traffic = steps.filter((step) => frozen >= play.install + step.after).at(-1)?.weight ?? 0
  const shiftedAt = play.install + (steps.at(-1)?.after ?? 0)
  const doneAt = shiftedAt + play.bake
  const done = ending.kind !== 'stuck' && frozen >= doneAt
  const lies = ending.kind === 'lies' ? ending.how : undefined
  const settled = ending.kind !== 'settles-late' || frozen >= doneAt + ending.after
  return {
    phase: held.wait
      ? 'paused'
      : done
        ? 'succeeded'
        : frozen < 3 * SECOND
          ? 'queued'
          : frozen < play.install
            ? 'provisioning'
            : traffic < 100
              ? 'shifting'
              : 'baking',
    status: done ? 'Succeeded' : frozen < 3 * SECOND ? 'Created' : 'InProgress',
    traffic: lies === 'old-primary' ? 0 : traffic,
    primaryIsTarget: traffic >= 100 && lies !== 'old-primary',
    stable: lies !== 'unstable' && (settled || !done),
    active: !(ending.kind === 'service-deleted' && now >= ending.at),
    exists: !(ending.kind === 'vanishes' && now >= ending.at),
    overAt: done ? now - (frozen - doneAt) : undefined,
    rollback: undefined,
    byPerson: false,
    gate: held.wait && {
      hookId: held.wait.id,
      stage: 'A_STAGE',
      expiresAt: undefined,
      onExpiry: held.wait.onExpiry
    }
  }
}

function first<Cut extends { readonly at: Millis }>(one: Cut | undefined, other: Cut | undefined): Cut | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one.at <= other.at ? one : other
}

function interruption(play: Script): { readonly at: Millis } | undefined {
  return play.ending.kind === 'fails' ? { at: play.ending.at } : undefined
}

/** Stopped or failed at `at`; a rollback follows when one is asked for or configured. */
function undone(
  play: Script,
  now: Millis,
  at: Millis,
  passed: ReadonlyMap<string, Millis>,
  stop: { readonly rollback: boolean } | undefined
): Truth {
  const rollback = stop ? (stop.rollback ? (play.rollback ?? LATE_ROLLBACK) : undefined) : play.rollback
  const before = truthAt({ ...play, ending: { kind: 'stuck', at }, rollback: undefined }, at - 1, passed, undefined)
  const word = stop ? 'Stopped' : play.ending.kind === 'fails' ? play.ending.word : 'Stopped'
  const byPerson = stop !== undefined || (play.ending.kind === 'fails' && play.ending.byPerson)
  const base = { ...before, gate: undefined, status: word, byPerson, primaryIsTarget: before.primaryIsTarget }
  if (rollback === undefined) return { ...base, phase: word === 'Failed' ? 'failed' : 'stopped', overAt: at }
  const appears = at + rollback.appearsAfter
  if (now < appears) {
    const phase: Phase = rollback.announced ? 'rolling-back' : word === 'Failed' ? 'failed' : 'stopped'
    return { ...base, phase, overAt: undefined }
  }
  const endsAt = appears + rollback.takes
  const seen = { id: 'd-ROLLBACK1', status: now < endsAt ? 'InProgress' : rollback.ends }
  if (now < endsAt) return { ...base, phase: 'rolling-back', overAt: undefined, rollback: seen }
  if (rollback.ends === 'Failed') return { ...base, phase: 'failed', overAt: endsAt, rollback: seen }
  return { ...base, phase: 'rolled-back', traffic: 0, primaryIsTarget: false, overAt: endsAt, rollback: seen }
}

const LATE_ROLLBACK: Rollback = { appearsAfter: 5 * SECOND, takes: 20 * SECOND, ends: 'Succeeded', announced: false }

function statusPart(is: Truth, play: Script, since: Millis, startedAt: Millis): Parts['status'] {
  const unlisted = play.unlistedFrom !== undefined && since >= play.unlistedFrom && is.overAt === undefined
  const alive = is.phase === 'provisioning' || is.phase === 'shifting' || is.phase === 'baking'
  return {
    phase: unlisted || alive ? 'running' : is.phase,
    status: unlisted ? 'Pondering' : is.status,
    unlisted,
    cause: is.byPerson
      ? { kind: 'operator', detail: undefined }
      : is.status === 'Failed'
        ? { kind: 'aws', code: 'TIMEOUT', message: 'x' }
        : undefined,
    createdAt: startedAt,
    rollback: is.rollback,
    gates: is.gate ? [is.gate] : []
  }
}

function targetPart(is: Truth): Parts['target'] {
  const shifted = is.phase === 'baking' || is.phase === 'succeeded'
  return {
    phase: is.phase === 'succeeded' ? 'baking' : is.phase === 'paused' ? 'shifting' : is.phase,
    tells: 'all',
    stages: [],
    hooks: [],
    monitors: [],
    traffic: is.traffic,
    testTraffic: undefined,
    oldTraffic: undefined,
    tasks: undefined,
    shifted: shifted && is.traffic >= 100,
    shiftStartedAt: undefined,
    shiftedAt: undefined
  }
}

function servicePart(is: Truth): Parts['service'] {
  return {
    active: is.active,
    primaryIsTarget: is.primaryIsTarget,
    targetServesAlone: is.primaryIsTarget,
    primary: { taskDefinition: is.primaryIsTarget ? 'arn:new' : 'arn:old', id: 'ecs-svc/1' },
    stable: is.stable,
    rival: undefined,
    tasks: undefined,
    events: []
  }
}

function blind(code: ProblemCode, at: Millis): { kind: 'blind'; at: Millis; problem: Problem; forGood: boolean } {
  return { kind: 'blind', at, problem: new Problem(code, { found: 'planted' }), forGood: code === 'NOT_ALLOWED' }
}

function pickOne<T>(pick: Random, from: readonly T[]): T {
  const one = from[Math.floor(pick() * from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
