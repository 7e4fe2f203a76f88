// Render and register only: what a workflow without `service` asks for. Nothing is deployed, and nothing is judged.
import { Problem } from '../domain/problem.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { readBase } from '../plan/revisions.ts'
import { render } from '../plan/task-definition.ts'
import { heedCancel, refusedOrLeft } from './refusal.ts'
import { chooseRevision, makeRevision } from './revision.ts'
import { patientReads, type World } from './world.ts'

export async function registerOnly(inputs: Inputs, world: World): Promise<Verdict> {
  const { aws, clock, emit } = world
  const read = patientReads(inputs, world)
  const nothingRuns = Promise.resolve({ known: undefined, notes: [] })
  const base = await readBase(inputs.base, nothingRuns, aws, read)
  const rendered = base.ok ? render(base.value, inputs.edits, inputs) : base
  if (!base.ok || !rendered.ok) return { kind: 'refused', problems: rendered.ok ? [] : rendered.problems }
  const revision = await chooseRevision(rendered.value, base.value, undefined, aws, read)
  await emit({ kind: 'rendered', at: clock.now(), definition: revision.definition })
  for (const note of [...inputs.notes, ...rendered.value.notes]) await emit({ kind: 'note', at: clock.now(), note })
  try {
    heedCancel(world)
    return { kind: 'registered', ...(await makeRevision(revision, world, world.cancelled)) }
  } catch (error) {
    if (error instanceof Problem) return refusedOrLeft([error])
    throw error
  }
}
