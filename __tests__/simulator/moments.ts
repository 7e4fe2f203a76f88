import { write } from './agenda.ts'
import type { Moment } from './scenario.ts'
import type { Deployment, World } from './state.ts'

/** Writes into the agenda whatever the script wants done at this moment. Each entry is played once. */
export function happen(world: World, at: number, moment: Moment): void {
  for (const [index, entry] of (world.scenario.script ?? []).entries()) {
    if (world.played.has(index) || !meets(entry.when, moment)) continue
    world.played.add(index)
    write(world.agenda, at + (entry.after ?? 0), { do: 'script', index })
  }
}

/** Only the deployments of callers make moments: a script that waits for a weight means the one under test. */
export function happenTo(world: World, at: number, deployment: Deployment, moment: Moment): void {
  if (deployment.by === 'caller') happen(world, at, moment)
}

const WEIGHT = 'weight >= '

/** `weight >= 10` is met by any weight from 10 up: a linear run passes 10, an all-at-once run jumps over it. */
function meets(wanted: Moment, now: Moment): boolean {
  if (!wanted.startsWith(WEIGHT) || !now.startsWith(WEIGHT)) return wanted === now
  return Number(now.slice(WEIGHT.length)) >= Number(wanted.slice(WEIGHT.length))
}
