// Who comes from the official deploy action with a service that ECS itself deploys to: the same inputs, and what they now mean.
import { describe, expect, test } from '@jest/globals'
import { MINUTE, type JsonObject } from '../../../../src/domain/units.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import { plan, planned, revision, says, type World } from '../../../engines/ecs-planning.ts'
import { theService, worldOf } from '../../../engines/ecs-services.ts'
import { inputs as parsed, problems, told, type Values } from '../../inputs/parsed.ts'

const VOLUME = { sizeInGiB: 20, roleArn: 'arn:aws:iam::123456789012:role/ebs' }

async function world(values: Values, more: World = {}): Promise<World> {
  const inputs: Partial<Deploying> = { ...(await parsed(values)), cluster: 'prod', service: 'web', region: 'us-east-1' }
  return { ...worldOf(theService('terraform-rolling-bare')), ...more, inputs }
}

describe('what reaches the service', () => {
  test.each<[Values, JsonObject]>([
    [{}, {}],
    [{ 'force-new-deployment': 'false', 'wait-for-minutes': '30', 'service-managed-ebs-volume': '{}' }, {}],
    [{ 'force-new-deployment': 'true' }, { forceNewDeployment: true }],
    [{ 'desired-count': '2' }, {}],
    [{ 'desired-count': '0' }, { desiredCount: 0 }],
    [{ 'enable-ecs-managed-tags': 'false', 'propagate-tags': 'NONE' }, {}],
    [
      { 'enable-ecs-managed-tags': 'true', 'propagate-tags': 'SERVICE' },
      { enableECSManagedTags: true, propagateTags: 'SERVICE' }
    ],
    [
      { 'service-managed-ebs-volume-name': 'data', 'service-managed-ebs-volume': JSON.stringify(VOLUME) },
      { volumeConfigurations: [{ name: 'data', managedEBSVolume: VOLUME }] }
    ],
    [{ 'wait-for-service-stability': 'true' }, {}],
    [{ 'wait-for-service-stability': 'false' }, {}],
    [{ 'codedeploy-deployment-description': 'of the group there was' }, {}]
  ])('by %j is %j', async (values, update) => {
    expect((await plan(await world(values))).update).toEqual(update)
  })
})

describe('how long the step stays', () => {
  test.each<[Values, string, number]>([
    [{}, 'complete', 30],
    [{ 'wait-for-service-stability': 'true', 'wait-for-minutes': '10' }, 'complete', 10],
    [{ 'wait-for-service-stability': 'false' }, 'started', 30],
    [{ 'wait-for-minutes': '0' }, 'started', 0]
  ])('%j: until %s', async (values, until, minutes) => {
    expect((await plan(await world(values))).wait).toMatchObject({ until, allowance: minutes * MINUTE })
  })
})

describe('what is refused rather than ignored', () => {
  test.each<[Values, readonly string[]]>([
    [{ 'codedeploy-application': 'AppECS-prod-web' }, ['codedeploy-application']],
    [{ 'codedeploy-deployment-group': 'DgpECS-prod-web' }, ['codedeploy-deployment-group']],
    [{ 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' }, ['codedeploy-deployment-config']]
  ])('%j', async (values, names) => {
    const planning = await planned(await world(values))
    const places = planning.kind === 'refused' ? planning.problems.map(({ place }) => place) : []
    expect(places).toEqual(names.map((name) => ({ kind: 'input', name })))
  })

  test('a task that is to run first, once it is asked for', async () => {
    const asked: Values = { 'run-task': 'true', 'run-task-subnets': 'subnet-1', 'wait-for-task-stopped': 'true' }
    expect(told(await problems(asked))).toEqual([
      'INPUT_NOT_BUILT run-task',
      'INPUT_NOT_BUILT run-task-subnets',
      'INPUT_NOT_BUILT wait-for-task-stopped'
    ])
    await parsed({ ...asked, 'run-task': 'false', 'wait-for-task-stopped': 'false' })
  })
})

test('the revision the service has already starts a deployment, which the official action leaves to chance', async () => {
  const definition = { family: 'web', containerDefinitions: [{ name: 'app', image: 'web:latest' }] }
  const reuse = { kind: 'reuse', arn: revision(41), definition } as const
  const it = await plan(await world({ 'force-new-deployment': 'false' }, { revision: reuse, changes: [] }))
  expect(it).toMatchObject({ unchanged: false, update: { forceNewDeployment: true } })
  expect(says(it)).toContain('has no digest')
})
