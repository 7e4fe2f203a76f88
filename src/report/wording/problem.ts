// A problem in words: what, where, found against expected, what AWS has of us now, what to do.
import { PROBLEMS } from '../../domain/catalogue.ts'
import type { Place, Problem } from '../../domain/problem.ts'
import { clause, own, prose, say, type Phrase } from './phrase.ts'

export type Label = 'where' | 'found' | 'expected' | 'changed' | 'to do' | 'AWS'

/** One labelled line of a problem. */
export interface Detail {
  readonly label: Label
  readonly text: Phrase
}

export function placePhrase(place: Place): Phrase {
  switch (place.kind) {
    case 'input':
      return say`input ${place.name}`
    case 'file': {
      const line = place.line === undefined ? '' : `:${place.line}`
      const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`
      return say`file ${`${place.path}${line}${column}`}`
    }
    case 'aws':
      return place.resource === undefined ? say`call ${place.call}` : say`call ${place.call} on ${place.resource}`
  }
}

/** Never silent about production: every problem says what AWS has of us. */
export function changedSentence(problem: Problem): Phrase {
  return problem.changed === 'nothing'
    ? say`Nothing was changed in AWS.`
    : say`In AWS: ${prose(clause(problem.changed))}.`
}

/** Without values, so that it can be searched for. */
export function problemTitle(problem: Problem): Phrase {
  return own(PROBLEMS[problem.code].says)
}

/** As much of the line as fits a screen. */
const EXCERPT = 100
const BEFORE_CARET = 40

/** The line of the file and a caret under the column; empty when the line is not known. */
export function excerpt(place: Place | undefined): readonly string[] {
  if (place?.kind !== 'file' || place.text === undefined) return []
  const column = place.column ?? 1
  const from = column > EXCERPT - 10 ? column - 1 - BEFORE_CARET : 0
  const text = place.text.replaceAll('\t', ' ').slice(from, from + EXCERPT)
  if (place.column === undefined) return [text]
  return [text, `${' '.repeat(Math.min(Math.max(0, column - 1 - from), text.length))}^`]
}

/** The AWS answer without its JSON: name, message, request id. */
function awsPhrase(problem: Problem): readonly Detail[] {
  if (problem.aws === undefined) return []
  const { name, message, requestId } = problem.aws
  const request = requestId === undefined ? own('') : say`, request ${requestId}`
  const words = message === '' || problem.found.includes(message) ? own('') : say`: ${clause(message)}`
  return [{ label: 'AWS', text: say`${name}${words}${request}` }]
}

/** Everything but the title, the excerpt and what was `said` before, in the order a reader asks. */
export function problemDetails(problem: Problem, said: readonly Label[]): readonly Detail[] {
  const all: readonly Detail[] = [
    ...(problem.place === undefined ? [] : [{ label: 'where', text: placePhrase(problem.place) } as const]),
    { label: 'found', text: prose(problem.found) },
    ...(problem.expected === undefined ? [] : [{ label: 'expected', text: prose(problem.expected) } as const]),
    { label: 'changed', text: changedSentence(problem) },
    { label: 'to do', text: prose(problem.remedy) },
    ...awsPhrase(problem)
  ]
  return all.filter(({ label }) => !said.includes(label))
}

/** What AWS says is denied: of a call that passes a role on, it is another action than the call. */
const DENIED = /authorized to perform:? ([a-z0-9-]{1,64}:[A-Za-z0-9]{1,128})/i

/** What was found, as a clause; a denial without its caller, resource and policy, which its details and its remedy name. */
export function gist(problem: Problem): Phrase {
  const lacks = missingPermission(problem)
  const forbidden = /explicit deny/i.test(problem.found)
  return lacks === undefined || forbidden ? prose(clause(problem.found)) : say`the role lacks ${lacks.action}`
}

/** The statement a role lacks; undefined when the call does not name an IAM action. */
export function missingPermission(
  problem: Problem
): { readonly action: string; readonly resource: string } | undefined {
  if (problem.code !== 'NOT_ALLOWED' || problem.place?.kind !== 'aws') return undefined
  const action = DENIED.exec(problem.found)?.[1] ?? problem.place.call
  if (!/^[a-z][a-z0-9-]{0,40}:[A-Za-z0-9]{1,80}$/.test(action)) return undefined
  const resource = problem.place.resource
  return { action, resource: resource?.startsWith('arn:') ? resource : '*' }
}
