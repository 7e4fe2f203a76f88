// Which images a deployment changes, for the people who review it. Pure.
import { isList, isObject } from '../domain/json.ts'
import type { ImageChange } from '../domain/plan.ts'
import type { Json } from '../domain/units.ts'

/** The image of each container of a task definition, as far as it has the form of one. */
export function imagesOf(definition: Json | undefined): ReadonlyMap<string, string> {
  const containers = isObject(definition) ? definition['containerDefinitions'] : undefined
  const images = new Map<string, string>()
  for (const container of isList(containers) ? containers : []) {
    if (!isObject(container)) continue
    const { name, image } = container
    if (typeof name === 'string' && typeof image === 'string') images.set(name, image)
  }
  return images
}

/** The images to deploy, each beside the one that runs in its container now. */
export function imageChanges(
  images: readonly ImageChange[],
  running: ReadonlyMap<string, string> | undefined
): readonly ImageChange[] {
  return images.map(({ container, to }) => ({ container, from: running?.get(container), to }))
}
