// A deployment from the inputs to the verdict: look, plan, register, start, follow. It names no engine.
import type { Attachment, DeploymentPlan } from '../domain/plan.ts'
import type { Engine, Handle } from '../domain/ports.ts'
import { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { engineFor, followerFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { requestFor } from './attach.ts'
import { clearUp } from './clear-up.ts'
import { follow } from './follow.ts'
import { heedCancel, refusedOrLeft } from './refusal.ts'
import { makeRevision } from './revision.ts'
import { tidy } from './tidy.ts'
import { clearWay } from './way.ts'
import { patientReads, type World } from './world.ts'

export async function deploy(inputs: Deploying, world: World): Promise<Verdict> {
  const { clock, emit } = world
  const way = await clearWay(inputs, world)
  if (way.kind === 'closed') return refusedOrLeft(way.problems)
  const { plan } = way
  await emit({ kind: 'rendered', at: clock.now(), definition: plan.revision.definition })
  await emit({ kind: 'planned', at: clock.now(), plan })
  if (plan.unchanged && way.kind === 'clear') {
    if (plan.leftovers) await tidyService(inputs, world)
    return { kind: 'unchanged' }
  }

  const engine = engineFor(plan, world.aws, world)
  const begun = way.kind === 'ours' ? await adopt(way.other, world) : await begin(plan, engine, world)
  if (!begun.ok) return refusedOrLeft(begun.problems)
  if (plan.wait.until === 'started') return { kind: 'started' }

  const handle = begun.value
  const asking = { passesFirst: inputs.pauseAt === 'after-canary' }
  // What serves by now may be of the one that was found: what served before is for it to tell.
  const subject = way.kind === 'ours' ? way.other : plan
  const follower = way.kind === 'ours' ? followerFor(way.other, world.aws, world) : engine
  const followed = { subject, follower, handle, pursuit: pursuit(subject, plan.wait, clock.now(), asking) }
  const verdict = await follow(followed, world)
  const { keepRevisions: keep } = inputs
  const deployed = handle.taskDefinition
  if (verdict.kind === 'succeeded' && keep !== undefined && deployed !== undefined) {
    const keeping = { keep, deployed, before: plan.before.taskDefinition }
    await tidy(keeping, world, patientReads(inputs, world))
  }
  return verdict
}

/** With nothing to deploy, what is left of an earlier deployment goes by itself. */
async function tidyService(inputs: Deploying, world: World): Promise<void> {
  const request = await requestFor(inputs, world)
  if (request.ok) await clearUp(request.value, world)
}

/** What an earlier attempt has started is not started again. */
async function adopt({ handle }: Attachment, { clock, emit }: World): Promise<Result<Handle, Problem>> {
  const { taskDefinition } = handle
  if (taskDefinition !== undefined) await emit({ kind: 'registered', at: clock.now(), taskDefinition, reused: true })
  await emit({ kind: 'started', at: clock.now(), handle, adopted: true })
  return { ok: true, value: handle }
}

/** The writes, in the order that leaves least behind when one is refused. */
async function begin(plan: DeploymentPlan, engine: Engine, world: World): Promise<Result<Handle, Problem>> {
  const { clock, emit } = world
  const done: string[] = []
  const changed = (what: string): Promise<void> => {
    done.push(what)
    const says = what.charAt(0).toUpperCase() + what.slice(1)
    return emit({ kind: 'note', at: clock.now(), note: { level: 'notice', says } })
  }
  try {
    heedCancel(world)
    await engine.prepare(changed)
    heedCancel(world)
    const { taskDefinition, reused } = await makeRevision(plan.revision, world, world.cancelled)
    heedCancel(world, reused ? undefined : `revision ${taskDefinition} was registered and is not used`)
    const { handle, adopted, notes } = await engine.start(taskDefinition)
    await emit({ kind: 'started', at: clock.now(), handle, adopted })
    for (const note of notes) await emit({ kind: 'note', at: clock.now(), note })
    return { ok: true, value: handle }
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problems: [withChanges(error, done)] }
    throw error
  }
}

/** What was changed before a refusal stays changed. */
function withChanges(problem: Problem, done: readonly string[]): Problem {
  const all = [...done, ...(problem.changed === 'nothing' ? [] : [problem.changed])]
  return done.length === 0 ? problem : problem.after(all.join('; '))
}
