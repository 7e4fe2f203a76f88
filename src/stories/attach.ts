// A deployment that exists, found for a story that starts none. Read-only.
import type { Attachment, Wait } from '../domain/plan.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import type { AttachRequest } from '../engines/kit.ts'
import { attachTo } from '../engines/pick.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { survey } from '../plan/survey.ts'
import { patientReads, type World } from './world.ts'

export interface Attached {
  readonly request: AttachRequest
  /** Undefined: this service was never deployed to, as far as AWS tells. */
  readonly attachment: Attachment | undefined
}

export async function attach(inputs: Deploying, world: World): Promise<Result<Attached, Problem>> {
  const { clock, emit } = world
  const asked = await requestFor(inputs, world)
  if (!asked.ok) return asked
  const request = asked.value
  const found = await attachTo(request, inputs.deploymentId)
  if (!found.ok) return found
  for (const note of inputs.notes) await emit({ kind: 'note', at: clock.now(), note })
  if (found.value) await emit({ kind: 'attached', at: clock.now(), attachment: found.value })
  return { ok: true, value: { request, attachment: found.value } }
}

/** The service as it is today, for whoever looks for a deployment of it. */
export async function requestFor(inputs: Deploying, world: World): Promise<Result<AttachRequest, Problem>> {
  const { aws, run, page, clock } = world
  const read = patientReads(inputs, world)
  const today = await survey(inputs, aws, read)
  if (!today.ok) return today
  return { ok: true, value: { inputs, today: today.value, run, aws, read, page, now: clock.now() } }
}

/** How long a deployment that was found is followed, and what becomes of it when time runs out. */
export function waitOf({ waitUntil: until, allowance, maxGap, onTimeout, onCancel }: Deploying): Wait {
  return { until, allowance, maxGap, onTimeout, onCancel }
}
