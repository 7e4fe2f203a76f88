// The deployment to be made, as a value: it can be printed, compared and carried out by something too simple to be wrong.
import type { Change } from './change.ts'
import type { Note } from './problem.ts'
import type { Shape, Timetable } from './shape.ts'
import type { Arn, JsonObject, Millis } from './units.ts'

export type EngineName = 'codedeploy'

/** The service a deployment is for. */
export interface Target {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly cluster: string
  readonly service: string
}

export interface ImageChange {
  readonly container: string
  /** Undefined when the running revision could not be read. */
  readonly from: string | undefined
  readonly to: string
}

/** Where a choice came from: shown to the reviewer next to the choice. */
export type Origin = 'input' | 'file' | 'service' | 'group' | 'default'

/** One line of the plan: what was chosen, and who chose it. */
export interface Choice {
  readonly what: string
  readonly value: string
  readonly origin: Origin
}

export type WaitUntil = 'complete' | 'traffic-shifted' | 'started'
export type Policy = 'rollback' | 'stop' | 'leave'

export interface Wait {
  readonly until: WaitUntil
  /** Allowed beyond the timetable, for provisioning and hooks. */
  readonly allowance: Millis
  /** Upper bound of the gap between two looks at the status. */
  readonly maxGap: Millis | undefined
  readonly onTimeout: Policy
  readonly onCancel: Policy
}

/** The alarms AWS guards this deployment with. */
export interface Guard {
  readonly alarms: readonly string[]
  /** Events AWS rolls back on by itself. */
  readonly rollsBackOn: readonly RollbackEvent[]
}
export type RollbackEvent = 'failure' | 'alarm' | 'stop'

/** Tells our deployment from everybody else's; travels in a field AWS keeps (CodeDeploy: the description). */
export interface Marker {
  /** The whole text as sent; at most 256 characters. */
  readonly text: string
  /** The part that identifies this run and content, at the start of `text`. */
  readonly key: string
}

/** The revision to deploy, and whether it has to be made first. */
export type Revision =
  | { readonly kind: 'register'; readonly definition: JsonObject }
  /** One that exists and is what was asked for: as the base is, or as one that was registered before. */
  | { readonly kind: 'reuse'; readonly arn: Arn; readonly definition: JsonObject }

interface Common {
  readonly target: Target
  /** What the service runs before: the revision to come back to. */
  readonly before: { readonly taskDefinition: Arn | undefined }
  readonly revision: Revision
  /** Against the revision that serves now; undefined where that could not be read. */
  readonly changes: readonly Change[] | undefined
  /** All of it is so already: nothing is registered and nothing is deployed. */
  readonly unchanged: boolean
  readonly images: readonly ImageChange[]
  /** Undefined: how the traffic will move could not be read; the timetable then has no steps. */
  readonly shape: Shape | undefined
  readonly timetable: Timetable
  readonly guard: Guard
  readonly wait: Wait
  readonly marker: Marker
  readonly choices: readonly Choice[]
  readonly notes: readonly Note[]
}

/** What is changed about the service itself, under AWS's own names: only what differs from what it has. */
export interface ServiceUpdate {
  readonly desiredCount?: number
  readonly enableECSManagedTags?: boolean
  readonly propagateTags?: 'SERVICE' | 'TASK_DEFINITION' | 'NONE'
}

export interface CodeDeployPlan extends Common {
  readonly engine: 'codedeploy'
  readonly application: string
  readonly group: string
  /** `create`: the configuration does not exist yet; the engine creates it once. Undefined: the group's own, not sent. */
  readonly config: { readonly name: string; readonly create: boolean } | undefined
  /** The task set that serves before: tells the new one where AWS gives them no labels. */
  readonly taskSetBefore: string | undefined
  /** Written before the deployment starts; undefined: the service stays as it is. */
  readonly serviceUpdate: ServiceUpdate | undefined
  /** As it is sent, with a placeholder where the engine puts the registered ARN. */
  readonly appSpec: JsonObject
  /** Sent only when asked for; undefined leaves the group's own. */
  readonly autoRollback: readonly RollbackEvent[] | undefined
  readonly overrideAlarms: { readonly names: readonly string[]; readonly ignorePollFailure: boolean } | undefined
}

export type DeploymentPlan = CodeDeployPlan
