import { describe, expect, test } from '@jest/globals'
import type { Deployment, Service } from '@aws-sdk/client-ecs'
import { survey, type Read } from '../../../src/plan/survey.ts'
import type { Deploying } from '../../../src/inputs/inputs.ts'
import { anAsk } from '../../engines/asked.ts'
import { ACCOUNT, aService, aTaskSet, BLUE_ID, described, revision } from '../../engines/codedeploy-answers.ts'
import { fakeAws, problem } from '../../engines/fake-ports.ts'

const once: Read = (call) => call()

async function surveyed(answer: unknown, inputs: Partial<Deploying> = {}) {
  const fake = fakeAws({ ecs: { describeServices: answer } })
  return { ...fake, result: await survey(anAsk(inputs), fake.aws, once) }
}

async function problemsOf(answer: unknown, inputs: Partial<Deploying> = {}) {
  const { result } = await surveyed(answer, inputs)
  return result.ok ? [] : result.problems
}

describe('a service that can be deployed to', () => {
  test('becomes facts, its names and account taken from what AWS answers', async () => {
    const { result, inputsOf } = await surveyed(described(aService()))
    expect(result).toMatchObject({
      ok: true,
      value: {
        controller: 'CODE_DEPLOY',
        target: { partition: 'aws', region: 'us-east-1', account: ACCOUNT, cluster: 'prod', service: 'web' },
        service: {
          desiredCount: 2,
          platformVersion: 'LATEST',
          networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } },
          balancers: [{ containerName: 'app', containerPort: 8080 }],
          primary: { id: BLUE_ID },
          running: revision(41)
        }
      }
    })
    expect(inputsOf('ecs.describeServices')).toEqual([{ cluster: 'prod', services: ['web'] }])
  })

  test('may be named by its ARN, of the old form without a cluster, in any partition', async () => {
    const arn = `arn:aws-us-gov:ecs:us-east-1:${ACCOUNT}:service/web`
    const { result } = await surveyed(described(aService({ serviceArn: arn })), { service: arn })
    expect(result).toMatchObject({ ok: true, value: { target: { partition: 'aws-us-gov', cluster: 'prod' } } })
  })

  test('runs the revision of its primary task set, not the one of the service', async () => {
    const service = aService({ taskSets: [aTaskSet({ taskDefinition: revision(40) })] })
    const { result } = await surveyed(described(service))
    expect(result).toMatchObject({ ok: true, value: { service: { running: revision(40) } } })
  })

  test.each([
    ['its controller', { type: 'CODE_DEPLOY' }, 'CODE_DEPLOY'],
    ['its controller', { type: 'ECS' }, 'ECS'],
    ['ECS where AWS names no controller', undefined, 'ECS']
  ] as const)('is deployed to by %s: %j', async (_, deploymentController, controller) => {
    const { result } = await surveyed(described(aService({ deploymentController })))
    expect(result).toMatchObject({ ok: true, value: { controller } })
  })

  test('keeps what ECS itself deploys, and the deployment that made a task set', async () => {
    const deployments = [{ id: 'ecs-svc/1', status: 'PRIMARY' }]
    const currentServiceDeployment = `arn:aws:ecs:us-east-1:${ACCOUNT}:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28`
    const taskSets = [aTaskSet({ externalId: 'd-A7YW3F91L' })]
    const { result } = await surveyed(described(aService({ deployments, currentServiceDeployment, taskSets })))
    expect(result).toMatchObject({
      ok: true,
      value: {
        service: {
          deployments,
          currentDeployment: currentServiceDeployment,
          primary: { externalId: 'd-A7YW3F91L' },
          taskSets: [{ externalId: 'd-A7YW3F91L' }]
        }
      }
    })
  })

  describe('of ECS runs', () => {
    const deployment = (number: number, rolloutState: string | undefined, desiredCount?: number): Deployment => ({
      taskDefinition: revision(number),
      ...(rolloutState !== undefined && { rolloutState: rolloutState as 'COMPLETED' }),
      ...(desiredCount !== undefined && { desiredCount })
    })

    test.each<[string, readonly Deployment[], string]>([
      ['what it says where nothing is deployed', [], revision(41)],
      ['what has proven itself', [deployment(41, 'COMPLETED', 2)], revision(41)],
      [
        'the old revision while the new one rolls out',
        [deployment(41, 'IN_PROGRESS', 2), deployment(40, 'COMPLETED', 2)],
        revision(40)
      ],
      [
        'the new one once both are complete',
        [deployment(41, 'COMPLETED', 2), deployment(40, 'COMPLETED', 2)],
        revision(41)
      ],
      [
        'not one that is complete and wanted no more',
        [deployment(41, 'IN_PROGRESS', 2), deployment(40, 'COMPLETED', 0)],
        revision(41)
      ],
      [
        'the old one after the new one failed',
        [deployment(40, 'COMPLETED', 2), deployment(41, 'FAILED', 0)],
        revision(40)
      ],
      ['one whose count AWS does not tell', [deployment(41, 'IN_PROGRESS'), deployment(40, 'COMPLETED')], revision(40)],
      ['what it says where no state is told', [deployment(40, undefined, 2)], revision(41)],
      ['what it says where nobody knows the state', [deployment(40, 'LEVITATING', 2)], revision(41)],
      ['what it says where the complete one names none', [{ rolloutState: 'COMPLETED', desiredCount: 2 }], revision(41)]
    ])('%s', async (_, deployments, running) => {
      const service = aService({ deploymentController: { type: 'ECS' }, taskSets: [], deployments: [...deployments] })
      const { result } = await surveyed(described(service))
      expect(result).toMatchObject({ ok: true, value: { service: { running } } })
    })
  })

  test('may leave out everything optional', async () => {
    const { serviceArn, status, deploymentController } = aService()
    const bare: Service = { serviceArn, status, deploymentController }
    const { result } = await surveyed(described(bare))
    expect(result).toMatchObject({ ok: true, value: { service: { balancers: [], taskSets: [], running: undefined } } })
  })

  test('is asked for through the wrapper that repeats reads', async () => {
    let asked = 0
    const read: Read = (call) => {
      asked++
      return call()
    }
    await survey(anAsk(), fakeAws({ ecs: { describeServices: described(aService()) } }).aws, read)
    expect(asked).toBe(1)
  })
})

describe('a service that cannot be deployed to is refused', () => {
  const missing = {
    services: [],
    failures: [{ arn: `arn:aws:ecs:us-east-1:${ACCOUNT}:service/web`, reason: 'MISSING' }]
  }
  test.each([
    [
      'a missing service, which is HTTP 200',
      missing,
      'SERVICE_NOT_FOUND',
      /no service web in cluster prod.*123456789012/
    ],
    ['another failure', { services: [], failures: [{ reason: 'ODD' }] }, 'AWS_REFUSED', /ODD/],
    ['an empty answer', { services: [], failures: [] }, 'AWS_ANSWER_INVALID', /empty/],
    ['a service without an ARN', described({ status: 'ACTIVE' }), 'AWS_ANSWER_INVALID', /serviceArn.*missing/],
    ['a missing cluster', problem('CLUSTER_NOT_FOUND'), 'CLUSTER_NOT_FOUND', /no cluster prod in region us-east-1/],
    ['a refusal of AWS', problem('NOT_ALLOWED', 'may not'), 'NOT_ALLOWED', /may not/],
    ['a deleted service', described(aService({ status: 'INACTIVE' })), 'SERVICE_INACTIVE', /INACTIVE/],
    ['a service being deleted', described(aService({ status: 'DRAINING' })), 'SERVICE_INACTIVE', /DRAINING/],
    [
      'an external controller',
      described(aService({ deploymentController: { type: 'EXTERNAL' } })),
      'CONTROLLER_UNFIT',
      /tool of yours/
    ],
    [
      'a controller nobody knows',
      described(aService({ deploymentController: { type: 'NEW' as 'ECS' } })),
      'CONTROLLER_UNFIT',
      /NEW/
    ]
  ] as const)('%s', async (_, answer, code, found) => {
    const problems = await problemsOf(answer)
    expect(problems.map((each) => each.code)).toEqual([code])
    expect(problems[0]?.found).toMatch(found)
    expect(problems[0]?.changed).toBe('nothing')
  })

  test('with all its problems at once', async () => {
    const service = aService({ status: 'DRAINING', deploymentController: { type: 'EXTERNAL' } })
    const problems = await problemsOf(described(service), { allowedAccounts: ['999999999999'] })
    expect(problems.map((each) => each.code)).toEqual(['ACCOUNT_NOT_ALLOWED', 'SERVICE_INACTIVE', 'CONTROLLER_UNFIT'])
  })
})

describe('the account', () => {
  test('passes when it is one of the allowed', async () => {
    expect(await problemsOf(described(aService()), { allowedAccounts: ['1', ACCOUNT] })).toEqual([])
  })

  test('is named when it is not', async () => {
    const [refused] = await problemsOf(described(aService()), { allowedAccounts: ['111111111111'] })
    expect(refused).toMatchObject({ code: 'ACCOUNT_NOT_ALLOWED', expected: '111111111111' })
    expect(refused?.found).toContain(ACCOUNT)
  })
})

describe('an ARN of somewhere else is refused before AWS is asked', () => {
  test.each([
    ['cluster', { cluster: `arn:aws:ecs:eu-west-1:${ACCOUNT}:cluster/prod` }],
    ['service', { service: `arn:aws:ecs:eu-west-1:${ACCOUNT}:service/prod/web` }]
  ])('%s', async (name, inputs) => {
    const { result, calls } = await surveyed(described(aService()), inputs)
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'INPUT_CONFLICT', place: { kind: 'input', name }, expected: 'us-east-1' }]
    })
    expect(calls).toEqual([])
  })

  test('of another account, too', async () => {
    const inputs = { cluster: 'arn:aws:ecs:us-east-1:999999999999:cluster/prod', allowedAccounts: [ACCOUNT] }
    const [refused] = await problemsOf(described(aService()), inputs)
    expect(refused?.code).toBe('ACCOUNT_NOT_ALLOWED')
  })

  test('an answer from another region is not believed', async () => {
    const arn = `arn:aws:ecs:eu-west-1:${ACCOUNT}:service/prod/web`
    const [refused] = await problemsOf(described(aService({ serviceArn: arn })))
    expect(refused).toMatchObject({ code: 'AWS_ANSWER_INVALID' })
    expect(refused?.found).toMatch(/us-east-1.*eu-west-1/)
  })
})

test('a defect is not taken for an answer of AWS', async () => {
  await expect(surveyed(new TypeError('a defect'))).rejects.toThrow('a defect')
})
