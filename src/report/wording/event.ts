// One event in one line: a label, then what changed. Events whose telling needs more have their own files.
import type { DeploymentEvent, Evidence } from '../../domain/event.ts'
import type { Outlook } from '../../domain/outlook.ts'
import type { Action } from '../../domain/ports.ts'
import type { AlarmState, Phase, Stage, Tasks } from '../../domain/snapshot.ts'
import type { Millis, Percent } from '../../domain/units.ts'
import { attachmentLine } from './attachment.ts'
import { gatePhrase } from './gate.ts'
import { MISSED_NAMES, percent, PHASE_NAMES, revision, rollbackStatus, SOURCE_NAMES, spaced } from './names.ts'
import { apart, outlookPhrase, patience } from './outlook.ts'
import { capital, clause, join, NOTHING, own, say, type Phrase } from './phrase.ts'
import { notePhrase, planLine, type Row } from './plan.ts'
import { gist } from './problem.ts'
import { span } from './time.ts'
import { verdictLine } from './verdict.ts'
import { hookPhrase, monitorPhrase } from './watched.ts'

function stage({ name, status, startedAt, endedAt, detail }: Stage): Phrase {
  const took = startedAt === undefined || endedAt === undefined ? NOTHING : own(` in ${span(endedAt - startedAt)}`)
  const words = detail === undefined || clause(detail) === '' ? NOTHING : say`: ${clause(detail)}`
  return say`${name} ${spaced(status)}${took}${words}`
}

function tasksPhrase(tasks: Tasks): Phrase {
  const pending = tasks.pending === 0 ? NOTHING : say`, ${tasks.pending} pending`
  return say`${tasks.running} of ${tasks.desired} running${pending}`
}

function alarm(state: AlarmState, from: string | undefined): Phrase {
  const change = from === undefined ? say`${state.state}` : say`${from} -> ${state.state}`
  const rule = state.rule === undefined ? NOTHING : say` (${state.rule})`
  // An alarm that is off says why as well, and nobody asks.
  const why = state.reason === undefined || state.state === 'OK' ? NOTHING : say`: ${clause(state.reason)}`
  return say`${state.name} ${change}${rule}${why}`
}

export function evidencePhrase({ about, detail }: Evidence): Phrase {
  return say`${about}: ${clause(detail)}`
}

function weight(from: Percent | undefined, to: Percent): string {
  return from === undefined ? percent(to) : `${percent(from)} -> ${percent(to)}`
}

/** Of the old revision, where the two do not make up all of the traffic: AWS is between two steps. */
export function oldShare(fresh: Percent, old: Percent | undefined): string | undefined {
  return old === undefined || Math.abs(fresh + old - 100) < 0.1 ? undefined : `old revision ${percent(old)}`
}

/** What made this run ask. */
const BECAUSE = {
  time: 'because the time is over',
  cancel: 'because the job was cancelled',
  'own-pause': 'since nobody is to be waited for before the canary'
} as const

function asked(action: Action): Phrase {
  switch (action.kind) {
    case 'roll-back':
      return say`AWS to roll back`
    case 'stop':
      return say`AWS to stop the deployment`
    case 'continue':
      return action.gate.stage === undefined
        ? say`AWS to continue the deployment`
        : say`AWS to continue past ${action.gate.stage}`
  }
}

/** From where no step of the timetable comes any more. */
const GOES_BACK: ReadonlySet<Phase> = new Set(['rolling-back', 'stopping'])

function ahead(phase: Phase, outlook: Outlook, now: Millis): Phrase {
  return GOES_BACK.has(phase) ? NOTHING : outlookPhrase(outlook, now)
}

/** `met`: the deployment was met on its way, and nobody saw it queued. Labels are at most nine letters. */
export function eventRow(event: DeploymentEvent, met = false): Row {
  switch (event.kind) {
    case 'rendered': {
      const { family } = event.definition
      return {
        label: 'rendered',
        text: say`the task definition${typeof family === 'string' ? say` of family ${family}` : NOTHING}`
      }
    }
    case 'planned':
      return { label: 'plan', text: planLine(event.plan) }
    case 'attached':
      return { label: 'found', text: attachmentLine(event.attachment, event.at) }
    case 'registered':
      return {
        label: 'revision',
        text: event.reused
          ? say`${revision(event.taskDefinition)}, registered before`
          : say`${revision(event.taskDefinition)} registered`
      }
    case 'started': {
      const { id, url } = event.handle
      const again = event.adopted ? say`, found running and not started again` : NOTHING
      const page = url === '' ? NOTHING : say`   ${url}`
      return { label: 'started', text: say`${id}${again}${page}` }
    }
    case 'phase': {
      const from = met && event.from === 'queued' ? '' : `${PHASE_NAMES[event.from]} -> `
      // The line of the traffic, at the same moment, has the outlook of a shift.
      const next = event.to === 'shifting' ? NOTHING : apart(ahead(event.to, event.outlook, event.at))
      const text = say`${own(`${from}${PHASE_NAMES[event.to]}`)} (AWS: ${event.status})${next}`
      return { label: 'phase', text }
    }
    case 'unlisted':
      return {
        label: 'status',
        text: say`AWS says ${event.status}, a word this release does not know; it does not count as success`
      }
    case 'busy':
      return {
        label: 'busy',
        text: say`waits for the end of deployment ${event.other}, ${spaced(event.status)} (${own(span(event.waited))} so far)`
      }
    case 'stage':
      return { label: 'stage', text: stage(event.stage) }
    case 'traffic': {
      const old = oldShare(event.to, event.old)
      const shares = own([weight(event.from, event.to), ...(old === undefined ? [] : [old])].join(', '))
      return { label: 'traffic', text: say`${shares}${apart(outlookPhrase(event.outlook, event.at))}` }
    }
    case 'test-traffic':
      return { label: 'test', text: own(`traffic ${weight(event.from, event.to)}`) }
    case 'hook':
      return { label: 'hook', text: hookPhrase(event.hook) }
    case 'monitor':
      return { label: 'monitor', text: monitorPhrase(event.monitor) }
    case 'paused':
      return { label: 'paused', text: gatePhrase(event.gate, event.at) }
    case 'tasks':
      return { label: 'tasks', text: tasksPhrase(event.tasks) }
    case 'alarm':
      return { label: 'alarm', text: alarm(event.alarm, event.from) }
    case 'service-event':
      return { label: 'ecs', text: say`| ${event.event.text}` }
    case 'stopped': {
      const { count, reason } = event.tasks
      return {
        label: 'stopped',
        text: say`${own(count === 1 ? '1 task' : `${count} tasks`)} of the new revision: ${clause(reason)}`
      }
    }
    case 'rollback':
      return { label: 'roll-back', text: say`${event.id} ${rollbackStatus(event.status)}` }
    case 'blind': {
      const why = gist(event.problem)
      const text = event.forGood
        ? say`${own(MISSED_NAMES[event.source])}: ${why}`
        : say`${own(SOURCE_NAMES[event.source])} cannot be read: ${why}. Asking again.`
      return { label: 'blind', text }
    }
    case 'sighted':
      return {
        label: 'sighted',
        text: own(`${SOURCE_NAMES[event.source]} can be read again, after ${span(event.after)}`)
      }
    case 'acted': {
      const why = event.because === undefined ? NOTHING : own(`, ${BECAUSE[event.because]}`)
      const what = say`${asked(event.action)}${why}`
      const text = event.problem === undefined ? what : say`${what}, without success: ${gist(event.problem)}`
      return { label: 'asked', text }
    }
    case 'heartbeat': {
      const traffic = event.traffic === undefined ? [] : [own(`traffic at ${percent(event.traffic)}`)]
      const known = [ahead(event.phase, event.outlook, event.at), patience(event.outlook, event.at)]
      const told = known.filter(({ parts }) => parts.length > 0)
      const words = join([own(PHASE_NAMES[event.phase]), ...traffic], ', ')
      return { label: 'waiting', text: say`${words}${apart(join(told, '; '))}` }
    }
    case 'deregistered':
      return { label: 'tidied', text: say`${revision(event.taskDefinition)} deregistered` }
    case 'note':
      return { label: event.note.level === 'warning' ? 'warning' : 'note', text: capital(notePhrase(event.note)) }
    case 'evidence':
      return { label: 'evidence', text: evidencePhrase(event.evidence) }
    case 'concluded':
      return { label: 'verdict', text: verdictLine(event.verdict, event.at) }
  }
}
