// Which stages a native deployment goes through, and what each production step shifts. Pure. B3, B5
import { minute } from './clock.ts'
import { isJson } from './wire.ts'
import type { NativeSettings, NativeSwitches, Strategy } from './native-scenario.ts'
import type { PlannedStage } from './native-state.ts'
import type { Json } from './wire.ts'

export interface Step {
  readonly weight: number
  /** Minutes it holds before the next one; none after the step that reaches 100. [DG:deployment-type-linear] */
  readonly bake: number
}

const part = (configuration: Json, member: string): Json => {
  const value = configuration[member]
  return isJson(value) ? value : {}
}

const tenths = (percent: number): number => Math.round(percent * 10) / 10

/** BLUE_GREEN one, CANARY two, LINEAR ceil(100/stepPercent). [DG:deployment-lifecycle-hooks] B5 */
export function stepsOf(configuration: Json): readonly Step[] {
  switch (configuration['strategy']) {
    case 'CANARY': {
      const { canaryPercent = 5, canaryBakeTimeInMinutes = 10 } = part(configuration, 'canaryConfiguration')
      return [
        { weight: Number(canaryPercent), bake: Number(canaryBakeTimeInMinutes) },
        { weight: 100, bake: 0 }
      ]
    }
    case 'LINEAR': {
      const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = part(configuration, 'linearConfiguration')
      const count = Math.ceil(1000 / Math.round(Number(stepPercent) * 10)) // in tenths, so that 33.3 makes four
      return Array.from({ length: count }, (_, index) => ({
        weight: index === count - 1 ? 100 : tenths(Number(stepPercent) * (index + 1)),
        bake: index === count - 1 ? 0 : Number(stepBakeTimeInMinutes)
      }))
    }
    default:
      return [{ weight: 100, bake: 0 }]
  }
}

export interface Circumstances {
  readonly configuration: Json
  readonly settings: NativeSettings
  readonly switches: NativeSwitches
  readonly severalActive: boolean
  readonly network: boolean // an NLB
  readonly testRule: boolean
}

export function planOf(now: Circumstances): readonly PlannedStage[] {
  const { configuration, severalActive } = now
  const { durations } = now.settings
  const quick = durations.quickStage
  const bake = Number(configuration['bakeTimeInMinutes'] ?? 0) * minute
  const opening: readonly PlannedStage[] = [
    ...(severalActive ? [{ stage: 'RECONCILE_SERVICE', lasts: durations.reconcile } as const] : []),
    { stage: 'PRE_SCALE_UP', lasts: quick },
    { stage: 'SCALE_UP', lasts: 0 },
    { stage: 'POST_SCALE_UP', lasts: quick }
  ]
  const strategy = configuration['strategy'] as Strategy | undefined
  if (strategy === undefined || strategy === 'ROLLING') {
    // alarms make a rolling deployment bake. [DG:deployment-alarm-failure] B8
    const watched = part(configuration, 'alarms')['enable'] === true && configuration['bakeTimeInMinutes'] === undefined
    const rollingBake = watched ? durations.rollingBake : bake
    return [
      ...opening,
      ...(rollingBake > 0 ? [{ stage: 'BAKE_TIME', lasts: rollingBake } as const] : []),
      { stage: 'CLEAN_UP', lasts: quick }
    ]
  }
  const extra = now.network ? durations.nlbShift : 0
  const noTest = now.testRule ? undefined : now.switches.testStagesWithoutRule
  const testing: readonly PlannedStage[] =
    noTest === 'absent'
      ? []
      : [
          { stage: 'TEST_TRAFFIC_SHIFT', lasts: noTest === 'pass' ? 0 : durations.shift + extra },
          { stage: 'POST_TEST_TRAFFIC_SHIFT', lasts: noTest === 'pass' ? 0 : quick }
        ]
  const steps = stepsOf(configuration).flatMap(({ weight, bake: hold }, index): readonly PlannedStage[] => [
    { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', lasts: quick },
    {
      stage: 'PRODUCTION_TRAFFIC_SHIFT',
      weight,
      // whether the ten minutes count for each step is a switch. UNVERIFIED B5
      lasts: durations.shift + hold * minute + (index === 0 || now.switches.nlbDelay === 'each-step' ? extra : 0)
    }
  ])
  return [
    ...opening,
    ...testing,
    ...steps,
    { stage: 'POST_PRODUCTION_TRAFFIC_SHIFT', lasts: quick },
    { stage: 'BAKE_TIME', lasts: bake },
    { stage: 'CLEAN_UP', lasts: durations.cleanUp }
  ]
}
