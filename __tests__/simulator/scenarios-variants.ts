// The other answer to what nobody could confirm: the same story with one switch turned. H
import { ENDINGS } from './scenarios-endings.ts'
import { OTHERS } from './scenarios-others.ts'
import { PATHS } from './scenarios-paths.ts'
import type { Scenario, Switches } from './scenario.ts'

const BASES = [...PATHS, ...ENDINGS, ...OTHERS]

function variant(
  base: string,
  suffix: string,
  lookAt: string,
  switches: Partial<Switches>,
  world: Scenario['world'] = {}
): Scenario {
  const found = BASES.find(({ name }) => name === base)
  if (!found) throw new RangeError(`no scenario is named ${base}`)
  return {
    ...found,
    name: `${base}-${suffix}`,
    lookAt,
    world: { ...found.world, ...world },
    switches: { ...found.switches, ...switches }
  }
}

export const VARIANTS: readonly Scenario[] = [
  variant('stopped-without-rollback', 'restored', 'Traffic is back all the same.', { withoutRollback: 'back' }),
  variant('stopped-without-rollback', 'untold', 'Stopped without errorInformation.', { manualStopError: 'absent' }),
  variant('no-auto-rollback', 'restored', 'Traffic is back although nothing rolled back.', { withoutRollback: 'back' }),
  variant('alarm', 'untold', 'Stopped without errorInformation.', { alarmStopError: 'absent' }),
  variant('alarm', 'rollback-not-counted', 'The group is free while the rollback runs.', {
    rollbackOccupiesGroup: false
  }),
  variant('alarm-already-on', 'ignored', 'On ECS an old alarm may not count.', {
    alarmAtStart: 'ignored-until-it-changes'
  }),
  variant(
    'alarm-already-on',
    'no-rollback',
    'Stopped so early that nothing is rolled back.',
    { rollbackBeforeInstall: 'none' },
    { durations: { firstAlarmPoll: 300 } }
  ),
  variant('composite-alarm', 'ignored', 'A composite alarm may not count.', { compositeAlarms: 'ignored' }),
  variant('ready-wait-times-out', 'untold', 'Stopped without errorInformation.', { readyExpiryCode: 'absent' }),
  variant('ready-wait-times-out', 'as-manual-stop', 'The code says MANUAL_STOP.', { readyExpiryCode: 'MANUAL_STOP' }),
  variant('ready-wait-times-out', 'rolled-back', 'A rollback deployment follows.', { readyExpiryRollback: 'made' }),
  variant('tasks-never-start', 'other-code', 'The code is HEALTH_CONSTRAINTS.', {
    installTimeoutCode: 'HEALTH_CONSTRAINTS'
  }),
  variant('hook-never-calls-back', 'other-code', 'The code is HOOK_EXECUTION_FAILURE.', {
    hookTimeoutCode: 'HOOK_EXECUTION_FAILURE'
  }),
  variant('hook-fails', 'with-diagnostics', 'The failed event carries diagnostics.', { hookDiagnostics: 'given' }),
  variant('smooth', 'baking', 'The termination wait shows the status Baking.', { bakes: true }),
  variant('smooth', 'sparse', 'Labels, overview, service balancers, early green entry: all left out.', {
    taskSetLabel: 'missing',
    overview: 'missing',
    serviceLoadBalancers: 'empty',
    greenBeforeInstalled: 'absent',
    taskStartedBy: 'absent'
  }),
  variant('smooth', 'echo', 'GetDeployment gives the content of the AppSpec back.', { echoContent: true }),
  variant('smooth', 'exact-keys', 'AppSpec keys count with their case.', { appSpecCase: 'exact' }),
  variant('smooth', 'strict-members', 'Unknown members of a request are refused.', { unknownMembers: 'refuse' }),
  variant(
    'smooth',
    'keep-alive',
    'The old tasks stay for ever.',
    {},
    { termination: { action: 'KEEP_ALIVE', waitMinutes: 0 } }
  ),
  variant(
    'smooth',
    'keep-alive-waits',
    'The old tasks stay, and Succeeded waits.',
    { keepAlive: 'waits' },
    { termination: { action: 'KEEP_ALIVE', waitMinutes: 5 } }
  ),
  variant('nlb-gradual', 'late', 'The deployment begins and then fails.', { nlbGradual: 'fails-later' }),
  variant('wrong-controller', 'untold', 'The service does not name its controller.', { controllerMember: 'absent' }),
  variant('smooth', 'no-late-stop', 'StopDeployment in the termination wait is refused.', { lateStop: 'refused' })
]
