import { describe, expect, test } from '@jest/globals'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { inputs, problems, told, wording, type Values } from './parsed.ts'

const arn = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28'
const hook = 'ecs-pause-Zk3_v-9dQ2mX7aB1cD4eF6gH8iJ0kL2mN4oP6qR8sT0'
const promote = (values: Values): Values => ({ mode: 'promote', ...values })

describe('which deployment', () => {
  test.each<[Values, Partial<Inputs>]>([
    [{}, { deploymentId: undefined, hookId: undefined, cluster: 'default', allowedAccounts: [] }],
    [{ 'deployment-id': 'd-1NNWZG91L' }, { deploymentId: 'd-1NNWZG91L', cluster: 'default', allowedAccounts: [] }],
    [{ 'deployment-id': arn }, { deploymentId: arn, cluster: 'prod', allowedAccounts: ['123456789012'] }],
    [
      { 'deployment-id': arn, cluster: 'prod', 'aws-region': 'eu-west-1' },
      { deploymentId: arn, cluster: 'prod' }
    ],
    [
      { 'deployment-id': arn, service: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web' },
      { deploymentId: arn, service: 'web', cluster: 'prod' }
    ],
    [
      {
        'deployment-id': arn.replace('arn:aws:', 'arn:aws-us-gov:').replace('eu-west-1', 'us-gov-west-1'),
        'aws-region': 'us-gov-west-1'
      },
      { cluster: 'prod', region: 'us-gov-west-1' }
    ],
    [{ 'hook-id': hook }, { hookId: hook }],
    [
      { 'hook-id': hook, 'deployment-id': arn },
      { hookId: hook, deploymentId: arn }
    ]
  ])('%j', async (values, expected) => {
    expect(await inputs(promote(values))).toMatchObject(expected)
  })

  test.each(['promote', 'rollback', 'status'])('mode %s takes one', async (mode) => {
    expect(await inputs({ mode, 'deployment-id': arn })).toMatchObject({ deploymentId: arn })
  })
})

describe('ids that are none', () => {
  test.each<[string, string]>([
    ['d-1nnwzg91l', 'Write `d-1NNWZG91L`.'],
    ['D-1NNWZG91L', 'Write `d-1NNWZG91L`.'],
    ['1NNWZG91L', 'Write the output `deployment-id` of the step'],
    ['d-', 'Write the output `deployment-id`'],
    [`d-${'A'.repeat(31)}`, 'Write the output `deployment-id`'],
    ['d-1NNWZG91L, d-BDS7SUA1L', 'Write the output `deployment-id`'],
    ['ecs-svc/1234567890123456789', 'or remove `deployment-id`'],
    [hook, 'in `hook-id`'],
    ['arn:aws:ecs:eu-west-1:123456789012:service/prod/web', 'service-deployment/<cluster>/<service>/<id>'],
    ['arn:aws:ecs:eu-west-1:123456789012:service-revision/prod/web/1234', 'the ARN of a service deployment'],
    ['arn:aws:ecs:eu-west-1:123456789012:service-deployment/web/EZe5', 'the ARN of a service deployment'],
    [arn.replace('123456789012', '12345'), 'the ARN of a service deployment'],
    [`${arn}/more`, 'the ARN of a service deployment'],
    [`${arn}\n${arn}`, 'the ARN of a service deployment']
  ])('deployment-id %j', async (id, says) => {
    const all = await problems(promote({ 'deployment-id': id }))
    expect(told(all)).toEqual(['INPUT_INVALID deployment-id'])
    expect(wording(all)).toContain(says)
  })

  test.each(['pause', 'ecs-pause', 'ecs-pause-', 'ecs--abc', 'ECS-pause-abc', 'ecs-pause-a b', 'ecs-pause-a/b', arn])(
    'hook-id %j',
    async (id) => {
      const all = await problems(promote({ 'hook-id': id }))
      expect(told(all)).toEqual(['INPUT_INVALID hook-id'])
      expect(wording(all)).toContain('Write the output `hook-id` of the step that ended at the gate')
    }
  )
})

describe('an id that contradicts another input', () => {
  test.each<[Values, string, string]>([
    [{ 'deployment-id': arn, cluster: 'test' }, 'deployment-id', 'an ARN in the cluster prod, and `cluster` is'],
    [{ 'deployment-id': arn, service: 'api' }, 'deployment-id', 'Remove `deployment-id`, or correct one of them.'],
    [
      { 'deployment-id': arn, service: 'arn:aws:ecs:eu-west-1:123456789012:service/test/web' },
      'deployment-id',
      '`service` is an ARN in the cluster'
    ],
    [{ 'deployment-id': arn, 'aws-region': 'us-east-1' }, 'deployment-id', 'the region eu-west-1'],
    [{ 'deployment-id': arn, 'allowed-account-ids': '210987654321' }, 'deployment-id', 'the account 123456789012'],
    [
      { 'deployment-id': arn, service: 'arn:aws:ecs:eu-west-1:210987654321:service/prod/web' },
      'deployment-id',
      '`service` and `deployment-id` are ARNs of two accounts'
    ],
    [
      { 'deployment-id': 'd-1NNWZG91L', 'hook-id': hook },
      'hook-id',
      'Remove `hook-id`, or write the ARN of a service deployment in `deployment-id`.'
    ]
  ])('%j', async (values, name, says) => {
    const all = await problems(promote(values))
    expect(told(all)).toEqual([`INPUT_CONFLICT ${name}`])
    expect(wording(all)).toContain(says)
  })
})
