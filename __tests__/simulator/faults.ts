// Which planned fault meets this call. A pure table lookup apart from each fault's own counter and dice.
import { next } from './random.ts'
import type { Fault } from './scenario.ts'
import type { World } from './state.ts'

const WRITES: ReadonlySet<string> = new Set([
  'RegisterTaskDefinition',
  'DeregisterTaskDefinition',
  'UpdateService',
  'CreateDeployment',
  'CreateDeploymentConfig',
  'StopDeployment',
  'ContinueDeployment',
  'StopServiceDeployment',
  'ContinueServiceDeployment',
  'RegisterApplicationRevision',
  'SetAlarmState'
])

export const isWrite = (operation: string): boolean => WRITES.has(operation)

const concerns = ({ operation: wanted }: Fault, operation: string): boolean =>
  wanted === '*' || wanted === operation || wanted === (isWrite(operation) ? 'writes' : 'reads')

/** The first fault that is due. Every fault counts the calls that concern it, due or not. */
export function faultFor(world: World, operation: string): Fault | undefined {
  const age = world.now - world.startedAt
  let due: Fault | undefined
  for (const [index, fault] of (world.scenario.faults ?? []).entries()) {
    if (!concerns(fault, operation)) continue
    if (age < (fault.since ?? 0) || age >= (fault.until ?? Infinity)) continue
    const count = (world.faultCounts[index] ?? 0) + 1
    world.faultCounts[index] = count
    const random = world.faultRandoms[index]
    const hit =
      count >= (fault.from ?? 1) &&
      count <= (fault.to ?? Infinity) &&
      count % (fault.every ?? 1) === 0 &&
      (fault.probability === undefined || (random !== undefined && next(random) < fault.probability))
    if (hit) due ??= fault
  }
  return due
}
