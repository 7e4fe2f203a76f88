// CodeDeploy carried out: prepare, start, and follow what was started.
import type { Aws } from '../../aws/ports.ts'
import type { CodeDeployPlan } from '../../domain/plan.ts'
import type { Engine } from '../../domain/ports.ts'
import type { Tools } from '../kit.ts'
import { following } from './follower.ts'
import { preparing } from './prepare.ts'
import { starting } from './start.ts'

export function codedeployEngine(plan: CodeDeployPlan, aws: Aws, tools: Tools): Engine {
  return { prepare: preparing(plan, aws, tools), ...starting(plan, aws, tools), ...following(plan, aws, tools) }
}
