// The AppSpec is really read, and its mistakes come late: an id first, a failed deployment then.
import { describe, expect, test } from '@jest/globals'
import { readAppSpec } from './appspec.ts'
import { Driver, appSpec } from './driving.ts'

const ARN = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:41'
const properties = { TaskDefinition: ARN, LoadBalancerInfo: { ContainerName: 'proxy', ContainerPort: 8443 } }
const spec = (change: object = {}, more: object = {}, target: object = {}): string =>
  JSON.stringify({
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: { ...properties, ...change }, ...target } }],
    ...more
  })
const resource = (): unknown => (JSON.parse(spec()) as { Resources: unknown[] }).Resources[0]
const vpc = (more: object): object => ({
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['s'], SecurityGroups: ['g'], ...more } }
})

const GOOD: readonly (readonly [string, string])[] = [
  ['JSON', spec()],
  ['YAML', appSpec(ARN)],
  ['a network', spec(vpc({ AssignPublicIp: 'DISABLED' }))],
  ['a strategy', spec({ CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1, Weight: 1 }] })],
  ['no hooks', spec({}, { Hooks: null })],
  [
    'five hooks',
    spec(
      {},
      {
        Hooks: [
          'BeforeInstall',
          'AfterInstall',
          'AfterAllowTestTraffic',
          'BeforeAllowTraffic',
          'AfterAllowTraffic'
        ].map((name) => ({ [name]: 'f' }))
      }
    )
  ]
]

const BAD: readonly (readonly [string, string])[] = [
  ['text that is no YAML', 'a: [b'],
  ['a bare word', 'hello'],
  ['nothing', '""'],
  ['another version', spec({}, { version: 1 })],
  ['no version', spec({}, { version: undefined })],
  ['no resources', spec({}, { Resources: [] })],
  ['two resources', spec({}, { Resources: [resource(), resource()] })],
  ['another type', spec({}, {}, { Type: 'AWS::Lambda::Function' })],
  ['no task definition', spec({ TaskDefinition: undefined })],
  ['a balancer list', spec({ LoadBalancerInfo: [properties.LoadBalancerInfo] })],
  ['no balancer', spec({ LoadBalancerInfo: undefined })],
  ['no container', spec({ LoadBalancerInfo: { ContainerPort: 80 } })],
  ['a port of text', spec({ LoadBalancerInfo: { ContainerName: 'proxy', ContainerPort: '8443' } })],
  ['half a network', spec(vpc({}))],
  ['a strategy that is no list', spec({ CapacityProviderStrategy: {} })],
  ['hooks that are no list', spec({}, { Hooks: { BeforeInstall: 'f' } })],
  ['a hook that is none', spec({}, { Hooks: [{ Install: 'f' }] })],
  ['a hook without function', spec({}, { Hooks: [{ AfterInstall: null }] })],
  ['a hook twice', spec({}, { Hooks: [{ AfterInstall: 'f' }, { AfterInstall: 'g' }] })],
  ['two hooks in one map', spec({}, { Hooks: [{ AfterInstall: 'f', BeforeInstall: 'g' }] })]
]

describe('reading', () => {
  test.each(GOOD)('takes %s', (_, text) => {
    expect(readAppSpec(text, 'exact')).toMatchObject({
      taskDefinition: ARN,
      containerName: 'proxy',
      containerPort: 8443
    })
  })

  test.each(BAD)('refuses %s', (_, text) => {
    expect(readAppSpec(text, 'insensitive')).toEqual({
      problem: expect.stringMatching(/^The deployment failed because the AppSpec file/)
    })
  })

  test('minds the case of keys or not, by switch', () => {
    const lower = appSpec(ARN).replace('Resources:', 'resources:').replace('Properties:', 'properties:')
    expect(readAppSpec(lower, 'insensitive')).toMatchObject({ taskDefinition: ARN })
    expect(readAppSpec(lower, 'exact')).toHaveProperty('problem')
  })
})

describe('mistakes fail the deployment later', () => {
  const failure = (content: string): { code: string; message: string } | undefined => {
    const driver = new Driver('smooth')
    const id = driver.create(content)
    expect(id).toMatch(/^d-/)
    driver.untilStatus(id, 'Failed')
    expect(driver.traffic()).toEqual({ 41: 100 })
    return driver.deployment(id).errorInformation
  }

  test('an AppSpec nobody can read', () => {
    expect(failure('a: [b')).toEqual({
      code: 'INVALID_REVISION',
      message:
        'The deployment failed because the AppSpec file that specifies the deployment configuration is missing or has an invalid configuration. The input AppSpec file is a not well-formed yaml. The template cannot be parsed.'
    })
  })

  test.each([
    [
      'The container proxy did not have a container port 80 defined.',
      { LoadBalancerInfo: { ContainerName: 'proxy', ContainerPort: 80 } }
    ],
    [
      'The container does not exist in the task definition.',
      { LoadBalancerInfo: { ContainerName: 'nginx', ContainerPort: 80 } }
    ],
    ['Invalid revision number. Number: latest', { TaskDefinition: 'web:latest' }],
    ['Unable to describe task definition.', { TaskDefinition: 'web:99' }]
  ])('%s', (said, change) => {
    const error = failure(spec(change))
    expect(error?.code).toBe('ECS_UPDATE_ERROR')
    expect(error?.message).toMatch(
      /^The ECS service cannot be updated due to an unexpected error: .* \(Service: AmazonECS; Status Code: 400; Error Code: \w+; Request ID: [0-9a-f-]{36}; Proxy: null\)\. Check your ECS service status\.$/
    )
    expect(error?.message).toContain(said)
  })

  test('a placeholder that was never filled in', () => {
    expect(failure(appSpec('<TASK_DEFINITION>'))?.code).toBe('ECS_UPDATE_ERROR')
  })

  test('without a revision the newest is taken', () => {
    const driver = new Driver('smooth')
    driver.register()
    driver.create(spec({ TaskDefinition: ARN.replace(':41', '') }))
    expect(driver.truth().deployments.at(-1)?.revision).toMatch(/web:42$/)
  })
})
