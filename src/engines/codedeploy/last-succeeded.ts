// The newest revision that was deployed with success and is not the one that serves now: where a roll-back goes to.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { Problem } from '../../domain/problem.ts'
import type { Arn, Result } from '../../domain/units.ts'
import { attempt } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { readDeployment } from './deployment.ts'
import { findGroup } from './find-group.ts'
import type { Group } from './group.ts'
import { revisionNamed } from './revision-of.ts'
import { instant } from '../facts.ts'

/** Further back nobody looks. */
const LOOKED_AT = 5

export async function lastSucceeded(request: AttachRequest): Promise<Result<Arn | undefined, Problem>> {
  const { value: group, problems } = await findGroup(request)
  if (group === undefined || problems.length > 0) return { ok: false, problems }
  const deployments = await attempt(() => successes(group, request))
  if (deployments instanceof Problem) return { ok: false, problems: [deployments] }
  const { service, target } = request.today
  const value = deployments
    .map((deployment) => revisionNamed(deployment, target))
    .find((revision) => revision !== undefined && revision !== service.running)
  return { ok: true, value }
}

/** The newest first, by their own time: that AWS lists them so is relied on by others and written nowhere. */
async function successes(group: Group, { aws, read }: AttachRequest): Promise<readonly DeploymentInfo[]> {
  const input = {
    applicationName: group.application,
    deploymentGroupName: group.group,
    // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
    includeOnlyStatuses: ['Succeeded' as const]
  }
  const listed = await read(() => aws.codedeploy.listDeployments(input))
  const ids = (listed.deployments ?? []).slice(0, LOOKED_AT)
  // A list that does not begin with the newest would lead to a revision of long ago.
  const newest = group.lastSucceeded?.deploymentId
  if (newest !== undefined && !ids.includes(newest)) return []
  const deployments = await Promise.all(ids.map((id) => read(() => readDeployment(aws.codedeploy, id))))
  return deployments.filter(isSuccess).toSorted((one, other) => createdAt(other) - createdAt(one))
}

/** A rollback has brought back what served before it, and is no success of a revision. */
function isSuccess({ status, creator }: DeploymentInfo): boolean {
  return status === 'Succeeded' && creator !== 'codeDeployRollback'
}

function createdAt({ createTime }: DeploymentInfo): number {
  return instant(createTime) ?? 0
}
