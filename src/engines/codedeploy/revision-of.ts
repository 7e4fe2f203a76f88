// Which revision a deployment deploys: what its task set runs, else what its AppSpec names where AWS echoes it, else what
// our own description of it says. Pure.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Target } from '../../domain/plan.ts'
import type { Arn } from '../../domain/units.ts'
import type { Today } from '../../plan/survey.ts'
import { revisionIn } from '../marker.ts'

const REVISION = String.raw`arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition/[\w-]{1,255}:\d{1,9}`
const WHOLE = new RegExp(`^${REVISION}$`)
/** An AppSpec is sent as JSON or as YAML, its keys in either case. */
const MEMBER = new RegExp(String.raw`\bTaskDefinition["']?\s*:\s*["']?(${REVISION})(?![\w:/-])`, 'gi')

export function revisionOf(id: string, deployment: DeploymentInfo, { service, target }: Today): Arn | undefined {
  const running = service.taskSets.find(({ externalId }) => externalId === id)?.taskDefinition
  return running !== undefined && WHOLE.test(running) ? running : revisionNamed(deployment, target)
}

/** Undefined where AWS does not echo the AppSpec (it may give no more than its hash), and where it names none or several. */
export function revisionNamed({ revision, description }: DeploymentInfo, target: Target): Arn | undefined {
  const content: unknown = revision?.appSpecContent?.content
  if (typeof content !== 'string' || content === '') return described(description, target)
  const [named, ...others] = new Set([...content.matchAll(MEMBER)].map(([, arn]) => arn))
  return others.length === 0 ? named : undefined
}

/** A service runs revisions of its own account and region. */
function described(description: string | undefined, { partition, region, account }: Target): Arn | undefined {
  const name = revisionIn(description)
  return name === undefined ? undefined : `arn:${partition}:ecs:${region}:${account}:task-definition/${name}`
}
