// What there is right before a start: whatever is found afterwards and was there before is not ours.
import type { Service, ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import type { Aws } from '../../aws/ports.ts'
import type { EcsPlan } from '../../domain/plan.ts'
import { isPassing, Problem } from '../../domain/problem.ts'
import { SECOND, type Millis } from '../../domain/units.ts'
import type { Tools } from '../kit.ts'
import { listDeployments } from './deployment.ts'
import { areTogether, isOver } from './found-deployment.ts'
import { instant } from '../facts.ts'
import { serviceIn } from '../service.ts'
import { activeInService } from './in-service.ts'
import { primaryOf } from './service.ts'

export interface Baseline {
  /** The ARNs of the deployments; undefined where the role may not list them. */
  readonly arns: ReadonlySet<string> | undefined
  /** Those that are not over; one the list does not show yet by the name the service has for it. */
  readonly open: readonly string[]
  /** How the service names those it runs: `ecs-svc/…`. */
  readonly ids: ReadonlySet<string>
  readonly primary: string | undefined
  /** The ARN of the one the service calls current. */
  readonly current: string | undefined
}

/** Before a read is made again. */
const AGAIN: readonly Millis[] = [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND]

export async function baseline(plan: EcsPlan, { ecs }: Aws, tools: Tools): Promise<Baseline> {
  const { cluster, service } = plan.target
  const [briefs, answer] = await Promise.all([
    plan.readBy === 'service' ? undefined : patiently(tools, () => listed()),
    patiently(tools, () => ecs.describeServices({ cluster, services: [service] }))
  ])
  const seen = serviceIn(answer)
  return {
    arns: briefs && new Set(briefs.flatMap(arnOf)),
    open: [...(briefs ?? []).filter((each) => !isOver(each)).flatMap(arnOf), ...begun(seen, briefs ?? [])],
    ids: new Set((seen?.deployments ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]))),
    primary: seen && primaryOf(seen)?.id,
    current: seen?.currentServiceDeployment
  }

  async function listed(): Promise<readonly ServiceDeploymentBrief[] | undefined> {
    try {
      return await listDeployments(ecs, plan.target)
    } catch (error) {
      if (error instanceof Problem && error.code === 'NOT_ALLOWED') return undefined
      throw error
    }
  }
}

/** The list lags, and may be denied: the service tells of what has just begun at once. */
function begun(service: Service | undefined, listed: readonly ServiceDeploymentBrief[]): readonly string[] {
  const active = activeInService({ deployments: service?.deployments ?? [], running: undefined })
  const known = listed.some(({ createdAt }) => areTogether(instant(createdAt), active?.createdAt))
  return active === undefined || known ? [] : [active.id]
}

function arnOf({ serviceDeploymentArn: arn }: ServiceDeploymentBrief): readonly string[] {
  return arn === undefined ? [] : [arn]
}

async function patiently<T>(
  { clock, cancelled }: Pick<Tools, 'clock' | 'cancelled'>,
  read: () => Promise<T>,
  pauses = AGAIN
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const [pause, ...later] = pauses
    if (!(error instanceof Problem) || !isPassing(error.code) || pause === undefined || cancelled.aborted) throw error
    await clock.sleep(pause, cancelled)
    return patiently({ clock, cancelled }, read, later)
  }
}
