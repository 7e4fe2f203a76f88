// A deployment that exists, started by us or found: looked at from five sides, stopped, and continued at its gate.
import type { Aws } from '../../aws/ports.ts'
import type { CodeDeployAttachment, CodeDeployPlan } from '../../domain/plan.ts'
import type { Follower, Handle } from '../../domain/ports.ts'
import { Problem } from '../../domain/problem.ts'
import type { AlarmState, ServicePart, StatusPart, TargetPart } from '../../domain/snapshot.ts'
import { ALARMS_PER_CALL, alarmsRequest, alarmStates } from '../alarms.ts'
import type { Tools } from '../kit.ts'
import { look, type Options } from '../looking.ts'
import { stoppedTasks } from '../stopped-tasks.ts'
import { readDeployment } from './deployment.ts'
import { servicePart } from './service.ts'
import { given } from '../facts.ts'
import { statusPart, targetId, targetPart } from './snapshot.ts'

type Followed = Pick<CodeDeployPlan | CodeDeployAttachment, 'target' | 'guard' | 'taskSetBefore'>

/** It waits for nobody any more: somebody has continued it already. */
const NOT_READY = 'DeploymentIsNotInReadyStateException'

export function following(subject: Followed, aws: Aws, { clock }: Pick<Tools, 'clock'>): Follower {
  const { codedeploy } = aws

  const observe: Follower['observe'] = (handle, due, signal) =>
    look(
      clock,
      {
        status: (options) => seeStatus(handle, options),
        target: (options) => seeTarget(handle, options),
        service: (options) => seeService(handle, options),
        alarms: (options) => seeAlarms(options),
        stopped: (options) => stoppedTasks(subject.target, handle.taskDefinition, aws, options)
      },
      due,
      signal
    )

  async function seeStatus(handle: Handle, options: Options): Promise<StatusPart> {
    const ours = await readDeployment(codedeploy, handle.id, options)
    const rollback = ours.rollbackInfo?.rollbackDeploymentId
    return statusPart(ours, rollback === undefined ? undefined : await readDeployment(codedeploy, rollback, options))
  }

  async function seeTarget(handle: Handle, options: Options): Promise<TargetPart> {
    const input = { deploymentId: handle.id, targetId: targetId(subject.target) }
    try {
      const { deploymentTarget } = await codedeploy.getDeploymentTarget(input, options)
      const target = given(deploymentTarget?.ecsTarget, 'codedeploy:GetDeploymentTarget', 'deploymentTarget.ecsTarget')
      return targetPart(target, subject.taskSetBefore)
    } catch (error) {
      if (error instanceof Problem && error.code === 'DEPLOYMENT_NOT_STARTED') {
        return targetPart(undefined, subject.taskSetBefore)
      }
      throw error
    }
  }

  async function seeService(handle: Handle, options: Options): Promise<ServicePart> {
    const { cluster, service } = subject.target
    return servicePart(await aws.ecs.describeServices({ cluster, services: [service] }, options), handle)
  }

  async function seeAlarms(options: Options): Promise<readonly AlarmState[]> {
    const names = subject.guard.alarms.slice(0, ALARMS_PER_CALL)
    return names.length === 0 ? [] : alarmStates(await aws.cloudwatch.describeAlarms(alarmsRequest(names), options))
  }

  const act: Follower['act'] = async (handle, { kind }, signal) => {
    const options = signal && { signal }
    const deploymentId = handle.id
    try {
      switch (kind) {
        case 'continue':
          // What is meant when the wait is left out is not documented.
          // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
          await codedeploy.continueDeployment({ deploymentId, deploymentWaitType: 'READY_WAIT' }, options)
          return
        case 'roll-back':
        case 'stop':
          await codedeploy.stopDeployment({ deploymentId, autoRollbackEnabled: kind === 'roll-back' }, options)
          return
      }
    } catch (error) {
      if (!(error instanceof Problem) || !isLate(kind, error)) throw error
    }
  }

  return { observe, act }
}

/** What was asked for is past; the next look tells what has become of the deployment. */
function isLate(kind: Parameters<Follower['act']>[1]['kind'], problem: Problem): boolean {
  return problem.code === 'DEPLOYMENT_OVER' || (kind === 'continue' && problem.aws?.name === NOT_READY)
}
