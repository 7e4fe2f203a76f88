// Whether there is nothing to do: what is asked for serves already, nothing that runs could differ from it, and nothing else
// was asked for. Pure.
import type { Change } from '../domain/change.ts'
import type { Note } from '../domain/problem.ts'
import type { JsonObject } from '../domain/units.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { imagesOf } from './images.ts'
import type { Today } from './survey.ts'

export interface Standing {
  readonly inputs: Deploying
  readonly service: Today['service']
  readonly definition: JsonObject
  /** Against the running revision; undefined where that could not be read. */
  readonly changes: readonly Change[] | undefined
  /** Why the engine deploys all the same: whether it serves all traffic, and has all settings, is for the engine to find. */
  readonly reasons: readonly string[]
}

export interface Sameness {
  readonly unchanged: boolean
  /** Why it is deployed although nothing differs. */
  readonly notes: readonly Note[]
}

export function sameness(standing: Standing): Sameness {
  const { changes, definition } = standing
  if (changes === undefined || changes.length > 0) return { unchanged: false, notes: [] }
  const tagged = withoutDigest(definition)
  const reasons = [...askedFor(standing), ...standing.reasons, ...movable(tagged)]
  if (reasons.length === 0) return { unchanged: true, notes: [] }
  return { unchanged: false, notes: [deployedAgain(reasons, tagged.length > 0)] }
}

/** What asks for a deployment even of the same revision. Hooks and AppSpec count because what ran before is not known. */
const ASKED: Readonly<Record<string, (standing: Standing) => boolean>> = {
  '`force-new-deployment` is set': ({ inputs }) => inputs.forceNewDeployment,
  'a strategy was asked for': ({ inputs }) => inputs.strategy !== undefined,
  'alarms were asked for': ({ inputs }) => inputs.alarms.length > 0,
  'hooks were asked for': ({ inputs }) => inputs.hooks.length > 0,
  'a pause was asked for': ({ inputs }) => inputs.pauseAt !== undefined,
  'another desired count was asked for': ({ inputs, service }) => isOther(inputs.desiredCount, service.desiredCount),
  'another use of tags was asked for': ({ inputs, service }) =>
    isOther(inputs.enableEcsManagedTags, service.enableECSManagedTags) ||
    isOther(inputs.propagateTags, service.propagateTags),
  'an AppSpec file was named': ({ inputs }) => inputs.appSpec !== undefined && inputs.appSpecByDefault !== true
}

function isOther(asked: unknown, has: unknown): boolean {
  return asked !== undefined && asked !== has
}

function askedFor(standing: Standing): readonly string[] {
  return Object.entries(ASKED).flatMap(([reason, applies]) => (applies(standing) ? [reason] : []))
}

const DIGEST = /@sha256:[0-9a-f]{64}$/i

/** The containers whose image may be another one by now. */
function withoutDigest(definition: JsonObject): readonly string[] {
  return [...imagesOf(definition)].flatMap(([container, image]) => (DIGEST.test(image) ? [] : [container]))
}

function movable(containers: readonly string[]): readonly string[] {
  if (containers.length === 0) return []
  const names = containers.map((name) => `\`${name}\``).join(', ')
  return [
    containers.length === 1
      ? `the image of ${names} has no digest, so it may be another one by now`
      : `the images of ${names} have no digest, so they may be others by now`
  ]
}

function deployedAgain(reasons: readonly string[], tagged: boolean): Note {
  return {
    level: 'notice',
    says: `Nothing differs from the running revision, which is deployed again: ${reasons.join('; ')}`,
    ...(tagged && { remedy: 'Name images by digest to deploy only what differs.' })
  }
}
