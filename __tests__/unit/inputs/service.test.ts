import { describe, expect, test } from '@jest/globals'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { inputs, problems, told, wording, type Values } from './parsed.ts'

const volume = '{"roleArn": "arn:aws:iam::123456789012:role/ebs", "sizeInGiB": 20}'
const name = 'service-managed-ebs-volume-name'
const settings = 'service-managed-ebs-volume'

test.each<[Values, Partial<Inputs>]>([
  [{ 'unknown-properties': 'Ignore' }, { unknownProperties: 'ignore' }],
  [{ 'unknown-properties': 'error' }, { unknownProperties: 'error' }],
  [{ 'strip-empty-values': 'true' }, { stripEmptyValues: true }],
  [{ 'keep-revisions': '1' }, { keepRevisions: 1 }],
  [{ 'desired-count': '0' }, { desiredCount: 0 }],
  [{ 'desired-count': '5000' }, { desiredCount: 5_000 }],
  [{ 'force-new-deployment': 'TRUE' }, { forceNewDeployment: true }],
  [{ 'enable-ecs-managed-tags': 'false' }, { enableEcsManagedTags: false }],
  [{ 'propagate-tags': 'task_definition' }, { propagateTags: 'TASK_DEFINITION' }],
  [{ 'propagate-tags': 'None' }, { propagateTags: 'NONE' }],
  [
    {
      'codedeploy-hooks':
        'AfterAllowTestTraffic=smoke\n\n beforeinstall = arn:aws:lambda:eu-west-1:123456789012:function:a:7'
    },
    {
      hooks: [
        { event: 'AfterAllowTestTraffic', function: 'smoke' },
        { event: 'BeforeInstall', function: 'arn:aws:lambda:eu-west-1:123456789012:function:a:7' }
      ]
    }
  ],
  [
    { [name]: 'scratch', [settings]: volume },
    { ebsVolume: { name: 'scratch', settings: { roleArn: 'arn:aws:iam::123456789012:role/ebs', sizeInGiB: 20 } } }
  ],
  [
    { [name]: 'scratch', [settings]: 'roleArn: arn:aws:iam::123456789012:role/ebs\nsnapshotId: snap-1\ntomorrow: 1' },
    {
      ebsVolume: {
        name: 'scratch',
        settings: { roleArn: expect.any(String) as never, snapshotId: 'snap-1', tomorrow: 1 }
      }
    }
  ]
])('%j', async (values, expected) => {
  expect(await inputs(values)).toMatchObject(expected)
})

describe('one is wrong', () => {
  const role = '"roleArn": "arn:aws:iam::123456789012:role/ebs"'
  const sized = (more: string): Values => ({ [name]: 'a', [settings]: `{${role}, "sizeInGiB": 20, ${more}}` })

  test.each<[Values, string, string]>([
    [{ 'unknown-properties': 'warning' }, 'INPUT_INVALID unknown-properties', '`error`, `warn` or `ignore`'],
    [{ 'unknown-properties': 'slips' }, 'INPUT_INVALID unknown-properties', '`error`, `warn` or `ignore`'],
    [{ 'strip-empty-values': 'yes' }, 'INPUT_INVALID strip-empty-values', '`true` or `false`'],
    [
      { 'strip-empty-values': 'true', 'keep-null-value-keys': 'command' },
      'INPUT_CONFLICT strip-empty-values',
      'Remove `strip-empty-values`'
    ],
    [{ 'keep-revisions': '0' }, 'INPUT_INVALID keep-revisions', 'from 1'],
    [{ 'keep-revisions': 'all' }, 'INPUT_INVALID keep-revisions', 'from 1'],
    [{ 'desired-count': '-1' }, 'INPUT_INVALID desired-count', 'from 0 to 5000'],
    [{ 'desired-count': '5001' }, 'INPUT_INVALID desired-count', 'from 0 to 5000'],
    [{ 'desired-count': '2.5' }, 'INPUT_INVALID desired-count', 'from 0 to 5000'],
    [{ 'force-new-deployment': '1' }, 'INPUT_INVALID force-new-deployment', '`true` or `false`'],
    [{ 'enable-ecs-managed-tags': 'null' }, 'INPUT_INVALID enable-ecs-managed-tags', '`true` or `false`'],
    [{ 'propagate-tags': 'TASK_DEFINITIONS' }, 'INPUT_INVALID propagate-tags', 'Write `TASK_DEFINITION`'],
    [{ 'codedeploy-hooks': 'smoke' }, 'INPUT_INVALID codedeploy-hooks', 'has no ='],
    [
      { 'codedeploy-hooks': 'AfterAllowTestTrafic=a' },
      'INPUT_INVALID codedeploy-hooks',
      'Write `AfterAllowTestTraffic`'
    ],
    [{ 'codedeploy-hooks': 'AllowTraffic=a' }, 'INPUT_INVALID codedeploy-hooks', '`BeforeAllowTraffic`'],
    [{ 'codedeploy-hooks': 'AfterInstall=' }, 'INPUT_INVALID codedeploy-hooks', 'has no function'],
    [{ 'codedeploy-hooks': 'AfterInstall=a b' }, 'INPUT_INVALID codedeploy-hooks', 'is no Lambda function'],
    [
      { 'codedeploy-hooks': 'AfterInstall=arn:aws:sns:eu-west-1:123456789012:a' },
      'INPUT_INVALID codedeploy-hooks',
      'is no Lambda function'
    ],
    [{ 'codedeploy-hooks': 'AfterInstall=a\nafterinstall=b' }, 'INPUT_INVALID codedeploy-hooks', 'has two functions'],
    [{ [name]: 'scratch' }, `INPUT_MISSING ${settings}`, 'both or neither'],
    [{ [name]: 'scratch', [settings]: '{}' }, `INPUT_MISSING ${settings}`, 'both or neither'],
    [{ [settings]: volume }, `INPUT_MISSING ${name}`, 'both or neither'],
    [{ [name]: 'my volume', [settings]: volume }, `INPUT_INVALID ${name}`, 'a volume name'],
    [{ [name]: 'a', [settings]: '{"sizeInGiB": 1}' }, `INPUT_INVALID ${settings}`, 'no ARN as `roleArn`'],
    [{ [name]: 'a', [settings]: `{${role}}` }, `INPUT_INVALID ${settings}`, 'neither `sizeInGiB` nor'],
    [sized('"throughput": 125'), `INPUT_INVALID ${settings}`, 'not `gp3`'],
    [sized('"throughput": 125, "volumeType": "gp2"'), `INPUT_INVALID ${settings}`, 'not `gp3`'],
    [sized('"volumetype": "gp3"'), `INPUT_INVALID ${settings}`, 'Write `volumeType`'],
    [{ [name]: 'a', [settings]: '[]' }, `INPUT_INVALID ${settings}`, 'the text holds a list'],
    [{ [name]: 'a', [settings]: '{"a": }' }, `INPUT_INVALID ${settings}`, 'line 1, column 7']
  ])('%j', async (values, expected, says) => {
    const all = await problems(values)
    expect(told(all)).toEqual([expected])
    expect(wording(all)).toContain(says)
  })

  test('gp3 has a throughput', async () => {
    expect((await inputs(sized('"throughput": 125, "volumeType": "gp3"'))).ebsVolume?.settings).toMatchObject({
      throughput: 125
    })
  })
})
