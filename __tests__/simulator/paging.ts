import { refuse } from './refusal.ts'

export interface Page<T> {
  readonly items: readonly T[]
  readonly nextToken?: string | undefined
}

const PREFIX = 'page-from-'

/** One page; the token is opaque to callers and checked when it comes back. */
export function paged<T>(all: readonly T[], token: string | undefined, size: number, badToken: string): Page<T> {
  const from = token === undefined ? 0 : Number(token.startsWith(PREFIX) ? token.slice(PREFIX.length) : NaN)
  if (!Number.isInteger(from) || from < 0) return refuse(badToken, 'The next token is not valid')
  const to = from + size
  return { items: all.slice(from, to), nextToken: to < all.length ? `${PREFIX}${to}` : undefined }
}
