// The parts of the report below its top: traffic, stages, hooks, alarms, problems, notes, and what is folded away.
import type { DeploymentEvent } from '../../domain/event.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Millis } from '../../domain/units.ts'
import { alarmLink } from '../links.ts'
import type { Story } from '../story.ts'
import { eventRow, oldShare } from '../wording/event.ts'
import { ORIGIN_NAMES, percent, spaced } from '../wording/names.ts'
import { plain } from '../wording/phrase.ts'
import { driver, notePhrase } from '../wording/plan.ts'
import { excerpt, missingPermission, problemDetails, problemTitle, type Label } from '../wording/problem.ts'
import { span, stamp, time } from '../wording/time.ts'
import { problemsOf, saidAbove } from '../wording/verdict-problems.ts'
import { monitorStatus } from '../wording/watched.ts'
import { chart } from './chart.ts'
import { block, code, consoleLink, fold, phrase, sentence, table } from './escape.ts'

/** Longer tables and logs are folded or cut: the log of the step has everything. */
const ROWS_SHOWN = 12
const LINES_KEPT = 400

interface Move {
  readonly at: Millis
  readonly weight: number
  readonly note: string
}

/** Off the revision that was followed. */
function isBack(story: Story): boolean {
  const { verdict } = story
  if (verdict?.kind === 'succeeded') return verdict.until === 'rolled-back' && !isOlder(story)
  return verdict?.kind === 'rolled-back'
}

/** What was deployed again because a person wanted it back is no new revision. */
function isOlder({ verdict, plan }: Story): boolean {
  return verdict?.kind === 'succeeded' && verdict.until === 'rolled-back' && plan !== undefined
}

/** A deployment that was begun before this run had its first share before it was seen. */
function share({ attachment, traffic: [first], from }: Story): readonly Move[] {
  if (attachment === undefined || first === undefined) return []
  return [{ at: from, weight: first.from ?? first.to, note: '' }]
}

function moves(story: Story): readonly Move[] {
  const seen = story.traffic.map(({ at, from, to, old }) => {
    const back = from !== undefined && to < from
    const all = `all traffic on the ${isOlder(story) ? 'older' : 'new'} revision`
    const step = back ? 'moved back' : to === 100 ? all : undefined
    return { at, weight: to, note: [step, oldShare(to, old)].filter((each) => each !== undefined).join(', ') }
  })
  const last = seen.at(-1)
  // The verdict knows that the traffic is back; the target of a stopped deployment may not show it any more.
  if (!isBack(story) || last === undefined || last.weight === 0) return seen
  return [...seen, { at: story.to, weight: 0, note: 'rolled back' }]
}

export function traffic(story: Story): readonly string[] {
  const all = moves(story)
  const drawn = all.length > 1 ? chart([...share(story), ...all], story.from, story.to) : undefined
  const rows = all.map(({ at, weight, note }) => [`${time(at)} UTC`, stamp(at - story.from), percent(weight), note])
  const followed = isOlder(story) ? 'Older revision' : 'New revision'
  const numbers = table(['Time', 'Elapsed', followed, 'Note'], rows)
  if (rows.length === 0) return []
  return [
    '### Traffic',
    ...(drawn === undefined ? [] : [drawn]),
    ...(rows.length > ROWS_SHOWN ? fold(`The same in numbers (${rows.length})`, numbers) : numbers)
  ]
}

export function stages(story: Story): readonly string[] {
  return table(
    ['Stage', 'Status', 'Started', 'Took'],
    story.stages.map(({ name, status, startedAt, endedAt }) => [
      code(name),
      sentence(spaced(status)),
      startedAt === undefined ? '' : `${time(startedAt)} UTC`,
      startedAt === undefined || endedAt === undefined ? '' : span(endedAt - startedAt)
    ])
  )
}

export function hooks(story: Story): readonly string[] {
  return table(
    ['Hook', 'Kind', 'Status'],
    story.hooks.map(({ id, kind, function: called, status }) => [
      code(called ?? id),
      code(kind),
      sentence(spaced(status))
    ])
  )
}

export function monitors(story: Story): readonly string[] {
  return table(
    ['Watch', 'State'],
    story.monitors.map((monitor) => [monitor.name, phrase(monitorStatus(monitor))])
  )
}

export function alarms(story: Story): readonly string[] {
  const seen = story.alarms.map(({ alarm, fired }) => [
    consoleLink(code(alarm.name), story.subject && alarmLink(story.subject.target, alarm.name)),
    fired === undefined || alarm.state === 'ALARM' ? sentence(alarm.state) : `${sentence(alarm.state)}, was ALARM`,
    alarm.rule === undefined ? '' : code(alarm.rule)
  ])
  const known = new Set(story.alarms.map(({ alarm }) => alarm.name))
  // Nobody reads alarms before a deployment has started.
  const unread = (story.handle === undefined ? [] : (story.subject?.guard.alarms ?? []))
    .filter((name) => !known.has(name))
    .map((name) => [consoleLink(code(name), story.subject && alarmLink(story.subject.target, name)), 'not read', ''])
  return table(['Alarm', 'State', 'Rule'], [...seen, ...unread])
}

function problem(each: Problem, position: string, said: readonly Label[]): readonly string[] {
  const details = problemDetails(each, said).map(
    ({ label, text }) =>
      `- ${label === 'AWS' ? label : label.charAt(0).toUpperCase() + label.slice(1)}: ${phrase(text)}`
  )
  const lines = excerpt(each.place)
  const lacks = missingPermission(each)
  const statement =
    lacks === undefined || each.remedy.includes(lacks.action)
      ? []
      : [block([JSON.stringify({ Effect: 'Allow', Action: lacks.action, Resource: lacks.resource })], 'json')]
  return [
    `**${position}${phrase(problemTitle(each))}** ${code(each.code)}`,
    ...(lines.length > 0 ? [block(lines)] : []),
    details.join('\n'),
    ...statement
  ]
}

export function problems(verdict: Verdict): readonly string[] {
  const all = problemsOf(verdict)
  return all.flatMap((each, index) => problem(each, all.length > 1 ? `${index + 1}. ` : '', saidAbove(verdict, each)))
}

export function warnings(story: Story): readonly string[] {
  const lines = story.notes.filter((note) => note.level === 'warning').map((note) => `- ${phrase(notePhrase(note))}`)
  return lines.length === 0 ? [] : ['### Warnings', lines.join('\n')]
}

export function notices(story: Story): readonly string[] {
  const lines = story.notes.filter((note) => note.level === 'notice').map((note) => `- ${phrase(notePhrase(note))}`)
  return lines.length === 0 ? [] : fold(`Notes (${lines.length})`, [lines.join('\n')])
}

export function choices({ plan }: Story): readonly string[] {
  if (plan === undefined) return []
  const rows = plan.choices.map(({ what, value, origin }) => [sentence(what), code(value), ORIGIN_NAMES[origin]])
  return fold(`Choices (${rows.length})`, [
    ...(plan.through.length === 0 ? [] : [`Through ${phrase(driver(plan))}.`]),
    ...table(['What', 'Value', 'From'], rows)
  ])
}

function kept(lines: readonly string[]): readonly string[] {
  const left = lines.length - LINES_KEPT
  return left > 0 ? [`(${left} earlier lines are in the log of the step)`, ...lines.slice(left)] : lines
}

export function serviceEvents({ serviceEvents: all }: Story): readonly string[] {
  if (all.length === 0) return []
  return fold(`Service events (${all.length})`, [block(kept(all.map(({ at, text }) => `${time(at)} | ${text}`)))])
}

export function eventLog(history: readonly DeploymentEvent[], from: Millis): readonly string[] {
  const planned = history.some((event) => event.kind === 'planned')
  const told = history.filter((event) => event.kind !== 'heartbeat' && !(planned && event.kind === 'rendered'))
  const started = history.findLastIndex(({ kind }) => kind === 'started')
  const found = history.findLastIndex(({ kind }) => kind === 'attached')
  const lines = told.map((event) => {
    const { label, text } = eventRow(event, found > started)
    return `[${stamp(event.at - from)}] ${label.padEnd(10)}${plain(text)}`
  })
  return lines.length === 0 ? [] : fold(`Event log (${lines.length})`, [block(kept(lines))])
}
