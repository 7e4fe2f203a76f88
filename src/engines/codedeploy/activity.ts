// Whether a deployment of the group is on its way already, and how it is told when it stands in the way of ours.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { Problem } from '../../domain/problem.ts'
import { OVER } from '../../domain/snapshot.ts'
import { attempt, failed, found, type Found } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { whoseMark } from '../marker.ts'
import { signsOf } from './attachment.ts'
import { readDeployment } from './deployment.ts'
import type { Group } from './group.ts'
import { see, type Seen } from './see.ts'
import { instant, isListed } from '../facts.ts'
import { DEPLOYMENT_PHASES } from './snapshot.ts'

export interface Active {
  readonly kind: 'active'
  /** The group's last attempt: a rollback stands for itself here, and in `seen` for the deployment it undoes. */
  readonly id: string
  readonly status: string
  /** Undefined: it cannot be read. */
  readonly deployment: DeploymentInfo | undefined
  readonly seen: Seen | undefined
}

export type Activity =
  | Active
  | { readonly kind: 'none' }
  /** A word nobody has told us of leaves it open, and a second deployment to AWS to refuse. */
  | { readonly kind: 'unclear' }

export async function findActivity(group: Group | undefined, request: AttachRequest): Promise<Found<Activity>> {
  const { aws, read } = request
  const id = group?.last?.deploymentId
  const recorded = group?.last?.status
  if (id === undefined) return found(inactivity(recorded))
  const answer = await attempt(() => read(() => readDeployment(aws.codedeploy, id)))
  // A role that may not read this one may not follow ours, either: better known before it is started.
  if (answer instanceof Problem && answer.code === 'NOT_ALLOWED') return failed({ kind: 'unclear' }, answer)
  if (!isActive(recorded)) return found(inactivity(recorded))
  if (answer instanceof Problem) {
    return found({ kind: 'active', id, status: recorded, deployment: undefined, seen: undefined })
  }
  // The group's record may lag behind the deployment's own.
  const status = answer.status ?? recorded
  if (!isActive(status)) return found(inactivity(status))
  const seen = await attempt(() => see(id, answer, request))
  return found({ kind: 'active', id, status, deployment: answer, seen: seen instanceof Problem ? undefined : seen })
}

function inactivity(status: string | undefined): Activity {
  const over = status === undefined || (isListed(DEPLOYMENT_PHASES, status) && OVER[DEPLOYMENT_PHASES[status]])
  return { kind: over ? 'none' : 'unclear' }
}

function isActive(status: string | undefined): status is string {
  return status !== undefined && isListed(DEPLOYMENT_PHASES, status) && !OVER[DEPLOYMENT_PHASES[status]]
}

/** `content`: the hash of what this run would deploy itself, once that is known. */
export function inTheWay(
  { id, status, deployment }: Active,
  { group, last }: Group,
  { now, run }: Pick<AttachRequest, 'now' | 'run'>,
  content: string | undefined
): Problem {
  const created = instant(deployment?.createTime ?? last?.createTime)
  const undone = deployment?.rollbackInfo?.rollbackTriggeringDeploymentId
  const facts = [
    `deployment ${id} of group ${group} is ${status}`,
    ...(undone === undefined ? [] : [`it rolls back deployment ${undone}`]),
    ...signsOf(deployment, created, whoseMark(deployment?.description, run, content), now)
  ]
  return new Problem('DEPLOYMENT_ACTIVE', {
    place: { kind: 'aws', call: 'codedeploy:GetDeploymentGroup', resource: group },
    found: facts.join('; ')
  })
}

/** That `on-active-deployment` may wait for it or replace it would be no help: nobody can tell what becomes of it. */
export function unfollowed(problem: Problem): Problem {
  return new Problem(problem.code, {
    ...(problem.place && { place: problem.place }),
    found: `${problem.found}; it cannot be read, so it can neither be waited for nor replaced`,
    remedy: 'Wait for it to end; then run the job again.'
  })
}
