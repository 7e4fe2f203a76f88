import { describe, expect, test } from '@jest/globals'
import { MINUTE, type JsonObject } from '../../../../src/domain/units.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import { aDocument, DEFINITION } from '../../../engines/asked.ts'
import { aDeployment, aGroup, aTaskSet, BLUE_ID, pairBehind, revision } from '../../../engines/codedeploy-answers.ts'
import { problem } from '../../../engines/fake-ports.ts'
import { ALL_AT_ONCE } from './asking.ts'
import { plan, planned, refusals, says } from './planning.ts'

const CANARY = {
  computePlatform: 'ECS',
  trafficRoutingConfig: { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 20, canaryInterval: 7 } }
}

const strategy = (first: number, minutes: number): Partial<Deploying> => ({
  strategy: { kind: 'shape', shape: { kind: 'canary', first, hold: minutes * MINUTE }, written: 'canary' }
})

describe('with nothing but a service and an image', () => {
  test('the plan is the group’s, and the AppSpec is the service’s', async () => {
    expect(await plan()).toMatchObject({
      engine: 'codedeploy',
      target: { cluster: 'prod', service: 'web' },
      application: 'AppECS-prod-web',
      group: 'DgpECS-prod-web',
      config: undefined,
      before: { taskDefinition: revision(41) },
      taskSetBefore: BLUE_ID,
      revision: { kind: 'register', definition: DEFINITION },
      shape: { kind: 'all-at-once' },
      timetable: { readyWait: 0, steps: [{ after: 0, weight: 100 }], bake: 60 * MINUTE },
      guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm'] },
      autoRollback: undefined,
      overrideAlarms: undefined,
      wait: { until: 'complete', allowance: 30 * MINUTE, onTimeout: 'rollback', onCancel: 'rollback' },
      images: [
        { container: 'app', from: undefined, to: 'web:2' },
        { container: 'proxy', from: undefined, to: 'nginx:1' }
      ],
      appSpec: {
        version: 0,
        Resources: [
          {
            TargetService: {
              Type: 'AWS::ECS::Service',
              Properties: {
                LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
                PlatformVersion: 'LATEST',
                NetworkConfiguration: {
                  AwsvpcConfiguration: {
                    Subnets: ['subnet-1', 'subnet-2'],
                    SecurityGroups: ['sg-1'],
                    AssignPublicIp: 'DISABLED'
                  }
                }
              }
            }
          }
        ]
      }
    })
  })

  test('what carries it out is named, and the AppSpec that is sent is shown', async () => {
    const made = await plan()
    expect(made.through).toEqual([
      { what: 'CodeDeploy application', name: 'AppECS-prod-web' },
      { what: 'deployment group', name: 'DgpECS-prod-web' },
      { what: 'deployment configuration', name: 'CodeDeployDefault.ECSAllAtOnce' }
    ])
    expect(made.sent).toEqual({ title: 'The AppSpec that is sent', document: made.appSpec })
    expect(made.stored).toEqual([])
    const sent = await plan({ inputs: strategy(10, 5) })
    expect(sent.through.at(-1)?.name).toBe('CodeDeployDefault.ECSCanary10Percent5Minutes')
  })

  test('each choice has its origin', async () => {
    const { choices } = await plan()
    expect(choices).toEqual(
      expect.arrayContaining([
        { what: 'application', value: 'AppECS-prod-web', origin: 'default' },
        { what: 'deployment group', value: 'DgpECS-prod-web', origin: 'default' },
        { what: 'deployment configuration', value: 'CodeDeployDefault.ECSAllAtOnce', origin: 'group' },
        { what: 'container and port', value: 'app:8080', origin: 'service' },
        { what: 'subnets', value: 'subnet-1, subnet-2', origin: 'service' },
        { what: 'alarms', value: 'web-5xx', origin: 'group' },
        { what: 'rolls back on', value: 'failure, alarm', origin: 'group' }
      ])
    )
  })

  test('that all at once is not checked beforehand is said, and that stopping needs a permission', async () => {
    const notes = says(await plan())
    expect(notes).toContain('All traffic moves at once')
    expect(notes).toContain('codedeploy:StopDeployment')
  })

  test('nothing is stopped, and nothing said of it, when the run does not wait or leaves things alone', async () => {
    expect(says(await plan({ inputs: { waitUntil: 'started' } }))).not.toContain('StopDeployment')
    expect(says(await plan({ inputs: { onTimeout: 'leave', onCancel: 'leave' } }))).not.toContain('StopDeployment')
  })

  test('a service without tasks is a warning', async () => {
    expect(says(await plan({ service: { desiredCount: 0 } }))).toContain('warning: The desired count')
  })

  test('a plan made twice is the same plan', async () => {
    expect(await plan()).toEqual(await plan())
  })

  test('another definition has another marker', async () => {
    const other = { ...DEFINITION, cpu: '512' }
    expect((await plan({ definition: other })).marker.key).not.toBe((await plan()).marker.key)
  })
})

describe('the strategy', () => {
  test('of a predefined configuration is sent by its name', async () => {
    const made = await plan({ inputs: strategy(10, 5), codedeploy: { getDeploymentConfig: problem('AWS_BROKEN') } })
    expect(made).toMatchObject({
      config: { name: 'CodeDeployDefault.ECSCanary10Percent5Minutes', create: false },
      shape: { kind: 'canary', first: 10, hold: 5 * MINUTE }
    })
    expect(says(made)).not.toContain('GetDeploymentConfig')
  })

  test('that nobody has made yet is to be created, which needs a permission', async () => {
    const made = await plan({
      inputs: strategy(20, 7),
      codedeploy: { getDeploymentConfig: problem('CONFIG_NOT_FOUND') }
    })
    expect(made).toMatchObject({
      config: { name: 'ecs-canary-deploy-canary-20-percent-7-minutes', create: true },
      timetable: {
        steps: [
          { after: 0, weight: 20 },
          { after: 7 * MINUTE, weight: 100 }
        ]
      }
    })
    expect(says(made)).toContain('codedeploy:CreateDeploymentConfig')
  })

  test('that was made before is reused', async () => {
    const codedeploy = { getDeploymentConfig: { deploymentConfigInfo: CANARY } }
    expect((await plan({ inputs: strategy(20, 7), codedeploy })).config).toMatchObject({ create: false })
  })

  test('under whose name stands something else is refused', async () => {
    const codedeploy = { getDeploymentConfig: { deploymentConfigInfo: ALL_AT_ONCE } }
    expect(await refusals({ inputs: strategy(20, 7), codedeploy })).toMatchObject([{ code: 'CONFIG_UNFIT' }])
  })

  test('of our own is refused when it cannot be known whether it exists', async () => {
    const codedeploy = { getDeploymentConfig: problem('NOT_ALLOWED') }
    expect(await refusals({ inputs: strategy(20, 7), codedeploy })).toMatchObject([{ code: 'NOT_ALLOWED' }])
  })

  const named: Partial<Deploying> = { strategy: { kind: 'configuration', name: 'theirs', input: 'strategy' } }

  test('by a name is taken as it is, its timetable read', async () => {
    const made = await plan({ inputs: named, codedeploy: { getDeploymentConfig: { deploymentConfigInfo: CANARY } } })
    expect(made).toMatchObject({ config: { name: 'theirs', create: false }, shape: { kind: 'canary', first: 20 } })
  })

  test.each([
    ['does not exist', problem('CONFIG_NOT_FOUND'), 'CONFIG_NOT_FOUND'],
    ['is for Lambda', { deploymentConfigInfo: { ...CANARY, computePlatform: 'Lambda' } }, 'CONFIG_UNFIT'],
    ['cannot be read', {}, 'AWS_ANSWER_INVALID'],
    ['cannot be reached', problem('AWS_UNREACHABLE'), 'AWS_UNREACHABLE'],
    // CreateDeployment needs the same permission.
    ['may not be read', problem('NOT_ALLOWED'), 'NOT_ALLOWED']
  ])('by a name that %s is refused', async (_, getDeploymentConfig, code) => {
    expect(await refusals({ inputs: named, codedeploy: { getDeploymentConfig } })).toMatchObject([{ code }])
  })

  test.each([
    [
      'moves traffic in a new way',
      { deploymentConfigInfo: { computePlatform: 'ECS', trafficRoutingConfig: { type: 'Spiral' } } },
      'Spiral'
    ]
  ])('by a name that %s has no timetable, and that is said', async (_, getDeploymentConfig, said) => {
    const made = await plan({ inputs: named, codedeploy: { getDeploymentConfig } })
    expect(made).toMatchObject({
      shape: undefined,
      timetable: { steps: [] },
      config: { name: 'theirs' }
    })
    expect(says(made)).toContain(said)
  })

  test('of a group without a configuration is sent as all at once: AWS’s own default is not for ECS', async () => {
    const made = await plan({ group: { deploymentConfigName: undefined } })
    expect(made.config).toEqual({ name: 'CodeDeployDefault.ECSAllAtOnce', create: false })
  })

  test('behind a network load balancer may only be all at once', async () => {
    const group = { loadBalancerInfo: pairBehind('net') }
    const codedeploy = { getDeploymentConfig: { deploymentConfigInfo: CANARY } }
    expect(await refusals({ inputs: named, group, codedeploy })).toMatchObject([{ code: 'STRATEGY_UNFIT' }])
    expect((await planned({ group })).result.kind).toBe('planned')
  })
})

describe('the AppSpec', () => {
  const properties = { LoadBalancerInfo: { ContainerName: 'proxy', ContainerPort: 8443 } }
  const appSpecOf = (its: JsonObject): JsonObject => ({
    version: 0,
    resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: its } }],
    Hooks: [{ AfterInstall: 'hook' }]
  })

  const fromFile = (value: JsonObject): Partial<Deploying> => ({ appSpec: aDocument(value, 'appspec.yaml') })
  /** Everything a service has, said by the file. */
  const whole = {
    TaskDefinition: 'whatever stood there',
    ...properties,
    PlatformVersion: '1.4.0',
    NetworkConfiguration: {
      AwsvpcConfiguration: { Subnets: ['subnet-9'], SecurityGroups: ['sg-9'], AssignPublicIp: 'ENABLED' }
    },
    CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Base: 0, Weight: 1 }]
  }
  const SPOT = [
    { capacityProvider: 'FARGATE', base: 1, weight: 1 },
    { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 4 }
  ]

  test('of a file that says everything is kept as it is, hooks and case, with a placeholder for the revision', async () => {
    const made = await plan({ inputs: fromFile(appSpecOf(whole)), service: { capacityProviderStrategy: SPOT } })
    expect(made.appSpec).toEqual(appSpecOf({ ...whole, TaskDefinition: '<TASK_DEFINITION>' }))
    expect(made.choices).toContainEqual({ what: 'AppSpec', value: 'appspec.yaml', origin: 'file' })
    expect(made.choices.filter(({ origin }) => origin === 'service')).toEqual([])
    expect(says(made)).not.toContain('added')
  })

  test('of a file is completed with what the service has, every value named', async () => {
    const made = await plan({ inputs: fromFile(appSpecOf(properties)), service: { capacityProviderStrategy: SPOT } })
    expect(made.appSpec).toEqual(
      appSpecOf({
        TaskDefinition: '<TASK_DEFINITION>',
        ...properties,
        PlatformVersion: 'LATEST',
        NetworkConfiguration: {
          AwsvpcConfiguration: {
            Subnets: ['subnet-1', 'subnet-2'],
            SecurityGroups: ['sg-1'],
            AssignPublicIp: 'DISABLED'
          }
        },
        CapacityProviderStrategy: [
          { CapacityProvider: 'FARGATE', Base: 1, Weight: 1 },
          { CapacityProvider: 'FARGATE_SPOT', Base: 0, Weight: 4 }
        ]
      })
    )
    const added = [
      ['platform version', 'LATEST'],
      ['subnets', 'subnet-1, subnet-2'],
      ['security groups', 'sg-1'],
      ['public address', 'DISABLED'],
      ['capacity providers', 'FARGATE (base 1, weight 1), FARGATE_SPOT (base 0, weight 4)']
    ] as const
    for (const [what, value] of added) {
      expect(made.choices).toContainEqual({ what, value, origin: 'service' })
      expect(says(made)).toMatch(new RegExp(`notice: appspec.yaml .*added: .*${what} ${value.replace(/[()]/g, '.')}`))
    }
  })

  test('of a file loses no capacity providers even when another member is there', async () => {
    const { CapacityProviderStrategy, ...others } = whole
    expect(CapacityProviderStrategy).toHaveLength(1)
    const made = await plan({ inputs: fromFile(appSpecOf(others)), service: { capacityProviderStrategy: SPOT } })
    expect(JSON.stringify(made.appSpec)).toContain('"CapacityProvider":"FARGATE","Base":1')
    expect(made.choices.filter(({ origin }) => origin === 'service').map(({ what }) => what)).toEqual([
      'capacity providers'
    ])
  })

  test.each([
    ['proxy', 8080, 'proxy:8080'],
    ['app', 8443, 'app:8443']
  ])('whose container and port are not those of the service wins, with a warning: %s:%d', async (name, port, told) => {
    const value = appSpecOf({ LoadBalancerInfo: { ContainerName: name, ContainerPort: port } })
    const definition = {
      family: 'web',
      containerDefinitions: ['app', 'proxy'].map((container) => ({
        name: container,
        image: 'x',
        portMappings: [{ containerPort: 8080 }, { containerPort: 8443 }]
      }))
    }
    const made = await plan({ inputs: fromFile(value), definition })
    expect(JSON.stringify(made.appSpec)).toContain(`"ContainerName":"${name}","ContainerPort":${port}`)
    expect(says(made)).toContain(`warning: appspec.yaml sends the traffic to ${told}`)
  })

  test('whose container and port are those of the service is not warned of', async () => {
    const value = appSpecOf({ LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 } })
    expect(says(await plan({ inputs: fromFile(value) }))).not.toContain('sends the traffic')
  })

  test('has the hooks of the input beside its own; of the same event the input wins, and that is said', async () => {
    const hooks = [
      { event: 'AfterAllowTestTraffic', function: 'smoke' },
      { event: 'AfterInstall', function: 'other' }
    ]
    const made = await plan({ inputs: { ...fromFile(appSpecOf(properties)), hooks } })
    expect(made.appSpec['Hooks']).toEqual([{ AfterAllowTestTraffic: 'smoke' }, { AfterInstall: 'other' }])
    expect(made.choices).toContainEqual({ what: 'hook AfterInstall', value: 'other', origin: 'input' })
    expect(says(made)).toContain(
      'notice: `codedeploy-hooks` wins over the AppSpec: AfterInstall calls other and not hook'
    )
  })

  test('that is generated has the hooks of the input', async () => {
    const made = await plan({ inputs: { hooks: [{ event: 'AfterInstall', function: 'check' }] } })
    expect(made.appSpec['Hooks']).toEqual([{ AfterInstall: 'check' }])
    expect(says(made)).not.toContain('wins over')
  })

  test('whose hook waits for test traffic that never comes is warned of', async () => {
    const inputs = { hooks: [{ event: 'AfterAllowTestTraffic', function: 'smoke' }] }
    expect(says(await plan({ inputs }))).toContain('warning: smoke will not be called: group DgpECS-prod-web')
    const [pair] = pairBehind('app').targetGroupPairInfoList ?? []
    const tested = { targetGroupPairInfoList: [{ ...pair, testTrafficRoute: { listenerArns: ['arn'] } }] }
    expect(says(await plan({ inputs, group: { loadBalancerInfo: tested } }))).not.toContain('will not be called')
  })

  test('that names a container nobody has is refused', async () => {
    const value = appSpecOf({ LoadBalancerInfo: { ContainerName: 'prxy', ContainerPort: 8443 } })
    expect(await refusals({ inputs: { appSpec: aDocument(value, 'appspec.yaml') } })).toMatchObject([
      { code: 'APPSPEC_MISMATCH', place: { kind: 'file', path: 'appspec.yaml' } }
    ])
  })

  test('of no form is refused', async () => {
    const problems = await refusals({ inputs: { appSpec: aDocument({ version: 0 }, 'appspec.yaml') } })
    expect(problems[0]?.code).toBe('APPSPEC_INVALID')
  })

  test('of a service that leaves its load balancer to its task sets is made from the primary one', async () => {
    const placed = { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }] }
    const service = { loadBalancers: [], taskSets: [aTaskSet(placed)] }
    const { appSpec } = await plan({ service })
    expect(JSON.stringify(appSpec)).toContain('"ContainerName":"app","ContainerPort":8080')
    expect(JSON.stringify(appSpec)).toContain('"CapacityProvider":"FARGATE_SPOT"')
  })

  test('of a service without a load balancer has to be written', async () => {
    const service = { loadBalancers: [], taskSets: [] }
    expect(await refusals({ service })).toMatchObject([
      { code: 'APPSPEC_INVALID', remedy: expect.stringContaining('codedeploy-appspec') }
    ])
  })

  test('of a service with several containers behind it is not guessed', async () => {
    const service = {
      loadBalancers: [
        { containerName: 'app', containerPort: 8080 },
        { containerName: 'proxy', containerPort: 8443 }
      ]
    }
    const [refused] = await refusals({ service })
    expect(refused?.found).toContain('app:8080 and proxy:8443')
  })

  test('of the service must fit the new definition, too', async () => {
    const definition = { family: 'web', containerDefinitions: [{ name: 'api', image: 'x', portMappings: [] }] }
    expect(await refusals({ definition })).toMatchObject([{ code: 'APPSPEC_MISMATCH', place: { kind: 'aws' } }])
  })
})

describe('the service itself', () => {
  test('is changed where it was asked to be another, and nowhere else', async () => {
    const made = await plan({ inputs: { desiredCount: 4 }, service: { propagateTags: 'SERVICE' } })
    expect(made).toMatchObject({ serviceUpdate: { desiredCount: 4 } })
    expect(made.choices).toContainEqual({ what: 'desired count', value: '2 -> 4', origin: 'input' })
    expect(says(made)).toContain('`ecs:UpdateService`')
    expect((await plan()).serviceUpdate).toBeUndefined()
    const tags = { enableECSManagedTags: true, propagateTags: 'SERVICE' } as const
    const asked = { enableEcsManagedTags: true, propagateTags: 'SERVICE', desiredCount: 2 } as const
    expect((await plan({ inputs: asked, service: tags })).serviceUpdate).toBeUndefined()
  })

  test('with no task is warned of by the count it will have', async () => {
    expect(says(await plan({ service: { desiredCount: 0 }, inputs: { desiredCount: 2 } }))).not.toContain(
      'without a single'
    )
    expect(says(await plan({ inputs: { desiredCount: 0 } }))).toContain('warning: The desired count')
  })

  test('that is changed is told from what to what, for what stays so', async () => {
    const inputs = { desiredCount: 4, enableEcsManagedTags: true, propagateTags: 'SERVICE' } as const
    expect((await plan({ inputs, service: { propagateTags: 'SERVICE' } })).stored).toEqual([
      { path: 'desiredCount', kind: 'changed', from: '2', to: '4' },
      { path: 'enableECSManagedTags', kind: 'changed', from: 'false', to: 'true' }
    ])
    expect((await plan({ inputs: { desiredCount: 2 } })).stored).toEqual([])
    const unknown = await plan({ inputs: { desiredCount: 4 }, service: { desiredCount: undefined } })
    expect(unknown.stored).toMatchObject([{ from: undefined, to: '4' }])
  })

  test.each([
    ['minimum-healthy-percent', { minimumHealthyPercent: 0 }],
    ['maximum-percent', { maximumPercent: 150 }]
  ])('has no %s: CodeDeploy starts a whole second task set', async (name, inputs) => {
    expect(await refusals({ inputs })).toMatchObject([
      { code: 'SERVICE_OPTION_UNFIT', place: { kind: 'input', name }, remedy: `Remove \`${name}\`.` }
    ])
  })

  test('cannot be given volumes, which is told with everything else that is wrong', async () => {
    const problems = await refusals({
      inputs: { ebsVolume: { name: 'scratch', settings: {} }, appSpec: aDocument({ version: 0 }, 'appspec.yaml') }
    })
    expect(problems.map(({ code }) => code)).toEqual(['APPSPEC_INVALID', 'SERVICE_OPTION_UNFIT'])
  })
})

describe('the group', () => {
  test.each([
    ['APPLICATION_NOT_FOUND', 'codedeploy-application', /no CodeDeploy application AppECS-prod-web.*default/],
    ['GROUP_NOT_FOUND', 'codedeploy-deployment-group', /no deployment group DgpECS-prod-web.*default/]
  ] as const)('%s says that the default was used', async (code, name, found) => {
    const problems = await refusals({ codedeploy: { getDeploymentGroup: problem(code) } })
    expect(problems).toMatchObject([{ code, place: { kind: 'input', name } }])
    expect(problems[0]?.found).toMatch(found)
  })

  test('that was named is not called a default', async () => {
    const world = { inputs: { group: 'mine' }, codedeploy: { getDeploymentGroup: problem('GROUP_NOT_FOUND') } }
    const [refused] = await refusals(world)
    expect(refused?.found).toBe('there is no deployment group mine in application AppECS-prod-web')
  })

  test('of a long name is found under the untruncated name of the official action', async () => {
    const cluster = 'c'.repeat(60)
    const whole = `AppECS-${cluster}-web`
    const long = { clusterArn: `arn:aws:ecs:us-east-1:123456789012:cluster/${cluster}` }
    const getDeploymentGroup = ({ applicationName }: { applicationName: string }): unknown =>
      applicationName === whole
        ? { deploymentGroupInfo: aGroup({ ecsServices: [{ clusterName: cluster, serviceName: 'web' }] }) }
        : problem('APPLICATION_NOT_FOUND')
    expect((await plan({ service: long, codedeploy: { getDeploymentGroup } })).application).toBe(whole)
    const [refused] = await refusals({
      service: long,
      codedeploy: { getDeploymentGroup: problem('APPLICATION_NOT_FOUND') }
    })
    expect(refused?.found).toContain(`AppECS-${'c'.repeat(47)}-web or ${whole}`)
  })

  test('that may not be read is refused', async () => {
    expect(await refusals({ codedeploy: { getDeploymentGroup: problem('NOT_ALLOWED') } })).toMatchObject([
      { code: 'NOT_ALLOWED' }
    ])
  })

  test('of an empty answer is refused', async () => {
    expect(await refusals({ codedeploy: { getDeploymentGroup: {} } })).toMatchObject([{ code: 'AWS_ANSWER_INVALID' }])
  })
})

describe('a permission that is missing costs a feature, not the deployment', () => {
  test.each([['cloudwatch:DescribeAlarms', { alarms: problem('NOT_ALLOWED') }]])('%s', async (action, world) => {
    const made = await plan(world)
    expect(made.notes.filter((note) => note.says.includes(action))).toMatchObject([{ level: 'notice' }])
    expect(made.guard.alarms).toEqual(['web-5xx'])
  })

  test('alarms that cannot be read for another reason do: nobody may have looked', async () => {
    expect(await refusals({ alarms: problem('AWS_BROKEN') })).toMatchObject([{ code: 'AWS_BROKEN' }])
  })
})

describe('the alarms', () => {
  test('of group and inputs are asked for in one call', async () => {
    const both = { MetricAlarms: ['web-5xx', 'slow'].map((AlarmName) => ({ AlarmName, StateValue: 'OK' })) }
    const { inputsOf } = await planned({ inputs: { alarms: ['slow', 'web-5xx'] }, alarms: both })
    expect(inputsOf('cloudwatch.describeAlarms')).toMatchObject([{ AlarmNames: ['web-5xx', 'slow'] }])
  })

  test('more than fit in a call are asked for in two', async () => {
    const alarms = Array.from({ length: 120 }, (_, index) => `a${index}`)
    const { inputsOf } = await planned({ inputs: { alarms } })
    const asked = inputsOf('cloudwatch.describeAlarms') as readonly { AlarmNames: readonly string[] }[]
    expect(asked.map(({ AlarmNames }) => AlarmNames.length)).toEqual([100, 21])
  })

  test('are not asked for when there are none', async () => {
    const { inputsOf } = await planned({ group: { alarmConfiguration: undefined } })
    expect(inputsOf('cloudwatch.describeAlarms')).toEqual([])
  })
})

test('everything that is wrong is told at once', async () => {
  const problems = await refusals({
    inputs: {
      strategy: { kind: 'shape', shape: { kind: 'rolling' }, written: 'rolling' },
      alarms: ['slwo'],
      appSpec: aDocument({ version: 0 }, 'appspec.yaml')
    },
    group: {
      ecsServices: [],
      lastAttemptedDeployment: { deploymentId: 'd-OTHER', status: 'Ready' }
    },
    codedeploy: { getDeployment: { deploymentInfo: aDeployment({ status: 'Ready' }) } },
    alarms: { MetricAlarms: [{ AlarmName: 'web-5xx', StateValue: 'ALARM' }] }
  })
  expect(new Set(problems.map((each) => each.code))).toEqual(
    new Set([
      'STRATEGY_UNFIT',
      'GROUP_MISMATCH',
      'DEPLOYMENT_ACTIVE',
      'ALARM_NOT_FOUND',
      'ALARM_ACTIVE',
      'APPSPEC_INVALID'
    ])
  )
  expect(problems.every((each) => each.changed === 'nothing')).toBe(true)
})
