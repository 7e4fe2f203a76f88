// What stands at the top of the run and on the lines of files: one error for the verdict, and one per problem of a file.
import type { Problem } from '../domain/problem.ts'
import { passes, type Verdict } from '../domain/verdict.ts'
import type { Spot } from '../out/out.ts'
import { clip } from '../out/sanitise.ts'
import { plain, say } from './wording/phrase.ts'
import { changedSentence, problemTitle } from './wording/problem.ts'
import { reason, remedy, VERDICT_WORDS } from './wording/verdict.ts'

export interface Annotation {
  readonly title: string
  readonly message: string
  readonly spot?: Spot
}

/** GitHub shows this much of an annotation before it is folded; the remedy has its own part of it. */
const SHOWN = 300
const REMEDY = 130
/** The runner records ten errors of a step; one is the verdict's. */
const ON_FILES = 9

function spotOf(problem: Problem): Spot | undefined {
  if (problem.place?.kind !== 'file') return undefined
  const { path, line, column } = problem.place
  return { file: path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}

/** Cause and remedy within what is shown, whatever their lengths; the whole of both below when one had to be cut. */
function message(cause: string, todo: string | undefined): string {
  if (todo === undefined) return cause
  const brief = clip(todo, Math.max(REMEDY, SHOWN - 1 - cause.length))
  const short = `${clip(cause, SHOWN - 1 - brief.length)} ${brief}`
  const whole = `${cause} ${todo}`
  return short === whole ? whole : `${short}\n\n${whole}`
}

function ofProblem(problem: Problem): string {
  return plain(say`${problem.found}. ${changedSentence(problem)} ${problem.remedy}`)
}

export function annotations(verdict: Verdict, where: string | undefined): readonly Annotation[] {
  if (passes(verdict)) return []
  const first = {
    title: `${VERDICT_WORDS[verdict.kind]}: ${where ?? 'deployment to ECS'}`,
    message: message(reason(verdict), remedy(verdict))
  }
  if (verdict.kind !== 'refused') return [first]
  const onFiles = verdict.problems.flatMap((problem) => {
    const spot = spotOf(problem)
    return spot === undefined ? [] : [{ title: plain(problemTitle(problem)), message: ofProblem(problem), spot }]
  })
  const [only] = onFiles
  // One problem, in a file: the verdict itself stands on its line.
  if (verdict.problems.length === 1 && only !== undefined) return [{ ...first, spot: only.spot }]
  return [first, ...onFiles.slice(0, ON_FILES)]
}
