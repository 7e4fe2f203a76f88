// Problems met while writing, as a verdict: refused means that nothing was written; what is left behind, or may be, is told.
import { Problem } from '../domain/problem.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { World } from './world.ts'

export function refusedOrLeft(problems: readonly Problem[]): Verdict {
  const left = problems.find((problem) => problem.changed !== 'nothing')
  if (left === undefined) return { kind: 'refused', problems }
  if (left.code === 'OUTCOME_UNCERTAIN') return { kind: 'unknown', problem: left }
  return { kind: 'failed', cause: { kind: 'not-started', problem: left }, traffic: undefined }
}

/** Asked before every write: a cancelled job begins nothing more. `changed`: what was written so far. */
export function heedCancel(world: World, changed?: string): void {
  if (!world.cancelled.aborted) return
  throw new Problem('CANCELLED', { found: 'the job was cancelled', ...(changed !== undefined && { changed }) })
}
