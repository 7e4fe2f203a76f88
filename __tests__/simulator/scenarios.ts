// The named scenarios. Each is data only; what the words mean is in scenario.ts, what is imitated in BEHAVIOUR.md and
// BEHAVIOUR-ECS.md.
import { ECS_SCENARIOS } from './scenarios-ecs.ts'
import { ENDINGS } from './scenarios-endings.ts'
import { CODEDEPLOY_JOBS } from './scenarios-jobs.ts'
import { OTHERS } from './scenarios-others.ts'
import { PATHS } from './scenarios-paths.ts'
import { VARIANTS } from './scenarios-variants.ts'
import { WIRES } from './scenarios-wires.ts'
import type { Scenario } from './scenario.ts'

export type { Scenario } from './scenario.ts'

export const SCENARIOS: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [...PATHS, ...ENDINGS, ...OTHERS, ...WIRES, ...VARIANTS, ...CODEDEPLOY_JOBS, ...Object.values(ECS_SCENARIOS)].map(
    (one) => [one.name, one]
  )
)

export function scenario(name: string): Scenario {
  const found = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined
  if (!found) throw new RangeError(`no scenario is named ${name}; there are: ${Object.keys(SCENARIOS).join(', ')}`)
  return found
}
