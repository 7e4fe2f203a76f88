// One seeded world of a service that CodeDeploy deploys to: all of it data.
import { MINUTE, SECOND } from '../../src/domain/units.ts'
import type { Deploying, StrategyAsked } from '../../src/inputs/inputs.ts'
import { HOTFIX } from '../simulator/scenarios-ecs-parts.ts'
import type { Act, Moment, ScriptEntry, Settings, Switches } from '../simulator/scenario.ts'
import { random } from './random-world.ts'
import { diceOf, faults, jobsOf, type Dice, type Story } from './story.ts'

export function story(seed: number): Story {
  const dice = diceOf(random(seed))
  const { chance } = dice
  const honest = chance(0.15)
  const waits = chance(0.4)
  return {
    honest,
    theirs: [],
    scenario: {
      name: `world-${seed}`,
      says: 'A random one.',
      lookAt: 'Its seed.',
      seed,
      world: { ...world(dice, honest), ready: ready(dice, waits) },
      switches: switches(dice),
      script: honest ? [] : script(dice),
      faults: honest || chance(0.6) ? [] : faults(dice, OPERATIONS)
    },
    jobs: jobsOf(dice, honest, asks(dice, waits))
  }
}

function world({ one, chance, between }: Dice, honest: boolean): Partial<Omit<Settings, 'durations'>> {
  return {
    desiredCount: one(1, 2, 4),
    termination: { action: one('TERMINATE', 'TERMINATE', 'KEEP_ALIVE'), waitMinutes: Math.round(between(0, 6)) },
    rollback: one(
      { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
      { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
      { enabled: false, events: [] }
    ),
    ...(honest
      ? {}
      : {
          rollbackInfoAfter: chance(0.3) ? between(0, 30 * SECOND) : 0,
          rollbackOutcome: chance(0.08) ? 'fails' : 'succeeds',
          ...(chance(0.1) && { tasks: { never: 'Task failed ELB health checks', stopCode: 'TaskFailedToStart' } }),
          ...(chance(0.12) && {
            breaks: {
              at: one('Install', 'AllowTraffic', 'AfterAllowTraffic'),
              after: between(0, 60 * SECOND),
              status: one('Failed', 'Stopped'),
              code: one('ECS_UPDATE_ERROR', 'TIMEOUT', 'MANUAL_STOP'),
              message: 'something broke'
            }
          })
        })
  }
}

function ready({ between }: Dice, waits: boolean): Settings['ready'] {
  if (!waits) return { action: 'CONTINUE_DEPLOYMENT', waitMinutes: 0 }
  return { action: 'STOP_DEPLOYMENT', waitMinutes: Math.round(between(5, 40)) }
}

function switches({ one }: Dice): Partial<Switches> {
  return {
    withoutRollback: one('stays', 'back'),
    stopAnswer: one('Pending', 'Succeeded'),
    lateStop: one('allowed', 'refused'),
    manualStopError: one('given', 'absent'),
    alarmStopError: one('given', 'absent'),
    rollbackBeforeInstall: one('made', 'none'),
    rollbackOccupiesGroup: one(true, false),
    readyExpiryCode: one('TIMEOUT', 'MANUAL_STOP', 'absent'),
    readyExpiryRollback: one('made', 'none'),
    keepAlive: one('succeeds-at-once', 'waits'),
    echoContent: one(true, false),
    greenBeforeInstalled: one('listed', 'absent'),
    taskSetLabel: one('given', 'missing'),
    overview: one('given', 'missing'),
    bakes: one(true, false),
    serviceLoadBalancers: one('present', 'empty')
  }
}

function script({ one, between, chance }: Dice): readonly ScriptEntry[] {
  const act = (): Act =>
    one<() => Act>(
      () => ({ alarm: 'web-5xx', to: 'ALARM' }),
      () => ({ stop: 'ours', rollback: one(true, false) }),
      () => ({ stop: 'theirs', rollback: one(true, false) }),
      () => ({ proceed: one('READY_WAIT', 'TERMINATION_WAIT') }),
      () => ({ deploy: HOTFIX }),
      () => ({ deploy: HOTFIX }),
      () => ({ scale: one(1, 3) }),
      () => ({ service: 'deleted' }),
      () => ({ deployment: one('vanishes', 'sticks') }),
      () => ({ showStatus: 'Pondering', for: between(SECOND, 5 * MINUTE) }),
      () => ({ unstable: between(SECOND, 2 * MINUTE) }),
      () => ({ alarmReads: 'fail' })
    )()
  if (chance(0.04)) return [{ when: 'status Succeeded', do: { primary: 'goes-back' } }]
  return Array.from({ length: Math.floor(between(0, 3.4)) }, () => ({
    when: one<Moment>(
      'start',
      'created',
      'status InProgress',
      'status Ready',
      'status Succeeded',
      'status Stopped',
      'event Install',
      'weight >= 10',
      'weight >= 100',
      'termination wait',
      'before CreateDeployment',
      'after CreateDeployment',
      'before StopDeployment',
      'before ContinueDeployment'
    ),
    after: chance(0.4) ? 0 : between(0, chance(0.5) ? 30 * SECOND : 15 * MINUTE),
    do: act()
  }))
}

const OPERATIONS: readonly [string, ...string[]] = [
  ...(['reads', 'writes', 'CreateDeployment', 'StopDeployment', 'ContinueDeployment', 'GetDeployment'] as const),
  ...['GetDeploymentTarget', 'GetDeploymentGroup', 'DescribeServices', 'RegisterTaskDefinition', 'DescribeAlarms']
]

function asks({ one, chance }: Dice, waits: boolean): Partial<Deploying> {
  const strategy: StrategyAsked | undefined = chance(0.6)
    ? undefined
    : {
        kind: 'shape',
        written: 'some',
        shape: one(
          { kind: 'canary', first: 10, hold: 5 * MINUTE },
          { kind: 'linear', step: 25, every: MINUTE },
          { kind: 'all-at-once' }
        )
      }
  if (!waits || chance(0.3)) return { strategy }
  return {
    strategy,
    pauseAt: one('before-traffic', 'after-test-traffic'),
    waitUntil: one('paused', 'paused', 'complete')
  }
}
