// Row by row, the inputs of both official actions as their workflows write them: the defaults given in full, and what a user
// means by each. What is not built is refused only when something would be lost.
import { describe, expect, test } from '@jest/globals'
import { MINUTE, SECOND } from '../../../src/domain/units.ts'
import type { InputName } from '../../../src/inputs/catalog.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { inputs, problems, told, type Values } from './parsed.ts'

/** amazon-ecs-deploy-task-definition 2.6.3, action.yml and index.js: the value that means the same as leaving it out there. */
const DEPLOY_DEFAULTS: Values = {
  'desired-count': '',
  service: 'web',
  cluster: 'default',
  'wait-for-minutes': '30',
  'wait-max-delay-seconds': '',
  'codedeploy-appspec': '',
  'codedeploy-application': '',
  'codedeploy-deployment-group': '',
  'codedeploy-deployment-description': '',
  'codedeploy-deployment-config': '',
  'force-new-deployment': 'false',
  'service-managed-ebs-volume-name': '',
  'service-managed-ebs-volume': '{}',
  'run-task': 'false',
  'run-task-container-overrides': '[]',
  'run-task-security-groups': '',
  'run-task-subnets': '',
  'run-task-assign-public-IP': 'DISABLED',
  'run-task-capacity-provider-strategy': '[]',
  'run-task-launch-type': 'FARGATE',
  'run-task-started-by': 'GitHub-Actions',
  'run-task-tags': '[]',
  'run-task-managed-ebs-volume-name': '',
  'run-task-managed-ebs-volume': '{}',
  'wait-for-task-stopped': 'false',
  'enable-ecs-managed-tags': '',
  'propagate-tags': '',
  'keep-null-value-keys': '',
  'max-retries': '3'
}

describe('the deploy action', () => {
  test('its defaults, all written out, are nothing at all', async () => {
    const { base: written, ...given } = await inputs(DEPLOY_DEFAULTS)
    const { base: left, ...nothing } = await inputs()
    expect(given).toEqual(nothing)
    expect(JSON.stringify(written)).toBe(JSON.stringify(left))
  })

  test.each<[Values, Partial<Inputs>]>([
    [{ service: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web' }, { service: 'web', cluster: 'prod' }],
    [{ cluster: 'prod' }, { cluster: 'prod' }],
    [{ 'wait-for-service-stability': 'true' }, { waitUntil: 'complete' }],
    [{ 'wait-for-service-stability': 'TRUE' }, { waitUntil: 'complete' }],
    [{ 'wait-for-service-stability': 'false' }, { waitUntil: 'started' }],
    [{ 'wait-for-minutes': '360' }, { allowance: 360 * MINUTE }],
    [{ 'wait-for-minutes': '0' }, { waitUntil: 'started' }],
    [{ 'wait-max-delay-seconds': '15' }, { maxGap: 15 * SECOND }],
    [{ 'codedeploy-application': 'AppECS-prod-web' }, { application: 'AppECS-prod-web' }],
    [{ 'codedeploy-deployment-group': 'DgpECS-prod-web' }, { group: 'DgpECS-prod-web' }],
    [{ 'codedeploy-deployment-description': 'by hand' }, { description: 'by hand' }],
    [
      { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' },
      {
        strategy: {
          kind: 'configuration',
          name: 'CodeDeployDefault.ECSAllAtOnce',
          input: 'codedeploy-deployment-config'
        }
      }
    ],
    [{ 'force-new-deployment': 'true' }, { forceNewDeployment: true }],
    [{ 'desired-count': '4' }, { desiredCount: 4 }],
    [{ 'enable-ecs-managed-tags': 'true' }, { enableEcsManagedTags: true }],
    [{ 'enable-ecs-managed-tags': 'false' }, { enableEcsManagedTags: false }],
    [{ 'propagate-tags': 'SERVICE' }, { propagateTags: 'SERVICE' }],
    [{ 'propagate-tags': 'NONE' }, { propagateTags: 'NONE' }],
    // There, 0 became 3.
    [{ 'max-retries': '0' }, { maxRetries: 0 }]
  ])('%j', async (values, expected) => {
    expect(await inputs(values)).toMatchObject(expected)
  })

  test('keep-null-value-keys is accepted and explained', async () => {
    const { notes } = await inputs({ 'keep-null-value-keys': 'command,entryPoint' })
    expect(notes.map((note) => note.says).join(' ')).toContain('keep-null-value-keys')
  })

  test.each<InputName>(['run-task', 'wait-for-task-stopped'])(
    '%s stays refused when it asks for something',
    async (name) => {
      const refused = await problems({ 'run-task': 'true', [name]: 'true' })
      expect(told(refused)).toContain(`INPUT_NOT_BUILT ${name}`)
    }
  )

  test.each<[InputName, string]>([
    ['wait-for-service-stability', 'yes'],
    ['wait-for-minutes', '-5'],
    ['wait-max-delay-seconds', '5'],
    ['force-new-deployment', 'ja'],
    ['desired-count', 'two'],
    ['propagate-tags', 'ALL']
  ])('%s: %s was taken there, and is refused here', async (name, value) => {
    expect(told(await problems({ [name]: value }))).toEqual([`INPUT_INVALID ${name}`])
  })
})

describe('the render action', () => {
  test.each<[Values, Partial<Inputs['edits']>]>([
    [
      { 'container-name': 'app, worker', image: 'web:2' },
      { images: ['app', 'worker'].map((container) => ({ container, image: 'web:2', input: 'container-name' })) }
    ],
    [
      { 'environment-variables': 'URL=postgres://db?a=1&b=2\nEMPTY=' },
      {
        environment: [
          { name: 'URL', value: 'postgres://db?a=1&b=2' },
          { name: 'EMPTY', value: '' }
        ]
      }
    ],
    [{ 'env-files': 'arn:aws:s3:::bucket/app.env' }, { environmentFiles: ['arn:aws:s3:::bucket/app.env'] }],
    [
      { secrets: 'KEY=arn:aws:ssm:eu-west-1:123456789012:parameter/key' },
      { secrets: [{ name: 'KEY', value: 'arn:aws:ssm:eu-west-1:123456789012:parameter/key' }] }
    ],
    [{ 'log-configuration-log-driver': 'awslogs' }, { logDriver: 'awslogs' }],
    // There, everything behind the second `=` was lost.
    [{ 'log-configuration-options': 'awslogs-group=a=b' }, { logOptions: [{ name: 'awslogs-group', value: 'a=b' }] }],
    [{ 'docker-labels': 'rule=Host(`a`)=1' }, { dockerLabels: [{ name: 'rule', value: 'Host(`a`)=1' }] }],
    // There, a quoted space divided the word.
    [{ command: 'sh -c "echo hello world"' }, { command: ['sh', '-c', 'echo hello world'] }],
    [
      { 'task-role-arn': 'arn:aws:iam::123456789012:role/task' },
      { taskRoleArn: 'arn:aws:iam::123456789012:role/task' }
    ],
    [
      { 'execution-role-arn': 'arn:aws-cn:iam::123456789012:role/exec' },
      { executionRoleArn: 'arn:aws-cn:iam::123456789012:role/exec' }
    ]
  ])('%j', async (values, expected) => {
    const { edits } = await inputs({ 'container-name': 'app', image: 'web:2', ...values })
    expect(edits).toMatchObject(expected)
  })

  test.each<[Values, string]>([
    [
      { 'task-definition-arn': 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7' },
      'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7'
    ],
    [{ 'task-definition-family': 'web' }, 'web'],
    [{ 'task-definition-family': 'web', 'task-definition-revision': '7' }, 'web:7']
  ])('the base %j', async (values, name) => {
    const { base } = await inputs({ ...values, 'task-definition': '' }, { taskDefinition: { kind: 'none' } })
    expect(base).toMatchObject({ kind: 'revision', name })
  })
})
