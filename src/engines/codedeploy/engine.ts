// CodeDeploy carried out: prepare and start, look at the four sources, stop.
import type { Aws } from '../../aws/ports.ts'
import type { CodeDeployPlan } from '../../domain/plan.ts'
import type { Engine, Handle } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import type { AlarmState, Reading, ServicePart, Sight, StatusPart, TargetPart } from '../../domain/snapshot.ts'
import { SECOND, type Millis } from '../../domain/units.ts'
import { ALARMS_PER_CALL, alarmsRequest, alarmStates } from '../alarms.ts'
import type { Tools } from '../kit.ts'
import { stoppedTasks } from '../stopped-tasks.ts'
import { readDeployment, type Options } from './deployment.ts'
import { preparing } from './prepare.ts'
import { servicePart } from './service.ts'
import { given, statusPart, targetId, targetPart } from './snapshot.ts'
import { starting } from './start.ts'

/** For every source but the status. */
const PATIENCE: Millis = 8 * SECOND

export function codedeployEngine(plan: CodeDeployPlan, aws: Aws, tools: Tools): Engine {
  const { codedeploy } = aws
  const { clock } = tools

  async function observe(
    handle: Handle,
    due: Parameters<Engine['observe']>[1],
    signal?: AbortSignal
  ): Promise<Reading> {
    const options: Options = signal ? { signal } : {}
    // The status is what a verdict waits for: no other source may keep it waiting long.
    const soon = AbortSignal.timeout(PATIENCE)
    const hurried: Options = { signal: signal ? AbortSignal.any([signal, soon]) : soon }
    const look = <Part>(source: (typeof due)[number], see: () => Promise<Part>): Promise<Sight<Part> | undefined> =>
      due.includes(source) ? sight(see) : Promise.resolve(undefined)
    const [status, target, service, alarms, stopped] = await Promise.all([
      look('status', () => seeStatus(handle, options)),
      look('target', () => seeTarget(handle, hurried)),
      look('service', () => seeService(handle, hurried)),
      look('alarms', () => seeAlarms(hurried)),
      look('stopped', () => stoppedTasks(plan.target, handle.taskDefinition, aws, hurried))
    ])
    return {
      ...(status && { status }),
      ...(target && { target }),
      ...(service && { service }),
      ...(alarms && { alarms }),
      ...(stopped && { stopped })
    }
  }

  async function sight<Part>(see: () => Promise<Part>): Promise<Sight<Part>> {
    try {
      const part = await see()
      return { kind: 'seen', at: clock.now(), part }
    } catch (error) {
      // Ports reject with Problems only: anything else comes of an answer in another form than the API promises.
      const problem =
        error instanceof Problem ? error : new Problem('AWS_ANSWER_INVALID', { found: String(error), cause: error })
      return { kind: 'blind', at: clock.now(), problem, forGood: problem.code === 'NOT_ALLOWED' }
    }
  }

  async function seeStatus(handle: Handle, options: Options): Promise<StatusPart> {
    const ours = await readDeployment(codedeploy, handle.id, options)
    const rollback = ours.rollbackInfo?.rollbackDeploymentId
    return statusPart(ours, rollback === undefined ? undefined : await readDeployment(codedeploy, rollback, options))
  }

  async function seeTarget(handle: Handle, options: Options): Promise<TargetPart> {
    const input = { deploymentId: handle.id, targetId: targetId(plan.target) }
    try {
      const { deploymentTarget } = await codedeploy.getDeploymentTarget(input, options)
      const target = given(deploymentTarget?.ecsTarget, 'codedeploy:GetDeploymentTarget', 'deploymentTarget.ecsTarget')
      return targetPart(target, plan.taskSetBefore)
    } catch (error) {
      if (error instanceof Problem && error.code === 'DEPLOYMENT_NOT_STARTED') {
        return targetPart(undefined, plan.taskSetBefore)
      }
      throw error
    }
  }

  async function seeService(handle: Handle, options: Options): Promise<ServicePart> {
    const { cluster, service } = plan.target
    return servicePart(await aws.ecs.describeServices({ cluster, services: [service] }, options), handle)
  }

  async function seeAlarms(options: Options): Promise<readonly AlarmState[]> {
    const names = plan.guard.alarms.slice(0, ALARMS_PER_CALL)
    return names.length === 0 ? [] : alarmStates(await aws.cloudwatch.describeAlarms(alarmsRequest(names), options))
  }

  async function act(handle: Handle, { kind }: Parameters<Engine['act']>[1], signal?: AbortSignal): Promise<void> {
    const input = { deploymentId: handle.id, autoRollbackEnabled: kind === 'roll-back' }
    try {
      await codedeploy.stopDeployment(input, signal && { signal })
    } catch (error) {
      // Its end came first; the next look tells which.
      if (!(error instanceof Problem && error.code === 'DEPLOYMENT_OVER')) throw error
    }
  }

  return { prepare: preparing(plan, aws, tools), ...starting(plan, aws, tools), observe, act }
}
