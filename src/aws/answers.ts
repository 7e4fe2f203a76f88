// The members of AWS's answers that we use, and the type each must have when it is there. Checked once, at the border, so
// that nobody behind it meets a text where a list should be. What must be there at all is for those who need it to say.
import { invalidAnswer, type CallName } from './faults.ts'

type Form = 'text' | 'number' | 'boolean' | 'time' | readonly [Form] | { readonly [member: string]: Form }

const TASK_DEFINITION: Form = { taskDefinitionArn: 'text' }

const PLACEMENT = {
  taskDefinition: 'text',
  launchType: 'text',
  platformVersion: 'text',
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['text'], securityGroups: ['text'], assignPublicIp: 'text' }
  },
  capacityProviderStrategy: [{ capacityProvider: 'text', weight: 'number', base: 'number' }],
  loadBalancers: [{ targetGroupArn: 'text', containerName: 'text', containerPort: 'number' }]
} as const satisfies Form

const ROLLBACK = { enabled: 'boolean', events: ['text'] } as const satisfies Form
const ALARMS = {
  enabled: 'boolean',
  ignorePollAlarmFailure: 'boolean',
  alarms: [{ name: 'text' }]
} as const satisfies Form
const BLUE_GREEN = {
  terminateBlueInstancesOnDeploymentSuccess: { action: 'text', terminationWaitTimeInMinutes: 'number' },
  deploymentReadyOption: { actionOnTimeout: 'text', waitTimeInMinutes: 'number' }
} as const satisfies Form
const LAST = { deploymentId: 'text', status: 'text' } as const satisfies Form
const ROUTE = { listenerArns: ['text'] } as const satisfies Form

const REVISION = {
  arn: 'text',
  requestedTaskCount: 'number',
  runningTaskCount: 'number',
  pendingTaskCount: 'number',
  requestedProductionTrafficWeight: 'number',
  requestedTestTrafficWeight: 'number'
} as const satisfies Form

const ALARM = {
  AlarmName: 'text',
  StateValue: 'text',
  StateReason: 'text',
  StateUpdatedTimestamp: 'time',
  StateTransitionedTimestamp: 'time'
} as const

const ANSWERS: Readonly<Record<string, Form>> = {
  DescribeServices: {
    services: [
      {
        ...PLACEMENT,
        serviceArn: 'text',
        serviceName: 'text',
        clusterArn: 'text',
        status: 'text',
        desiredCount: 'number',
        schedulingStrategy: 'text',
        enableECSManagedTags: 'boolean',
        propagateTags: 'text',
        deploymentController: { type: 'text' },
        currentServiceDeployment: 'text',
        deployments: [
          {
            id: 'text',
            status: 'text',
            taskDefinition: 'text',
            desiredCount: 'number',
            runningCount: 'number',
            pendingCount: 'number',
            failedTasks: 'number',
            createdAt: 'time',
            updatedAt: 'time',
            rolloutState: 'text',
            rolloutStateReason: 'text'
          }
        ],
        taskSets: [
          {
            ...PLACEMENT,
            id: 'text',
            externalId: 'text',
            status: 'text',
            stabilityStatus: 'text',
            computedDesiredCount: 'number',
            runningCount: 'number',
            pendingCount: 'number'
          }
        ],
        events: [{ id: 'text', createdAt: 'time', message: 'text' }]
      }
    ],
    failures: [{ arn: 'text', reason: 'text', detail: 'text' }]
  },
  DescribeTaskDefinition: {
    taskDefinition: { ...TASK_DEFINITION, containerDefinitions: [{ name: 'text', image: 'text' }] }
  },
  RegisterTaskDefinition: { taskDefinition: TASK_DEFINITION },
  ListTaskDefinitions: { taskDefinitionArns: ['text'], nextToken: 'text' },
  ListTasks: { taskArns: ['text'] },
  DescribeTasks: {
    tasks: [
      {
        taskDefinitionArn: 'text',
        stopCode: 'text',
        stoppedReason: 'text',
        containers: [{ name: 'text', reason: 'text', exitCode: 'number' }]
      }
    ]
  },
  ListServiceDeployments: {
    serviceDeployments: [
      {
        serviceDeploymentArn: 'text',
        targetServiceRevisionArn: 'text',
        status: 'text',
        createdAt: 'time',
        startedAt: 'time',
        finishedAt: 'time'
      }
    ],
    nextToken: 'text'
  },
  DescribeServiceDeployments: {
    serviceDeployments: [
      {
        serviceDeploymentArn: 'text',
        serviceArn: 'text',
        status: 'text',
        statusReason: 'text',
        createdAt: 'time',
        startedAt: 'time',
        finishedAt: 'time',
        stoppedAt: 'time',
        updatedAt: 'time',
        lifecycleStage: 'text',
        sourceServiceRevisions: [REVISION],
        targetServiceRevision: REVISION,
        lifecycleHookDetails: [
          {
            hookId: 'text',
            targetType: 'text',
            targetArn: 'text',
            status: 'text',
            expiresAt: 'time',
            timeoutAction: 'text'
          }
        ],
        rollback: { reason: 'text', startedAt: 'time', serviceRevisionArn: 'text' },
        deploymentCircuitBreaker: { status: 'text', failureCount: 'number', threshold: 'number' },
        alarms: { status: 'text', alarmNames: ['text'], triggeredAlarmNames: ['text'] }
      }
    ],
    failures: [{ arn: 'text', reason: 'text' }]
  },
  DescribeServiceRevisions: {
    serviceRevisions: [{ serviceRevisionArn: 'text', taskDefinition: 'text', createdAt: 'time' }],
    failures: [{ arn: 'text', reason: 'text' }]
  },
  ContinueServiceDeployment: { serviceDeploymentArn: 'text' },
  StopServiceDeployment: { serviceDeploymentArn: 'text' },
  ListDeployments: { deployments: ['text'], nextToken: 'text' },
  GetDeploymentGroup: {
    deploymentGroupInfo: {
      deploymentConfigName: 'text',
      computePlatform: 'text',
      ecsServices: [{ serviceName: 'text', clusterName: 'text' }],
      alarmConfiguration: ALARMS,
      autoRollbackConfiguration: ROLLBACK,
      blueGreenDeploymentConfiguration: BLUE_GREEN,
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          { targetGroups: [{ name: 'text' }], prodTrafficRoute: ROUTE, testTrafficRoute: ROUTE }
        ]
      },
      lastAttemptedDeployment: LAST,
      lastSuccessfulDeployment: LAST
    }
  },
  GetDeploymentConfig: {
    deploymentConfigInfo: {
      deploymentConfigName: 'text',
      computePlatform: 'text',
      trafficRoutingConfig: {
        type: 'text',
        timeBasedCanary: { canaryPercentage: 'number', canaryInterval: 'number' },
        timeBasedLinear: { linearPercentage: 'number', linearInterval: 'number' }
      }
    }
  },
  CreateDeployment: { deploymentId: 'text' },
  GetDeployment: {
    deploymentInfo: {
      applicationName: 'text',
      deploymentGroupName: 'text',
      deploymentConfigName: 'text',
      deploymentId: 'text',
      status: 'text',
      creator: 'text',
      description: 'text',
      createTime: 'time',
      errorInformation: { code: 'text', message: 'text' },
      rollbackInfo: { rollbackDeploymentId: 'text', rollbackTriggeringDeploymentId: 'text' },
      overrideAlarmConfiguration: ALARMS,
      blueGreenDeploymentConfiguration: BLUE_GREEN,
      revision: { appSpecContent: { content: 'text' } },
      autoRollbackConfiguration: ROLLBACK
    }
  },
  GetDeploymentTarget: {
    deploymentTarget: {
      ecsTarget: {
        status: 'text',
        lifecycleEvents: [
          {
            lifecycleEventName: 'text',
            status: 'text',
            startTime: 'time',
            endTime: 'time',
            diagnostics: { errorCode: 'text', message: 'text', logTail: 'text' }
          }
        ],
        taskSetsInfo: [
          {
            identifer: 'text', // misspelt in the API
            status: 'text',
            taskSetLabel: 'text',
            trafficWeight: 'number',
            desiredCount: 'number',
            runningCount: 'number',
            pendingCount: 'number'
          }
        ]
      }
    }
  },
  DescribeAlarms: {
    MetricAlarms: [
      {
        ...ALARM,
        MetricName: 'text',
        ComparisonOperator: 'text',
        Threshold: 'number',
        Period: 'number',
        EvaluationPeriods: 'number'
      }
    ],
    CompositeAlarms: [ALARM]
  }
}

/** The answer, or a Problem that names the first member of another type. */
export function checked<Answer>(answer: Answer, call: CallName): Answer {
  const form = Object.hasOwn(ANSWERS, call.operation) ? ANSWERS[call.operation] : undefined
  const found = form && misfit(form, answer, '')
  if (found !== undefined) throw invalidAnswer(found, call)
  return answer
}

function misfit(form: Form, value: unknown, path: string): string | undefined {
  // Absent and null are alike in AWS's answers: the value is not given.
  if (value === undefined || value === null) return undefined
  const wrong = `\`${path === '' ? 'the answer' : path}\` is ${typeName(value)} where ${formName(form)} belongs`
  if (typeof form === 'string') return isScalar(form, value) ? undefined : wrong
  if (isList(form)) {
    if (!Array.isArray(value)) return wrong
    return first(value, (item: unknown, index) =>
      item === null ? `\`${path}[${index}]\` is null` : misfit(form[0], item, `${path}[${index}]`)
    )
  }
  if (typeof value !== 'object' || Array.isArray(value)) return wrong
  return first(Object.entries(form), ([name, member]) => {
    const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
    return misfit(member, given, path === '' ? name : `${path}.${name}`)
  })
}

function first<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => string | undefined
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index)
    if (found !== undefined) return found
  }
  return undefined
}

function isScalar(form: 'text' | 'number' | 'boolean' | 'time', value: unknown): boolean {
  switch (form) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'time':
      return isTime(value) && Number.isFinite(Number(value))
  }
}

/** Of whatever realm, and without naming the clock. */
function isTime(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]'
}

function isList(form: Form): form is readonly [Form] {
  return Array.isArray(form)
}

function formName(form: Form): string {
  if (typeof form !== 'string') return isList(form) ? 'a list' : 'an object'
  return form === 'text' ? 'text' : `a ${form}`
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isTime(value)) return 'a time'
  return typeof value === 'string' ? 'text' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}
