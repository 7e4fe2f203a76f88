// The forward path, held to BEHAVIOUR.md.
import { describe, expect, test } from '@jest/globals'
import { timetable } from './configs.ts'
import { Driver } from './driving.ts'
import type { Target } from './driving.ts'

const minute = 60_000
const statuses = (target: Target): string => target.lifecycleEvents.map(({ status }) => status[0]).join('')

describe('a smooth canary', () => {
  test('is Created for three seconds, without targets, then InProgress', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    expect(id).toMatch(/^d-[A-Z0-9]{9}$/)
    expect(driver.deployment(id).status).toBe('Created')
    expect(driver.refused('codedeploy', 'ListDeploymentTargets', { deploymentId: id })).toBe(
      'DeploymentNotStartedException'
    )
    expect(driver.refused('codedeploy', 'GetDeploymentTarget', { deploymentId: id, targetId: 'prod:web' })).toBe(
      'DeploymentNotStartedException'
    )
    expect(driver.wait(2_999).deployment(id).status).toBe('Created')
    expect(driver.wait(1).deployment(id).status).toBe('InProgress')
    expect(statuses(driver.target(id))).toBe('PPPPPPPP')
  })

  test('lists eight events from the start, in order', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    const names = driver
      .wait(3_000)
      .target(id)
      .lifecycleEvents.map(({ lifecycleEventName }) => lifecycleEventName)
    expect(names).toEqual([
      'BeforeInstall',
      'Install',
      'AfterInstall',
      'AllowTestTraffic',
      'AfterAllowTestTraffic',
      'BeforeAllowTraffic',
      'AllowTraffic',
      'AfterAllowTraffic'
    ])
  })

  test('makes the green set at Install, with the deployment as externalId, steady after 90 s', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    const [blue, green] = driver.wait(5_000).service().taskSets
    expect(blue).toMatchObject({ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE', runningCount: 2 })
    expect(green).toMatchObject({
      status: 'ACTIVE',
      externalId: id,
      stabilityStatus: 'STABILIZING',
      runningCount: 0,
      pendingCount: 2
    })
    expect(green?.id).toMatch(/^ecs-svc\/\d{19}$/)
    expect(green?.taskDefinition).toMatch(/web:42$/)
    expect(driver.service().deployments).toEqual([])
    const seconds = driver.until(() => driver.service().taskSets[1]?.stabilityStatus === 'STEADY_STATE') / 1_000
    expect(seconds).toBeGreaterThan(80)
    expect(seconds).toBeLessThanOrEqual(90)
    expect(driver.service().events.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        `(service web, taskSet ${green?.id}) updated state to STEADY_STATE.`,
        '(service web) has reached a steady state.'
      ])
    )
  })

  test('puts 10 % on green at once, keeps it ACTIVE, and the rest after five minutes', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    driver.wait(3_000).until(() => driver.target(id).lifecycleEvents[6]?.status === 'InProgress')
    expect(driver.traffic()).toEqual({ 41: 90, 42: 10 })
    expect(driver.target(id).taskSetsInfo).toMatchObject([
      { status: 'PRIMARY', trafficWeight: 90, taskSetLabel: 'Blue', targetGroup: { name: 'web-blue' } },
      { status: 'ACTIVE', trafficWeight: 10, taskSetLabel: 'Green', targetGroup: { name: 'web-green' } }
    ])
    const held = driver.until(() => driver.traffic()['42'] === 100)
    expect(held).toBeGreaterThan(5 * minute - 2_000)
    expect(held).toBeLessThanOrEqual(5 * minute)
    expect(driver.truth().primary).toMatch(/web:41$/)
  })

  test('moves PRIMARY when the shift is done, and says Succeeded only after the termination wait', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    driver.wait(3_000).until(() => driver.target(id).status === 'Succeeded')
    expect(statuses(driver.target(id))).toBe('SSSSSSSS')
    expect(driver.truth().primary).toMatch(/web:42$/)
    expect(driver.service().taskDefinition).toMatch(/web:42$/)
    const waiting = driver.deployment(id)
    expect(waiting).toMatchObject({ status: 'InProgress', instanceTerminationWaitTimeStarted: false })
    expect(waiting).not.toHaveProperty('deploymentOverview')
    expect(waiting).not.toHaveProperty('completeTime')
    expect(driver.service().taskSets.map(({ scale }) => scale.value)).toEqual([100, 100])
    const waited = driver.untilStatus(id, 'Succeeded')
    expect(waited).toBeGreaterThan(5 * minute - 2_000)
    expect(waited).toBeLessThanOrEqual(5 * minute)
    expect(driver.deployment(id).deploymentOverview).toEqual({
      Pending: 0,
      InProgress: 0,
      Succeeded: 1,
      Failed: 0,
      Skipped: 0,
      Ready: 0
    })
    expect(driver.service().taskSets[0]).toMatchObject({ status: 'DRAINING', scale: { value: 0 }, runningCount: 0 })
    expect(driver.wait(minute).service().taskSets).toHaveLength(1)
  })

  test('lets the target groups alternate', () => {
    const driver = new Driver('smooth')
    const first = driver.deploy()
    driver.untilStatus(first, 'Succeeded')
    const second = driver.deploy()
    const sets = driver.wait(10_000).target(second).taskSetsInfo
    expect(sets.map(({ targetGroup }) => targetGroup.name)).toEqual(['web-green', 'web-blue'])
  })

  test('is told by the group as last attempted, then as last successful', () => {
    const driver = new Driver('smooth')
    const group = (): Record<string, { deploymentId: string; endTime?: number }> =>
      driver.get<{ deploymentGroupInfo: Record<string, { deploymentId: string }> }>(
        'codedeploy',
        'GetDeploymentGroup',
        { applicationName: 'AppECS-prod-web', deploymentGroupName: 'DgpECS-prod-web' }
      ).deploymentGroupInfo
    const before = group()['lastSuccessfulDeployment']?.deploymentId
    const id = driver.deploy()
    expect(group()).toMatchObject({
      lastAttemptedDeployment: { deploymentId: id, status: 'Created' },
      lastSuccessfulDeployment: { deploymentId: before }
    })
    expect(group()['lastAttemptedDeployment']).not.toHaveProperty('endTime')
    driver.untilStatus(id, 'Succeeded')
    expect(group()['lastSuccessfulDeployment']).toMatchObject({ deploymentId: id, status: 'Succeeded' })
  })
})

describe('timetables', () => {
  test('linear reaches 100 % after ceil(100/p)-1 intervals, the first step at once', () => {
    const steps = timetable({ type: 'TimeBasedLinear', percent: 30, minutes: 2 })
    expect(steps).toEqual([
      { after: 0, weight: 30 },
      { after: 2 * minute, weight: 60 },
      { after: 4 * minute, weight: 90 },
      { after: 6 * minute, weight: 100 }
    ])
    expect(timetable({ type: 'TimeBasedLinear', percent: 10, minutes: 1 }).at(-1)).toEqual({
      after: 9 * minute,
      weight: 100
    })
  })

  test('a canary after one interval, all at once in one step', () => {
    expect(timetable({ type: 'TimeBasedCanary', percent: 10, minutes: 15 })).toEqual([
      { after: 0, weight: 10 },
      { after: 15 * minute, weight: 100 }
    ])
    expect(timetable({ type: 'AllAtOnce' })).toEqual([{ after: 0, weight: 100 }])
  })

  test('the linear scenario really moves by them', () => {
    const driver = new Driver('linear')
    driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    const weights = Array.from({ length: 10 }, () => {
      const weight = driver.traffic()['42']
      driver.wait(minute)
      return weight
    })
    expect(weights).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  })
})

describe('other roads', () => {
  test('without a test listener there are six events', () => {
    const driver = new Driver('no-test-listener')
    const id = driver.deploy()
    expect(driver.wait(5_000).target(id).lifecycleEvents).toHaveLength(6)
    driver.untilStatus(id, 'Succeeded')
    const group = driver.get<{ deploymentGroupInfo: { loadBalancerInfo: { targetGroupPairInfoList: object[] } } }>(
      'codedeploy',
      'GetDeploymentGroup',
      { applicationName: 'AppECS-prod-web', deploymentGroupName: 'DgpECS-prod-web' }
    )
    expect(group.deploymentGroupInfo.loadBalancerInfo.targetGroupPairInfoList[0]).not.toHaveProperty('testTrafficRoute')
  })

  test('ready wait: Ready before any production traffic, on until continued', () => {
    const driver = new Driver('ready-wait-for-us')
    const id = driver.deploy()
    driver.untilStatus(id, 'Ready')
    expect(driver.target(id)).toMatchObject({ status: 'Ready' })
    expect(statuses(driver.target(id))).toBe('SSSSSPPP')
    expect(driver.traffic()).toEqual({ 41: 100 })
    expect(driver.wait(29 * minute).deployment(id).status).toBe('Ready')
    driver.get('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType: 'READY_WAIT' })
    expect(driver.deployment(id).status).toBe('InProgress')
    expect(
      driver.refused('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType: 'READY_WAIT' })
    ).toBe('DeploymentIsNotInReadyStateException')
    driver.untilStatus(id, 'Succeeded')
    expect(
      driver.refused('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType: 'READY_WAIT' })
    ).toBe('DeploymentAlreadyCompletedException')
  })

  test('ready wait: it expires to Stopped', () => {
    const driver = new Driver('ready-wait-times-out')
    const id = driver.deploy()
    driver.untilStatus(id, 'Ready')
    expect(driver.untilStatus(id, 'Stopped')).toBeLessThanOrEqual(10 * minute)
    expect(driver.deployment(id).errorInformation?.message).toBe(
      'The deployment timed out while waiting for a notification to continue. This time out period is 10 minutes.'
    )
    expect(driver.traffic()).toEqual({ 41: 100 })
  })

  test('the termination wait can be cut short', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    driver.wait(3_000)
    expect(
      driver.refused('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType: 'TERMINATION_WAIT' })
    ).toBe('InvalidDeploymentStatusException')
    driver.until(() => driver.target(id).status === 'Succeeded')
    driver.get('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType: 'TERMINATION_WAIT' })
    expect(driver.deployment(id).status).toBe('Succeeded')
    expect(driver.service().taskSets[0]?.status).toBe('DRAINING')
  })

  test('a hook of the AppSpec is played at its event', () => {
    const driver = new Driver('slow-hook')
    const id = driver.deploy()
    driver.wait(3_000).until(() => driver.target(id).lifecycleEvents[4]?.status === 'InProgress')
    expect(driver.until(() => driver.target(id).lifecycleEvents[4]?.status === 'Succeeded')).toBeGreaterThan(
      9.9 * minute
    )
  })

  test('scaling while installing makes Install wait, longer than five minutes if need be', () => {
    const driver = new Driver({
      name: 'scaled-early',
      says: '',
      lookAt: '',
      script: [{ when: 'event Install', after: 60_000, do: { scale: 4, steadyAfter: 400_000 } }]
    })
    const id = driver.deploy()
    driver.wait(4_000)
    const took = driver.until(() => driver.target(id).lifecycleEvents[1]?.status === 'Succeeded')
    expect(took).toBeGreaterThan(450_000)
    expect(took).toBeLessThan(465_000)
    driver.untilStatus(id, 'Succeeded')
  })

  test('autoscaling changes counts, not the deployment', () => {
    const driver = new Driver('autoscaled')
    const id = driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    expect(driver.wait(61_000).service()).toMatchObject({
      desiredCount: 4,
      taskSets: [{ computedDesiredCount: 4, stabilityStatus: 'STABILIZING' }, { computedDesiredCount: 4 }]
    })
    driver.untilStatus(id, 'Succeeded')
    expect(driver.service().taskSets.at(-1)).toMatchObject({ runningCount: 4, stabilityStatus: 'STEADY_STATE' })
  })
})
