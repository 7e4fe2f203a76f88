import { minute } from './clock.ts'

/** How traffic moves. Whole numbers only. [CD] A12 */
export type Routing =
  | { readonly type: 'AllAtOnce' }
  | { readonly type: 'TimeBasedCanary'; readonly percent: number; readonly minutes: number }
  | { readonly type: 'TimeBasedLinear'; readonly percent: number; readonly minutes: number }

export interface Config {
  readonly id: string
  readonly name: string
  readonly platform: 'ECS' | 'Lambda' | 'Server'
  readonly createdAt: number
  readonly routing?: Routing
  readonly minimumHealthyHosts?: { readonly type: string; readonly value: number }
}

export const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce'

const canary = (minutes: number): Routing => ({ type: 'TimeBasedCanary', percent: 10, minutes })
const linear = (minutes: number): Routing => ({ type: 'TimeBasedLinear', percent: 10, minutes })

/** The five of ECS, and by name those of the other platforms (note the singular `Minute` of Lambda). [LAB-CD] A12 */
const PREDEFINED: readonly (readonly [string, Config['platform'], Routing | undefined, number?])[] = [
  [ALL_AT_ONCE, 'ECS', { type: 'AllAtOnce' }],
  ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 'ECS', linear(1)],
  ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 'ECS', linear(3)],
  ['CodeDeployDefault.ECSCanary10Percent5Minutes', 'ECS', canary(5)],
  ['CodeDeployDefault.ECSCanary10Percent15Minutes', 'ECS', canary(15)],
  ['CodeDeployDefault.LambdaAllAtOnce', 'Lambda', { type: 'AllAtOnce' }],
  ['CodeDeployDefault.LambdaCanary10Percent5Minutes', 'Lambda', canary(5)],
  ['CodeDeployDefault.LambdaCanary10Percent10Minutes', 'Lambda', canary(10)],
  ['CodeDeployDefault.LambdaCanary10Percent15Minutes', 'Lambda', canary(15)],
  ['CodeDeployDefault.LambdaCanary10Percent30Minutes', 'Lambda', canary(30)],
  ['CodeDeployDefault.LambdaLinear10PercentEvery1Minute', 'Lambda', linear(1)],
  ['CodeDeployDefault.LambdaLinear10PercentEvery2Minutes', 'Lambda', linear(2)],
  ['CodeDeployDefault.LambdaLinear10PercentEvery3Minutes', 'Lambda', linear(3)],
  ['CodeDeployDefault.LambdaLinear10PercentEvery10Minutes', 'Lambda', linear(10)],
  ['CodeDeployDefault.OneAtATime', 'Server', undefined, 99],
  ['CodeDeployDefault.HalfAtATime', 'Server', undefined, 50],
  ['CodeDeployDefault.AllAtOnce', 'Server', undefined, 0]
]

export function predefinedConfigs(): Map<string, Config> {
  return new Map(
    PREDEFINED.map(([name, platform, routing, healthy], index) => {
      const id = `00000000-0000-0000-0000-${String(index + 1).padStart(12, '0')}`
      const config: Config = {
        id,
        name,
        platform,
        createdAt: 1_543_431_361_000,
        ...(routing && { routing }),
        ...(healthy !== undefined && { minimumHealthyHosts: { type: 'FLEET_PERCENT', value: healthy } })
      }
      return [name, config]
    })
  )
}

export interface Step {
  readonly after: number // ms since AllowTraffic began
  readonly weight: number // of the green set
}

/** The first step moves at once; 100 % comes after ceil(100/p)-1 intervals, for a canary after one. [LAB-CD] A5 */
export function timetable(routing: Routing): readonly Step[] {
  switch (routing.type) {
    case 'AllAtOnce':
      return [{ after: 0, weight: 100 }]
    case 'TimeBasedCanary':
      return [
        { after: 0, weight: routing.percent },
        { after: routing.minutes * minute, weight: 100 }
      ]
    case 'TimeBasedLinear':
      return Array.from({ length: Math.ceil(100 / routing.percent) }, (_, step) => ({
        after: step * routing.minutes * minute,
        weight: Math.min(100, (step + 1) * routing.percent)
      }))
  }
}
