// Instants and spans as people read them: UTC for the clock on the wall, minutes and seconds for how long.
import { MINUTE, SECOND, type Millis } from '../../domain/units.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const two = (value: number): string => String(value).padStart(2, '0')

/** 45s, 5m 00s, 1h 05m, 2d 03h. */
export function span(length: Millis): string {
  const seconds = Math.max(0, Math.round(length / SECOND))
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}m ${two(seconds % 60)}s`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours}h ${two(minutes % 60)}m` : `${Math.floor(hours / 24)}d ${two(hours % 24)}h`
}

/** To the minute, for what is only predicted. */
export function about(length: Millis): string {
  const minutes = Math.round(length / MINUTE)
  if (minutes < 1) return 'less than 1m'
  return minutes < 60 ? `${minutes}m` : `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`
}

/** Time since the start, as every log line begins with: 02:20, 1:02:20. */
export function stamp(length: Millis): string {
  const seconds = Math.max(0, Math.floor(length / SECOND))
  const minutes = Math.floor(seconds / 60)
  const tail = `${two(minutes % 60)}:${two(seconds % 60)}`
  return minutes < 60 ? tail : `${Math.floor(minutes / 60)}:${tail}`
}

/** 14:07:20 */
export function time(at: Millis): string {
  const seconds = Math.floor((((at % DAY) + DAY) % DAY) / SECOND)
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** 14:17 */
export function minute(at: Millis): string {
  return time(at).slice(0, 5)
}

/** 2026-11-20, by the civil-from-days rule: https://howardhinnant.github.io/date_algorithms.html#civil_from_days */
export function date(at: Millis): string {
  const days = Math.floor(at / DAY) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** 2026-11-20T14:07:20.000Z */
export function iso(at: Millis): string {
  const millis = ((Math.floor(at) % 1_000) + 1_000) % 1_000
  return `${date(at)}T${time(at)}.${String(millis).padStart(3, '0')}Z`
}
