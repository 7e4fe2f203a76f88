// One seeded world of ECS's own deployments: all of it data.
import { MINUTE, SECOND } from '../../src/domain/units.ts'
import type { Deploying, StrategyAsked } from '../../src/inputs/inputs.ts'
import {
  CANARY,
  HOTFIX,
  LINEAR,
  ROLLING,
  UNGUARDED,
  configured,
  lambda,
  pause
} from '../simulator/scenarios-ecs-parts.ts'
import type { Act, Moment, ScriptEntry } from '../simulator/scenario.ts'
import type { NativeSettings, NativeSwitches } from '../simulator/native-scenario.ts'
import type { Json } from '../simulator/wire.ts'
import { random } from './random-world.ts'
import { diceOf, faults, jobsOf, type Dice, type Story } from './story.ts'

export function story(seed: number): Story {
  const dice = diceOf(random(seed))
  const { chance, one, between } = dice
  const honest = chance(0.15)
  const settled = switches(dice)
  const theirs = honest || chance(0.8) ? [] : theirHooks(dice, settled.pauseDetails === 'kept')
  const strategy = one<Json>(
    { strategy: 'CANARY', bakeTimeInMinutes: 2, ...CANARY },
    { strategy: 'CANARY', bakeTimeInMinutes: 2, ...CANARY },
    LINEAR,
    { strategy: 'BLUE_GREEN', bakeTimeInMinutes: Math.round(between(0, 8)) },
    ROLLING
  )
  const configuration = configured({
    ...strategy,
    ...(chance(0.25) && UNGUARDED),
    ...(chance(0.3) && { alarms: { alarmNames: ['web-5xx'], enable: true, rollback: false } }),
    ...(theirs.length > 0 && { lifecycleHooks: theirs })
  })
  const world: Partial<NativeSettings> = {
    ...configuration,
    ...(!honest && chance(0.05) && { balancers: 'none' }),
    ...(!honest && chance(0.05) && { balancing: one('role-denied', 'rule-gone', 'not-associated') }),
    ...(!honest && chance(0.06) && { history: one('before-the-record', 'never-worked') }),
    ...(!honest &&
      chance(0.2) && { approves: { after: between(0, 90 * MINUTE), action: one('CONTINUE', 'ROLLBACK') } }),
    lambdas: honest
      ? {}
      : {
          PRE_SCALE_UP: one({ answers: 'SUCCEEDED' }, { answers: 'SUCCEEDED' }, { answers: 'FAILED' }),
          POST_TEST_TRAFFIC_SHIFT: one(
            { answers: 'IN_PROGRESS', times: 2 },
            { answers: 'nonsense' },
            { answers: 'FAILED' }
          )
        }
  }
  return {
    honest,
    theirs,
    scenario: {
      name: `world-${seed}`,
      says: 'A random one.',
      lookAt: 'Its seed.',
      seed,
      world: {
        desiredCount: one(1, 2, 4),
        ...(!honest &&
          chance(0.12) && { tasks: { never: 'Task failed ELB health checks', stopCode: 'TaskFailedToStart' } }),
        ...(!honest && chance(0.08) && { rollbackOutcome: 'fails' as const }),
        ...(!honest && chance(0.12) && { policy: policy(dice) })
      },
      native: { world, switches: settled },
      script: honest ? [] : script(dice),
      faults: honest || chance(0.55) ? [] : faults(dice, OPERATIONS)
    },
    jobs: jobsOf(dice, honest, asks(dice, String(strategy['strategy'])))
  }
}

function theirHooks({ one, chance }: Dice, detailed: boolean): readonly Json[] {
  const stage = one(
    'POST_SCALE_UP',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'POST_PRODUCTION_TRAFFIC_SHIFT'
  )
  const plain = pause(stage, 20, one('ROLLBACK', 'CONTINUE'))
  const first = detailed ? { ...plain, hookDetails: { team: 'platform' } } : plain
  return chance(0.6) ? [first] : [first, lambda(one('PRE_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT'))]
}

function switches({ one }: Dice): Partial<NativeSwitches> {
  return {
    omittedNested: one('kept', 'cleared'),
    listLag: one(0, 1, 1, 2, 3),
    updateAnswer: one('old', 'new', 'absent'),
    currentDeployment: one('given', 'absent'),
    preProductionStage: one('named', 'production', 'previous'),
    testStagesWithoutRule: one('pass', 'absent'),
    rollingStages: one('given', 'absent'),
    rollingWeights: one('absent', 'given'),
    rollbackStage: one('stays', 'shown'),
    hookDetails: one('all', 'current-stage'),
    pauseDetails: one('kept', 'kept', 'dropped', 'refused'),
    oldAlarmStatus: one('DISABLED', 'MONITORING'),
    alarmReason: one('given', 'absent'),
    stopReason: one('given', 'absent'),
    rolloutReason: one('given', 'absent'),
    noCandidate: one('ROLLBACK_FAILED', 'STOPPED', 'stalls'),
    lateStop: one('succeeds', 'rolls-back')
  }
}

const EVERYTHING = [
  ...['RegisterTaskDefinition', 'DescribeTaskDefinition', 'DescribeServices', 'UpdateService', 'ListTasks'],
  ...['DescribeTasks', 'ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'],
  ...['StopServiceDeployment', 'ContinueServiceDeployment']
].map((operation) => `ecs:${operation}`)

/** A role that lacks one thing, or all that concerns deployments. */
function policy({ one, chance }: Dice): readonly string[] {
  const all = [...EVERYTHING, 'cloudwatch:DescribeAlarms', 'iam:PassRole']
  if (chance(0.4)) return all.filter((action) => !/ServiceDeployment|ServiceRevision/.test(action))
  const without = one(...(all as [string, ...string[]]))
  return all.filter((action) => action !== without)
}

function script(dice: Dice): readonly ScriptEntry[] {
  const { one, between, chance } = dice
  // Somebody deploys over a deployment of ours that waits, and so inherits its gate.
  if (chance(0.08)) return [{ when: 'paused', after: between(0, 3 * MINUTE), do: { deploy: HOTFIX } }]
  const count = Math.floor(between(0, 3.4))
  return Array.from({ length: count }, () => {
    const when = one<Moment>(
      'start',
      'created',
      'created',
      'status IN_PROGRESS',
      'status SUCCESSFUL',
      'status ROLLBACK_IN_PROGRESS',
      'stage SCALE_UP',
      'stage BAKE_TIME',
      'stage CLEAN_UP',
      'weight >= 10',
      'weight >= 100',
      'paused',
      'before UpdateService',
      'after UpdateService',
      'before ContinueServiceDeployment',
      'before StopServiceDeployment',
      'before RegisterTaskDefinition'
    )
    return { when, after: chance(0.4) ? 0 : between(0, chance(0.5) ? 30 * SECOND : 15 * MINUTE), do: happening(dice) }
  })
}

function happening({ one, between }: Dice): Act {
  return one<() => Act>(
    () => ({ alarm: 'web-5xx', to: 'ALARM' }),
    () => ({ alarm: 'web-5xx', to: 'ALARM' }),
    () => ({ alarm: 'web-5xx', to: 'INSUFFICIENT_DATA' }),
    () => ({ stop: 'ours' }),
    () => ({ stop: 'ours', rollback: false }),
    () => ({ stop: 'theirs' }),
    () => ({ deploy: HOTFIX }),
    () => ({ deploy: HOTFIX }),
    () => ({ service: 'deleted' }),
    () => ({ deployment: one('vanishes', 'sticks') }),
    () => ({ showStatus: 'PONDERING', for: between(SECOND, 5 * MINUTE) }),
    () => ({ showStage: 'MUSING', for: between(SECOND, 5 * MINUTE) }),
    () => ({ primary: 'goes-back' }),
    () => ({ unstable: between(SECOND, 2 * MINUTE) }),
    () => ({ scale: one(1, 3, 5) }),
    () => ({ answerHook: one('CONTINUE', 'ROLLBACK') }),
    () => ({ alarmReads: 'fail' })
  )()
}

const OPERATIONS: readonly [string, ...string[]] = [
  ...(['reads', 'writes', 'UpdateService', 'StopServiceDeployment', 'ContinueServiceDeployment'] as const),
  ...['DescribeServices', 'DescribeServiceDeployments', 'ListServiceDeployments', 'DescribeServiceRevisions'],
  ...['RegisterTaskDefinition', 'DescribeAlarms']
]

function asked({ one }: Dice): StrategyAsked {
  const shape = one<Extract<StrategyAsked, { kind: 'shape' }>['shape']>(
    { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 2 * MINUTE },
    { kind: 'canary', first: 10, hold: 5 * MINUTE },
    { kind: 'linear', step: 30, every: MINUTE, bake: MINUTE },
    { kind: 'blue-green', bake: 3 * MINUTE },
    { kind: 'all-at-once' },
    { kind: 'rolling' }
  )
  return { kind: 'shape', written: shape.kind, shape }
}

function asks(dice: Dice, configured: string): Partial<Deploying> {
  const { one, chance } = dice
  const strategy = chance(0.6) ? undefined : asked(dice)
  const kind = strategy?.kind === 'shape' ? strategy.shape.kind : configured.toLowerCase()
  const gate =
    kind === 'canary'
      ? one('after-canary', 'after-canary', 'before-each-shift', 'before-traffic', 'after-test-traffic')
      : one('before-each-shift', 'before-traffic', 'after-test-traffic')
  if (kind === 'rolling' || chance(0.55)) return { strategy }
  return {
    strategy,
    pauseAt: gate,
    pauseFor: one(10, 60) * MINUTE,
    pauseExpiry: one('roll-back', 'continue'),
    waitUntil: one('paused', 'paused', 'paused', 'complete')
  }
}
