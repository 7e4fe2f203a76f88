// The one place that names every engine: the service's controller chooses who plans and finds, the subject says who follows it.
import type { Aws } from '../aws/ports.ts'
import type { Evidence } from '../domain/event.ts'
import type { Attachment, DeploymentPlan, EngineName, Subject } from '../domain/plan.ts'
import type { Engine, Follower, Handle } from '../domain/ports.ts'
import type { Problem } from '../domain/problem.ts'
import type { Arn, Result } from '../domain/units.ts'
import type { Controller } from '../plan/survey.ts'
import { codedeploy } from './codedeploy/kit.ts'
import { ecs } from './ecs/kit.ts'
import type { AttachRequest, Planning, PlanRequest, Tools } from './kit.ts'

const ENGINES: Readonly<Record<Controller, EngineName>> = { CODE_DEPLOY: 'codedeploy', ECS: 'ecs' }
const KITS = { codedeploy, ecs } as const

export function planFor(request: PlanRequest): Promise<Planning<DeploymentPlan>> {
  return KITS[ENGINES[request.today.controller]].plan(request)
}

export function attachTo(
  request: AttachRequest,
  id: string | undefined
): Promise<Result<Attachment | undefined, Problem>> {
  return KITS[ENGINES[request.today.controller]].attach(request, id)
}

export function lastSucceeded(request: AttachRequest): Promise<Result<Arn | undefined, Problem>> {
  return KITS[ENGINES[request.today.controller]].lastSucceeded(request)
}

export function removePauses(request: AttachRequest): Promise<readonly string[]> {
  return KITS[ENGINES[request.today.controller]].removePauses(request)
}

export function engineFor(plan: DeploymentPlan, aws: Aws, tools: Tools): Engine {
  switch (plan.engine) {
    case 'codedeploy':
      return codedeploy.engine(plan, aws, tools)
    case 'ecs':
      return ecs.engine(plan, aws, tools)
  }
}

export function followerFor(subject: Subject, aws: Aws, tools: Tools): Follower {
  switch (subject.engine) {
    case 'codedeploy':
      return codedeploy.follower(subject, aws, tools)
    case 'ecs':
      return ecs.follower(subject, aws, tools)
  }
}

export function evidenceFor(
  subject: Subject,
  handle: Handle,
  aws: Aws,
  signal: AbortSignal
): Promise<readonly Evidence[]> {
  switch (subject.engine) {
    case 'codedeploy':
      return codedeploy.evidence(subject, handle, aws, signal)
    case 'ecs':
      return ecs.evidence(subject, handle, aws, signal)
  }
}
