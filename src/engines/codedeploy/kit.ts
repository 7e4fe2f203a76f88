// CodeDeploy as an engine: survey, decide, carry out, explain.
import type { CodeDeployPlan } from '../../domain/plan.ts'
import type { Kit } from '../kit.ts'
import { decide } from './decide.ts'
import { codedeployEngine } from './engine.ts'
import { evidence } from './evidence.ts'
import { survey } from './survey.ts'

export const codedeploy: Kit<CodeDeployPlan> = {
  plan: async (request) => decide(request, await survey(request)),
  engine: codedeployEngine,
  evidence
}
