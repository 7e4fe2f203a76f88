// What stands at the top of the run and on the lines of files: one error for the verdict, and one per problem of a file.
import type { Problem } from '../domain/problem.ts'
import { passes, type Verdict } from '../domain/verdict.ts'
import type { Spot } from '../out/out.ts'
import { clip } from '../out/sanitise.ts'
import type { Known } from './wording/known.ts'
import { plain, say } from './wording/phrase.ts'
import { changedSentence, problemTitle } from './wording/problem.ts'
import { remedy } from './wording/remedy.ts'
import { sentences, VERDICT_WORDS, type Sentence } from './wording/verdict.ts'

export interface Annotation {
  readonly title: string
  readonly message: string
  readonly spot?: Spot
}

/** GitHub shows this much of an annotation before it is folded. */
const SHOWN = 300
/** Words of others keep this much, however long the rest is. */
const LEAST = 80
/** To cut less than this is not worth saying it twice. */
const SPARED = 40
/** The runner records ten errors of a step; one is the verdict's. */
const ON_FILES = 9

function spotOf(problem: Problem): Spot | undefined {
  if (problem.place?.kind !== 'file') return undefined
  const { path, line, column } = problem.place
  return { file: path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}

/** Where production stands and what to do are never cut; the words of others are, and then stand below in full. */
function message(told: readonly Sentence[], todo: string | undefined): string {
  const all = [
    ...told.map(({ text, quotes }) => ({ text: plain(text), quotes })),
    ...(todo === undefined ? [] : [{ text: todo, quotes: false }])
  ]
  const ours = all.reduce((sum, { text, quotes }) => sum + (quotes ? 0 : text.length) + 1, 0)
  const room = Math.max(LEAST, SHOWN - ours)
  const cut = all.filter(({ text, quotes }) => quotes && text.length > room + SPARED)
  const short = all.map((each) => (cut.includes(each) ? clip(each.text, room) : each.text)).join(' ')
  return [short, ...cut.map(({ text }) => `In full: ${text}`)].join('\n\n')
}

function ofProblem(problem: Problem): string {
  return plain(say`${problem.found}. ${changedSentence(problem)} ${problem.remedy}`)
}

export function annotations(verdict: Verdict, where: string | undefined, known: Known): readonly Annotation[] {
  if (passes(verdict)) return []
  const first = {
    title: `${VERDICT_WORDS[verdict.kind]}: ${where ?? 'deployment to ECS'}`,
    message: message(sentences(verdict), remedy(verdict, known))
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
