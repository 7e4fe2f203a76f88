// Every switch turns something: each row plays both answers of a fact nobody could confirm.
import { describe, expect, test } from '@jest/globals'
import { switchesOf } from './defaults.ts'
import { sha256 } from './deployment.ts'
import { Driver, NAMES, appSpec, registration, revisionOf } from './driving.ts'
import { scenario } from './scenarios.ts'
import type { Scenario, Switches } from './scenario.ts'

const minute = 60_000

const world = (base: string, switches: Partial<Switches>, more: Scenario['world'] = {}): Driver => {
  const found = scenario(base)
  return new Driver({ ...found, world: { ...found.world, ...more }, switches })
}

/** Deploys and plays to the end of everything. */
function ended(base: string, switches: Partial<Switches>, more?: Scenario['world']): [Driver, string] {
  const driver = world(base, switches, more)
  const id = driver.deploy()
  driver.wait(150 * minute)
  return [driver, id]
}

function shifting(switches: Partial<Switches>, base = 'smooth'): [Driver, string] {
  const driver = world(base, switches)
  const id = driver.deploy()
  driver.until(() => driver.traffic()['42'] === 10)
  return [driver, id]
}

const rollbacks = (driver: Driver): number => driver.truth().deployments.filter(({ by }) => by === 'rollback').length
const codeOf = ([driver, id]: [Driver, string]): string | undefined => driver.deployment(id).errorInformation?.code
const stop = ([driver, id]: [Driver, string], autoRollbackEnabled?: boolean): unknown =>
  driver.get('codedeploy', 'StopDeployment', {
    deploymentId: id,
    ...(autoRollbackEnabled !== undefined && { autoRollbackEnabled })
  })
const config = (deploymentConfigName: string, canaryPercentage: number): object => ({
  deploymentConfigName,
  computePlatform: 'ECS',
  trafficRoutingConfig: { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval: 5 } }
})
const SPEC = appSpec('arn:aws:ecs:us-east-1:123456789012:task-definition/web:41')

type Rows = {
  readonly [K in keyof Switches]: readonly (readonly [Switches[K], (value: Switches[K]) => unknown, unknown])[]
}

/** switch: [its value, what to look at, what is seen then] */
const both = <K extends keyof Switches, S>(
  look: (value: Switches[K]) => S,
  rows: readonly (readonly [Switches[K], S])[]
) => rows.map(([value, seen]) => [value, look, seen] as const)

const ROWS: Rows = {
  unknownMembers: both<'unknownMembers', unknown>(
    (unknownMembers) =>
      world('smooth', { unknownMembers }).refused('ecs', 'RegisterTaskDefinition', { ...registration(), x: 1 }),
    [
      ['keep', 'accepted'],
      ['drop', 'accepted'],
      ['refuse', 'SerializationException']
    ]
  ),
  withoutRollback: both<'withoutRollback', unknown>(
    (withoutRollback) => ended('no-auto-rollback', { withoutRollback })[0].traffic(),
    [
      ['stays', { 41: 90, 42: 10 }],
      ['back', { 41: 100 }]
    ]
  ),
  omittedStopRollback: both<'omittedStopRollback', unknown>(
    (omittedStopRollback) => {
      const driver = world('smooth', { omittedStopRollback })
      const id = driver.deploy({ autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_REQUEST'] } })
      driver.until(() => driver.traffic()['42'] === 10)
      stop([driver, id])
      return rollbacks(driver.wait(minute))
    },
    [
      ['follows-setting', 1],
      ['never', 0]
    ]
  ),
  stopAnswer: both<'stopAnswer', unknown>(
    (stopAnswer) => stop(shifting({ stopAnswer }), true),
    [
      ['Pending', expect.objectContaining({ status: 'Pending' })],
      ['Succeeded', expect.objectContaining({ status: 'Succeeded' })]
    ]
  ),
  lateStop: both<'lateStop', unknown>(
    (lateStop) => {
      const [driver, id] = shifting({ lateStop })
      driver.until(() => driver.truth().primary.endsWith(':42'))
      return driver.refused('codedeploy', 'StopDeployment', { deploymentId: id })
    },
    [
      ['allowed', 'accepted'],
      ['refused', 'UnsupportedActionForDeploymentTypeException']
    ]
  ),
  manualStopError: both<'manualStopError', unknown>(
    (manualStopError) => codeOf(ended('stopped-by-a-person', { manualStopError })),
    [
      ['given', 'MANUAL_STOP'],
      ['absent', undefined]
    ]
  ),
  alarmStopError: both<'alarmStopError', unknown>(
    (alarmStopError) => codeOf(ended('alarm', { alarmStopError })),
    [
      ['given', 'ALARM_ACTIVE'],
      ['absent', undefined]
    ]
  ),
  alarmAtStart: both<'alarmAtStart', unknown>(
    (alarmAtStart) => {
      const driver = world('alarm-already-on', { alarmAtStart })
      const id = driver.deploy()
      const early = driver.wait(minute).deployment(id).status
      for (const StateValue of ['OK', 'ALARM']) {
        if (early !== 'Stopped')
          driver.get('cloudwatch', 'SetAlarmState', { AlarmName: 'web-5xx', StateValue, StateReason: 'x' })
        driver.wait(11_000).truth()
      }
      return [early, driver.deployment(id).status]
    },
    [
      ['stops', ['Stopped', 'Stopped']],
      ['ignored-until-it-changes', ['InProgress', 'Stopped']]
    ]
  ),
  compositeAlarms: both<'compositeAlarms', unknown>(
    (compositeAlarms) => {
      const driver = world('composite-alarm', { compositeAlarms })
      const overrideAlarmConfiguration = { enabled: true, alarms: [{ name: 'web-any' }] }
      const input = { ...NAMES, revision: revisionOf(appSpec(driver.register())), overrideAlarmConfiguration }
      const answered = driver.refused('codedeploy', 'CreateDeployment', input)
      return [
        answered,
        driver
          .wait(150 * minute)
          .truth()
          .deployments.find(({ by }) => by === 'caller')?.status
      ]
    },
    [
      ['watched', ['accepted', 'Stopped']],
      ['ignored', ['accepted', 'Succeeded']],
      ['refused', ['InvalidAlarmConfigException', undefined]]
    ]
  ),
  missingAlarm: both<'missingAlarm', unknown>(
    (missingAlarm) => {
      const groupAlarms = { enabled: true, ignorePollAlarmFailure: false, names: ['gone'] }
      return ended('smooth', { missingAlarm }, { groupAlarms })[0].truth().deployments[1]?.status
    },
    [
      ['ignored', 'Succeeded'],
      ['read-failure', 'Stopped']
    ]
  ),
  rollbackBeforeInstall: both<'rollbackBeforeInstall', unknown>(
    (rollbackBeforeInstall) => rollbacks(ended('alarm-already-on-no-rollback', { rollbackBeforeInstall })[0]),
    [
      ['made', 1],
      ['none', 0]
    ]
  ),
  rollbackOccupiesGroup: both<'rollbackOccupiesGroup', unknown>(
    (rollbackOccupiesGroup) => {
      const driver = world('slow-rollback', { rollbackOccupiesGroup })
      driver.untilStatus(driver.deploy(), 'Stopped')
      return driver.refused('codedeploy', 'CreateDeployment', { ...NAMES, revision: revisionOf(SPEC) })
    },
    [
      [true, 'DeploymentLimitExceededException'],
      [false, 'accepted']
    ]
  ),
  readyExpiryCode: both<'readyExpiryCode', unknown>(
    (readyExpiryCode) => codeOf(ended('ready-wait-times-out', { readyExpiryCode })),
    [
      ['TIMEOUT', 'TIMEOUT'],
      ['MANUAL_STOP', 'MANUAL_STOP'],
      ['absent', undefined]
    ]
  ),
  readyExpiryRollback: both<'readyExpiryRollback', unknown>(
    (readyExpiryRollback) => rollbacks(ended('ready-wait-times-out', { readyExpiryRollback })[0]),
    [
      ['made', 1],
      ['none', 0]
    ]
  ),
  installTimeoutCode: both<'installTimeoutCode', unknown>(
    (installTimeoutCode) => codeOf(ended('never-healthy', { installTimeoutCode })),
    [
      ['TIMEOUT', 'TIMEOUT'],
      ['HEALTH_CONSTRAINTS', 'HEALTH_CONSTRAINTS'],
      ['ECS_UPDATE_ERROR', 'ECS_UPDATE_ERROR']
    ]
  ),
  hookTimeoutCode: both<'hookTimeoutCode', unknown>(
    (hookTimeoutCode) => codeOf(ended('hook-never-calls-back', { hookTimeoutCode })),
    [
      ['TIMEOUT', 'TIMEOUT'],
      ['HOOK_EXECUTION_FAILURE', 'HOOK_EXECUTION_FAILURE']
    ]
  ),
  hookDiagnostics: both<'hookDiagnostics', unknown>(
    (hookDiagnostics) => {
      const [driver, id] = ended('hook-fails', { hookDiagnostics })
      return driver.target(id).lifecycleEvents[4]?.diagnostics
    },
    [
      ['absent', undefined],
      ['given', expect.objectContaining({ errorCode: 'ScriptFailed' })]
    ]
  ),
  omittedWaitType: both<'omittedWaitType', unknown>(
    (omittedWaitType) => {
      const driver = world('ready-wait-for-us', { omittedWaitType })
      const id = driver.deploy()
      driver.untilStatus(id, 'Ready')
      return driver.refused('codedeploy', 'ContinueDeployment', { deploymentId: id })
    },
    [
      ['READY_WAIT', 'accepted'],
      ['TERMINATION_WAIT', 'InvalidDeploymentStatusException'],
      ['refused', 'InvalidDeploymentWaitTypeException']
    ]
  ),
  keepAlive: both<'keepAlive', unknown>(
    (keepAlive) => {
      const driver = world('smooth', { keepAlive }, { termination: { action: 'KEEP_ALIVE', waitMinutes: 5 } })
      const id = driver.deploy()
      driver.until(() => driver.traffic()['42'] === 100)
      const soon = driver.wait(10_000).deployment(id).status
      return [
        soon,
        driver.wait(10 * minute).deployment(id).status,
        driver.service().taskSets.map(({ status }) => status)
      ]
    },
    [
      ['succeeds-at-once', ['Succeeded', 'Succeeded', ['ACTIVE', 'PRIMARY']]],
      ['waits', ['InProgress', 'Succeeded', ['ACTIVE', 'PRIMARY']]]
    ]
  ),
  sha256Mismatch: both<'sha256Mismatch', unknown>(
    (sha256Mismatch) =>
      world('smooth', { sha256Mismatch }).refused('codedeploy', 'CreateDeployment', {
        ...NAMES,
        revision: revisionOf(SPEC, sha256('x'))
      }),
    [
      ['refused', 'InvalidRevisionException'],
      ['accepted', 'accepted']
    ]
  ),
  echoContent: both<'echoContent', unknown>(
    (echoContent) => {
      const driver = world('smooth', { echoContent })
      return driver.deployment(driver.create(SPEC)).revision.appSpecContent?.content
    },
    [
      [true, SPEC],
      [false, undefined]
    ]
  ),
  appSpecCase: both<'appSpecCase', unknown>(
    (appSpecCase) => {
      const driver = world('smooth', { appSpecCase })
      const id = driver.create(SPEC.replace('Resources', 'resources'))
      return driver.wait(minute).deployment(id).status
    },
    [
      ['insensitive', 'InProgress'],
      ['exact', 'Failed']
    ]
  ),
  greenBeforeInstalled: both<'greenBeforeInstalled', unknown>(
    (greenBeforeInstalled) => {
      const driver = world('smooth', { greenBeforeInstalled })
      const id = driver.deploy()
      const early = driver.wait(30_000).target(id).taskSetsInfo.length
      return [early, driver.wait(2 * minute).target(id).taskSetsInfo.length]
    },
    [
      ['listed', [2, 2]],
      ['absent', [1, 2]]
    ]
  ),
  taskSetLabel: both<'taskSetLabel', unknown>(
    (taskSetLabel) => {
      const [driver, id] = shifting({ taskSetLabel })
      return driver.target(id).taskSetsInfo.map((set) => set.taskSetLabel)
    },
    [
      ['given', ['Blue', 'Green']],
      ['missing', [undefined, undefined]]
    ]
  ),
  overview: both<'overview', unknown>(
    (overview) => {
      const [driver, id] = ended('smooth', { overview })
      return driver.deployment(id).deploymentOverview?.['Succeeded']
    },
    [
      ['given', 1],
      ['missing', undefined]
    ]
  ),
  bakes: both<'bakes', unknown>(
    (bakes) => {
      const [driver, id] = shifting({ bakes })
      driver.until(() => driver.truth().primary.endsWith(':42'))
      const list = driver.get<{ deployments: string[] }>('codedeploy', 'ListDeployments', {
        ...NAMES,
        includeOnlyStatuses: ['Baking']
      })
      return [driver.deployment(id).status, list.deployments.length]
    },
    [
      [true, ['Baking', 1]],
      [false, ['InProgress', 0]]
    ]
  ),
  serviceLoadBalancers: both<'serviceLoadBalancers', unknown>(
    (serviceLoadBalancers) => world('smooth', { serviceLoadBalancers }).service().loadBalancers.length,
    [
      ['present', 1],
      ['empty', 0]
    ]
  ),
  controllerMember: both<'controllerMember', unknown>(
    (controllerMember) => world('wrong-controller', { controllerMember }).service().deploymentController?.type,
    [
      ['present', 'ECS'],
      ['absent', undefined]
    ]
  ),
  unknownIds: both<'unknownIds', unknown>(
    (unknownIds) =>
      world('smooth', { unknownIds }).refused('codedeploy', 'BatchGetDeployments', { deploymentIds: ['d-000000000'] }),
    [
      ['omitted', 'accepted'],
      ['refused', 'DeploymentDoesNotExistException']
    ]
  ),
  nlbGradual: both<'nlbGradual', unknown>(
    (nlbGradual) => {
      const driver = world('nlb-gradual', { nlbGradual })
      const answered = driver.refused('codedeploy', 'CreateDeployment', { ...NAMES, revision: revisionOf(SPEC) })
      return [answered, driver.wait(minute).truth().deployments[1]?.status]
    },
    [
      ['refused', ['InvalidTrafficRoutingConfigurationException', undefined]],
      ['fails-later', ['accepted', 'Failed']]
    ]
  ),
  configRange: both<'configRange', unknown>(
    (configRange) =>
      world('smooth', { configRange }).refused('codedeploy', 'CreateDeploymentConfig', config('Mine', 100)),
    [
      ['checked', 'InvalidTrafficRoutingConfigurationException'],
      ['unchecked', 'accepted']
    ]
  ),
  configLimit: both<'configLimit', unknown>(
    (configLimit) => {
      const driver = world('smooth', { configLimit })
      driver.get('codedeploy', 'CreateDeploymentConfig', config('One', 10))
      return driver.refused('codedeploy', 'CreateDeploymentConfig', config('Two', 10))
    },
    [
      [1, 'DeploymentConfigLimitExceededException'],
      [200, 'accepted']
    ]
  ),
  descriptionLimit: both<'descriptionLimit', unknown>(
    (descriptionLimit) =>
      world('smooth', { descriptionLimit }).refused('codedeploy', 'CreateDeployment', {
        ...NAMES,
        revision: revisionOf(SPEC),
        description: 'x'.repeat(512)
      }),
    [
      [256, 'DescriptionTooLongException'],
      [512, 'accepted']
    ]
  ),
  alarmLimit: both<'alarmLimit', unknown>(
    (alarmLimit) => {
      const alarms = Array.from({ length: 11 }, (_, index) => ({ name: `a${index}` }))
      const overrideAlarmConfiguration = { enabled: true, alarms }
      return world('smooth', { alarmLimit }).refused('codedeploy', 'CreateDeployment', {
        ...NAMES,
        revision: revisionOf(SPEC),
        overrideAlarmConfiguration
      })
    },
    [
      [10, 'AlarmsLimitExceededException'],
      [50, 'accepted']
    ]
  ),
  familyPrefix: both<'familyPrefix', number>(
    (familyPrefix) =>
      world('smooth', { familyPrefix }, { registered: { 'web-worker': 2, api: 1 } }).get<{
        taskDefinitionArns: string[]
      }>('ecs', 'ListTaskDefinitions', { familyPrefix: 'web' }).taskDefinitionArns.length,
    [
      ['family', 1],
      ['prefix', 3]
    ]
  ),
  deregisterAgain: both<'deregisterAgain', string>(
    (deregisterAgain) => {
      const driver = world('smooth', { deregisterAgain })
      driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:41' })
      return driver.refused('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:41' })
    },
    [
      ['accepted', 'accepted'],
      ['refused', 'ClientException']
    ]
  ),
  taskStartedBy: both<'taskStartedBy', unknown>(
    (taskStartedBy) => {
      const driver = world('smooth', { taskStartedBy })
      const startedBy = driver.service().taskSets[0]?.id
      return driver.get<{ taskArns: string[] }>('ecs', 'ListTasks', { cluster: 'prod', startedBy }).taskArns.length
    },
    [
      ['task-set', 2],
      ['absent', 0]
    ]
  ),
  pageSize: both<'pageSize', unknown>(
    (pageSize) => {
      const driver = world('smooth', { pageSize })
      return driver.get<{ taskArns: string[] }>('ecs', 'ListTasks', { cluster: 'prod', serviceName: 'web' }).taskArns
        .length
    },
    [
      [1, 1],
      [100, 2]
    ]
  ),
  hostile: both<'hostile', unknown>(
    (hostile) => {
      const driver = world('smooth', { hostile })
      return (driver.ask('codedeploy', 'GetDeployment', {}).body as { message: string }).message.includes(
        '::set-output'
      )
    },
    [
      [true, true],
      [false, false]
    ]
  )
}

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(
    rows.map(([value, look, seen]) => [String(value), value, look as (value: unknown) => unknown, seen] as const)
  )('%s', (_name, value, look, seen) => {
    expect(look(value)).toEqual(seen)
  })
})

test('no switch is without a row', () => {
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(switchesOf(scenario('smooth'))).sort())
})
