// A deploymentConfiguration as facts, whoever answered it: a service or a deployment of it. Pure.
import type { Percent, Millis } from '../../domain/units.ts'
import { MINUTE } from '../../domain/units.ts'
import { weightSteps, type Shape, type Timetable } from '../../domain/shape.ts'
import { listOf, membersOf, numberOf, textOf, textsOf } from './members.ts'
import { isPause, markIn } from './pause-mark.ts'

export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'CANARY' | 'LINEAR'

/** A wait for a person, as it is configured. */
export interface Pause {
  readonly stages: readonly string[]
  readonly timeout: Millis
  /** The text of our marker; undefined: it is not ours. */
  readonly mark: string | undefined
}

export interface Configuration {
  /** AWS's own word. */
  readonly strategy: string
  readonly shape: Shape | undefined
  readonly bake: Millis | undefined
  readonly alarms: { readonly enabled: boolean; readonly rollback: boolean; readonly names: readonly string[] }
  readonly breaker: { readonly enabled: boolean; readonly rollback: boolean }
  readonly pauses: readonly Pause[]
  /** Of the wanted tasks, with which ECS says that it succeeded. */
  readonly enough: Percent
  /** Roles ECS assumes for the hooks. */
  readonly hookRoles: readonly string[]
  readonly minimumHealthyPercent: number
  readonly maximumPercent: number
}

/** A stage lasts 24 hours at most. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html */
export const LONGEST_STAGE = 1_440
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
export const LONGEST_PAUSE = 20_160
/** Where none is told. The same page. */
export const USUAL_PAUSE = 1_440
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html */
export const CANARY = { from: 0.1, to: 100, percent: 5, minutes: 10 } as const
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html */
export const LINEAR = { from: 3, to: 100, percent: 10, minutes: 6 } as const
/** Of a service's tasks. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
const USUAL_PACE = { minimumHealthyPercent: 100, maximumPercent: 200 } as const
/** A deployment lasts 30 days at most. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html */
const LONGEST_DEPLOYMENT = 43_200

/** Before every step of production traffic. */
export const BEFORE_SHIFT = 'PRE_PRODUCTION_TRAFFIC_SHIFT'

export function configurationOf(answer: unknown): Configuration {
  const given = membersOf(answer)
  const strategy = textOf(given['strategy']) ?? 'ROLLING'
  const bake = minutesOf(given['bakeTimeInMinutes'], LONGEST_DEPLOYMENT)
  const [alarms, breaker] = [membersOf(given['alarms']), membersOf(given['deploymentCircuitBreaker'])]
  const hooks = listOf(given['lifecycleHooks'])
  return {
    strategy,
    bake,
    shape: isStrategy(strategy) ? shapeOf(strategy, given, bake) : undefined,
    alarms: {
      enabled: alarms['enable'] === true,
      rollback: alarms['rollback'] === true,
      names: [...new Set(textsOf(alarms['alarmNames']))]
    },
    breaker: { enabled: breaker['enable'] === true, rollback: breaker['rollback'] === true },
    enough: enoughOf(given),
    pauses: hooks.filter(isPause).map(pauseOf),
    hookRoles: [...new Set(hooks.flatMap((hook) => textOf(membersOf(hook)['roleArn']) ?? []))],
    minimumHealthyPercent: numberOf(given['minimumHealthyPercent'], 0, Infinity) ?? USUAL_PACE.minimumHealthyPercent,
    maximumPercent: numberOf(given['maximumPercent'], 0, Infinity) ?? USUAL_PACE.maximumPercent
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function enoughOf(given: Readonly<Record<string, unknown>>): Percent {
  const early = membersOf(given['earlySuccessCriteria'])
  return early['enable'] === true ? (numberOf(early['healthyPercent'], 0, 100) ?? 100) : 100
}

const STRATEGIES: Readonly<Record<Strategy, (given: Stepping) => Shape | undefined>> = {
  ROLLING: ({ bake }) => ({ kind: 'rolling', ...bake }),
  // Without a wait at the end there is nothing that tells it from moving everything at once.
  BLUE_GREEN: ({ bake }) => (bake.bake === 0 ? { kind: 'all-at-once' } : { kind: 'blue-green', ...bake }),
  CANARY: ({ canary: { share, span }, bake }) =>
    share === undefined || span === undefined ? undefined : { kind: 'canary', first: share, hold: span, ...bake },
  LINEAR: ({ linear: { share, span }, bake }) =>
    share === undefined || span === undefined ? undefined : { kind: 'linear', step: share, every: span, ...bake }
}

interface Stepping {
  readonly canary: Step
  readonly linear: Step
  readonly bake: { readonly bake?: Millis }
}

/** Undefined: not as AWS documents it. */
interface Step {
  readonly share: Percent | undefined
  readonly span: Millis | undefined
}

export function isStrategy(word: string): word is Strategy {
  return Object.hasOwn(STRATEGIES, word)
}

function shapeOf(
  strategy: Strategy,
  given: Readonly<Record<string, unknown>>,
  bake: Millis | undefined
): Shape | undefined {
  const canary = membersOf(given['canaryConfiguration'])
  const linear = membersOf(given['linearConfiguration'])
  return STRATEGIES[strategy]({
    canary: {
      share: numberOf(canary['canaryPercent'] ?? CANARY.percent, CANARY.from, CANARY.to),
      span: minutesOf(canary['canaryBakeTimeInMinutes'] ?? CANARY.minutes, LONGEST_DEPLOYMENT)
    },
    linear: {
      share: numberOf(linear['stepPercent'] ?? LINEAR.percent, LINEAR.from, LINEAR.to),
      span: minutesOf(linear['stepBakeTimeInMinutes'] ?? LINEAR.minutes, LONGEST_DEPLOYMENT)
    },
    bake: bake === undefined ? {} : { bake }
  })
}

function minutesOf(value: unknown, most: number): Millis | undefined {
  const minutes = numberOf(value, 0, most)
  return minutes === undefined ? undefined : minutes * MINUTE
}

function pauseOf(hook: unknown): Pause {
  const given = membersOf(hook)
  const timeout = membersOf(given['timeoutConfiguration'])['timeoutInMinutes']
  return {
    stages: textsOf(given['lifecycleStages']),
    timeout: minutesOf(timeout, LONGEST_PAUSE) ?? USUAL_PAUSE * MINUTE,
    mark: markIn(hook)
  }
}

/** How often a deployment comes by a stage: the one before a shift once for each step. */
function visits(stage: string, steps: number): number {
  return stage === BEFORE_SHIFT ? steps : 1
}

/**
 * Rolling moves tasks and no traffic: it has no steps. The hooks of one stage wait side by side. `passesFirst`: nobody is
 * waited for before the first step of the traffic.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
 */
export function timetableOf(
  { shape, bake = 0, pauses }: Pick<Configuration, 'shape' | 'bake' | 'pauses'>,
  passesFirst = false
): Timetable {
  const steps = shape === undefined || shape.kind === 'rolling' ? [] : weightSteps(shape)
  const stages = new Set(pauses.flatMap((pause) => pause.stages))
  const readyWait = [...stages].reduce((sum, stage) => {
    const waits = pauses.filter((pause) => pause.stages.includes(stage)).map((pause) => pause.timeout)
    const all = visits(stage, Math.max(1, steps.length))
    return sum + Math.max(...waits) * (passesFirst && stage === BEFORE_SHIFT ? all - 1 : all)
  }, 0)
  return { readyWait, steps, bake }
}
