import { describe, expect, test } from '@jest/globals'
import type { Shape } from '../../../../src/domain/shape.ts'
import { MINUTE, type JsonObject } from '../../../../src/domain/units.ts'
import { wantedShape } from '../../../../src/engines/ecs/strategy.ts'
import { aBalancer, CANARY, plan, refusals, ROLLING, says, without, type World } from '../../../engines/ecs-planning.ts'

const shaped = (shape: Shape, written = 'as written'): NonNullable<World['inputs']> => ({
  strategy: { kind: 'shape', shape, written }
})
const settings = async (shape: Shape, configuration: JsonObject): Promise<unknown> =>
  (await plan({ inputs: shaped(shape), configuration })).update['deploymentConfiguration']
const minutes = (count: number): number => count * MINUTE
const SOME_CANARY = shaped({ kind: 'canary', first: 10, hold: minutes(5) })

describe('a strategy in our words', () => {
  test.each<[Shape, JsonObject]>([
    [
      { kind: 'canary', first: 2.5, hold: minutes(7), bake: minutes(10) },
      {
        strategy: 'CANARY',
        bakeTimeInMinutes: 10,
        canaryConfiguration: { canaryPercent: 2.5, canaryBakeTimeInMinutes: 7 }
      }
    ],
    [
      { kind: 'linear', step: 20, every: minutes(0) },
      { strategy: 'LINEAR', linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: 0 } }
    ],
    [{ kind: 'all-at-once' }, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 }],
    [
      { kind: 'blue-green', bake: minutes(10) },
      { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 }
    ],
    [{ kind: 'blue-green' }, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }]
  ])('%j is %j to AWS', async (shape, members) => {
    expect(await settings(shape, ROLLING)).toEqual({ ...ROLLING, ...members })
  })

  test('takes the members of the other strategies out, and switches early success off', async () => {
    const early = { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' }
    expect(await settings({ kind: 'blue-green' }, { ...CANARY, earlySuccessCriteria: early })).toEqual({
      ...without(CANARY, 'canaryConfiguration'),
      strategy: 'BLUE_GREEN',
      earlySuccessCriteria: { ...early, enable: false }
    })
    expect(await settings({ kind: 'rolling', bake: minutes(3) }, { ...ROLLING, earlySuccessCriteria: early })).toEqual({
      ...ROLLING,
      bakeTimeInMinutes: 3,
      earlySuccessCriteria: early
    })
  })

  test('keeps what nobody has told us of beside what it changes', async () => {
    const canaryConfiguration = { canaryPercent: 10, canaryBakeTimeInMinutes: 5, tomorrow: true }
    expect(await settings({ kind: 'canary', first: 20, hold: minutes(5) }, { ...CANARY, canaryConfiguration })).toEqual(
      {
        ...CANARY,
        canaryConfiguration: { ...canaryConfiguration, canaryPercent: 20 }
      }
    )
  })

  test.each<[Shape, string | undefined, string]>([
    [{ kind: 'blue-green', bake: minutes(9) }, '9m', 'input'],
    [{ kind: 'blue-green' }, '5m', 'default'],
    [{ kind: 'all-at-once' }, '0m', 'input'],
    [{ kind: 'canary', first: 10, hold: minutes(5) }, undefined, 'service']
  ])('%j says where its bake is from', async (shape, value, origin) => {
    const { choices } = await plan({ inputs: shaped(shape), configuration: ROLLING })
    const bake = choices.find(({ what }) => what === 'bake')
    expect(bake).toEqual(value === undefined ? undefined : { what: 'bake', value, origin })
  })

  test('leaves the bake to the service that has one', async () => {
    const { choices } = await plan({ inputs: shaped({ kind: 'blue-green' }) })
    expect(choices).toContainEqual({ what: 'bake', value: '5m', origin: 'service' })
  })

  test('stays in the service, which is said', async () => {
    expect(says(await plan({ inputs: shaped({ kind: 'blue-green' }) }))).toContain('stays there for every later')
  })
})

describe('a strategy in numbers ECS does not take is refused', () => {
  test.each<[Shape, string]>([
    [{ kind: 'canary', first: 0.05, hold: minutes(5) }, '0.05 %'],
    [{ kind: 'canary', first: 10.25, hold: minutes(5) }, '10.25 %'],
    [{ kind: 'canary', first: 101, hold: minutes(5) }, '101 %'],
    [{ kind: 'canary', first: 10, hold: minutes(1441) }, 'hold for 1441 minutes'],
    [{ kind: 'canary', first: 10, hold: 90_000 }, 'hold for 1.5 minutes'],
    [{ kind: 'linear', step: 2.9, every: minutes(5) }, '2.9 %'],
    [{ kind: 'linear', step: 10, every: minutes(1441) }, 'hold for 1441 minutes'],
    [{ kind: 'blue-green', bake: minutes(1441) }, 'bake for 1441 minutes'],
    [{ kind: 'rolling', bake: 30_000 }, 'bake for 0.5 minutes']
  ])('%j', async (shape, words) => {
    const [problem, ...others] = await refusals({ inputs: shaped(shape, 'what I wrote') })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'STRATEGY_UNFIT', place: { kind: 'input', name: 'strategy' } })
    expect(problem?.found).toContain('`what I wrote`')
    expect(problem?.found).toContain(words)
    expect(problem?.remedy).toMatch(/^Write /)
  })

  test.each<Shape>([
    { kind: 'canary', first: 0.1, hold: 0 },
    { kind: 'canary', first: 10.1, hold: minutes(1440) },
    { kind: 'linear', step: 3, every: minutes(1440) },
    { kind: 'linear', step: 33.3, every: minutes(1), bake: minutes(1440) }
  ])('and %j is not', async (shape) => {
    expect(await refusals({ inputs: shaped(shape) })).toEqual([])
  })
})

describe('a configuration of CodeDeploy', () => {
  test.each([
    ['CodeDeployDefault.ECSAllAtOnce', 'all-at-once'],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 'linear 10% every 1m'],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 'linear 10% every 3m'],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', 'canary 10% for 5m'],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', 'canary 10% for 15m'],
    ['our-own', 'canary 10% for 5m']
  ])('%s is refused, and the same is shown in our words', (name, words) => {
    const [problem] = wantedShape({ kind: 'configuration', name, input: 'strategy' }).problems
    expect(problem).toMatchObject({ code: 'STRATEGY_UNFIT', place: { kind: 'input', name: 'strategy' } })
    expect(problem?.remedy).toContain(words)
  })

  test.each([
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', 'Write `strategy: canary 10% for 5m`'],
    ['our-own', 'Write the same as `strategy`']
  ])('%s is told at the input it was written in, which goes', (name, says) => {
    const [problem] = wantedShape({ kind: 'configuration', name, input: 'codedeploy-deployment-config' }).problems
    expect(problem?.place).toEqual({ kind: 'input', name: 'codedeploy-deployment-config' })
    expect(problem?.remedy).toContain(says)
    expect(problem?.remedy).toContain('in place of `codedeploy-deployment-config`')
  })
})

test.each([
  ['bluegreen', 'Write `blue-green`'],
  ['blue_green', 'Write `blue-green`'],
  ['AllAtOnce', 'Write `all-at-once`'],
  ['roling', 'Write `rolling`'],
  ['canery', 'Write `canary 10% for 5m`']
])('%s is taken for a slip, and not called a configuration that exists', (name, says) => {
  const [problem] = wantedShape({ kind: 'configuration', name, input: 'strategy' }).problems
  expect(problem).toMatchObject({ code: 'STRATEGY_UNFIT', place: { kind: 'input', name: 'strategy' } })
  expect(problem?.found).toContain(`${name} is no strategy`)
  expect(problem?.remedy).toContain(says)
})

describe('a load balancer ECS does not know enough of', () => {
  test('is refused for a strategy that moves traffic, with all that is missing', async () => {
    const loadBalancers = [aBalancer({ roleArn: 'arn:aws:iam::1:role/r' })]
    const [problem, ...others] = await refusals({ inputs: SOME_CANARY, loadBalancers })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'STRATEGY_UNFIT', place: { kind: 'input', name: 'strategy' } })
    expect(problem?.found).toMatch(/targetgroup\/web-blue.*lacks alternateTargetGroupArn, productionListenerRule in/)
    expect(problem?.remedy).toContain('aws ecs update-service --load-balancers')
  })

  test('is refused once for each', async () => {
    const bare = { targetGroupArn: 'arn:one', containerName: 'app', containerPort: 80 }
    const loadBalancers = [bare, aBalancer(), { ...bare, targetGroupArn: 'arn:two' }]
    const problems = await refusals({ inputs: SOME_CANARY, loadBalancers })
    expect(problems.map(({ found }) => /arn:(one|two)/.exec(found)?.[1])).toEqual(['one', 'two'])
  })

  test('is a warning where the service has the strategy already: AWS took it, and may not tell all', async () => {
    const it = await plan({ loadBalancers: [aBalancer({})] })
    expect(it.update).toEqual({})
    expect(says(it)).toMatch(/warning: The strategy is CANARY, and the load balancer .* lacks .* it may refuse/)
  })

  test('of the first generation is told that it can never do it', async () => {
    const loadBalancers = [{ loadBalancerName: 'old-elb', containerName: 'app', containerPort: 80 }]
    const [problem] = await refusals({ inputs: SOME_CANARY, loadBalancers })
    expect(problem?.found).toContain('old-elb is a Classic Load Balancer')
    expect(problem?.remedy).not.toContain('advancedConfiguration')
  })

  test('is enough for a rolling deployment', async () => {
    expect(await refusals({ configuration: ROLLING, loadBalancers: [aBalancer({})] })).toEqual([])
    expect(await refusals({ inputs: shaped({ kind: 'rolling' }), loadBalancers: [aBalancer({})] })).toEqual([])
  })
})

describe('a service without a load balancer', () => {
  const headless: World = { loadBalancers: [] }

  test.each(['CANARY', 'LINEAR'])('has no traffic for %s to move in steps', async (strategy) => {
    const inputs = strategy === 'CANARY' ? SOME_CANARY : shaped({ kind: 'linear', step: 10, every: minutes(1) })
    const problems = await refusals({ ...headless, inputs, configuration: ROLLING })
    expect(problems.map(({ code }) => code)).toEqual(['STRATEGY_UNFIT'])
    expect(problems[0]?.found).toContain('neither a load balancer nor Service Connect')
    expect(says(await plan({ ...headless, configuration: { ...CANARY, strategy } }))).toContain('it may refuse')
  })

  test.each([
    [{ serviceConnectConfiguration: { enabled: true } }],
    [{ vpcLatticeConfigurations: [{ portName: 'http' }] }]
  ])('may still have some by %j', async (connected) => {
    expect(await refusals({ ...headless, inputs: SOME_CANARY, connected })).toEqual([])
  })

  test('may be blue/green, which is said to move no traffic', async () => {
    const it = await plan({ ...headless, configuration: { ...CANARY, strategy: 'BLUE_GREEN' } })
    expect(says(it)).toContain('moves no traffic')
  })
})

describe('the pace of a rolling deployment', () => {
  test('is sent with the rest', async () => {
    const inputs = { minimumHealthyPercent: 50, maximumPercent: 150 }
    const { update, choices } = await plan({ configuration: ROLLING, inputs })
    expect(update).toEqual({ deploymentConfiguration: { ...ROLLING, ...inputs } })
    expect(choices).toContainEqual({ what: 'maximum percent', value: '200 -> 150', origin: 'input' })
  })

  test('leaves room for the early success the service is content with', async () => {
    const earlySuccessCriteria = { enable: true, healthyPercent: 60, sourceServiceRevisionCleanup: 'DEFERRED' }
    const configuration = { ...ROLLING, minimumHealthyPercent: 50, earlySuccessCriteria }
    expect(await refusals({ configuration, inputs: { minimumHealthyPercent: 60 } })).toEqual([])
    const [problem] = await refusals({ configuration, inputs: { minimumHealthyPercent: 61 } })
    expect(problem).toMatchObject({ code: 'SERVICE_OPTION_UNFIT', place: { name: 'minimum-healthy-percent' } })
    expect(problem?.remedy).toContain('earlySuccessCriteria.healthyPercent')
  })

  test('is not claimed of a strategy nobody has told us of', async () => {
    const configuration = { ...CANARY, strategy: 'TELEPORT' }
    const [problem] = await refusals({ configuration, inputs: { maximumPercent: 150 } })
    expect(problem?.found).toContain('TELEPORT, which this release does not know')
  })

  test('is for no other strategy', async () => {
    const problems = await refusals({ inputs: { minimumHealthyPercent: 50, maximumPercent: 150 } })
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['SERVICE_OPTION_UNFIT', { kind: 'input', name: 'minimum-healthy-percent' }],
      ['SERVICE_OPTION_UNFIT', { kind: 'input', name: 'maximum-percent' }]
    ])
  })

  test('fits the strategy that is asked for, not the one there is', async () => {
    const inputs = { ...shaped({ kind: 'rolling' }), minimumHealthyPercent: 50 }
    expect(await refusals({ inputs })).toEqual([])
  })

  test.each([[{ maximumPercent: 100 }], [{ minimumHealthyPercent: 100, maximumPercent: 100 }]])(
    'that goes nowhere is refused: %j',
    async (inputs) => {
      const problems = await refusals({ configuration: ROLLING, inputs })
      expect(problems.map(({ code }) => code)).toEqual(['SERVICE_OPTION_UNFIT'])
      expect(problems[0]?.found).toContain('would never move')
    }
  )
})
