// A deployment from the inputs to the verdict: survey, plan, register, start, watch. It names no engine.
import { patiently } from '../aws/patience.ts'
import type { DeploymentPlan } from '../domain/plan.ts'
import type { Engine, Handle } from '../domain/ports.ts'
import { Problem } from '../domain/problem.ts'
import { SECOND, type Result } from '../domain/units.ts'
import { passes, type Verdict } from '../domain/verdict.ts'
import { engineFor, evidenceFor, planFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { pursuit } from '../observe/pursuit.ts'
import { watch } from '../observe/watch.ts'
import { changes } from '../plan/difference.ts'
import { imageChanges, imagesOf } from '../plan/images.ts'
import { readBase, readRunning } from '../plan/revisions.ts'
import { survey, type Read } from '../plan/survey.ts'
import { registrable, render } from '../plan/task-definition.ts'
import { heedCancel, refusedOrLeft } from './refusal.ts'
import { chooseRevision, makeRevision } from './revision.ts'
import { tidy, tidyNotes } from './tidy.ts'
import type { World } from './world.ts'

const EVIDENCE = 5 * SECOND

export async function deploy(inputs: Deploying, world: World): Promise<Verdict> {
  const { clock, emit } = world
  const planned = await look(inputs, world)
  if (!planned.ok) return { kind: 'refused', problems: planned.problems }
  const plan = planned.value
  await emit({ kind: 'rendered', at: clock.now(), definition: plan.revision.definition })
  await emit({ kind: 'planned', at: clock.now(), plan })
  if (plan.unchanged) return { kind: 'unchanged' }

  const engine = engineFor(plan, world.aws, world)
  const begun = await begin(plan, engine, world)
  if (!begun.ok) return refusedOrLeft(begun.problems)
  if (plan.wait.until === 'started') return { kind: 'started' }

  const verdict = await watch(pursuit(plan, clock.now()), engine, begun.value, world)
  if (!passes(verdict)) await explain(plan, begun.value, world)
  const { keepRevisions: keep } = inputs
  if (verdict.kind === 'succeeded' && keep !== undefined) {
    const keeping = { keep, deployed: begun.value.taskDefinition, before: plan.before.taskDefinition }
    await tidy(keeping, world, patientReads(inputs, world))
  }
  return verdict.kind === 'unknown' ? { kind: 'unknown', problem: leftBehind(verdict.problem, begun.value) } : verdict
}

/** Lost from sight is not undone: whoever reads the problem must know what goes on in AWS. */
function leftBehind(problem: Problem, { id }: Handle): Problem {
  return problem.after(`deployment ${id} was started and may still be running`)
}

function patientReads({ maxRetries }: Deploying, { clock, cancelled }: World): Read {
  return (call) => patiently(clock, maxRetries, call, cancelled)
}

/** Everything that can be known before the first write, with every problem of files and AWS in one result. */
async function look(inputs: Deploying, world: World): Promise<Result<DeploymentPlan, Problem>> {
  const { aws, run, hash, nonce, clock } = world
  const read = patientReads(inputs, world)
  const surveyed = survey(inputs, aws, read)
  const reading = surveyed.then((today) => readRunning(today.ok ? today.value.service.running : undefined, aws, read))
  const [today, running, base] = await Promise.all([surveyed, reading, readBase(inputs.base, reading, aws, read)])
  const rendered = base.ok ? render(base.value, inputs.edits, inputs) : base
  if (!base.ok || !rendered.ok || !today.ok) {
    return { ok: false, problems: [rendered, today].flatMap((part) => (part.ok ? [] : part.problems)) }
  }
  const { known } = running
  const wanted = {
    revision: await chooseRevision(rendered.value, base.value, known, aws, read),
    images: imageChanges(rendered.value.images, known && imagesOf(known.answer['taskDefinition'])),
    changes: known && changes(registrable(known), rendered.value.definition),
    notes: [...rendered.value.notes, ...running.notes, ...tidyNotes(inputs)]
  }
  return planFor({ inputs, today: today.value, wanted, run, aws, read, hash, nonce, now: clock.now() })
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
    const { handle, adopted } = await engine.start(taskDefinition)
    await emit({ kind: 'started', at: clock.now(), handle, adopted })
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

/** What the engine can add about an end that is not green: for a moment only, and without a say in the verdict. */
async function explain(plan: DeploymentPlan, handle: Handle, world: World): Promise<void> {
  if (world.cancelled.aborted) return
  const signal = AbortSignal.any([world.cancelled, AbortSignal.timeout(EVIDENCE)])
  // Evidence that cannot be read is left out: the verdict stands without it.
  const found = await evidenceFor(plan, handle, world.aws, signal).catch(() => [])
  for (const evidence of found) await world.emit({ kind: 'evidence', at: world.clock.now(), evidence })
}
