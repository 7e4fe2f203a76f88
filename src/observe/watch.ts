// The loop: one look, one fold, one decision a turn. It decides and tells from the same value, so the log cannot disagree
// with the verdict; it names no engine.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Action, Clock, Follower, Handle } from '../domain/ports.ts'
import type { Problem } from '../domain/problem.ts'
import type { Millis } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { nextLook } from './cadence.ts'
import { judge } from './judge.ts'
import { answered, asked, begin, fold, type Progress } from './progress.ts'
import type { Pursuit } from './pursuit.ts'
import { tell } from './tell.ts'
import { refusal, withdraw } from './withdraw.ts'

export interface Watcher {
  readonly clock: Clock
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  readonly emit: (event: DeploymentEvent) => Promise<void>
}

/** `done`: what this run has asked of AWS already. */
export async function watch(
  pursuit: Pursuit,
  follower: Follower,
  handle: Handle,
  watcher: Watcher,
  done: readonly Action[] = []
): Promise<Verdict> {
  const { clock, cancelled, emit } = watcher
  let progress = done.reduce((sofar, action) => after(sofar, action, undefined, clock.now()), begin(clock.now()))
  for (;;) {
    const due = nextLook(progress, pursuit, clock.now())
    await clock.sleep(due.at - clock.now(), cancelled)
    if (cancelled.aborted) return withdraw(progress, pursuit, follower, handle, watcher)
    const reading = await follower.observe(handle, due.sources, cancelled)
    // What was given up because of the cancel says nothing about AWS.
    if (cancelled.aborted) return withdraw(progress, pursuit, follower, handle, watcher)
    const before = progress
    const now = clock.now()
    progress = fold(before, reading, now)
    const events = tell(before, progress, pursuit, now)
    if (events.length > 0) progress = { ...progress, toldAt: now }
    for (const event of events) await emit(event)

    const decision = judge(progress, pursuit, now)
    switch (decision.kind) {
      case 'wait':
        break
      case 'act': {
        const { action } = decision
        const problem = await refusal(() => follower.act(handle, action))
        progress = after(progress, action, problem, clock.now())
        const because = action.kind === 'continue' ? 'own-pause' : 'time'
        await emit({ kind: 'acted', at: clock.now(), action, problem, because })
        break
      }
      case 'conclude':
        return decision.verdict
    }
  }
}

function after(progress: Progress, action: Action, refused: Problem | undefined, now: Millis): Progress {
  return action.kind === 'continue' ? answered(progress, action.gate, refused) : asked(progress, action, refused, now)
}
