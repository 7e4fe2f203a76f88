// The simulator behind our AWS ports, without HTTP and without real time: each call costs a moment of a manual clock.
import { checked } from '../../src/aws/answers.ts'
import { fault } from '../../src/aws/faults.ts'
import type { Aws, Call } from '../../src/aws/ports.ts'
import { answer } from '../simulator/answer.ts'
import type { World } from '../simulator/world.ts'
import type { ManualClock } from './manual-clock.ts'

const LATENCY = 60
const GIVEN_UP_AFTER = 20_000

type Service = 'ecs' | 'codedeploy' | 'cloudwatch'

export function fakeAws(world: World, clock: ManualClock): Aws {
  const call =
    <Input, Output>(
      service: Service,
      operation: string,
      read: (body: unknown) => unknown = revived,
      form: 'typed' | 'as written' = 'typed'
    ): Call<Input, Output> =>
    (input) => {
      const given = answer(
        world,
        { service, operation, input: JSON.parse(JSON.stringify(input)) },
        clock.now() + LATENCY
      )
      clock.advance(given.delivery === 'hang' ? GIVEN_UP_AFTER : LATENCY)
      const refused = refusal(given)
      if (refused) return Promise.reject(fault(refused, { service, operation }))
      const value = read(given.body) as Output
      return new Promise((resolve) => resolve(form === 'typed' ? checked(value, { service, operation }) : value))
    }
  const plain = (body: unknown): unknown => body
  return {
    region: world.settings.region,
    ecs: {
      describeServices: call('ecs', 'DescribeServices'),
      describeServicesAsWritten: call('ecs', 'DescribeServices', plain, 'as written'),
      describeTaskDefinition: call('ecs', 'DescribeTaskDefinition', plain),
      registerTaskDefinition: call('ecs', 'RegisterTaskDefinition', plain),
      listTaskDefinitions: call('ecs', 'ListTaskDefinitions'),
      deregisterTaskDefinition: call('ecs', 'DeregisterTaskDefinition'),
      updateService: call('ecs', 'UpdateService', plain),
      listServiceDeployments: call('ecs', 'ListServiceDeployments'),
      describeServiceDeployments: call('ecs', 'DescribeServiceDeployments'),
      describeServiceRevisions: call('ecs', 'DescribeServiceRevisions'),
      stopServiceDeployment: call('ecs', 'StopServiceDeployment'),
      continueServiceDeployment: call('ecs', 'ContinueServiceDeployment'),
      listTasks: call('ecs', 'ListTasks'),
      describeTasks: call('ecs', 'DescribeTasks')
    },
    codedeploy: {
      getDeploymentGroup: call('codedeploy', 'GetDeploymentGroup'),
      getDeploymentConfig: call('codedeploy', 'GetDeploymentConfig'),
      createDeploymentConfig: call('codedeploy', 'CreateDeploymentConfig'),
      createDeployment: call('codedeploy', 'CreateDeployment'),
      getDeployment: call('codedeploy', 'GetDeployment'),
      getDeploymentTarget: call('codedeploy', 'GetDeploymentTarget'),
      stopDeployment: call('codedeploy', 'StopDeployment'),
      continueDeployment: call('codedeploy', 'ContinueDeployment'),
      listDeployments: call('codedeploy', 'ListDeployments')
    },
    cloudwatch: { describeAlarms: call('cloudwatch', 'DescribeAlarms') }
  }
}

/** What the SDK would throw for this answer; undefined when it would not. */
function refusal({ status, body, delivery }: ReturnType<typeof answer>): unknown {
  switch (delivery) {
    case 'reset':
      return named('ECONNRESET', 'socket hang up', { code: 'ECONNRESET' })
    case 'hang':
      return named('TimeoutError', 'the request was given up')
    case 'text':
      return Object.assign(new SyntaxError('Unexpected token in JSON'), { $metadata: { httpStatusCode: status } })
    case 'json': {
      if (status < 400) return undefined
      const { __type, message } = body as { readonly __type: string; readonly message: string }
      return named(__type, message, {
        $metadata: { httpStatusCode: status, requestId: 'r-1' },
        $fault: status < 500 ? 'client' : 'server'
      })
    }
  }
}

function named(name: string, message: string, members: object = {}): Error {
  return Object.assign(new Error(message), { name, ...members })
}

/** The members the SDK hands out as Dates. */
const TIMES = new Set([
  'createTime',
  'startTime',
  'endTime',
  'completeTime',
  'expiresAt',
  'finishedAt',
  'lastUpdatedAt',
  'createdAt',
  'updatedAt',
  'startedAt',
  'stoppedAt',
  'stoppingAt',
  'stabilityStatusAt',
  'StateUpdatedTimestamp',
  'StateTransitionedTimestamp'
])

function revived(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    TIMES.has(key) && typeof value === 'number' ? new Date(value * 1_000) : value
  )
}
