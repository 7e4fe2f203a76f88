// Faults strike by number, time and dice; policies deny; texts can be hostile.
import { describe, expect, test } from '@jest/globals'
import { Driver, NAMES, appSpec, revisionOf } from './driving.ts'
import { HOSTILE } from './hostile.ts'
import { SCENARIOS } from './scenarios.ts'
import type { Fault } from './scenario.ts'

const world = (...faults: Fault[]): Driver => new Driver({ name: 'faulty', says: '', lookAt: '', faults })
const group = (driver: Driver): string => driver.refused('codedeploy', 'GetDeploymentGroup', NAMES)
const ten = (driver: Driver): string =>
  Array.from({ length: 10 }, () => (group(driver) === 'accepted' ? '.' : 'x')).join('')

describe('when', () => {
  const operation = 'GetDeploymentGroup'
  test.each<[string, Omit<Fault, 'operation' | 'kind'>, string]>([
    ['always', {}, 'xxxxxxxxxx'],
    ['every third', { every: 3 }, '..x..x..x.'],
    ['from the fourth', { from: 4 }, '...xxxxxxx'],
    ['up to the second', { to: 2 }, 'xx........'],
    ['only the fifth', { from: 5, to: 5 }, '....x.....']
  ])('%s', (_, when, seen) => {
    expect(ten(world({ operation, kind: 'throttle', ...when }))).toBe(seen)
  })

  test('only calls it concerns are counted', () => {
    const driver = world({ operation: 'GetDeployment', kind: 'throttle', to: 1 })
    expect(ten(driver)).toBe('..........')
    expect(driver.refused('codedeploy', 'GetDeployment', {})).toBe('ThrottlingException')
    expect(driver.refused('codedeploy', 'GetDeployment', {})).toBe('DeploymentIdRequiredException')
  })

  test('reads, writes and all', () => {
    expect(ten(world({ operation: 'reads', kind: 'throttle' }))).toBe('xxxxxxxxxx')
    expect(ten(world({ operation: 'writes', kind: 'throttle' }))).toBe('..........')
    expect(ten(world({ operation: '*', kind: 'throttle' }))).toBe('xxxxxxxxxx')
    expect(() => world({ operation: 'writes', kind: 'throttle' }).register()).toThrow('ThrottlingException')
  })

  test('between two moments', () => {
    const driver = world({ operation, kind: 'throttle', since: 1_000, until: 2_000 })
    expect([group(driver), group(driver.wait(1_000)), group(driver.wait(999)), group(driver.wait(1))]).toEqual([
      'accepted',
      'ThrottlingException',
      'ThrottlingException',
      'accepted'
    ])
  })

  test('by dice, the same each time, about as often as said', () => {
    const struck = (seed: number): string => {
      const driver = world({ operation, kind: 'throttle', probability: 0.3, seed })
      return Array.from({ length: 50 }, () => ten(driver)).join('')
    }
    expect(struck(7)).toBe(struck(7))
    expect(struck(7)).not.toBe(struck(8))
    const count = struck(7).replaceAll('.', '').length
    expect(count).toBeGreaterThan(110)
    expect(count).toBeLessThan(190)
  })
})

describe('how', () => {
  const create = (kind: Fault['kind']): [Driver, ReturnType<Driver['ask']>] => {
    const driver = world({ operation: 'CreateDeployment', kind })
    const revision = revisionOf(appSpec(driver.register()))
    return [driver, driver.ask('codedeploy', 'CreateDeployment', { ...NAMES, revision })]
  }
  const effects = (driver: Driver): number => driver.truth().deployments.filter(({ by }) => by === 'caller').length

  test.each<[Fault['kind'], number, string, number]>([
    ['throttle', 400, 'json', 0],
    ['deny', 400, 'json', 0],
    ['expired-token', 400, 'json', 0],
    ['500', 500, 'json', 0],
    ['reset', 0, 'reset', 0],
    ['hang', 0, 'hang', 0],
    ['malformed', 200, 'text', 1],
    ['html', 502, 'text', 1],
    ['empty', 200, 'text', 1],
    ['after-effect-500', 500, 'json', 1],
    ['after-effect-reset', 0, 'reset', 1]
  ])('%s answers %i by %s and leaves %i deployments', (kind, status, delivery, left) => {
    const [driver, given] = create(kind)
    expect(given).toMatchObject({ status, delivery })
    expect(effects(driver)).toBe(left)
    expect(driver.world.calls.at(-1)).toMatchObject({
      operation: 'CreateDeployment',
      status,
      write: true,
      error: expect.any(String)
    })
  })

  test('a malformed answer is no JSON', () => {
    const [, { body }] = create('malformed')
    expect(() => JSON.parse(String(body)) as unknown).toThrow(SyntaxError)
  })

  test('a refusal of the operation itself is told even when the answer would be lost', () => {
    const driver = world({ operation: 'CreateDeployment', kind: 'after-effect-500' })
    expect(driver.refused('codedeploy', 'CreateDeployment', NAMES)).toBe('RevisionRequiredException')
  })
})

describe('policies', () => {
  test('a denied answer looks like AWS’s', () => {
    const driver = new Driver('denied-optional')
    expect(driver.ask('codedeploy', 'ListDeployments', NAMES).body).toEqual({
      __type: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:AppECS-prod-web/DgpECS-prod-web because no identity-based policy allows the codedeploy:ListDeployments action'
    })
  })

  test('the official action’s policy deploys and watches, and nothing else', () => {
    const driver = new Driver('denied-optional')
    const id = driver.deploy()
    driver.service()
    driver.untilStatus(id, 'Succeeded')
    const denied = (service: 'ecs' | 'codedeploy' | 'cloudwatch', operation: string): string =>
      driver.refused(service, operation, {})
    expect(denied('ecs', 'DescribeTaskDefinition')).toBe('AccessDeniedException')
    expect(denied('ecs', 'ListTasks')).toBe('AccessDeniedException')
    expect(denied('ecs', 'ListTaskDefinitions')).toBe('AccessDeniedException')
    expect(denied('ecs', 'DeregisterTaskDefinition')).toBe('AccessDeniedException')
    expect(denied('codedeploy', 'GetDeploymentTarget')).toBe('AccessDeniedException')
    expect(denied('codedeploy', 'StopDeployment')).toBe('AccessDeniedException')
    expect(denied('cloudwatch', 'DescribeAlarms')).toBe('AccessDeniedException')
  })

  const without = (...gone: string[]): Driver => {
    const policy = [
      'ecs:RegisterTaskDefinition',
      'iam:PassRole',
      'codedeploy:CreateDeployment',
      'codedeploy:GetDeploymentConfig',
      'codedeploy:RegisterApplicationRevision'
    ]
    return new Driver({
      name: 'x',
      says: '',
      lookAt: '',
      world: { policy: policy.filter((action) => !gone.includes(action)) }
    })
  }

  test('what is done to a service is allowed on the service, and to a family on everything', () => {
    const said = (operation: string, input: object): unknown =>
      (without().ask('ecs', operation, input).body as { message: string }).message
    const update = { cluster: 'prod', service: 'web', desiredCount: 3 }
    expect(said('UpdateService', update)).toContain(
      'ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service/prod/web '
    )
    expect(said('ListTaskDefinitions', {})).toContain('ecs:ListTaskDefinitions on resource: * ')
    expect(said('DeregisterTaskDefinition', { taskDefinition: 'web:41' })).toContain(
      'ecs:DeregisterTaskDefinition on resource: * '
    )
  })

  test.each([
    ['iam:PassRole', 'arn:aws:iam::123456789012:role/web-task'],
    ['codedeploy:GetDeploymentConfig', 'deploymentconfig:CodeDeployDefault.ECSCanary10Percent5Minutes'],
    ['codedeploy:RegisterApplicationRevision', 'application:AppECS-prod-web']
  ])('%s is needed though it is no call of its own', (action, resource) => {
    expect(() => without().deploy()).not.toThrow()
    expect(() => without(action).deploy()).toThrow(
      new RegExp(`not authorized to perform: ${action} on resource: \\S*${resource}`)
    )
  })

  test('other alarms for one deployment need UpdateDeploymentGroup', () => {
    const overrideAlarmConfiguration = { enabled: true, alarms: [{ name: 'web-5xx' }] }
    expect(() => without().deploy({ overrideAlarmConfiguration })).toThrow('codedeploy:UpdateDeploymentGroup')
  })
})

describe('hostile texts', () => {
  test('are in every free text, and never in ids, names or states', () => {
    const driver = new Driver('hostile')
    const id = driver.deploy({ description: 'mine' })
    driver.until(() => driver.truth().deployments[1]?.status === 'Stopped')
    const read = (service: 'ecs' | 'codedeploy' | 'cloudwatch', operation: string, input: object): string =>
      JSON.stringify(
        [driver.ask(service, operation, input), driver.ask(service, operation, input)].find(
          ({ status }) => status === 200
        )?.body
      )
    const probe = JSON.stringify(HOSTILE).slice(1, -1)
    const info = JSON.parse(read('codedeploy', 'GetDeployment', { deploymentId: id })) as {
      deploymentInfo: Record<string, unknown>
    }
    expect(info.deploymentInfo).toMatchObject({
      description: `mine ${HOSTILE}`,
      status: 'Stopped',
      deploymentId: id,
      errorInformation: { code: 'ALARM_ACTIVE', message: expect.stringContaining(HOSTILE) }
    })
    expect(read('ecs', 'DescribeServices', { cluster: 'prod', services: ['web'] })).toContain(probe)
    expect(read('cloudwatch', 'DescribeAlarms', {})).toContain(probe)
  })

  test('hold a line break for the runner, a terminal escape, markup and a bidi override', () => {
    for (const part of [
      '##[',
      '\n::set-output',
      '\r::',
      '\u2028',
      '\u001b[',
      '\u202e',
      '<img',
      '@everyone',
      '``````',
      '|'
    ])
      expect(HOSTILE).toContain(part)
  })
})

test('every fault names an operation this world has', () => {
  const known = /^(\*|reads|writes|[A-Z][A-Za-z]+)$/
  for (const { faults } of Object.values(SCENARIOS))
    for (const { operation } of faults ?? []) expect(operation).toMatch(known)
})
