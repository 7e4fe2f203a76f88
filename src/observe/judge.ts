// Progress to decision: wait, act or conclude. Pure. Nothing here passes without a sight that says so, and nothing is
// done on an old sight.
import type { Action } from '../domain/ports.ts'
import type { Policy } from '../domain/plan.ts'
import { isPassing } from '../domain/problem.ts'
import { gateKey, OVER } from '../domain/snapshot.ts'
import type { Millis, Percent } from '../domain/units.ts'
import type { Asked, Cause, Verdict } from '../domain/verdict.ts'
import { lookedSince, openGates, type Look, type Mark, type Progress } from './progress.ts'
import { PATIENCE, type Pursuit } from './pursuit.ts'
import { causeOf } from './cause.ts'
import { confirm } from './confirm.ts'

export type Decision =
  | { readonly kind: 'wait' }
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'conclude'; readonly verdict: Verdict }

const WAIT: Decision = { kind: 'wait' }

export function judge(progress: Progress, pursuit: Pursuit, now: Millis): Decision {
  if (progress.inactiveLooks >= PATIENCE.inactiveLooks) return conclude(failed({ kind: 'service-gone' }, progress))
  if (OVER[progress.phase]) return over(progress, pursuit, now)
  return (
    lost(progress, now) ??
    rollingBack(progress, pursuit, now) ??
    shifted(progress, pursuit, now) ??
    atGate(progress, pursuit) ??
    late(progress, pursuit, now) ??
    WAIT
  )
}

/** AWS has finished: its word is checked against the service before anybody is told. */
function over(progress: Progress, pursuit: Pursuit, now: Millis): Decision {
  const mark = progress.over
  if (mark === undefined) return WAIT
  const { service, target } = progress.looks
  if (!(settled(service, mark) && settled(target, mark))) return WAIT
  const late = now - mark.at >= PATIENCE.settle
  switch (progress.phase) {
    case 'succeeded': {
      const confirmed = confirm(progress, mark)
      if (confirmed.kind === 'yes') return conclude({ kind: 'succeeded', until: 'complete' })
      if (confirmed.kind === 'no') {
        const givenUp = late && (confirmed.lasts === undefined || now >= pursuit.deadline)
        return givenUp ? conclude(failed({ kind: 'not-serving', found: confirmed.found }, progress)) : WAIT
      }
      // A permission that is missing will be missing the next time.
      const givenUp = confirmed.forGood || now - mark.at >= PATIENCE.blind
      return givenUp ? conclude({ kind: 'unknown', problem: confirmed.problem }) : WAIT
    }
    case 'rolled-back': {
      const found = notBack(progress, mark)
      if (found === undefined) return conclude({ kind: 'rolled-back', cause: causeOf(progress, pursuit) })
      // AWS says the old revision is back, the service does not: believed only after it had time to settle.
      return late ? conclude(failed({ kind: 'not-serving', found }, progress)) : WAIT
    }
    case 'stopped': {
      const byPerson = progress.looks.status?.part?.cause?.kind === 'operator'
      if (byPerson && now - mark.at < PATIENCE.rollbackSurprises) return WAIT
      return conclude(failed(causeOf(progress, pursuit), progress))
    }
    case 'failed':
      return conclude(failed(causeOf(progress, pursuit), progress))
    case 'queued':
    case 'running':
    case 'provisioning':
    case 'paused':
    case 'shifting':
    case 'baking':
    case 'rolling-back':
    case 'stopping':
      return WAIT
  }
}

/** The status cannot be seen. */
function lost(progress: Progress, now: Millis): Decision | undefined {
  const blind = progress.looks.status?.blind
  if (blind === undefined) return undefined
  const unknown = conclude({ kind: 'unknown', problem: blind.problem })
  const { code } = blind.problem
  const since = now - blind.since
  if (blind.forGood) return unknown
  if (code === 'DEPLOYMENT_GONE') return blind.looks >= PATIENCE.goneLooks && since >= PATIENCE.gone ? unknown : WAIT
  if (isPassing(code)) return since >= PATIENCE.blind ? unknown : undefined
  return blind.looks >= (code === 'CREDENTIALS_EXPIRED' ? PATIENCE.expiredLooks : PATIENCE.refusedLooks)
    ? unknown
    : WAIT
}

/** All traffic has moved, and that is all the user wanted to wait for. */
function shifted(progress: Progress, pursuit: Pursuit, now: Millis): Decision | undefined {
  if (pursuit.until !== 'traffic-shifted' || progress.shifted === undefined || progress.ask) return undefined
  if (progress.phase === 'stopping') return undefined
  // Both in one turn: a deployment that was stopped meanwhile is about to take the traffic back.
  const { status, service } = progress.looks
  if (status?.blind || status?.turn !== progress.turn || service?.turn !== progress.turn) return undefined
  if (confirm(progress, progress.shifted).kind !== 'yes') return undefined
  const end = progress.shifted.at + pursuit.timetable.bake
  return conclude({ kind: 'succeeded', until: 'traffic-shifted', reversibleUntil: end > now ? end : undefined })
}

/** It waits for a person: the one gate that is nobody's wish is passed, at any other this run may be done. */
function atGate(progress: Progress, pursuit: Pursuit): Decision | undefined {
  const [gate] = openGates(progress, pursuit)
  if (gate === undefined) return undefined
  const target = progress.looks.target
  const traffic = target?.blind ? undefined : target?.part?.traffic
  if (pursuit.passesFirst && traffic === 0) {
    const answer = progress.answers.find((each) => each.gate === gateKey(gate))
    const refused = answer?.refused
    const givenUp = refused?.code === 'NOT_ALLOWED' || (answer?.tries ?? 0) >= PATIENCE.askTries
    if (refused === undefined || !givenUp) return { kind: 'act', action: { kind: 'continue', gate } }
    return conclude(leftRunning({ kind: 'not-continued', problem: refused }, progress))
  }
  return pursuit.until === 'paused' ? conclude({ kind: 'paused', gate, traffic }) : undefined
}

/** A roll-back has its own patience, whoever asked for it. */
function rollingBack(progress: Progress, pursuit: Pursuit, now: Millis): Decision | undefined {
  const mark = progress.rollingBack
  if (progress.phase !== 'rolling-back' || mark === undefined) return undefined
  const waited = now - mark.at
  if (progress.looks.status?.part?.rollback === undefined && waited >= PATIENCE.rollbackAppears) {
    return conclude(failed({ kind: 'rollback-missing', waited, first: causeOf(progress, pursuit) }, progress))
  }
  return waited >= PATIENCE.rollback ? conclude(leftRunning(causeOf(progress, pursuit), progress)) : WAIT
}

/** Our own patience is over. Acting needs a look at the traffic that is newer than the deadline. */
function late(progress: Progress, pursuit: Pursuit, now: Millis): Decision | undefined {
  if (now < pursuit.deadline) return undefined
  const cause: Cause = { kind: 'deadline', after: now - progress.startedAt }
  const leave = conclude(leftRunning(cause, progress))
  const { ask } = progress
  if (ask) {
    // A permission that is missing will be missing the next time.
    const givenUp =
      ask.refused?.code === 'NOT_ALLOWED' ||
      now - ask.at >= PATIENCE.rollback ||
      (ask.refused !== undefined && ask.tries >= PATIENCE.askTries)
    if (givenUp) return leave
    return ask.refused ? { kind: 'act', action: ask.action } : WAIT
  }
  const action = actionOf(pursuit.onTimeout)
  if (action === undefined || progress.shifted) return leave
  const { target, service } = progress.looks
  if (stale(target, pursuit.deadline) || stale(service, pursuit.deadline)) return WAIT
  const traffic = target?.blind ? undefined : target?.part?.traffic
  const moved = traffic === undefined ? (service?.blind ? undefined : service?.part?.targetServesAlone) : traffic >= 100
  if (moved !== undefined) return moved ? leave : { kind: 'act', action }
  const never = target?.blind?.forGood === true && service?.blind?.forGood === true
  return never || now - pursuit.deadline >= PATIENCE.blind ? leave : WAIT
}

function stale(look: Look<unknown> | undefined, since: Millis): boolean {
  return look?.blind?.forGood !== true && (look === undefined || look.at < since)
}

function settled(look: Look<unknown> | undefined, mark: Mark): boolean {
  return look?.blind?.forGood === true || lookedSince(look, mark)
}

/** What speaks against the old revision having all traffic again. Only a service that may not be read leaves AWS's word alone. */
function notBack({ looks: { service, target } }: Progress, mark: Mark): string | undefined {
  if (service?.blind?.forGood) return undefined
  if (service?.blind || !lookedSince(service, mark) || service?.part === undefined)
    return 'the service could not be read after the roll-back'
  if (service.part.primaryIsTarget) return 'the new revision is still the primary after the roll-back'
  const traffic = target?.blind ? 0 : (target?.part?.traffic ?? 0)
  return traffic === 100 ? 'the new revision still has all traffic after the roll-back' : undefined
}

export function actionOf(policy: Policy): Action | undefined {
  switch (policy) {
    case 'rollback':
      return { kind: 'roll-back' }
    case 'stop':
      return { kind: 'stop' }
    case 'leave':
      return undefined
  }
}

function lastTraffic(progress: Progress): Percent | undefined {
  return progress.looks.target?.part?.traffic
}

function failed(cause: Cause, progress: Progress): Verdict {
  return { kind: 'failed', cause, traffic: lastTraffic(progress) }
}

export function leftRunning(cause: Cause, progress: Progress): Verdict {
  const { ask } = progress
  const asked = askedOf(ask)
  return {
    kind: 'left-running',
    cause,
    traffic: lastTraffic(progress),
    asked,
    ...(ask?.refused && { refusal: ask.refused })
  }
}

function askedOf(ask: Progress['ask']): Asked {
  if (ask === undefined || ask.action.kind === 'continue') return 'nothing'
  return ask.refused ? 'unanswered' : ask.action.kind
}

function conclude(verdict: Verdict): Decision {
  return { kind: 'conclude', verdict }
}
