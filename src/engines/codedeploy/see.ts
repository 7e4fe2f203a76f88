// A deployment that was found, read whole: with the one that undoes it, and how it moves the traffic.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { Problem } from '../../domain/problem.ts'
import type { StatusPart } from '../../domain/snapshot.ts'
import { attempt } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { readDeployment } from './deployment.ts'
import { statusPart } from './snapshot.ts'
import { PREDEFINED, routingOf, type Routing } from './strategy.ts'

export interface Seen {
  readonly id: string
  readonly deployment: DeploymentInfo
  readonly status: StatusPart
  /** Undefined: how it moves the traffic is not known. */
  readonly routing: Routing | undefined
}

type Asking = Pick<AttachRequest, 'aws' | 'read'>

/**
 * `named` is what AWS answers of `id`. CodeDeploy rolls back with a deployment of its own: of the two, the one that is
 * undone tells how both end.
 */
export async function see(id: string, named: DeploymentInfo, asking: Asking): Promise<Seen> {
  const undone = named.rollbackInfo?.rollbackTriggeringDeploymentId
  const origin = undone === undefined ? undefined : await unlessGone(undone, asking)
  if (undone !== undefined && origin !== undefined) return seen(undone, origin, named, asking)
  const rollback = named.rollbackInfo?.rollbackDeploymentId
  return seen(id, named, rollback === undefined ? undefined : await unlessGone(rollback, asking), asking)
}

async function seen(
  id: string,
  deployment: DeploymentInfo,
  rollback: DeploymentInfo | undefined,
  asking: Asking
): Promise<Seen> {
  const status = statusPart(deployment, rollback)
  return { id, deployment, status, routing: await routingNamed(deployment.deploymentConfigName, asking) }
}

/** AWS keeps no deployment for ever. */
async function unlessGone(id: string, { aws, read }: Asking): Promise<DeploymentInfo | undefined> {
  const answer = await attempt(() => read(() => readDeployment(aws.codedeploy, id)))
  if (!(answer instanceof Problem)) return answer
  if (answer.code === 'DEPLOYMENT_GONE') return undefined
  throw answer
}

/** The timetable is lost where the configuration cannot be read, and nothing else. */
async function routingNamed(name: string | undefined, { aws, read }: Asking): Promise<Routing | undefined> {
  if (name === undefined) return undefined
  const known = PREDEFINED.get(name)
  if (known) return known
  const input = { deploymentConfigName: name }
  const answer = await attempt(() => read(() => aws.codedeploy.getDeploymentConfig(input)))
  return answer instanceof Problem ? undefined : routingOf(answer.deploymentConfigInfo?.trafficRoutingConfig)
}
