// The strategy as a CodeDeploy deployment configuration: one of AWS's, one of the user's, or one named by its content. Pure.
import type { CreateDeploymentConfigInput, TrafficRoutingConfig } from '@aws-sdk/client-codedeploy'
import { Problem } from '../../domain/problem.ts'
import { shiftTime, weightSteps, type Shape } from '../../domain/shape.ts'
import { MINUTE, type Millis, type Percent, type Result } from '../../domain/units.ts'
import type { StrategyAsked } from '../../inputs/inputs.ts'

/** The shapes CodeDeploy can move traffic in. */
export type Routing = Extract<Shape, { readonly kind: 'all-at-once' | 'canary' | 'linear' }>

export const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce'

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html */
export const PREDEFINED: ReadonlyMap<string, Routing> = new Map([
  [ALL_AT_ONCE, { kind: 'all-at-once' }],
  ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', { kind: 'linear', step: 10, every: MINUTE }],
  ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', { kind: 'linear', step: 10, every: 3 * MINUTE }],
  ['CodeDeployDefault.ECSCanary10Percent5Minutes', { kind: 'canary', first: 10, hold: 5 * MINUTE }],
  ['CodeDeployDefault.ECSCanary10Percent15Minutes', { kind: 'canary', first: 10, hold: 15 * MINUTE }]
] satisfies [string, Routing][])

/** The configuration a strategy asks for. */
export type Wanted =
  /** Nothing was asked: the group's. */
  | { readonly kind: 'group' }
  /** A name of the user's: taken as it is, and must exist. */
  | { readonly kind: 'named'; readonly name: string }
  /** A shape: one of AWS's, or `ours`, which is created when it does not exist. */
  | { readonly kind: 'shape'; readonly name: string; readonly routing: Routing; readonly ours: boolean }

export function wantedConfiguration(asked: StrategyAsked | undefined): Result<Wanted, Problem> {
  if (asked === undefined) return { ok: true, value: { kind: 'group' } }
  switch (asked.kind) {
    case 'configuration':
      return { ok: true, value: { kind: 'named', name: asked.name } }
    case 'shape': {
      const problems = unfitness(asked.shape).map(
        ({ found, remedy }) =>
          new Problem('STRATEGY_UNFIT', {
            place: { kind: 'input', name: 'strategy' },
            found: `\`${asked.written}\`: ${found}`,
            remedy
          })
      )
      const routing = routingIn(asked.shape)
      if (problems.length > 0 || routing === undefined) return { ok: false, problems }
      const predefined = [...PREDEFINED].find(([, known]) => same(known, routing))
      const name = predefined?.[0] ?? contentName(routing)
      return { ok: true, value: { kind: 'shape', name, routing, ours: predefined === undefined } }
    }
  }
}

/** Undefined for what CodeDeploy cannot do. */
export function routingIn(shape: Shape): Routing | undefined {
  switch (shape.kind) {
    case 'all-at-once':
    case 'blue-green':
      return { kind: 'all-at-once' }
    case 'canary':
      return { kind: 'canary', first: shape.first, hold: shape.hold }
    case 'linear':
      return { kind: 'linear', step: shape.step, every: shape.every }
    case 'rolling':
      return undefined
  }
}

interface Unfit {
  readonly found: string
  readonly remedy: string
}

function unfitness(shape: Shape): readonly Unfit[] {
  const unfit: Unfit[] = []
  if ('bake' in shape) {
    unfit.push({
      found: 'CodeDeploy takes the time both revisions stay alive from the deployment group, not from a deployment',
      remedy: 'Leave `bake` out, and set terminationWaitTimeInMinutes on the deployment group.'
    })
  }
  switch (shape.kind) {
    case 'rolling':
      unfit.push({
        found: 'a service with the controller CODE_DEPLOY always starts a second task set and cannot roll',
        remedy: 'Write `canary`, `linear`, `all-at-once` or `blue-green`.'
      })
      break
    case 'canary':
      unfit.push(...pace(shape, shape.first, shape.hold))
      break
    case 'linear':
      unfit.push(...pace(shape, shape.step, shape.every))
      break
    case 'all-at-once':
    case 'blue-green':
      break
  }
  return unfit
}

/** The time from the first step to 100 %: https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const LONGEST: Millis = 2_880 * MINUTE

/** CodeDeploy counts in whole percents and whole minutes. */
function pace(shape: Shape, percent: Percent, span: Millis): readonly Unfit[] {
  const unfit = [...wholePercent(percent), ...wholeMinutes(span)]
  if (unfit.length > 0) return unfit
  const whole = shiftTime({ readyWait: 0, steps: weightSteps(shape), bake: 0 })
  if (whole <= LONGEST) return []
  return [
    {
      found: `the traffic would shift for ${whole / MINUTE} minutes, and CodeDeploy takes at most ${LONGEST / MINUTE} (48 h) from the first step to 100 %`,
      remedy: 'Shorten the time, or take larger steps.'
    }
  ]
}

function wholePercent(percent: Percent): readonly Unfit[] {
  if (Number.isInteger(percent) && percent >= 1 && percent <= 99) return []
  const remedy =
    percent > 99 ? 'Write `all-at-once` to move everything at once.' : 'Write a whole percentage from 1 to 99.'
  return [{ found: `CodeDeploy cannot take a step of ${percent} %`, remedy }]
}

function wholeMinutes(span: Millis): readonly Unfit[] {
  const minutes = span / MINUTE
  if (Number.isInteger(minutes) && minutes >= 1) return []
  return [
    { found: `CodeDeploy cannot wait ${minutes} minutes`, remedy: 'Write a whole number of minutes, at least 1.' }
  ]
}

/** Says its content, so that two runs that want the same share one, and nobody's is changed. At most 100 characters. */
function contentName(routing: Routing): string {
  switch (routing.kind) {
    case 'all-at-once':
      return ALL_AT_ONCE
    case 'canary':
      return `ecs-canary-deploy-canary-${routing.first}-percent-${routing.hold / MINUTE}-minutes`
    case 'linear':
      return `ecs-canary-deploy-linear-${routing.step}-percent-${routing.every / MINUTE}-minutes`
  }
}

export function same(one: Routing, other: Routing): boolean {
  switch (one.kind) {
    case 'all-at-once':
      return other.kind === 'all-at-once'
    case 'canary':
      return other.kind === 'canary' && one.first === other.first && one.hold === other.hold
    case 'linear':
      return other.kind === 'linear' && one.step === other.step && one.every === other.every
  }
}

/** GetDeploymentConfig's words as ours; undefined for what nobody knows. */
export function routingOf(config: TrafficRoutingConfig | undefined): Routing | undefined {
  const first = config?.timeBasedCanary?.canaryPercentage
  const hold = config?.timeBasedCanary?.canaryInterval
  const step = config?.timeBasedLinear?.linearPercentage
  const every = config?.timeBasedLinear?.linearInterval
  switch (config?.type) {
    case 'AllAtOnce':
      return { kind: 'all-at-once' }
    case 'TimeBasedCanary':
      return first === undefined || hold === undefined ? undefined : { kind: 'canary', first, hold: hold * MINUTE }
    case 'TimeBasedLinear':
      // A step of nothing never ends.
      return step === undefined || step <= 0 || every === undefined
        ? undefined
        : { kind: 'linear', step, every: every * MINUTE }
    case undefined:
      return undefined
  }
}

export function createConfiguration(name: string, routing: Routing): CreateDeploymentConfigInput {
  return { deploymentConfigName: name, computePlatform: 'ECS', trafficRoutingConfig: trafficRouting(routing) }
}

function trafficRouting(routing: Routing): TrafficRoutingConfig {
  switch (routing.kind) {
    case 'all-at-once':
      return { type: 'AllAtOnce' }
    case 'canary':
      return {
        type: 'TimeBasedCanary',
        timeBasedCanary: { canaryPercentage: routing.first, canaryInterval: routing.hold / MINUTE }
      }
    case 'linear':
      return {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: routing.step, linearInterval: routing.every / MINUTE }
      }
  }
}
