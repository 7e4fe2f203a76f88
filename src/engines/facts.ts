// What an answer of AWS holds, taken only where it has the form it must have: alike for every engine. Pure.
import { Problem } from '../domain/problem.ts'
import type { Tasks } from '../domain/snapshot.ts'
import type { Millis, Percent } from '../domain/units.ts'

export function isListed<Word extends string>(table: Readonly<Record<Word, unknown>>, word: string): word is Word {
  return Object.hasOwn(table, word)
}

/** A member of an answer without which nothing can be said. */
export function given<T>(value: T | undefined, call: string, member: string): T {
  if (value !== undefined) return value
  throw new Problem('AWS_ANSWER_INVALID', { place: { kind: 'aws', call }, found: `\`${member}\` is missing` })
}

export function instant(date: { getTime(): number } | undefined): Millis | undefined {
  const at = date?.getTime()
  return Number.isFinite(at) ? at : undefined
}

export function percent(weight: number | undefined): Percent | undefined {
  return weight !== undefined && Number.isFinite(weight) && weight >= 0 && weight <= 100 ? weight : undefined
}

/** Counts AWS left out are not zero. */
export function tasks(
  desired: number | undefined,
  running: number | undefined,
  pending: number | undefined
): Tasks | undefined {
  if (desired === undefined || running === undefined || pending === undefined) return undefined
  return [desired, running, pending].every(Number.isFinite) ? { desired, running, pending } : undefined
}

/** What stands last in an ARN: `web:43` of a task definition, the id of a service deployment. */
export function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn
}

/** `arn:aws:lambda:region:account:function:name[:version]`, or a bare name. */
export function functionName(hook: string): string {
  return hook.split(':function:')[1]?.split(':')[0] ?? hook
}
