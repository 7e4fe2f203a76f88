// What ECS itself can add after a bad verdict: the hooks that did not pass, and its words where they are not the cause.
import type { DeploymentLifecycleHookDetail } from '@aws-sdk/client-ecs'
import type { Aws } from '../../aws/ports.ts'
import type { Evidence } from '../../domain/event.ts'
import type { EcsAttachment, EcsPlan } from '../../domain/plan.ts'
import type { Handle } from '../../domain/ports.ts'
import type { Cause } from '../../domain/verdict.ts'
import { causeOf, isExpired, isFailedFunction, reasonsOf } from './cause.ts'
import { isInService, readServiceDeployment } from './deployment.ts'
import { functionName } from '../facts.ts'

export async function evidence(
  subject: EcsPlan | EcsAttachment,
  handle: Handle,
  aws: Aws,
  signal: AbortSignal
): Promise<readonly Evidence[]> {
  // The service's own events are told anyway.
  if (subject.readBy === 'service' || isInService(handle.id)) return []
  const deployment = await readServiceDeployment(aws.ecs, handle.id, { signal })
  const told = detailOf(causeOf(deployment))
  return [
    ...(deployment.lifecycleHookDetails ?? []).flatMap(ofHook),
    ...reasonsOf(deployment)
      .filter((reason) => reason !== told)
      .map((detail) => ({ about: 'ECS', detail }))
  ]
}

function ofHook(hook: DeploymentLifecycleHookDetail): readonly Evidence[] {
  const { targetType, targetArn, status = 'not given' } = hook
  if (targetType === 'PAUSE') {
    return isExpired(hook) ? [{ about: 'pause', detail: `${status}: nobody continued the deployment in time` }] : []
  }
  if (!isFailedFunction(hook)) return []
  if (targetArn === undefined) return [{ about: 'hook', detail: status }]
  const name = functionName(targetArn)
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
  return [{ about: `hook ${name}`, detail: `${status}; the log of the function is in /aws/lambda/${name}` }]
}

/** What of ECS's words the cause already says. */
function detailOf(cause: Cause): string | undefined {
  if ('detail' in cause) return cause.detail
  return cause.kind === 'aws' ? cause.message : undefined
}
