// Text of others inside Markdown: only ever in code, where GitHub sees no mention, reference, link, formula or tag.
import { clip, sanitise, sanitiseLines } from '../../out/sanitise.ts'
import { isConsole } from '../links.ts'
import type { Phrase } from '../wording/phrase.ts'

/** One text in a report; the log has it in full. */
const SHOWN = 500
/** A sentence of ours may carry a statement of a policy that is to be copied whole. */
const SENTENCE = 1_000

/** The longest run of backticks decides the fence: it must not occur in the text. */
function fence(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? []
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)))
}

/** A code span. `|` is escaped, since a table would be split by it even inside code. */
export function code(text: string): string {
  const clean = clip(sanitise(text).replace(/ +/g, ' ').trim(), SHOWN)
  if (clean === '') return '(empty)'
  const marks = fence(clean, 1)
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : ''
  return `${marks}${pad}${clean}${pad}${marks}`
}

/** A fenced block; every line is one line. */
export function block(lines: readonly string[], language = ''): string {
  const clean = lines.flatMap((line) => sanitiseLines(line)).map((line) => clip(line, SHOWN))
  const marks = fence(clean.join('\n'), 3)
  return [`${marks}${language}`, ...clean, marks].join('\n')
}

/**
 * Words that no reader of Markdown or of GitHub takes for anything else: letters, digits and quiet punctuation. No `@`, `#`,
 * no address, no commit hash, no emoji shortcode.
 */
const QUIET = /^[("'“‘]?[\p{L}\p{N}](?:[\p{L}\p{N}'’/,.-]*[\p{L}\p{N}])?%?[)"'”’]?[.,;:!?)]{0,2}$/u
const LOUD = /^[("'“‘]?(?:www\.|https?:|[0-9a-f]{7,64}[^\p{L}\p{N}]*$|gh-[0-9])/iu
/** Marks on their own, as they stand beside a name between backticks. */
const MARKS = /^(?:[.,;:?()"'“”‘’]{1,3}|[-–—=%/…]|->)$/

function word(text: string): string {
  if ((QUIET.test(text) && !LOUD.test(text)) || MARKS.test(text)) return text === '->' ? '→' : text
  const stop = /[.,;:]$/.exec(text)?.[0] ?? ''
  const rest = text.slice(0, text.length - stop.length)
  const open = rest.startsWith('(') ? '(' : ''
  // A bracket that was opened inside the word belongs to it: `f(x)`.
  const close = rest.endsWith(')') && (open !== '' || !rest.includes('(')) ? ')' : ''
  const name = rest.slice(open.length, rest.length - close.length)
  return name === '' ? code(text) : `${open}${code(name)}${close}${stop}`
}

/** First in a line these begin a list, a heading's underline or a rule. */
const OPENING = /^(?:\d{1,9}[.)]|[-–—=]+)$/

function words(text: string, first: boolean): string {
  return text
    .split(' ')
    .map((each, index) => (each === '' ? '' : first && index === 0 && OPENING.test(each) ? code(each) : word(each)))
    .join(' ')
}

/** Two code spans that touch would be read as one with other ends. */
function glue(pieces: readonly string[]): string {
  return pieces.reduce((all, piece) => `${all}${all.endsWith('`') && piece.startsWith('`') ? ' ' : ''}${piece}`, '')
}

/** A sentence that mixes our words and theirs: names between backticks and every odd word become code. */
export function sentence(text: string): string {
  const pieces = clip(sanitise(text).trim(), SENTENCE).split('`')
  // An odd number of backticks marks nothing: the text is not ours.
  if (pieces.length % 2 === 0) return words(pieces.join('`'), true)
  return glue(pieces.map((piece, index) => (index % 2 === 0 ? words(piece, index === 0) : code(piece))))
}

export function phrase({ parts }: Phrase): string {
  return glue(
    parts.map((part) => {
      switch (part.kind) {
        case 'own':
          return part.text.replaceAll('->', '→')
        case 'quoted':
          return code(part.text)
        case 'prose':
          return sentence(part.text)
      }
    })
  )
}

/** A link to a console, or the bare text when the address is not one. `label` is Markdown already. */
export function consoleLink(label: string, url: string | undefined): string {
  return url !== undefined && isConsole(url) ? `[${label}](${url})` : label
}

/** Rows of Markdown cells as a table; empty when there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [[line(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n')]
}

/** Folded away; `summary` is ours. */
export function fold(summary: string, body: readonly string[]): readonly string[] {
  if (body.length === 0) return []
  return [`<details>\n<summary>${summary}</summary>`, ...body, '</details>']
}
