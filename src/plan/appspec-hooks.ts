// The hooks of an AppSpec: Lambda functions that CodeDeploy calls between the stages of a deployment to ECS. Pure.
import { HOOK_EVENTS } from '../domain/hooks.ts'
import { isList, isObject } from '../domain/json.ts'
import { near } from '../domain/near.ts'
import type { Note, Problem } from '../domain/problem.ts'
import type { Json, JsonObject } from '../domain/units.ts'
import type { Hook } from '../inputs/inputs.ts'
import type { Report } from './appspec-form.ts'
import { inTheCaseOf, memberOf } from './appspec-keys.ts'
import { told, type Path } from './form.ts'

const HOOKS: readonly string[] = HOOK_EVENTS

/** The event in AWS's spelling, whatever the case it is written in; CodeDeploy knows no other. */
function spelled(event: string): string {
  return HOOKS.find((name) => name.toLowerCase() === event.toLowerCase()) ?? event
}

/** A list of maps with one hook each; every stage has one function at most. */
export function checkHooks(hooks: Json | undefined, report: Report): readonly Problem[] {
  const remedy = 'Write a list with one hook per entry: `- AfterAllowTestTraffic: function-name`.'
  if (hooks === undefined || hooks === null) return []
  if (!isList(hooks)) return [report(['Hooks'], { found: `is ${told(hooks)}`, expected: 'a list', remedy })]
  const seen = new Set<string>()
  return hooks.flatMap((entry, index) => {
    const path = ['Hooks', index]
    const stages = isObject(entry) ? Object.entries(entry) : []
    const [only, ...others] = stages
    if (only === undefined || others.length > 0) {
      const found = isObject(entry) ? `has ${stages.length} hooks` : `is ${told(entry)}`
      return [report(path, { found, expected: 'exactly one hook', remedy })]
    }
    const [stage, lambda] = only
    const repeated = seen.has(spelled(stage))
    seen.add(spelled(stage))
    return [
      ...checkStage(stage, [...path, stage], report),
      ...(typeof lambda === 'string' && lambda !== ''
        ? []
        : [
            report([...path, stage], {
              found: `is ${told(lambda)}`,
              expected: 'the name or ARN of a Lambda function',
              remedy: 'Name the function.'
            })
          ]),
      ...(repeated ? [report([...path, stage], { found: 'is there twice', remedy: 'Remove one of the two.' })] : [])
    ]
  })
}

function checkStage(stage: string, path: Path, report: Report): readonly Problem[] {
  if (HOOKS.includes(spelled(stage))) return []
  const meant = near(stage, HOOKS)
  return [
    report(path, {
      found: 'is no hook of a deployment to ECS',
      expected: `one of ${HOOKS.map((name) => `\`${name}\``).join(', ')}`,
      remedy: meant === undefined ? 'Use one of these hooks.' : `Write \`${meant}\`, if that is what was meant.`
    })
  ]
}

export interface Merged {
  readonly document: JsonObject
  readonly notes: readonly Note[]
}

/** A hook of the input wins over the one the AppSpec has for the same event. Both have been checked. */
export function mergeHooks(appSpec: JsonObject, hooks: readonly Hook[]): Merged {
  const there = memberOf(appSpec, 'Hooks')
  const written = hooksOf(appSpec)
  const own = written.map((hook): Hook => ({ ...hook, event: spelled(hook.event) }))
  const respelled = written.filter(({ event }) => event !== spelled(event)).map(respelledNote)
  if (hooks.length === 0 && respelled.length === 0) return { document: withoutNoHooks(appSpec), notes: [] }
  const key = there?.key ?? inTheCaseOf(appSpec, 'Hooks')
  const kept = own.filter((hook) => !hooks.some(({ event }) => event === hook.event))
  const merged = [...kept, ...hooks].map((hook) => ({ [hook.event]: hook.function }))
  const replaced = own.flatMap((hook) => {
    const winner = hooks.find(({ event }) => event === hook.event)
    return winner && winner.function !== hook.function ? [replacedNote(hook, winner)] : []
  })
  return { document: { ...appSpec, [key]: merged }, notes: [...respelled, ...replaced] }
}

/** `Hooks:` with nothing below it is null to YAML, and no list to CodeDeploy. */
function withoutNoHooks(appSpec: JsonObject): JsonObject {
  const there = memberOf(appSpec, 'Hooks')
  if (there?.value !== null) return appSpec
  return Object.fromEntries(Object.entries(appSpec).filter(([key]) => key !== there.key))
}

/** The hooks of an AppSpec that has been checked. */
export function hooksOf(appSpec: JsonObject): readonly Hook[] {
  const hooks = memberOf(appSpec, 'Hooks')?.value
  return (isList(hooks) ? hooks : []).flatMap((entry) =>
    Object.entries(isObject(entry) ? entry : {}).flatMap(([event, lambda]) =>
      typeof lambda === 'string' ? [{ event, function: lambda }] : []
    )
  )
}

function respelledNote({ event }: Hook): Note {
  return {
    level: 'notice',
    says: `The AppSpec's hook \`${event}\` is sent as \`${spelled(event)}\`, as AWS spells it.`
  }
}

function replacedNote(hook: Hook, winner: Hook): Note {
  return {
    level: 'notice',
    says: `\`codedeploy-hooks\` wins over the AppSpec: ${hook.event} calls ${winner.function} and not ${hook.function}`
  }
}
