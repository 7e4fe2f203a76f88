// Which alarms guard a deployment, and what AWS rolls back on by itself: as configured, as asked, and what is missing. Pure.
import type { CodeDeployPlan, Guard, RollbackEvent } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import type { AlarmState } from '../../domain/snapshot.ts'
import type { Millis } from '../../domain/units.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { alreadyOn, doubts, missing } from '../alarm-checks.ts'
import type { Found } from '../found.ts'
import type { Group } from './group.ts'
import { ROLLBACK_EVENTS } from './request.ts'

export interface Guarding extends Pick<CodeDeployPlan, 'autoRollback' | 'overrideAlarms'> {
  readonly guard: Guard
}

type Asked = Pick<Inputs, 'alarms' | 'allowActiveAlarms' | 'rollbackOn'>

/** The guide and the API say 10, the quota page 50: more is worth a word, and AWS decides. */
const ALARMS_PER_GROUP = 10

/** Configured and asked for, each once. */
export function wantedAlarms(group: Group | undefined, asked: readonly string[]): readonly string[] {
  return [...new Set([...(group?.alarms.enabled ? group.alarms.names : []), ...asked])]
}

/** Undefined states: the role may not read them. */
export function decideGuard(
  asked: Asked,
  group: Group | undefined,
  states: readonly AlarmState[] | undefined,
  now: Millis
): Found<Guarding> {
  const configured = wantedAlarms(group, [])
  const wanted = wantedAlarms(group, asked.alarms)
  const on = (states ?? []).filter((alarm) => alarm.state === 'ALARM' && wanted.includes(alarm.name))
  const leftOut = asked.allowActiveAlarms ? on.map((alarm) => alarm.name) : []
  const names = wanted.filter((name) => !leftOut.includes(name))
  const changed = names.length !== configured.length || names.some((name) => !configured.includes(name))
  const autoRollback = asked.rollbackOn ?? (asked.alarms.length > 0 ? withAlarm(group?.rollsBackOn ?? []) : undefined)
  const guard: Guard = { alarms: names, rollsBackOn: autoRollback ?? group?.rollsBackOn ?? [] }
  const ignorePollFailure = group?.alarms.ignorePollFailure ?? false
  return {
    value: { guard, autoRollback, overrideAlarms: changed ? { names, ignorePollFailure } : undefined },
    problems: [
      ...missing(asked, states),
      ...(asked.allowActiveAlarms ? [] : on.map((alarm) => alreadyOn(alarm, asked, now)))
    ],
    notes: [
      ...leftOut.map(leftOutNote),
      ...(states ? doubts('The deployment group', wanted, asked, states) : []),
      ...(changed ? overrideNotes(names) : []),
      ...(group ? switchedOff(group) : []),
      ...(group ? withoutRollback(asked, guard, group) : [])
    ]
  }
}

function withAlarm(events: readonly RollbackEvent[]): readonly RollbackEvent[] {
  return events.includes('alarm') ? events : [...events, 'alarm']
}

function leftOutNote(name: string): Note {
  return {
    level: 'warning',
    says: `Alarm ${name} is on and does NOT guard this deployment, because \`allow-active-alarms\` is set`,
    remedy: 'Mend what the alarm shows, and take `allow-active-alarms` out again.'
  }
}

function overrideNotes(names: readonly string[]): readonly Note[] {
  const permission: Note = {
    level: 'notice',
    says: 'Other alarms than the deployment group’s need the permission `codedeploy:UpdateDeploymentGroup`'
  }
  if (names.length <= ALARMS_PER_GROUP) return [permission]
  const says = `${names.length} alarms guard this deployment; AWS may refuse more than ${ALARMS_PER_GROUP}`
  return [permission, { level: 'warning', says }]
}

function switchedOff(group: Group): readonly Note[] {
  if (group.alarms.enabled || group.alarms.names.length === 0) return []
  return [
    {
      level: 'warning',
      says: `The alarms of group ${group.group} (${group.alarms.names.join(', ')}) are switched off and guard nothing`,
      remedy: 'Set alarmConfiguration.enabled on the group, or name the alarms in `alarms`.'
    }
  ]
}

const CONSEQUENCES: Readonly<Record<RollbackEvent, string>> = {
  failure: 'A failed deployment will not be rolled back',
  alarm: 'An alarm will stop the deployment and not roll it back',
  stop: 'A deployment stopped by a person will not be rolled back'
}

function withoutRollback(asked: Asked, guard: Guard, group: Group): readonly Note[] {
  const matters: readonly RollbackEvent[] = guard.alarms.length > 0 ? ['failure', 'alarm'] : ['failure']
  return matters
    .filter((event) => !guard.rollsBackOn.includes(event))
    .map((event): Note => {
      if (asked.rollbackOn) return { level: 'notice', says: `${CONSEQUENCES[event]}: \`rollback-on\` leaves it out` }
      return {
        level: 'warning',
        says: `${CONSEQUENCES[event]}, because group ${group.group} does not roll back on ${ROLLBACK_EVENTS[event]}`,
        remedy: 'Set `rollback-on: failure, alarm`, or complete autoRollbackConfiguration of the group.'
      }
    })
}
