// What the user asked for, parsed: nothing downstream reads an input, a file or the environment again.
import type { Note } from '../domain/problem.ts'
import type { Policy, RollbackEvent, WaitUntil } from '../domain/plan.ts'
import type { Shape } from '../domain/shape.ts'
import type { JsonObject, Millis } from '../domain/units.ts'

/** A JSON or YAML file, read and parsed. `line(path)` finds the line of a member for an error message. */
export interface Document {
  /** As the user wrote it. */
  readonly path: string
  readonly value: JsonObject
  /** Where the member at this path stands; undefined where the format does not tell. */
  readonly locate: (
    path: readonly (string | number)[]
  ) => { readonly line: number; readonly column: number; readonly text: string } | undefined
}

/** What the user asked of the traffic: our words, or the name of a configuration that exists. */
export type StrategyAsked =
  | { readonly kind: 'shape'; readonly shape: Shape; readonly written: string }
  | { readonly kind: 'configuration'; readonly name: string }

export interface ImageEdit {
  readonly container: string
  readonly image: string
  /** `images` or `container-name`: named in errors. */
  readonly input: string
}

export interface Inputs {
  readonly cluster: string
  readonly service: string
  readonly region: string
  readonly taskDefinition: Document
  readonly images: readonly ImageEdit[]
  readonly strategy: StrategyAsked | undefined
  /** Undefined: no file was named and none stands at `appspec.yaml`; it is generated. */
  readonly appSpec: Document | undefined
  /** Undefined: the name the ECS console gives. */
  readonly application: string | undefined
  readonly group: string | undefined
  readonly description: string | undefined
  readonly alarms: readonly string[]
  readonly allowActiveAlarms: boolean
  /** Undefined: as configured. An empty list: none. */
  readonly rollbackOn: readonly RollbackEvent[] | undefined
  readonly waitUntil: WaitUntil
  readonly allowance: Millis
  readonly maxGap: Millis | undefined
  readonly onTimeout: Policy
  readonly onCancel: Policy
  readonly allowedAccounts: readonly string[]
  /** Attempts per read beyond the first. */
  readonly maxRetries: number
  /** What was tidied up or is worth knowing; stops nothing. */
  readonly notes: readonly Note[]
}

/** The run on GitHub, from the runner's environment. */
export interface Run {
  readonly repository: string
  readonly runId: string
  readonly attempt: string
  readonly sha: string
  readonly actor: string
  readonly url: string | undefined
}
