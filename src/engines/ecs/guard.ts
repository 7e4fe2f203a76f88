// Which alarms guard a deployment, and what ECS rolls back on by itself: as configured, as asked, and what is missing. Pure.
import type { Choice, Guard, RollbackEvent } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import type { AlarmState } from '../../domain/snapshot.ts'
import { MINUTE, type JsonObject, type Millis } from '../../domain/units.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { isObject } from '../../domain/json.ts'
import { alreadyOn, doubts, missing } from '../alarm-checks.ts'
import type { Found } from '../found.ts'
import type { Configuration } from './configuration.ts'
import type { Settings } from './settings.ts'

export interface Guarding {
  readonly settings: Settings
  readonly guard: Guard
  readonly choices: readonly Choice[]
  /** `rollback-on` asks for something else than the service does. */
  readonly differs: boolean
}

type Asked = Pick<Inputs, 'alarms' | 'allowActiveAlarms' | 'rollbackOn'>

/** Configured and asked for, each once. */
export function wantedAlarms({ alarms }: Pick<Configuration, 'alarms'>, asked: readonly string[]): readonly string[] {
  return [...new Set([...(alarms.enabled ? alarms.names : []), ...asked])]
}

/** What ECS does by itself. A stopped deployment is rolled back, however the service is configured. */
export function guardOf({ alarms, breaker }: Pick<Configuration, 'alarms' | 'breaker'>): Guard {
  const names = alarms.enabled ? alarms.names : []
  const events: readonly (RollbackEvent | false)[] = [
    breaker.enabled && breaker.rollback && 'failure',
    names.length > 0 && alarms.rollback && 'alarm',
    'stop'
  ]
  return { alarms: names, rollsBackOn: events.filter((event) => event !== false) }
}

/** `raw`: the deploymentConfiguration as AWS answered it; `has`: the same as facts. Undefined states: the role may not read them. */
export function decideGuard(
  asked: Asked,
  raw: JsonObject,
  has: Configuration,
  states: readonly AlarmState[] | undefined,
  now: Millis
): Found<Guarding> {
  const names = wantedAlarms(has, asked.alarms)
  const rollback = asked.rollbackOn?.includes('alarm') ?? (asked.alarms.length > 0 || has.alarms.rollback)
  const breaker = breakerOf(asked, has)
  const will = guardOf({ alarms: { enabled: names.length > 0, rollback, names }, breaker })
  const on = (states ?? []).filter((alarm) => alarm.state === 'ALARM' && names.includes(alarm.name))
  const ignored = asked.allowActiveAlarms && on.length > 0
  const guard: Guard = ignored ? { ...will, rollsBackOn: will.rollsBackOn.filter((event) => event !== 'alarm') } : will
  return {
    value: {
      settings: {
        ...alarmSettings(asked, raw, names, rollback),
        ...breakerSettings(asked, raw, breaker)
      },
      guard,
      choices: choicesOf(asked, guard),
      differs: asked.rollbackOn !== undefined && String(guardOf(has).rollsBackOn) !== String(will.rollsBackOn)
    },
    problems: [
      ...missing(asked, states),
      ...(asked.allowActiveAlarms ? [] : on.map((alarm) => unheeded(alreadyOn(alarm, asked, now))))
    ],
    notes: [
      ...(ignored ? [ignoredNote(on, names)] : []),
      ...(states ? doubts('The service', names, asked, states) : []),
      ...switchedOff(asked, has),
      ...withoutRollback(asked, will, breaker),
      ...(breaker.enabled ? [] : [NO_BREAKER]),
      ...(asked.rollbackOn && !asked.rollbackOn.includes('stop') ? [STOP_NOTE] : []),
      ...(asked.rollbackOn?.includes('alarm') && names.length === 0 ? [NO_ALARM] : [])
    ]
  }
}

function breakerOf({ rollbackOn }: Asked, { breaker }: Configuration): Configuration['breaker'] {
  if (rollbackOn === undefined) return breaker
  const rollback = rollbackOn.includes('failure')
  return { enabled: breaker.enabled || rollback, rollback }
}

/** All three members are required. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html */
function alarmSettings(asked: Asked, raw: JsonObject, names: readonly string[], rollback: boolean): Settings {
  const touched = asked.alarms.length > 0 || asked.rollbackOn !== undefined
  if (!touched || names.length === 0) return {}
  const { alarms } = raw
  return { alarms: { ...(isObject(alarms) ? alarms : {}), alarmNames: names, enable: true, rollback } }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html */
function breakerSettings(
  { rollbackOn }: Asked,
  raw: JsonObject,
  { enabled, rollback }: Configuration['breaker']
): Settings {
  const { deploymentCircuitBreaker: existing } = raw
  if (rollbackOn === undefined || (!isObject(existing) && !enabled)) return {}
  return { deploymentCircuitBreaker: { ...(isObject(existing) ? existing : {}), enable: enabled, rollback } }
}

/** What ECS does with an alarm that is on, and CodeDeploy does not: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
function unheeded({ code, place, found }: Problem): Problem {
  return new Problem(code, {
    ...(place && { place }),
    found: `${found}; ECS would ignore all alarms for the whole of this deployment`,
    remedy: 'Mend what the alarm shows, or set `allow-active-alarms: true` to deploy without any alarm.'
  })
}

function choicesOf(asked: Asked, guard: Guard): readonly Choice[] {
  return [
    { what: 'alarms', value: guard.alarms.join(', ') || 'none', origin: asked.alarms.length > 0 ? 'input' : 'service' },
    {
      what: 'rolls back on',
      value: guard.rollsBackOn.join(', '),
      origin: asked.rollbackOn ? 'input' : asked.alarms.length > 0 ? 'default' : 'service'
    }
  ]
}

/** How long ECS watches the alarms of a rolling deployment where no bake is given; it says "less than 5 minutes". */
const UNNAMED_BAKE: Millis = 5 * MINUTE

/** Allowed for and not predicted. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
export function watchedAfterwards({ strategy, bake }: Configuration, guard: Guard): Millis {
  return strategy === 'ROLLING' && bake === undefined && guard.alarms.length > 0 ? UNNAMED_BAKE : 0
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
function ignoredNote(on: readonly AlarmState[], names: readonly string[]): Note {
  const which = on.map((alarm) => alarm.name).join(', ')
  return {
    level: 'warning',
    says: `${on.length === 1 ? `Alarm ${which} is` : `Alarms ${which} are`} on, so ECS ignores ALL alarms for the whole of this deployment (${names.join(', ')}): NO alarm will roll it back, because \`allow-active-alarms\` is set`,
    remedy: 'Mend what the alarm shows, and take `allow-active-alarms` out again.'
  }
}

function switchedOff(asked: Asked, { alarms }: Configuration): readonly Note[] {
  const off = alarms.enabled ? [] : alarms.names.filter((name) => !asked.alarms.includes(name))
  if (off.length === 0) return []
  const gone = asked.alarms.length > 0 ? '; the service will name them no more' : ''
  return [
    {
      level: 'warning',
      says: `The alarms of the service (${off.join(', ')}) are switched off and guard nothing${gone}`,
      remedy: 'Set deploymentConfiguration.alarms.enable on the service, or name the alarms in `alarms`.'
    }
  ]
}

/** What nobody rolls back, where ECS does notice it. */
function withoutRollback(
  { rollbackOn }: Asked,
  { alarms, rollsBackOn }: Guard,
  breaker: Configuration['breaker']
): readonly Note[] {
  const matters: readonly (readonly [RollbackEvent, string, string])[] = [
    ...(breaker.enabled
      ? [['failure', 'A failed deployment will not be rolled back', 'deploymentCircuitBreaker'] as const]
      : []),
    ...(alarms.length > 0
      ? [['alarm', 'An alarm will stop the deployment and not roll it back', 'alarms'] as const]
      : [])
  ]
  return matters
    .filter(([event]) => !rollsBackOn.includes(event))
    .map(([, consequence, member]): Note => {
      if (rollbackOn) return { level: 'notice', says: `${consequence}: \`rollback-on\` leaves it out` }
      return {
        level: 'warning',
        says: `${consequence}, because deploymentConfiguration.${member}.rollback of the service is off`,
        remedy: `Set \`rollback-on: failure, alarm\`, or ${member}.rollback on the service.`
      }
    })
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
const NO_BREAKER: Note = {
  level: 'warning',
  says: 'The service has no deployment circuit breaker: a revision whose tasks never become healthy is tried without end, until AWS gives a stage up after 24 hours',
  remedy: 'Set `rollback-on: failure, alarm`, or deploymentCircuitBreaker on the service.'
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html */
const STOP_NOTE: Note = {
  level: 'notice',
  says: 'ECS always rolls back a deployment that is stopped; `rollback-on` cannot leave that out'
}

const NO_ALARM: Note = {
  level: 'notice',
  says: '`rollback-on` names alarm, and no alarm guards this deployment',
  remedy: 'Name the alarms in `alarms`.'
}
