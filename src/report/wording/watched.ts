// The hooks AWS has called and what it watches a deployment with, in words.
import type { HookState, Monitor } from '../../domain/snapshot.ts'
import { spaced } from './names.ts'
import { NOTHING, own, say, type Phrase } from './phrase.ts'

/** `PAUSE ecs-pause-… awaiting action`, `AWS_LAMBDA smoke-test in progress`. */
export function hookPhrase(hook: HookState): Phrase {
  return say`${hook.kind} ${hook.function ?? hook.id} ${spaced(hook.status)}`
}

/** AWS's word, and what it means where it is easily overlooked. */
export function monitorStatus({ name, status, count }: Monitor): Phrase {
  const counted = count === undefined ? NOTHING : own(`, ${count.failures} of ${count.threshold} task failures`)
  // An alarm that is on at the start makes ECS ignore all of them, and this word may be all that is heard of it.
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
  const unwatched = name === 'alarms' && status === 'DISABLED' ? own(': AWS watches none') : NOTHING
  return say`${status}${counted}${unwatched}`
}

export function monitorPhrase(monitor: Monitor): Phrase {
  return say`${own(monitor.name)} ${monitorStatus(monitor)}`
}
