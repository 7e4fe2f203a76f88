// The deploymentConfiguration a service will have: as it is, with only what was asked for changed. Pure.
import type { Choice, EcsPlan, Guard } from '../../domain/plan.ts'
import type { JsonObject, Millis } from '../../domain/units.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { Found } from '../found.ts'
import type { AsWritten } from './as-written.ts'
import { checkBalancers, networkDelay } from './balancers.ts'
import { configurationOf, timetableOf, type Configuration } from './configuration.ts'
import { decideGuard, watchedAfterwards } from './guard.ts'
import { decidePacing } from './pacing.ts'
import { decidePause, pauseSettings, type Pausing } from './pauses.ts'
import { withSettings } from './settings.ts'
import { strategyChoices, strategySettings } from './strategy.ts'
import type { Survey } from './survey.ts'

export interface Configured {
  /** All of it, without our marker. */
  readonly after: JsonObject
  readonly will: Configuration
  readonly timetable: EcsPlan['timetable']
  readonly guard: Guard
  readonly pausing: Pausing
  /** It differs from what the service has. */
  readonly differs: boolean
  /** What was asked for and is not so yet, as reasons for a deployment. */
  readonly asks: readonly string[]
  /** What AWS may take beyond the timetable: allowed for and not predicted. */
  readonly lingers: Millis
  readonly choices: readonly Choice[]
}

export function configure(
  inputs: Deploying,
  { raw, has, balancing }: AsWritten,
  { shape, alarms, activity }: Survey,
  now: Millis
): Found<Configured> {
  const moving = withSettings(raw, strategySettings(shape, raw, has))
  const moves = configurationOf(moving)
  const balanced = checkBalancers(balancing, moves, shape !== undefined)
  const pacing = decidePacing(inputs, moves)
  const guarding = decideGuard(inputs, raw, has, alarms, now)
  const pausing = decidePause(inputs, raw, moves, balancing, activity.readBy)
  const after = withSettings(moving, pacing.value.settings, guarding.value.settings, pauseSettings(pausing.value))
  const will = configurationOf(after)
  const timetable = timetableOf(will, inputs.pauseAt === 'after-canary')
  const { guard } = guarding.value
  const parts = [balanced, pacing, guarding, pausing]
  return {
    value: {
      after,
      will,
      timetable,
      guard,
      pausing: pausing.value,
      differs: JSON.stringify(after) !== JSON.stringify(raw),
      asks: [
        ...(pacing.value.differs ? ['another pace was asked for'] : []),
        ...(guarding.value.differs ? ['another `rollback-on` was asked for'] : [])
      ],
      lingers: networkDelay(balancing, timetable.steps.length) + watchedAfterwards(will, guard),
      choices: [
        ...strategyChoices(shape, has, will),
        ...pacing.value.choices,
        ...guarding.value.choices,
        ...pausing.value.choices
      ]
    },
    problems: parts.flatMap((part) => part.problems),
    notes: parts.flatMap((part) => part.notes)
  }
}

/** As it is sent: our pause says whose it is. */
export function marked({ after, pausing }: Configured, marker: string): JsonObject {
  return withSettings(after, pauseSettings(pausing, marker))
}
