// What CodeDeploy, ECS and CloudWatch refuse, and as what.
import { describe, expect, test } from '@jest/globals'
import { sha256 } from './deployment.ts'
import { Driver, NAMES, appSpec, revisionOf } from './driving.ts'
import type { Scenario } from './scenario.ts'

const SPEC = appSpec('arn:aws:ecs:us-east-1:123456789012:task-definition/web:41')
const create = (more: object): object => ({ ...NAMES, revision: revisionOf(SPEC), ...more })
const alarms = (names: readonly string[], enabled = true): object => ({
  overrideAlarmConfiguration: { enabled, alarms: names.map((name) => ({ name })) }
})
const canary = (canaryPercentage: number, canaryInterval: number): object => ({
  trafficRoutingConfig: { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } }
})
const linear = (linearPercentage: number, linearInterval: number): object => ({
  trafficRoutingConfig: { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } }
})
const config = (more: object): object => ({
  deploymentConfigName: 'Mine',
  computePlatform: 'ECS',
  ...canary(10, 5),
  ...more
})

type Row = readonly [operation: string, input: unknown, type: string]

const CODEDEPLOY: readonly Row[] = [
  ['CreateDeployment', create({}), 'accepted'],
  ['CreateDeployment', create({ applicationName: undefined }), 'ApplicationNameRequiredException'],
  ['CreateDeployment', create({ applicationName: 'a b' }), 'InvalidApplicationNameException'],
  ['CreateDeployment', create({ applicationName: 'Nope' }), 'ApplicationDoesNotExistException'],
  ['CreateDeployment', create({ deploymentGroupName: undefined }), 'DeploymentGroupNameRequiredException'],
  ['CreateDeployment', create({ deploymentGroupName: 'x'.repeat(101) }), 'InvalidDeploymentGroupNameException'],
  ['CreateDeployment', create({ deploymentGroupName: 'Nope' }), 'DeploymentGroupDoesNotExistException'],
  ['CreateDeployment', create({ deploymentConfigName: 'Nope' }), 'DeploymentConfigDoesNotExistException'],
  ['CreateDeployment', create({ deploymentConfigName: 'a/b' }), 'InvalidDeploymentConfigNameException'],
  [
    'CreateDeployment',
    create({ deploymentConfigName: 'CodeDeployDefault.OneAtATime' }),
    'InvalidComputePlatformException'
  ],
  [
    'CreateDeployment',
    create({ deploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' }),
    'InvalidComputePlatformException'
  ],
  ['CreateDeployment', create({ revision: undefined }), 'RevisionRequiredException'],
  ['CreateDeployment', create({ revision: {} }), 'InvalidRevisionException'],
  ['CreateDeployment', create({ revision: { revisionType: 'GitHub' } }), 'InvalidRevisionException'],
  ['CreateDeployment', create({ revision: { revisionType: 'AppSpecContent' } }), 'InvalidRevisionException'],
  [
    'CreateDeployment',
    create({ revision: { revisionType: 'AppSpecContent', string: { content: SPEC } } }),
    'InvalidRevisionException'
  ],
  ['CreateDeployment', create({ revision: { revisionType: 'String', string: { content: SPEC } } }), 'accepted'],
  [
    'CreateDeployment',
    create({ revision: { revisionType: 'S3', s3Location: { bucket: 'b' } } }),
    'InvalidRevisionException'
  ],
  [
    'CreateDeployment',
    create({ revision: { revisionType: 'S3', s3Location: { bucket: 'b', key: 'k' } } }),
    'RevisionDoesNotExistException'
  ],
  ['CreateDeployment', create({ revision: revisionOf(SPEC, sha256(SPEC).toUpperCase()) }), 'accepted'],
  ['CreateDeployment', create({ revision: revisionOf(SPEC, sha256(`${SPEC} `)) }), 'InvalidRevisionException'],
  ['CreateDeployment', create({ description: 'x'.repeat(256) }), 'accepted'],
  ['CreateDeployment', create({ description: 'x'.repeat(257) }), 'DescriptionTooLongException'],
  ['CreateDeployment', create({ description: 7 }), 'SerializationException'],
  ['CreateDeployment', create({ autoRollbackConfiguration: { enabled: true } }), 'InvalidAutoRollbackConfigException'],
  [
    'CreateDeployment',
    create({ autoRollbackConfiguration: { enabled: true, events: ['NOPE'] } }),
    'InvalidAutoRollbackConfigException'
  ],
  [
    'CreateDeployment',
    create({ autoRollbackConfiguration: { enabled: 'true', events: [] } }),
    'SerializationException'
  ],
  ['CreateDeployment', create({ autoRollbackConfiguration: { enabled: false } }), 'accepted'],
  ['CreateDeployment', create(alarms([])), 'InvalidAlarmConfigException'],
  ['CreateDeployment', create(alarms([], false)), 'accepted'],
  ['CreateDeployment', create(alarms([''])), 'InvalidAlarmConfigException'],
  ['CreateDeployment', create(alarms(['x'.repeat(256)])), 'InvalidAlarmConfigException'],
  ['CreateDeployment', create(alarms(['a', 'a'])), 'InvalidAlarmConfigException'],
  [
    'CreateDeployment',
    create(alarms(Array.from({ length: 11 }, (_, index) => `a${index}`))),
    'AlarmsLimitExceededException'
  ],
  ['CreateDeployment', create({ deploymentMode: 'RESTART' }), 'InvalidInputException'],
  ['CreateDeployment', create({ targetInstances: {} }), 'InvalidTargetInstancesException'],
  [
    'CreateDeployment',
    create({ updateOutdatedInstancesOnly: true }),
    'InvalidUpdateOutdatedInstancesOnlyValueException'
  ],
  ['CreateDeployment', create({ fileExistsBehavior: 'RETAIN' }), 'InvalidFileExistsBehaviorException'],
  ['CreateDeployment', [], 'SerializationException'],
  ['CreateDeploymentConfig', config({}), 'accepted'],
  ['CreateDeploymentConfig', config({ deploymentConfigName: undefined }), 'DeploymentConfigNameRequiredException'],
  [
    'CreateDeploymentConfig',
    config({ deploymentConfigName: 'CodeDeployDefault.Mine' }),
    'InvalidDeploymentConfigNameException'
  ],
  ['CreateDeploymentConfig', config({ deploymentConfigName: 'x'.repeat(101) }), 'InvalidDeploymentConfigNameException'],
  ['CreateDeploymentConfig', config({ computePlatform: undefined }), 'InvalidComputePlatformException'],
  ['CreateDeploymentConfig', config({ computePlatform: 'Azure' }), 'InvalidComputePlatformException'],
  [
    'CreateDeploymentConfig',
    config({ trafficRoutingConfig: undefined }),
    'InvalidTrafficRoutingConfigurationException'
  ],
  [
    'CreateDeploymentConfig',
    config({ trafficRoutingConfig: { type: 'Sometimes' } }),
    'InvalidTrafficRoutingConfigurationException'
  ],
  [
    'CreateDeploymentConfig',
    config({ trafficRoutingConfig: { type: 'TimeBasedLinear' } }),
    'InvalidTrafficRoutingConfigurationException'
  ],
  ['CreateDeploymentConfig', config(canary(0, 5)), 'InvalidTrafficRoutingConfigurationException'],
  ['CreateDeploymentConfig', config(canary(100, 5)), 'InvalidTrafficRoutingConfigurationException'],
  ['CreateDeploymentConfig', config(canary(12.5, 5)), 'InvalidTrafficRoutingConfigurationException'],
  ['CreateDeploymentConfig', config(canary(10, 0)), 'InvalidTrafficRoutingConfigurationException'],
  ['CreateDeploymentConfig', config(linear(10, 320)), 'accepted'],
  ['CreateDeploymentConfig', config(linear(10, 321)), 'InvalidTrafficRoutingConfigurationException'],
  [
    'CreateDeploymentConfig',
    config({ minimumHealthyHosts: { type: 'HOST_COUNT', value: 1 } }),
    'InvalidMinimumHealthyHostValueException'
  ],
  ['CreateDeploymentConfig', config({ zonalConfig: {} }), 'InvalidZonalDeploymentConfigurationException'],
  ['GetDeploymentConfig', {}, 'DeploymentConfigNameRequiredException'],
  ['GetDeploymentConfig', { deploymentConfigName: 'Nope' }, 'DeploymentConfigDoesNotExistException'],
  ['GetDeploymentConfig', { deploymentConfigName: 'CodeDeployDefault.OneAtATime' }, 'accepted'],
  ['GetDeployment', {}, 'DeploymentIdRequiredException'],
  ['GetDeployment', { deploymentId: null }, 'DeploymentIdRequiredException'],
  ['GetDeployment', { deploymentId: 5 }, 'SerializationException'],
  ['GetDeployment', { deploymentId: 'd 1' }, 'InvalidDeploymentIdException'],
  ['GetDeployment', { deploymentId: 'd-000000000' }, 'DeploymentDoesNotExistException'],
  ['BatchGetDeployments', { deploymentIds: [] }, 'DeploymentIdRequiredException'],
  [
    'BatchGetDeployments',
    { deploymentIds: Array.from({ length: 26 }, (_, index) => `d-${index}`) },
    'BatchLimitExceededException'
  ],
  ['ListDeployments', {}, 'accepted'],
  ['ListDeployments', { applicationName: NAMES.applicationName }, 'DeploymentGroupNameRequiredException'],
  ['ListDeployments', { deploymentGroupName: NAMES.deploymentGroupName }, 'ApplicationNameRequiredException'],
  ['ListDeployments', { ...NAMES, includeOnlyStatuses: ['In Progress'] }, 'InvalidDeploymentStatusException'],
  ['ListDeployments', { ...NAMES, nextToken: 'x' }, 'InvalidNextTokenException'],
  ['ListDeployments', { ...NAMES, createTimeRange: { start: 2, end: 1 } }, 'InvalidTimeRangeException'],
  ['StopDeployment', {}, 'DeploymentIdRequiredException'],
  ['StopDeployment', { deploymentId: 'd-000000000' }, 'DeploymentDoesNotExistException'],
  ['ContinueDeployment', { deploymentId: 'd-000000000' }, 'DeploymentDoesNotExistException'],
  ['GetDeploymentGroup', { ...NAMES, deploymentGroupName: 'Nope' }, 'DeploymentGroupDoesNotExistException'],
  ['GetApplication', { applicationName: 'Nope' }, 'ApplicationDoesNotExistException'],
  ['GetApplicationRevision', { ...NAMES, revision: revisionOf(SPEC) }, 'RevisionDoesNotExistException'],
  ['RegisterApplicationRevision', { ...NAMES, revision: revisionOf(SPEC) }, 'accepted'],
  ['DeleteDeploymentGroup', NAMES, 'UnknownOperationException'],
  ['constructor', NAMES, 'UnknownOperationException']
]

const ECS: readonly Row[] = [
  ['DescribeServices', { cluster: 'prod', services: [] }, 'InvalidParameterException'],
  [
    'DescribeServices',
    { cluster: 'prod', services: Array.from({ length: 11 }, () => 'web') },
    'InvalidParameterException'
  ],
  ['DescribeServices', { cluster: 'prod', services: 'web' }, 'SerializationException'],
  ['DescribeServices', { cluster: 'nope', services: ['web'] }, 'ClusterNotFoundException'],
  ['DescribeServices', { services: ['web'] }, 'ClusterNotFoundException'],
  ['DescribeTaskDefinition', {}, 'InvalidParameterException'],
  ['DescribeTaskDefinition', { taskDefinition: 'nope' }, 'ClientException'],
  ['DescribeTaskDefinition', { taskDefinition: 'web:latest' }, 'InvalidParameterException'],
  ['DescribeTaskDefinition', { taskDefinition: 'web:99' }, 'ClientException'],
  [
    'DescribeTaskDefinition',
    { taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:41' },
    'ClientException'
  ],
  ['DescribeTaskDefinition', { taskDefinition: 'web' }, 'accepted'],
  ['DescribeTaskDefinition', { taskDefinition: 'web:41' }, 'accepted'],
  ['ListTaskDefinitions', {}, 'accepted'],
  ['ListTaskDefinitions', { familyPrefix: 'nope' }, 'accepted'],
  ['ListTaskDefinitions', { status: 'GONE' }, 'InvalidParameterException'],
  ['ListTaskDefinitions', { sort: 'desc' }, 'InvalidParameterException'],
  ['ListTaskDefinitions', { maxResults: 0 }, 'InvalidParameterException'],
  ['ListTaskDefinitions', { maxResults: 101 }, 'InvalidParameterException'],
  ['ListTaskDefinitions', { nextToken: 'x' }, 'InvalidParameterException'],
  ['ListTaskDefinitions', { familyPrefix: 7 }, 'SerializationException'],
  ['DeregisterTaskDefinition', {}, 'InvalidParameterException'],
  ['DeregisterTaskDefinition', { taskDefinition: 'web' }, 'ClientException'],
  ['DeregisterTaskDefinition', { taskDefinition: 'web:99' }, 'ClientException'],
  ['DeregisterTaskDefinition', { taskDefinition: 'nope:1' }, 'ClientException'],
  ['ListTasks', { cluster: 'nope' }, 'ClusterNotFoundException'],
  ['ListTasks', { cluster: 'prod', serviceName: 'nope' }, 'ServiceNotFoundException'],
  ['ListTasks', { cluster: 'prod', startedBy: 'x', desiredStatus: 'STOPPED' }, 'InvalidParameterException'],
  ['ListTasks', { cluster: 'prod', desiredStatus: 'GONE' }, 'InvalidParameterException'],
  ['DescribeTasks', { cluster: 'prod', tasks: [] }, 'InvalidParameterException'],
  ['UpdateService', { cluster: 'prod', service: 'web', desiredCount: 3 }, 'accepted'],
  ['UpdateService', { cluster: 'prod', service: 'web', desiredCount: -1 }, 'InvalidParameterException'],
  ['UpdateService', { cluster: 'prod', service: 'web', desiredCount: '3' }, 'SerializationException'],
  ['UpdateService', { cluster: 'prod', service: 'web', propagateTags: 'ALL' }, 'InvalidParameterException'],
  ['UpdateService', { cluster: 'prod', service: 'web', volumeConfigurations: [] }, 'InvalidParameterException'],
  ['UpdateService', { cluster: 'prod', service: 'nope', desiredCount: 3 }, 'ServiceNotFoundException'],
  ['UpdateService', { cluster: 'prod', service: 'web', taskDefinition: 'web:41' }, 'InvalidParameterException'],
  ['UpdateService', { cluster: 'prod', service: 'web', forceNewDeployment: true }, 'InvalidParameterException'],
  ['UpdateService', { cluster: 'prod', service: 'web', platformVersion: 'LATEST' }, 'InvalidParameterException']
]

const CLOUDWATCH: readonly Row[] = [
  ['DescribeAlarms', { AlarmTypes: ['Metric'] }, 'ValidationError'],
  ['DescribeAlarms', { AlarmNames: Array.from({ length: 101 }, (_, index) => `a${index}`) }, 'ValidationError'],
  ['DescribeAlarms', { MaxRecords: 101 }, 'ValidationError'],
  ['DescribeAlarms', { AlarmNames: 'web-5xx' }, 'SerializationException'],
  ['SetAlarmState', { AlarmName: 'web-5xx', StateValue: 'ON', StateReason: 'x' }, 'ValidationError'],
  ['SetAlarmState', { AlarmName: 'web-5xx', StateValue: 'ALARM' }, 'ValidationError'],
  ['SetAlarmState', { AlarmName: 'nope', StateValue: 'ALARM', StateReason: 'x' }, 'ResourceNotFound']
]

describe.each([
  { service: 'codedeploy', rows: CODEDEPLOY },
  { service: 'ecs', rows: ECS },
  { service: 'cloudwatch', rows: CLOUDWATCH }
] as const)('$service', ({ service, rows }) => {
  test.each(
    rows.map(([operation, input, type]) => [operation, type, JSON.stringify(input).slice(0, 150), input] as const)
  )('%s: %s for %s', (operation, type, _, input) => {
    expect(new Driver('smooth').refused(service, operation, input)).toBe(type)
  })
})

test('a refused call has no effect', () => {
  const driver = new Driver('smooth')
  const before = JSON.stringify(driver.truth())
  for (const [operation, input, type] of CODEDEPLOY)
    if (type !== 'accepted') driver.refused('codedeploy', operation, input)
  for (const [operation, input, type] of ECS) if (type !== 'accepted') driver.refused('ecs', operation, input)
  expect(JSON.stringify(driver.truth())).toBe(before)
})

test('known texts are word for word', () => {
  const driver = new Driver('smooth')
  const message = (service: 'ecs' | 'codedeploy', operation: string, input: object): unknown =>
    (driver.ask(service, operation, input).body as { message: string }).message
  const update = { cluster: 'prod', service: 'web' }
  expect(message('codedeploy', 'CreateDeployment', NAMES)).toBe('RevisionLocation must be specified')
  expect(message('ecs', 'UpdateService', { ...update, taskDefinition: 'web:41' })).toBe(
    'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
  )
  expect(message('ecs', 'UpdateService', { ...update, forceNewDeployment: true })).toBe(
    'Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
  )
})

describe('configurations', () => {
  test('a new one can be read back, used and not made twice', () => {
    const driver = new Driver('smooth')
    driver.get('codedeploy', 'CreateDeploymentConfig', config(linear(25, 2)))
    expect(driver.refused('codedeploy', 'CreateDeploymentConfig', config({}))).toBe(
      'DeploymentConfigAlreadyExistsException'
    )
    expect(driver.get('codedeploy', 'GetDeploymentConfig', { deploymentConfigName: 'Mine' })).toMatchObject({
      deploymentConfigInfo: { computePlatform: 'ECS', ...linear(25, 2) }
    })
    driver.deploy({ deploymentConfigName: 'Mine' })
    driver.until(() => driver.traffic()['42'] === 25)
    expect(driver.wait(120_000).traffic()).toEqual({ 41: 50, 42: 50 })
  })

  test('there are fifty of one’s own at most', () => {
    const driver = new Driver('smooth')
    for (let index = 0; index < 50; index += 1)
      driver.get('codedeploy', 'CreateDeploymentConfig', config({ deploymentConfigName: `c${index}` }))
    expect(driver.refused('codedeploy', 'CreateDeploymentConfig', config({}))).toBe(
      'DeploymentConfigLimitExceededException'
    )
  })
})

describe('targets', () => {
  const started = (chosen: string | Scenario = 'smooth'): [Driver, string] => {
    const driver = new Driver(chosen)
    const id = driver.deploy()
    driver.wait(4_000)
    return [driver, id]
  }

  test('are one, by the names of cluster and service', () => {
    const [driver, id] = started()
    expect(driver.get('codedeploy', 'ListDeploymentTargets', { deploymentId: id })).toEqual({ targetIds: ['prod:web'] })
    const refused = (operation: string, more: object): string =>
      driver.refused('codedeploy', operation, { deploymentId: id, ...more })
    expect(refused('GetDeploymentTarget', {})).toBe('DeploymentTargetIdRequiredException')
    expect(refused('GetDeploymentTarget', { targetId: 'web' })).toBe('InvalidDeploymentTargetIdException')
    expect(refused('GetDeploymentTarget', { targetId: 'prod:api' })).toBe('DeploymentTargetDoesNotExistException')
    expect(refused('BatchGetDeploymentTargets', { targetIds: ['prod:web', 'prod:api'] })).toBe(
      'DeploymentTargetListSizeExceededException'
    )
    expect(refused('BatchGetDeploymentTargets', { targetIds: [] })).toBe('DeploymentTargetIdRequiredException')
    expect(refused('BatchGetDeploymentTargets', { targetIds: ['prod:web'] })).toBe('accepted')
    expect(refused('ListDeploymentTargets', { targetFilters: { Colour: ['Blue'] } })).toBe(
      'InvalidTargetFilterNameException'
    )
    expect(
      driver.get('codedeploy', 'ListDeploymentTargets', {
        deploymentId: id,
        targetFilters: { TargetStatus: ['Failed'] }
      })
    ).toEqual({ targetIds: [] })
  })
})

describe('lists', () => {
  test('deployments come newest first, filtered by the status as it is now', () => {
    const driver = new Driver('smooth')
    const first = driver.deploy()
    driver.untilStatus(first, 'Succeeded')
    const second = driver.wait(60_000).deploy()
    const list = (more: object): string[] =>
      driver.get<{ deployments: string[] }>('codedeploy', 'ListDeployments', { ...NAMES, ...more }).deployments
    expect(list({}).slice(0, 2)).toEqual([second, first])
    expect(list({ includeOnlyStatuses: ['Created', 'InProgress'] })).toEqual([second])
    expect(list({ createTimeRange: { start: driver.now / 1_000 - 1 } })).toEqual([second])
  })

  test('go on by token when pages are small', () => {
    const driver = new Driver('small-pages')
    driver.deploy()
    const page = (nextToken?: string): { deployments: string[]; nextToken?: string } =>
      driver.get('codedeploy', 'ListDeployments', { ...NAMES, ...(nextToken && { nextToken }) })
    const first = page()
    expect(first.deployments).toHaveLength(1)
    const second = page(first.nextToken)
    expect(second.deployments).toHaveLength(1)
    expect(second).not.toHaveProperty('nextToken')
  })

  test('services that are missing are told with HTTP 200', () => {
    const driver = new Driver('smooth')
    const arn = 'arn:aws:ecs:us-east-1:123456789012:service/prod/web'
    expect(driver.get('ecs', 'DescribeServices', { cluster: 'prod', services: [arn, 'api'] })).toMatchObject({
      services: [{ serviceArn: arn }],
      failures: [{ arn: 'arn:aws:ecs:us-east-1:123456789012:service/prod/api', reason: 'MISSING' }]
    })
    const byName = driver.get<{ services: object[] }>('ecs', 'DescribeServices', { cluster: 'prod', services: ['web'] })
    expect(byName.services[0]).not.toHaveProperty('tags')
    const tagged = driver.get('ecs', 'DescribeServices', { cluster: 'prod', services: ['web'], include: ['TAGS'] })
    expect(tagged).toMatchObject({ services: [{ tags: [{ key: 'team' }] }] })
  })

  test('alarms: metric ones only unless asked, unknown names absent', () => {
    const driver = new Driver('smooth')
    const describeAlarms = (more: object): unknown => driver.get('cloudwatch', 'DescribeAlarms', more)
    const AlarmNames = ['web-5xx', 'web-any', 'nope']
    expect(describeAlarms({ AlarmNames })).toMatchObject({
      MetricAlarms: [{ AlarmName: 'web-5xx' }],
      CompositeAlarms: []
    })
    expect(describeAlarms({ AlarmNames, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] })).toMatchObject({
      MetricAlarms: [{ AlarmName: 'web-5xx', StateValue: 'OK', Threshold: 10 }],
      CompositeAlarms: [{ AlarmName: 'web-any', AlarmRule: 'ALARM("web-5xx") OR ALARM("web-latency")' }]
    })
  })

  test('a child alarm moves its composite; only changes stamp the transition', () => {
    const driver = new Driver('smooth')
    const set = (StateValue: string): unknown =>
      driver.get('cloudwatch', 'SetAlarmState', { AlarmName: 'web-latency', StateValue, StateReason: 'by hand' })
    const seen = (): Record<string, number> =>
      driver.get<{ MetricAlarms: Record<string, number>[] }>('cloudwatch', 'DescribeAlarms', {
        AlarmNames: ['web-latency']
      }).MetricAlarms[0] ?? {}
    set('ALARM')
    const changed = seen()['StateTransitionedTimestamp']
    expect(driver.truth().alarms).toEqual({ 'web-5xx': 'OK', 'web-latency': 'ALARM', 'web-any': 'ALARM' })
    driver.wait(60_000)
    set('ALARM')
    expect(seen()).toMatchObject({
      StateTransitionedTimestamp: changed,
      StateUpdatedTimestamp: driver.now / 1_000,
      StateReason: 'by hand'
    })
    set('OK')
    expect(driver.truth().alarms['web-any']).toBe('OK')
  })
})

test('a revision can be read back with its content', () => {
  const driver = new Driver('smooth')
  const content = appSpec(driver.register())
  const id = driver.create(content)
  const shown = driver.deployment(id).revision.appSpecContent
  expect(shown).toEqual({ sha256: sha256(content) })
  const revision = { revisionType: 'AppSpecContent', appSpecContent: shown }
  expect(driver.get('codedeploy', 'GetApplicationRevision', { ...NAMES, revision })).toMatchObject({
    revision: { appSpecContent: { content } },
    revisionInfo: { deploymentGroups: ['DgpECS-prod-web'] }
  })
})
