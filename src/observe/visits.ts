// The stages of a deployment whose engine tells only the one it is in: visit after visit, with our own times. Pure.
import { OVER, type Phase, type Stage, type TargetPart } from '../domain/snapshot.ts'
import type { Millis } from '../domain/units.ts'

export function withVisits(before: TargetPart | undefined, is: TargetPart, phase: Phase, now: Millis): TargetPart {
  if (is.tells === 'all') return is
  const known = before?.stages ?? []
  const last = known.at(-1)
  const open = last?.endedAt === undefined ? last : undefined
  // What is undone stays at its stage by name, and goes through none.
  const current = OVER[phase] || phase === 'rolling-back' || phase === 'stopping' ? undefined : is.stages[0]
  if (open !== undefined && current?.name === open.name) {
    return { ...is, stages: [...known.slice(0, -1), { ...open, status: current.status, detail: current.detail }] }
  }
  const left = open === undefined ? known : [...known.slice(0, -1), ended(open, phase, now)]
  return { ...is, stages: current === undefined ? left : [...left, { ...current, startedAt: now }] }
}

function ended(stage: Stage, phase: Phase, now: Millis): Stage {
  const undone = phase !== 'succeeded' && (OVER[phase] || phase === 'rolling-back' || phase === 'stopping')
  return { ...stage, status: undone ? 'broken off' : 'done', endedAt: now }
}
