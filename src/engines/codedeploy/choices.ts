// What was chosen of a group's settings, and who chose it, for the reviewer. Pure.
import type { Choice, CodeDeployPlan } from '../../domain/plan.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Group } from './group.ts'
import type { Guarding } from './guard.ts'
import type { Wanted } from './strategy.ts'

export function groupChoices(inputs: Inputs, group: Group): readonly Choice[] {
  return [
    {
      what: 'application',
      value: group.application,
      origin: inputs.application === undefined ? 'default' : 'input'
    },
    { what: 'deployment group', value: group.group, origin: inputs.group === undefined ? 'default' : 'input' }
  ]
}

/** `name`: of the configuration it runs with, sent or not. */
export function configChoice(wanted: Wanted, name: string, config: CodeDeployPlan['config']): Choice {
  const origin = wanted.kind === 'group' ? (config === undefined ? 'group' : 'default') : 'input'
  return { what: 'deployment configuration', value: name, origin }
}

export function guardChoices(
  { rollbackOn }: Pick<Inputs, 'rollbackOn'>,
  { guard, autoRollback, overrideAlarms }: Guarding
): readonly Choice[] {
  return [
    { what: 'alarms', value: guard.alarms.join(', ') || 'none', origin: overrideAlarms ? 'input' : 'group' },
    {
      what: 'rolls back on',
      value: guard.rollsBackOn.join(', ') || 'nothing',
      origin: autoRollback === undefined ? 'group' : rollbackOn === undefined ? 'default' : 'input'
    }
  ]
}
