// A command as people write it in a shell: words, quotes and backslashes, and nothing else of a shell. Or a JSON list of its words.
import { accept, refuse, type Field, type Parser } from './fields.ts'
import { inlineJson } from './inline.ts'
import { textOf } from './pairs.ts'

const EXPECTED = 'words as in a shell, or a JSON list of texts'

/** A space, a quoted part, an escaped mark, plain text, or what opens and never closes. */
const PART = /([ \t\r\n]+)|'([^']*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|\\(\r\n|.)|([^ \t\r\n'"\\]+)|(.)/gsu

/** What a backslash stands before in double quotes: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_03 */
const ESCAPED = /\\(?:(["$`\\])|\r?\n)/g

export const command: Parser<readonly string[]> = (written) =>
  written.startsWith('[') ? listed(written) : split(written)

function split(written: string): Field<readonly string[]> {
  const words: string[] = []
  let word: string | undefined
  for (const part of written.matchAll(PART)) {
    const [, space, single, double, escaped, plain, open] = part
    if (open !== undefined) return unclosed(open, part.index)
    const more =
      single ?? double?.replace(ESCAPED, '$1') ?? plain ?? (escaped === undefined ? undefined : freed(escaped))
    if (more !== undefined) word = (word ?? '') + more
    if (space === undefined || word === undefined) continue
    words.push(word)
    word = undefined
  }
  return accept(word === undefined ? words : [...words, word])
}

/** Outside quotes. A shell would drop the backslash before a letter, and with it the path `C:\app`: here it stays. */
function freed(escaped: string): string | undefined {
  if (/^\r?\n$/.test(escaped)) return undefined
  return /^\w$/.test(escaped) ? `\\${escaped}` : escaped
}

function unclosed(open: string, index: number): Field<never> {
  const [says, remedy] =
    open === '\\'
      ? ['ends in a backslash', 'Remove the backslash, or put quotes around it.']
      : [`has a quote ${open} that is not closed`, `Close the quote, or write \\${open} for the mark itself.`]
  return refuse({ found: `the command ${says} (character ${index + 1})`, expected: EXPECTED, remedy })
}

function listed(written: string): Field<readonly string[]> {
  const json = inlineJson(written, EXPECTED)
  if (!json.ok) return json
  const { root, lineOf } = json.value
  const items = root.kind === 'list' ? root.items : []
  const bad = items.find((item) => textOf(item) === undefined)
  if (bad === undefined) return accept(items.flatMap((item) => textOf(item) ?? []))
  return refuse({
    found: `the list has something on line ${lineOf(bad)} that is no text`,
    expected: EXPECTED,
    remedy: 'Write every word as a JSON string.'
  })
}
