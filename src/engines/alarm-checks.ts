// What is wrong with the alarms that are to guard a deployment, alike for every engine. Pure.
import { Problem, type Note, type Place } from '../domain/problem.ts'
import type { AlarmState } from '../domain/snapshot.ts'
import { MINUTE, type Millis } from '../domain/units.ts'
import type { Inputs } from '../inputs/inputs.ts'

type Asked = Pick<Inputs, 'alarms'>

const ALARMS_INPUT: Place = { kind: 'input', name: 'alarms' }

/** Undefined states: the role may not read them. */
export function missing(asked: Asked, states: readonly AlarmState[] | undefined): readonly Problem[] {
  if (states === undefined) return []
  return asked.alarms
    .filter((name) => !states.some((alarm) => alarm.name === name))
    .map(
      (name) =>
        new Problem('ALARM_NOT_FOUND', { place: ALARMS_INPUT, found: `there is no alarm ${name} in this region` })
    )
}

/** CodeDeploy stops a deployment within seconds when one of its alarms is on already; ECS then ignores all of them. */
export function alreadyOn(alarm: AlarmState, asked: Asked, now: Millis): Problem {
  const place: Place = asked.alarms.includes(alarm.name)
    ? ALARMS_INPUT
    : { kind: 'aws', call: 'cloudwatch:DescribeAlarms', resource: alarm.name }
  const since = alarm.since === undefined ? '' : ` for ${Math.max(0, Math.round((now - alarm.since) / MINUTE))} minutes`
  const reason = alarm.reason === undefined ? '' : `: ${alarm.reason.replace(/[.\s]{1,20}$/, '')}`
  return new Problem('ALARM_ACTIVE', { place, found: `alarm ${alarm.name} has been on${since}${reason}` })
}

/** Alarms that guard on paper only. */
export function doubts(
  owner: string,
  wanted: readonly string[],
  asked: Asked,
  states: readonly AlarmState[]
): readonly Note[] {
  return wanted.flatMap((name): readonly Note[] => {
    const alarm = states.find((each) => each.name === name)
    if (alarm === undefined) {
      // An alarm of the user's own list that does not exist is refused.
      if (asked.alarms.includes(name)) return []
      return [{ level: 'warning', says: `${owner} names an alarm that does not exist: ${name}` }]
    }
    if (alarm.state === 'OK' || alarm.state === 'ALARM') return []
    return [
      { level: 'notice', says: `Alarm ${name} is not evaluated now: its state is ${alarm.state}, which stops nothing` }
    ]
  })
}
