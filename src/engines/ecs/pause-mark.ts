// The marker in the pauses of our own: a service update carries no description, and a deployment is known again by them.
// AWS says hookDetails are not used for PAUSE hooks: they may be kept, dropped or refused.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { isList, isObject } from '../../domain/json.ts'
import type { EcsPlan } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Accepted } from './accepted.ts'

const KEY = 'ecs-canary-deploy'

/** The marker a deployment carries; undefined where it has none, or AWS did not keep it. */
export function markOf({ deploymentConfiguration }: ServiceDeployment): string | undefined {
  const hooks: unknown = deploymentConfiguration?.lifecycleHooks
  if (!Array.isArray(hooks)) return undefined
  return hooks.map((hook: unknown) => textOf(member(hook, 'hookDetails'))).find((text) => text !== undefined)
}

function textOf(details: unknown): string | undefined {
  const text = member(details, KEY)
  return typeof text === 'string' ? text : undefined
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

/** A pause that cannot be known as ours again is left to people. */
export function markNotes({ pauses }: Pick<EcsPlan, 'pauses'>, { hooks }: Accepted): readonly Note[] {
  if (!pauses || hooks === undefined || hooks.some((hook) => textOf(member(hook, 'hookDetails')) !== undefined)) {
    return []
  }
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
  if (!isObject(hook) || !isObject(hook['hookDetails']) || !Object.hasOwn(hook['hookDetails'], KEY)) return hook
  return Object.fromEntries(Object.entries(hook).filter(([name]) => name !== 'hookDetails'))
}
