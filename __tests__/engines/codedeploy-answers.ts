// What CodeDeploy, ECS and CloudWatch answer, composed from captured runs and the API models.
import type { DeploymentGroupInfo, DeploymentInfo, ECSTarget, ECSTaskSet } from '@aws-sdk/client-codedeploy'
import type { DescribeServicesResponse, Service, TaskSet } from '@aws-sdk/client-ecs'

export const ACCOUNT = '123456789012'
const ECS = `arn:aws:ecs:us-east-1:${ACCOUNT}`

export const BLUE_ID = 'ecs-svc/2153088967709430471'
export const GREEN_ID = 'ecs-svc/5782596715501462061'
export const OUR_ID = 'd-A7YW3F91L'
export const ROLLBACK_ID = 'd-GJKKPRA1L'

export function revision(number: number): string {
  return `${ECS}:task-definition/web:${number}`
}

/** AWS's clock: seconds since the epoch with a fraction. */
export function seconds(at: number): Date {
  return new Date(at * 1000)
}

export function aGroup(but: Partial<DeploymentGroupInfo> = {}): DeploymentGroupInfo {
  return {
    applicationName: 'AppECS-prod-web',
    deploymentGroupName: 'DgpECS-prod-web',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    serviceRoleArn: `arn:aws:iam::${ACCOUNT}:role/ecsCodeDeployRole`,
    computePlatform: 'ECS',
    ecsServices: [{ serviceName: 'web', clusterName: 'prod' }],
    alarmConfiguration: { enabled: true, ignorePollAlarmFailure: false, alarms: [{ name: 'web-5xx' }] },
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 },
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
    },
    loadBalancerInfo: pairBehind('app'),
    lastSuccessfulDeployment: { deploymentId: 'd-111111111', status: 'Succeeded' },
    lastAttemptedDeployment: {
      deploymentId: 'd-111111111',
      status: 'Succeeded',
      endTime: seconds(1786000000),
      createTime: seconds(1785999000)
    },
    ...but
  }
}

export function pairBehind(kind: 'app' | 'net'): NonNullable<DeploymentGroupInfo['loadBalancerInfo']> {
  const listener = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:listener/${kind}/web/1/2`
  return {
    targetGroupPairInfoList: [
      { targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }], prodTrafficRoute: { listenerArns: [listener] } }
    ]
  }
}

export function aDeployment(but: Partial<DeploymentInfo> = {}): DeploymentInfo {
  return {
    applicationName: 'AppECS-prod-web',
    deploymentGroupName: 'DgpECS-prod-web',
    deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    deploymentId: OUR_ID,
    status: 'InProgress',
    createTime: seconds(1786241480.411),
    creator: 'user',
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
    computePlatform: 'ECS',
    ...but
  }
}

/** A deployment that an alarm stopped and AWS rolls back. */
export function anAlarmed(but: Partial<DeploymentInfo> = {}): DeploymentInfo {
  return aDeployment({
    status: 'Stopped',
    errorInformation: {
      code: 'ALARM_ACTIVE',
      message:
        'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <web-5xx> <web latency>'
    },
    rollbackInfo: {
      rollbackDeploymentId: ROLLBACK_ID,
      rollbackMessage: `Deployment ${OUR_ID} terminated. Automatic rollback is triggered with a DeploymentId ${ROLLBACK_ID}.`
    },
    ...but
  })
}

export function aRollback(status: string, but: Partial<DeploymentInfo> = {}): DeploymentInfo {
  return aDeployment({
    deploymentId: ROLLBACK_ID,
    status: status as NonNullable<DeploymentInfo['status']>,
    creator: 'codeDeployRollback',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    rollbackInfo: { rollbackTriggeringDeploymentId: OUR_ID },
    ...but
  })
}

export const EIGHT = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic'
] as const
/** Without a test listener. */
export const SIX = EIGHT.filter((name) => !name.includes('TestTraffic'))

type Events = NonNullable<ECSTarget['lifecycleEvents']>

/** Every event before `running` is over, `running` has the given status, those after it wait. */
export function lifecycle(names: readonly string[], running: string, status = 'InProgress', after = 'Pending'): Events {
  const at = names.indexOf(running)
  return names.map((name, index) => {
    const word = index < at ? 'Succeeded' : index === at ? status : after
    const began = 1786241854 + index * 10
    return {
      lifecycleEventName: name,
      status: word as NonNullable<Events[number]['status']>,
      ...(word !== 'Pending' && word !== 'Skipped' && { startTime: seconds(began) }),
      ...((word === 'Succeeded' || word === 'Failed') && { endTime: seconds(began + 5) })
    }
  })
}

export function finished(names: readonly string[]): Events {
  return lifecycle(names, 'nothing').map((event, index) => ({
    ...event,
    status: 'Succeeded',
    startTime: seconds(1786241854 + index * 10),
    endTime: seconds(1786241859 + index * 10)
  }))
}

export function taskSets(greenWeight: number, labels = true): readonly [ECSTaskSet, ECSTaskSet] {
  return [
    {
      identifer: BLUE_ID,
      desiredCount: 2,
      pendingCount: 0,
      runningCount: 2,
      status: 'PRIMARY',
      trafficWeight: 100 - greenWeight,
      targetGroup: { name: 'web-blue' },
      ...(labels && { taskSetLabel: 'Blue' as const })
    },
    {
      identifer: GREEN_ID,
      desiredCount: 3,
      pendingCount: 1,
      runningCount: 2,
      status: 'ACTIVE',
      trafficWeight: greenWeight,
      targetGroup: { name: 'web-green' },
      ...(labels && { taskSetLabel: 'Green' as const })
    }
  ]
}

export function anEcsTarget(but: Partial<ECSTarget> = {}): ECSTarget {
  return {
    deploymentId: OUR_ID,
    targetId: 'prod:web',
    targetArn: `${ECS}:service/prod/web`,
    lastUpdatedAt: seconds(1786242150.2),
    status: 'InProgress',
    lifecycleEvents: lifecycle(EIGHT, 'AllowTraffic'),
    taskSetsInfo: [...taskSets(10)],
    ...but
  }
}

export function aTaskSet(but: Partial<TaskSet> = {}): TaskSet {
  return {
    id: BLUE_ID,
    status: 'PRIMARY',
    taskDefinition: revision(41),
    computedDesiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    scale: { value: 100, unit: 'PERCENT' },
    stabilityStatus: 'STEADY_STATE',
    loadBalancers: [
      {
        targetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/web-blue/a1`,
        containerName: 'app',
        containerPort: 8080
      }
    ],
    ...but
  }
}

export function aService(but: Partial<Service> = {}): Service {
  return {
    serviceArn: `${ECS}:service/prod/web`,
    serviceName: 'web',
    clusterArn: `${ECS}:cluster/prod`,
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    schedulingStrategy: 'REPLICA',
    taskDefinition: revision(41),
    deploymentController: { type: 'CODE_DEPLOY' },
    deployments: [],
    loadBalancers: [{ containerName: 'app', containerPort: 8080 }],
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' }
    },
    taskSets: [aTaskSet()],
    events: [
      {
        id: 'e-1',
        createdAt: seconds(1786241960),
        message: `(service web, taskSet ${GREEN_ID}) updated state to STEADY_STATE.`
      }
    ],
    ...but
  }
}

export function described(service: Service): DescribeServicesResponse {
  return { services: [service], failures: [] }
}

/** The service after our deployment: the green set of `id` is the primary. */
export function taken(id: string = OUR_ID, taskDefinition: string = revision(42)): DescribeServicesResponse {
  const green = aTaskSet({ id: GREEN_ID, externalId: id, startedBy: 'CODE_DEPLOY', taskDefinition })
  return described(aService({ taskDefinition, taskSets: [aTaskSet({ status: 'DRAINING' }), green] }))
}
