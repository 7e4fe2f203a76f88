// One event in one line: a label, then what changed. Events whose telling needs more have their own files.
import type { DeploymentEvent, Evidence } from '../../domain/event.ts'
import type { Moment, Outlook } from '../../domain/outlook.ts'
import type { Action } from '../../domain/ports.ts'
import type { AlarmState, Stage, Tasks } from '../../domain/snapshot.ts'
import type { Millis, Percent } from '../../domain/units.ts'
import { MISSED_NAMES, percent, PHASE_NAMES, revision, SOURCE_NAMES } from './names.ts'
import { capital, clause, join, NOTHING, own, say, type Phrase } from './phrase.ts'
import { notePhrase, planLine, type Row } from './plan.ts'
import { gist } from './problem.ts'
import { about, minute, span } from './time.ts'
import { verdictLine } from './verdict.ts'

/** AWS acts some seconds after its own timetable: no moment is called late before this. */
const GRACE: Millis = 30_000

/** `next 100 % at 14:07 UTC (in 5m 00s), done about 14:17 (in 15m)`, or what is late. */
export function outlookPhrase({ next, end }: Outlook, now: Millis): Phrase {
  if (next === undefined) return NOTHING
  if (isLate(next, now)) return own(`${due(next)} at ${minute(next.at)} UTC (${span(now - next.at)} ago)`)
  const done = (zone: string): readonly string[] =>
    end !== undefined && end > now ? [`done about ${minute(end)}${zone} (in ${about(end - now)})`] : []
  switch (next.kind) {
    case 'expiry':
      return own(`waits for a person until ${minute(next.at)} UTC (in ${about(next.at - now)}), then AWS ends it`)
    case 'weight': {
      const left = next.at > now ? `in ${span(next.at - now)}` : 'now'
      return own([`next ${percent(next.weight)} at ${minute(next.at)} UTC (${left})`, ...done('')].join(', '))
    }
    case 'end':
      return own(done(' UTC').join(''))
  }
}

function isLate(moment: Moment, now: Millis): boolean {
  return now - moment.at > GRACE
}

function due(moment: Moment): string {
  switch (moment.kind) {
    case 'expiry':
      return 'AWS was to end it'
    case 'weight':
      return `${percent(moment.weight)} was due`
    case 'end':
      return 'the end was due'
  }
}

/** When this job gives up, where nothing else tells how long a reader has to wait. */
function patience({ next, deadline }: Outlook, now: Millis): Phrase {
  if (deadline === undefined || deadline <= now || (next && !isLate(next, now))) return NOTHING
  return own(`this job gives up at ${minute(deadline)} UTC`)
}

/** Set off by three spaces; nothing at all where there is no outlook. */
function apart(phrase: Phrase): Phrase {
  return phrase.parts.length === 0 ? NOTHING : say`   ${phrase}`
}

/** AWS's words in ours: InProgress is read as "in progress". */
export function spaced(word: string): string {
  return word.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}

function stage({ name, status, startedAt, endedAt, detail }: Stage): Phrase {
  const took = startedAt === undefined || endedAt === undefined ? NOTHING : own(` in ${span(endedAt - startedAt)}`)
  const words = detail === undefined || clause(detail) === '' ? NOTHING : say`: ${clause(detail)}`
  return say`${name} ${spaced(status)}${took}${words}`
}

export function tasksPhrase(tasks: Tasks): Phrase {
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

const ACTIONS: Readonly<Record<Action['kind'], string>> = {
  'roll-back': 'to roll back',
  stop: 'to stop the deployment'
}

/** What the log shows of an event; labels are at most nine letters. */
export function eventRow(event: DeploymentEvent): Row {
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
      const change = `${PHASE_NAMES[event.from]} -> ${PHASE_NAMES[event.to]}`
      // The line of the traffic, at the same moment, has the outlook of a shift.
      const ahead = event.to === 'shifting' ? NOTHING : apart(outlookPhrase(event.outlook, event.at))
      const text = say`${own(change)} (AWS: ${event.status})${ahead}`
      return { label: 'phase', text }
    }
    case 'unlisted':
      return {
        label: 'status',
        text: say`AWS says ${event.status}, a word this release does not know; it does not count as success`
      }
    case 'stage':
      return { label: 'stage', text: stage(event.stage) }
    case 'traffic': {
      const text = say`${own(weight(event.from, event.to))}${apart(outlookPhrase(event.outlook, event.at))}`
      return { label: 'traffic', text }
    }
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
      return { label: 'roll-back', text: say`${event.id} ${spaced(event.status)}` }
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
      const asked = own(ACTIONS[event.action.kind])
      return event.problem === undefined
        ? { label: 'asked', text: say`AWS ${asked}` }
        : { label: 'asked', text: say`AWS ${asked}, without success: ${gist(event.problem)}` }
    }
    case 'heartbeat': {
      const traffic = event.traffic === undefined ? [] : [own(`traffic at ${percent(event.traffic)}`)]
      const known = [outlookPhrase(event.outlook, event.at), patience(event.outlook, event.at)]
      const ahead = known.filter(({ parts }) => parts.length > 0)
      const words = join([own(PHASE_NAMES[event.phase]), ...traffic], ', ')
      return { label: 'waiting', text: say`${words}${apart(join(ahead, '; '))}` }
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
