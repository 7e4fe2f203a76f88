// The deployment of this service that is meant: the one that was named, else the last its group attempted.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { CodeDeployAttachment } from '../../domain/plan.ts'
import { Problem, type Place } from '../../domain/problem.ts'
import type { Result } from '../../domain/units.ts'
import { attempt } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { attachmentOf } from './attachment.ts'
import { readDeployment } from './deployment.ts'
import { findGroup } from './find-group.ts'
import type { Group } from './group.ts'
import { see, type Seen } from './see.ts'

const PLACE: Place = { kind: 'input', name: 'deployment-id' }
/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html */
const MALFORMED = 'InvalidDeploymentIdException'

export async function attach(
  request: AttachRequest,
  id: string | undefined
): Promise<Result<CodeDeployAttachment | undefined, Problem>> {
  if (id?.startsWith('arn:')) return { ok: false, problems: [isArn(id)] }
  const { value: group, problems } = await findGroup(request)
  if (group === undefined || problems.length > 0) return { ok: false, problems }
  const meant = id ?? group.last?.deploymentId
  if (meant === undefined) return { ok: true, value: undefined }
  const seen = await attempt(() => find(meant, id === undefined ? undefined : group, request))
  if (!(seen instanceof Problem)) return { ok: true, value: attachmentOf(seen, group, request) }
  // AWS keeps no deployment for ever.
  if (seen.code === 'DEPLOYMENT_GONE' && id === undefined) return { ok: true, value: undefined }
  return { ok: false, problems: [isUnheardOf(seen) ? unheardOf(meant, seen, request) : seen] }
}

function isUnheardOf({ code, aws }: Problem): boolean {
  return code === 'DEPLOYMENT_GONE' || aws?.name === MALFORMED
}

/** `within`: the group it has to be of, where it was not the group that named it. */
async function find(id: string, within: Group | undefined, request: AttachRequest): Promise<Seen> {
  const { aws, read } = request
  const named = await read(() => readDeployment(aws.codedeploy, id))
  if (within && !isOf(named, within)) throw elsewhere(id, named, within)
  return see(id, named, request)
}

function isOf({ applicationName, deploymentGroupName }: DeploymentInfo, { application, group }: Group): boolean {
  return applicationName === application && deploymentGroupName === group
}

function isArn(id: string): Problem {
  return new Problem('INPUT_INVALID', {
    place: PLACE,
    found: `\`${id}\` is an ARN, and the service is deployed to by CodeDeploy, whose deployments have ids`,
    expected: 'an id like `d-A7YW3F91L`'
  })
}

function unheardOf(id: string, problem: Problem, { aws }: AttachRequest): Problem {
  return new Problem('DEPLOYMENT_NOT_FOUND', {
    place: PLACE,
    found: `there is no deployment ${id} in region ${aws.region} for the account of these credentials`,
    ...(problem.aws && { aws: problem.aws }),
    cause: problem
  })
}

function elsewhere(id: string, of: DeploymentInfo, { application, group }: Group): Problem {
  return new Problem('DEPLOYMENT_NOT_FOUND', {
    place: PLACE,
    found: `${id} is a deployment of group ${of.deploymentGroupName ?? '?'} in application ${of.applicationName ?? '?'}`,
    expected: `one of group ${group} in application ${application}, which deploys to this service`
  })
}
