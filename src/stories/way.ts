// The way to a start when another deployment is in it: refused, waited for, brought to its end, or found to be our own.
import type { Attachment, DeploymentPlan } from '../domain/plan.ts'
import { Problem } from '../domain/problem.ts'
import { MINUTE, SECOND, type Millis } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { followerFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { watch } from '../observe/watch.ts'
import { look } from './look.ts'
import { insist } from './insist.ts'
import type { World } from './world.ts'

export type Way =
  | { readonly kind: 'clear'; readonly plan: DeploymentPlan }
  /** An earlier attempt of this run deploys the very same. */
  | { readonly kind: 'ours'; readonly plan: DeploymentPlan; readonly other: Attachment }
  | { readonly kind: 'closed'; readonly problems: readonly Problem[] }

/** Between two surveys while another deployment is waited for: each is some eight calls. */
const GAP: Millis = 45 * SECOND

export async function clearWay(inputs: Deploying, world: World): Promise<Way> {
  const { clock, emit, cancelled } = world
  const began = clock.now()
  for (;;) {
    const planning = await look(inputs, world)
    const waited = clock.now() - began
    switch (planning.kind) {
      case 'planned':
        return { kind: 'clear', plan: shortened(planning.plan, waited) }
      case 'refused':
        return { kind: 'closed', problems: planning.problems }
      case 'busy': {
        const { plan, other, problem } = planning
        if (other.whose === 'run') return { kind: 'ours', plan, other }
        if (inputs.onActive === 'replace') return replace(other, inputs, world)
        if (inputs.onActive === 'fail') return { kind: 'closed', problems: [problem] }
        if (cancelled.aborted) return { kind: 'closed', problems: [givenUp(other)] }
        if (waited >= inputs.allowance) return { kind: 'closed', problems: [stillThere(problem, waited)] }
        await emit({ kind: 'busy', at: clock.now(), other: other.handle.id, status: other.status, waited })
        await clock.sleep(Math.min(GAP, inputs.allowance - waited), cancelled)
      }
    }
  }
}

function givenUp({ handle }: Attachment): Problem {
  return new Problem('CANCELLED', { found: `the job was cancelled while it waited for deployment ${handle.id}` })
}

/** What was waited comes off what is allowed beyond the timetable. */
function shortened(plan: DeploymentPlan, waited: Millis): DeploymentPlan {
  return { ...plan, wait: { ...plan.wait, allowance: Math.max(0, plan.wait.allowance - waited) } }
}

function stillThere(problem: Problem, waited: Millis): Problem {
  return new Problem(problem.code, {
    ...(problem.place && { place: problem.place }),
    found: `${problem.found}; it was waited for ${Math.round(waited / MINUTE)} minutes`,
    remedy: 'Raise `wait-for-minutes`, or run the job again when it is over.',
    cause: problem
  })
}

/** The other one is rolled back and followed to its end, and everything is looked at anew. A lost race is a refusal. */
async function replace(other: Attachment, inputs: Deploying, world: World): Promise<Way> {
  const { id } = other.handle
  const began = world.clock.now()
  try {
    const verdict = await end(other, inputs, world)
    if (isUnderWay(verdict)) return { kind: 'closed', problems: [notEnded(other, verdict)] }
  } catch (error) {
    if (error instanceof Problem) return { kind: 'closed', problems: [error] }
    throw error
  }
  const done = `deployment ${id} was asked to roll back, and is over`
  const again = await look({ ...inputs, onActive: 'fail' }, world)
  switch (again.kind) {
    case 'planned':
      return { kind: 'clear', plan: shortened(again.plan, world.clock.now() - began) }
    case 'refused':
      return { kind: 'closed', problems: again.problems.map((problem) => problem.after(done)) }
    case 'busy':
      return { kind: 'closed', problems: [again.problem.after(done)] }
  }
}

async function end(other: Attachment, { allowance, maxGap }: Deploying, world: World): Promise<Verdict> {
  const { aws, clock, emit } = world
  const follower = followerFor(other, aws, world)
  // Its own events are not those of the deployment this run reports on.
  await insist({ kind: 'roll-back' }, follower, other.handle, { ...world, emit: () => Promise.resolve() })
  const began = clock.now()
  const wait = { until: 'complete', allowance, maxGap, onTimeout: 'leave', onCancel: 'leave' } as const
  const quietly: World['emit'] = async (event) => {
    if (event.kind !== 'phase' && event.kind !== 'heartbeat') return
    const status = event.kind === 'phase' ? event.status : other.status
    await emit({ kind: 'busy', at: event.at, other: other.handle.id, status, waited: event.at - began })
  }
  return watch(pursuit(other, wait, began), follower, other.handle, { ...world, emit: quietly }, [
    { kind: 'roll-back' }
  ])
}

/** Whether it may still be in the way. */
function isUnderWay({ kind }: Verdict): boolean {
  return kind === 'left-running' || kind === 'unknown'
}

function notEnded({ handle, status }: Attachment, verdict: Verdict): Problem {
  return new Problem('DEPLOYMENT_ACTIVE', {
    found: `deployment ${handle.id}, which was ${status}, was asked to roll back and is not known to be over`,
    changed: `deployment ${handle.id} was asked to roll back`,
    ...(verdict.kind === 'unknown' && { cause: verdict.problem })
  })
}
