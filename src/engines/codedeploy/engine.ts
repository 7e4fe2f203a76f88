// CodeDeploy carried out: create what is missing, start once, look, stop. Each write is sent once and never blindly again.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Aws } from '../../aws/ports.ts'
import type { CodeDeployPlan, Marker } from '../../domain/plan.ts'
import type { Engine, Handle } from '../../domain/ports.ts'
import { isPassing, Problem } from '../../domain/problem.ts'
import type { AlarmState, Reading, ServicePart, Sight, StatusPart, TargetPart } from '../../domain/snapshot.ts'
import { SECOND, type Arn, type Millis } from '../../domain/units.ts'
import { ALARMS_PER_CALL, alarmsRequest, alarmStates } from '../alarms.ts'
import type { Tools } from '../kit.ts'
import { otherwiseNamed } from './configuration.ts'
import { createDeployment } from './request.ts'
import { servicePart } from './service.ts'
import { given, statusPart, targetId, targetPart } from './snapshot.ts'
import { createConfiguration, routingIn, routingOf, same } from './strategy.ts'

const PATIENCE = {
  /** Before a throttled start is sent again. */
  resend: [2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND],
  /** Before each look for a deployment whose start was not answered: the group's record may lag behind. */
  reconcile: [SECOND, 4 * SECOND, 5 * SECOND, 10 * SECOND, 10 * SECOND, 15 * SECOND]
} as const satisfies Readonly<Record<string, readonly Millis[]>>

type Options = { readonly signal?: AbortSignal }

export function codedeployEngine(plan: CodeDeployPlan, aws: Aws, { clock, hash, url }: Tools): Engine {
  const { codedeploy } = aws

  const handleOf = (id: string, taskDefinition: Arn): Handle => ({ id, taskDefinition, url: url(plan, id) })

  async function deployment(id: string, options?: Options): Promise<DeploymentInfo> {
    const { deploymentInfo } = await codedeploy.getDeployment({ deploymentId: id }, options)
    return given(deploymentInfo, 'codedeploy:GetDeployment', 'deploymentInfo')
  }

  async function prepare(): Promise<void> {
    const routing = plan.shape && routingIn(plan.shape)
    if (plan.config?.create !== true || routing === undefined) return
    const { name } = plan.config
    try {
      await unhurried(() => codedeploy.createDeploymentConfig(createConfiguration(name, routing)))
    } catch (error) {
      // Another run made it first, or the answer was lost. Either way it is right if it does what its name says.
      if (!(error instanceof Problem) || (error.code !== 'CONFIG_EXISTS' && !isPassing(error.code))) throw error
      const answer = await sighted(() => codedeploy.getDeploymentConfig({ deploymentConfigName: name }))
      if (answer === undefined) throw error
      const existing = routingOf(answer.deploymentConfigInfo?.trafficRoutingConfig)
      if (existing === undefined || !same(existing, routing)) throw otherwiseNamed(name)
    }
  }

  async function start(taskDefinition: Arn): Promise<{ handle: Handle; adopted: boolean }> {
    try {
      return { handle: handleOf(await send(taskDefinition), taskDefinition), adopted: false }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const refusal = plan.revision.kind === 'reuse' ? error : error.after(unused(taskDefinition))
      if (error.code === 'DEPLOYMENT_ACTIVE') return adoptOr(taskDefinition, refusal)
      if (!isUncertain(error)) throw refusal
      return { handle: await reconcile(taskDefinition, error), adopted: true }
    }
  }

  async function send(taskDefinition: Arn): Promise<string> {
    const request = createDeployment(plan, taskDefinition, hash)
    const { deploymentId } = await unhurried(() => codedeploy.createDeployment(request))
    return given(deploymentId, 'codedeploy:CreateDeployment', 'deploymentId')
  }

  /** A throttled request was turned away unread: sending it again cannot take effect twice. */
  async function unhurried<T>(write: () => Promise<T>, pauses: readonly Millis[] = PATIENCE.resend): Promise<T> {
    try {
      return await write()
    } catch (error) {
      const [pause, ...later] = pauses
      if (!(error instanceof Problem) || error.code !== 'AWS_THROTTLED' || pause === undefined) throw error
      await clock.sleep(pause)
      return unhurried(write, later)
    }
  }

  /** The group has an active deployment: ours, when an answer was lost on the way, else somebody's. */
  async function adoptOr(taskDefinition: Arn, refusal: Problem): Promise<{ handle: Handle; adopted: boolean }> {
    // The id is in the text only. https://github.com/aws/aws-sdk-java/issues/757
    const id = /\bd-[A-Z0-9]+/.exec(refusal.aws?.message ?? refusal.found)?.[0]
    const active = id === undefined ? undefined : await sighted(() => deployment(id))
    if (id === undefined || active === undefined) throw refusal
    if (isMarked(active, plan.marker)) return { handle: handleOf(id, taskDefinition), adopted: true }
    const facts = [`status ${active.status ?? 'not given'}`, `created by ${active.creator ?? 'somebody'}`]
    if (active.description !== undefined) facts.push(`described as "${active.description}"`)
    throw new Problem('DEPLOYMENT_ACTIVE', {
      place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: plan.group },
      found: `${id} is running in group ${plan.group}: ${facts.join(', ')}`,
      changed: refusal.changed,
      ...(refusal.aws && { aws: refusal.aws }),
      cause: refusal
    })
  }

  async function reconcile(taskDefinition: Arn, lost: Problem): Promise<Handle> {
    for (const pause of PATIENCE.reconcile) {
      await clock.sleep(pause)
      const ours = await sighted(() => find(plan.marker, taskDefinition))
      if (ours) return ours
    }
    throw new Problem('OUTCOME_UNCERTAIN', {
      place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: plan.group },
      found: `the start of the deployment was not answered (${lost.message}), and no deployment of ours is to be seen`,
      changed: `a deployment of revision ${taskDefinition} may be running`,
      ...(lost.aws && { aws: lost.aws }),
      cause: lost
    })
  }

  /** By the group's last attempt, which the official action's permissions can see; a rollback names what it undoes. */
  async function find(marker: Marker, taskDefinition: Arn): Promise<Handle | undefined> {
    const input = { applicationName: plan.application, deploymentGroupName: plan.group }
    const { deploymentGroupInfo } = await codedeploy.getDeploymentGroup(input)
    const last = deploymentGroupInfo?.lastAttemptedDeployment?.deploymentId
    if (last === undefined) return undefined
    const attempted = await deployment(last)
    if (isMarked(attempted, marker)) return handleOf(last, taskDefinition)
    const undone = attempted.rollbackInfo?.rollbackTriggeringDeploymentId
    if (undone === undefined || !isMarked(await deployment(undone), marker)) return undefined
    return handleOf(undone, taskDefinition)
  }

  async function observe(
    handle: Handle,
    due: Parameters<Engine['observe']>[1],
    signal?: AbortSignal
  ): Promise<Reading> {
    const options: Options = signal ? { signal } : {}
    const look = <Part>(source: (typeof due)[number], see: () => Promise<Part>): Promise<Sight<Part> | undefined> =>
      due.includes(source) ? sight(see) : Promise.resolve(undefined)
    const [status, target, service, alarms] = await Promise.all([
      look('status', () => seeStatus(handle, options)),
      look('target', () => seeTarget(handle, options)),
      look('service', () => seeService(handle, options)),
      look('alarms', () => seeAlarms(options))
    ])
    return {
      ...(status && { status }),
      ...(target && { target }),
      ...(service && { service }),
      ...(alarms && { alarms })
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
      return { kind: 'blind', at: clock.now(), problem, forGood: !isPassing(problem.code) }
    }
  }

  async function seeStatus(handle: Handle, options: Options): Promise<StatusPart> {
    const ours = await deployment(handle.id, options)
    const rollback = ours.rollbackInfo?.rollbackDeploymentId
    return statusPart(ours, rollback === undefined ? undefined : await deployment(rollback, options))
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

  async function act(handle: Handle, { kind }: Parameters<Engine['act']>[1]): Promise<void> {
    try {
      await codedeploy.stopDeployment({ deploymentId: handle.id, autoRollbackEnabled: kind === 'roll-back' })
    } catch (error) {
      // Its end came first; the next look tells which.
      if (!(error instanceof Problem && error.code === 'DEPLOYMENT_OVER')) throw error
    }
  }

  return { prepare, start, find, observe, act }
}

function unused(taskDefinition: Arn): string {
  return `revision ${taskDefinition} was registered and is not used`
}

function isMarked(deployment: DeploymentInfo, marker: Marker): boolean {
  return deployment.description?.startsWith(marker.key) ?? false
}

/** The request may have taken effect. Throttled never has. */
function isUncertain(problem: Problem): boolean {
  return (isPassing(problem.code) && problem.code !== 'AWS_THROTTLED') || problem.code === 'INTERNAL'
}

/** Undefined when it cannot be seen: a look in search of our own deployment decides nothing when it fails. */
async function sighted<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
