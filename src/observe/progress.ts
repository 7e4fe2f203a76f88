// What is known of a deployment by now, folded from one reading after the other. No clock, no AWS: values in, value out.
import { moments, NO_OUTLOOK, outlook, type Moment, type Outlook } from '../domain/outlook.ts'
import type { Action } from '../domain/ports.ts'
import { isPassing, type Problem } from '../domain/problem.ts'
import {
  gateKey,
  OVER,
  type Gate,
  type Parts,
  type Phase,
  type Reading,
  type Sight,
  type Source
} from '../domain/snapshot.ts'
import type { Millis, Percent } from '../domain/units.ts'
import type { Cause } from '../domain/verdict.ts'
import { exacter } from './cause.ts'
import type { Pursuit } from './pursuit.ts'
import { withVisits } from './visits.ts'

/** The last look at a source: in which turn, when, and what was seen last, however long ago. */
export interface Look<Part> {
  readonly turn: number
  readonly at: Millis
  readonly part: Part | undefined
  /** When `part` was seen. */
  readonly seenAt: Millis | undefined
  /** Since when, and how often in a row, nothing could be seen. */
  readonly blind: Blindness | undefined
}

export interface Blindness {
  readonly since: Millis
  readonly looks: number
  readonly problem: Problem
  readonly forGood: boolean
}

export type Looks = { readonly [S in Source]: Look<Parts[S]> | undefined }

/** A roll-back or stop that this run asked AWS for. */
export interface Ask {
  readonly action: Action
  readonly at: Millis
  readonly tries: number
  readonly refused: Problem | undefined
}

/** A gate that this run asked AWS to let it pass. */
export interface Answer {
  readonly gate: string
  readonly tries: number
  readonly refused: Problem | undefined
}

/** The turn and the time at which something was first seen. */
export interface Mark {
  readonly turn: number
  readonly at: Millis
}

export interface Progress {
  readonly startedAt: Millis
  readonly turn: number
  readonly phase: Phase
  readonly looks: Looks
  /** When the traffic began to move, by our clock. */
  readonly shiftBegan: Millis | undefined
  /** When the traffic last rose, and how far. */
  readonly stepped: { readonly at: Millis; readonly to: Percent } | undefined
  /** All traffic on the target. */
  readonly shifted: Mark | undefined
  readonly over: Mark | undefined
  /** It was over when it was seen for the first time. */
  readonly foundOver: boolean
  readonly rollingBack: Mark | undefined
  /** Waiting for a person, since then. */
  readonly paused: Mark | undefined
  readonly inactiveLooks: number
  /** The most exact reason AWS has named so far: its last word may say less. */
  readonly cause: Cause | undefined
  readonly ask: Ask | undefined
  readonly answers: readonly Answer[]
  readonly toldAt: Millis
}

export function begin(startedAt: Millis): Progress {
  return {
    startedAt,
    turn: 0,
    phase: 'queued',
    looks: { status: undefined, target: undefined, service: undefined, alarms: undefined, stopped: undefined },
    shiftBegan: undefined,
    stepped: undefined,
    shifted: undefined,
    over: undefined,
    foundOver: false,
    rollingBack: undefined,
    paused: undefined,
    inactiveLooks: 0,
    cause: undefined,
    ask: undefined,
    answers: [],
    toldAt: startedAt
  }
}

export function fold(before: Progress, reading: Reading, now: Millis): Progress {
  const turn = before.turn + 1
  const seen: Looks = {
    status: look(before.looks.status, reading.status, turn),
    target: look(before.looks.target, reading.target, turn),
    service: look(before.looks.service, reading.service, turn),
    alarms: look(before.looks.alarms, reading.alarms, turn),
    stopped: look(before.looks.stopped, reading.stopped, turn)
  }
  const phase = phaseOf(seen, before)
  const looks: Looks = { ...seen, target: visited(before.looks.target, seen.target, phase, now) }
  const mark: Mark = { turn, at: now }
  return {
    ...before,
    turn,
    phase,
    looks,
    shiftBegan: before.shiftBegan ?? shiftBegan(before, looks, now),
    stepped: stepped(before, looks, now),
    shifted: isShifted(looks)
      ? (before.shifted ?? { turn, at: between(before, looks.target?.part?.shiftedAt, now) })
      : undefined,
    over: OVER[phase] ? (before.phase === phase ? (before.over ?? mark) : mark) : undefined,
    foundOver: before.foundOver || (before.looks.status?.part === undefined && OVER[phase]),
    rollingBack: phase === 'rolling-back' ? (before.rollingBack ?? mark) : before.rollingBack,
    paused: phase === 'paused' ? (before.paused ?? mark) : undefined,
    inactiveLooks: inactiveLooks(before, reading),
    cause: exacter(before.cause, looks.status?.part?.cause)
  }
}

export function asked(before: Progress, action: Action, refused: Problem | undefined, now: Millis): Progress {
  return { ...before, ask: { action, at: before.ask?.at ?? now, tries: (before.ask?.tries ?? 0) + 1, refused } }
}

export function answered(before: Progress, gate: Gate, refused: Problem | undefined): Progress {
  const key = gateKey(gate)
  const known = before.answers.find((answer) => answer.gate === key)
  const others = before.answers.filter((answer) => answer !== known)
  return { ...before, answers: [...others, { gate: key, tries: (known?.tries ?? 0) + 1, refused }] }
}

/** The gates nobody has answered yet: AWS may show one for a moment after it was passed. */
export function openGates(progress: Progress, pursuit: Pursuit): readonly Gate[] {
  const passed = progress.answers.filter(({ refused }) => refused === undefined).map(({ gate }) => gate)
  const gates = progress.phase === 'paused' ? (progress.looks.status?.part?.gates ?? []) : []
  return gates.filter((gate) => ![...pursuit.answered, ...passed].includes(gateKey(gate)))
}

/** A source was looked at in a turn after `mark`, whether or not it could be seen. */
export function lookedSince(look: Look<unknown> | undefined, mark: Mark): boolean {
  return look !== undefined && look.turn > mark.turn
}

/** What the timetable predicts from what was seen. */
export function predicted(progress: Progress, pursuit: Pursuit): readonly Moment[] {
  if (progress.shiftBegan === undefined) return []
  return moments(pursuit.timetable, progress.shiftBegan + delay(progress, pursuit), progress.shifted?.at)
}

/** Hooks and people hold steps up, and all that follow with them. Less than this is how late a look may be. */
const HELD_UP: Millis = 30_000

function delay({ shiftBegan, stepped: last }: Progress, { timetable }: Pursuit): Millis {
  const step = last && timetable.steps.findLast(({ weight }) => weight <= last.to)
  if (step === undefined || last === undefined || shiftBegan === undefined) return 0
  const late = last.at - (shiftBegan + step.after)
  // What was found under way, or moved between two looks, began before it was seen.
  return late > HELD_UP || late < 0 ? late : 0
}

export function outlookOf(progress: Progress, pursuit: Pursuit): Outlook {
  // What is undone or over follows no timetable.
  if (progress.rollingBack || progress.over || progress.ask) return NO_OUTLOOK
  const { deadline, timetable } = pursuit
  if (progress.paused) {
    const told = openGates(progress, pursuit)[0]?.expiresAt
    const at = told ?? (timetable.readyWait > 0 ? progress.paused.at + timetable.readyWait : undefined)
    const next: Moment | undefined = at === undefined ? undefined : { kind: 'expiry', at }
    return { next, end: undefined, deadline }
  }
  return outlook(predicted(progress, pursuit), progress.looks.target?.part?.traffic, deadline)
}

function look<Part>(
  before: Look<Part> | undefined,
  sight: Sight<Part> | undefined,
  turn: number
): Look<Part> | undefined {
  if (sight === undefined) return before
  if (sight.kind === 'seen') return { turn, at: sight.at, part: sight.part, seenAt: sight.at, blind: undefined }
  return {
    turn,
    at: sight.at,
    part: before?.part,
    seenAt: before?.seenAt,
    blind: {
      since: before?.blind?.since ?? sight.at,
      looks: (before?.blind?.looks ?? 0) + 1,
      problem: sight.problem,
      forGood: sight.forGood
    }
  }
}

/** The deployment's own word first; only `running` leaves room for the target's finer one. */
function phaseOf(looks: Looks, before: Progress): Phase {
  const status = looks.status?.part
  if (status === undefined) return before.phase
  // An old answer of a lagging reader does not bring a deployment back to life; a rollback may still become visible.
  if (before.over && !OVER[status.phase] && status.phase !== 'rolling-back') return before.phase
  const { ask } = before
  // A request without an answer may have been heard.
  const heard = ask?.refused === undefined || isPassing(ask.refused.code)
  const askedBack = ask?.action.kind === 'roll-back' && heard
  if (askedBack && status.phase === 'stopped' && status.rollback === undefined) return 'rolling-back'
  if (status.phase !== 'running') return status.phase
  const { target } = looks
  if (target?.part !== undefined && target.part.phase !== 'queued') return target.part.phase
  // The target tells more within a moment; only when it cannot, the coarse word has to do.
  return target?.blind || status.unlisted || before.phase !== 'queued' ? 'running' : 'queued'
}

function isShifted(looks: Looks): boolean {
  const { target, service } = looks
  if (target?.blind?.forGood && target.part === undefined) return service?.part?.targetServesAlone === true
  return target?.part?.shifted === true
}

function shiftBegan(before: Progress, looks: Looks, now: Millis): Millis | undefined {
  const target = looks.target?.part
  if (target === undefined) return undefined
  const moving = target.phase === 'shifting' || target.shifted || (target.traffic ?? 0) > 0
  return moving ? between(before, target.shiftStartedAt, now) : undefined
}

/** Where AWS tells only the stage it is in, the visits are put together from what was seen. */
function visited(before: Looks['target'], is: Looks['target'], phase: Phase, now: Millis): Looks['target'] {
  if (is?.part === undefined || is === before || is.blind) return is
  return { ...is, part: withVisits(before?.part, is.part, phase, now) }
}

function stepped(before: Progress, looks: Looks, now: Millis): Progress['stepped'] {
  const traffic = looks.target?.part?.traffic
  const rose = traffic !== undefined && traffic > (before.stepped?.to ?? 0)
  return rose ? { at: now, to: traffic } : before.stepped
}

/**
 * When something happened that this look is the first to see: after the last one. AWS's own time is taken when it falls
 * between the two, else this look's, because the clocks need not agree.
 */
function between(before: Progress, claimed: Millis | undefined, now: Millis): Millis {
  const earliest = before.looks.target?.seenAt ?? before.startedAt
  return claimed !== undefined && claimed >= earliest && claimed <= now ? claimed : now
}

function inactiveLooks(before: Progress, reading: Reading): number {
  if (reading.service?.kind !== 'seen') return before.inactiveLooks
  return reading.service.part.active ? 0 : before.inactiveLooks + 1
}
