// The difference between what was known before and after a turn, as events. The very value that is judged is told.
import type { DeploymentEvent } from '../domain/event.ts'
import { NO_OUTLOOK } from '../domain/outlook.ts'
import { gateKey, type Monitor, type ServiceEvent, type Source } from '../domain/snapshot.ts'
import type { Millis } from '../domain/units.ts'
import { outlookOf, type Blindness, type Look, type Progress } from './progress.ts'
import { PATIENCE, type Pursuit } from './pursuit.ts'

export function tell(before: Progress, after: Progress, pursuit: Pursuit, now: Millis): readonly DeploymentEvent[] {
  const changes = [
    ...sights(before, after, now),
    ...status(before, after, pursuit, now),
    ...target(before, after, pursuit, now),
    ...alarms(before, after, now),
    ...serviceEvents(before, after, now),
    ...stoppedTasks(before, after, now)
  ]
  if (changes.length > 0 || now - before.toldAt < PATIENCE.heartbeat) return changes
  const traffic = after.looks.target?.part?.traffic
  return [{ kind: 'heartbeat', at: now, phase: after.phase, traffic, outlook: outlookOf(after, pursuit) }]
}

/** Being blind is said once, when a second look in a row fails or none can help; so is seeing again. */
function sights(before: Progress, after: Progress, at: Millis): readonly DeploymentEvent[] {
  const sources: readonly Source[] = ['status', 'target', 'service', 'alarms', 'stopped']
  return sources.flatMap((source): readonly DeploymentEvent[] => {
    const was: Look<unknown> | undefined = before.looks[source]
    const is: Look<unknown> | undefined = after.looks[source]
    if (is?.blind && isWorthSaying(is.blind) && !(was?.blind && isWorthSaying(was.blind))) {
      return [{ kind: 'blind', at, source, problem: is.blind.problem, forGood: is.blind.forGood }]
    }
    if (was?.blind && isWorthSaying(was.blind) && is && !is.blind) {
      return [{ kind: 'sighted', at, source, after: at - was.blind.since }]
    }
    return []
  })
}

function isWorthSaying({ looks, forGood }: Blindness): boolean {
  return forGood || looks >= 2
}

function status(before: Progress, after: Progress, pursuit: Pursuit, at: Millis): readonly DeploymentEvent[] {
  const was = before.looks.status?.part
  const is = after.looks.status?.part
  const events: DeploymentEvent[] = []
  if (is?.unlisted && is.status !== was?.status) events.push({ kind: 'unlisted', at, status: is.status })
  if (is && after.phase !== before.phase) {
    const outlook = outlookOf(after, pursuit)
    events.push({ kind: 'phase', at, from: before.phase, to: after.phase, status: is.status, outlook })
  }
  const rollback = is?.rollback
  for (const gate of is?.gates ?? []) {
    if (was?.gates.some((other) => gateKey(other) === gateKey(gate))) continue
    events.push({ kind: 'paused', at, gate })
  }
  if (rollback && (rollback.id !== was?.rollback?.id || rollback.status !== was.rollback.status)) {
    events.push({ kind: 'rollback', at, id: rollback.id, status: rollback.status })
  }
  return events
}

function target(before: Progress, after: Progress, pursuit: Pursuit, at: Millis): readonly DeploymentEvent[] {
  const was = before.looks.target?.part
  const is = after.looks.target?.part
  if (is === undefined || is === was) return []
  const events: DeploymentEvent[] = []
  for (const [index, stage] of is.stages.entries()) {
    // Visits of a stage may repeat, and are only ever added to.
    const known = is.tells === 'all' ? was?.stages.find((other) => other.name === stage.name) : was?.stages[index]
    if (stage.status !== known?.status && stage.status !== 'Pending') events.push({ kind: 'stage', at, stage })
  }
  const from = was?.traffic
  if (is.traffic !== undefined && is.traffic !== from && !(from === undefined && is.traffic === 0)) {
    const outlook = is.traffic < (from ?? 0) ? NO_OUTLOOK : outlookOf(after, pursuit)
    events.push({ kind: 'traffic', at, from, to: is.traffic, old: is.oldTraffic, outlook })
  }
  const { testTraffic } = is
  if (testTraffic !== undefined && testTraffic !== (was?.testTraffic ?? 0)) {
    events.push({ kind: 'test-traffic', at, from: was?.testTraffic, to: testTraffic })
  }
  for (const hook of is.hooks) {
    const known = was?.hooks.find((other) => other.id === hook.id)
    // A pause that waits is told as a gate; what was over before anybody looked is no news.
    const silent = hook.status === 'AWAITING_ACTION' || (was === undefined && hook.status === 'SUCCEEDED')
    if (known?.status !== hook.status && !silent) events.push({ kind: 'hook', at, hook })
  }
  for (const monitor of is.monitors)
    if (isNews(monitor, before, after, pursuit)) events.push({ kind: 'monitor', at, monitor })
  const { tasks } = is
  const counted = was?.tasks
  const recounted =
    tasks?.running !== counted?.running || tasks?.pending !== counted?.pending || tasks?.desired !== counted?.desired
  const nothing = counted === undefined && tasks?.desired === 0 && tasks.running === 0
  if (tasks && recounted && !nothing) events.push({ kind: 'tasks', at, tasks })
  return events
}

/** As a reader expects it of a deployment: said by nobody. */
const AS_EXPECTED: ReadonlySet<string> = new Set(['MONITORING', 'MONITORING_COMPLETE'])

/** What AWS watches with is told when it counts, has seen something, or does not watch although it was to. */
function isNews(monitor: Monitor, before: Progress, after: Progress, pursuit: Pursuit): boolean {
  const known = before.looks.target?.part?.monitors.find((other) => other.name === monitor.name)
  const failures = monitor.count?.failures ?? 0
  if (failures > 0 && failures !== known?.count?.failures) return true
  if (AS_EXPECTED.has(monitor.status)) return false
  if (monitor.status !== 'DISABLED') return monitor.status !== known?.status
  // It watches nothing before it has begun.
  const began = after.phase !== 'queued' && (before.phase === 'queued' || known?.status !== 'DISABLED')
  return began && monitor.name === 'alarms' && pursuit.watchesAlarms
}

function alarms(before: Progress, after: Progress, at: Millis): readonly DeploymentEvent[] {
  const was = before.looks.alarms?.part
  const is = after.looks.alarms?.part
  if (is === undefined || is === was) return []
  return is.flatMap((alarm): readonly DeploymentEvent[] => {
    const from = was?.find((other) => other.name === alarm.name)?.state
    return alarm.state === from ? [] : [{ kind: 'alarm', at, alarm, from }]
  })
}

/** Only events of this deployment's time, oldest first; AWS's times are compared with AWS's. */
function serviceEvents(before: Progress, after: Progress, at: Millis): readonly DeploymentEvent[] {
  const is = after.looks.service?.part
  const since = after.looks.status?.part?.createdAt
  if (is === undefined || since === undefined) return []
  const known = before.looks.service?.part?.events ?? []
  // ECS repeats itself while something stays wrong: the same words are told once.
  const ids = new Set(known.map((event) => event.id))
  const texts = new Set(known.filter((event) => event.at >= since).map((event) => event.text))
  const fresh = is.events.filter((event) => event.at >= since && !ids.has(event.id) && !texts.has(event.text))
  return [...fresh].sort(byTime).map((event) => ({ kind: 'service-event', at, event }))
}

/** A reason is told when it is new, and again when it has become ten times as common. */
function stoppedTasks(before: Progress, after: Progress, at: Millis): readonly DeploymentEvent[] {
  const was = before.looks.stopped?.part ?? []
  return (after.looks.stopped?.part ?? []).flatMap((tasks): readonly DeploymentEvent[] => {
    const known = was.find((other) => other.reason === tasks.reason)?.count ?? 0
    return Math.floor(Math.log10(tasks.count)) > Math.floor(Math.log10(known)) ? [{ kind: 'stopped', at, tasks }] : []
  })
}

function byTime(one: ServiceEvent, other: ServiceEvent): number {
  return one.at - other.at
}
