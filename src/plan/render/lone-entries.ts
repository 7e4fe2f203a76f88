// One entry written where a patch wants names: `{"name": "A", "value": "1"}` would add the variables `name` and `value`. Pure.
import { isList, isObject } from '../../domain/json.ts'
import { Problem } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { Document } from '../../inputs/inputs.ts'
import { pathText, type Path } from '../form.ts'
import { entryName, namingOf, type Naming } from './merge-patch.ts'
import { patchPlace } from './patch-place.ts'

export function checkLoneEntries(definition: JsonObject, patch: Document): readonly Problem[] {
  return loneEntries(definition, patch.value, '', []).map(({ path, name }) => {
    const list = path.at(-1) ?? ''
    return new Problem('TASK_DEFINITION_INVALID', {
      place: patchPlace(patch, path),
      found: `\`${pathText(patch.value, path)}\` in the patch is written as one entry of the list`,
      expected: 'the names of entries, each with what it is to be',
      remedy: `Write \`"${list}": { ${JSON.stringify(name)}: … }\`.`
    })
  })
}

interface Lone {
  readonly path: Path
  /** As the entry has it. */
  readonly name: string
}

/** `list`: where the target stands, without positions and names of entries. */
function loneEntries(target: Json | undefined, patch: Json, list: string, path: Path): readonly Lone[] {
  if (!isObject(patch)) return []
  const naming = namingOf(target, list)
  if (!naming) {
    return Object.entries(patch).flatMap(([name, change]) =>
      loneEntries(memberOf(target, name), change, list === '' ? name : `${list}.${name}`, [...path, name])
    )
  }
  const entries = isList(target) ? target : []
  const name = loneName(patch, entries, naming)
  if (name !== undefined) return [{ path, name }]
  return Object.entries(patch).flatMap(([key, change]) => {
    const entry = entries.find((candidate) => entryName(candidate, naming.by) === key)
    // An entry is no list: its members are one step down.
    return isObject(change) ? loneEntries(entry ?? {}, change, list, [...path, key]) : []
  })
}

/** Where entries have these very names, the names are meant. */
function loneName(patch: JsonObject, entries: readonly Json[], { by, text }: Naming): string | undefined {
  const keys = Object.keys(patch)
  const other = keys.find((key) => key !== by)
  if (text === undefined || keys.length !== 2 || other === undefined) return undefined
  if (![text, 'value', 'valueFrom'].includes(other)) return undefined
  if (entries.some((entry) => keys.includes(entryName(entry, by) ?? ''))) return undefined
  return entryName(patch, by)
}

function memberOf(target: Json | undefined, name: string): Json | undefined {
  return isObject(target) && Object.hasOwn(target, name) ? target[name] : undefined
}
