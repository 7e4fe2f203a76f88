// One parser per kind of field: text in, value or everything that is wrong with it out.
import { near } from '../domain/near.ts'
import { MINUTE, SECOND, type Millis, type Percent, type Result } from '../domain/units.ts'
import { oneOf, shown } from './words.ts'

/** What is wrong with a value; `found` is only given when it is about a part of it. */
export interface Flaw {
  readonly found?: string
  readonly expected: string
  readonly remedy?: string
}

export type Field<T> = Result<T, Flaw>
export type Parser<T> = (text: string) => Field<T>

export function accept<T>(value: T): Field<T> {
  return { ok: true, value }
}

export function refuse(...problems: readonly Flaw[]): Field<never> {
  return { ok: false, problems }
}

export const text: Parser<string> = accept

export const boolean: Parser<boolean> = (written) => {
  const word = written.toLowerCase()
  if (word === 'true' || word === 'false') return accept(word === 'true')
  return refuse({ expected: oneOf(['true', 'false']), remedy: 'Write `true` or `false`.' })
}

export function word<W extends string>(words: readonly W[]): Parser<W> {
  return (written) => {
    const lower = written.toLowerCase()
    const known = words.find((each) => each.toLowerCase() === lower)
    return known === undefined ? refuse(notOneOf(written, words)) : accept(known)
  }
}

/** Several words; `none` stands alone and means an empty list. */
export function words<W extends string>(known: readonly W[]): Parser<readonly W[]> {
  const each = word(known)
  return (written) => {
    if (written.toLowerCase() === 'none') return accept([])
    const parts = list(written.toLowerCase())
    if (!parts.ok) return parts
    if (parts.value.includes('none')) {
      return refuse({
        found: '`none` stands beside other words',
        expected: '`none` alone',
        remedy: 'Remove `none` or the rest.'
      })
    }
    return every(parts.value, each)
  }
}

export function wholeNumber(least: number, most: number): Parser<number> {
  const expected = `a whole number from ${least} to ${most}`
  return (written) => {
    const number = /^\d{1,9}$/.test(written) ? Number(written) : undefined
    if (number !== undefined && number >= least && number <= most) return accept(number)
    return refuse({ expected, remedy: `Write ${expected}, in digits only.` })
  }
}

const UNITS: Readonly<Record<string, Millis>> = { h: 60 * MINUTE, m: MINUTE, s: SECOND }
const DURATION = /^(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/

/** 90s, 5m, 1h, 1h30m */
export const duration: Parser<Millis> = (written) => {
  const found = DURATION.exec(written.toLowerCase())
  const parts = [UNITS.h, UNITS.m, UNITS.s].map((unit, index) => (unit ?? 0) * Number(found?.[index + 1] ?? 0))
  if (found !== null && written !== '') return accept(parts.reduce((sum, part) => sum + part, 0))
  const bare = /^\d+$/.test(written)
  return refuse({
    found: bare ? `the duration ${shown(written)} has no unit` : `${shown(written)} is not a duration`,
    expected: 'a duration like `90s`, `5m` or `1h30m`',
    remedy: bare ? `Write \`${written}m\` for minutes or \`${written}s\` for seconds.` : 'Write a duration like `5m`.'
  })
}

/** 50, 50% */
export function wholePercent(least: Percent, most: Percent): Parser<Percent> {
  const expected = `a whole percentage from ${least} to ${most}`
  const number = wholeNumber(least, most)
  return (written) => {
    const field = number(written.replace(/ ?%$/, ''))
    return field.ok ? field : refuse({ expected, remedy: `Write ${expected}.` })
  }
}

/** 10%, 0.1% */
export const percent: Parser<Percent> = (written) => {
  const found = /^(\d{1,3}(?:\.\d)?)\s?%$/.exec(written)
  const number = Number(found?.[1] ?? Number.NaN)
  if (number > 0 && number <= 100) return accept(number)
  return refuse({
    found: `${shown(written)} is not a percentage`,
    expected: 'a percentage from 0.1% to 100% in steps of 0.1%, like `10%`',
    remedy: /^\d+(?:\.\d)?$/.test(written) ? `Write \`${written}%\`.` : 'Write a percentage like `10%` or `2.5%`.'
  })
}

/** Parts between commas and line breaks; none at all is what is left of a text whose expressions were empty. */
export const list: Parser<readonly string[]> = (written) => {
  const parts = written
    .split(/[,\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) {
    return refuse({
      found: 'there is nothing between its commas',
      expected: 'at least one name',
      remedy: 'Write the names, or leave the input empty; if they come from a step, check the names of its outputs.'
    })
  }
  const twice = parts.filter((part, index) => parts.indexOf(part) !== index)
  if (twice.length === 0) return accept(parts)
  return refuse(
    ...Array.from(new Set(twice), (part) => ({
      found: `${shown(part)} is named twice`,
      expected: 'each name once',
      remedy: 'Remove one of the two.'
    }))
  )
}

/** Lines with something on them, without the spaces around it. */
export function lines(written: string): readonly string[] {
  return written
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A list whose every part is read by `parser`. */
export function listOf<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (written) => {
    const parts = list(written)
    return parts.ok ? every(parts.value, parser) : parts
  }
}

/** All values, or the flaws of all parts. */
export function every<T>(parts: readonly string[], parser: Parser<T>): Field<readonly T[]> {
  const values: T[] = []
  const problems: Flaw[] = []
  for (const part of parts) {
    const field = parser(part)
    if (field.ok) values.push(field.value)
    else problems.push(...field.problems.map((flaw) => ({ found: `${shown(part)} cannot be used`, ...flaw })))
  }
  return problems.length === 0 ? accept(values) : { ok: false, problems }
}

/** Text of a known form. */
export function matching(pattern: RegExp, expected: string, remedy?: string): Parser<string> {
  return (written) =>
    pattern.test(written) ? accept(written) : refuse({ expected, remedy: remedy ?? `Write ${expected}.` })
}

export function notOneOf(written: string, words: readonly string[]): Flaw {
  const meant = near(written, words)
  return {
    expected: oneOf(words),
    remedy: meant === undefined ? `Write ${oneOf(words)}.` : `Write \`${meant}\`, if that is what was meant.`
  }
}
