// A file's text with its places: the only way from an offset to a line a person can look at.
import { Problem } from '../domain/problem.ts'
import { masked } from './masked.ts'

export interface Spot {
  readonly line: number
  readonly column: number
  /** The line itself, cut around the column when it is long; undefined where it may not be shown. */
  readonly text?: string
}

export interface Source {
  readonly path: string
  readonly text: string
  readonly spot: (offset: number) => Spot
  /** Throws the FILE_SYNTAX problem of this place. */
  readonly fail: (offset: number, found: string, remedy?: string) => never
}

const LINE_BREAK = /\r\n|\r|\n/g
const LONGEST_LINE = 160

/** Messages quote what they stumble over. */
const UNSHOWN = {
  found: 'the text cannot be read from here on; it is not shown, because it may hold secrets',
  remedy: 'Correct the line: its quotes, commas, colons, indentation, and that no key is written twice.'
}

/** `secret`: what the text holds is never shown, in no line and in no message. */
export function source(path: string, text: string, { secret = false } = {}): Source {
  let starts: readonly number[] | undefined
  const place = (offset: number, show: (line: string) => string): Spot => {
    starts ??= [0, ...Array.from(text.matchAll(LINE_BREAK), (found) => found.index + found[0].length)]
    const line = lineOf(starts, offset)
    const start = starts[line] ?? 0
    const end = starts[line + 1] ?? text.length
    const spot = { line: line + 1, column: offset - start + 1 }
    if (secret) return spot
    return { ...spot, text: cut(show(text.slice(start, end).replace(/[\r\n]+$/, '')), offset - start) }
  }
  const spot = (offset: number): Spot => place(offset, withoutValue)
  const fail = (offset: number, found: string, remedy?: string): never => {
    throw new Problem('FILE_SYNTAX', {
      place: { kind: 'file', path, ...place(offset, masked) },
      ...(secret ? UNSHOWN : { found, ...(remedy !== undefined && { remedy }) })
    })
  }
  return { path, text, spot, fail }
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** What stands behind `value` may be a secret. */
const VALUE = /(["']?\bvalue["']?\s*:).*$/i

function withoutValue(line: string): string {
  return line.replace(VALUE, '$1 …')
}

function cut(whole: string, column: number): string {
  if (whole.length <= LONGEST_LINE) return whole
  const start = Math.max(0, Math.min(column - LONGEST_LINE / 2, whole.length - LONGEST_LINE))
  return whole.slice(start, start + LONGEST_LINE)
}
