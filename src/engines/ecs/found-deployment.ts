// A deployment of ECS's own as it was found, by its own account or by that of the service.
import type { ServiceDeployment, ServiceDeploymentBrief, ServiceRevisionSummary } from '@aws-sdk/client-ecs'
import type { EcsAttachment } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import { OVER, type Gate, type Phase } from '../../domain/snapshot.ts'
import { MINUTE, type Arn, type Millis } from '../../domain/units.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import { attempt } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { configurationOf, type Configuration } from './configuration.ts'
import { revisionOf } from './deployment.ts'
import { instant, isListed } from '../facts.ts'
import { gatesOf, STATUS_PHASES } from './snapshot.ts'

export interface FoundDeployment {
  readonly id: string
  readonly readBy: EcsAttachment['readBy']
  readonly taskDefinition: Arn
  readonly before: Arn | undefined
  /** AWS's own word. */
  readonly status: string
  readonly phase: Phase
  readonly gates: readonly Gate[]
  readonly createdAt: Millis | undefined
  /** How the service names it. */
  readonly inService: string | undefined
  /** What it runs with; undefined: it does not say, and the service's own is taken. */
  readonly configuration: Configuration | undefined
}

/** A word nobody has told us of goes on until AWS says when it finished. */
export function isOver({ status, finishedAt }: Pick<ServiceDeploymentBrief, 'status' | 'finishedAt'>): boolean {
  const word: string = status ?? ''
  return isListed(STATUS_PHASES, word) ? OVER[STATUS_PHASES[word]] : finishedAt !== undefined
}

export async function foundDeployment(
  id: string,
  deployment: ServiceDeployment,
  { aws, read, today }: AttachRequest
): Promise<FoundDeployment> {
  const revision = deployment.targetServiceRevision?.arn
  const source = mostTraffic(deployment.sourceServiceRevisions ?? [])
  const [taskDefinition, before] = await Promise.all([
    revision === undefined ? undefined : read(() => revisionOf(aws.ecs, revision)),
    // Of one that is too old AWS keeps no record.
    source === undefined ? undefined : attempt(() => read(() => revisionOf(aws.ecs, source)))
  ])
  if (taskDefinition === undefined) throw unknownRevision(id)
  const status: string = deployment.status ?? 'not given'
  const gates = gatesOf(deployment)
  const phase = isListed(STATUS_PHASES, status) ? STATUS_PHASES[status] : 'running'
  const createdAt = instant(deployment.createdAt)
  const { deploymentConfiguration } = deployment
  return {
    id,
    readBy: 'deployment',
    taskDefinition,
    before: before instanceof Problem || before === undefined ? today.service.running : before,
    status,
    phase: phase === 'running' && gates.length > 0 ? 'paused' : phase,
    gates,
    createdAt,
    inService: nameInService(today.service, taskDefinition, createdAt),
    configuration: deploymentConfiguration && configurationOf(deploymentConfiguration)
  }
}

function mostTraffic(sources: readonly ServiceRevisionSummary[]): string | undefined {
  const share = (source: ServiceRevisionSummary): number => source.requestedProductionTrafficWeight ?? 0
  return sources.toSorted((one, other) => share(other) - share(one))[0]?.arn
}

function unknownRevision(id: string): Problem {
  return new Problem('AWS_ANSWER_INVALID', {
    place: { kind: 'aws', call: 'ecs:DescribeServiceRevisions', resource: id },
    found: `which task definition deployment ${id} deploys cannot be read`,
    remedy: 'Look at the deployment in the console.'
  })
}

/** The two records of one start are made together. */
const TOGETHER: Millis = MINUTE

/** ECS names no service deployment in a service's own list: it is known by its revision and the time it began. */
function nameInService(
  { deployments }: ServiceToday,
  taskDefinition: Arn,
  createdAt: Millis | undefined
): string | undefined {
  const candidates = deployments.filter((each) => each.taskDefinition === taskDefinition)
  return candidates.find((each) => areTogether(instant(each.createdAt), createdAt))?.id
}

/** Whether two records are of one start; one whose time is not told is of none. */
export function areTogether(one: Millis | undefined, other: Millis | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) <= TOGETHER
}
