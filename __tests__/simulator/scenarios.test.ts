// Every scenario is well formed, ends as its table row says, and always the same way.
import { describe, expect, test } from '@jest/globals'
import { answer } from './answer.ts'
import { Driver, NAMES, ORIGIN, appSpec, registration, revisionOf } from './driving.ts'
import { SCENARIOS, scenario } from './scenarios.ts'
import { advance, createWorld, truth } from './world.ts'

const names = Object.keys(SCENARIOS).filter((name) => scenario(name).native === undefined)
const hour = 3_600_000

/** One attempt of a caller that never looks back, three hours long, with the truth looked at every `step`. */
function run(name: string, step: number): { end: unknown; log: string[] } {
  const world = createWorld(scenario(name), ORIGIN)
  let now = ORIGIN + 1_000
  const send = (service: 'ecs' | 'codedeploy', operation: string, input: unknown): unknown =>
    answer(world, { service, operation, input }, now).body
  for (let attempt = 0; attempt < 3 && truth(world, now).taskDefinitions.length === 0; attempt += 1)
    send('ecs', 'RegisterTaskDefinition', registration())
  const arn = truth(world, now).taskDefinitions[0]?.arn ?? ''
  send('codedeploy', 'CreateDeployment', { ...NAMES, revision: revisionOf(appSpec(arn)) })
  const log: string[] = []
  for (; now < ORIGIN + 3 * hour; now += step) log.push(JSON.stringify(truth(world, now)))
  return { end: truth(world, ORIGIN + 3 * hour), log }
}

/** The state three hours later: our last status, traffic by revision, and how many rollbacks were made. */
function ending(name: string): string {
  const driver = new Driver(name)
  driver.now += 1_000
  for (let attempt = 0; attempt < 3 && driver.truth().taskDefinitions.length === 0; attempt += 1)
    driver.ask('ecs', 'RegisterTaskDefinition', registration())
  const arn = driver.truth().taskDefinitions[0]?.arn ?? ''
  driver.ask('codedeploy', 'CreateDeployment', { ...NAMES, revision: revisionOf(appSpec(arn)) })
  const { deployments } = driver.wait(3 * hour).truth()
  const ours = deployments.find(({ by }) => by === 'caller')
  const rollback = deployments.find(({ by }) => by === 'rollback')
  const traffic = Object.entries(driver.traffic()).map(([revision, percent]) => `${revision}=${percent}`)
  return [ours?.status ?? 'none', traffic.join('/'), ...(rollback ? [`rollback ${rollback.status}`] : [])].join(' ')
}

const GOOD = 'Succeeded 42=100'
const BACK = 'Stopped 41=100 rollback Succeeded'
const FAILED = 'Failed 41=100 rollback Succeeded'
const NONE = 'none 41=100'

const ENDINGS: Readonly<Record<string, string>> = {
  alarm: BACK,
  'alarm-after-shift': BACK,
  'alarm-already-on': BACK,
  'alarm-already-on-no-rollback': 'Stopped 41=100',
  'alarm-rollback-not-counted': BACK,
  'alarm-untold': BACK,
  'alarm-while-installing': BACK,
  'alarms-unreadable': BACK,
  'autoscaled-not-steady': FAILED,
  'busy-after-survey': 'none 43=100',
  'busy-group': 'none 42=100',
  'composite-alarm': BACK,
  'failed-create': NONE,
  'hook-denied': FAILED,
  'hook-fails': FAILED,
  'hook-fails-with-diagnostics': FAILED,
  'hook-never-calls-back': FAILED,
  'hook-never-calls-back-other-code': FAILED,
  hostile: BACK,
  'hostile-refusal': 'none 42=100',
  'hostile-tasks': FAILED,
  'late-rollback-info': BACK,
  'load-balancer-refuses': FAILED,
  'lying-success': 'Succeeded 41=100',
  'never-healthy': FAILED,
  'nlb-gradual': NONE,
  'nlb-gradual-late': 'Failed 41=100',
  'no-auto-rollback': 'Stopped 41=90/42=10',
  'no-auto-rollback-restored': 'Stopped 41=100',
  'ready-wait-and-nobody-comes': 'Stopped 41=100',
  'ready-wait-and-promote': 'Stopped 41=100',
  'ready-wait-for-us': 'Stopped 41=100',
  'ready-wait-times-out': 'Stopped 41=100',
  'ready-wait-times-out-as-manual-stop': 'Stopped 41=100',
  'ready-wait-times-out-rolled-back': BACK,
  'ready-wait-times-out-untold': 'Stopped 41=100',
  'rollback-fails': 'Stopped 41=90/42=10 rollback Failed',
  'service-deleted': 'Failed  rollback Failed',
  'service-inactive': 'Failed  rollback Failed',
  'slow-rollback': BACK,
  'stopped-by-a-person': BACK,
  'stopped-while-installing': BACK,
  'stopped-without-rollback': 'Stopped 41=90/42=10',
  'stopped-without-rollback-restored': 'Stopped 41=100',
  'stopped-without-rollback-untold': 'Stopped 41=90/42=10',
  stuck: 'InProgress 41=90/42=10',
  superseded: 'Stopped 43=100',
  'superseded-after-success': 'Succeeded 43=100',
  'tasks-never-start': FAILED,
  'tasks-never-start-other-code': FAILED,
  'throttled-create': NONE,
  'wrong-controller': 'Failed 41=100',
  'wrong-controller-untold': 'Failed 41=100'
}

describe.each(names)('%s', (name) => {
  test('is named and told in one line each', () => {
    const { says, lookAt } = scenario(name)
    expect(scenario(name).name).toBe(name)
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const line of [says, lookAt]) expect(line).toMatch(/^[^\n]{10,160}\.$/)
  })

  test('ends as its row says', () => {
    expect(ending(name)).toBe(ENDINGS[name] ?? GOOD)
  })

  test('does not depend on how often it is looked at', () => {
    expect(run(name, hour).end).toEqual(run(name, 7_000).end)
  })
})

test('no row is left over', () => {
  expect(Object.keys(ENDINGS).filter((name) => !names.includes(name))).toEqual([])
})

test('an unknown name is refused with the list', () => {
  expect(() => scenario('smoth')).toThrow(/no scenario is named smoth; there are: smooth, /)
  expect(() => scenario('constructor')).toThrow(RangeError)
})

test('looking into the past changes nothing', () => {
  const world = createWorld(scenario('smooth'), ORIGIN)
  advance(world, ORIGIN + hour)
  advance(world, ORIGIN)
  expect(world.now).toBe(ORIGIN + hour)
})
