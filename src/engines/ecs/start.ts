// The start of a deployment: one service update, sent once, and then the search for the deployment that it made, whose name
// AWS does not tell.
import type { Aws } from '../../aws/ports.ts'
import type { EcsPlan } from '../../domain/plan.ts'
import type { Engine, Handle, Start } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import { SECOND, type Arn, type JsonObject, type Millis } from '../../domain/units.ts'
import type { Tools } from '../kit.ts'
import { isUncertain, unhurried } from '../sending.ts'
import { accepted, type Accepted } from './accepted.ts'
import { baseline, type Baseline } from './baseline.ts'
import { handleFor } from './deployment.ts'
import { markNotes, unmarked } from './pause-mark.ts'
import { newInRecords, newInService, openInRecords } from './search.ts'

/** Before each look for what was started: the list lags behind. */
const SEARCH: readonly Millis[] = [0, 1, 2, 3, 5, 8, 11, 15, 15].map((seconds) => seconds * SECOND)

export function starting(
  plan: EcsPlan,
  aws: Aws,
  tools: Tools,
  remember: (before: Baseline) => void
): Pick<Engine, 'start' | 'find'> {
  const { ecs } = aws
  const { clock, cancelled } = tools
  const { cluster, service } = plan.target
  const place = { kind: 'aws', call: 'ecs:UpdateService', resource: `${cluster}/${service}` } as const
  const handleOf = (id: string, taskDefinition: Arn, inService?: string): Handle =>
    handleFor(plan.target, id, taskDefinition, tools.page, inService)

  async function start(taskDefinition: Arn): Promise<Start> {
    const before = await unsent(taskDefinition, () => baseline(plan, aws, tools))
    remember(before)
    if (cancelled.aborted) {
      throw refused(taskDefinition, new Problem('CANCELLED', { found: 'the job was cancelled' }))
    }
    if (before.open.length > 0 && !plan.replaces) throw refused(taskDefinition, overtaken(before.open))
    const answer = await send(taskDefinition)
    if (answer instanceof Problem) {
      const handle = await search(taskDefinition, before, undefined)
      if (handle === undefined) throw uncertain(taskDefinition, answer)
      return { handle, adopted: true, notes: [] }
    }
    const handle = await search(taskDefinition, before, answer)
    if (handle === undefined) throw notFound(taskDefinition, before, answer)
    return { handle, adopted: false, notes: markNotes(plan, answer) }
  }

  /** Nothing was sent yet: whatever goes wrong leaves the service as it was. */
  async function unsent<T>(taskDefinition: Arn, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw error instanceof Problem ? refused(taskDefinition, error) : error
    }
  }

  /** What AWS answered, or the problem for which nobody knows whether it took effect; a refusal is thrown. */
  async function send(taskDefinition: Arn): Promise<Accepted | Problem> {
    try {
      const answer = accepted(await update(taskDefinition))
      const found = '`service` is missing'
      return answer ?? new Problem('AWS_ANSWER_INVALID', { place, found })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (!isUncertain(error)) throw refused(taskDefinition, error)
      return error
    }
  }

  async function update(taskDefinition: Arn): Promise<JsonObject> {
    const sent = (members: JsonObject): Promise<JsonObject> =>
      unhurried(tools, () => ecs.updateService({ ...members, cluster, service, taskDefinition }))
    try {
      return await sent(plan.update)
    } catch (error) {
      // A refusal has changed nothing, and a pause holds without its marker as well.
      if (!plan.pauses || cancelled.aborted || !refusesMarker(error)) throw error
      return sent(unmarked(plan.update))
    }
  }

  async function search(
    taskDefinition: Arn,
    before: Baseline,
    answer: Accepted | undefined
  ): Promise<Handle | undefined> {
    const primary = answer?.primary
    const isNew = primary?.taskDefinition === taskDefinition && primary.id !== before.primary
    const inService = isNew ? primary.id : undefined
    for (const pause of SEARCH) {
      // A cancelled job has seconds left, and a deployment that was started has to be found in them.
      await (cancelled.aborted ? clock.sleep(Math.min(pause, SECOND)) : clock.sleep(pause, cancelled))
      const found = await look(taskDefinition, before, answer, inService)
      if (found) return found
    }
    // It runs, and its record does not show: the service alone tells how it goes.
    return inService === undefined ? undefined : handleOf(inService, taskDefinition, inService)
  }

  /** A look that fails decides nothing, unless it is one that the role may not take. */
  async function look(
    taskDefinition: Arn,
    { arns, ...before }: Baseline,
    answer: Accepted | undefined,
    inService: string | undefined
  ): Promise<Handle | undefined> {
    const sought = { plan, taskDefinition, tools }
    if (arns !== undefined) {
      const arn = await seen(() => newInRecords(ecs, sought, { ...before, arns }, answer))
      if (arn !== 'denied') return arn === undefined ? undefined : handleOf(arn, taskDefinition, inService)
    }
    const id = inService ?? (await seen(() => newInService(ecs, sought, { ...before, arns })))
    return id === undefined || id === 'denied' ? undefined : handleOf(id, taskDefinition, id)
  }

  async function find(marker: EcsPlan['marker'], taskDefinition: Arn): Promise<Handle | undefined> {
    const arn = await openInRecords(ecs, { plan, taskDefinition, tools }, marker)
    return arn === undefined ? undefined : handleOf(arn, taskDefinition)
  }

  /** Somebody started while this run was still looking: a race that is lost. */
  function overtaken(open: readonly string[]): Problem {
    return new Problem('DEPLOYMENT_ACTIVE', {
      place,
      found: `another deployment of service ${service} began while this run was preparing its own: ${open.join(', ')}`
    })
  }

  function refused(taskDefinition: Arn, problem: Problem): Problem {
    return plan.revision.kind === 'reuse' ? problem : problem.after(unused(taskDefinition))
  }

  function uncertain(taskDefinition: Arn, lost: Problem): Problem {
    return new Problem('OUTCOME_UNCERTAIN', {
      place,
      found: `the update of the service was not answered (${lost.message}), and no deployment of ours is to be seen`,
      changed: `a deployment of revision ${taskDefinition} may be running${settingsText(' and may have changed')}`,
      ...(lost.aws && { aws: lost.aws }),
      cause: lost
    })
  }

  /** Accepted, and no deployment of ours in all that time. */
  function notFound(taskDefinition: Arn, before: Baseline, { primary }: Accepted): Problem {
    if (primary === undefined || primary.id !== before.primary) {
      return new Problem('OUTCOME_UNCERTAIN', {
        place,
        found: 'ECS accepted the update of the service, and no deployment of ours is to be seen',
        changed: `a deployment of revision ${taskDefinition} may be running${settingsText(' and were changed')}`
      })
    }
    return new Problem('NOTHING_STARTED', {
      place,
      found: `${primary.id} is still the primary deployment of service ${service}, and there is no new one`,
      changed: `${unused(taskDefinition)}${settingsText(' and were changed')}`
    })
  }

  function unused(taskDefinition: Arn): string {
    return plan.revision.kind === 'reuse'
      ? `revision ${taskDefinition} is not deployed`
      : `revision ${taskDefinition} was registered and is not used`
  }

  /** Settings of the service stay as they were sent, whatever becomes of the deployment. */
  function settingsText(verb: string): string {
    const names = Object.keys(plan.update).filter((name) => name !== 'forceNewDeployment')
    return names.length === 0 ? '' : `; settings of service ${service} were sent${verb}: ${names.join(', ')}`
  }

  return { start, find }
}

async function seen<T>(look: () => Promise<T>): Promise<T | 'denied' | undefined> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.code === 'NOT_ALLOWED' ? 'denied' : undefined
  }
}

function refusesMarker(error: unknown): boolean {
  if (!(error instanceof Problem) || error.code !== 'AWS_REFUSED') return false
  return /hookDetails/i.test(error.aws?.message ?? error.found)
}
