// Members of a task definition that nobody knows: a typing slip, or something AWS has learnt since. Pure.
import { isList, isObject } from '../../domain/json.ts'
import { near } from '../../domain/near.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { UnknownProperties } from '../../inputs/inputs.ts'
import type { Form, Path } from '../form.ts'
import { pathText } from '../form.ts'
import { TASK_DEFINITION } from './known-members.ts'
import { NOTHING, placeText, reporter, type Checked, type PlaceOf } from './report.ts'

interface Unknown {
  readonly path: Path
  readonly name: string
  readonly siblings: readonly string[]
}

/** A name two edits or less from a known one, or in another case, is taken for a slip of it. */
export function unknownMembers(definition: JsonObject, placeOf: PlaceOf, policy: UnknownProperties): Checked {
  const found = policy === 'ignore' ? [] : unknownIn(TASK_DEFINITION, definition, [])
  if (found.length === 0) return NOTHING
  const report = reporter(definition, placeOf)
  const refused = found.filter((unknown) => policy === 'error' || (policy === 'slips' && meant(unknown) !== undefined))
  const problems = refused.map((unknown): Problem => {
    const hint = hintFor(unknown)
    return report('PROPERTY_UNKNOWN', unknown.path, {
      found: 'is no property that is known',
      remedy: `${hint ?? 'Remove it'}, or set \`unknown-properties: warn\` to send it as it is.`
    })
  })
  const sent = found.filter((unknown) => !refused.includes(unknown))
  if (sent.length === 0) return { problems, notes: [] }
  const named = sent.map(({ path }) => `\`${pathText(definition, path)}\`${placeText(placeOf(path))}`)
  const hints = sent.flatMap((unknown) => hintFor(unknown) ?? [])
  return {
    problems,
    notes: [
      {
        level: 'warning',
        says: `${named.join(', ')} ${
          sent.length === 1 ? 'is no property that is known, and is' : 'are no properties that are known, and are'
        } sent to AWS all the same`,
        remedy: `${hints.length === 0 ? 'Check the spelling' : hints.join('; ')}, or set \`unknown-properties: ignore\`.`
      }
    ]
  }
}

function unknownIn(form: Form, value: Json | undefined, path: Path): readonly Unknown[] {
  if (typeof form === 'string' || 'texts' in form || 'words' in form) return []
  if ('list' in form) {
    return isList(value) ? value.flatMap((item, index) => unknownIn(form.list, item, [...path, index])) : []
  }
  if (!isObject(value)) return []
  const siblings = Object.keys(form.members)
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = Object.hasOwn(form.members, name) ? form.members[name] : undefined
    return known ? unknownIn(known, inner, [...path, name]) : [{ path: [...path, name], name, siblings }]
  })
}

function meant({ name, siblings }: Unknown): string | undefined {
  return near(name, siblings)
}

const OF_TASK = Object.keys(TASK_DEFINITION.members)
const OF_CONTAINER = Object.keys(TASK_DEFINITION.members.containerDefinitions.list.members)

function hintFor(unknown: Unknown): string | undefined {
  const { name, path } = unknown
  const slip = meant(unknown)
  if (slip !== undefined) return `Write \`${slip}\`, if that is what was meant`
  const inContainer = path[0] === 'containerDefinitions'
  if (inContainer && OF_TASK.includes(name)) return `Move \`${name}\` out of the container, to the task definition`
  if (!inContainer && OF_CONTAINER.includes(name)) return `Move \`${name}\` into a container`
  return undefined
}
