import { describe, expect, test } from '@jest/globals'
import {
  handleFor,
  isInService,
  listDeployments,
  readServiceDeployment,
  revisionOf
} from '../../../../src/engines/ecs/deployment.ts'
import {
  aNativePlan,
  aServiceDeployment,
  listed,
  OLD_ARN,
  OUR_ARN,
  OUR_ID,
  OUR_REVISION,
  records,
  revision,
  revisions
} from '../../../engines/ecs-answers.ts'
import { fakeAws } from '../../../engines/fake-ports.ts'

const { target } = aNativePlan()

describe('a record', () => {
  test('is read by its ARN', async () => {
    const { aws } = fakeAws({ ecs: { describeServiceDeployments: records({ [OUR_ARN]: aServiceDeployment() }) } })
    expect((await readServiceDeployment(aws.ecs, OUR_ARN)).serviceDeploymentArn).toBe(OUR_ARN)
  })

  test.each([
    [{ failures: [{ arn: OUR_ARN, reason: 'MISSING' }] }, 'DEPLOYMENT_GONE'],
    [{ failures: [{ arn: OUR_ARN, reason: 'ON_FIRE' }] }, 'AWS_ANSWER_INVALID'],
    [{ serviceDeployments: [], failures: [] }, 'AWS_ANSWER_INVALID'],
    [{}, 'AWS_ANSWER_INVALID']
  ])('that is answered with %j is %s', async (describeServiceDeployments, code) => {
    const { aws } = fakeAws({ ecs: { describeServiceDeployments } })
    await expect(readServiceDeployment(aws.ecs, OUR_ARN)).rejects.toMatchObject({ code })
  })

  test('of a revision tells its task definition, unless AWS keeps none', async () => {
    const { aws } = fakeAws({ ecs: { describeServiceRevisions: revisions } })
    expect(await revisionOf(aws.ecs, OUR_REVISION)).toBe(revision(43))
    expect(await revisionOf(aws.ecs, 'older')).toBeUndefined()
  })

  test('of a revision without a task definition is no answer', async () => {
    const { aws } = fakeAws({ ecs: { describeServiceRevisions: { serviceRevisions: [{}] } } })
    await expect(revisionOf(aws.ecs, OUR_REVISION)).rejects.toMatchObject({ code: 'AWS_ANSWER_INVALID' })
  })

  test('is listed with the others, a hundred at most', async () => {
    const { aws, inputsOf } = fakeAws({ ecs: { listServiceDeployments: listed(OUR_ARN, OLD_ARN) } })
    const found = await listDeployments(aws.ecs, target)
    expect(found.map(({ serviceDeploymentArn: arn }) => arn)).toEqual([OUR_ARN, OLD_ARN])
    expect(inputsOf('ecs.listServiceDeployments')).toEqual([{ cluster: 'prod', service: 'web', maxResults: 100 }])
  })

  test('is in no list where AWS gives none', async () => {
    expect(await listDeployments(fakeAws({ ecs: { listServiceDeployments: {} } }).aws.ecs, target)).toEqual([])
  })
})

describe('a handle', () => {
  test.each([
    ['as documented', OUR_ARN, true],
    ['of another partition', OUR_ARN.replace('arn:aws:', 'arn:aws-us-gov:'), true],
    ['as the service names it', OUR_ID, false],
    ['with a command behind it', `${OUR_ARN}; rm -rf /`, false],
    ['with a command on the next line', `${OUR_ARN}\nrm`, false],
    ['with a command in it', OUR_ARN.replace('prod', '$(rm)'), false],
    ['of something else', OUR_ARN.replace('service-deployment', 'task'), false]
  ])('whose id is %s can be put into a shell: %s, %s', (_, id, isSafe) => {
    expect(handleFor(target, id, revision(43), () => '').rollBackCommand !== undefined).toBe(isSafe)
  })

  test('names no deployment of the service that is not known', () => {
    expect(handleFor(target, OUR_ARN, revision(43), () => '')).not.toHaveProperty('inService')
  })

  test('may be of the service alone', () => {
    expect([isInService(OUR_ID), isInService(OUR_ARN)]).toEqual([true, false])
  })
})
