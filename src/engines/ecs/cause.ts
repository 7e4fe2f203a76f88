// Why ECS gave a deployment up: decided by its facts; its sentences are only hints, since few of them are documented. Pure.
import type { DeploymentLifecycleHookDetail, ServiceDeployment } from '@aws-sdk/client-ecs'
import type { Cause } from '../../domain/verdict.ts'
import { functionName } from '../facts.ts'

/** What ECS says of it in words, each once. */
export function reasonsOf({ rollback, statusReason }: ServiceDeployment): readonly string[] {
  const told = [rollback?.reason, statusReason].filter((text) => text !== undefined)
  return [...new Set(told)].filter((text) => text.trim() !== '')
}

export function causeOf(deployment: ServiceDeployment): Cause {
  const said = reasonsOf(deployment)
  return (
    byFacts(deployment, said[0]) ??
    hinted(said, deployment.alarms?.alarmNames ?? []) ??
    byRequest(deployment, said[0]) ?? { kind: 'aws', code: undefined, message: said[0] }
  )
}

function byFacts(deployment: ServiceDeployment, said: string | undefined): Cause | undefined {
  const { alarms, deploymentCircuitBreaker: breaker, lifecycleHookDetails = [] } = deployment
  const triggered = alarms?.triggeredAlarmNames ?? []
  if (triggered.length > 0) return { kind: 'alarm', names: triggered }
  if (alarms?.status === 'TRIGGERED') return { kind: 'alarm', names: namedIn(said ?? '', alarms.alarmNames ?? []) }
  if (breaker?.status === 'TRIGGERED') {
    return { kind: 'circuit-breaker', detail: said ?? failures(breaker.failureCount, breaker.threshold) }
  }
  const failed = lifecycleHookDetails.find(isFailedFunction)
  if (failed !== undefined) return byHook(deployment, failed, said)
  const expired = lifecycleHookDetails.some(({ targetType, ...hook }) => targetType === 'PAUSE' && isExpired(hook))
  return expired ? { kind: 'gate-expired', detail: said ?? 'nobody continued the deployment in time' } : undefined
}

function failures(count: number | undefined, threshold: number | undefined): string {
  if (count === undefined || threshold === undefined) return 'too many tasks failed to start'
  return `${count} tasks failed to start, ${threshold} are too many`
}

/** A pause that was open when the deployment broke may be told as failed, too: nobody failed there. */
export function isFailedFunction(hook: DeploymentLifecycleHookDetail): boolean {
  return hook.targetType !== 'PAUSE' && (hook.status === 'FAILED' || isExpired(hook))
}

/** A hook may say that the deployment goes on when its time is over. */
export function isExpired({ status, timeoutAction }: DeploymentLifecycleHookDetail): boolean {
  return status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE'
}

function byHook(deployment: ServiceDeployment, hook: DeploymentLifecycleHookDetail, said: string | undefined): Cause {
  const called = hook.targetArn === undefined ? 'a hook' : `the function ${functionName(hook.targetArn)}`
  const detail = `${called} is ${hook.status ?? 'not given'}`
  return {
    kind: 'hook',
    stage: stageIn(said ?? '') ?? configuredStage(deployment, hook.targetArn),
    detail: said === undefined ? detail : said
  }
}

/** By the configuration, where it calls the function at one stage only. */
function configuredStage({ deploymentConfiguration }: ServiceDeployment, arn: string | undefined): string | undefined {
  const hooks: unknown = deploymentConfiguration?.lifecycleHooks
  if (arn === undefined || !Array.isArray(hooks)) return undefined
  const stages = (deploymentConfiguration?.lifecycleHooks ?? [])
    .filter(({ hookTargetArn }) => hookTargetArn === arn)
    .flatMap(({ lifecycleStages }) => lifecycleStages ?? [])
  return stages.length === 1 ? stages[0] : undefined
}

type Hint = { readonly says: RegExp; readonly cause: (detail: string, alarms: readonly string[]) => Cause }

/** The first that fits. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */
const HINTS: readonly Hint[] = [
  { says: /pause hook timed out/i, cause: (detail) => ({ kind: 'gate-expired', detail }) },
  { says: /pause hook/i, cause: (detail) => ({ kind: 'operator', detail }) },
  {
    says: /lifecycle hook|hook target|hookStatus/i,
    cause: (detail) => ({ kind: 'hook', stage: stageIn(detail), detail })
  },
  // They carry names of the user's own, in which the words below may stand.
  {
    says: /networking configuration|infrastructure role/i,
    cause: (message) => ({ kind: 'aws', code: undefined, message })
  },
  { says: /circuit breaker/i, cause: (detail) => ({ kind: 'circuit-breaker', detail }) },
  { says: /tasks? failed to start/i, cause: (detail) => ({ kind: 'tasks', detail }) },
  {
    says: /\balarms?\b/i,
    cause: (detail, alarms) => ({ kind: 'alarm', names: namedIn(detail, alarms) })
  },
  {
    says: /stop-?service-?deployment|request to stop|requested by|by (?:a|the) user/i,
    cause: (detail) => ({ kind: 'operator', detail })
  }
]

/** What the first words that say something known hint at; undefined where none do. */
export function hinted(said: readonly string[], alarms: readonly string[]): Cause | undefined {
  for (const text of said) {
    const hint = HINTS.find(({ says }) => says.test(text))
    if (hint !== undefined) return hint.cause(text, alarms)
  }
  return undefined
}

/** Only a request leads to this status. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
function byRequest({ status }: ServiceDeployment, said: string | undefined): Cause | undefined {
  return status === 'ROLLBACK_REQUESTED' ? { kind: 'operator', detail: said } : undefined
}

/** Where only one alarm is watched it is that one. */
function namedIn(text: string, alarms: readonly string[]): readonly string[] {
  const named = alarms.filter((name) => text.includes(name))
  return named.length === 0 && alarms.length === 1 ? alarms : named
}

/** `... because PRE_SCALE_UP lifecycle hook(s) failed.` */
function stageIn(text: string): string | undefined {
  return /\b([A-Z]+(?:_[A-Z]+)+) (?:lifecycle|pause) hook/.exec(text)?.[1]
}
