// When each source is looked at next. One table; denser around predicted moments, sparser between, at most twelve looks a
// minute while nothing special is due.
import { isPending, type Moment } from '../domain/outlook.ts'
import { OVER, type Source } from '../domain/snapshot.ts'
import { MINUTE, SECOND, type Millis } from '../domain/units.ts'
import { lookedSince, predicted, type Look, type Mark, type Progress } from './progress.ts'
import type { Pursuit } from './pursuit.ts'

/** Looks a minute in the steady state: 6 + 3 + 2 + 1. */
const EVERY = {
  status: 10 * SECOND,
  target: 20 * SECOND,
  alarms: 30 * SECOND,
  service: 60 * SECOND,
  /** Two calls, while tasks are being started. */
  stopped: 300 * SECOND,
  rollback: 15 * SECOND,
  /** Around a predicted moment, and while something is being undone. */
  dense: 5 * SECOND,
  /** The target inside a long hold or bake, where nothing can move. */
  quiet: 60 * SECOND,
  /** Any source that could not be seen, the longer the rarer. */
  blind: 20 * SECOND
} as const

/** How far around a predicted moment looks are dense: AWS acts some seconds late, never early. */
const DENSE = { before: 2 * SECOND, after: 20 * SECOND } as const
/** After the predicted end, instead: nothing predicts how long AWS cleans up, which takes it some ten seconds. */
const CLEANING: Millis = MINUTE
/** A deployment that goes well has started its tasks by then, and is never asked why they stopped. */
const STARTING = 2 * MINUTE
/** How long looks stay dense while something is being undone: a rollback to a living revision takes seconds. */
const HURRY = 2 * MINUTE
/** A moment further away than this leaves the target quiet. */
const FAR = MINUTE

export interface Due {
  readonly at: Millis
  readonly sources: readonly Source[]
}

/** The next instant at which something should be looked at, and all that is due then. */
export function nextLook(progress: Progress, pursuit: Pursuit, now: Millis): Due {
  const wanted = (['status', 'target', 'service', 'alarms', 'stopped'] as const)
    .map((source) => ({ source, at: dueAt(source, progress, pursuit, now) }))
    .filter((look): look is { source: Source; at: Millis } => look.at !== undefined)
  const at = Math.max(now, Math.min(...wanted.map((look) => look.at)))
  // Looks that are nearly due go along: one waking, one burst.
  const sources = wanted.filter((look) => look.at <= at + SECOND).map((look) => look.source)
  return { at, sources }
}

function dueAt(source: Source, progress: Progress, pursuit: Pursuit, now: Millis): Millis | undefined {
  const look: Look<unknown> | undefined = progress.looks[source]
  if (source !== 'status' && look?.blind?.forGood) return undefined
  if (wantedNow(source, progress, pursuit, now)) return now
  if (look?.blind && progress.over) return look.at + hurried(progress.over, now)
  if (look?.blind && source !== 'stopped') {
    const gap = Math.min(EVERY.blind, EVERY.status + (look.blind.looks - 1) * EVERY.dense)
    return look.at + Math.min(gap, (source === 'status' ? pursuit.maxGap : undefined) ?? gap)
  }
  switch (source) {
    case 'status':
      return look === undefined ? now : nextAt(look.at, statusGap(progress, pursuit, now), progress, pursuit, 'end')
    case 'target':
      return targetAt(look, progress, pursuit, now)
    case 'alarms':
      if (!pursuit.watchesAlarms || OVER[progress.phase]) return undefined
      return look === undefined ? now : look.at + EVERY.alarms
    case 'stopped':
      if (progress.phase !== 'provisioning') return undefined
      return look === undefined ? progress.startedAt + STARTING : look.at + EVERY.stopped
    case 'service':
      return (look?.at ?? progress.startedAt) + serviceGap(progress, pursuit, now)
  }
}

/** A fresh look that the next decision hangs on. */
function wantedNow(source: Source, progress: Progress, pursuit: Pursuit, now: Millis): boolean {
  const look: Look<unknown> | undefined = progress.looks[source]
  const arrived = pursuit.until === 'traffic-shifted' ? progress.shifted : undefined
  // The primary is believed only together with a deployment that still goes on.
  if (source === 'status') return arrived !== undefined && !lookedSince(look, arrived)
  if (source === 'stopped') {
    const ended = progress.rollingBack ?? progress.over
    return ended !== undefined && progress.phase !== 'succeeded' && !lookedSince(look, ended)
  }
  if (source === 'alarms') {
    // The value that turned an alarm on is read once more when AWS undoes the deployment.
    const undone = progress.rollingBack ?? progress.over
    return pursuit.watchesAlarms && undone !== undefined && !lookedSince(look, undone)
  }
  const mark = progress.over ?? (source === 'service' ? arrived : undefined)
  if (mark && !lookedSince(look, mark)) return true
  return now >= pursuit.deadline && (look === undefined || look.at < pursuit.deadline)
}

function statusGap(progress: Progress, pursuit: Pursuit, now: Millis): Millis {
  const { ask, over, rollingBack } = progress
  const undoing = [ask, over, rollingBack].some((mark) => mark !== undefined && now - mark.at < HURRY)
  // A look at a rollback is two calls: the deployment and the one that undoes it.
  if (!undoing && rollingBack && !over) return EVERY.rollback
  return undoing ? EVERY.dense : Math.min(EVERY.status, pursuit.maxGap ?? EVERY.status)
}

function targetAt(
  look: Look<unknown> | undefined,
  progress: Progress,
  pursuit: Pursuit,
  now: Millis
): Millis | undefined {
  const status = progress.looks.status?.part?.phase
  if (status === undefined || status === 'queued' || OVER[progress.phase]) return undefined
  if (look === undefined) return now
  const ahead = predicted(progress, pursuit).find((moment) => moment.kind === 'weight' && moment.at > now)
  const quiet =
    progress.phase === 'baking' || progress.phase === 'rolling-back' || (ahead !== undefined && ahead.at - now > FAR)
  return nextAt(look.at, quiet ? EVERY.quiet : EVERY.target, progress, pursuit, 'weight')
}

/** Dense at first; what takes longer is not helped by asking more often. */
function hurried(since: Mark, now: Millis): Millis {
  return now - since.at < HURRY ? EVERY.dense : EVERY.status
}

function serviceGap(progress: Progress, pursuit: Pursuit, now: Millis): Millis {
  if (progress.inactiveLooks > 0) return EVERY.dense
  if (progress.over) return hurried(progress.over, now)
  if (pursuit.until === 'traffic-shifted' && progress.shifted) {
    return now - progress.shifted.at < HURRY ? EVERY.status : EVERY.target
  }
  // Without the target, the service's primary is the only sign of the shift.
  return progress.looks.target?.blind?.forGood ? EVERY.target : EVERY.service
}

/** `last + gap`, or sooner when the first moment that is still to come, or late, asks for it. */
function nextAt(last: Millis, gap: Millis, progress: Progress, pursuit: Pursuit, kind: Moment['kind']): Millis {
  const steady = last + gap
  const pending = predicted(progress, pursuit).find(
    (moment) => moment.kind === kind && isPending(moment, progress.looks.target?.part?.traffic)
  )
  const sooner = pending && firstDense(pending, last)
  return sooner === undefined ? steady : Math.min(steady, sooner)
}

/** The first instant of the moment's dense window that is a dense gap after the last look; undefined when it is past. */
function firstDense(moment: Moment, last: Millis): Millis | undefined {
  const at = Math.max(moment.at + DENSE.before, last + EVERY.dense)
  return at <= moment.at + (moment.kind === 'end' ? CLEANING : DENSE.after) ? at : undefined
}
