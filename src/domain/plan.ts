// The deployment to be made, as a value: it can be printed, compared and carried out by something too simple to be wrong.
import type { Change } from './change.ts'
import type { Handle } from './ports.ts'
import type { Note } from './problem.ts'
import type { Shape, Timetable } from './shape.ts'
import type { Gate, Phase } from './snapshot.ts'
import type { Arn, JsonObject, Millis, Percent } from './units.ts'

export type EngineName = 'codedeploy' | 'ecs'

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

export type WaitUntil = 'complete' | 'traffic-shifted' | 'paused' | 'started'
/** Where a deployment is to stop for a person. */
export type PauseAt = 'before-traffic' | 'after-test-traffic' | 'before-each-shift' | 'after-canary'
/** What to do about a deployment that is under way already. */
export type OnActive = 'fail' | 'wait' | 'replace'
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

/** What carries a deployment out, as a person names it: `CodeDeploy application`, and which. */
export interface Carrier {
  readonly what: string
  readonly name: string
}

/** What is the same for a deployment that is planned and for one that was found. */
interface Followed {
  readonly target: Target
  readonly through: readonly Carrier[]
  /** What the service runs before: the revision to come back to. */
  readonly before: { readonly taskDefinition: Arn | undefined }
  /** Undefined: how the traffic will move could not be read; the timetable then has no steps. */
  readonly shape: Shape | undefined
  readonly timetable: Timetable
  readonly guard: Guard
}

interface Planned {
  readonly revision: Revision
  /** Against the revision that serves now; undefined where that could not be read. */
  readonly changes: readonly Change[] | undefined
  /** All of it is so already: nothing is registered and nothing is deployed. */
  readonly unchanged: boolean
  readonly images: readonly ImageChange[]
  readonly wait: Wait
  readonly marker: Marker
  readonly choices: readonly Choice[]
  readonly notes: readonly Note[]
  /** The service still has what an earlier deployment of ours needed, and this one does not. */
  readonly leftovers: boolean
  /** What AWS is sent to start it, for people to read; undefined: nothing beyond the revision. */
  readonly sent: { readonly title: string; readonly document: JsonObject } | undefined
  /** What this changes about the service itself, and what stays so afterwards, a roll-back included. */
  readonly stored: readonly Change[]
}

/** A deployment that was found, and not started by this run. */
interface Found {
  readonly handle: Handle
  /** AWS's own word. */
  readonly status: string
  readonly phase: Phase
  /** Where it waits for a person now. */
  readonly gates: readonly Gate[]
  /** By AWS's clock. */
  readonly createdAt: Millis | undefined
  /** What our marker or its revision tell of who started it. */
  readonly whose: Whose
  /** Facts a person recognises it by, as clauses: who started it, what it says of itself. */
  readonly signs: readonly string[]
}

/** `run`: an earlier attempt of this very run, with the same content; `repository`: a run of this repository. */
export type Whose = 'run' | 'repository' | 'unknown'

/** What is changed about the service itself, under AWS's own names: only what differs from what it has. */
export interface ServiceUpdate {
  readonly desiredCount?: number
  readonly enableECSManagedTags?: boolean
  readonly propagateTags?: 'SERVICE' | 'TASK_DEFINITION' | 'NONE'
}

/** What CodeDeploy needs to know to follow a deployment. */
interface OnCodeDeploy extends Followed {
  readonly engine: 'codedeploy'
  readonly application: string
  readonly group: string
  /** The task set that serves before: tells the new one where AWS gives them no labels. */
  readonly taskSetBefore: string | undefined
}

export interface CodeDeployPlan extends OnCodeDeploy, Planned {
  /** `create`: the configuration does not exist yet; the engine creates it once. Undefined: the group's own, not sent. */
  readonly config: { readonly name: string; readonly create: boolean } | undefined
  /** Written before the deployment starts; undefined: the service stays as it is. */
  readonly serviceUpdate: ServiceUpdate | undefined
  /** As it is sent, with a placeholder where the engine puts the registered ARN. */
  readonly appSpec: JsonObject
  /** Sent only when asked for; undefined leaves the group's own. */
  readonly autoRollback: readonly RollbackEvent[] | undefined
  readonly overrideAlarms: { readonly names: readonly string[]; readonly ignorePollFailure: boolean } | undefined
}

export interface CodeDeployAttachment extends OnCodeDeploy, Found {}

/** What ECS needs to know to follow a deployment of its own. */
interface OnEcs extends Followed {
  readonly engine: 'ecs'
  /** `service`: the role may not read service deployments, and only the service tells how it goes. */
  readonly readBy: 'deployment' | 'service'
  /** How much of the wanted tasks ECS is content with when it says that it succeeded. */
  readonly enough: Percent
}

export interface EcsPlan extends OnEcs, Planned {
  /** The members of UpdateService beside cluster, service and task definition, under AWS's own names. */
  readonly update: JsonObject
  /** Another deployment may be on its way: ECS stops it when ours starts. */
  readonly replaces: boolean
  /** Our pauses among the hooks that are sent, so that they are known again. */
  readonly pauses: boolean
}

export interface EcsAttachment extends OnEcs, Found {}

export type DeploymentPlan = CodeDeployPlan | EcsPlan
export type Attachment = CodeDeployAttachment | EcsAttachment
/** A deployment as it is followed, however it came about. */
export type Subject = DeploymentPlan | Attachment
