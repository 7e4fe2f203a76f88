// ECS's own deployments as an engine: survey, decide, carry out, find, explain.
import type { EcsAttachment, EcsPlan } from '../../domain/plan.ts'
import type { Kit } from '../kit.ts'
import { attach, lastSucceeded } from './attach.ts'
import { decide } from './decide.ts'
import { ecsEngine, ecsFollower } from './engine.ts'
import { evidence } from './evidence.ts'
import { removePauses } from './remove-pauses.ts'
import { survey } from './survey.ts'

export const ecs: Kit<EcsPlan, EcsAttachment> = {
  plan: async (request) => decide(request, await survey(request)),
  engine: ecsEngine,
  attach,
  follower: ecsFollower,
  lastSucceeded,
  removePauses,
  evidence
}
