// The one writer: every byte to log, outputs and summary goes through here, sanitised. It never throws.
import { capDocument } from './cap.ts'
import type { OutputName } from './outputs.ts'
import { clip, resemblesCommand, sanitise, sanitiseDocument, sanitiseLine, sanitiseLines } from './sanitise.ts'

export { OUTPUTS, type OutputName } from './outputs.ts'

export type Level = 'error' | 'warning' | 'notice'

/** Where in the user's files an annotation stands. */
export interface Spot {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

export interface Out {
  line(text: string): void
  group(title: string, lines: readonly string[]): void
  /** Line feeds in `message` are kept. */
  annotate(level: Level, title: string, message: string, spot?: Spot): void
  output(name: OutputName, value: string): Promise<void>
  summary(markdown: string): Promise<void>
}

/** What we use of @actions/core: the command files, whose grammar is its business. */
export interface CommandFiles {
  setOutput(name: string, value: string): void
  readonly summary: { emptyBuffer(): { addRaw(text: string): { write(): Promise<unknown> } } }
}

export interface Sinks {
  /** Standard output. */
  readonly write: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** Loaded when the first command file is written: it costs 36 ms, which the first AWS call does not wait for. */
  readonly load?: () => Promise<CommandFiles>
}

/** The runner keeps 4,096 characters of an annotation. */
const ANNOTATION = 4_000
const WITHHELD = '(withheld: the runner would have read a command in this line)'

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function command(name: string, properties: Readonly<Record<string, string | undefined>>, message: string): string {
  const pairs = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escapeProperty(value)}`]
  )
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeMessage(message)}`
}

export function createOut(sinks: Sinks): Out {
  const load = sinks.load ?? (() => import('@actions/core'))
  const complained = new Set<string>()

  const write = (line: string): void => {
    try {
      sinks.write(`${line}\n`)
    } catch {
      // Standard output is closed: there is nobody left to tell, and the deployment decides, not its log.
    }
  }
  /** Stands behind the sanitiser, so that no mistake in it can become a command. */
  const print = (line: string): void => {
    write(resemblesCommand(line) ? WITHHELD : line)
  }
  const complain = (variable: string, what: string, why: string): void => {
    if (complained.has(variable)) return
    complained.add(variable)
    print(sanitiseLine(`warning   ${what} cannot be written: ${why}. The verdict is not affected.`))
  }
  const file = async (
    variable: string,
    what: string,
    put: (core: CommandFiles) => void | Promise<unknown>
  ): Promise<void> => {
    // Without its file core falls back to commands on standard output, which runners no longer accept.
    if (!sinks.env[variable]) {
      complain(variable, what, `${variable} is not set`)
      return
    }
    try {
      await put(await load())
    } catch (error) {
      complain(variable, what, error instanceof Error ? error.message : String(error))
    }
  }

  return {
    line(text) {
      print(sanitiseLine(text))
    },
    group(title, lines) {
      write(command('group', {}, sanitise(title)))
      for (const line of lines) print(sanitiseLine(line))
      write('::endgroup::')
    },
    annotate(level, title, message, spot) {
      const text = clip(sanitiseLines(message).join('\n'), ANNOTATION)
      const place = spot && {
        file: sanitise(spot.file),
        line: spot.line?.toString(),
        col: spot.column?.toString()
      }
      write(command(level, { title: sanitise(title), ...place }, text))
    },
    output: (name, value) =>
      file('GITHUB_OUTPUT', 'An output', (core) => {
        core.setOutput(name, sanitise(value))
      }),
    summary: (markdown) =>
      file('GITHUB_STEP_SUMMARY', 'The summary', (core) =>
        core.summary
          .emptyBuffer()
          .addRaw(capDocument(sanitiseDocument(markdown)))
          .write()
      )
  }
}
