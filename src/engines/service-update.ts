// What was asked of the service itself beside its deployment, alike for every engine: what differs from what it has, and how
// that is told. Pure.
import type { Choice, ServiceUpdate } from '../domain/plan.ts'
import type { Deploying } from '../inputs/inputs.ts'
import type { ServiceToday } from '../plan/service-today.ts'

type Asked = Pick<Deploying, 'desiredCount' | 'enableEcsManagedTags' | 'propagateTags'>
export type Has = Pick<ServiceToday, keyof ServiceUpdate>

const NAMES: Readonly<Record<keyof ServiceUpdate, string>> = {
  desiredCount: 'desired count',
  enableECSManagedTags: 'ECS managed tags',
  propagateTags: 'propagated tags'
}
export const MEMBERS = [
  'desiredCount',
  'enableECSManagedTags',
  'propagateTags'
] as const satisfies (keyof ServiceUpdate)[]

export function askedOf({ desiredCount, enableEcsManagedTags, propagateTags }: Asked): ServiceUpdate {
  return {
    ...(desiredCount !== undefined && { desiredCount }),
    ...(enableEcsManagedTags !== undefined && { enableECSManagedTags: enableEcsManagedTags }),
    ...(propagateTags !== undefined && { propagateTags })
  }
}

export function differing(
  { desiredCount, enableECSManagedTags, propagateTags }: ServiceUpdate,
  has: Has
): ServiceUpdate {
  return {
    ...(desiredCount !== undefined && desiredCount !== has.desiredCount && { desiredCount }),
    ...(enableECSManagedTags !== undefined &&
      enableECSManagedTags !== has.enableECSManagedTags && { enableECSManagedTags }),
    ...(propagateTags !== undefined && propagateTags !== has.propagateTags && { propagateTags })
  }
}

/** `desired count 4, ECS managed tags true`; empty where nothing is changed. */
export function updateText(update: ServiceUpdate): string {
  return MEMBERS.filter((member) => update[member] !== undefined)
    .map((member) => `${NAMES[member]} ${String(update[member])}`)
    .join(', ')
}

export function updateChoices(asked: ServiceUpdate, has: Has): readonly Choice[] {
  return MEMBERS.filter((member) => asked[member] !== undefined).map((member) => {
    const to = String(asked[member])
    const value = asked[member] === has[member] ? `${to}, as it is` : `${String(has[member] ?? 'not known')} -> ${to}`
    return { what: NAMES[member], value, origin: 'input' }
  })
}
