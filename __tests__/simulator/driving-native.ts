// A plain caller of an ECS-controlled service, for tests.
import { Driver, ORIGIN } from './driving.ts'
import { ecsScenario } from './scenarios-ecs.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { NativePlan } from './native-scenario.ts'
import type { Scenario } from './scenario.ts'
import type { Json, Wire } from './wire.ts'

export const minute = 60_000
export const SERVICE = { cluster: 'prod', service: 'web' }

/** A scenario with another world or other switches. */
export function varied(name: string, native: NativePlan, more: Partial<Scenario> = {}): Scenario {
  const base = ecsScenario(name)
  return {
    ...base,
    ...more,
    world: { ...base.world, ...more.world },
    native: {
      world: { ...base.native?.world, ...native.world },
      switches: { ...base.native?.switches, ...native.switches }
    }
  }
}

export class NativeDriver extends Driver {
  constructor(chosen: string | Scenario) {
    super(typeof chosen === 'string' ? ecsScenario(chosen) : chosen)
  }

  update(input: Json): Wire<ECS.Service> {
    const { service } = this.get<Wire<ECS.UpdateServiceResponse>>('ecs', 'UpdateService', { ...SERVICE, ...input })
    if (!service) throw new Error('no service')
    return service
  }

  /** The message of a refused UpdateService. */
  updateRefused(input: Json): string {
    const { status, body } = this.ask('ecs', 'UpdateService', { ...SERVICE, ...input })
    const { __type, message } = body as { __type: string; message: string }
    return status === 200 ? 'accepted' : `${__type}: ${message}`
  }

  /** Registers a revision and updates the service with it; the ARN of what that started. */
  begin(more: Json = {}): string {
    this.update({ taskDefinition: this.register(), ...more })
    return this.newest()
  }

  newest(): string {
    return this.world.native?.deployments.at(-1)?.arn ?? ''
  }

  list(more: Json = {}): readonly Wire<ECS.ServiceDeploymentBrief>[] {
    const input = { ...SERVICE, ...more }
    return this.get<Wire<ECS.ListServiceDeploymentsResponse>>('ecs', 'ListServiceDeployments', input)
      .serviceDeployments as readonly Wire<ECS.ServiceDeploymentBrief>[]
  }

  native(arn: string): Wire<ECS.ServiceDeployment> {
    const input = { serviceDeploymentArns: [arn] }
    const [found] =
      this.get<Wire<ECS.DescribeServiceDeploymentsResponse>>('ecs', 'DescribeServiceDeployments', input)
        .serviceDeployments ?? []
    if (!found) throw new Error('no service deployment')
    return found
  }

  revisionOf(arn: string | undefined): Wire<ECS.ServiceRevision> {
    const input = { serviceRevisionArns: [arn] }
    const [found] =
      this.get<Wire<ECS.DescribeServiceRevisionsResponse>>('ecs', 'DescribeServiceRevisions', input).serviceRevisions ??
      []
    if (!found) throw new Error('no service revision')
    return found
  }

  described(): Wire<ECS.Service> {
    const [found] =
      this.get<Wire<ECS.DescribeServicesResponse>>('ecs', 'DescribeServices', { cluster: 'prod', services: ['web'] })
        .services ?? []
    if (!found) throw new Error('no service')
    return found
  }

  /** Every stage and status with the second it was first seen, in order. */
  course(arn: string, until: number, step = 1_000): readonly string[] {
    const seen: string[] = []
    const from = this.now
    for (; this.now - from <= until; this.now += step) {
      const { status, lifecycleStage, targetServiceRevision } = this.native(arn)
      const line = [status, lifecycleStage, targetServiceRevision?.requestedProductionTrafficWeight].join(' ').trim()
      if (seen.at(-1) !== line) seen.push(line)
    }
    return seen
  }

  untilNative(arn: string, status: string, limit?: number): number {
    return this.until(() => this.native(arn).status === status, limit)
  }

  untilStage(arn: string, stage: string, limit?: number): number {
    return this.until(() => this.native(arn).lifecycleStage === stage, limit)
  }

  untilPaused(arn: string, limit?: number): string {
    this.until(() => this.waiting(arn) !== undefined, limit)
    return this.waiting(arn) ?? ''
  }

  waiting(arn: string): string | undefined {
    return this.native(arn).lifecycleHookDetails?.find(({ status }) => status === 'AWAITING_ACTION')?.hookId
  }

  proceed(arn: string, hookId: string, action?: string): unknown {
    return this.get('ecs', 'ContinueServiceDeployment', {
      serviceDeploymentArn: arn,
      hookId,
      ...(action !== undefined && { action })
    })
  }

  stop(arn: string, stopType: string | undefined = 'ROLLBACK'): unknown {
    return this.get('ecs', 'StopServiceDeployment', { serviceDeploymentArn: arn, stopType })
  }
}

export { ORIGIN }
