// The strategy as members of a deploymentConfiguration: what was asked in our words, in the ranges AWS takes. Pure.
import { isObject } from '../../domain/json.ts'
import type { Choice } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import type { Shape } from '../../domain/shape.ts'
import { MINUTE, type Json, type JsonObject, type Millis, type Percent } from '../../domain/units.ts'
import type { StrategyAsked } from '../../inputs/inputs.ts'
import { failed, found, type Found } from '../found.ts'
import { CANARY, LINEAR, LONGEST_STAGE, type Configuration, type Strategy } from './configuration.ts'
import { notOfEcs } from './of-codedeploy.ts'
import type { Settings } from './settings.ts'

/** Undefined: as the service is configured. */
export function wantedShape(asked: StrategyAsked | undefined): Found<Shape | undefined> {
  if (asked === undefined) return found(undefined)
  switch (asked.kind) {
    case 'configuration':
      return failed(undefined, notOfEcs(asked))
    case 'shape': {
      const problems = unfitness(asked.shape).map(
        ({ found, remedy }) =>
          new Problem('STRATEGY_UNFIT', {
            place: { kind: 'input', name: 'strategy' },
            found: `\`${asked.written}\`: ${found}`,
            remedy
          })
      )
      return failed(asked.shape, ...problems)
    }
  }
}

interface Unfit {
  readonly found: string
  readonly remedy: string
}

function unfitness(shape: Shape): readonly Unfit[] {
  const bake = 'bake' in shape && shape.bake !== undefined ? minutes(shape.bake, 'bake for') : []
  switch (shape.kind) {
    case 'canary':
      return [...tenths(shape.first, CANARY), ...minutes(shape.hold, 'hold for'), ...bake]
    case 'linear':
      return [...tenths(shape.step, LINEAR), ...minutes(shape.every, 'hold for'), ...bake]
    case 'all-at-once':
    case 'blue-green':
    case 'rolling':
      return bake
  }
}

interface Range {
  readonly from: Percent
  readonly to: Percent
}

function tenths(percent: Percent, { from, to }: Range): readonly Unfit[] {
  // 10.1 * 10 is not 101 to a computer.
  const inTenths = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6
  if (inTenths && percent >= from && percent <= to) return []
  return [
    {
      found: `ECS cannot take a step of ${percent} %`,
      remedy: `Write a percentage from ${from} to ${to}, with at most one decimal.`
    }
  ]
}

function minutes(span: Millis, does: string): readonly Unfit[] {
  const count = span / MINUTE
  if (Number.isInteger(count) && count >= 0 && count <= LONGEST_STAGE) return []
  return [
    {
      found: `ECS cannot ${does} ${count} minutes`,
      remedy: `Write whole minutes, at most ${LONGEST_STAGE}: no stage of a deployment lasts longer than a day.`
    }
  ]
}

/** AWS wants one to be given: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
const USUAL_BAKE: Millis = 5 * MINUTE

/** Members of the other strategies go: sent along they are dropped without a word. */
export function strategySettings(shape: Shape | undefined, raw: JsonObject, has: Configuration): Settings {
  if (shape === undefined) return {}
  const bake = bakeOf(shape, has)
  return {
    strategy: STRATEGY[shape.kind],
    ...(bake !== undefined && { bakeTimeInMinutes: bake / MINUTE }),
    canaryConfiguration:
      shape.kind === 'canary'
        ? {
            ...membersIn(raw['canaryConfiguration']),
            canaryPercent: shape.first,
            canaryBakeTimeInMinutes: shape.hold / MINUTE
          }
        : undefined,
    linearConfiguration:
      shape.kind === 'linear'
        ? {
            ...membersIn(raw['linearConfiguration']),
            stepPercent: shape.step,
            stepBakeTimeInMinutes: shape.every / MINUTE
          }
        : undefined,
    ...(shape.kind !== 'rolling' && withoutEarlySuccess(raw['earlySuccessCriteria']))
  }
}

/**
 * Of rolling deployments only, and refused with others: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 * It is switched off rather than left out, as what is left out may be kept.
 */
function withoutEarlySuccess(existing: Json | undefined): Settings {
  if (!isObject(existing) || existing['enable'] !== true) return {}
  return { earlySuccessCriteria: { ...existing, enable: false } }
}

function membersIn(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

const STRATEGY: Readonly<Record<Shape['kind'], Strategy>> = {
  canary: 'CANARY',
  linear: 'LINEAR',
  'all-at-once': 'BLUE_GREEN',
  'blue-green': 'BLUE_GREEN',
  rolling: 'ROLLING'
}

/** Undefined: as the service has it. */
function bakeOf(shape: Shape, has: Configuration): Millis | undefined {
  switch (shape.kind) {
    case 'all-at-once':
      return 0
    case 'blue-green':
      return shape.bake ?? (has.bake === undefined ? USUAL_BAKE : undefined)
    case 'canary':
    case 'linear':
    case 'rolling':
      return shape.bake
  }
}

/** `will`: with what was asked for. */
export function strategyChoices(shape: Shape | undefined, has: Configuration, will: Configuration): readonly Choice[] {
  const strategy: Choice = {
    what: 'strategy',
    value: will.shape === undefined ? will.strategy : strategyText(will.shape),
    origin: shape === undefined ? 'service' : 'input'
  }
  if (will.bake === undefined) return [strategy]
  return [strategy, { what: 'bake', value: `${will.bake / MINUTE}m`, origin: bakeOrigin(shape, has) }]
}

function bakeOrigin(shape: Shape | undefined, has: Configuration): Choice['origin'] {
  const bake = shape && bakeOf(shape, has)
  if (shape === undefined || bake === undefined) return 'service'
  return shape.kind === 'all-at-once' || shape.bake !== undefined ? 'input' : 'default'
}

/** As it is written in `strategy`, without the bake. */
function strategyText(shape: Shape): string {
  switch (shape.kind) {
    case 'canary':
      return `canary ${shape.first}% for ${shape.hold / MINUTE}m`
    case 'linear':
      return `linear ${shape.step}% every ${shape.every / MINUTE}m`
    case 'all-at-once':
    case 'blue-green':
    case 'rolling':
      return shape.kind
  }
}
