// Which deployment of a service is meant: the one that is named, the one on its way, or the last there was. Read-only.
import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import type { EcsAttachment } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import type { Gate } from '../../domain/snapshot.ts'
import type { Arn, Result } from '../../domain/units.ts'
import { attempt } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { justBegun } from './activity.ts'
import { readAsWritten } from './as-written.ts'
import { attachmentOf } from './attachment.ts'
import { listDeployments, readServiceDeployment, revisionsOf } from './deployment.ts'
import { foundDeployment, isOver, type FoundDeployment } from './found-deployment.ts'
import { foundInService, primaryOf } from './in-service.ts'
import { withOwnMark } from './inherited.ts'
import { whoseDeployment } from './names.ts'

export async function attach(
  request: AttachRequest,
  id: string | undefined
): Promise<Result<EcsAttachment | undefined, Problem>> {
  const named = id === undefined ? undefined : whoseDeployment(id, request.today.target)
  if (named instanceof Problem) return { ok: false, problems: [named] }
  const found = await attempt(async () => {
    if (id === undefined) return theOne(request)
    return named === 'in service' ? inService(id, request) : byArn(id, request)
  })
  if (!(found instanceof Problem)) return attached(request, found)
  if (found.code !== 'NOT_ALLOWED') return { ok: false, problems: [found] }
  const told = byService(request, id)
  // Gates are not seen: only who names one can mean it.
  const blind = told === undefined || (request.inputs.mode === 'promote' && told.gates.length === 0)
  return blind ? { ok: false, problems: [found] } : attached(request, told)
}

async function attached(
  request: AttachRequest,
  found: FoundDeployment | undefined
): Promise<Result<EcsAttachment | undefined, Problem>> {
  if (found === undefined) return { ok: true, value: undefined }
  if (found.configuration) return { ok: true, value: attachmentOf(request, found, undefined) }
  // How it moves is worth a look, and not worth losing it for.
  const service = await attempt(() => readAsWritten(request))
  return { ok: true, value: attachmentOf(request, found, service instanceof Problem ? undefined : service.has) }
}

async function byArn(arn: string, request: AttachRequest): Promise<FoundDeployment> {
  const { aws, read } = request
  const deployment = await attempt(() => read(() => readServiceDeployment(aws.ecs, arn)))
  if (!(deployment instanceof Problem)) return foundDeployment(arn, deployment, request)
  if (deployment.code !== 'DEPLOYMENT_GONE') throw deployment
  throw notFound(`there is no deployment ${arn}; AWS keeps its record for 90 days`, deployment)
}

/** By the name it has in the service, which is what a run without the permissions tells. */
function inService(id: string, { today: { service } }: AttachRequest): FoundDeployment {
  const found = foundInService(
    service.deployments.find((each) => each.id === id),
    service
  )
  if (found) return found
  throw notFound(`the service has no deployment ${id} any more`)
}

function notFound(found: string, cause?: Problem): Problem {
  return new Problem('DEPLOYMENT_NOT_FOUND', { place: { kind: 'input', name: 'deployment-id' }, found, cause })
}

/** The primary, which is the newest. A deployment that was named is told by the service only where it says that it is this one. */
function byService(
  { today: { service }, inputs: { hookId } }: AttachRequest,
  id: string | undefined
): FoundDeployment | undefined {
  if (id !== undefined && id !== service.currentDeployment) return undefined
  const found = foundInService(primaryOf(service), service)
  if (found === undefined || id === undefined) return found
  // Both names are all that ECS asks for to continue.
  const gates: readonly Gate[] =
    hookId === undefined ? [] : [{ hookId, stage: undefined, expiresAt: undefined, onExpiry: 'unknown' }]
  return { ...found, id, gates }
}

async function theOne(request: AttachRequest): Promise<FoundDeployment | undefined> {
  const { aws, read, today, inputs } = request
  const all = await read(() => listDeployments(aws.ecs, today.target))
  const active = all.filter((each) => !isOver(each))
  const begun = active.length === 0 ? await justBegun(all, request) : undefined
  if (begun !== undefined) return begun
  const running = active.filter(({ status }) => status !== 'STOP_REQUESTED')
  // There are several only while one replaces another: a person who promotes means the one that waits.
  const found = await Promise.all(
    (inputs.mode === 'promote' ? running : running.slice(0, 1)).map((brief) => readBrief(brief, request))
  )
  const waiting = found.find((each) => each !== undefined && each.gates.length > 0)
  const last = active[0] ?? all[0]
  const chosen = waiting ?? found[0] ?? (last && (await readBrief(last, request)))
  return chosen && withOwnMark(chosen, all, request)
}

async function readBrief(
  { serviceDeploymentArn: arn }: ServiceDeploymentBrief,
  request: AttachRequest
): Promise<FoundDeployment | undefined> {
  const { aws, read } = request
  if (arn === undefined) return undefined
  return foundDeployment(arn, await read(() => readServiceDeployment(aws.ecs, arn)), request)
}

/** Further back nobody looks; one request takes as many. */
const LOOKED_AT = 20

/** The newest that succeeded with another revision than the one that serves. */
export async function lastSucceeded(request: AttachRequest): Promise<Result<Arn | undefined, Problem>> {
  const { aws, read, today } = request
  const found = await attempt(async () => {
    const all = await read(() => listDeployments(aws.ecs, today.target))
    const succeeded = all.flatMap(({ status, targetServiceRevisionArn: revision }) =>
      status === 'SUCCESSFUL' && revision !== undefined ? [revision] : []
    )
    const revisions = await read(() => revisionsOf(aws.ecs, succeeded.slice(0, LOOKED_AT)))
    return succeeded
      .map((revision) => revisions.get(revision))
      .find((each) => each !== undefined && each !== today.service.running)
  })
  return found instanceof Problem ? { ok: false, problems: [found] } : { ok: true, value: found }
}
