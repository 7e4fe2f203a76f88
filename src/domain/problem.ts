// We could not do our job: one class, many codes, each with its remedy. The key of the catalogue is the code.
import { PROBLEMS } from './catalogue.ts'

export type ProblemCode = keyof typeof PROBLEMS

/** Where a problem was found. */
export type Place =
  | { readonly kind: 'input'; readonly name: string }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly line?: number
      readonly column?: number
      /** The line itself. */
      readonly text?: string
    }
  | { readonly kind: 'aws'; readonly call: string; readonly resource?: string }

/** What AWS itself answered. */
export interface AwsAnswer {
  readonly name: string
  readonly message: string
  readonly requestId: string | undefined
}

export interface ProblemDetails {
  readonly place?: Place
  /** What was found, with the values; a sentence without a full stop at its end is completed by the reporters. */
  readonly found: string
  readonly expected?: string
  /** What AWS has of us by now; "nothing" when no write was sent. */
  readonly changed?: string
  /** Overrides the catalogue's remedy where the place allows a more exact one. Starts with a verb. */
  readonly remedy?: string
  readonly aws?: AwsAnswer
  readonly cause?: unknown
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly place: Place | undefined
  readonly found: string
  readonly expected: string | undefined
  readonly changed: string
  readonly remedy: string
  readonly aws: AwsAnswer | undefined

  constructor(code: ProblemCode, details: ProblemDetails) {
    super(`${PROBLEMS[code].says}: ${details.found}`, { cause: details.cause })
    this.name = 'Problem'
    this.code = code
    this.place = details.place
    this.found = details.found
    this.expected = details.expected
    this.changed = details.changed ?? 'nothing'
    this.remedy = details.remedy ?? PROBLEMS[code].remedy
    this.aws = details.aws
  }

  /** The same problem, told after a write: what AWS has of us now. */
  after(changed: string): Problem {
    return new Problem(this.code, {
      ...(this.place && { place: this.place }),
      ...(this.expected !== undefined && { expected: this.expected }),
      ...(this.aws && { aws: this.aws }),
      found: this.found,
      remedy: this.remedy,
      cause: this.cause,
      changed
    })
  }
}

/** Whether asking again later may help: the difference between waiting and giving up. */
export function isPassing(code: ProblemCode): boolean {
  return PROBLEMS[code].passing
}

/** Something worth saying that stops nothing: a lost feature, a habit of AWS, a field that was tidied up. */
export interface Note {
  readonly says: string
  readonly remedy?: string
  /** `warning` becomes an annotation; `notice` is a line in log and summary. */
  readonly level: 'notice' | 'warning'
}
