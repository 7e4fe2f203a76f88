// A plan made in a test's world, or what stands in its way; nothing may be written on the way to it.
import { expect } from '@jest/globals'
import type { CodeDeployPlan } from '../../../../src/domain/plan.ts'
import type { Problem } from '../../../../src/domain/problem.ts'
import { codedeploy as kit } from '../../../../src/engines/codedeploy/kit.ts'
import type { Planning } from '../../../../src/engines/kit.ts'
import { WRITES } from '../../../engines/fake-ports.ts'
import { asking, type World } from './asking.ts'

/** Every image by its digest. */
export const PINNED = {
  family: 'web',
  containerDefinitions: [
    { name: 'app', image: `web@sha256:${'ab'.repeat(32)}`, portMappings: [{ containerPort: 8080 }] }
  ]
}

export async function planned(world: World = {}) {
  const { fake, request } = asking(world)
  const result = await kit.plan(request)
  expect(fake.calls.filter((call) => WRITES.test(call.name))).toEqual([])
  return { ...fake, result }
}

export function planOf(result: Planning<CodeDeployPlan>): CodeDeployPlan {
  if (result.kind === 'planned') return result.plan
  const problems = result.kind === 'refused' ? result.problems : [result.problem]
  throw new Error(`${result.kind}: ${problems.map((each) => each.message).join('; ')}`)
}

export async function plan(world: World = {}): Promise<CodeDeployPlan> {
  return planOf((await planned(world)).result)
}

export async function refusals(world: World): Promise<readonly Problem[]> {
  const { result } = await planned(world)
  return result.kind === 'refused' ? result.problems : []
}

export function says(of: CodeDeployPlan): string {
  return of.notes.map((note) => `${note.level}: ${note.says}`).join('\n')
}
