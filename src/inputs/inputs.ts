// What the user asked for, parsed: nothing downstream reads an input, a file or the environment again.
import type { Note } from '../domain/problem.ts'
import type { OnActive, PauseAt, Policy, RollbackEvent, WaitUntil } from '../domain/plan.ts'
import type { Shape } from '../domain/shape.ts'
import type { Arn, JsonObject, Millis } from '../domain/units.ts'

/** A JSON or YAML file, read and parsed. `line(path)` finds the line of a member for an error message. */
export interface Document {
  /** As the user wrote it. */
  readonly path: string
  readonly value: JsonObject
  /** Where the member at this path stands; undefined where the format does not tell. */
  readonly locate: (
    path: readonly (string | number)[]
  ) => { readonly line: number; readonly column: number; readonly text?: string } | undefined
}

/** What the user asked of the traffic: our words, or the name of a configuration that exists. */
export type StrategyAsked =
  | { readonly kind: 'shape'; readonly shape: Shape; readonly written: string }
  | {
      readonly kind: 'configuration'
      readonly name: string
      /** Where it was written. */
      readonly input: 'strategy' | 'codedeploy-deployment-config'
    }

export interface ImageEdit {
  readonly container: string
  readonly image: string
  /** `images` or `container-name`: named in errors. */
  readonly input: string
}

/** What the definition to deploy is made from. */
export type Base =
  | { readonly kind: 'file'; readonly document: Document }
  /** An ARN, a family (its latest revision) or `family:revision`. */
  | { readonly kind: 'revision'; readonly name: string; readonly input: string }
  /** The revision the service runs now, which need not be the family's latest. */
  | { readonly kind: 'running' }

/** One name and its value, as written: the first `=` divides them, and everything behind it is the value. */
export interface Pair {
  readonly name: string
  readonly value: string
}

/** Everything the user asked to be different from the base. Undefined or empty: left alone. */
export interface Edits {
  readonly images: readonly ImageEdit[]
  /** The containers that the edits below are for; empty: the only container there is, or the only one with a new image. */
  readonly containers: readonly string[]
  readonly environment: readonly Pair[]
  readonly environmentFiles: readonly Arn[] | undefined
  readonly secrets: readonly Pair[]
  readonly dockerLabels: readonly Pair[]
  /** For environment, secrets and labels. */
  readonly updateStrategy: 'merge' | 'replace'
  readonly command: readonly string[] | undefined
  readonly logDriver: string | undefined
  readonly logOptions: readonly Pair[]
  readonly taskRoleArn: string | undefined
  readonly executionRoleArn: string | undefined
  readonly cpu: string | undefined
  readonly memory: string | undefined
  /** RFC 7396, applied last. */
  readonly patch: Document | undefined
}

export const NO_EDITS: Edits = {
  images: [],
  containers: [],
  environment: [],
  environmentFiles: undefined,
  secrets: [],
  dockerLabels: [],
  updateStrategy: 'merge',
  command: undefined,
  logDriver: undefined,
  logOptions: [],
  taskRoleArn: undefined,
  executionRoleArn: undefined,
  cpu: undefined,
  memory: undefined,
  patch: undefined
}

/** What to do with a property of the task definition that nobody knows; `slips`: refuse what looks like a typing slip, warn of the rest. */
export type UnknownProperties = 'error' | 'warn' | 'ignore' | 'slips'

/** A lifecycle hook of the AppSpec. */
export interface Hook {
  readonly event: string
  /** Name or ARN of a Lambda function. */
  readonly function: string
}

export type Mode = 'deploy' | 'promote' | 'rollback' | 'status'

export interface Inputs {
  readonly mode: Mode
  /** Which deployment promote, rollback and status are for: an id of CodeDeploy, or the ARN of a service deployment. */
  readonly deploymentId: string | undefined
  /** Which of its gates is continued. */
  readonly hookId: string | undefined
  readonly cluster: string
  /** Undefined: render and register only. */
  readonly service: string | undefined
  readonly region: string
  readonly base: Base
  readonly edits: Edits
  readonly unknownProperties: UnknownProperties
  readonly stripEmptyValues: boolean
  /** How many revisions of the family are kept; undefined: all. */
  readonly keepRevisions: number | undefined
  readonly strategy: StrategyAsked | undefined
  /** Undefined: no file was named and none stands at `appspec.yaml`; it is generated. */
  readonly appSpec: Document | undefined
  /** It was not named by an input: it stands at the default path. */
  readonly appSpecByDefault?: boolean
  /** Undefined: the name the ECS console gives. */
  readonly application: string | undefined
  readonly group: string | undefined
  readonly description: string | undefined
  /** Merged into the AppSpec's own; one of the same event wins over it. */
  readonly hooks: readonly Hook[]
  readonly desiredCount: number | undefined
  readonly forceNewDeployment: boolean
  readonly enableEcsManagedTags: boolean | undefined
  readonly propagateTags: 'SERVICE' | 'TASK_DEFINITION' | 'NONE' | undefined
  /** The volumes ECS creates for the tasks of a service, as given; undefined: none asked for. */
  readonly ebsVolume: { readonly name: string; readonly settings: JsonObject } | undefined
  readonly alarms: readonly string[]
  readonly allowActiveAlarms: boolean
  /** Undefined: as configured. An empty list: none. */
  readonly rollbackOn: readonly RollbackEvent[] | undefined
  /** Pace of a rolling deployment. */
  readonly minimumHealthyPercent: number | undefined
  readonly maximumPercent: number | undefined
  readonly pauseAt: PauseAt | undefined
  /** How long a person is waited for; undefined: not asked for. */
  readonly pauseFor: Millis | undefined
  /** What AWS does when nobody comes; undefined: not asked for. */
  readonly pauseExpiry: 'roll-back' | 'continue' | undefined
  readonly onActive: OnActive
  /** With a gate asked for, and when one is promoted, `paused` unless told otherwise. */
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

/** Inputs that name a service to deploy to. */
export type Deploying = Inputs & { readonly service: string }

/** The run on GitHub, from the runner's environment. */
export interface Run {
  readonly repository: string
  readonly runId: string
  readonly attempt: string
  readonly sha: string
  readonly actor: string
  readonly url: string | undefined
}
