// The files a step writes its outputs, state and summary into, read with the runner's grammar.
// Source: actions/runner 2.336.0, src/Runner.Worker/FileCommandManager.cs (EnvFileKeyValuePairs).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NAMES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const
export type CommandFiles = Readonly<Record<(typeof NAMES)[number], string>>
export type Pairs = Readonly<Record<string, string>>

/** Above this the runner does not upload the summary. Source: CreateStepSummaryCommand. */
export const SUMMARY_LIMIT = 1024 * 1024

/** Fresh and empty for each half of a step, as the runner makes them. */
export function freshCommandFiles(folder: string): CommandFiles {
  mkdirSync(folder, { recursive: true })
  const made = NAMES.map((name) => {
    const path = join(folder, name.toLowerCase())
    writeFileSync(path, '')
    return [name, path] as const
  })
  return Object.fromEntries(made) as CommandFiles
}

export const readPairs = (path: string): Pairs => parsePairs(readFileSync(path, 'utf8'))

/** `NAME=VALUE`, or `NAME<<END`, lines, `END`: whichever of `=` and `<<` comes first decides. Only LF ends a line. */
export function parsePairs(text: string): Pairs {
  const pairs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new SyntaxError(`a name is missing: ${line}`)
      pairs[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    if (heredoc < 0) throw new SyntaxError(`neither = nor << in: ${line}`)
    const name = line.slice(0, heredoc)
    const end = line.slice(heredoc + 2)
    if (name === '' || end === '') throw new SyntaxError(`a name or a delimiter is missing: ${line}`)
    const closing = lines.indexOf(end, at + 1)
    if (closing < 0) throw new SyntaxError(`the delimiter ${end} of ${name} never comes`)
    pairs[name] = lines.slice(at + 1, closing).join('\n')
    at = closing
  }
  return pairs
}
