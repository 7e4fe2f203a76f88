// The state machine: made from a scenario, moved forward lazily, read by the operations. No timers, no clock. A15
import { readFileSync } from 'node:fs'
import { emptyAgenda, takeDue } from './agenda.ts'
import { act, plainRevision } from './acts.ts'
import { newAlarm } from './alarms.ts'
import { hour, minute } from './clock.ts'
import { predefinedConfigs } from './configs.ts'
import { settingsOf, switchesOf } from './defaults.ts'
import { openDeployment } from './deployment.ts'
import { rollbackEnds } from './endings.ts'
import { addRevision, containersOf } from './families.ts'
import * as machine from './machine.ts'
import { happen } from './moments.ts'
import { namesOf } from './names.ts'
import { playNatively } from './native-play.ts'
import { liveNatively, newNative } from './native-world.ts'
import { PLACEMENT } from './placement.ts'
import { randomFrom } from './random.ts'
import { truthOf } from './truth.ts'
import { createSet, setIsGone, setIsSteady, taskDies } from './tasksets.ts'
import * as waits from './waits.ts'
import { alarmsArePolled, stops } from './watch.ts'
import { isJson } from './wire.ts'
import type { Due } from './agenda.ts'
import type { Scenario } from './scenario.ts'
import type { TaskDefinition, World } from './state.ts'
import type { Truth } from './truth.ts'
import type { Json } from './wire.ts'

export type { Call, World } from './state.ts'

export function createWorld(scenario: Scenario, startedAt: number): World {
  const settings = settingsOf(scenario)
  const seed = scenario.seed ?? scenario.name
  const world: World = {
    scenario,
    settings,
    switches: switchesOf(scenario),
    names: namesOf(settings),
    random: randomFrom(seed),
    agenda: emptyAgenda(),
    startedAt,
    now: startedAt,
    service: {
      status: settings.serviceStatus,
      desiredCount: settings.desiredCount,
      taskDefinition: '',
      enableECSManagedTags: true,
      propagateTags: 'SERVICE',
      sets: [],
      createdAt: startedAt - 90 * 24 * hour,
      events: []
    },
    families: new Map(),
    configs: predefinedConfigs(),
    deployments: [],
    alarms: new Map(settings.alarms.map((spec) => [spec.name, newAlarm(spec, startedAt - hour)])),
    alarmReads: 'work',
    revisions: new Map(),
    played: new Set(),
    counts: new Map(),
    faultCounts: (scenario.faults ?? []).map(() => 0),
    faultRandoms: (scenario.faults ?? []).map((fault, index) => randomFrom(fault.seed ?? `${seed}/${index}`)),
    calls: [],
    ...(scenario.native && { native: newNative(scenario.native) })
  }
  liveUntilNow(world, settings.family)
  happen(world, startedAt, 'start')
  return world
}

const FIXTURE = new URL('../fixtures/web/describe-task-definition.json', import.meta.url)
const READ_ONLY = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy'
])

function withImages(sent: Json, images: Readonly<Record<string, string>>): Json {
  const containers = containersOf(sent).map((one) => ({ ...one, image: images[String(one['name'])] ?? one['image'] }))
  return { ...sent, containerDefinitions: containers }
}

/** Revision 41 of the fixture serves, put there by a deployment of yesterday. */
function liveUntilNow(world: World, family: string): void {
  const fixture: unknown = JSON.parse(readFileSync(FIXTURE, 'utf8'))
  if (!isJson(fixture) || !isJson(fixture['taskDefinition']))
    throw new TypeError('the fixture holds no task definition')
  const registered = fixture['taskDefinition']
  const own = Object.entries(registered).filter(([member]) => !READ_ONLY.has(member))
  const sent = withImages({ ...Object.fromEntries(own), family }, world.settings.images ?? {})
  const tags = Array.isArray(fixture['tags']) ? fixture['tags'].filter(isJson) : []
  const revision = Number(registered['revision'])
  const old: TaskDefinition = {
    ...addRevision(
      world,
      Number(registered['registeredAt']) * 1_000,
      'history',
      sent,
      tags,
      String(registered['registeredBy'])
    ),
    arn: world.names.taskDefinition(family, revision),
    revision
  }
  world.families.set(family, [old])
  registerBefore(world, old)
  if (world.native) return liveNatively(world, world.native, old)
  const before = world.startedAt - 24 * hour
  const config = world.configs.get(world.settings.configName) ?? world.configs.values().next().value
  if (!config) throw new TypeError('there is no deployment config')
  const history = openDeployment(world, before, {
    by: 'history',
    config,
    revision: plainRevision(old.arn, 'proxy', 8443),
    autoRollback: world.settings.rollback,
    alarms: world.settings.groupAlarms
  })
  world.agenda.items.length = 0
  const endedAt = before + 12 * minute
  const set = createSet(world, before + minute, {
    taskDefinition: old.arn,
    targetGroup: world.names.targetGroups[0],
    containerName: 'proxy',
    containerPort: 8443,
    placement: PLACEMENT,
    externalId: history.id
  })
  world.agenda.items.length = 0
  for (const [index, task] of set.tasks.entries()) set.tasks[index] = { ...task, runsAt: before + 2 * minute }
  Object.assign(set, { status: 'PRIMARY', weight: 100, steadyAt: before + 3 * minute, updatedAt: endedAt })
  if (world.service.status === 'INACTIVE') world.service.sets = []
  world.service.taskDefinition = old.arn
  for (const event of history.events)
    Object.assign(event, { status: 'Succeeded', start: before + minute, end: endedAt })
  Object.assign(history, {
    status: 'Succeeded',
    targetStatus: 'Succeeded',
    startedAt: before + 3_000,
    endedAt,
    changedAt: endedAt,
    green: set
  })
}

/** What other days and other services have left in the account. */
function registerBefore(world: World, serves: TaskDefinition): void {
  for (const [family, count] of Object.entries(world.settings.registered)) {
    const own = family === serves.family ? [serves] : []
    const last = own.length > 0 ? serves.revision - 1 : count
    const before = Array.from({ length: count }, (_, index): TaskDefinition => {
      const revision = last - count + 1 + index
      return { ...serves, arn: world.names.taskDefinition(family, revision), family, revision }
    })
    world.families.set(family, [...before, ...own])
  }
}

/** Plays everything due up to `now`, in time order. A `now` in the past changes nothing. */
export function advance(world: World, now: number): void {
  for (let due = takeDue(world.agenda, now); due; due = takeDue(world.agenda, now)) play(world, due)
  world.now = Math.max(world.now, now)
}

function play(world: World, due: Due): void {
  const { at } = due
  switch (due.do) {
    case 'starts':
      return machine.starts(world, at, due.id)
    case 'event begins':
      return machine.eventBegins(world, at, due.id, due.event)
    case 'event ends':
      return machine.eventEnds(world, at, due.id, due.event)
    case 'traffic moves':
      return machine.trafficMoves(world, at, due.id, due.step)
    case 'ready wait ends':
      return waits.readyWaitEnds(world, at, due.id)
    case 'termination wait ends':
      return waits.terminationWaitEnds(world, at, due.id)
    case 'breaks':
      return machine.breaks(world, at, due.id, due.event, due.cause)
    case 'steadiness is checked':
      return machine.steadinessIsChecked(world, at, due.id)
    case 'alarms are polled':
      return alarmsArePolled(world, at, due.id)
    case 'stops':
      return stops(world, at, due.id, due.rollback)
    case 'rollback ends':
      return rollbackEnds(world, at, due.id)
    case 'set is steady':
      return setIsSteady(world, at, due.set)
    case 'set is gone':
      return setIsGone(world, due.set)
    case 'task dies':
      return taskDies(world, at, due.set, due.task)
    case 'native':
      return playNatively(world, at, due.doing)
    case 'script': {
      const entry = world.scenario.script?.[due.index]
      return entry && act(world, at, entry.do)
    }
  }
}

/** Ground truth at `now`. */
export function truth(world: World, now: number): Truth {
  advance(world, now)
  return truthOf(world)
}

export type { Truth } from './truth.ts'
