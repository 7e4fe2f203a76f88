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
import { taskOf, type Finding, type Rule, type Task } from './rule.ts'
import { SIZE } from './size.ts'
import { UNFIT } from './unfit.ts'
import { VOLUMES } from './volumes.ts'
import { WHOLE } from './whole.ts'
import { WORDS } from './words.ts'

/** Rules that look at each part by itself. */
const PARTS: readonly Rule[] = [NAMES, ENVIRONMENT, SIZE, LIMITS, UNFIT, LOGS, ROLES, WORDS].flat()

/** Rules that hold parts against each other: their time grows faster than the definition. */
const RELATIONS: readonly Rule[] = [NETWORK, DEPENDENCIES, VOLUMES, PROXY].flat()

export const RULES: readonly Rule[] = [...WHOLE, ...PARTS, ...RELATIONS]

/** All at once: everything of another type than the service's model has it, and everything its rules find. */
export function checkTaskDefinition(definition: JsonObject, placeOf: PlaceOf): Checked {
  const report = reporter(definition, placeOf)
  const wrongTypes = misfits(TASK_DEFINITION, definition).map((misfit): Finding => ({
    ...misfit,
    found: `is ${misfit.found}`
  }))
  const task = taskOf(definition)
  const tooMuch = findings(WHOLE, task)
  const found = [...tooMuch, ...findings(PARTS, task), ...(tooMuch.length > 0 ? [] : findings(RELATIONS, task))]
  const wrong = [...wrongTypes, ...found.filter(({ rule }) => !rule.doubt).map(({ finding }) => finding)]
  return {
    problems: wrong.map((finding) => report('TASK_DEFINITION_INVALID', finding.path, finding)),
    notes: found.filter(({ rule }) => rule.doubt).map(({ finding }) => doubt(definition, placeOf, finding))
  }
}

interface Found {
  readonly rule: Rule
  readonly finding: Finding
}

function findings(rules: readonly Rule[], task: Task): readonly Found[] {
  return rules.flatMap((rule) => rule.find(task).map((finding) => ({ rule, finding })))
}
