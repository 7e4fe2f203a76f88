import type { NativeHappening } from './native-agenda.ts'
import type { LifecycleName } from './scenario.ts'

/** One thing that will happen by itself. `id` is a deployment, `set` a task set, `task` a task. */
export type Happening =
  | { readonly do: 'starts'; readonly id: string }
  | { readonly do: 'event begins'; readonly id: string; readonly event: LifecycleName }
  | { readonly do: 'event ends'; readonly id: string; readonly event: LifecycleName }
  | { readonly do: 'traffic moves'; readonly id: string; readonly step: number }
  | { readonly do: 'ready wait ends'; readonly id: string }
  | { readonly do: 'termination wait ends'; readonly id: string }
  | { readonly do: 'alarms are polled'; readonly id: string }
  | { readonly do: 'stops'; readonly id: string; readonly rollback: boolean }
  | { readonly do: 'breaks'; readonly id: string; readonly event: LifecycleName; readonly cause: Cause }
  | { readonly do: 'rollback ends'; readonly id: string }
  | { readonly do: 'steadiness is checked'; readonly id: string }
  | { readonly do: 'set is steady'; readonly set: string }
  | { readonly do: 'set is gone'; readonly set: string }
  | { readonly do: 'task dies'; readonly set: string; readonly task: string }
  | { readonly do: 'script'; readonly index: number }
  | { readonly do: 'native'; readonly doing: NativeHappening }

/** Why a running deployment ends badly. The words of each are in failures.ts. */
export type Cause =
  | { readonly why: 'hook failed' | 'hook timed out' | 'install timed out' | 'not steady' | 'service gone' }
  | { readonly why: 'hook denied' }
  | { readonly why: 'service refused'; readonly said: string; readonly type: string }
  | { readonly why: 'app spec'; readonly problem: string }
  | { readonly why: 'gradual on nlb' }
  | { readonly why: 'not code deploy' }
  | { readonly why: 'scenario' }

export type Due = Happening & { readonly at: number; readonly order: number }

/** What will happen, in time order; things due at the same moment happen in the order they were written down. */
export interface Agenda {
  readonly items: Due[]
  written: number
}

export const emptyAgenda = (): Agenda => ({ items: [], written: 0 })

export function write(agenda: Agenda, at: number, happening: Happening): void {
  if (!Number.isFinite(at)) return // Infinity: it never happens
  const due: Due = { ...happening, at, order: agenda.written++ }
  let place = agenda.items.length
  while (place > 0 && (agenda.items[place - 1]?.at ?? 0) > at) place -= 1
  agenda.items.splice(place, 0, due)
}

export function takeDue(agenda: Agenda, now: number): Due | undefined {
  const first = agenda.items[0]
  return first && first.at <= now ? agenda.items.shift() : undefined
}
