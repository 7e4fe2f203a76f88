// The marker in the pauses of our own: a service update carries no description, and a deployment is known again by them.
// AWS says hookDetails are not used for PAUSE hooks: they may be kept, dropped or refused.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'

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
