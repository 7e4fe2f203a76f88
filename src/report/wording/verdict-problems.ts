// The problems of ours that a verdict stands on, and what its sentences tell of them.
import type { Problem } from '../../domain/problem.ts'
import type { Cause, Verdict } from '../../domain/verdict.ts'
import type { Label } from './problem.ts'

/** The problem that is the cause, where one is. */
function causing(cause: Cause): readonly Problem[] {
  return cause.kind === 'not-started' || cause.kind === 'not-continued' ? [cause.problem] : []
}

export function problemsOf(verdict: Verdict): readonly Problem[] {
  switch (verdict.kind) {
    case 'refused':
      return verdict.problems
    case 'unknown':
      return [verdict.problem]
    case 'left-running':
      return verdict.refusal === undefined ? causing(verdict.cause) : [verdict.refusal]
    case 'rolled-back':
    case 'failed':
      return causing(verdict.cause)
    case 'succeeded':
    case 'unchanged':
    case 'registered':
    case 'planned':
    case 'started':
    case 'paused':
      return []
  }
}

/** What the verdict's own sentences have told of one of its problems. */
export function saidAbove(verdict: Verdict, problem: Problem): readonly Label[] {
  const changed: readonly Label[] = problem.changed === problemsOf(verdict)[0]?.changed ? ['changed'] : []
  // A refusal has a remedy for each of its problems; every other verdict has one of its own.
  return verdict.kind === 'refused' ? changed : [...changed, 'to do']
}
