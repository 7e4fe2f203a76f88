// The verdict each scenario must end with when the demo's step plays it: what a person who knew everything would say.
import { SCENARIOS } from '../simulator/scenarios.ts'

/** Scenarios that are not named here end with `succeeded`. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'rolled-back': [
    'alarm',
    'alarm-after-shift',
    'alarm-rollback-not-counted',
    'alarm-untold',
    'alarm-while-installing',
    'alarms-unreadable',
    'autoscaled-not-steady',
    'composite-alarm',
    'hook-denied',
    'hook-fails',
    'hook-fails-with-diagnostics',
    'hook-never-calls-back',
    'hook-never-calls-back-other-code',
    'hostile',
    'hostile-tasks',
    'late-rollback-info',
    'load-balancer-refuses',
    'never-healthy',
    'ready-wait-times-out-rolled-back',
    'slow-rollback',
    'stopped-by-a-person',
    'stopped-while-installing',
    'stuck',
    'tasks-never-start',
    'tasks-never-start-other-code'
  ],
  failed: [
    'busy-after-survey',
    'lost-registration',
    'lying-success',
    'lying-success-unstable',
    'no-auto-rollback',
    'no-auto-rollback-restored',
    'ready-wait-for-us',
    'ready-wait-times-out',
    'ready-wait-times-out-as-manual-stop',
    'ready-wait-times-out-untold',
    'rollback-fails',
    'service-deleted',
    'stopped-without-rollback',
    'stopped-without-rollback-restored',
    'stopped-without-rollback-untold',
    'superseded'
  ],
  refused: [
    'alarm-already-on',
    'alarm-already-on-ignored',
    'alarm-already-on-no-rollback',
    'busy-group',
    'hostile-refusal',
    'nlb-gradual',
    'nlb-gradual-late',
    'service-inactive',
    'wrong-controller',
    'wrong-controller-untold'
  ],
  unknown: ['denied-midway', 'expired-midway', 'failed-create', 'vanishes']
}

export function expectedVerdict(scenario: string): string {
  const found = Object.entries(OTHERWISE).find(([, names]) => names.includes(scenario))
  return found?.[0] ?? 'succeeded'
}

/** For the test that the table names nothing that does not exist. */
export const strangers = (): readonly string[] =>
  Object.values(OTHERWISE)
    .flat()
    .filter((name) => !Object.hasOwn(SCENARIOS, name))
