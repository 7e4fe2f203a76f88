// ECS's own deployments carried out: started by a service update, looked at in two answers, rolled back and continued.
import type { DescribeServicesResponse } from '@aws-sdk/client-ecs'
import type { Aws } from '../../aws/ports.ts'
import type { EcsAttachment, EcsPlan } from '../../domain/plan.ts'
import type { Engine, Follower, Handle } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import type { AlarmState, Source } from '../../domain/snapshot.ts'
import { MINUTE, type Millis } from '../../domain/units.ts'
import { ALARMS_PER_CALL, alarmsRequest, alarmStates } from '../alarms.ts'
import type { Tools } from '../kit.ts'
import { look, type Options } from '../looking.ts'
import { stoppedTasks } from '../stopped-tasks.ts'
import { serviceIn } from '../service.ts'
import { acting } from './acting.ts'
import { isInService, readServiceDeployment } from './deployment.ts'
import { courseInService, oursIn, type Course } from './fallback.ts'
import { servicePart } from './service.ts'
import { statusPart, targetPart } from './snapshot.ts'
import { starting } from './start.ts'

/** Before a record that was denied is asked for again: the service tells meanwhile, and every denial is in somebody's trail. */
const DENIED_AGAIN: Millis = MINUTE

export function ecsEngine(plan: EcsPlan, aws: Aws, tools: Tools): Engine {
  let stale: string | undefined
  const started = starting(plan, aws, tools, ({ current }) => {
    stale = current
  })
  // Everything there is to prepare goes with the one service update.
  const prepare: Engine['prepare'] = () => Promise.resolve()
  return { prepare, ...started, ...following(plan, aws, tools, () => stale) }
}

export function ecsFollower(subject: EcsPlan | EcsAttachment, aws: Aws, tools: Tools): Follower {
  return following(subject, aws, tools, () => undefined)
}

function following(
  subject: EcsPlan | EcsAttachment,
  aws: Aws,
  tools: Tools,
  stale: () => string | undefined
): Follower {
  const { ecs } = aws
  // One that was found was in the service's list already.
  let listed = 'handle' in subject
  let denied: Millis | undefined

  const observe: Follower['observe'] = (handle, due, signal) => {
    const service = once(describe)
    const course = once((options) => seeCourse(handle, service, options))
    return look(
      tools.clock,
      {
        status: async (options) => (await course(options)).status,
        target: async (options) => (await course(options)).target,
        service: async (options) => servicePart(await service(options), handle, subject),
        alarms: seeAlarms,
        stopped: (options) => stoppedTasks(subject.target, handle.taskDefinition, aws, options)
      },
      together(due),
      signal
    )
  }

  function describe(options: Options): Promise<DescribeServicesResponse> {
    const { cluster, service } = subject.target
    return ecs.describeServices({ cluster, services: [service] }, options)
  }

  /** The record of the deployment; what the service tells of it, where the record may not be read. */
  async function seeCourse(handle: Handle, service: Once<DescribeServicesResponse>, options: Options): Promise<Course> {
    const barred = denied !== undefined && tools.clock.now() - denied < DENIED_AGAIN
    if (subject.readBy === 'deployment' && !isInService(handle.id) && !barred) {
      try {
        const deployment = await readServiceDeployment(ecs, handle.id, options)
        return { status: statusPart(deployment), target: targetPart(deployment) }
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'NOT_ALLOWED')) throw error
        denied = tools.clock.now()
      }
    }
    const answer = await service(options)
    const seen = serviceIn(answer)
    listed ||= seen !== undefined && oursIn(seen, handle) !== undefined
    return courseInService(answer, handle, subject, listed)
  }

  async function seeAlarms(options: Options): Promise<readonly AlarmState[]> {
    const names = subject.guard.alarms.slice(0, ALARMS_PER_CALL)
    return names.length === 0 ? [] : alarmStates(await aws.cloudwatch.describeAlarms(alarmsRequest(names), options))
  }

  return { observe, act: acting(subject, aws, stale) }
}

type Once<T> = (options: Options) => Promise<T>

/** Asked once for all the sources that need it; the first to need it says how long it may take. */
function once<T>(read: Once<T>): Once<T> {
  let answer: Promise<T> | undefined
  return (options) => (answer ??= read(options))
}

/** One answer tells both. */
function together(due: readonly Source[]): readonly Source[] {
  const either = due.includes('status') || due.includes('target')
  return either ? [...new Set<Source>([...due, 'status', 'target'])] : due
}
