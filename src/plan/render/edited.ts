// What an edit made of a value, and what is worth telling about it beyond the obvious.
import type { Note } from '../../domain/problem.ts'

export interface Edited<Value> {
  readonly value: Value
  readonly notes: readonly Note[]
}

export function notice(says: string): Note {
  return { level: 'notice', says }
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
