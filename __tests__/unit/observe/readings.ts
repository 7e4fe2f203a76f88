// Readings with defaults, so that a test shows only what matters to it.
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'
import type { Parts, Reading, Sight, Source } from '../../../src/domain/snapshot.ts'
import { weightSteps, type Shape, type Timetable } from '../../../src/domain/shape.ts'
import { MINUTE, type Millis } from '../../../src/domain/units.ts'
import { begin, fold, type Progress } from '../../../src/observe/progress.ts'
import type { Pursuit } from '../../../src/observe/pursuit.ts'

export const START: Millis = Date.UTC(2026, 10, 20, 14, 0, 0)
export const CANARY: Shape = { kind: 'canary', first: 10, hold: 5 * MINUTE }

export function timetable(shape: Shape = CANARY, bake: Millis = 5 * MINUTE): Timetable {
  return { readyWait: 0, steps: weightSteps(shape), bake }
}

export function aPursuit(over: Partial<Pursuit> = {}): Pursuit {
  return {
    timetable: timetable(),
    until: 'complete',
    passesFirst: false,
    answered: [],
    because: undefined,
    deadline: START + 40 * MINUTE,
    onTimeout: 'rollback',
    onCancel: 'rollback',
    maxGap: undefined,
    watchesAlarms: true,
    ...over
  }
}

export function status(over: Partial<Parts['status']> = {}): Parts['status'] {
  return {
    phase: 'running',
    status: 'InProgress',
    unlisted: false,
    cause: undefined,
    createdAt: START,
    rollback: undefined,
    gates: [],
    ...over
  }
}

export function target(over: Partial<Parts['target']> = {}): Parts['target'] {
  return {
    phase: 'shifting',
    tells: 'all',
    stages: [],
    hooks: [],
    monitors: [],
    traffic: 10,
    testTraffic: undefined,
    oldTraffic: undefined,
    tasks: undefined,
    shifted: false,
    shiftStartedAt: undefined,
    shiftedAt: undefined,
    ...over
  }
}

export function service(over: Partial<Parts['service']> = {}): Parts['service'] {
  return {
    active: true,
    primaryIsTarget: true,
    targetServesAlone: over.primaryIsTarget ?? true,
    primary: { taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:42', id: 'ecs-svc/2' },
    stable: true,
    rival: undefined,
    tasks: undefined,
    events: [],
    ...over
  }
}

export const OLD_PRIMARY = service({
  primaryIsTarget: false,
  primary: { taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:41', id: 'ecs-svc/1' }
})

export const ARRIVED = target({ phase: 'baking', traffic: 100, shifted: true })

export function blind(code: ProblemCode, forGood = false): { readonly blind: ProblemCode; readonly forGood: boolean } {
  return { blind: code, forGood }
}

type Glance = {
  readonly [S in Source]?: Parts[S] | { readonly blind: ProblemCode; readonly forGood: boolean }
}

/** One turn: what was seen of each source, or why it was not. */
export function reading(at: Millis, glance: Glance): Reading {
  const sight = <Part>(part: Part | ReturnType<typeof blind>): Sight<Part> =>
    typeof part === 'object' && part !== null && 'blind' in part
      ? { kind: 'blind', at, problem: new Problem(part.blind, { found: 'planted' }), forGood: part.forGood }
      : { kind: 'seen', at, part }
  return {
    ...(glance.status && { status: sight(glance.status) }),
    ...(glance.target && { target: sight(glance.target) }),
    ...(glance.service && { service: sight(glance.service) }),
    ...(glance.alarms && { alarms: sight(glance.alarms) }),
    ...(glance.stopped && { stopped: sight(glance.stopped) })
  }
}

/** Turn after turn, `[seconds since the start, what was seen]`. */
export function after(...turns: readonly (readonly [number, Glance])[]): Progress {
  return turns.reduce(
    (progress, [seconds, glance]) => fold(progress, reading(START + seconds * 1_000, glance), START + seconds * 1_000),
    begin(START)
  )
}
