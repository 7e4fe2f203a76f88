// Null where AWS wants a text, as generators write it: the empty text for a variable, nothing for a label. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import { nameOf } from '../containers.ts'
import { listed, notice, type Edited } from './edited.ts'

/** `source`: what the definition was read from, as notes name it. */
export function withoutNulls(definition: JsonObject, source: string): Edited<JsonObject> {
  const { containerDefinitions } = definition
  if (!isList(containerDefinitions)) return { value: definition, notes: [] }
  const containers = containerDefinitions.map((container) => withTexts(container, source))
  const notes = containers.flatMap((container) => container.notes)
  if (notes.length === 0) return { value: definition, notes }
  return { value: { ...definition, containerDefinitions: containers.map(({ value }) => value) }, notes }
}

function withTexts(container: Json, source: string): Edited<Json> {
  if (!isObject(container)) return { value: container, notes: [] }
  const { environment, dockerLabels } = container
  const empty = isList(environment) ? environment.filter(isNullVariable) : []
  const labels = isObject(dockerLabels) ? Object.entries(dockerLabels) : []
  const dropped = labels.filter(([, text]) => text === null).map(([name]) => name)
  if (empty.length === 0 && dropped.length === 0) return { value: container, notes: [] }
  const own = `${source}: container \`${nameOf(container) ?? '?'}\``
  return {
    value: {
      ...container,
      ...(empty.length > 0 && { environment: withEmptyTexts(environment) }),
      ...(dropped.length > 0 && { dockerLabels: Object.fromEntries(labels.filter(([, text]) => text !== null)) })
    },
    notes: [
      // The official action does the same: `maintainValidObjects`.
      // https://github.com/aws-actions/amazon-ecs-deploy-task-definition/blob/master/index.js
      ...(empty.length === 0
        ? []
        : [notice(`${own}: null is sent as the empty text for the variables ${listed(empty.map(called))}.`)]),
      ...(dropped.length === 0 ? [] : [notice(`${own}: left out the labels that are null: ${listed(dropped)}.`)])
    ]
  }
}

function isNullVariable(variable: Json): boolean {
  return isObject(variable) && variable['value'] === null
}

function withEmptyTexts(environment: Json | undefined): readonly Json[] {
  return (isList(environment) ? environment : []).map((variable) =>
    isObject(variable) && variable['value'] === null ? { ...variable, value: '' } : variable
  )
}

function called(variable: Json): string {
  return nameOf(variable) ?? '?'
}
