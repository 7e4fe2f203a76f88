// A deployment group as facts, or everything that keeps it from deploying this service. Pure.
import type {
  AlarmConfiguration,
  BlueGreenDeploymentConfiguration,
  DeploymentGroupInfo,
  LastDeploymentInfo
} from '@aws-sdk/client-codedeploy'
import type { Carrier, RollbackEvent, Target } from '../../domain/plan.ts'
import { Problem, type Place, type ProblemCode } from '../../domain/problem.ts'
import { MINUTE, type Millis } from '../../domain/units.ts'
import { failed, type Found } from '../found.ts'
import { eventsOf } from './request.ts'

/** Application and group, each given or made up by the console's rule. */
export interface GroupName {
  readonly application: string
  readonly group: string
}

export interface Alarms {
  readonly enabled: boolean
  readonly names: readonly string[]
  readonly ignorePollFailure: boolean
}

export interface Waits {
  /** How long a person is waited for before traffic moves; 0 when nobody is. */
  readonly readyWait: Millis
  readonly bake: Millis
  /** What AWS may wait in spite of KEEP_ALIVE: nobody has told us, so it is allowed for and not predicted. */
  readonly lingers: Millis
}

export interface Group extends GroupName, Waits {
  /** The group's own configuration; AWS's default for a group without one is not for ECS. */
  readonly configuration: string | undefined
  readonly alarms: Alarms
  readonly rollsBackOn: readonly RollbackEvent[]
  /** As AWS answered: what a deployment that does not tell its own goes by. */
  readonly blueGreen: BlueGreenDeploymentConfiguration | undefined
  /** A network load balancer cannot split traffic. */
  readonly network: boolean
  /** Without one there is no test traffic, and no stage for it. */
  readonly testListener: boolean
  readonly last: LastDeploymentInfo | undefined
  readonly lastSucceeded: LastDeploymentInfo | undefined
}

/**
 * The names the console gives, then the ones the official action gives, which does not cut them at 47.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
 */
export function groupNames(
  given: { readonly application: string | undefined; readonly group: string | undefined },
  target: Target
): readonly [GroupName, ...GroupName[]] {
  const named = (ending: string): GroupName => ({
    application: given.application ?? `AppECS-${ending}`,
    group: given.group ?? `DgpECS-${ending}`
  })
  const cut = named(`${target.cluster.slice(0, 47)}-${target.service.slice(0, 47)}`)
  const whole = named(`${target.cluster}-${target.service}`)
  return cut.application === whole.application && cut.group === whole.group ? [cut] : [cut, whole]
}

export function checkGroup(name: GroupName, answer: DeploymentGroupInfo, target: Target): Found<Group> {
  const place: Place = { kind: 'aws', call: 'codedeploy:GetDeploymentGroup', resource: name.group }
  const unfit = (code: ProblemCode, text: string, expected?: string): Problem =>
    new Problem(code, { place, found: `group ${name.group} ${text}`, ...(expected !== undefined && { expected }) })

  const problems: Problem[] = []
  if (answer.computePlatform !== undefined && answer.computePlatform !== 'ECS') {
    problems.push(unfit('GROUP_UNFIT', `deploys to ${answer.computePlatform}`, 'ECS'))
  } else {
    problems.push(...lacks(answer).map((text) => unfit('GROUP_UNFIT', text)))
    const served = (answer.ecsServices ?? []).map((each) => `${each.clusterName ?? '?'}:${each.serviceName ?? '?'}`)
    const ours = `${target.cluster}:${target.service}`
    if (!served.includes(ours)) {
      problems.push(unfit('GROUP_MISMATCH', `serves ${served.join(' and ') || 'no service'}`, ours))
    }
  }
  return failed(factsOf(name, answer), ...problems)
}

function lacks(answer: DeploymentGroupInfo): readonly string[] {
  const missing: string[] = []
  if (answer.blueGreenDeploymentConfiguration === undefined) missing.push('has no blueGreenDeploymentConfiguration')
  const pair = answer.loadBalancerInfo?.targetGroupPairInfoList?.[0]
  if (pair === undefined) return [...missing, 'has no pair of target groups (loadBalancerInfo.targetGroupPairInfoList)']
  const count = pair.targetGroups?.length ?? 0
  if (count !== 2) missing.push(`has ${count} target groups in its pair, not 2`)
  if ((pair.prodTrafficRoute?.listenerArns?.length ?? 0) === 0) missing.push('has no production listener')
  return missing
}

function factsOf(name: GroupName, answer: DeploymentGroupInfo): Group {
  const blueGreen = answer.blueGreenDeploymentConfiguration
  const listeners = (answer.loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap(
    (pair) => pair.prodTrafficRoute?.listenerArns ?? []
  )
  return {
    ...name,
    ...waitsOf(blueGreen),
    blueGreen,
    configuration: answer.deploymentConfigName,
    alarms: alarmsOf(answer.alarmConfiguration),
    rollsBackOn: eventsOf(answer.autoRollbackConfiguration),
    // The kind of a load balancer stands in its listeners' ARNs: listener/app/… or listener/net/….
    network: listeners.some((arn) => arn.includes(':listener/net/')),
    testListener: (answer.loadBalancerInfo?.targetGroupPairInfoList ?? []).some(
      (pair) => (pair.testTrafficRoute?.listenerArns?.length ?? 0) > 0
    ),
    last: answer.lastAttemptedDeployment,
    lastSucceeded: answer.lastSuccessfulDeployment
  }
}

export function waitsOf(blueGreen: BlueGreenDeploymentConfiguration | undefined): Waits {
  const ready = blueGreen?.deploymentReadyOption
  const old = blueGreen?.terminateBlueInstancesOnDeploymentSuccess
  return {
    readyWait: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) * MINUTE : 0,
    bake: old?.action === 'KEEP_ALIVE' ? 0 : (old?.terminationWaitTimeInMinutes ?? 0) * MINUTE,
    lingers: old?.action === 'KEEP_ALIVE' ? (old.terminationWaitTimeInMinutes ?? 0) * MINUTE : 0
  }
}

export function alarmsOf(configuration: AlarmConfiguration | undefined): Alarms {
  return {
    enabled: configuration?.enabled === true,
    names: (configuration?.alarms ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
    ignorePollFailure: configuration?.ignorePollAlarmFailure === true
  }
}

/** What carries a deployment of this group out. */
export function through({ application, group }: GroupName, configuration: string | undefined): readonly Carrier[] {
  return [
    { what: 'CodeDeploy application', name: application },
    { what: 'deployment group', name: group },
    ...(configuration === undefined ? [] : [{ what: 'deployment configuration', name: configuration }])
  ]
}
