// CodeDeploy as an engine: survey, decide, carry out, find, explain.
import type { CodeDeployAttachment, CodeDeployPlan } from '../../domain/plan.ts'
import type { Kit } from '../kit.ts'
import { attach } from './attach.ts'
import { decide } from './decide.ts'
import { codedeployEngine } from './engine.ts'
import { evidence } from './evidence.ts'
import { following } from './follower.ts'
import { lastSucceeded } from './last-succeeded.ts'
import { survey } from './survey.ts'

export const codedeploy: Kit<CodeDeployPlan, CodeDeployAttachment> = {
  plan: async (request) => decide(request, await survey(request)),
  engine: codedeployEngine,
  attach,
  follower: following,
  lastSucceeded,
  // Where a deployment of CodeDeploy waits for a person is the group's, and nothing of ours is stored in it.
  removePauses: () => Promise.resolve([]),
  evidence
}
