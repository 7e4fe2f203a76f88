import { describe, expect, test } from '@jest/globals'
import type { Service } from '@aws-sdk/client-ecs'
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
      'an ECS controller',
      described(aService({ deploymentController: { type: 'ECS' } })),
      'CONTROLLER_UNFIT',
      /next release/
    ],
    [
      'no controller, which means ECS',
      described(aService({ deploymentController: undefined })),
      'CONTROLLER_UNFIT',
      /is ECS/
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
