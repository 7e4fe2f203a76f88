// Whether another deployment is on its way, by whatever this role may read.
import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import type { EcsPlan } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import { attempt, failed, found, lost, type Found } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { listDeployments, readServiceDeployment } from './deployment.ts'
import { instant } from '../facts.ts'
import { areTogether, foundDeployment, isOver, type FoundDeployment } from './found-deployment.ts'
import { activeInService } from './in-service.ts'
import { withOwnMark } from './inherited.ts'

export interface Activity {
  readonly readBy: EcsPlan['readBy']
  /** Another deployment on its way. */
  readonly active: FoundDeployment | undefined
}

type Listed = readonly ServiceDeploymentBrief[]

const UNKNOWN: Activity = { readBy: 'deployment', active: undefined }

/** A role that may not read deployments costs their course, and the service tells their end. */
export async function findActivity(request: AttachRequest): Promise<Found<Activity>> {
  const answer = await attempt(() => findActive(request))
  if (!(answer instanceof Problem)) return found({ readBy: 'deployment', active: answer })
  if (answer.code !== 'NOT_ALLOWED') return failed(UNKNOWN, answer)
  return lost({ readBy: 'service', active: activeInService(request.today.service) }, deniedNote(answer))
}

function list({ aws, read, today }: AttachRequest): Promise<Listed> {
  return read(() => listDeployments(aws.ecs, today.target))
}

async function findActive(request: AttachRequest): Promise<FoundDeployment | undefined> {
  const listed = await list(request)
  // ECS itself would start beside what has just begun, and stop it.
  return (await newest(listed, request)) ?? (await justBegun(listed, request))
}

/** One that the list does not show yet: by the service's name for the current one, a second look at the list, or the service alone. */
export async function justBegun(listed: Listed, request: AttachRequest): Promise<FoundDeployment | undefined> {
  const { today } = request
  const begun = activeInService(today.service)
  if (begun === undefined || knows(listed, begun)) return undefined
  return (await current(listed, request)) ?? (await newest(await list(request), request)) ?? begun
}

/** The list may still lack what the service tells of; where it has it, it knows better how that went. */
function knows(listed: Listed, begun: FoundDeployment): boolean {
  return listed.some((each) => areTogether(instant(each.createdAt), begun.createdAt))
}

/** The newest is read even when it is over: whether the role may follow ours is better known before it is started. */
async function newest(listed: Listed, request: AttachRequest): Promise<FoundDeployment | undefined> {
  const { aws, read } = request
  const active = listed.filter((each) => !isOver(each))
  const brief = active.find(({ status }) => status !== 'STOP_REQUESTED') ?? active[0] ?? listed[0]
  const arn = brief?.serviceDeploymentArn
  if (brief === undefined || arn === undefined) return undefined
  const deployment = await attempt(() => read(() => readServiceDeployment(aws.ecs, arn)))
  if (deployment instanceof Problem) {
    if (deployment.code === 'DEPLOYMENT_GONE' && isOver(brief)) return undefined
    throw deployment
  }
  if (isOver(deployment)) return undefined
  return withOwnMark(await foundDeployment(arn, deployment, request), listed, request)
}

/** The one the service names, where the list has it not yet. */
async function current(listed: Listed, request: AttachRequest): Promise<FoundDeployment | undefined> {
  const { aws, today } = request
  const arn = today.service.currentDeployment
  if (arn === undefined || listed.some((each) => each.serviceDeploymentArn === arn)) return undefined
  const deployment = await attempt(() => readServiceDeployment(aws.ecs, arn))
  if (deployment instanceof Problem || isOver(deployment)) return undefined
  return withOwnMark(await foundDeployment(arn, deployment, request), listed, request)
}

function deniedNote({ remedy }: Problem): Note {
  return {
    level: 'notice',
    says: 'The role may not read service deployments, so only the service tells how the deployment goes: no stages, no traffic and no gates are seen. Reading them takes ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions',
    remedy
  }
}
