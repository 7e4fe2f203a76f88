// A deployment that waits for a person is continued, and followed to its verdict or to its next gate.
import type { Attachment } from '../domain/plan.ts'
import { Problem } from '../domain/problem.ts'
import { OVER, gateKey, type Gate } from '../domain/snapshot.ts'
import type { Result } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { followerFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { attach, waitOf } from './attach.ts'
import { clearUp, isOver } from './clear-up.ts'
import { follow } from './follow.ts'
import { insist } from './insist.ts'
import { refusedOrLeft } from './refusal.ts'
import type { World } from './world.ts'

export async function promote(inputs: Deploying, world: World): Promise<Verdict> {
  const attached = await attach(inputs, world)
  if (!attached.ok) return { kind: 'refused', problems: attached.problems }
  const { attachment: subject, request } = attached.value
  const chosen = chooseGate(subject, inputs)
  if (!chosen.ok || subject === undefined) return { kind: 'refused', problems: chosen.ok ? [] : chosen.problems }
  const follower = followerFor(subject, world.aws, world)
  const { handle } = subject
  const { gate } = chosen.value
  if (gate !== undefined) {
    try {
      await insist({ kind: 'continue', gate }, follower, handle, world)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // It may go on, and is not left alone: it is withdrawn from as from any that was continued.
      const uncertain = error.code === 'OUTCOME_UNCERTAIN' && world.cancelled.aborted
      if (!uncertain) return refusedOrLeft([error])
    }
  }
  const wait = waitOf(inputs)
  if (wait.until === 'started') return { kind: 'started' }
  const asking = { answered: gate === undefined ? [] : [gateKey(gate)] }
  const followed = { subject, follower, handle, pursuit: pursuit(subject, wait, world.clock.now(), asking) }
  const verdict = await follow(followed, world)
  if (isOver(verdict)) await clearUp(request, world)
  return verdict
}

/** The gate to pass; none where this very gate was passed before, and only the end is still to be told. */
export function chooseGate(
  subject: Attachment | undefined,
  { deploymentId, hookId }: Pick<Deploying, 'deploymentId' | 'hookId'>
): Result<{ readonly gate: Gate | undefined }, Problem> {
  const refuse = (problem: Problem): Result<never, Problem> => ({ ok: false, problems: [problem] })
  if (subject === undefined) {
    return refuse(new Problem('DEPLOYMENT_NOT_FOUND', { found: 'AWS tells of no deployment of this service' }))
  }
  const facts = [`deployment ${subject.handle.id} is ${subject.status}`, ...subject.signs].join('; ')
  if (deploymentId === undefined && (OVER[subject.phase] || subject.gates.length === 0)) {
    return refuse(new Problem('DEPLOYMENT_NOT_WAITING', { found: facts }))
  }
  if (deploymentId === undefined && subject.whose === 'unknown') {
    return refuse(new Problem('DEPLOYMENT_NOT_OURS', { found: facts }))
  }
  const [first, ...others] = subject.gates
  // Named, and past its gate: whoever runs this job again wants to know how it went.
  if (first === undefined) return { ok: true, value: { gate: undefined } }
  const gate = hookId === undefined ? first : subject.gates.find((each) => each.hookId === hookId)
  const keys = subject.gates.map((each) => each.hookId ?? 'the ready wait').join(', ')
  if (gate === undefined) {
    return refuse(
      new Problem('GATE_NOT_FOUND', {
        place: { kind: 'input', name: 'hook-id' },
        found: `${facts}, and waits at ${keys}; the gate ${hookId ?? ''} is not among them: it was answered before, or belongs to another deployment`
      })
    )
  }
  if (hookId === undefined && others.length > 0) {
    return refuse(
      new Problem('GATE_NOT_FOUND', {
        place: { kind: 'input', name: 'hook-id' },
        found: `${facts}, and waits at ${keys}`,
        remedy: 'Name the one that is meant in `hook-id`.'
      })
    )
  }
  return { ok: true, value: { gate } }
}
