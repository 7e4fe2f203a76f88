// Problems met while writing, as a verdict: refused means that nothing was written; what is left behind, or may be, is told.
import type { Problem } from '../domain/problem.ts'
import type { Verdict } from '../domain/verdict.ts'

export function refusedOrLeft(problems: readonly Problem[]): Verdict {
  const left = problems.find((problem) => problem.changed !== 'nothing')
  if (left === undefined) return { kind: 'refused', problems }
  if (left.code === 'OUTCOME_UNCERTAIN') return { kind: 'unknown', problem: left }
  return { kind: 'failed', cause: { kind: 'not-started', problem: left }, traffic: undefined }
}
