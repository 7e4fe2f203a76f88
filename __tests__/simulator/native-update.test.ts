// UpdateService of an ECS-controlled service, held to BEHAVIOUR-ECS.md.
import { describe, expect, test } from '@jest/globals'
import { NativeDriver, minute, varied } from './driving-native.ts'
import type { NativeSettings } from './native-scenario.ts'
import type { Json } from './wire.ts'

const count = (driver: NativeDriver): number => driver.truth().deployments.length
const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:41'

describe('a deployment starts', () => {
  const starts = (input: Json): boolean => {
    const driver = new NativeDriver('ecs-canary')
    driver.register()
    const before = count(driver)
    driver.update(input)
    return count(driver) > before
  }
  test.each<[string, Json]>([
    ['another task definition', { taskDefinition: 'web:42' }],
    ['the newest of the family', { taskDefinition: 'web' }],
    ['force', { forceNewDeployment: true }],
    ['force and the same task definition', { forceNewDeployment: true, taskDefinition: OLD }],
    ['another platform version', { platformVersion: '1.3.0' }],
    ['another network', { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } }],
    [
      'other balancers',
      { loadBalancers: [], deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 } }
    ],
    ['service connect', { serviceConnectConfiguration: { enabled: true } }],
    ['registries', { serviceRegistries: [{ registryArn: 'arn' }] }],
    ['volumes', { volumeConfigurations: [{ name: 'v' }] }],
    ['lattice', { vpcLatticeConfigurations: [{ roleArn: 'r', targetGroupArn: 't', portName: 'p' }] }]
  ])('with %s', (_, input) => {
    expect(starts(input)).toBe(true)
  })

  test.each<[string, Json]>([
    ['nothing', {}],
    ['the same task definition', { taskDefinition: OLD }],
    ['the same, by family and revision', { taskDefinition: 'web:41' }],
    ['no force', { forceNewDeployment: false }],
    ['a count', { desiredCount: 3 }],
    ['another strategy alone', { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 } }],
    ['a grace period', { healthCheckGracePeriodSeconds: 10 }],
    ['tag flags', { enableECSManagedTags: false, propagateTags: 'NONE' }]
  ])('not with %s', (_, input) => {
    expect(starts(input)).toBe(false)
  })

  test('not twice with what was given already', () => {
    const driver = new NativeDriver('ecs-canary')
    driver.update({ platformVersion: '1.3.0' })
    const after = count(driver)
    driver.update({ platformVersion: '1.3.0' })
    expect(count(driver)).toBe(after)
    driver.untilNative(driver.newest(), 'SUCCESSFUL')
    expect(driver.described()).toMatchObject({ platformVersion: '1.3.0' })
  })

  test('strategy and task definition can change in one call', () => {
    const driver = new NativeDriver('ecs-rolling')
    const deploymentConfiguration = { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 20 } }
    const arn = driver.begin({ deploymentConfiguration })
    expect(driver.native(arn).deploymentConfiguration).toMatchObject({
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 10 }
    })
    driver.until(() => driver.traffic()['42'] === 20)
  })
})

test('what runs keeps the configuration it began with', () => {
  const driver = new NativeDriver('ecs-canary')
  const arn = driver.begin()
  driver.update({ deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 } })
  expect(driver.described().deploymentConfiguration).toMatchObject({ strategy: 'BLUE_GREEN' })
  expect(driver.native(arn).deploymentConfiguration).toMatchObject({ strategy: 'CANARY' })
  driver.until(() => driver.traffic()['42'] === 10)
})

describe('deploymentConfiguration', () => {
  test('drops what belongs to another strategy without a word', () => {
    const driver = new NativeDriver('ecs-blue-green')
    driver.update({
      deploymentConfiguration: { canaryConfiguration: { canaryPercent: 20 }, linearConfiguration: { stepPercent: 10 } }
    })
    const now = driver.described().deploymentConfiguration
    expect(now).toMatchObject({ strategy: 'BLUE_GREEN' })
    expect(now).not.toHaveProperty('canaryConfiguration')
    expect(now).not.toHaveProperty('linearConfiguration')
  })

  test('has defaults', () => {
    const driver = new NativeDriver('ecs-rolling')
    driver.update({ deploymentConfiguration: { strategy: 'LINEAR' } })
    expect(driver.described().deploymentConfiguration).toMatchObject({
      linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 6 }
    })
  })

  const canary = (canaryConfiguration: Json): Json => ({ strategy: 'CANARY', canaryConfiguration })
  const linear = (linearConfiguration: Json): Json => ({ strategy: 'LINEAR', linearConfiguration })
  const lambda = {
    hookTargetArn: 'arn:aws:lambda:us-east-1:1:function:x',
    roleArn: 'arn:aws:iam::1:role/x',
    lifecycleStages: ['PRE_SCALE_UP']
  }
  const pause = { targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP'] }
  const hooks = (...lifecycleHooks: Json[]): Json => ({ lifecycleHooks })
  const early = (criteria: Json): Json => ({
    strategy: 'ROLLING',
    minimumHealthyPercent: 50,
    earlySuccessCriteria: { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: 'BLOCKING', ...criteria }
  })

  test.each<[string, Json]>([
    ['strategy', { strategy: 'AB_TEST' }],
    ['bakeTimeInMinutes', { bakeTimeInMinutes: 1.5 }],
    ['bakeTimeInMinutes', { bakeTimeInMinutes: -1 }],
    ['bakeTimeInMinutes', { bakeTimeInMinutes: 1441 }],
    ['canaryPercent', canary({ canaryPercent: 0 })],
    ['canaryPercent', canary({ canaryPercent: 100.1 })],
    ['canaryPercent', canary({ canaryPercent: 2.55 })],
    ['canaryBakeTimeInMinutes', canary({ canaryBakeTimeInMinutes: 1441 })],
    ['canaryBakeTimeInMinutes', canary({ canaryBakeTimeInMinutes: -1 })],
    ['stepPercent', linear({ stepPercent: 2.9 })],
    ['stepPercent', linear({ stepPercent: 100.1 })],
    ['stepPercent', linear({ stepPercent: 3.05 })],
    ['stepBakeTimeInMinutes', linear({ stepBakeTimeInMinutes: 1441 })],
    ['minimumHealthyPercent', { minimumHealthyPercent: -1 }],
    ['maximumPercent', { minimumHealthyPercent: 100, maximumPercent: 90 }],
    ['rollback', { alarms: { alarmNames: ['web-5xx'], enable: true } }],
    ['enable', { alarms: { alarmNames: ['web-5xx'], rollback: true } }],
    ['alarmNames', { alarms: { rollback: true, enable: true } }],
    ['rollback', { deploymentCircuitBreaker: { enable: true } }],
    [
      'type',
      { deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration: { type: 'X', value: 1 } } }
    ],
    [
      'value',
      {
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'COUNT', value: 0.5 }
        }
      }
    ],
    [
      'value',
      { deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration: { type: 'COUNT' } } }
    ],
    ['earlySuccessCriteria', { ...early({}), strategy: 'CANARY' }],
    ['healthyPercent', early({ healthyPercent: 40 })],
    ['healthyPercent', early({ healthyPercent: 101 })],
    ['sourceServiceRevisionCleanup', early({ sourceServiceRevisionCleanup: 'NEVER' })],
    ['Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE', hooks({ ...pause, targetType: 'SLEEP' })],
    [
      'Invalid lifecycle stage provided for Pause Hook',
      hooks({ ...pause, lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] })
    ],
    ['Invalid lifecycle stage provided for Pause Hook', hooks({ ...pause, lifecycleStages: ['TEST_TRAFFIC_SHIFT'] })],
    ['Invalid lifecycle stage provided for Pause Hook', hooks({ ...pause, lifecycleStages: ['SCALE_UP'] })],
    ['Invalid lifecycle stage', hooks({ ...lambda, lifecycleStages: ['BAKE_TIME'] })],
    ['lifecycleStages', hooks({ ...pause, lifecycleStages: [] })],
    ['hookTargetArn', hooks({ ...pause, hookTargetArn: lambda.hookTargetArn })],
    ['roleArn', hooks({ ...lambda, roleArn: undefined })],
    ['timeoutInMinutes', hooks({ ...pause, timeoutConfiguration: { timeoutInMinutes: 20_161 } })],
    ['timeoutInMinutes', hooks({ ...pause, timeoutConfiguration: { timeoutInMinutes: 0 } })],
    ['timeoutInMinutes', hooks({ ...lambda, timeoutConfiguration: { timeoutInMinutes: 1_441 } })],
    ['timeout action', hooks({ ...pause, timeoutConfiguration: { action: 'WAIT' } })],
    ['10 PAUSE', hooks(...Array.from({ length: 11 }, () => pause))],
    ['10 AWS_LAMBDA', hooks(...Array.from({ length: 11 }, () => lambda))]
  ])('%s is refused: %j', (text, deploymentConfiguration) => {
    const driver = new NativeDriver('ecs-canary')
    const before = driver.described()
    const refused = driver.updateRefused({ taskDefinition: driver.register(), deploymentConfiguration })
    expect(refused).toMatch(/^InvalidParameterException: /)
    expect(refused).toContain(text)
    expect(driver.described()).toEqual(before)
  })

  test.each<Json>([
    canary({ canaryPercent: 0.1, canaryBakeTimeInMinutes: 0 }),
    canary({ canaryPercent: 100, canaryBakeTimeInMinutes: 1440 }),
    canary({ canaryPercent: 33.3 }),
    linear({ stepPercent: 3, stepBakeTimeInMinutes: 0 }),
    linear({ stepPercent: 100, stepBakeTimeInMinutes: 1440 }),
    { bakeTimeInMinutes: 0 },
    early({}),
    hooks(...Array.from({ length: 10 }, () => pause), ...Array.from({ length: 10 }, () => lambda)),
    hooks({ ...pause, timeoutConfiguration: { timeoutInMinutes: 20_160, action: 'CONTINUE' } })
  ])('%j is taken', (deploymentConfiguration) => {
    expect(new NativeDriver('ecs-canary').updateRefused({ deploymentConfiguration })).toBe('accepted')
  })

  test('of the wrong type is no request at all', () => {
    const wrong = { canaryConfiguration: { canaryPercent: '10' } }
    expect(new NativeDriver('ecs-canary').updateRefused({ deploymentConfiguration: wrong })).toMatch(
      /^SerializationException/
    )
  })
})

describe('load balancers', () => {
  const [first = {}] = new NativeDriver('ecs-canary').described().loadBalancers ?? []
  const { advancedConfiguration: advanced = {}, ...plain } = first
  const other = {
    ...first,
    targetGroupArn: 'arn:tg/other',
    advancedConfiguration: { ...advanced, alternateTargetGroupArn: 'arn:tg/other-green' }
  }
  const changed = (more: Json): Json => ({ ...first, advancedConfiguration: { ...advanced, ...more } })
  const rule = advanced.productionListenerRule ?? ''
  const group = first.targetGroupArn ?? ''

  test.each<[string, readonly Json[], Partial<NativeSettings>?]>([
    [
      'productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: arn:aws:elasticloadbalancing:us-east-1:1:listener/app/web/1/2',
      [changed({ productionListenerRule: 'arn:aws:elasticloadbalancing:us-east-1:1:listener/app/web/1/2' })]
    ],
    [
      `The following rules cannot be used as both production and test listener rules: ${rule}`,
      [changed({ testListenerRule: rule })]
    ],
    [`Duplicate targetGroupArn found: ${group}`, [changed({ alternateTargetGroupArn: group })]],
    [
      'All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)',
      [other, { ...plain, targetGroupArn: undefined, loadBalancerName: 'classic' }]
    ],
    [
      'advancedConfiguration field is not allowed with ELBv1 loadBalancers',
      [{ ...first, targetGroupArn: undefined, loadBalancerName: 'classic' }]
    ],
    ['Either all or none of the provided loadBalancers must have advancedConfiguration defined', [other, plain]],
    [
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
      [plain]
    ],
    [
      'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
      [changed({ testListenerRule: undefined })],
      { ruleKnowsBoth: false }
    ]
  ])('%s', (text, loadBalancers, world = {}) => {
    const driver = new NativeDriver(varied('ecs-canary', { world }))
    const before = driver.described()
    expect(driver.updateRefused({ loadBalancers })).toBe(`InvalidParameterException: ${text}`)
    expect(driver.described()).toEqual(before)
  })

  test('plain ones are good enough for ROLLING, and for nothing else', () => {
    const driver = new NativeDriver('ecs-missing-advanced-configuration')
    for (const strategy of ['CANARY', 'LINEAR', 'BLUE_GREEN'])
      expect(driver.updateRefused({ deploymentConfiguration: { strategy } })).toBe(
        'InvalidParameterException: advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy'
      )
    driver.untilNative(driver.begin(), 'SUCCESSFUL')
  })

  test('without any only BLUE_GREEN and ROLLING work', () => {
    const driver = new NativeDriver('ecs-headless')
    for (const strategy of ['CANARY', 'LINEAR'])
      expect(driver.updateRefused({ deploymentConfiguration: { strategy } })).toMatch(/^InvalidParameterException/)
    expect(driver.updateRefused({ deploymentConfiguration: { strategy: 'ROLLING' } })).toBe('accepted')
  })
})

describe('refused', () => {
  const driver = new NativeDriver('ecs-canary')
  test.each<[string, Json]>([
    ['ClusterNotFoundException: Cluster not found.', { cluster: 'nope' }],
    ['ServiceNotFoundException: Service not found.', { service: 'nope' }],
    ['ClientException: Unable to describe task definition.', { taskDefinition: 'web:99' }],
    ['InvalidParameterException: Invalid revision number. Number: latest', { taskDefinition: 'web:latest' }],
    ['InvalidParameterException: Desired count must be a whole number from 0.', { desiredCount: -1 }],
    ['InvalidParameterException: This simulator does not change', { deploymentController: { type: 'EXTERNAL' } }]
  ])('%s', (text, input) => {
    expect(driver.updateRefused(input)).toContain(text)
  })

  test('an INACTIVE revision, and one without the container of the load balancer', () => {
    const at = new NativeDriver('ecs-canary')
    const arn = at.register()
    at.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn })
    expect(at.updateRefused({ taskDefinition: arn })).toBe('ClientException: TaskDefinition is inactive')
    const balancer = at.described().loadBalancers?.[0]
    expect(at.updateRefused({ loadBalancers: [{ ...balancer, containerName: 'nope' }], taskDefinition: OLD })).toBe(
      'InvalidParameterException: The container does not exist in the task definition.'
    )
  })

  test('CodeDeploy knows nothing of this service', () => {
    const input = { applicationName: 'AppECS-prod-web', deploymentGroupName: 'DgpECS-prod-web' }
    expect(driver.refused('codedeploy', 'GetDeploymentGroup', input)).toBe('ApplicationDoesNotExistException')
  })
})

describe('permissions', () => {
  const denied = (policy: readonly string[], operation: string, input: Json): string => {
    const driver = new NativeDriver(varied('ecs-canary', {}, { world: { policy } }))
    const { status, body } = driver.ask('ecs', operation, input)
    return status === 200 ? 'accepted' : (body as { message: string }).message
  }
  test('name the action and the resource', () => {
    const arn = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/x'
    expect(denied([], 'ListServiceDeployments', { cluster: 'prod', service: 'web' })).toContain(
      'perform: ecs:ListServiceDeployments on resource: arn:aws:ecs:us-east-1:123456789012:service/prod/web'
    )
    expect(denied([], 'DescribeServiceDeployments', { serviceDeploymentArns: [arn] })).toContain(`on resource: ${arn}`)
    expect(denied([], 'DescribeServiceRevisions', { serviceRevisionArns: [arn] })).toContain(`on resource: ${arn}`)
    expect(denied([], 'StopServiceDeployment', { serviceDeploymentArn: arn })).toContain(`on resource: ${arn}`)
    expect(denied([], 'ContinueServiceDeployment', { serviceDeploymentArn: arn })).toContain(`on resource: ${arn}`)
  })

  test('the infrastructure role has to be handed on when it is sent', () => {
    const loadBalancers = new NativeDriver('ecs-canary').described().loadBalancers
    const input = { cluster: 'prod', service: 'web', loadBalancers }
    expect(denied(['ecs:UpdateService'], 'UpdateService', input)).toContain(
      'perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/ecsInfrastructureRole'
    )
    expect(denied(['ecs:UpdateService', 'iam:PassRole'], 'UpdateService', input)).toBe('accepted')
    expect(denied(['ecs:UpdateService'], 'UpdateService', { cluster: 'prod', service: 'web' })).toBe('accepted')
  })

  test('a service can be followed without those on deployments', () => {
    const driver = new NativeDriver('ecs-deployments-denied-alarm')
    const arn = driver.begin()
    expect(driver.refused('ecs', 'ListServiceDeployments', { cluster: 'prod', service: 'web' })).toBe(
      'AccessDeniedException'
    )
    expect(driver.refused('ecs', 'DescribeServiceDeployments', { serviceDeploymentArns: [arn] })).toBe(
      'AccessDeniedException'
    )
    const ours = driver.described().deployments?.[0]?.id
    driver.until(() => driver.described().deployments?.[0]?.id !== ours)
    expect(driver.described().deployments?.find(({ id }) => id === ours)).toMatchObject({ rolloutState: 'FAILED' })
  })
})

test('an answer that is lost leaves one deployment', () => {
  const driver = new NativeDriver('ecs-lost-answer')
  const taskDefinition = driver.register()
  const input = { cluster: 'prod', service: 'web', taskDefinition }
  expect(driver.ask('ecs', 'UpdateService', input).status).toBe(500)
  driver.wait(minute)
  expect(driver.ask('ecs', 'UpdateService', input).status).toBe(200)
  expect(driver.truth().deployments.filter(({ by }) => by === 'caller')).toHaveLength(1)
})
