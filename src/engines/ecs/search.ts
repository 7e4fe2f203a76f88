// Ours among the deployments of a service: new since the start, of the revision that was sent, and never just the newest.
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import type { Ecs } from '../../aws/ports.ts'
import type { EcsPlan, Marker } from '../../domain/plan.ts'
import { OVER } from '../../domain/snapshot.ts'
import { SECOND, type Arn, type Millis } from '../../domain/units.ts'
import type { Tools } from '../kit.ts'
import { unhurried } from '../sending.ts'
import type { Accepted } from './accepted.ts'
import type { Baseline } from './baseline.ts'
import { listDeployments, readServiceDeployment, revisionOf } from './deployment.ts'
import { instant, isListed } from '../facts.ts'
import { serviceIn } from '../service.ts'
import { markOf } from './pause-mark.ts'
import { primaryOf } from './service.ts'
import { STATUS_PHASES } from './snapshot.ts'

/** Before a throttled look is taken again; a look is several reads, and the next one is never far. */
const AGAIN: readonly Millis[] = [SECOND]

/** What is sought: a deployment of this revision by this plan. */
export interface Sought {
  readonly tools: Pick<Tools, 'clock' | 'cancelled'>
  readonly plan: EcsPlan
  readonly taskDefinition: Arn
}

/** Among the records that are new since `before`; the answer to the update may know better than the list, which lags. */
export async function newInRecords(
  ecs: Ecs,
  sought: Sought,
  before: Baseline & { readonly arns: ReadonlySet<string> },
  answer: Accepted | undefined
): Promise<string | undefined> {
  const { current, primary } = answer ?? {}
  if (current !== undefined && !before.arns.has(current) && current !== before.current) {
    const told = ours(await fitting(ecs, sought, [current]), sought, primary?.createdAt)
    if (told !== undefined) return told
  }
  const listed = await unhurried(sought.tools, () => listDeployments(ecs, sought.plan.target), AGAIN)
  const fresh = listed.flatMap(({ serviceDeploymentArn: arn }) =>
    arn === undefined || before.arns.has(arn) ? [] : [arn]
  )
  return ours(await fitting(ecs, sought, fresh), sought, primary?.createdAt)
}

/** Among those that are not over, without knowing what was there before. */
export async function openInRecords(ecs: Ecs, sought: Sought, marker: Marker): Promise<string | undefined> {
  const listed = await unhurried(sought.tools, () => listDeployments(ecs, sought.plan.target), AGAIN)
  const open = listed.flatMap(({ serviceDeploymentArn: arn, status = '' }) =>
    arn === undefined || (isListed(STATUS_PHASES, status) && OVER[STATUS_PHASES[status]]) ? [] : [arn]
  )
  return ours(await fitting(ecs, sought, open), { ...sought, plan: { ...sought.plan, marker } }, undefined)
}

/** How the service names it, where records may not be read: new since `before`, and of our revision. */
export async function newInService(
  ecs: Ecs,
  { plan, taskDefinition }: Sought,
  before: Baseline
): Promise<string | undefined> {
  const { cluster, service } = plan.target
  const seen = serviceIn(await ecs.describeServices({ cluster, services: [service] }))
  const fresh = (seen?.deployments ?? []).filter(
    (each) => each.id !== undefined && !before.ids.has(each.id) && each.taskDefinition === taskDefinition
  )
  const primary = seen && primaryOf(seen)
  const chosen = fresh.find((each) => each === primary) ?? (fresh.length === 1 ? fresh[0] : undefined)
  return chosen?.id
}

interface Candidate {
  readonly arn: string
  readonly deployment: ServiceDeployment
}

/** One that cannot be read fails the look: it may be the one. */
async function fitting(ecs: Ecs, sought: Sought, arns: readonly string[]): Promise<readonly Candidate[]> {
  const candidates = await Promise.all(
    arns.map(async (arn) => {
      const deployment = await unhurried(sought.tools, () => readServiceDeployment(ecs, arn), AGAIN)
      const revision = deployment.targetServiceRevision?.arn
      const runs =
        revision === undefined ? undefined : await unhurried(sought.tools, () => revisionOf(ecs, revision), AGAIN)
      return { arn, deployment, runs }
    })
  )
  return candidates.filter(({ runs }) => runs === sought.taskDefinition)
}

/** `startedAt`: when AWS made what our own answer calls the primary. */
function ours(
  candidates: readonly Candidate[],
  { plan: { marker, pauses } }: Sought,
  startedAt: Millis | undefined
): string | undefined {
  const marked = candidates.map((one) => ({ ...one, mark: markOf(one.deployment) }))
  const known = marked.find(({ mark }) => mark?.startsWith(marker.key))
  if (known !== undefined) return known.arn
  // AWS may not have kept our marker; somebody else's says that it is theirs.
  const possible = pauses ? marked.filter(({ mark }) => mark === undefined) : marked
  if (possible.length <= 1) return possible[0]?.arn
  if (startedAt === undefined) return undefined
  const distance = ({ deployment }: Candidate): number =>
    Math.abs((instant(deployment.createdAt) ?? Infinity) - startedAt)
  return possible.toSorted((one, other) => distance(one) - distance(other))[0]?.arn
}
