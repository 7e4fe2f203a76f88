// Task definitions over time, and what UpdateService does to a service of CodeDeploy. [ECS] A8, C1
import { describe, expect, test } from '@jest/globals'
import { Driver, appSpec } from './driving.ts'
import type { Scenario } from './scenario.ts'

const lived: Scenario = {
  name: 'lived',
  says: '',
  lookAt: '',
  world: { registered: { web: 3, 'web-worker': 2 } }
}

const arn = (local: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${local}`

interface Page {
  readonly taskDefinitionArns: readonly string[]
  readonly nextToken?: string
}

const listed = (driver: Driver, input: object = {}): readonly string[] =>
  driver
    .get<Page>('ecs', 'ListTaskDefinitions', input)
    .taskDefinitionArns.map((one) => one.slice(one.lastIndexOf('/') + 1))

const status = (driver: Driver, taskDefinition: string): unknown =>
  driver.get<{ taskDefinition: { status: string } }>('ecs', 'DescribeTaskDefinition', { taskDefinition }).taskDefinition
    .status

describe('task definitions', () => {
  test('are listed by family and revision, or the other way round', () => {
    const driver = new Driver(lived)
    const all = ['web:38', 'web:39', 'web:40', 'web:41', 'web-worker:1', 'web-worker:2']
    expect(listed(driver)).toEqual(all)
    expect(listed(driver, { sort: 'DESC' })).toEqual([...all].reverse())
    expect(listed(driver, { familyPrefix: 'web', sort: 'DESC' })).toEqual(['web:41', 'web:40', 'web:39', 'web:38'])
    expect(listed(driver, { familyPrefix: 'we' })).toEqual([])
  })

  test('come by pages', () => {
    const driver = new Driver(lived)
    const input = { familyPrefix: 'web', maxResults: 3 }
    const first = driver.get<Page>('ecs', 'ListTaskDefinitions', input)
    expect(first.taskDefinitionArns).toHaveLength(3)
    const second = driver.get<Page>('ecs', 'ListTaskDefinitions', { ...input, nextToken: first.nextToken })
    expect(second).toEqual({ taskDefinitionArns: [arn('web:41')] })
  })

  test('that are deregistered are INACTIVE, and can still be looked at', () => {
    const driver = new Driver(lived)
    const answer = driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn('web:39') })
    expect(answer).toMatchObject({
      taskDefinition: { taskDefinitionArn: arn('web:39'), status: 'INACTIVE', deregisteredAt: driver.now / 1_000 }
    })
    expect(listed(driver, { familyPrefix: 'web' })).toEqual(['web:38', 'web:40', 'web:41'])
    expect(listed(driver, { familyPrefix: 'web', status: 'INACTIVE' })).toEqual(['web:39'])
    expect([status(driver, 'web:39'), status(driver, arn('web:40'))]).toEqual(['INACTIVE', 'ACTIVE'])
  })

  test('by family alone mean the newest that is ACTIVE', () => {
    const driver = new Driver(lived)
    const newest = (): unknown =>
      driver.get<{ taskDefinition: { revision: number } }>('ecs', 'DescribeTaskDefinition', { taskDefinition: 'web' })
        .taskDefinition.revision
    expect(newest()).toBe(41)
    driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:41' })
    expect(newest()).toBe(40)
  })

  test('go on counting after the newest was deregistered', () => {
    const driver = new Driver(lived)
    driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:41' })
    expect(driver.register()).toBe(arn('web:42'))
  })

  test('all of which are INACTIVE are not found by family', () => {
    const driver = new Driver('smooth')
    driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:41' })
    expect(driver.refused('ecs', 'DescribeTaskDefinition', { taskDefinition: 'web' })).toBe('ClientException')
  })

  test('that run go on running when they are deregistered', () => {
    const driver = new Driver('smooth')
    driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:41' })
    expect(driver.wait(60_000).service()).toMatchObject({
      taskDefinition: arn('web:41'),
      taskSets: [{ stabilityStatus: 'STEADY_STATE', runningCount: 2 }]
    })
  })

  test('that are INACTIVE take no deployment', () => {
    const driver = new Driver('smooth')
    const made = driver.register()
    driver.get('ecs', 'DeregisterTaskDefinition', { taskDefinition: made })
    const id = driver.create(appSpec(made))
    driver.untilStatus(id, 'Failed')
    expect(driver.deployment(id).errorInformation).toMatchObject({
      code: 'ECS_UPDATE_ERROR',
      message: expect.stringContaining('TaskDefinition is inactive')
    })
  })
})

describe('UpdateService', () => {
  const update = { cluster: 'prod', service: 'web' }
  const desired = (driver: Driver): readonly number[] =>
    driver.service().taskSets.map(({ computedDesiredCount }) => computedDesiredCount)

  test('changes the desired count of every task set, and the tasks follow', () => {
    const driver = new Driver('smooth')
    const id = driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    driver.get('ecs', 'UpdateService', { ...update, desiredCount: 5 })
    expect([driver.service().desiredCount, ...desired(driver)]).toEqual([5, 5, 5])
    driver.wait(90_000)
    expect(driver.service().taskSets.map(({ runningCount }) => runningCount)).toEqual([5, 5])
    driver.untilStatus(id, 'Succeeded')
  })

  test('during a shift has the new tasks looked at five minutes later', () => {
    const driver = new Driver('smooth')
    driver.deploy()
    driver.until(() => driver.traffic()['42'] === 10)
    const looks = (): number => driver.world.agenda.items.filter((item) => item.do === 'steadiness is checked').length
    expect(looks()).toBe(0)
    driver.get('ecs', 'UpdateService', { ...update, desiredCount: 3 })
    expect(looks()).toBe(1)
  })

  test('changes the tags the tasks get', () => {
    const driver = new Driver('smooth')
    driver.get('ecs', 'UpdateService', { ...update, enableECSManagedTags: false, propagateTags: 'NONE' })
    expect(driver.service()).toMatchObject({ desiredCount: 2, enableECSManagedTags: false, propagateTags: 'NONE' })
  })
})

describe('the capacity providers of a service', () => {
  const FARGATE = [{ capacityProvider: 'FARGATE', base: 1, weight: 1 }]
  const ended = (content: (revision: string) => string): unknown => {
    const driver = new Driver('smooth')
    driver.untilStatus(driver.create(content(driver.register())), 'Succeeded')
    return driver.service()
  }

  test('are there before a deployment', () => {
    expect(new Driver('smooth').service()).toMatchObject({ capacityProviderStrategy: FARGATE })
  })

  test('are lost when the AppSpec does not name them', () => {
    const service = ended(appSpec)
    expect(service).toMatchObject({ launchType: 'FARGATE' })
    expect(service).not.toHaveProperty('capacityProviderStrategy')
  })

  test('are those of the AppSpec', () => {
    const named = '        CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Base: 0, Weight: 4 }]\n'
    const service = ended((revision) => appSpec(revision).replace('Hooks:', `${named}Hooks:`))
    expect(service).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', base: 0, weight: 4 }]
    })
  })
})
