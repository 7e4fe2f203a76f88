// Alarms and their states. [CW] D4
import type { AlarmSpec, AlarmState } from './scenario.ts'
import type { Alarm, World } from './state.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** `09/08/26 01:36:00`, as in a real reason. [LAB-CD] I */
function stamp(at: number): string {
  const date = new Date(at)
  const day = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100].map(two).join('/')
  return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')}`
}

function usualReason(spec: AlarmSpec, to: AlarmState, at: number): string {
  if (spec.kind === 'composite') return `Composite alarm ${spec.name} changed to ${to}`
  if (to === 'INSUFFICIENT_DATA') return 'Insufficient Data: 1 datapoint was unknown.'
  const threshold = spec.threshold ?? 1
  const [value, relation] = to === 'ALARM' ? [threshold * 1.2, 'was'] : [0, 'was not']
  return `Threshold Crossed: 1 datapoint [${value.toFixed(1)} (${stamp(at)})] ${relation} greater than or equal to the threshold (${threshold.toFixed(1)}).`
}

export function newAlarm(spec: AlarmSpec, at: number): Alarm {
  const state = spec.state ?? 'OK'
  return { spec, state, reason: usualReason(spec, state, at), updatedAt: at, changedAt: at }
}

/** Any update stamps StateUpdatedTimestamp, a change of value also StateTransitionedTimestamp. [CW] D4 */
export function setAlarm(
  world: World,
  at: number,
  name: string,
  to: AlarmState,
  reason?: string,
  reasonData?: string
): boolean {
  const alarm = world.alarms.get(name)
  if (!alarm) return false
  const changed = alarm.state !== to
  Object.assign(alarm, {
    state: to,
    reason: reason?.replaceAll('{now}', stamp(at)) ?? usualReason(alarm.spec, to, at),
    updatedAt: at
  })
  if (reasonData === undefined) delete alarm.reasonData
  else alarm.reasonData = reasonData
  if (!changed) return true
  alarm.changedAt = at
  for (const parent of world.alarms.values())
    if (parent.spec.children?.includes(name)) setAlarm(world, at, parent.spec.name, stateOfChildren(world, parent.spec))
  return true
}

/** `ALARM("a") OR ALARM("b")`: the only rule this world knows. */
function stateOfChildren(world: World, spec: AlarmSpec): AlarmState {
  return (spec.children ?? []).some((child) => world.alarms.get(child)?.state === 'ALARM') ? 'ALARM' : 'OK'
}
