// What the bench deploys: lengths spread evenly from 5 to 60 minutes, every strategy, the same for both engines.
import { CONFIGURATION } from '../simulator/native-defaults.ts'
import type { Scenario } from '../simulator/scenarios.ts'

const minute = 60_000

export const ENGINES = ['codedeploy', 'ecs'] as const
export type Engine = (typeof ENGINES)[number]

/** The plain canary of the engine, by the name of its scenario. */
export const PLAIN: Readonly<Record<Engine, string>> = { codedeploy: 'smooth', ecs: 'ecs-canary' }

interface Order {
  readonly at: number
  /** Minutes that are left when the new tasks are up and all traffic has shifted. */
  readonly wait: number
  readonly install: number
  readonly rolledBack: boolean
}

/** A way to shift traffic, and the minutes it takes. */
interface Shift {
  readonly minutes: number
  readonly scenario: (order: Order) => Scenario
}

const alarm = { alarm: 'web-5xx', to: 'ALARM' } as const

const throughCodeDeploy = (name: string, minutes: number): Shift => ({
  minutes,
  scenario: ({ at, wait, install, rolledBack }) => ({
    name: `bench-${at + 1}`,
    says: `${name}, then ${wait} minutes`,
    lookAt: 'the delay',
    world: {
      configName: `CodeDeployDefault.${name}`,
      termination: { action: 'TERMINATE', waitMinutes: wait },
      durations: { install }
    },
    ...(rolledBack && {
      script: [{ when: 'weight >= 10', after: minute * (minutes + wait) * 0.87, do: alarm }]
    })
  })
})

const natively = (strategy: string, minutes: number, more: Readonly<Record<string, unknown>> = {}): Shift => ({
  minutes,
  scenario: ({ at, wait, install, rolledBack }) => ({
    name: `bench-ecs-${at + 1}`,
    says: `${strategy} over ${minutes} minutes, then ${wait} minutes of bake`,
    lookAt: 'the delay',
    world: { durations: { install } },
    native: { world: { configuration: { ...CONFIGURATION, ...more, strategy, bakeTimeInMinutes: wait } } },
    // a rolling deployment has no weights to wait for
    ...(rolledBack && {
      script: [{ when: 'stage SCALE_UP', after: install + minute * (minutes + wait) * 0.87, do: alarm }]
    })
  })
})

const canary = (canaryBakeTimeInMinutes: number): Shift =>
  natively('CANARY', canaryBakeTimeInMinutes, { canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes } })
const linear = (stepPercent: number, stepBakeTimeInMinutes: number): Shift =>
  natively('LINEAR', (100 / stepPercent - 1) * stepBakeTimeInMinutes, {
    linearConfiguration: { stepPercent, stepBakeTimeInMinutes }
  })

const SHIFTS: Readonly<Record<Engine, readonly [Shift, ...Shift[]]>> = {
  codedeploy: [
    throughCodeDeploy('ECSAllAtOnce', 0),
    throughCodeDeploy('ECSCanary10Percent5Minutes', 5),
    throughCodeDeploy('ECSLinear10PercentEvery1Minutes', 9),
    throughCodeDeploy('ECSCanary10Percent15Minutes', 15),
    throughCodeDeploy('ECSLinear10PercentEvery3Minutes', 27)
  ],
  ecs: [natively('BLUE_GREEN', 0), natively('ROLLING', 0), canary(5), linear(10, 1), canary(15), linear(20, 6)]
}

/** No two end at the same phase of a poll. Every sixth is rolled back. */
export function scenarios(engine: Engine, count: number): readonly Scenario[] {
  const shifts = SHIFTS[engine]
  return Array.from({ length: count }, (_, at) => {
    const length = 5 + (at * 55) / Math.max(1, count - 1)
    const fitting = shifts.filter(({ minutes }) => minutes + 3 <= length)
    const shift = fitting[at % fitting.length] ?? shifts[0]
    const install = minute * 1.5 + 1_000 * ((at * 7.31) % 60)
    const wait = Math.max(0, Math.floor(length - shift.minutes - install / minute))
    return shift.scenario({ at, wait, install, rolledBack: at % 6 === 5 })
  })
}
