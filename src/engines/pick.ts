// The one place that names every engine: the service's controller chooses who plans, the plan says who carries it out.
import type { Aws } from '../aws/ports.ts'
import type { Evidence } from '../domain/event.ts'
import type { DeploymentPlan } from '../domain/plan.ts'
import type { Engine, Handle } from '../domain/ports.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import type { Controller } from '../plan/survey.ts'
import { codedeploy } from './codedeploy/kit.ts'
import type { Kit, PlanRequest, Tools } from './kit.ts'

const PLANNERS: Readonly<Record<Controller, Kit<DeploymentPlan>['plan']>> = {
  CODE_DEPLOY: codedeploy.plan
}

export function planFor(request: PlanRequest): Promise<Result<DeploymentPlan, Problem>> {
  return PLANNERS[request.today.controller](request)
}

export function engineFor(plan: DeploymentPlan, aws: Aws, tools: Tools): Engine {
  switch (plan.engine) {
    case 'codedeploy':
      return codedeploy.engine(plan, aws, tools)
  }
}

export function evidenceFor(
  plan: DeploymentPlan,
  handle: Handle,
  aws: Aws,
  signal: AbortSignal
): Promise<readonly Evidence[]> {
  switch (plan.engine) {
    case 'codedeploy':
      return codedeploy.evidence(plan, handle, aws, signal)
  }
}
