// One finding of a survey: what was read, what is wrong with it, and what is worth saying of it.
import { Problem, type Note } from '../domain/problem.ts'
import { MINUTE, type Millis } from '../domain/units.ts'

export interface Found<T> {
  readonly value: T
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

export function found<T>(value: T): Found<T> {
  return { value, problems: [], notes: [] }
}

export function failed<T>(value: T, ...problems: readonly Problem[]): Found<T> {
  return { value, problems, notes: [] }
}

/** A feature is lost, not the deployment. */
export function lost<T>(value: T, ...notes: readonly Note[]): Found<T> {
  return { value, problems: [], notes }
}

/** A problem met is a finding like any other. */
export async function attempt<T>(call: () => Promise<T>): Promise<T | Problem> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

export function ago(span: Millis): string {
  const minutes = Math.max(0, Math.round(span / MINUTE))
  return minutes === 0 ? 'just now' : `${minutes} minute${minutes === 1 ? '' : 's'} ago`
}
