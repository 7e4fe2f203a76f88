// What ECS calls, waits for and watches while it deploys: hooks, the gates among them, and monitors. Pure.
import type {
  DeploymentLifecycleHookAction,
  DeploymentLifecycleHookDetail,
  ServiceDeployment
} from '@aws-sdk/client-ecs'
import type { Gate, HookState, Monitor } from '../../domain/snapshot.ts'
import { functionName, instant, isListed } from '../facts.ts'

const ON_EXPIRY: Readonly<Record<DeploymentLifecycleHookAction, Gate['onExpiry']>> = {
  ROLLBACK: 'roll-back',
  CONTINUE: 'continue'
}

/**
 * Where it waits for a person now: each visit of a stage makes a hook of its own.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
 */
export function gatesOf(deployment: ServiceDeployment): readonly Gate[] {
  if (deployment.status !== 'IN_PROGRESS') return []
  const waiting = (deployment.lifecycleHookDetails ?? []).filter(({ status }) => status === 'AWAITING_ACTION')
  return waiting.map(({ hookId, expiresAt, timeoutAction }) => ({
    hookId,
    stage: deployment.lifecycleStage,
    expiresAt: instant(expiresAt),
    onExpiry: timeoutAction !== undefined && isListed(ON_EXPIRY, timeoutAction) ? ON_EXPIRY[timeoutAction] : 'unknown'
  }))
}

export function hookState({ hookId, targetType, targetArn, status }: DeploymentLifecycleHookDetail): HookState {
  return {
    id: hookId ?? targetArn ?? 'without an id',
    kind: targetType ?? 'not given',
    function: targetArn === undefined ? undefined : functionName(targetArn),
    status: status ?? 'not given'
  }
}

export function monitorsOf({ alarms, deploymentCircuitBreaker: breaker }: ServiceDeployment): readonly Monitor[] {
  const { failureCount: failures, threshold } = breaker ?? {}
  return [
    ...(alarms?.status === undefined ? [] : [{ name: 'alarms', status: alarms.status, count: undefined } as const]),
    ...(breaker?.status === undefined
      ? []
      : [
          {
            name: 'circuit breaker',
            status: breaker.status,
            count: failures === undefined || threshold === undefined ? undefined : { failures, threshold }
          } as const
        ])
  ]
}
