// The ECS-controlled service as it is before anybody touches it. B1, B7, B8
import { hour, minute, second } from './clock.ts'
import { CONFIGURATION, MIXED_WEIGHT, nativeSettingsOf, nativeSwitchesOf } from './native-defaults.ts'
import { firstBalancers, settled } from './native-checks.ts'
import { openNative } from './native-deployment.ts'
import { startTasks } from './native-revisions.ts'
import type { NativePlan } from './native-scenario.ts'
import type { Native } from './native-state.ts'
import type { TaskDefinition, World } from './state.ts'

export function newNative(plan: NativePlan): Native {
  return {
    settings: nativeSettingsOf(plan),
    switches: nativeSwitchesOf(plan),
    revisions: [],
    deployments: [],
    invocations: [],
    configuration: CONFIGURATION,
    loadBalancers: [],
    given: {}
  }
}

/** Revision 41 of the fixture serves, put there yesterday, long ago, or never with success. */
export function liveNatively(world: World, native: Native, old: TaskDefinition): void {
  const { settings } = native
  const worked = settings.history !== 'never-worked'
  const unrecorded = settings.history === 'before-the-record'
  const before = unrecorded ? Date.UTC(2024, 5, 1) : world.startedAt - 24 * hour
  native.configuration = settled(settings.configuration)
  native.loadBalancers = firstBalancers(world, settings)
  world.service.taskDefinition = old.arn
  const deployment = openNative(world, before, {
    by: 'history',
    taskDefinition: old.arn,
    configuration: native.configuration
  })
  const { target } = deployment
  target.unrecorded = unrecorded
  if (worked) {
    target.wanted = world.service.desiredCount
    startTasks(world, before + minute, target, target.wanted)
    Object.assign(target.set, { weight: 100, steadyAt: before + 3 * minute })
  }
  if (settings.balancing === 'mixed-weights') target.set.weight = MIXED_WEIGHT // the rest goes to a group without targets
  world.agenda.items.length = 0
  const finishedAt = before + 12 * minute
  Object.assign(deployment, {
    status: worked ? 'SUCCESSFUL' : 'STOPPED',
    startedAt: before + 3 * second,
    finishedAt,
    updatedAt: finishedAt,
    ...(!worked && { stoppedAt: finishedAt })
  })
  Object.assign(target, {
    worked,
    rollout: worked ? 'COMPLETED' : 'FAILED',
    rolloutReason: `ECS deployment ${target.set.id} ${worked ? 'completed' : 'failed'}.`
  })
  if (world.service.status === 'INACTIVE') world.service.sets = []
}
