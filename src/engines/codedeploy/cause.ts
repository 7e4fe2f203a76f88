// Why CodeDeploy ended a deployment: decided by its code; its sentences are only hints, since they have changed before. Pure.
import type { ErrorInformation } from '@aws-sdk/client-codedeploy'
import type { RollbackEvent } from '../../domain/plan.ts'
import type { Cause } from '../../domain/verdict.ts'

/** For codes that say too little (TIMEOUT). https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
const HINTS: readonly { readonly says: RegExp; readonly cause: (detail: string) => Cause }[] = [
  { says: /waiting for a notification to continue/i, cause: (detail) => ({ kind: 'gate-expired', detail }) },
  { says: /replacement task set to become healthy/i, cause: (detail) => ({ kind: 'tasks', detail }) },
  { says: /waiting for a status callback/i, cause: (detail) => ({ kind: 'hook', stage: undefined, detail }) }
]

export function causeOf(error: ErrorInformation | undefined): Cause {
  const code: string | undefined = error?.code
  const message = error?.message
  if (code === 'ALARM_ACTIVE') return { kind: 'alarm', names: alarmNames(message ?? '') }
  if (code === 'HOOK_EXECUTION_FAILURE') return { kind: 'hook', stage: undefined, detail: message ?? code }
  if (code === 'MANUAL_STOP') return { kind: 'operator', detail: message }
  const hint = HINTS.find(({ says }) => message !== undefined && says.test(message))
  return hint && message !== undefined ? hint.cause(message) : { kind: 'aws', code, message }
}

/** "Activated alarms: <one> <two>". */
function alarmNames(message: string): readonly string[] {
  return [...message.matchAll(/<([^>]+)>/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

/** The event that has to be configured for AWS to roll this end back by itself. */
export function rollbackEventFor(status: 'Failed' | 'Stopped', cause: Cause): RollbackEvent {
  if (cause.kind === 'alarm') return 'alarm'
  // An expired ready wait ends as Stopped, and no document says that it counts as a failure.
  return status === 'Failed' ? 'failure' : 'stop'
}
