// What AWS would refuse in a task definition, or what would fail only after a revision was registered. Pure.
import type { JsonObject } from '../../domain/units.ts'
import { misfits } from '../form.ts'
import { DEPENDENCIES } from './dependencies.ts'
import { ENVIRONMENT } from './environment.ts'
import { TASK_DEFINITION } from './known-members.ts'
import { LIMITS } from './limits.ts'
import { LOGS } from './logs.ts'
import { NAMES } from './names.ts'
import { NETWORK } from './network.ts'
import { PROXY } from './proxy.ts'
import { doubt, reporter, type Checked, type PlaceOf } from './report.ts'
import { ROLES } from './roles.ts'
import { guide, taskOf, type Finding, type Rule } from './rule.ts'
import { SIZE } from './size.ts'
import { UNFIT } from './unfit.ts'
import { VOLUMES } from './volumes.ts'
import { WORDS } from './words.ts'

const MOST_BYTES = 64 * 1024

const WHOLE: readonly Rule[] = [{ source: guide('service-quotas'), find: ({ value }) => tooLarge(value) }]

export const RULES: readonly Rule[] = [
  NAMES,
  ENVIRONMENT,
  SIZE,
  LIMITS,
  NETWORK,
  UNFIT,
  LOGS,
  ROLES,
  DEPENDENCIES,
  VOLUMES,
  PROXY,
  WORDS,
  WHOLE
].flat()

/** All at once: everything of another type than the service's model has it, and everything its rules find. */
export function checkTaskDefinition(definition: JsonObject, placeOf: PlaceOf): Checked {
  const report = reporter(definition, placeOf)
  const wrongTypes = misfits(TASK_DEFINITION, definition).map((misfit): Finding => ({
    ...misfit,
    found: `is ${misfit.found}`
  }))
  const task = taskOf(definition)
  const found = RULES.flatMap((rule) => rule.find(task).map((finding) => ({ rule, finding })))
  const wrong = [...wrongTypes, ...found.filter(({ rule }) => !rule.doubt).map(({ finding }) => finding)]
  return {
    problems: wrong.map((finding) => report('TASK_DEFINITION_INVALID', finding.path, finding)),
    notes: found.filter(({ rule }) => rule.doubt).map(({ finding }) => doubt(definition, placeOf, finding))
  }
}

function tooLarge(definition: JsonObject): readonly Finding[] {
  const bytes = new TextEncoder().encode(JSON.stringify(definition)).byteLength
  if (bytes <= MOST_BYTES) return []
  return [
    {
      path: [],
      found: `has ${bytes} bytes as JSON`,
      expected: `at most ${MOST_BYTES}`,
      remedy: 'Move long values to SSM parameters, Secrets Manager or a file in S3.'
    }
  ]
}
