// Every service out there, asked for everything there is: what is sent holds what was asked for, and the rest as it was.
import { describe, expect, test } from '@jest/globals'
import type { EcsPlan } from '../../../../src/domain/plan.ts'
import type { JsonObject } from '../../../../src/domain/units.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import { NativeDriver, varied } from '../../../simulator/driving-native.ts'
import { planned, type World } from '../../../engines/ecs-planning.ts'
import { configurationIn, SERVICES, theService, worldOf } from '../../../engines/ecs-services.ts'
import { golden } from '../../../report/golden.ts'
import { inputs as parsed, type Values } from '../../inputs/parsed.ts'

/** Members of deploymentConfiguration as they are to be, written without a look at src/; undefined: gone. */
type Sets = (has: JsonObject) => Readonly<Record<string, unknown>>

const objectIn = (has: JsonObject, name: string): JsonObject => (has[name] ?? {}) as JsonObject
const hooksIn = (has: JsonObject): readonly JsonObject[] => (has['lifecycleHooks'] ?? []) as readonly JsonObject[]
const isOurs = (hook: JsonObject): boolean => JSON.stringify(hook).includes('"ecs-canary-deploy"')

const AS_IT_IS: Sets = () => ({})
const withoutEarly = (has: JsonObject): Readonly<Record<string, unknown>> =>
  objectIn(has, 'earlySuccessCriteria')['enable'] === true
    ? { earlySuccessCriteria: { ...objectIn(has, 'earlySuccessCriteria'), enable: false } }
    : {}
const moving =
  (strategy: string, more: Readonly<Record<string, unknown>>): Sets =>
  (has) => ({
    strategy,
    canaryConfiguration: undefined,
    linearConfiguration: undefined,
    ...(strategy !== 'ROLLING' && withoutEarly(has)),
    ...more
  })

const watching: Sets = (has) => {
  const alarms = objectIn(has, 'alarms')
  const names = alarms['enable'] === true ? (alarms['alarmNames'] as readonly string[]) : []
  return { alarms: { ...alarms, alarmNames: [...names, 'slow'], enable: true, rollback: true } }
}

const backOn =
  (...events: readonly string[]): Sets =>
  (has) => {
    const [alarms, breaker] = [objectIn(has, 'alarms'), objectIn(has, 'deploymentCircuitBreaker')]
    const failure = events.includes('failure')
    return {
      ...(alarms['enable'] === true && { alarms: { ...alarms, rollback: events.includes('alarm') } }),
      ...((failure || 'deploymentCircuitBreaker' in has) && {
        deploymentCircuitBreaker: { ...breaker, enable: breaker['enable'] === true || failure, rollback: failure }
      })
    }
  }

const stopping =
  (stage: string, timeoutInMinutes = 60, action = 'ROLLBACK'): Sets =>
  (has) => ({
    lifecycleHooks: [
      ...hooksIn(has).filter((hook) => !isOurs(hook)),
      {
        targetType: 'PAUSE',
        lifecycleStages: [stage],
        timeoutConfiguration: { timeoutInMinutes, action },
        hookDetails: { 'ecs-canary-deploy': expect.stringMatching(/^ecd:/) }
      }
    ]
  })

const ASKS: readonly (readonly [Values, Sets])[] = [
  [{}, AS_IT_IS],
  [{ 'wait-until': 'complete' }, AS_IT_IS],
  [{ 'wait-until': 'traffic-shifted' }, AS_IT_IS],
  [{ 'wait-until': 'paused' }, AS_IT_IS],
  [{ 'wait-until': 'started' }, AS_IT_IS],
  [
    { strategy: 'canary 2.5% for 5m, bake 10m' },
    moving('CANARY', {
      bakeTimeInMinutes: 10,
      canaryConfiguration: { canaryPercent: 2.5, canaryBakeTimeInMinutes: 5 }
    })
  ],
  [
    { strategy: 'canary 10% for 5m' },
    moving('CANARY', { canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 } })
  ],
  [
    { strategy: 'linear 33.3% every 1m' },
    moving('LINEAR', { linearConfiguration: { stepPercent: 33.3, stepBakeTimeInMinutes: 1 } })
  ],
  [{ strategy: 'all-at-once' }, moving('BLUE_GREEN', { bakeTimeInMinutes: 0 })],
  [
    { strategy: 'blue-green' },
    (has) => moving('BLUE_GREEN', { bakeTimeInMinutes: has['bakeTimeInMinutes'] ?? 5 })(has)
  ],
  [{ strategy: 'blue-green, bake 7m' }, moving('BLUE_GREEN', { bakeTimeInMinutes: 7 })],
  [{ strategy: 'rolling' }, moving('ROLLING', {})],
  [{ strategy: 'rolling, bake 2m' }, moving('ROLLING', { bakeTimeInMinutes: 2 })],
  [{ alarms: 'slow' }, watching],
  [{ 'rollback-on': 'failure' }, backOn('failure')],
  [{ 'rollback-on': 'alarm' }, backOn('alarm')],
  [{ 'rollback-on': 'stop' }, backOn('stop')],
  [{ 'rollback-on': 'failure, alarm' }, backOn('failure', 'alarm')],
  [{ 'rollback-on': 'none' }, backOn()],
  [{ 'pause-at': 'before-traffic' }, stopping('POST_SCALE_UP')],
  [
    { 'pause-at': 'after-test-traffic', 'pause-minutes': '20160', 'pause-timeout-action': 'continue' },
    stopping('POST_TEST_TRAFFIC_SHIFT', 20_160, 'CONTINUE')
  ],
  [{ 'pause-at': 'before-each-shift' }, stopping('PRE_PRODUCTION_TRAFFIC_SHIFT')],
  [{ 'pause-at': 'after-canary' }, stopping('PRE_PRODUCTION_TRAFFIC_SHIFT')],
  [{ 'minimum-healthy-percent': '50' }, () => ({ minimumHealthyPercent: 50 })],
  [{ 'minimum-healthy-percent': '100' }, () => ({ minimumHealthyPercent: 100 })],
  [{ 'maximum-percent': '150' }, () => ({ maximumPercent: 150 })],
  [
    { strategy: 'rolling', 'minimum-healthy-percent': '0', 'maximum-percent': '100' },
    moving('ROLLING', { minimumHealthyPercent: 0, maximumPercent: 100 })
  ],
  [{ 'desired-count': '3' }, AS_IT_IS],
  [{ 'propagate-tags': 'TASK_DEFINITION', 'enable-ecs-managed-tags': 'true' }, AS_IT_IS]
]

const ALIVE = SERVICES.filter((name) => theService(name)['status'] === 'ACTIVE')

async function asking(values: Values): Promise<Partial<Deploying>> {
  return { ...(await parsed(values)), cluster: 'prod', service: 'web', region: 'us-east-1' }
}

function withMembers(has: JsonObject, sets: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries({ ...has, ...sets }).filter(([, value]) => value !== undefined))
}

/** What is to stand in the request: no more of the configuration than differs by what was asked for. */
function expected(service: JsonObject, values: Values, sets: Sets): Readonly<Record<string, unknown>> {
  const has = configurationIn(service)
  const ours = hooksIn(has).some(isOurs)
  const swept = ours ? { lifecycleHooks: hooksIn(has).filter((hook) => !isOurs(hook)) } : {}
  const after = withMembers(has, { ...swept, ...sets(has) })
  const count = values['desired-count'] !== undefined && service['desiredCount'] !== 3
  const [tags, managed] = [values['propagate-tags'], values['enable-ecs-managed-tags']]
  return {
    ...(JSON.stringify(sorted(after)) !== JSON.stringify(sorted(has)) && { deploymentConfiguration: after }),
    ...(count && { desiredCount: 3 }),
    ...(tags !== undefined && { propagateTags: tags }),
    ...(managed !== undefined && service['enableECSManagedTags'] !== true && { enableECSManagedTags: true })
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, each]) => [name, sorted(each)]))
}

/** The simulator knows no words of tomorrow, no traffic without a load balancer to move in steps, and no half-ready service. */
function isForSimulator(service: JsonObject, sent: JsonObject): boolean {
  const strategy = String(configurationIn({ ...service, ...sent })['strategy'])
  const meshed = (service['loadBalancers'] as readonly unknown[]).length === 0 && strategy !== 'BLUE_GREEN'
  const advanced = (service['loadBalancers'] as readonly JsonObject[]).map((each) => 'advancedConfiguration' in each)
  if (new Set(advanced).size > 1) return false
  return !/TELEPORT|STEP_FUNCTIONS/.test(JSON.stringify(service)) && (!meshed || /ROLLING|undefined/.test(strategy))
}

/** What the simulated AWS has of it afterwards, with this very service in its books; whether it keeps what is left out is not known. */
function taken(service: JsonObject, sent: JsonObject, omittedNested: 'kept' | 'cleared'): unknown {
  const balancer = JSON.stringify(service).includes('listener/net/') ? 'network' : 'application'
  const configuration = configurationIn(service)
  // Where the service has no bake, AWS takes it without one.
  const bakeRequired = 'bakeTimeInMinutes' in configuration ? 'refused' : 'zero'
  const scenario = varied(
    'ecs-canary',
    { world: { configuration }, switches: { bakeRequired, omittedNested } },
    { world: { balancer } }
  )
  const driver = new NativeDriver(scenario)
  const { native } = driver.world
  if (native === undefined) throw new Error('no native world')
  native.loadBalancers = service['loadBalancers'] as readonly JsonObject[]
  const answer = driver.updateRefused({ taskDefinition: driver.register(), ...sent })
  return answer === 'accepted' ? driver.described().deploymentConfiguration : answer
}

const said = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')

describe.each(ALIVE)('%s', (name) => {
  const service = theService(name)

  test.each(ASKS)('%j', async (values, sets) => {
    const world: World = { ...worldOf(service), inputs: await asking(values) }
    const planning = await planned(world)
    if (planning.kind !== 'planned') {
      expect(Object.keys(values).length).toBeGreaterThan(0)
      return
    }
    const { update } = planning.plan
    expect(update).toEqual(expected(service, values, sets))
    const { deploymentConfiguration: wanted = configurationIn(service) } = update
    for (const omitted of isForSimulator(service, update) ? (['kept', 'cleared'] as const) : [])
      expect(taken(service, update, omitted)).toMatchObject(wanted as JsonObject)
    // With all of it stored, the same is asked of AWS without a word; a pause has another mark each time.
    const stored = { ...service, ...update }
    const again = await planned({ ...worldOf(stored), inputs: await asking(values) })
    if (values['pause-at'] === undefined) expect(again).toMatchObject({ kind: 'planned', plan: { update: {} } })
    expect(hooksOf(again)).toEqual(hooksOf(planning))
  })
})

/** How many hooks the service will have. */
function hooksOf(planning: Awaited<ReturnType<typeof planned>>): number | undefined {
  const plan: EcsPlan | undefined = planning.kind === 'planned' ? planning.plan : undefined
  const sent = plan?.update['deploymentConfiguration'] as JsonObject | undefined
  return sent === undefined || plan?.pauses !== true ? undefined : hooksIn(sent).length
}

test('what is refused is told at the input that asked for it, with what to do, and nothing is written', async () => {
  const told: string[] = []
  for (const name of ALIVE) {
    const refused = new Map<string, readonly string[]>()
    for (const [values] of ASKS) {
      const planning = await planned({ ...worldOf(theService(name)), inputs: await asking(values) })
      if (planning.kind !== 'refused') continue
      for (const { code, place, found, remedy, changed } of planning.problems) {
        expect(values).toHaveProperty(place?.kind === 'input' ? place.name : 'an input')
        expect(remedy).toMatch(/^[A-Z][a-z]+ .*\.$/s)
        expect(changed).toBe('nothing')
        const text = `  ${code}: ${found}. ${remedy}`
        refused.set(text, [...(refused.get(text) ?? []), `    ${said(values)}`])
      }
    }
    told.push([name, ...[...refused].flatMap(([text, asked]) => [text, ...asked])].join('\n'))
  }
  const text = `${told.join('\n\n')}\n`
  expect(text).toBe(golden('ecs-services-refused.golden.txt', text))
})

test('a service that is gone is not planned for', async () => {
  await expect(planned(worldOf(theService('terraform-inactive')))).rejects.toThrow('refused')
})
