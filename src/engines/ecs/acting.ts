// What is asked of a running deployment: to be rolled back, or to go on from a pause. Both may be asked again.
import type { Aws } from '../../aws/ports.ts'
import type { EcsAttachment, EcsPlan } from '../../domain/plan.ts'
import type { Follower, Handle } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import { OVER } from '../../domain/snapshot.ts'
import type { Options } from '../looking.ts'
import { isInService, readServiceDeployment } from './deployment.ts'
import { isListed } from '../facts.ts'
import { serviceIn } from '../service.ts'
import { isOurs, primaryOf } from './service.ts'
import { STATUS_PHASES } from './snapshot.ts'

/** `stale`: the deployment that the service called current before ours began. */
export function acting(
  subject: EcsPlan | EcsAttachment,
  { ecs }: Aws,
  stale: () => string | undefined
): Follower['act'] {
  return async (handle, action, signal) => {
    const options: Options = signal ? { signal } : {}
    switch (action.kind) {
      case 'roll-back':
        return rollBack(handle, options)
      case 'continue':
        return proceed(handle, action.gate.hookId, options)
      case 'stop':
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
        throw new Problem('SERVICE_OPTION_UNFIT', {
          found: 'ECS stops a deployment only by rolling it back',
          remedy: 'Write `rollback` or `leave` where `stop` was asked for.'
        })
    }
  }

  async function rollBack(handle: Handle, options: Options): Promise<void> {
    const arn = isInService(handle.id) ? await arnByService(handle, options) : handle.id
    try {
      await ecs.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }, options)
    } catch (error) {
      // By the service's word we may have named another one: its end says nothing of ours.
      if (isInService(handle.id)) throw error
      // Its end came first; the next look tells which.
      if (!isOver(error) && !(isConflict(error) && (await hasEnded(arn, options)))) throw error
    }
  }

  async function proceed(handle: Handle, hookId: string | undefined, options: Options): Promise<void> {
    if (hookId === undefined) {
      throw new Problem('AWS_ANSWER_INVALID', {
        place: { kind: 'aws', call: 'ecs:DescribeServiceDeployments', resource: handle.id },
        found: 'the pause has no id by which it could be continued'
      })
    }
    const arn = isInService(handle.id) ? await arnByService(handle, options) : handle.id
    try {
      await ecs.continueServiceDeployment({ serviceDeploymentArn: arn, hookId, action: 'CONTINUE' }, options)
    } catch (error) {
      if (!isOver(error) && !isContinued(error)) throw error
    }
  }

  /** Where records may not be listed, the service still names its current deployment. */
  async function arnByService(handle: Handle, options: Options): Promise<string> {
    const { cluster, service } = subject.target
    const seen = serviceIn(await ecs.describeServices({ cluster, services: [service] }, options))
    const primary = seen && primaryOf(seen)
    const arn = seen?.currentServiceDeployment
    if (primary !== undefined && isOurs(primary, handle) && arn !== undefined && arn !== stale()) return arn
    throw new Problem('NOT_ALLOWED', {
      place: { kind: 'aws', call: 'ecs:ListServiceDeployments', resource: `${cluster}/${service}` },
      found: `the role may not read service deployments, and the service does not tell the ARN of ${handle.id}`,
      remedy: 'Add `ecs:ListServiceDeployments` and `ecs:DescribeServiceDeployments` to the role’s policy.'
    })
  }

  async function hasEnded(arn: string, options: Options): Promise<boolean> {
    const status: string = (await readServiceDeployment(ecs, arn, options)).status ?? ''
    return isListed(STATUS_PHASES, status) && OVER[STATUS_PHASES[status]]
  }
}

function isOver(error: unknown): boolean {
  return error instanceof Problem && error.code === 'DEPLOYMENT_OVER'
}

/** What a stop of a deployment that is over is answered with, in words nobody has told us. */
function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.aws?.name === 'ConflictException'
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */
function isContinued(error: unknown): boolean {
  return error instanceof Problem && /either completed, unavailable/i.test(error.aws?.message ?? error.found)
}
