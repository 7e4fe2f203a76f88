// A deployment followed to its verdict, and what explains a bad one: alike for one that was started and one that was found.
import type { Subject } from '../domain/plan.ts'
import type { Action, Follower, Handle } from '../domain/ports.ts'
import { SECOND } from '../domain/units.ts'
import { passes, type Verdict } from '../domain/verdict.ts'
import { evidenceFor } from '../engines/pick.ts'
import type { Pursuit } from '../observe/pursuit.ts'
import { watch } from '../observe/watch.ts'
import type { World } from './world.ts'

const EVIDENCE = 5 * SECOND

export interface Followed {
  readonly subject: Subject
  readonly follower: Follower
  readonly handle: Handle
  readonly pursuit: Pursuit
  /** What this run has asked of AWS already. */
  readonly done?: readonly Action[]
}

export async function follow(followed: Followed, world: World): Promise<Verdict> {
  const { pursuit, follower, handle, done } = followed
  const verdict = await watch(pursuit, follower, handle, world, done)
  if (!passes(verdict)) await explain(followed, world)
  if (verdict.kind !== 'unknown') return verdict
  // Lost from sight is not undone: whoever reads the problem must know what goes on in AWS.
  return { kind: 'unknown', problem: verdict.problem.after(`deployment ${handle.id} may still be running`) }
}

/** What the engine can add about an end that is not green: for a moment only, and without a say in the verdict. */
async function explain({ subject, handle }: Followed, world: World): Promise<void> {
  if (world.cancelled.aborted) return
  const signal = AbortSignal.any([world.cancelled, AbortSignal.timeout(EVIDENCE)])
  // Evidence that cannot be read is left out: the verdict stands without it.
  const found = await evidenceFor(subject, handle, world.aws, signal).catch(() => [])
  for (const evidence of found) await world.emit({ kind: 'evidence', at: world.clock.now(), evidence })
}
