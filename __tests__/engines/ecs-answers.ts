// What ECS answers about deployments of its own, composed from captured runs and the API models.
import type {
  Deployment,
  DeploymentLifecycleHookDetail,
  DescribeServicesResponse,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief
} from '@aws-sdk/client-ecs'
import type { EcsPlan } from '../../src/domain/plan.ts'
import type { Handle } from '../../src/domain/ports.ts'
import { MINUTE, type JsonObject } from '../../src/domain/units.ts'
import { problem } from './fake-ports.ts'

export const ACCOUNT = '123456789012'
const ECS = `arn:aws:ecs:us-east-1:${ACCOUNT}`

export const OLD_ARN = `${ECS}:service-deployment/prod/web/OldRNVLH6PPzHXINuP28A`
export const OUR_ARN = `${ECS}:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28`
export const THEIR_ARN = `${ECS}:service-deployment/prod/web/ThEiRs_H6PPzHXINuP28-`
export const OLD_ID = 'ecs-svc/3225000000000000001'
export const OUR_ID = 'ecs-svc/8028000000000000001'
export const THEIR_ID = 'ecs-svc/9000000000000000001'
export const OLD_REVISION = `${ECS}:service-revision/prod/web/1920498462936580504`
export const OUR_REVISION = `${ECS}:service-revision/prod/web/9313423515462893900`
export const THEIR_REVISION = `${ECS}:service-revision/prod/web/7777423515462893900`
export const SMOKE_TEST = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:smoke-test`
export const PAUSE_ID = 'ecs-pause-Zm9sbG93IHRoZSB3aGl0ZSByYWJiaXQgZG93biB0aGU'

export function revision(number: number): string {
  return `${ECS}:task-definition/web:${number}`
}

/** AWS's clock: seconds since the epoch with a fraction. */
export function seconds(at: number): Date {
  return new Date(at * 1000)
}

export const MARKER = { key: 'ecd:octo/web#1.1:abcdef12:n', text: 'ecd:octo/web#1.1:abcdef12:n c0ffee2 by octocat' }

/** A pause of ours, as it is sent and as AWS tells it where it keeps the details. */
export function aPause(text = MARKER.text): JsonObject {
  return {
    targetType: 'PAUSE',
    lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'],
    timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
    hookDetails: { 'ecs-canary-deploy': text }
  }
}

export function aNativePlan(but: Partial<EcsPlan> = {}): EcsPlan {
  return {
    engine: 'ecs',
    readBy: 'deployment',
    enough: 100,
    target: { partition: 'aws', region: 'us-east-1', account: ACCOUNT, cluster: 'prod', service: 'web' },
    through: [{ what: 'ECS service', name: 'prod/web' }],
    before: { taskDefinition: revision(42) },
    shape: { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 5 * MINUTE },
    timetable: {
      readyWait: 0,
      steps: [
        { after: 0, weight: 10 },
        { after: 5 * MINUTE, weight: 100 }
      ],
      bake: 5 * MINUTE
    },
    guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm'] },
    revision: { kind: 'register', definition: { family: 'web', containerDefinitions: [{ name: 'app' }] } },
    changes: [],
    unchanged: false,
    images: [],
    wait: { until: 'complete', allowance: 30 * MINUTE, maxGap: undefined, onTimeout: 'rollback', onCancel: 'rollback' },
    marker: MARKER,
    choices: [],
    notes: [],
    sent: undefined,
    leftovers: false,
    stored: [],
    update: {},
    replaces: false,
    pauses: false,
    ...but
  }
}

/** A plan whose deployment stops for a person, and so carries our marker. */
export function aPausingPlan(but: Partial<EcsPlan> = {}): EcsPlan {
  const update = { deploymentConfiguration: { strategy: 'CANARY', lifecycleHooks: [aPause()] } }
  return aNativePlan({ update, pauses: true, ...but })
}

export function aNativeHandle(but: Partial<Handle> = {}): Handle {
  return {
    id: OUR_ARN,
    taskDefinition: revision(43),
    inService: OUR_ID,
    url: 'https://console/ecs',
    rollBackCommand: undefined,
    ...but
  }
}

/** A canary in its hold. */
export function aServiceDeployment(but: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return {
    serviceDeploymentArn: OUR_ARN,
    serviceArn: `${ECS}:service/prod/web`,
    clusterArn: `${ECS}:cluster/prod`,
    createdAt: seconds(1786241000.1),
    startedAt: seconds(1786241003.4),
    updatedAt: seconds(1786241240.9),
    sourceServiceRevisions: [
      {
        arn: OLD_REVISION,
        requestedTaskCount: 2,
        runningTaskCount: 2,
        pendingTaskCount: 0,
        requestedProductionTrafficWeight: 90,
        requestedTestTrafficWeight: 0
      }
    ],
    targetServiceRevision: weighed(10),
    status: 'IN_PROGRESS',
    lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT',
    lifecycleHookDetails: [],
    deploymentConfiguration: {
      strategy: 'CANARY',
      bakeTimeInMinutes: 5,
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 }
    },
    deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 0, threshold: 3 },
    alarms: { status: 'MONITORING', alarmNames: ['web-5xx'] },
    ...but
  }
}

export function weighed(weight: number | undefined): NonNullable<ServiceDeployment['targetServiceRevision']> {
  return {
    arn: OUR_REVISION,
    requestedTaskCount: 2,
    runningTaskCount: 2,
    pendingTaskCount: 0,
    ...(weight !== undefined && { requestedProductionTrafficWeight: weight, requestedTestTrafficWeight: 100 })
  }
}

/** One that an alarm has ended. */
export function anAlarmedDeployment(but: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return aServiceDeployment({
    status: 'ROLLBACK_SUCCESSFUL',
    alarms: { status: 'TRIGGERED', alarmNames: ['web-5xx', 'web-slow'], triggeredAlarmNames: ['web-5xx'] },
    rollback: { reason: 'Service deployment rolled back.', serviceRevisionArn: OLD_REVISION },
    ...but
  })
}

export function aWaitingPause(but: Partial<DeploymentLifecycleHookDetail> = {}): DeploymentLifecycleHookDetail {
  return {
    hookId: PAUSE_ID,
    targetType: 'PAUSE',
    status: 'AWAITING_ACTION',
    expiresAt: seconds(1786244840),
    timeoutAction: 'ROLLBACK',
    ...but
  }
}

export function aBrief(but: Partial<ServiceDeploymentBrief> = {}): ServiceDeploymentBrief {
  return {
    serviceDeploymentArn: OUR_ARN,
    targetServiceRevisionArn: OUR_REVISION,
    status: 'IN_PROGRESS',
    createdAt: seconds(1786241000.1),
    ...but
  }
}

/** The list, newest first, by ARNs. */
export function listed(...arns: readonly string[]): { readonly serviceDeployments: readonly ServiceDeploymentBrief[] } {
  return {
    serviceDeployments: arns.map((arn) =>
      aBrief({ serviceDeploymentArn: arn, ...(arn === OLD_ARN && { status: 'SUCCESSFUL' }) })
    )
  }
}

type Records = Readonly<Record<string, ServiceDeployment>>

/** DescribeServiceDeployments: those that are there, and MISSING. */
export function records(known: Records) {
  return ({ serviceDeploymentArns: [arn = ''] }: { readonly serviceDeploymentArns: readonly string[] }): unknown => {
    const one = known[arn]
    return one === undefined ? { failures: [{ arn, reason: 'MISSING' }] } : { serviceDeployments: [one], failures: [] }
  }
}

const REVISIONS: Readonly<Record<string, string>> = {
  [OLD_REVISION]: revision(42),
  [OUR_REVISION]: revision(43),
  [THEIR_REVISION]: revision(44)
}

/** DescribeServiceRevisions. */
export function revisions({ serviceRevisionArns: [arn = ''] }: { readonly serviceRevisionArns: readonly string[] }) {
  const taskDefinition = REVISIONS[arn]
  if (taskDefinition === undefined) return { serviceRevisions: [], failures: [{ arn, reason: 'MISSING' }] }
  return { serviceRevisions: [{ serviceRevisionArn: arn, taskDefinition }], failures: [] }
}

export function anEntry(but: Partial<Deployment> = {}): Deployment {
  return {
    id: OUR_ID,
    status: 'PRIMARY',
    taskDefinition: revision(43),
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    rolloutState: 'IN_PROGRESS',
    createdAt: seconds(1786241000.1),
    ...but
  }
}

export function anOldEntry(but: Partial<Deployment> = {}): Deployment {
  return anEntry({
    id: OLD_ID,
    status: 'ACTIVE',
    taskDefinition: revision(42),
    rolloutState: 'COMPLETED',
    createdAt: seconds(1786150000),
    ...but
  })
}

export function aNativeService(deployments: readonly Deployment[], but: Partial<Service> = {}): Service {
  return {
    serviceArn: `${ECS}:service/prod/web`,
    serviceName: 'web',
    status: 'ACTIVE',
    desiredCount: 2,
    deployments: [...deployments],
    events: [],
    ...but
  }
}

export function served(deployments: readonly Deployment[], but: Partial<Service> = {}): DescribeServicesResponse {
  return { services: [aNativeService(deployments, but)], failures: [] }
}

export const MISSING_SERVICE: DescribeServicesResponse = {
  services: [],
  failures: [{ arn: `${ECS}:service/prod/web`, reason: 'MISSING' }]
}

/** Before the start, and after it. */
export const SERVED_BEFORE = served([anOldEntry({ status: 'PRIMARY' })], { currentServiceDeployment: OLD_ARN })
export const SERVED_AFTER = served([anEntry(), anOldEntry()], { currentServiceDeployment: OUR_ARN })

/** UpdateService's answer is plain JSON, with seconds for times. */
export function updated(
  entry: Deployment = anEntry(),
  current: string | undefined = OLD_ARN
): Readonly<Record<string, unknown>> {
  const told = { ...entry, createdAt: (entry.createdAt?.getTime() ?? 0) / 1000 }
  return { service: { deployments: [told], ...(current !== undefined && { currentServiceDeployment: current }) } }
}

export const CONFLICT = problem('DEPLOYMENT_OVER', 'service deployment in terminal states')
