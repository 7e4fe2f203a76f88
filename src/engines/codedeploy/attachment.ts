// A deployment that was found, as a value to follow: what it deploys and how, who started it, and where it is. Pure.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { CodeDeployAttachment, Guard, Whose } from '../../domain/plan.ts'
import { weightSteps } from '../../domain/shape.ts'
import { OVER, type Phase } from '../../domain/snapshot.ts'
import type { Millis } from '../../domain/units.ts'
import type { ServiceToday, TaskSetToday } from '../../plan/service-today.ts'
import { ago } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { whoseMark } from '../marker.ts'
import { alarmsOf, through, waitsOf, type Group } from './group.ts'
import { handleOf } from './handle.ts'
import { eventsOf } from './request.ts'
import { revisionOf } from './revision-of.ts'
import type { Seen } from './see.ts'

type Asking = Pick<AttachRequest, 'today' | 'run' | 'page' | 'now'>

/** `content`: the hash of what this run would deploy itself, if anything. */
export function attachmentOf(seen: Seen, group: Group, asking: Asking, content?: string): CodeDeployAttachment {
  const { id, deployment, routing } = seen
  const { phase, status, gates, createdAt } = seen.status
  const { today, run, page, now } = asking
  const revision = revisionOf(id, deployment, today)
  const { readyWait, bake } = waitsOf(deployment.blueGreenDeploymentConfiguration ?? group.blueGreen)
  const earlier = servedBefore(id, phase, today.service)
  const whose = whoseMark(deployment.description, run, content)
  return {
    engine: 'codedeploy',
    target: today.target,
    application: group.application,
    group: group.group,
    through: through(group, deployment.deploymentConfigName),
    before: { taskDefinition: earlier?.taskDefinition },
    taskSetBefore: earlier?.id,
    shape: routing,
    timetable: { readyWait, steps: routing ? weightSteps(routing) : [], bake },
    guard: guardOf(deployment, group),
    handle: handleOf(today.target, id, revision, page),
    status,
    phase,
    gates,
    createdAt,
    whose,
    // Its status, its age and whose it is are told beside.
    signs: signsOf(deployment, undefined, 'unknown', now)
  }
}

/** What a person recognises a deployment by, as far as AWS tells it. */
export function signsOf(
  deployment: Pick<DeploymentInfo, 'creator' | 'description'> | undefined,
  createdAt: Millis | undefined,
  whose: Whose,
  now: Millis
): readonly string[] {
  const facts = [
    createdAt !== undefined && `it was created ${ago(now - createdAt)}`,
    deployment?.creator !== undefined && `its creator is ${deployment.creator}`,
    deployment?.description !== undefined && `its description is "${deployment.description}"`,
    STARTED_BY[whose]
  ]
  return facts.filter((fact) => fact !== false)
}

const STARTED_BY: Readonly<Record<Whose, string | false>> = {
  run: 'an earlier attempt of this run started it',
  repository: 'a run of this repository started it',
  unknown: false
}

/** The primary moves last; once the deployment is over, what served before it is not told any more. */
function servedBefore(id: string, phase: Phase, { primary }: ServiceToday): TaskSetToday | undefined {
  return OVER[phase] || primary?.externalId === id ? undefined : primary
}

function guardOf(deployment: DeploymentInfo, group: Group): Guard {
  const { overrideAlarmConfiguration: own, autoRollbackConfiguration: rollback } = deployment
  const alarms = own ? alarmsOf(own) : group.alarms
  return {
    alarms: alarms.enabled ? alarms.names : [],
    rollsBackOn: rollback ? eventsOf(rollback) : group.rollsBackOn
  }
}
