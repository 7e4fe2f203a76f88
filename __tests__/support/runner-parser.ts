// What actions/runner makes of a step's output: a port of src/Runner.Common/ActionCommand.cs and its line reader.

/** Every command the runner registers; names are compared without case. */
export const COMMANDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning'
] as const

export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface Parsed {
  readonly commands: readonly Command[]
  /** The lines that are no command. */
  readonly log: readonly string[]
}

type Escapes = readonly (readonly [token: string, replacement: string])[]

const PLAIN: Escapes = [
  ['\r', '%0D'],
  ['\n', '%0A'],
  ['%', '%25']
]
const PROPERTY: Escapes = [
  ['\r', '%0D'],
  ['\n', '%0A'],
  [':', '%3A'],
  [',', '%2C'],
  ['%', '%25']
]
const OLD: Escapes = [
  [';', '%3B'],
  ['\r', '%0D'],
  ['\n', '%0A'],
  [']', '%5D'],
  ['%', '%25']
]

function unescape(text: string, escapes: Escapes): string {
  return escapes.reduce((rest, [token, replacement]) => rest.replaceAll(replacement, token), text)
}

function isRegistered(name: string): boolean {
  return COMMANDS.some((command) => command === name.toLowerCase())
}

function build(
  head: string,
  message: string,
  separator: string,
  ofProperty: Escapes,
  ofMessage: Escapes
): Command | undefined {
  const space = head.indexOf(' ')
  const name = space < 0 ? head : head.slice(0, space)
  if (!isRegistered(name)) return undefined
  const pairs =
    space > 0
      ? head
          .slice(space + 1)
          .trim()
          .split(separator)
      : []
  const properties = Object.fromEntries(
    pairs.flatMap((pair): [string, string][] => {
      const equals = pair.indexOf('=')
      const [key, value] = [pair.slice(0, equals), pair.slice(equals + 1)]
      return equals > 0 && value !== '' ? [[key.toLowerCase(), unescape(value, ofProperty)]] : []
    })
  )
  return { name: name.toLowerCase(), properties, message: unescape(message, ofMessage) }
}

/**
 * What .NET's culture-aware search passes over while it looks for `::` and `##[`: characters that have no weight of their own. More
 * than it may really skip, so that the tests are stricter than the runner.
 */
const WEIGHTLESS = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

/** `::name key=value,key=value::message`, first thing in the line. */
function parseNew(line: string): Command | undefined {
  const text = line.replace(WEIGHTLESS, '').trimStart()
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  return end < 0 ? undefined : build(text.slice(2, end), text.slice(end + 2), ',', PROPERTY, PLAIN)
}

/** `##[name key=value;key=value]message`, anywhere in the line. */
function parseOld(line: string): Command | undefined {
  const text = line.replace(WEIGHTLESS, '')
  const start = text.indexOf('##[')
  if (start < 0) return undefined
  const end = text.indexOf(']', start)
  return end < 0 ? undefined : build(text.slice(start + 3, end), text.slice(end + 1), ';', OLD, OLD)
}

export function parseLine(line: string): Command | undefined {
  return parseNew(line) ?? parseOld(line)
}

/** Standard output as the runner reads it: .NET's ReadLine ends a line at CR, LF or both together. */
export function parseOutput(output: string): Parsed {
  const lines = output.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  const parsed = lines.map((line) => ({ line, command: parseLine(line) }))
  return {
    commands: parsed.flatMap(({ command }) => (command === undefined ? [] : [command])),
    log: parsed.flatMap(({ line, command }) => (command === undefined ? [line] : []))
  }
}
