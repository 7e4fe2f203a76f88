// A plain caller for tests: what any deploying program sends, over the in-process mouth.
import { readFileSync } from 'node:fs'
import { answer } from './answer.ts'
import { scenario } from './scenarios.ts'
import { createWorld, truth } from './world.ts'
import type { Answer, Request } from './answer.ts'
import type { Scenario } from './scenario.ts'
import type { Truth, World } from './world.ts'
import type { Json } from './wire.ts'

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/web/${name}`, import.meta.url), 'utf8')

const READ_ONLY = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy'
]

/** The fixture as a register request with another image. */
export function registration(
  image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.42.0'
): Record<string, unknown> {
  const { taskDefinition, tags } = JSON.parse(fixture('describe-task-definition.json')) as {
    taskDefinition: Record<string, unknown> & { containerDefinitions: Record<string, unknown>[] }
    tags: unknown
  }
  const own = Object.entries(taskDefinition).filter(([member]) => !READ_ONLY.includes(member))
  const [app, ...others] = taskDefinition.containerDefinitions
  return { ...Object.fromEntries(own), containerDefinitions: [{ ...app, image }, ...others], tags }
}

export const appSpec = (taskDefinition: string): string =>
  fixture('appspec.yaml').replace('<TASK_DEFINITION>', taskDefinition)

export const revisionOf = (content: string, sha256?: string): Json => ({
  revisionType: 'AppSpecContent',
  appSpecContent: { content, ...(sha256 !== undefined && { sha256 }) }
})

export const NAMES = { applicationName: 'AppECS-prod-web', deploymentGroupName: 'DgpECS-prod-web' }

export const ORIGIN = Date.UTC(2026, 10, 20, 21, 0, 0)

export class Driver {
  readonly world: World
  now: number

  constructor(chosen: string | Scenario) {
    this.now = ORIGIN
    this.world = createWorld(typeof chosen === 'string' ? scenario(chosen) : chosen, this.now)
  }

  /** The whole answer. */
  ask(service: Request['service'], operation: string, input: unknown): Answer {
    return answer(this.world, { service, operation, input }, this.now)
  }

  /** The body of an answer that must be good. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the test says what it expects back
  get<T>(service: Request['service'], operation: string, input: unknown): T {
    const { status, body } = this.ask(service, operation, input)
    if (status !== 200) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`)
    return body as T
  }

  /** The `__type` of a refused answer. */
  refused(service: Request['service'], operation: string, input: unknown): string {
    const { status, body } = this.ask(service, operation, input)
    return status === 200 ? 'accepted' : (body as { __type: string }).__type
  }

  register(image?: string): string {
    const reply = this.get<{ taskDefinition: { taskDefinitionArn: string } }>(
      'ecs',
      'RegisterTaskDefinition',
      registration(image)
    )
    return reply.taskDefinition.taskDefinitionArn
  }

  create(content: string, more: Json = {}): string {
    const input = { ...NAMES, revision: revisionOf(content), ...more }
    return this.get<{ deploymentId: string }>('codedeploy', 'CreateDeployment', input).deploymentId
  }

  /** Registers a revision and deploys it. */
  deploy(more: Json = {}): string {
    return this.create(appSpec(this.register()), more)
  }

  deployment(deploymentId: string): Deployment {
    return this.get<{ deploymentInfo: Deployment }>('codedeploy', 'GetDeployment', { deploymentId }).deploymentInfo
  }

  target(deploymentId: string): Target {
    const input = { deploymentId, targetId: 'prod:web' }
    return this.get<{ deploymentTarget: { ecsTarget: Target } }>('codedeploy', 'GetDeploymentTarget', input)
      .deploymentTarget.ecsTarget
  }

  service(): ServiceSeen {
    const [found] = this.get<{ services: ServiceSeen[] }>('ecs', 'DescribeServices', {
      cluster: 'prod',
      services: ['web']
    }).services
    if (!found) throw new Error('no service')
    return found
  }

  wait(ms: number): this {
    this.now += ms
    return this
  }

  /** Looks every second until it holds; the moment, in ms since now. */
  until(holds: () => boolean, limit = 3 * 3_600_000): number {
    const from = this.now
    while (!holds()) {
      if (this.now - from > limit) throw new Error('it never held')
      this.now += 1_000
    }
    return this.now - from
  }

  untilStatus(deploymentId: string, status: string, limit?: number): number {
    return this.until(() => this.deployment(deploymentId).status === status, limit)
  }

  truth(): Truth {
    return truth(this.world, this.now)
  }

  /** Percent of traffic by revision number. */
  traffic(): Record<string, number> {
    const entries = Object.entries(this.truth().traffic)
    return Object.fromEntries(entries.map(([arn, percent]) => [arn.slice(arn.lastIndexOf(':') + 1), percent]))
  }
}

export interface Deployment {
  readonly status: string
  readonly creator: string
  readonly deploymentConfigName: string
  readonly description?: string
  readonly deploymentOverview?: Readonly<Record<string, number>>
  readonly errorInformation?: { readonly code: string; readonly message: string }
  readonly rollbackInfo?: {
    readonly rollbackDeploymentId?: string
    readonly rollbackTriggeringDeploymentId?: string
    readonly rollbackMessage?: string
  }
  readonly revision: { readonly appSpecContent?: { readonly content?: string; readonly sha256?: string } }
  readonly createTime: number
  readonly completeTime?: number
  readonly instanceTerminationWaitTimeStarted: boolean
}

export interface Target {
  readonly status: string
  readonly targetId: string
  readonly lifecycleEvents: readonly {
    readonly lifecycleEventName: string
    readonly status: string
    readonly startTime?: number
    readonly endTime?: number
    readonly diagnostics?: unknown
  }[]
  readonly taskSetsInfo: readonly {
    readonly identifer: string
    readonly status: string
    readonly trafficWeight: number
    readonly desiredCount: number
    readonly runningCount: number
    readonly taskSetLabel?: string
    readonly targetGroup: { readonly name: string }
  }[]
}

export interface ServiceSeen {
  readonly status: string
  readonly desiredCount: number
  readonly taskDefinition: string
  readonly deployments: readonly unknown[]
  readonly loadBalancers: readonly unknown[]
  readonly deploymentController?: { readonly type: string }
  readonly events: readonly { readonly message: string }[]
  readonly taskSets: readonly {
    readonly id: string
    readonly externalId?: string
    readonly status: string
    readonly stabilityStatus: string
    readonly taskDefinition: string
    readonly runningCount: number
    readonly pendingCount: number
    readonly computedDesiredCount: number
    readonly scale: { readonly value: number }
  }[]
}
