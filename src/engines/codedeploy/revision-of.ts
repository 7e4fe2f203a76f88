// Which revision a deployment deploys: what its task set runs, else what its AppSpec names where AWS echoes it. Pure.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Arn } from '../../domain/units.ts'
import type { ServiceToday } from '../../plan/service-today.ts'

const REVISION = String.raw`arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition/[\w-]{1,255}:\d{1,9}`
const WHOLE = new RegExp(`^${REVISION}$`)
/** An AppSpec is sent as JSON or as YAML, its keys in either case. */
const MEMBER = new RegExp(String.raw`\bTaskDefinition["']?\s*:\s*["']?(${REVISION})(?![\w:/-])`, 'gi')

export function revisionOf(id: string, deployment: DeploymentInfo, { taskSets }: ServiceToday): Arn | undefined {
  const running = taskSets.find(({ externalId }) => externalId === id)?.taskDefinition
  return running !== undefined && WHOLE.test(running) ? running : revisionNamed(deployment)
}

/** Undefined where AWS does not echo the AppSpec (it may give no more than its hash), and where it names none or several. */
export function revisionNamed({ revision }: DeploymentInfo): Arn | undefined {
  const content: unknown = revision?.appSpecContent?.content
  if (typeof content !== 'string') return undefined
  const [named, ...others] = new Set([...content.matchAll(MEMBER)].map(([, arn]) => arn))
  return others.length === 0 ? named : undefined
}
