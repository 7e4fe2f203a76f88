// Pauses of a deployment for a person, as lifecycle hooks of the service: ours among those of others. Pure.
import { isList } from '../../domain/json.ts'
import type { Choice, EcsPlan } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import { MINUTE, type Json, type JsonObject, type Millis } from '../../domain/units.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import { lost, type Found } from '../found.ts'
import type { Balancing } from './balancers.ts'
import { USUAL_PAUSE, type Configuration } from './configuration.ts'
import { membersOf, textsOf } from './members.ts'
import { isPause, markIn, withMark } from './pause-mark.ts'
import { checkPause, STAGES } from './pause-checks.ts'
import type { Settings } from './settings.ts'

type Asked = Pick<Deploying, 'pauseAt' | 'pauseFor' | 'pauseExpiry'>

/** One pause of ours, as it is sent apart from the marker. */
type Gate = JsonObject & { readonly targetType: 'PAUSE' }

export interface Pausing {
  readonly pause: Gate | undefined
  /** All hooks that are not ours, as they are. */
  readonly others: readonly Json[]
  /** How many pauses of ours the service has from before; they go. */
  readonly left: number
  readonly choices: readonly Choice[]
}

const USUAL_WAIT: Millis = 60 * MINUTE

/** `has`: with the strategy that was asked for. `raw`: the hooks as they were answered. */
export function decidePause(
  asked: Asked,
  raw: JsonObject,
  has: Configuration,
  balancing: Balancing,
  readBy: EcsPlan['readBy']
): Found<Pausing> {
  const hooks = hooksOf(raw)
  const others = hooks.filter((hook) => !isOurs(hook))
  const kept = { others, left: hooks.length - others.length }
  const { pauseAt: at, pauseFor = USUAL_WAIT, pauseExpiry = 'roll-back' } = asked
  if (at === undefined) {
    return lost({ ...kept, pause: undefined, choices: [] }, ...(kept.left > 0 ? [TAKEN_OUT] : []))
  }
  const timeoutInMinutes = pauseFor / MINUTE
  const pause: Gate = {
    targetType: 'PAUSE',
    lifecycleStages: [STAGES[at]],
    timeoutConfiguration: { timeoutInMinutes, action: pauseExpiry === 'continue' ? 'CONTINUE' : 'ROLLBACK' }
  }
  const choices = choicesOf(asked, pauseFor, pauseExpiry)
  const same = others.some((hook) => doesTheSame(hook, pause))
  return {
    value: { ...kept, pause: same ? undefined : pause, choices },
    problems: checkPause({ at, minutes: timeoutInMinutes, others: same ? [] : others }, has, balancing, readBy),
    notes: [same ? THERE_ALREADY : STAYS, ...(at === 'after-canary' ? [PASSES_FIRST] : [])]
  }
}

/** AWS may drop our mark: without a look at what is there, each deployment would add another one, and wait for more people. */
function doesTheSame(hook: Json, pause: Gate): boolean {
  const { hookDetails: details } = membersOf(hook)
  if (!isPause(hook) || (details !== undefined && details !== null)) return false
  const { timeoutInMinutes = USUAL_PAUSE, action = 'ROLLBACK' } = membersOf(membersOf(hook)['timeoutConfiguration'])
  const asked = membersOf(pause['timeoutConfiguration'])
  const stages = textsOf(membersOf(hook)['lifecycleStages'])
  return (
    timeoutInMinutes === asked['timeoutInMinutes'] &&
    action === asked['action'] &&
    textsOf(pause['lifecycleStages']).every((stage) => stages.includes(stage))
  )
}

function hooksOf(raw: JsonObject): readonly Json[] {
  const hooks = raw['lifecycleHooks']
  return isList(hooks) ? hooks : []
}

function isOurs(hook: Json): boolean {
  return markIn(hook) !== undefined
}

/** The list is sent empty rather than left out: whether AWS takes that for "none" is not documented. */
export function pauseSettings({ pause, others, left }: Pausing, marker?: string): Settings {
  if (pause === undefined) return left === 0 ? {} : { lifecycleHooks: others }
  const marked = marker === undefined ? pause : withMark(pause, marker)
  return { lifecycleHooks: [...others, marked] }
}

/** What is left of a service's hooks without ours; undefined where there are none of ours. */
export function withoutOurs(
  raw: JsonObject
): { readonly settings: Settings; readonly stages: readonly string[] } | undefined {
  const hooks = hooksOf(raw)
  const ours = hooks.filter(isOurs)
  if (ours.length === 0) return undefined
  return {
    settings: { lifecycleHooks: hooks.filter((hook) => !isOurs(hook)) },
    stages: ours.flatMap((hook) => textsOf(membersOf(hook)['lifecycleStages']))
  }
}

function choicesOf(asked: Asked, span: Millis, expiry: 'roll-back' | 'continue'): readonly Choice[] {
  return [
    { what: 'pause', value: asked.pauseAt ?? 'none', origin: 'input' },
    {
      what: 'waits for a person',
      value: `${span / MINUTE}m`,
      origin: asked.pauseFor === undefined ? 'default' : 'input'
    },
    {
      what: 'when nobody comes',
      value: expiry === 'continue' ? 'the deployment goes on' : 'the deployment is rolled back',
      origin: asked.pauseExpiry === undefined ? 'default' : 'input'
    }
  ]
}

const STAYS: Note = {
  level: 'notice',
  says: 'The pause is a hook of the service and stays in its settings until our next deploy or promote takes it out: a deployment that somebody else starts meanwhile stops there, too'
}

const THERE_ALREADY: Note = {
  level: 'notice',
  says: 'The service has the very pause already, without our mark in it, so none is added; nor is it ever taken out by us'
}

const PASSES_FIRST: Note = {
  level: 'notice',
  says: 'ECS pauses before every shift of production traffic: this step itself continues the pause before the canary, and the one after it waits for a person'
}

const TAKEN_OUT: Note = {
  level: 'notice',
  says: 'The service still has a pause of an earlier deployment of ours; it is taken out with this one, which does not ask for it'
}
