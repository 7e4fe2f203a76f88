/** Milliseconds: an instant is counted from the Unix epoch, a span from its own start. */
export type Millis = number
/** 0 to 100. */
export type Percent = number
/** An Amazon resource name, already checked to look like one. */
export type Arn = string

export const SECOND: Millis = 1_000
export const MINUTE: Millis = 60_000

/** Plain JSON, as a task definition or an AppSpec is to us. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** The outcome of a pure check that collects everything it finds. */
export type Result<T, P> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly P[] }
