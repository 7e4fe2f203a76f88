// The hooks of an AppSpec: Lambda functions that CodeDeploy calls between the stages of a deployment to ECS. Pure.
import { isList, isObject } from '../domain/json.ts'
import { near } from '../domain/near.ts'
import type { Problem } from '../domain/problem.ts'
import type { Json } from '../domain/units.ts'
import type { Report } from './appspec-form.ts'
import { told, type Path } from './form.ts'

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
const HOOKS = ['BeforeInstall', 'AfterInstall', 'AfterAllowTestTraffic', 'BeforeAllowTraffic', 'AfterAllowTraffic']

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
    const repeated = seen.has(stage)
    seen.add(stage)
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
  if (HOOKS.includes(stage)) return []
  const meant = near(stage, HOOKS)
  return [
    report(path, {
      found: 'is no hook of a deployment to ECS',
      expected: `one of ${HOOKS.map((name) => `\`${name}\``).join(', ')}`,
      remedy: meant === undefined ? 'Use one of these hooks.' : `Write \`${meant}\`, if that is what was meant.`
    })
  ]
}
