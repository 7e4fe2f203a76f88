import { describe, expect, test } from '@jest/globals'
import { MINUTE, SECOND } from '../../../../src/domain/units.ts'
import type { Shape } from '../../../../src/domain/shape.ts'
import {
  createConfiguration,
  PREDEFINED,
  routingOf,
  same,
  wantedConfiguration,
  type Routing
} from '../../../../src/engines/codedeploy/strategy.ts'

function wanted(shape: Shape) {
  return wantedConfiguration({ kind: 'shape', shape, written: 'as written' })
}

function canary(first: number, hold: number): Routing {
  return { kind: 'canary', first, hold }
}

function linear(step: number, every: number): Routing {
  return { kind: 'linear', step, every }
}

describe('a configuration is chosen', () => {
  test('as the group’s when nothing is asked', () => {
    expect(wantedConfiguration(undefined)).toEqual({ ok: true, value: { kind: 'group' } })
  })

  test('by its name when a name is asked', () => {
    const asked = wantedConfiguration({ kind: 'configuration', name: 'ours', input: 'strategy' })
    expect(asked).toEqual({ ok: true, value: { kind: 'named', name: 'ours' } })
  })

  test.each([
    [{ kind: 'all-at-once' }, 'CodeDeployDefault.ECSAllAtOnce', false],
    [{ kind: 'blue-green' }, 'CodeDeployDefault.ECSAllAtOnce', false],
    [canary(10, 5 * MINUTE), 'CodeDeployDefault.ECSCanary10Percent5Minutes', false],
    [canary(10, 15 * MINUTE), 'CodeDeployDefault.ECSCanary10Percent15Minutes', false],
    [linear(10, MINUTE), 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes', false],
    [linear(10, 3 * MINUTE), 'CodeDeployDefault.ECSLinear10PercentEvery3Minutes', false],
    [canary(20, 7 * MINUTE), 'ecs-canary-deploy-canary-20-percent-7-minutes', true],
    [canary(10, 6 * MINUTE), 'ecs-canary-deploy-canary-10-percent-6-minutes', true],
    [linear(25, 2 * MINUTE), 'ecs-canary-deploy-linear-25-percent-2-minutes', true],
    [linear(1, MINUTE), 'ecs-canary-deploy-linear-1-percent-1-minutes', true],
    [linear(50, 2880 * MINUTE), 'ecs-canary-deploy-linear-50-percent-2880-minutes', true],
    [canary(99, 2880 * MINUTE), 'ecs-canary-deploy-canary-99-percent-2880-minutes', true]
  ] as const satisfies readonly (readonly [Shape, string, boolean])[])('for %j: %s', (shape, name, ours) => {
    expect(wanted(shape)).toMatchObject({ ok: true, value: { kind: 'shape', name, ours } })
    expect(name.length).toBeLessThanOrEqual(100)
    expect(ours && name.startsWith('CodeDeployDefault.')).toBe(false)
  })
})

describe('a shape CodeDeploy cannot run is refused', () => {
  test.each([
    [{ kind: 'rolling' }, 1, /cannot roll/],
    [{ kind: 'blue-green', bake: MINUTE }, 1, /deployment group/],
    [{ kind: 'canary', first: 10, hold: 5 * MINUTE, bake: MINUTE }, 1, /deployment group/],
    [{ kind: 'linear', step: 10, every: MINUTE, bake: MINUTE }, 1, /deployment group/],
    [{ kind: 'rolling', bake: MINUTE }, 2, /deployment group/],
    [canary(0.5, 5 * MINUTE), 1, /0\.5 %/],
    [canary(0, 5 * MINUTE), 1, /0 %/],
    [canary(100, 5 * MINUTE), 1, /100 %/],
    [canary(10, 90 * SECOND), 1, /1\.5 minutes/],
    [canary(10, 0), 1, /0 minutes/],
    [canary(12.5, 30 * SECOND), 2, /12\.5 %/],
    [linear(33.3, MINUTE), 1, /33\.3 %/],
    [linear(10, 30 * SECOND), 1, /0\.5 minutes/],
    [linear(100, MINUTE), 1, /100 %/],
    [linear(0, MINUTE), 1, /0 %/],
    [canary(10, 2881 * MINUTE), 1, /2881 minutes.*2880/],
    [linear(1, 30 * MINUTE), 1, /2970 minutes/]
  ] as const satisfies readonly (readonly [Shape, number, RegExp])[])('%j', (shape, count, found) => {
    const asked = wanted(shape)
    const problems = asked.ok ? [] : asked.problems
    expect(problems).toHaveLength(count)
    expect(problems[0]).toMatchObject({ code: 'STRATEGY_UNFIT', place: { kind: 'input', name: 'strategy' } })
    expect(problems[0]?.found).toMatch(found)
    expect(problems[0]?.found).toContain('as written')
  })
})

test('all at once is what a step of everything is called', () => {
  const asked = wanted(linear(100, MINUTE))
  expect(asked.ok ? [] : asked.problems.map(({ remedy }) => remedy)).toEqual([
    'Write `all-at-once` to move everything at once.'
  ])
})

describe('the words of AWS', () => {
  const routings = [...PREDEFINED.values(), canary(20, 7 * MINUTE), linear(25, 2 * MINUTE)]
  test.each(routings)('%j comes back as it was sent', (routing) => {
    const sent = createConfiguration('name', routing)
    expect(sent).toMatchObject({ deploymentConfigName: 'name', computePlatform: 'ECS' })
    const back = routingOf(sent.trafficRoutingConfig)
    expect(back).toEqual(routing)
    expect(routings.filter((other) => back !== undefined && same(back, other))).toHaveLength(1)
  })

  test.each([
    undefined,
    {},
    { type: 'Levitating' },
    { type: 'TimeBasedCanary' },
    { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 10 } },
    { type: 'TimeBasedLinear', timeBasedLinear: { linearInterval: 1 } },
    { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage: 0, linearInterval: 1 } }
  ])('%j is unknown, not a guess', (config) => {
    expect(routingOf(config as Parameters<typeof routingOf>[0])).toBeUndefined()
  })
})
