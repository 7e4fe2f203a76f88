// What CodeDeploy itself can add after a bad verdict: what the lifecycle events that failed say of it.
import type { Aws } from '../../aws/ports.ts'
import type { Evidence } from '../../domain/event.ts'
import type { CodeDeployAttachment, CodeDeployPlan } from '../../domain/plan.ts'
import type { Handle } from '../../domain/ports.ts'
import { hooksOf } from '../../plan/appspec-hooks.ts'
import { stage, targetId } from './snapshot.ts'

export async function evidence(
  subject: CodeDeployPlan | CodeDeployAttachment,
  handle: Handle,
  aws: Aws,
  signal: AbortSignal
): Promise<readonly Evidence[]> {
  const input = { deploymentId: handle.id, targetId: targetId(subject.target) }
  const { deploymentTarget } = await aws.codedeploy.getDeploymentTarget(input, { signal })
  // Whose functions a deployment calls that was found is not told.
  const called = 'appSpec' in subject ? hooksOf(subject.appSpec) : []
  const hooks = new Map(called.map((hook) => [hook.event, hook.function]))
  return (deploymentTarget?.ecsTarget?.lifecycleEvents ?? []).map(stage).flatMap(({ name, status, detail }) => {
    const hook = status === 'Failed' ? hooks.get(name) : undefined
    const source =
      hook === undefined ? [] : [`its hook is the function ${hook}, whose log is in /aws/lambda/${functionName(hook)}`]
    const told = [...(detail === undefined ? [] : [detail]), ...source]
    return told.length === 0 ? [] : [{ about: name, detail: told.join('; ') }]
  })
}

/** A hook may be named by its ARN: `arn:aws:lambda:region:account:function:name[:version]`. */
function functionName(hook: string): string {
  return hook.split(':function:')[1]?.split(':')[0] ?? hook
}
