// Deployments of a service as ECS records them: read by their ARNs, listed, and named as a handle.
import type { ServiceDeployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import type { Ecs } from '../../aws/ports.ts'
import type { Target } from '../../domain/plan.ts'
import type { Handle } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import type { Arn } from '../../domain/units.ts'
import type { Page } from '../kit.ts'
import type { Options } from '../looking.ts'
import { given } from '../facts.ts'

/** The most one page of the list holds, newest first; there is no need to look further back. */
const PAGE = 100

/** The form AWS documents. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html */
const DEPLOYMENT_ARN = /^arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:service-deployment\/[\w-]+\/[\w-]+\/[\w-]+$/

/** How the service itself names a deployment: all there is where the records may not be read. */
const IN_SERVICE = 'ecs-svc/'

/**
 * An ARN nobody knows is a failure of an answer with HTTP 200.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html
 */
export async function readServiceDeployment(ecs: Ecs, arn: string, options?: Options): Promise<ServiceDeployment> {
  const answer = await ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] }, options)
  const [deployment] = answer.serviceDeployments ?? []
  if (deployment === undefined && answer.failures?.some(({ reason }) => reason === 'MISSING')) {
    throw new Problem('DEPLOYMENT_GONE', {
      place: { kind: 'aws', call: 'ecs:DescribeServiceDeployments', resource: arn },
      found: `ECS answers that ${arn} is MISSING`
    })
  }
  return given(deployment, 'ecs:DescribeServiceDeployments', 'serviceDeployments[0]')
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
export const MOST_DESCRIBED = 20

/** As many of these as ECS has a record of. */
export async function readServiceDeployments(
  ecs: Ecs,
  arns: readonly string[],
  options?: Options
): Promise<readonly ServiceDeployment[]> {
  const answer = await ecs.describeServiceDeployments({ serviceDeploymentArns: [...arns] }, options)
  return answer.serviceDeployments ?? []
}

/** Newest first. */
export async function listDeployments(
  ecs: Ecs,
  { cluster, service }: Pick<Target, 'cluster' | 'service'>,
  options?: Options
): Promise<readonly ServiceDeploymentBrief[]> {
  const { serviceDeployments } = await ecs.listServiceDeployments({ cluster, service, maxResults: PAGE }, options)
  return serviceDeployments ?? []
}

/** The task definition of a service revision; undefined where ECS keeps no record of it. */
export async function revisionOf(ecs: Ecs, serviceRevisionArn: string, options?: Options): Promise<Arn | undefined> {
  const answer = await ecs.describeServiceRevisions({ serviceRevisionArns: [serviceRevisionArn] }, options)
  const [revision] = answer.serviceRevisions ?? []
  if (revision === undefined && answer.failures?.some(({ reason }) => reason === 'MISSING')) return undefined
  return given(revision?.taskDefinition, 'ecs:DescribeServiceRevisions', 'serviceRevisions[0].taskDefinition')
}

/** The same of up to 20 at once; what ECS keeps no record of is not there. */
export async function revisionsOf(ecs: Ecs, arns: readonly string[]): Promise<ReadonlyMap<string, Arn>> {
  if (arns.length === 0) return new Map()
  const answer = await ecs.describeServiceRevisions({ serviceRevisionArns: [...arns] })
  return new Map(
    (answer.serviceRevisions ?? []).flatMap(({ serviceRevisionArn: arn, taskDefinition }) =>
      arn === undefined || taskDefinition === undefined ? [] : [[arn, taskDefinition]]
    )
  )
}

/** `id`: the deployment's ARN, or how the service names it. */
export function handleFor(target: Target, id: string, taskDefinition: Arn, page: Page, inService?: string): Handle {
  const { cluster, service } = target
  return {
    id,
    taskDefinition,
    ...(inService !== undefined && { inService }),
    url: page(target, ['ecs', 'v2', 'clusters', cluster, 'services', service, 'deployments']),
    // It goes into a shell: nothing but the form that is known.
    rollBackCommand: DEPLOYMENT_ARN.test(id)
      ? `aws ecs stop-service-deployment --service-deployment-arn ${id} --stop-type ROLLBACK`
      : undefined
  }
}

/** Whether a deployment is known by the service's name for it alone, and has no record that could be read. */
export function isInService(id: string): boolean {
  return id.startsWith(IN_SERVICE)
}
