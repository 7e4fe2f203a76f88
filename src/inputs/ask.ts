// Asks for one input after the other and keeps every problem, so that a user hears of all of them in one go.
import { Problem, type ProblemDetails } from '../domain/problem.ts'
import { CATALOG, INPUT_NAMES, type Entry, type InputName } from './catalog.ts'
import type { Flaw, Parser } from './fields.ts'
import type { RawInputs } from './raw.ts'
import { shown } from './words.ts'

export interface Ask {
  readonly has: (name: InputName) => boolean
  /** Given, and not with the value that holds anyway. */
  readonly sets: (name: InputName) => boolean
  /** Undefined when the input is not given, or cannot be used and was reported. */
  readonly read: <T>(name: InputName, parser: Parser<T>) => T | undefined
  readonly missing: (name: InputName, details: Omit<ProblemDetails, 'place'>) => void
  readonly conflict: (name: InputName, found: string, remedy: string) => void
  readonly report: (...problems: readonly Problem[]) => void
  readonly problems: readonly Problem[]
}

export function ask(values: RawInputs['values']): Ask {
  const problems: Problem[] = []
  const report = (...more: readonly Problem[]): void => {
    problems.push(...more)
  }
  const read = <T>(name: InputName, parser: Parser<T>): T | undefined => {
    const text = values.get(name)
    if (text === undefined || isUnevaluated(text) || laterWord(name, text) !== undefined) return undefined
    const field = parser(text)
    if (field.ok) return field.value
    report(...field.problems.map((flaw) => invalid(name, text, flaw)))
    return undefined
  }
  const sets = (name: InputName): boolean => {
    const text = values.get(name)
    return text !== undefined && !meansNotGiven(CATALOG[name], text)
  }
  const isIdle = (name: InputName): boolean => {
    const entry = CATALOG[name]
    return !entry.built && entry.of !== undefined && !sets(entry.of)
  }
  for (const name of INPUT_NAMES) {
    const text = values.get(name)
    if (text !== undefined && !isIdle(name)) report(...refusals(name, text))
  }
  return {
    has: (name) => values.has(name),
    sets,
    read,
    missing: (name, details) => report(new Problem('INPUT_MISSING', { place: { kind: 'input', name }, ...details })),
    conflict: (name, found, remedy) =>
      report(new Problem('INPUT_CONFLICT', { place: { kind: 'input', name }, found, remedy })),
    report,
    problems
  }
}

/** What can be said of a value without knowing what it means. Values of inputs that are not built are not shown: secrets are among them. */
function refusals(name: InputName, text: string): readonly Problem[] {
  const entry = CATALOG[name]
  if (isUnevaluated(text) && entry.built) return text === entry.default ? [] : [unevaluated(name)]
  if (!entry.built) return meansNotGiven(entry, text) ? [] : [notBuilt(name, `\`${name}\` is set`, entry.loses, entry)]
  const loses = laterWord(name, text)
  return loses === undefined ? [] : [notBuilt(name, `\`${name}\` is ${shown(text)}`, loses, entry)]
}

function laterWord(name: InputName, text: string): string | undefined {
  const entry = CATALOG[name]
  const later = entry.built ? entry.later : undefined
  const word = text.toLowerCase()
  return later !== undefined && Object.hasOwn(later, word) ? later[word] : undefined
}

function meansNotGiven(entry: Entry, text: string): boolean {
  const plain = (value: string) => value.toLowerCase().replace(/\s/g, '')
  return entry.default !== undefined && plain(entry.default) === plain(text)
}

function notBuilt(name: InputName, found: string, loses: string, entry: Entry): Problem {
  return new Problem('INPUT_NOT_BUILT', {
    place: { kind: 'input', name },
    found: `${found}, and this release cannot do that yet: ignoring it would lose ${loses}`,
    expected: entry.default === undefined ? 'no value' : `no value, or \`${entry.default}\``
  })
}

function isUnevaluated(text: string): boolean {
  return text.includes('${{')
}

function unevaluated(name: InputName): Problem {
  return new Problem('INPUT_INVALID', {
    place: { kind: 'input', name },
    found: `\`${name}\` holds an expression that GitHub did not evaluate`,
    expected: 'a value without ${{',
    remedy: 'Write the expression in the workflow file itself: GitHub evaluates none inside other values.'
  })
}

function invalid(name: InputName, text: string, flaw: Flaw): Problem {
  const entry = CATALOG[name]
  const whole = entry.built && entry.secret ? `\`${name}\` cannot be used` : `\`${name}\` is ${shown(text)}`
  return new Problem('INPUT_INVALID', {
    place: { kind: 'input', name },
    found: flaw.found === undefined ? whole : `in \`${name}\`, ${flaw.found}`,
    expected: flaw.expected,
    ...(flaw.remedy !== undefined && { remedy: flaw.remedy })
  })
}
