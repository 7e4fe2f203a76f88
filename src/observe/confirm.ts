// Success by identity and weight: the service's primary is our revision, stable, with all production traffic.
import type { Problem } from '../domain/problem.ts'
import type { ServicePart } from '../domain/snapshot.ts'
import type { Percent } from '../domain/units.ts'
import { lookedSince, type Mark, type Progress } from './progress.ts'

export type Confirmation =
  | { readonly kind: 'yes' }
  /** `lasts`: AWS may take its own time to make it so. */
  | { readonly kind: 'no'; readonly found: string; readonly lasts?: true }
  | { readonly kind: 'blind'; readonly problem: Problem; readonly forGood: boolean }

/** Only looks newer than `since` count. */
export function confirm(progress: Progress, since: Mark): Confirmation {
  const { service, target } = progress.looks
  if (service?.blind) return { kind: 'blind', problem: service.blind.problem, forGood: service.blind.forGood }
  if (!lookedSince(service, since) || service?.part === undefined)
    return { kind: 'no', found: 'the service was not read since' }
  // The weight is left out of account only where it can never be read: one look that failed may hide that traffic is missing.
  if (target?.blind && !target.blind.forGood) return { kind: 'blind', problem: target.blind.problem, forGood: false }
  // What was over before anybody looked tells the weights of its own end, and others may have begun since.
  const told = target?.blind ? undefined : target?.part?.traffic
  const traffic = progress.foundOver && told === 100 ? undefined : told
  const found = shortcoming(service.part, traffic)
  if (found !== undefined) return { kind: 'no', found }
  // Where no weight is told, tasks of another revision that are still wanted serve beside ours.
  if (traffic === undefined && !service.part.targetServesAlone) {
    return { kind: 'no', found: 'another revision still has tasks in the service', lasts: true }
  }
  return { kind: 'yes' }
}

/** What keeps the target from serving; undefined when nothing does. Unknown traffic is left to the primary, which moves last. */
function shortcoming(service: ServicePart, traffic: Percent | undefined): string | undefined {
  if (!service.active) return 'the service is not active'
  if (!service.primaryIsTarget) {
    const name = service.primary?.taskDefinition.split('/').at(-1)
    return name === undefined ? 'the service has no primary' : `the primary runs ${name}`
  }
  if (traffic !== undefined && traffic < 100) return `the new revision has ${traffic} % of the traffic`
  if (!service.stable) {
    const tasks = service.tasks
    return tasks
      ? `the new revision is not stable: ${tasks.running} of ${tasks.desired} tasks run`
      : 'the new revision is not stable'
  }
  return undefined
}
