// What CodeDeploy itself can add after a bad verdict: what the lifecycle events that failed say of it.
import type { Aws } from '../../aws/ports.ts'
import type { Evidence } from '../../domain/event.ts'
import type { CodeDeployPlan } from '../../domain/plan.ts'
import type { Handle } from '../../domain/ports.ts'
import { hooksOf } from '../../plan/appspec-hooks.ts'
import { stage, targetId } from './snapshot.ts'

export async function evidence(
  plan: CodeDeployPlan,
  handle: Handle,
  aws: Aws,
  signal: AbortSignal
): Promise<readonly Evidence[]> {
  const input = { deploymentId: handle.id, targetId: targetId(plan.target) }
  const { deploymentTarget } = await aws.codedeploy.getDeploymentTarget(input, { signal })
  const hooks = new Map(hooksOf(plan.appSpec).map((hook) => [hook.event, hook.function]))
  return (deploymentTarget?.ecsTarget?.lifecycleEvents ?? []).map(stage).flatMap(({ name, status, detail }) => {
    const hook = status === 'Failed' ? hooks.get(name) : undefined
    const called =
      hook === undefined ? [] : [`its hook is the function ${hook}, whose log is in /aws/lambda/${functionName(hook)}`]
    const told = [...(detail === undefined ? [] : [detail]), ...called]
    return told.length === 0 ? [] : [{ about: name, detail: told.join('; ') }]
  })
}

/** A hook may be named by its ARN: `arn:aws:lambda:region:account:function:name[:version]`. */
function functionName(hook: string): string {
  return hook.split(':function:')[1]?.split(':')[0] ?? hook
}
