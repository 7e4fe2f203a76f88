// Pauses among the hooks of a service, and the marker in our own: a service update carries no description, and a deployment is
// known again by them. AWS says hookDetails are not used for PAUSE hooks: they may be kept, dropped or refused.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { isList, isObject } from '../../domain/json.ts'
import type { EcsPlan } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Accepted } from './accepted.ts'
import { listOf, membersOf, textOf } from './members.ts'

const KEY = 'ecs-canary-deploy'

export function isPause(hook: unknown): boolean {
  return membersOf(hook)['targetType'] === 'PAUSE'
}

export function withMark(pause: JsonObject, mark: string): JsonObject {
  return { ...pause, hookDetails: { [KEY]: mark } }
}

/** Undefined: no pause of ours. AWS takes any JSON for the details, and may answer them as the text of one. */
export function markIn(hook: unknown): string | undefined {
  if (!isPause(hook)) return undefined
  const details = membersOf(hook)['hookDetails']
  return textOf(membersOf(typeof details === 'string' ? parsed(details) : details)[KEY])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The marker a deployment carries; undefined where it has none, or AWS did not keep it. */
export function markOf({ deploymentConfiguration }: ServiceDeployment): string | undefined {
  const hooks = listOf(membersOf(deploymentConfiguration)['lifecycleHooks'])
  return hooks.map(markIn).find((mark) => mark !== undefined)
}

/** A pause that cannot be known as ours again is left to people. */
export function markNotes({ pauses }: Pick<EcsPlan, 'pauses'>, { hooks }: Accepted): readonly Note[] {
  if (!pauses || hooks === undefined || hooks.some((hook) => markIn(hook) !== undefined)) return []
  return [
    {
      level: 'warning',
      says: 'ECS did not keep the mark of our pause, so that nothing knows it as ours any more: `mode: promote` needs `deployment-id` and `hook-id`, and the pause stays in the service’s settings',
      remedy:
        'Take the PAUSE hook out of the service’s `deploymentConfiguration.lifecycleHooks` when it is not wanted any more.'
    }
  ]
}

/** The same members of UpdateService without the marker in our pauses; what others wrote into theirs stays. */
export function unmarked(update: JsonObject): JsonObject {
  const configuration = update['deploymentConfiguration']
  if (!isObject(configuration) || !isList(configuration['lifecycleHooks'])) return update
  const lifecycleHooks = configuration['lifecycleHooks'].map(withoutMark)
  return { ...update, deploymentConfiguration: { ...configuration, lifecycleHooks } }
}

function withoutMark(hook: Json): Json {
  if (!isObject(hook) || markIn(hook) === undefined) return hook
  return Object.fromEntries(Object.entries(hook).filter(([name]) => name !== 'hookDetails'))
}
