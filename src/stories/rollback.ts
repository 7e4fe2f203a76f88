// Back to what served before: the deployment that is under way is rolled back, or, when none is, the last revision that
// succeeded is deployed again.
import type { Attachment } from '../domain/plan.ts'
import { Problem } from '../domain/problem.ts'
import { OVER } from '../domain/snapshot.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { AttachRequest } from '../engines/kit.ts'
import { followerFor, lastSucceeded } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { attach, waitOf } from './attach.ts'
import { clearUp, isOver } from './clear-up.ts'
import { deploy } from './deploy.ts'
import { follow } from './follow.ts'
import { insist } from './insist.ts'
import { refusedOrLeft } from './refusal.ts'
import type { World } from './world.ts'

export async function rollback(inputs: Deploying, world: World): Promise<Verdict> {
  const attached = await attach(inputs, world)
  if (!attached.ok) return { kind: 'refused', problems: attached.problems }
  const { attachment, request } = attached.value
  if (attachment !== undefined && !OVER[attachment.phase]) return rollBack(attachment, request, world)
  if (inputs.deploymentId !== undefined) return { kind: 'refused', problems: [isOverAlready(attachment)] }
  return redeploy(inputs, request, world)
}

async function rollBack(subject: Attachment, request: AttachRequest, world: World): Promise<Verdict> {
  const { inputs } = request
  const { clock } = world
  if (inputs.base.kind === 'revision') return { kind: 'refused', problems: [underWay(subject, inputs.base.name)] }
  const follower = followerFor(subject, world.aws, world)
  const action = { kind: 'roll-back' } as const
  try {
    await insist(action, follower, subject.handle, world)
  } catch (error) {
    if (error instanceof Problem) return refusedOrLeft([error])
    throw error
  }
  await heedOthers(inputs, world)
  const wait = waitOf(inputs)
  if (wait.until === 'started') return { kind: 'started' }
  const because = { kind: 'operator', detail: 'this job was asked to roll it back' } as const
  const followed = { subject, follower, handle: subject.handle, done: [action] }
  const watched = pursuit(subject, wait, clock.now(), { because })
  const verdict = judged(await follow({ ...followed, pursuit: watched }, world))
  if (isOver(verdict)) await clearUp(request, world)
  return verdict
}

/** The older revision is the target here: it serving everything is the success. */
export function judged(verdict: Verdict): Verdict {
  if (verdict.kind === 'rolled-back') return { kind: 'succeeded', until: 'rolled-back' }
  if (verdict.kind === 'succeeded') return { kind: 'failed', cause: { kind: 'not-rolled-back' }, traffic: 100 }
  return verdict
}

async function redeploy(inputs: Deploying, request: AttachRequest, world: World): Promise<Verdict> {
  if (inputs.base.kind === 'revision') return deploy(inputs, world)
  const found = await lastSucceeded(request)
  if (!found.ok) return { kind: 'refused', problems: found.problems }
  const name = found.value
  if (name === undefined) {
    const says = 'no deployment is under way, and AWS tells of none that succeeded with another revision'
    return { kind: 'refused', problems: [new Problem('REVISION_NOT_FOUND', { found: says })] }
  }
  const says = `No deployment is under way; ${name} is the last other revision that was deployed with success, and is deployed again`
  const note = { level: 'notice', says } as const
  const base = { kind: 'revision', name, input: 'mode' } as const
  return restored(await deploy({ ...inputs, base, notes: [...inputs.notes, note] }, world))
}

/** What was deployed again is no new revision. */
export function restored(verdict: Verdict): Verdict {
  return verdict.kind === 'succeeded' && verdict.until === 'complete'
    ? { kind: 'succeeded', until: 'rolled-back' }
    : verdict
}

/** What only a new deployment could heed is not dropped in silence. */
async function heedOthers(inputs: Deploying, world: World): Promise<void> {
  const { strategy, alarms, rollbackOn, hooks, minimumHealthyPercent, maximumPercent, allowActiveAlarms } = inputs
  const given = [
    ...(strategy === undefined ? [] : ['`strategy`']),
    ...(alarms.length === 0 ? [] : ['`alarms`']),
    ...(rollbackOn === undefined ? [] : ['`rollback-on`']),
    ...(hooks.length === 0 ? [] : ['`codedeploy-hooks`']),
    ...(minimumHealthyPercent === undefined ? [] : ['`minimum-healthy-percent`']),
    ...(maximumPercent === undefined ? [] : ['`maximum-percent`']),
    ...(allowActiveAlarms ? ['`allow-active-alarms`'] : [])
  ]
  if (given.length === 0) return
  const says = `${given.join(', ')} would be for a revision that is deployed again: what is under way is rolled back as AWS does it`
  await world.emit({ kind: 'note', at: world.clock.now(), note: { level: 'notice', says } })
}

function isOverAlready(attachment: Attachment | undefined): Problem {
  const found = attachment
    ? `deployment ${attachment.handle.id} is over: ${attachment.status}`
    : 'AWS tells of no such deployment'
  const remedy = 'Leave `deployment-id` out to deploy the last revision that succeeded.'
  return new Problem('DEPLOYMENT_OVER', { place: { kind: 'input', name: 'deployment-id' }, found, remedy })
}

function underWay({ handle, before }: Attachment, name: string): Problem {
  const back = before.taskDefinition === undefined ? 'what served before' : before.taskDefinition
  return new Problem('DEPLOYMENT_ACTIVE', {
    found: `deployment ${handle.id} is under way, and rolling it back leads to ${back}, which may not be ${name}`,
    remedy: 'Leave the task definition out to roll back what is under way; name a revision when nothing is.'
  })
}
