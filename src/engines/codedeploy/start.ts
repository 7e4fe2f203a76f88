// The start of a deployment, sent once: after a lost answer our own is looked for by its marker before anybody gives up.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Aws } from '../../aws/ports.ts'
import type { CodeDeployPlan, Marker } from '../../domain/plan.ts'
import type { Engine, Handle, Start } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import { SECOND, type Arn, type Millis } from '../../domain/units.ts'
import type { Tools } from '../kit.ts'
import { readDeployment } from './deployment.ts'
import { handleOf } from './handle.ts'
import { createDeployment } from './request.ts'
import { isUncertain, sighted, unhurried } from '../sending.ts'
import { given } from '../facts.ts'

/** Before each look for a deployment whose start was not answered: the group's record may lag behind. */
const RECONCILE: readonly Millis[] = [SECOND, 4 * SECOND, 5 * SECOND, 10 * SECOND, 10 * SECOND, 15 * SECOND]

export function starting(
  plan: CodeDeployPlan,
  { codedeploy }: Aws,
  { clock, cancelled, hash, page }: Tools
): Pick<Engine, 'start' | 'find'> {
  const named = (id: string, taskDefinition: Arn): Handle => handleOf(plan.target, id, taskDefinition, page)

  async function start(taskDefinition: Arn): Promise<Start> {
    try {
      return { handle: named(await send(taskDefinition), taskDefinition), adopted: false, notes: [] }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const refusal = plan.revision.kind === 'reuse' ? error : error.after(unused(taskDefinition))
      if (error.code === 'DEPLOYMENT_ACTIVE') return adoptOr(taskDefinition, refusal)
      if (!isUncertain(error)) throw refusal
      return { handle: await reconcile(taskDefinition, error), adopted: true, notes: [] }
    }
  }

  async function send(taskDefinition: Arn): Promise<string> {
    const request = createDeployment(plan, taskDefinition, hash)
    const { deploymentId } = await unhurried({ clock, cancelled }, () => codedeploy.createDeployment(request))
    return given(deploymentId, 'codedeploy:CreateDeployment', 'deploymentId')
  }

  /** The group has an active deployment: ours, when an answer was lost on the way, else somebody's. */
  async function adoptOr(taskDefinition: Arn, refusal: Problem): Promise<Start> {
    // The id is in the text only. https://github.com/aws/aws-sdk-java/issues/757
    // The group's name stands before it and may look like one.
    const id = (refusal.aws?.message ?? refusal.found).match(/\bd-[A-Z0-9]+/g)?.at(-1)
    const active = id === undefined ? undefined : await sighted(() => readDeployment(codedeploy, id))
    if (id === undefined || active === undefined) throw refusal
    if (isMarked(active, plan.marker)) return { handle: named(id, taskDefinition), adopted: true, notes: [] }
    const facts = [`status ${active.status ?? 'not given'}`, `created by ${active.creator ?? 'somebody'}`]
    if (active.description !== undefined) facts.push(`described as "${active.description}"`)
    throw new Problem('DEPLOYMENT_ACTIVE', {
      place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: plan.group },
      found: `${id} is running in group ${plan.group}: ${facts.join(', ')}`,
      changed: refusal.changed,
      ...(refusal.aws && { aws: refusal.aws }),
      cause: refusal
    })
  }

  async function reconcile(taskDefinition: Arn, lost: Problem): Promise<Handle> {
    for (const pause of RECONCILE) {
      // A cancelled job has seconds left, and a deployment that was started has to be found in them.
      await (cancelled.aborted ? clock.sleep(SECOND) : clock.sleep(pause, cancelled))
      const ours = await sighted(() => find(plan.marker, taskDefinition))
      if (ours) return ours
    }
    throw new Problem('OUTCOME_UNCERTAIN', {
      place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: plan.group },
      found: `the start of the deployment was not answered (${lost.message}), and no deployment of ours is to be seen`,
      changed: `a deployment of revision ${taskDefinition} may be running`,
      ...(lost.aws && { aws: lost.aws }),
      cause: lost
    })
  }

  /** By the group's last attempt, which the official action's permissions can see; a rollback names what it undoes. */
  async function find(marker: Marker, taskDefinition: Arn): Promise<Handle | undefined> {
    const input = { applicationName: plan.application, deploymentGroupName: plan.group }
    const { deploymentGroupInfo } = await codedeploy.getDeploymentGroup(input)
    const last = deploymentGroupInfo?.lastAttemptedDeployment?.deploymentId
    if (last === undefined) return undefined
    const attempted = await readDeployment(codedeploy, last)
    if (isMarked(attempted, marker)) return named(last, taskDefinition)
    const undone = attempted.rollbackInfo?.rollbackTriggeringDeploymentId
    if (undone === undefined || !isMarked(await readDeployment(codedeploy, undone), marker)) return undefined
    return named(undone, taskDefinition)
  }

  return { start, find }
}

function unused(taskDefinition: Arn): string {
  return `revision ${taskDefinition} was registered and is not used`
}

function isMarked(deployment: DeploymentInfo, marker: Marker): boolean {
  return deployment.description?.startsWith(marker.key) ?? false
}
