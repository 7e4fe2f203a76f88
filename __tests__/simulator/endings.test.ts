// How deployments end badly, held to BEHAVIOUR.md.
import { describe, expect, test } from '@jest/globals'
import { Driver, ORIGIN } from './driving.ts'
import type { Target } from './driving.ts'

const minute = 60_000
const statuses = (target: Target): string => target.lifecycleEvents.map(({ status }) => status[0]).join('')

describe('alarms', () => {
  test('stop the deployment within 23 s, with the weights already back', () => {
    const driver = new Driver('alarm')
    const id = driver.deploy()
    driver.until(() => driver.truth().alarms['web-5xx'] === 'ALARM')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    expect(driver.untilStatus(id, 'Stopped', 23_000)).toBeLessThanOrEqual(23_000)
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(statuses(driver.target(id))).toBe('SSSSSSFS')
    const { lifecycleEvents, taskSetsInfo } = driver.target(id)
    expect(lifecycleEvents[7]?.status).toBe('Skipped')
    expect(taskSetsInfo).toMatchObject([
      { status: 'PRIMARY', trafficWeight: 100 },
      { status: 'DRAINING', trafficWeight: 0, desiredCount: 0 }
    ])
  })

  test('name every alarm that is on, in angle brackets', () => {
    const driver = new Driver('alarm')
    const alarms = { enabled: true, alarms: [{ name: 'web-5xx' }, { name: 'web-latency' }] }
    const id = driver.deploy({ overrideAlarmConfiguration: alarms })
    driver.until(() => driver.traffic()['42'] === 10)
    for (const AlarmName of ['web-5xx', 'web-latency'])
      driver.get('cloudwatch', 'SetAlarmState', { AlarmName, StateValue: 'ALARM', StateReason: 'test' })
    driver.untilStatus(id, 'Stopped')
    expect(driver.deployment(id).errorInformation).toEqual({
      code: 'ALARM_ACTIVE',
      message:
        'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <web-5xx> <web-latency>'
    })
  })

  test('roll back by a second deployment, linked both ways', () => {
    const driver = new Driver('alarm')
    const id = driver.deploy()
    driver.untilStatus(id, 'Stopped')
    const rollbackId = driver.deployment(id).rollbackInfo?.rollbackDeploymentId ?? ''
    expect(driver.deployment(id)).toMatchObject({
      rollbackInfo: {
        rollbackMessage: `Deployment ${id} terminated. Automatic rollback is triggered with a DeploymentId ${rollbackId}.`
      },
      deploymentOverview: { Failed: 1, Succeeded: 0 }
    })
    expect(driver.deployment(rollbackId)).toMatchObject({
      creator: 'codeDeployRollback',
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
      rollbackInfo: {
        rollbackTriggeringDeploymentId: id,
        rollbackMessage: `Deployment ${rollbackId} is triggered to roll back deployment ${id}.`
      }
    })
    expect(driver.truth().primary).toMatch(/web:41$/)
    expect(driver.service().taskSets).toHaveLength(2) // it makes no new set
    expect(driver.untilStatus(rollbackId, 'Succeeded')).toBeLessThanOrEqual(5_000)
    expect(driver.truth().deployments.at(-1)).toMatchObject({ rollbackOf: id, by: 'rollback', status: 'Succeeded' })
  })

  test('count while installing, and in the termination wait, where PRIMARY moves back', () => {
    const early = new Driver('alarm-while-installing')
    const first = early.deploy()
    early.untilStatus(first, 'Stopped')
    expect(statuses(early.target(first))).toBe('SFSSSSSS')
    expect(
      early
        .target(first)
        .lifecycleEvents.slice(2)
        .every(({ status }) => status === 'Skipped')
    ).toBe(true)
    const late = new Driver('alarm-after-shift')
    const second = late.deploy()
    late.until(() => late.truth().primary.endsWith(':42'))
    late.untilStatus(second, 'Stopped')
    expect(late.truth().primary).toMatch(/web:41$/)
    expect(late.traffic()).toEqual({ 41: 100 })
  })

  test('that are on already stop it within seconds of its start', () => {
    const driver = new Driver('alarm-already-on')
    const id = driver.deploy()
    expect(driver.untilStatus(id, 'Stopped')).toBeLessThanOrEqual(5_000)
  })

  test('are looked at every ten seconds: a blink in between is not seen', () => {
    const driver = new Driver('alarm-blinks')
    const id = driver.deploy()
    driver.untilStatus(id, 'Succeeded')
  })

  test.each(['insufficient-data', 'other-alarm'])('%s: only ALARM of a watched alarm stops', (name) => {
    const driver = new Driver(name)
    driver.untilStatus(driver.deploy(), 'Succeeded')
  })

  test('that cannot be read stop it, unless that is to be ignored', () => {
    const driver = new Driver('alarms-unreadable')
    const id = driver.deploy()
    driver.untilStatus(id, 'Stopped')
    expect(driver.traffic()).toEqual({ 41: 100 })
    const ignoring = new Driver('alarms-unreadable')
    const overrideAlarmConfiguration = { enabled: true, ignorePollAlarmFailure: true, alarms: [{ name: 'web-5xx' }] }
    ignoring.untilStatus(ignoring.deploy({ overrideAlarmConfiguration }), 'Succeeded')
  })

  test('without automatic rollback nothing rolls back and traffic stays split', () => {
    const driver = new Driver('no-auto-rollback')
    const id = driver.deploy()
    driver.untilStatus(id, 'Stopped')
    expect(driver.wait(minute).deployment(id)).not.toHaveProperty('rollbackInfo')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    expect(driver.truth().deployments.filter(({ by }) => by === 'rollback')).toEqual([])
  })

  test('only the listed event rolls back, and the request overrides the group', () => {
    const driver = new Driver('alarm')
    const id = driver.deploy({ autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] } })
    driver.untilStatus(id, 'Stopped')
    expect(driver.wait(minute).deployment(id)).not.toHaveProperty('rollbackInfo')
    const failing = new Driver('hook-fails')
    const failed = failing.deploy({
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM'] }
    })
    failing.untilStatus(failed, 'Failed')
    expect(failing.wait(minute).deployment(failed)).not.toHaveProperty('rollbackInfo')
  })

  test('rollbackInfo may come late, the rollback may be slow, and it may fail', () => {
    const late = new Driver('late-rollback-info')
    const id = late.deploy()
    late.untilStatus(id, 'Stopped')
    expect(late.deployment(id)).not.toHaveProperty('rollbackInfo')
    expect(late.wait(25_000).deployment(id).rollbackInfo?.rollbackDeploymentId).toMatch(/^d-/)
    const slow = new Driver('slow-rollback')
    slow.untilStatus(slow.deploy(), 'Stopped')
    expect(slow.wait(89_000).truth().deployments.at(-1)).toMatchObject({ by: 'rollback', status: 'InProgress' })
    const failing = new Driver('rollback-fails')
    failing.untilStatus(failing.deploy(), 'Stopped')
    expect(failing.wait(10_000).truth().deployments.at(-1)).toMatchObject({ by: 'rollback', status: 'Failed' })
    expect(failing.traffic()).toEqual({ 41: 90, 42: 10 })
  })
})

describe('failures', () => {
  test('a hook that fails', () => {
    const driver = new Driver('hook-fails')
    const id = driver.deploy()
    driver.untilStatus(id, 'Failed')
    expect(driver.deployment(id).errorInformation).toEqual({
      code: 'HOOK_EXECUTION_FAILURE',
      message: 'The deployment failed because one or more of the lifecycle event validation functions failed.'
    })
    expect(statuses(driver.target(id))).toBe('SSSSFSSS')
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(driver.deployment(id).rollbackInfo?.rollbackDeploymentId).toMatch(/^d-/)
  })

  test('a hook at BeforeInstall fails without a rollback', () => {
    const driver = new Driver({
      name: 'x',
      says: '',
      lookAt: '',
      world: { hooks: { BeforeInstall: { outcome: 'fails' } } }
    })
    const spec = (arn: string): string =>
      JSON.stringify({
        version: 0,
        Resources: [
          {
            TargetService: {
              Type: 'AWS::ECS::Service',
              Properties: { TaskDefinition: arn, LoadBalancerInfo: { ContainerName: 'proxy', ContainerPort: 8443 } }
            }
          }
        ],
        Hooks: [{ BeforeInstall: 'f' }]
      })
    const id = driver.create(spec(driver.register()))
    driver.untilStatus(id, 'Failed')
    expect(driver.deployment(id)).not.toHaveProperty('rollbackInfo')
  })

  test('a hook that never calls back, after an hour', () => {
    const driver = new Driver('hook-never-calls-back')
    const id = driver.deploy()
    const took = driver.untilStatus(id, 'Failed')
    expect(took).toBeGreaterThan(60 * minute)
    expect(took).toBeLessThan(63 * minute)
  })

  test('tasks that never start: told by stopped tasks and events, given up after an hour', () => {
    const driver = new Driver('tasks-never-start')
    const id = driver.deploy()
    const stopped = (): string[] =>
      driver.get<{ taskArns: string[] }>('ecs', 'ListTasks', {
        cluster: 'prod',
        serviceName: 'web',
        desiredStatus: 'STOPPED'
      }).taskArns
    driver.until(() => stopped().length >= 2)
    const { tasks } = driver.get<{ tasks: object[] }>('ecs', 'DescribeTasks', { cluster: 'prod', tasks: stopped() })
    expect(tasks[0]).toMatchObject({
      stopCode: 'TaskFailedToStart',
      lastStatus: 'STOPPED',
      group: 'service:web',
      stoppedReason: expect.stringContaining('CannotPullContainerError'),
      taskDefinitionArn: expect.stringMatching(/web:42$/),
      containers: [{ name: 'app', reason: expect.stringContaining('failed to resolve ref') }, { name: 'proxy' }]
    })
    expect(tasks[0]).not.toHaveProperty('startedAt')
    driver.until(() =>
      driver
        .service()
        .events.some(({ message }) => message.includes('is unable to consistently start tasks successfully'))
    )
    expect(driver.untilStatus(id, 'Failed')).toBeLessThan(61 * minute)
    expect(driver.deployment(id).errorInformation?.message).toBe(
      'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.'
    )
    expect(driver.now - ORIGIN).toBeGreaterThan(60 * minute)
  })

  test('stopped tasks are forgotten after an hour', () => {
    const driver = new Driver('stopped-while-installing')
    const id = driver.deploy()
    driver.untilStatus(id, 'Stopped')
    const input = { cluster: 'prod', serviceName: 'web', desiredStatus: 'STOPPED' }
    const stopped = (): number => driver.get<{ taskArns: string[] }>('ecs', 'ListTasks', input).taskArns.length
    expect(stopped()).toBe(2)
    expect([driver.wait(59 * minute), stopped()][1]).toBe(2)
    expect([driver.wait(minute), stopped()][1]).toBe(0)
  })

  test('scaling in the shift that does not get steady fails it after five minutes', () => {
    const driver = new Driver('autoscaled-not-steady')
    const id = driver.deploy()
    driver.until(() => driver.service().desiredCount === 4)
    const took = driver.untilStatus(id, 'Failed')
    expect(took).toBeGreaterThan(5 * minute - 2_000)
    expect(took).toBeLessThan(5 * minute + 2_000)
  })

  test('a service that is deleted under way', () => {
    const driver = new Driver('service-deleted')
    const id = driver.deploy()
    driver.until(() => driver.service().status === 'INACTIVE')
    expect(driver.truth().traffic).toEqual({})
    driver.untilStatus(id, 'Failed')
    expect(driver.wait(minute).service().taskSets).toEqual([])
  })
})

describe('stopping', () => {
  test('Pending, then Succeeded, then Stopped, then no more', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    const stop = { deploymentId: id, autoRollbackEnabled: true }
    expect(driver.get('codedeploy', 'StopDeployment', stop)).toMatchObject({
      status: 'Pending',
      statusMessage: 'No more commands will be scheduled for execution in the deployment instances'
    })
    expect(driver.get('codedeploy', 'StopDeployment', stop)).toMatchObject({ status: 'Succeeded' })
    expect(driver.deployment(id).status).toBe('InProgress')
    driver.untilStatus(id, 'Stopped', 5_000)
    expect(driver.deployment(id).errorInformation?.code).toBe('MANUAL_STOP')
    expect(driver.refused('codedeploy', 'StopDeployment', stop)).toBe('DeploymentAlreadyCompletedException')
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(driver.deployment(id).rollbackInfo?.rollbackDeploymentId).toMatch(/^d-/)
    expect(driver.truth().deployments.filter(({ by }) => by === 'rollback')).toHaveLength(1)
  })

  test('without rollback the traffic stays split', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    driver.get('codedeploy', 'StopDeployment', { deploymentId: id, autoRollbackEnabled: false })
    driver.untilStatus(id, 'Stopped')
    expect(driver.wait(minute).deployment(id)).not.toHaveProperty('rollbackInfo')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
  })

  test('the next deployment clears what was left', () => {
    const driver = new Driver('stopped-without-rollback')
    driver.untilStatus(driver.deploy(), 'Stopped')
    const next = driver.deploy()
    driver.until(() => driver.traffic()['43'] === 10)
    expect(driver.traffic()).toEqual({ 41: 90, 43: 10 })
    driver.untilStatus(next, 'Succeeded')
    expect(driver.traffic()).toEqual({ 43: 100 })
  })
})

describe('one at a time', () => {
  test('a second deployment is refused by name', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    const { body } = driver.ask('codedeploy', 'CreateDeployment', {
      applicationName: 'AppECS-prod-web',
      deploymentGroupName: 'DgpECS-prod-web',
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content: 'x' } }
    })
    expect(body).toEqual({
      __type: 'DeploymentLimitExceededException',
      message: `The Deployment Group 'DgpECS-prod-web' already has an active Deployment '${id}'`
    })
    expect(driver.truth().deployments.filter(({ by }) => by === 'caller')).toHaveLength(1)
  })

  test('busy-after-survey: it begins right before ours', () => {
    const driver = new Driver('busy-after-survey')
    const spec = driver.register()
    const list = (): string[] => driver.get<{ deployments: string[] }>('codedeploy', 'ListDeployments', {}).deployments
    expect(list()).toHaveLength(1)
    expect(() => driver.create(spec)).toThrow('DeploymentLimitExceededException')
    expect(list()).toHaveLength(2)
    expect(driver.deployment(list()[0] ?? '')).toMatchObject({
      creator: 'user',
      description: expect.stringContaining('Dana')
    })
  })

  test('superseded: neither ours nor the old version serves in the end', () => {
    const driver = new Driver('superseded')
    const id = driver.deploy()
    driver.untilStatus(id, 'Stopped')
    driver.until(() => driver.truth().primary.endsWith(':43'))
    expect(driver.wait(minute).traffic()).toEqual({ 43: 100 })
  })
})

describe('lies and gaps', () => {
  test('lying-success: Succeeded while the old set serves', () => {
    const driver = new Driver('lying-success')
    const id = driver.deploy()
    driver.untilStatus(id, 'Succeeded')
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(driver.service().taskSets.find(({ status }) => status === 'PRIMARY')).toMatchObject({
      stabilityStatus: 'STEADY_STATE',
      runningCount: 2
    })
    expect(driver.service().taskDefinition).toMatch(/web:41$/)
  })

  test('late-stable and lying-success-unstable: Succeeded and STABILIZING', () => {
    const primary = (driver: Driver): string | undefined =>
      driver.service().taskSets.find(({ status }) => status === 'PRIMARY')?.stabilityStatus
    const late = new Driver('late-stable')
    late.untilStatus(late.deploy(), 'Succeeded')
    expect(primary(late)).toBe('STABILIZING')
    expect(primary(late.wait(30_000))).toBe('STEADY_STATE')
    const never = new Driver('lying-success-unstable')
    never.untilStatus(never.deploy(), 'Succeeded')
    expect(primary(never.wait(60 * minute))).toBe('STABILIZING')
  })

  test('vanishes after four minutes and goes on', () => {
    const driver = new Driver('vanishes')
    const id = driver.deploy()
    driver.wait(4 * minute - 1_000).deployment(id)
    driver.wait(1_000)
    for (const operation of ['GetDeployment', 'ListDeploymentTargets', 'StopDeployment'])
      expect(driver.refused('codedeploy', operation, { deploymentId: id })).toBe('DeploymentDoesNotExistException')
    driver.until(() => driver.traffic()['42'] === 100)
  })

  test('stuck at 10 % until somebody stops it', () => {
    const driver = new Driver('stuck')
    const id = driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    expect(driver.wait(600 * minute).traffic()).toEqual({ 41: 90, 42: 10 })
    expect(driver.deployment(id).status).toBe('InProgress')
    driver.get('codedeploy', 'StopDeployment', { deploymentId: id, autoRollbackEnabled: true })
    driver.untilStatus(id, 'Stopped')
    expect(driver.traffic()).toEqual({ 41: 100 })
  })
})
