// A service of ECS's own deployments as it is found before one is planned: a test names only what matters to it.
import type { ServiceDeployment, Service } from '@aws-sdk/client-ecs'
import { createHash } from 'node:crypto'
import { MINUTE, type JsonObject } from '../../src/domain/units.ts'
import type { EcsPlan } from '../../src/domain/plan.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { ecs } from '../../src/engines/ecs/kit.ts'
import type { AttachRequest, Planning, PlanRequest } from '../../src/engines/kit.ts'
import type { Deploying, Run } from '../../src/inputs/inputs.ts'
import { understand } from '../../src/plan/survey.ts'
import { ACCOUNT, aRun } from '../support/builders.ts'
import { anAsk, DEFINITION } from './asked.ts'
import { fakeAws, WRITES, type Answers, type FakeAws } from './fake-ports.ts'

export const NOW = 1786241480_000
const REGION = 'us-east-1'
const AT = `arn:aws:ecs:${REGION}:${ACCOUNT}`

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
export const revision = (number: number): string => `${AT}:task-definition/web:${number}`
export const deploymentArn = (name: string, service = 'web'): string =>
  `${AT}:service-deployment/prod/${service}/${name}`
export const serviceRevision = (number: number): string => `${AT}:service-revision/prod/web/${number}`

const targetGroup = (name: string): string =>
  `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/${name}/0123456789abcdef`
export const listener = (kind: 'app' | 'net', name: string): string =>
  `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:${kind === 'app' ? 'listener-rule' : 'listener'}/${kind}/web/1/${name}`

export const ADVANCED = {
  alternateTargetGroupArn: targetGroup('web-green'),
  productionListenerRule: listener('app', 'production'),
  testListenerRule: listener('app', 'test'),
  roleArn: `arn:aws:iam::${ACCOUNT}:role/ecsInfrastructure`
}

export function aBalancer(advancedConfiguration: JsonObject | undefined = ADVANCED): JsonObject {
  const balancer = { targetGroupArn: targetGroup('web-blue'), containerName: 'app', containerPort: 8080 }
  return { ...balancer, ...(advancedConfiguration && { advancedConfiguration }) }
}

export const CANARY: JsonObject = {
  deploymentCircuitBreaker: { enable: true, rollback: true },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true },
  strategy: 'CANARY',
  bakeTimeInMinutes: 5,
  canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 }
}

export const ROLLING: JsonObject = {
  deploymentCircuitBreaker: { enable: true, rollback: true },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  strategy: 'ROLLING'
}

export function aPause(stage: string, minutes: number, hookDetails?: JsonObject | string): JsonObject {
  return {
    targetType: 'PAUSE',
    lifecycleStages: [stage],
    timeoutConfiguration: { timeoutInMinutes: minutes, action: 'ROLLBACK' },
    ...(hookDetails !== undefined && { hookDetails })
  }
}

export function without(of: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(of).filter(([member]) => member !== name))
}

export const LAMBDA: JsonObject = {
  targetType: 'AWS_LAMBDA',
  hookTargetArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:smoke-test`,
  roleArn: `arn:aws:iam::${ACCOUNT}:role/ecsHooks`,
  lifecycleStages: ['POST_SCALE_UP'],
  hookDetails: { token: 'hush' }
}

export type Deployments = NonNullable<Service['deployments']>

export const PRIMARY: Deployments[number] = {
  id: 'ecs-svc/41',
  status: 'PRIMARY',
  taskDefinition: revision(41),
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  rolloutState: 'COMPLETED',
  createdAt: new Date(NOW - 1440 * MINUTE)
}

/** What DescribeServices tells while 42 replaces 41. */
export const REPLACING: Deployments = [
  {
    ...PRIMARY,
    id: 'ecs-svc/42',
    taskDefinition: revision(42),
    rolloutState: 'IN_PROGRESS',
    createdAt: new Date(NOW - 3 * MINUTE)
  },
  { ...PRIMARY, status: 'ACTIVE' }
]

export function aServiceDeployment(but: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return {
    serviceDeploymentArn: deploymentArn('active'),
    status: 'IN_PROGRESS',
    createdAt: new Date(NOW - 3 * MINUTE),
    lifecycleStage: 'SCALE_UP',
    sourceServiceRevisions: [{ arn: serviceRevision(41), requestedProductionTrafficWeight: 100 }],
    targetServiceRevision: { arn: serviceRevision(42), requestedProductionTrafficWeight: 0 },
    lifecycleHookDetails: [],
    deploymentConfiguration: CANARY,
    ...but
  }
}

export interface World {
  readonly inputs?: Partial<Deploying>
  readonly service?: Partial<Service>
  /** Undefined members are left out. */
  readonly configuration?: JsonObject
  readonly loadBalancers?: readonly JsonObject[]
  /** Of the primary deployment, as written. */
  readonly connected?: JsonObject
  /** Newest first. */
  readonly history?: readonly ServiceDeployment[] | Problem
  readonly ecs?: Answers['ecs']
  readonly alarms?: unknown
  readonly revision?: PlanRequest['wanted']['revision']
  readonly changes?: PlanRequest['wanted']['changes']
  readonly run?: Partial<Run>
}

export const NEW_INPUTS = {
  mode: 'deploy',
  deploymentId: undefined,
  hookId: undefined,
  minimumHealthyPercent: undefined,
  maximumPercent: undefined,
  pauseAt: undefined,
  pauseFor: undefined,
  pauseExpiry: undefined,
  onActive: 'fail'
} as const

/** Every service revision runs the task definition of its number. */
const REVISIONS = ({ serviceRevisionArns: arns }: { serviceRevisionArns: readonly string[] }): unknown => ({
  serviceRevisions: arns.map((arn) => ({
    serviceRevisionArn: arn,
    taskDefinition: revision(Number(arn.split('/').at(-1)))
  }))
})

function answersOf(world: World): Answers {
  const { history = [], configuration = CANARY, loadBalancers = [aBalancer()] } = world
  const listed = Array.isArray(history) ? (history as readonly ServiceDeployment[]) : []
  const asWritten = {
    serviceName: 'web',
    deploymentConfiguration: configuration,
    loadBalancers,
    deployments: [{ status: 'PRIMARY', ...world.connected }]
  }
  return {
    ecs: {
      describeServicesAsWritten: { services: [asWritten] },
      listServiceDeployments: Array.isArray(history)
        ? {
            serviceDeployments: listed.map((each) => ({
              serviceDeploymentArn: each.serviceDeploymentArn,
              status: each.status,
              createdAt: each.createdAt,
              finishedAt: each.finishedAt,
              targetServiceRevisionArn: each.targetServiceRevision?.arn
            }))
          }
        : history,
      describeServiceDeployments: ({ serviceDeploymentArns: arns }: { serviceDeploymentArns: readonly string[] }) => {
        const serviceDeployments = listed.filter((each) => arns.includes(each.serviceDeploymentArn ?? ''))
        const known = serviceDeployments.map((each) => each.serviceDeploymentArn)
        return {
          serviceDeployments,
          failures: arns.filter((arn) => !known.includes(arn)).map((arn) => ({ arn, reason: 'MISSING' }))
        }
      },
      describeServiceRevisions: REVISIONS,
      ...world.ecs
    },
    cloudwatch: {
      describeAlarms: world.alarms ?? {
        MetricAlarms: ['web-5xx', 'slow'].map((AlarmName) => ({ AlarmName, StateValue: 'OK' })),
        CompositeAlarms: []
      }
    }
  }
}

export function asked(world: World = {}): FakeAws & { readonly request: PlanRequest } {
  const inputs = anAsk({ ...NEW_INPUTS, ...world.inputs })
  const service: Service = {
    serviceArn: `${AT}:service/prod/web`,
    serviceName: 'web',
    clusterArn: `${AT}:cluster/prod`,
    status: 'ACTIVE',
    desiredCount: 2,
    taskDefinition: revision(41),
    deploymentController: { type: 'ECS' },
    deployments: [PRIMARY],
    ...world.service
  }
  const today = understand({ services: [service] }, inputs, REGION)
  if (!today.ok) throw new Error('the test’s service is refused')
  const fake = fakeAws(answersOf(world))
  const request: PlanRequest = {
    inputs,
    today: today.value,
    wanted: {
      revision: world.revision ?? { kind: 'register', definition: DEFINITION },
      images: [],
      changes: world.changes,
      notes: []
    },
    run: aRun(world.run),
    aws: fake.aws,
    read: (call) => call(),
    page: (_where, path) => `https://console/${path.join('/')}`,
    hash: sha256,
    nonce: 'n0nce',
    now: NOW
  }
  return { ...fake, request }
}

export async function planned(world: World = {}): Promise<Planning<EcsPlan>> {
  const { request, calls } = asked(world)
  const planning = await ecs.plan(request)
  const writes = calls.filter((call) => WRITES.test(call.name))
  if (writes.length > 0) throw new Error(`planning wrote: ${writes.map((call) => call.name).join(', ')}`)
  return planning
}

export async function plan(world: World = {}): Promise<EcsPlan> {
  const planning = await planned(world)
  if (planning.kind === 'planned') return planning.plan
  const why = planning.kind === 'refused' ? planning.problems.map((each) => each.message).join('; ') : 'busy'
  throw new Error(`not planned: ${why}`)
}

export async function refusals(world: World): Promise<readonly Problem[]> {
  const planning = await planned(world)
  return planning.kind === 'refused' ? planning.problems : []
}

export function says({ notes }: EcsPlan): string {
  return notes.map((note) => `${note.level}: ${note.says}`).join('\n')
}

export function attaching(world: World = {}): FakeAws & { readonly request: AttachRequest } {
  return asked(world)
}
