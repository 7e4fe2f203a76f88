// One finding of a survey: what was read, what is wrong with it, and what is worth saying of it.
import type { Note, Problem } from '../../domain/problem.ts'

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
