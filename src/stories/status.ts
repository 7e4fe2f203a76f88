// What runs is followed to its verdict; with nothing running the last deployment is judged. Nothing is written.
import { Problem } from '../domain/problem.ts'
import type { Verdict } from '../domain/verdict.ts'
import { followerFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { attach, waitOf } from './attach.ts'
import { follow } from './follow.ts'
import type { World } from './world.ts'

export async function status(inputs: Deploying, world: World): Promise<Verdict> {
  const attached = await attach(inputs, world)
  if (!attached.ok) return { kind: 'refused', problems: attached.problems }
  const { attachment: subject } = attached.value
  if (subject === undefined) {
    const problem = new Problem('DEPLOYMENT_NOT_FOUND', { found: 'AWS tells of no deployment of this service' })
    return { kind: 'refused', problems: [problem] }
  }
  const follower = followerFor(subject, world.aws, world)
  const wait = { ...waitOf(inputs), onTimeout: 'leave', onCancel: 'leave' } as const
  return follow(
    { subject, follower, handle: subject.handle, pursuit: pursuit(subject, wait, world.clock.now()) },
    world
  )
}
