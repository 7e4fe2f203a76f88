// The job is cancelled: what the policy asks for is asked of AWS at once and until it agrees, and then nothing more. There
// are ten seconds until the process is killed.
import type { Follower, Handle } from '../domain/ports.ts'
import { Problem } from '../domain/problem.ts'
import type { Verdict } from '../domain/verdict.ts'
import { causeOf } from './cause.ts'
import { actionOf, leftRunning } from './judge.ts'
import { asked, type Progress } from './progress.ts'
import { PATIENCE, type Pursuit } from './pursuit.ts'
import type { Watcher } from './watch.ts'

export async function withdraw(
  before: Progress,
  pursuit: Pursuit,
  follower: Follower,
  handle: Handle,
  { clock, emit }: Watcher
): Promise<Verdict> {
  const ended = endOf(before, pursuit)
  if (ended) return ended
  const action = mayAct(before) ? actionOf(pursuit.onCancel) : undefined
  let progress = before
  const end = clock.now() + PATIENCE.cancel
  while (action && clock.now() < end) {
    const limit = AbortSignal.timeout(PATIENCE.cancelRequest)
    const refused = await refusal(() => follower.act(handle, action, limit))
    progress = asked(progress, action, refused, clock.now())
    await emit({ kind: 'acted', at: clock.now(), action, problem: refused, because: 'cancel' })
    if (refused === undefined || refused.code === 'NOT_ALLOWED') break
    await clock.sleep(PATIENCE.cancelPause)
  }
  return leftRunning({ kind: 'cancelled' }, progress)
}

/** What AWS has finished is told as far as it is known: nothing is left running. */
function endOf(progress: Progress, pursuit: Pursuit): Verdict | undefined {
  const cause = causeOf(progress, pursuit)
  switch (progress.phase) {
    case 'succeeded':
      return { kind: 'unknown', problem: unverified() }
    case 'rolled-back':
      return { kind: 'rolled-back', cause }
    case 'failed':
    case 'stopped':
      return { kind: 'failed', cause, traffic: progress.looks.target?.part?.traffic }
    case 'rolling-back':
    case 'stopping':
      return leftRunning(cause, progress)
    case 'queued':
    case 'running':
    case 'provisioning':
    case 'paused':
    case 'shifting':
    case 'baking':
      return undefined
  }
}

/** Not when AWS agreed already, nor when there is nothing left to bring back. */
function mayAct({ ask, shifted }: Progress): boolean {
  const agreed = ask !== undefined && ask.refused === undefined
  return !agreed && shifted === undefined
}

function unverified(): Problem {
  return new Problem('CANCELLED', {
    found: 'AWS says that the deployment has succeeded; the job was cancelled before that was verified',
    remedy: 'Look at the service in the console, or run the job again.'
  })
}

/** Why AWS did not do what it was asked for; undefined when it agreed. */
export async function refusal(act: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    return error instanceof Problem ? error : new Problem('INTERNAL', { found: String(error), cause: error })
  }
}
