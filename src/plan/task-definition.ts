// The definition to register: the base, with what the user asked to be different, in a fixed order. Pure.
import type { ImageChange } from '../domain/plan.ts'
import type { Note, Problem } from '../domain/problem.ts'
import type { JsonObject, Result } from '../domain/units.ts'
import type { Edits, Inputs } from '../inputs/inputs.ts'
import { checkTaskDefinition } from './check/task-definition.ts'
import { unknownMembers } from './check/unknown-members.ts'
import { imagesOf } from './images.ts'
import { withEdits } from './render/edits.ts'
import { origins } from './render/origin.ts'
import { withPatch } from './render/patch.ts'
import { strip } from './render/strip.ts'
import { findTargets } from './render/targets.ts'
import { tidy } from './render/tidy.ts'
import { unwrap } from './render/unwrap.ts'
import type { BaseDefinition, Known } from './revisions.ts'

export interface Rendered {
  readonly definition: JsonObject
  /** An edit made it different from its base. */
  readonly modified: boolean
  /** The image of every container; what ran before is not known here. */
  readonly images: readonly ImageChange[]
  readonly notes: readonly Note[]
}

type Rules = Pick<Inputs, 'stripEmptyValues' | 'unknownProperties'>

/**
 * The order: images, environment variables, environment files, secrets, docker labels, log driver, log options,
 * command, roles, cpu, memory, then `task-definition-patch`, and `strip-empty-values` at the very end.
 */
export function render(
  { document, known }: BaseDefinition,
  edits: Edits,
  { stripEmptyValues = false, unknownProperties = 'slips' }: Partial<Rules> = {}
): Result<Rendered, Problem> {
  const source = document.path
  const unwrapped = unwrap(document)
  const base = tidy(unwrapped.value, source)
  const targets = findTargets(base.value, edits, source)
  const edited = withEdits(base.value, edits, targets.names)
  const patched = withPatch(edited.value, edits.patch, source)
  // A patch can bring back what AWS does not take, or remove the last tag.
  const tidied = tidy(patched.value, source)
  const modified = JSON.stringify(tidied.value) !== JSON.stringify(base.value)
  // A revision that nothing changes is deployed as it is: AWS has accepted it before.
  const asIs = known !== undefined && !modified
  const last = stripEmptyValues && !asIs ? strip(tidied.value) : { value: tidied.value, notes: [] }
  const definition = last.value

  const began = { definition: unwrapped.value, document, root: unwrapped.root }
  const placeOf = origins(definition, began, edits)
  const checked = asIs
    ? []
    : [checkTaskDefinition(definition, placeOf), unknownMembers(definition, placeOf, unknownProperties)]
  const problems = [targets, patched, ...checked].flatMap((part) => part.problems)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      definition,
      modified,
      images: [...imagesOf(definition)].map(([container, to]) => ({ container, from: undefined, to })),
      notes: [
        // What AWS itself answered is tidied up without a word.
        ...(known ? [] : [...unwrapped.notes, ...base.notes]),
        ...[edited, patched, tidied, last, ...checked].flatMap(({ notes }) => notes)
      ]
    }
  }
}

/** A revision as AWS describes it, in the form in which it could be registered again. */
export function registrable({ arn, answer }: Known): JsonObject {
  return tidy(unwrap({ path: arn, value: answer, locate: () => undefined }).value, arn).value
}
