// What CodeDeploy itself can add after a bad verdict: what the lifecycle events that failed say of it.
import type { Aws } from '../../aws/ports.ts'
import type { Evidence } from '../../domain/event.ts'
import type { CodeDeployPlan } from '../../domain/plan.ts'
import type { Handle } from '../../domain/ports.ts'
import { stage, targetId } from './snapshot.ts'

export async function evidence(
  plan: CodeDeployPlan,
  handle: Handle,
  aws: Aws,
  signal: AbortSignal
): Promise<readonly Evidence[]> {
  const input = { deploymentId: handle.id, targetId: targetId(plan.target) }
  const { deploymentTarget } = await aws.codedeploy.getDeploymentTarget(input, { signal })
  return (deploymentTarget?.ecsTarget?.lifecycleEvents ?? [])
    .map(stage)
    .flatMap(({ name, detail }) => (detail === undefined ? [] : [{ about: name, detail }]))
}
