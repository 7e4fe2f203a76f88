// A deployment from the inputs to the verdict: survey, plan, register, start, watch. It names no engine.
import { patiently } from '../aws/patience.ts'
import { register } from '../aws/register.ts'
import { stoppedTasks } from '../diagnose/stopped-tasks.ts'
import type { DeploymentPlan } from '../domain/plan.ts'
import type { Engine, Handle } from '../domain/ports.ts'
import { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import { passes, type Verdict } from '../domain/verdict.ts'
import { engineFor, evidenceFor, planFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { watch } from '../observe/watch.ts'
import { decideRevision } from '../plan/decide.ts'
import { imageChanges, imagesOf } from '../plan/images.ts'
import { readBase, readRunning } from '../plan/revisions.ts'
import { survey, type Read } from '../plan/survey.ts'
import { render } from '../plan/task-definition.ts'
import { refusedOrLeft } from './refusal.ts'
import type { World } from './world.ts'

export async function deploy(inputs: Deploying, world: World): Promise<Verdict> {
  const { clock, emit } = world
  const planned = await look(inputs, world)
  if (!planned.ok) return { kind: 'refused', problems: planned.problems }
  const plan = planned.value
  await emit({ kind: 'rendered', at: clock.now(), definition: plan.revision.definition })
  await emit({ kind: 'planned', at: clock.now(), plan })

  const engine = engineFor(plan, world.aws, { clock, hash: world.hash, url: world.url })
  const begun = await begin(plan, engine, world)
  if (!begun.ok) return refusedOrLeft(begun.problems)
  if (plan.wait.until === 'started') return { kind: 'started' }

  const verdict = await watch(pursuit(plan, clock.now()), engine, begun.value, world)
  if (!passes(verdict)) await explain(plan, begun.value, world)
  return verdict.kind === 'unknown' ? { kind: 'unknown', problem: leftBehind(verdict.problem, begun.value) } : verdict
}

/** Lost from sight is not undone: whoever reads the problem must know what goes on in AWS. */
function leftBehind(problem: Problem, { id }: Handle): Problem {
  return problem.after(`deployment ${id} was started and may still be running`)
}

/** Everything that can be known before the first write, with every problem of files and AWS in one result. */
async function look(inputs: Deploying, world: World): Promise<Result<DeploymentPlan, Problem>> {
  const { aws, run, hash, clock } = world
  const read: Read = (call) => patiently(clock, inputs.maxRetries, call, world.cancelled)
  const surveyed = survey(inputs, aws, read)
  const reading = surveyed.then((today) => readRunning(today.ok ? today.value.service.running : undefined, aws, read))
  const [today, running, base] = await Promise.all([surveyed, reading, readBase(inputs.base, reading, aws, read)])
  const rendered = base.ok ? render(base.value, inputs.edits) : base
  if (!base.ok || !rendered.ok || !today.ok) {
    return { ok: false, problems: [rendered, today].flatMap((part) => (part.ok ? [] : part.problems)) }
  }
  const wanted = {
    revision: decideRevision(rendered.value, base.value, running.known),
    images: imageChanges(rendered.value.images, running.known && imagesOf(running.known.answer['taskDefinition'])),
    changes: undefined,
    notes: [...rendered.value.notes, ...running.notes]
  }
  return planFor({ inputs, today: today.value, wanted, run, aws, read, hash, now: clock.now() })
}

/** The writes, in the order that leaves least behind when one is refused. */
async function begin(plan: DeploymentPlan, engine: Engine, world: World): Promise<Result<Handle, Problem>> {
  const { aws, clock, emit } = world
  try {
    heedCancel(world)
    await engine.prepare()
    heedCancel(world)
    const { revision } = plan
    const reused = revision.kind === 'reuse'
    const taskDefinition = reused ? revision.arn : await register(aws.ecs, revision.definition, clock)
    await emit({ kind: 'registered', at: clock.now(), taskDefinition, reused })
    heedCancel(world, reused ? undefined : `revision ${taskDefinition} was registered and is not used`)
    const { handle, adopted } = await engine.start(taskDefinition)
    await emit({ kind: 'started', at: clock.now(), handle, adopted })
    return { ok: true, value: handle }
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problems: [error] }
    throw error
  }
}

function heedCancel(world: World, changed?: string): void {
  if (!world.cancelled.aborted) return
  throw new Problem('CANCELLED', { found: 'the job was cancelled', ...(changed !== undefined && { changed }) })
}

/** What AWS still tells about an end that is not green. Evidence never changes a verdict: what cannot be read is left out. */
async function explain(plan: DeploymentPlan, handle: Handle, world: World): Promise<void> {
  if (world.cancelled.aborted) return
  const sought = [evidenceFor(plan, handle, world.aws), stoppedTasks(plan.target, handle.taskDefinition, world.aws)]
  for (const found of await Promise.allSettled(sought)) {
    if (found.status === 'rejected') continue
    for (const evidence of found.value) await world.emit({ kind: 'evidence', at: world.clock.now(), evidence })
  }
}
