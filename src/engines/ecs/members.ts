// Values of an answer that nobody has checked, member by member: what is not as documented counts as not given. Pure.

export type Members = Readonly<Record<string, unknown>>

const NOTHING: Members = {}

/** Empty for what is no object. */
export function membersOf(value: unknown): Members {
  return isMembers(value) ? value : NOTHING
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** An empty text is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((each) => textOf(each) ?? [])
}

/** Undefined outside the range. */
export function numberOf(value: unknown, from: number, to: number): number | undefined {
  return typeof value === 'number' && value >= from && value <= to ? value : undefined
}
