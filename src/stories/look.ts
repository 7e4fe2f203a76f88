// Everything that can be known before the first write, with every problem of files and AWS in one result. Read-only.
import type { DeploymentPlan } from '../domain/plan.ts'
import type { Planning } from '../engines/kit.ts'
import { planFor } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { changes } from '../plan/difference.ts'
import { imageChanges, imagesOf } from '../plan/images.ts'
import { readBase, readRunning } from '../plan/revisions.ts'
import { survey } from '../plan/survey.ts'
import { registrable, render } from '../plan/task-definition.ts'
import { chooseRevision } from './revision.ts'
import { tidyNotes } from './tidy.ts'
import { patientReads, type World } from './world.ts'

export async function look(inputs: Deploying, world: World): Promise<Planning<DeploymentPlan>> {
  const { aws, run, hash, nonce, clock, page } = world
  const read = patientReads(inputs, world)
  const surveyed = survey(inputs, aws, read)
  const reading = surveyed.then((today) => readRunning(today.ok ? today.value.service.running : undefined, aws, read))
  const [today, running, base] = await Promise.all([surveyed, reading, readBase(inputs.base, reading, aws, read)])
  const rendered = base.ok ? render(base.value, inputs.edits, inputs) : base
  if (!base.ok || !rendered.ok || !today.ok) {
    return { kind: 'refused', problems: [rendered, today].flatMap((part) => (part.ok ? [] : part.problems)) }
  }
  const { known } = running
  const wanted = {
    revision: await chooseRevision(rendered.value, base.value, known, aws, read),
    images: imageChanges(rendered.value.images, known && imagesOf(known.answer['taskDefinition'])),
    changes: known && changes(registrable(known), rendered.value.definition),
    notes: [...rendered.value.notes, ...running.notes, ...tidyNotes(inputs)]
  }
  return planFor({ inputs, today: today.value, wanted, run, aws, read, hash, nonce, page, now: clock.now() })
}
