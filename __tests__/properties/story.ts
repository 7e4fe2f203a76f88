// What worlds of both engines have in common: the jobs of a workflow that come to one, its dice and its faults. All of it data.
import { MINUTE, SECOND, type Millis } from '../../src/domain/units.ts'
import { NO_EDITS, type Deploying, type Edits } from '../../src/inputs/inputs.ts'
import type { Fault, Scenario } from '../simulator/scenario.ts'
import type { Json } from '../simulator/wire.ts'
import type { Random } from './random-world.ts'

/** One run of the action. */
export interface Job {
  readonly inputs: Partial<Deploying> & { readonly mode: Deploying['mode'] }
  /** Takes the deployment id, or both ids, from the job before. */
  readonly told: 'nothing' | 'deployment' | 'both'
  readonly attempt: string
  /** After the end of the job before. */
  readonly after: Millis
  readonly cancelAfter: Millis | undefined
}

export interface Story {
  readonly scenario: Scenario
  readonly jobs: readonly Job[]
  /** Hooks that are in the service from the beginning. */
  readonly theirs: readonly Json[]
  /** Nothing interferes, and nothing is asked for that may be refused. */
  readonly honest: boolean
}

type Some<T> = readonly [T, ...T[]]

export interface Dice {
  readonly chance: (probability: number) => boolean
  readonly one: <T>(...from: readonly [T, ...T[]]) => T
  readonly between: (low: number, high: number) => number
}

export function diceOf(pick: Random): Dice {
  const between = (low: number, high: number): number => low + pick() * (high - low)
  return {
    between,
    chance: (probability) => pick() < probability,
    one: (...from) => from[Math.floor(pick() * from.length)] ?? from[0]
  }
}

export function faults({ one, between, chance }: Dice, operations: Some<string>): readonly Fault[] {
  return Array.from({ length: one(1, 1, 2) }, (): Fault => {
    const kind = one<Fault['kind']>(
      'throttle',
      '500',
      'reset',
      'hang',
      'malformed',
      'html',
      'empty',
      'after-effect-500',
      'after-effect-reset',
      'deny',
      'expired-token'
    )
    const since = chance(0.5) ? 0 : between(0, 10 * MINUTE)
    return {
      operation: one(...operations),
      kind,
      ...(chance(0.5) ? { to: one(1, 2, 3) } : { probability: between(0.05, 0.6) }),
      since,
      ...(chance(0.5) && { until: since + between(10 * SECOND, 12 * MINUTE) })
    }
  })
}

const NEXT: Edits = {
  ...NO_EDITS,
  images: [{ container: 'app', image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.43.0', input: 'images' }]
}

/** `asks`: how the first of them deploys, as its engine understands it. */
export function jobsOf({ one, chance, between }: Dice, honest: boolean, asks: Partial<Deploying>): readonly Job[] {
  const cancelAfter = (): Millis | undefined =>
    honest || chance(0.85) ? undefined : between(0, chance(0.3) ? 10 * SECOND : 15 * MINUTE)
  const policies = (): Partial<Deploying> => ({
    onTimeout: one('rollback', 'rollback', 'leave'),
    onCancel: one('rollback', 'rollback', 'leave'),
    allowance: honest || chance(0.7) ? 30 * MINUTE : between(0, 4 * MINUTE)
  })
  const job = (inputs: Job['inputs'], more: Partial<Job> = {}): Job => ({
    inputs: { ...policies(), ...inputs },
    told: 'nothing',
    attempt: '1',
    after: chance(0.4) ? 0 : between(0, chance(0.7) ? 5 * MINUTE : 90 * MINUTE),
    cancelAfter: cancelAfter(),
    ...more
  })
  const first = job({
    mode: 'deploy',
    onActive: one('fail', 'wait', 'replace'),
    forceNewDeployment: chance(0.1),
    ...(!honest && chance(0.1) && { alarms: ['web-latency'] }),
    ...(!honest && chance(0.15) && { allowActiveAlarms: true }),
    waitUntil: one('complete', 'complete', 'traffic-shifted', 'started'),
    ...asks,
    ...(chance(0.1) && { edits: NEXT })
  })
  const told = (): Job['told'] => one('nothing', 'deployment', 'both')
  const wait = (): Pick<Deploying, 'waitUntil'> => ({
    waitUntil: one('paused', 'complete', 'traffic-shifted', 'started')
  })
  const follower = (): Job =>
    one<() => Job>(
      () => job({ mode: 'promote', ...wait() }, { told: told() }),
      () => job({ mode: 'promote', ...wait() }, { told: told() }),
      () => job({ mode: 'rollback', waitUntil: one('complete', 'started') }, { told: one('nothing', 'deployment') }),
      () =>
        job({ mode: 'status', waitUntil: one('complete', 'traffic-shifted') }, { told: one('nothing', 'deployment') }),
      () => job({ ...first.inputs }, { attempt: '2' }),
      () => job({ mode: 'deploy', onActive: one('fail', 'wait', 'replace'), edits: NEXT })
    )()
  if (chance(0.05)) return [job({ mode: 'rollback', waitUntil: 'complete' })]
  return chance(0.35) ? [first] : chance(0.6) ? [first, follower()] : [first, follower(), follower()]
}
