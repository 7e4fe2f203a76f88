// How a deployment goes where its own record may not be read: by the service's list of what it runs, and nothing finer. Pure.
import type { Deployment, DeploymentRolloutState, DescribeServicesResponse, Service } from '@aws-sdk/client-ecs'
import type { Handle } from '../../domain/ports.ts'
import type { Phase, StatusPart, TargetPart } from '../../domain/snapshot.ts'
import type { Cause } from '../../domain/verdict.ts'
import { hinted } from './cause.ts'
import { given, instant, isListed, tasks } from '../facts.ts'
import { serviceIn } from '../service.ts'
import { isOurs, primaryOf, rivalOf, type Before } from './service.ts'

export interface Course {
  readonly status: StatusPart
  readonly target: TargetPart
}

export interface Followed {
  readonly before: Before
  readonly guard: { readonly alarms: readonly string[] }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
export const ROLLOUT_PHASES: Readonly<Record<DeploymentRolloutState, Phase>> = {
  IN_PROGRESS: 'running',
  COMPLETED: 'succeeded',
  FAILED: 'rolling-back'
}

/** Not AWS's: the service has no word for what it does not list. */
const UNLISTED = { late: 'not listed yet', gone: 'not listed any more' } as const

/** `seen`: ours was in the service's list before; one that was never there may only be late. */
export function courseInService(answer: DescribeServicesResponse, handle: Handle, of: Followed, seen: boolean): Course {
  const service = serviceIn(answer)
  const ours = service && oursIn(service, handle)
  if (service === undefined || ours === undefined) return { status: unlisted(service, handle, of, seen), target: IDLE }
  return { status: statusOf(service, ours, handle, of), target: targetOf(ours) }
}

/** By the service's own name for it; where nobody knows that, by its revision, if that is deployed once. */
export function oursIn({ deployments = [] }: Service, handle: Handle): Deployment | undefined {
  const fitting = deployments.filter((each) => isOurs(each, handle))
  return fitting.length === 1 ? fitting[0] : undefined
}

function statusOf(service: Service, ours: Deployment, handle: Handle, of: Followed): StatusPart {
  const status: string = given(ours.rolloutState, 'ecs:DescribeServices', 'deployments[].rolloutState')
  const base = { ...NOTHING, status, createdAt: instant(ours.createdAt) }
  if (!isListed(ROLLOUT_PHASES, status)) return { ...base, unlisted: true }
  const primary = primaryOf(service)
  const displaced = primary !== undefined && primary !== ours
  if (status === 'COMPLETED' || !displaced) {
    const cause = status === 'FAILED' ? causeIn(service, ours, handle, of) : undefined
    return { ...base, phase: ROLLOUT_PHASES[status], cause }
  }
  // ECS makes another deployment the primary when somebody starts one, and the one before when it rolls back.
  if (rivalOf(primary, handle, of.before) !== undefined) {
    return { ...base, phase: status === 'FAILED' ? 'stopped' : 'stopping' }
  }
  return { ...base, ...undone(primary), cause: causeIn(service, ours, handle, of) }
}

function unlisted(service: Service | undefined, handle: Handle, of: Followed, seen: boolean): StatusPart {
  if (service?.status !== 'ACTIVE') return { ...NOTHING, phase: 'stopped', status: service?.status ?? 'MISSING' }
  if (!seen) return { ...NOTHING, phase: 'queued', status: UNLISTED.late }
  const gone = { ...NOTHING, status: UNLISTED.gone }
  const primary = primaryOf(service)
  if (primary === undefined || rivalOf(primary, handle, of.before) !== undefined) return { ...gone, phase: 'stopped' }
  return { ...gone, ...undone(primary), cause: causeIn(service, undefined, handle, of) }
}

/** The deployment of before is the primary again; it is back when it is complete. */
function undone({ id, rolloutState }: Deployment): Pick<StatusPart, 'phase' | 'rollback'> {
  const rollback = { id: id === undefined ? 'without an id' : id, status: rolloutState ?? 'not given' }
  return { phase: rolloutState === 'COMPLETED' ? 'rolled-back' : 'rolling-back', rollback }
}

/** The newest words of the service come first: those that name ours, and those since it began. */
function causeIn(
  { events = [] }: Service,
  ours: Deployment | undefined,
  { inService }: Handle,
  { guard }: Followed
): Cause {
  const since = instant(ours?.createdAt) ?? Infinity
  const said = events.flatMap(({ message, createdAt }) => {
    if (message === undefined || !/deployment failed/i.test(message)) return []
    const named = inService !== undefined && message.includes(inService)
    return named || (instant(createdAt) ?? 0) >= since ? [message] : []
  })
  const texts = [...said, ...(ours?.rolloutStateReason === undefined ? [] : [ours.rolloutStateReason])]
  return hinted(texts, guard.alarms) ?? { kind: 'aws', code: undefined, message: texts[0] }
}

function targetOf(ours: Deployment): TargetPart {
  return {
    ...IDLE,
    tasks: tasks(ours.desiredCount, ours.runningCount, ours.pendingCount),
    shifted: ours.rolloutState === 'COMPLETED' && ours.status === 'PRIMARY'
  }
}

const NOTHING: StatusPart = {
  phase: 'running',
  status: '',
  unlisted: false,
  cause: undefined,
  createdAt: undefined,
  rollback: undefined,
  gates: []
}

/** The service tells neither stages nor weights. */
const IDLE: TargetPart = {
  phase: 'running',
  tells: 'current',
  stages: [],
  hooks: [],
  monitors: [],
  traffic: undefined,
  testTraffic: undefined,
  oldTraffic: undefined,
  tasks: undefined,
  shifted: false,
  shiftStartedAt: undefined,
  shiftedAt: undefined
}
