// Why a deployment ended: AWS's word, made exact by what was seen beside it. Pure.
import type { Parts } from '../domain/snapshot.ts'
import type { Cause } from '../domain/verdict.ts'
import type { Progress } from './progress.ts'
import type { Pursuit } from './pursuit.ts'

/** A request of this run is the cause where AWS names no other: an alarm that came first is the better reason. */
export function causeOf(progress: Progress, pursuit: Pursuit): Cause {
  const { status, service, alarms } = progress.looks
  const stated = progress.cause
  if (stated?.kind === 'hook') return { ...stated, stage: stated.stage ?? failedStage(progress) }
  if (stated?.kind === 'alarm') return withReason(stated, alarms?.part ?? [])
  const byRequest =
    stated === undefined || stated.kind === 'operator' || (stated.kind === 'aws' && stated.code === undefined)
  const rival = service?.part?.rival
  // Whoever stopped ours did it to make room, unless it is the rollback of ours: the traffic is theirs to move now.
  if (rival !== undefined && rival !== status?.part?.rollback?.id && byRequest && !progress.ask) {
    return { kind: 'superseded', by: rival }
  }
  const stopped = progress.looks.stopped?.part?.[0]
  const counted = stopped && `${stopped.count === 1 ? 'a task' : `${stopped.count} tasks`} stopped: ${stopped.reason}`
  // Time ran out, or AWS lost its patience: what kept the tasks from running is the reason behind both.
  if (counted !== undefined && (stated?.kind === 'tasks' || (progress.ask && byRequest))) {
    return { kind: 'tasks', detail: counted }
  }
  // AWS's own words for it say no more than that it was so.
  if (counted !== undefined && stated?.kind === 'circuit-breaker') return { ...stated, detail: counted }
  if (progress.ask && byRequest) {
    return pursuit.because ?? { kind: 'deadline', after: pursuit.deadline - progress.startedAt }
  }
  return stated ?? { kind: 'aws', code: undefined, message: undefined }
}

/** The one that says more; of two alike the later. The end of a roll-back keeps what began it. */
export function exacter(before: Cause | undefined, is: Cause | undefined): Cause | undefined {
  if (is === undefined) return before
  if (before === undefined) return is
  if (is.kind === 'rollback-failed') return { ...is, first: exacter(before, is.first) ?? is.first }
  return exactness(is) >= exactness(before) ? is : before
}

function exactness(cause: Cause): number {
  if (cause.kind === 'aws' && cause.code === undefined) return 0
  return cause.kind === 'operator' ? 1 : 2
}

/** CodeDeploy says that a hook failed, the target says in which stage. */
function failedStage({ looks }: Progress): string | undefined {
  return looks.target?.part?.stages.find((stage) => stage.status === 'Failed')?.name
}

/** CodeDeploy names the alarms; CloudWatch knows the value that set them off. */
function withReason(cause: Extract<Cause, { kind: 'alarm' }>, alarms: Parts['alarms']): Cause {
  const reason = alarms.find((alarm) => alarm.state === 'ALARM' && cause.names.includes(alarm.name))?.reason
  return reason === undefined ? cause : { ...cause, reason }
}
