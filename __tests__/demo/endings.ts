// The verdict each scenario must end with when the demo's step, or its own jobs, play it: what a person who knew
// everything would say.
import { SCENARIOS } from '../simulator/scenarios.ts'

/** By the plain step. Scenarios that are not named here end with `succeeded`. */
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
    'ecs-alarm',
    'ecs-alarm-in-bake',
    'ecs-alarm-untold',
    'ecs-circuit-breaker',
    'ecs-deployments-denied-alarm',
    'ecs-hook-denied',
    'ecs-hook-fails',
    'ecs-hostile',
    'ecs-infrastructure-role-denied',
    'ecs-mixed-weights',
    'ecs-never-healthy',
    'ecs-pause',
    'ecs-pause-refused',
    'ecs-pause-times-out',
    'ecs-rolling-circuit-breaker',
    'ecs-stopped-by-a-person',
    'ecs-stuck',
    'ecs-tasks-never-start',
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
    'ecs-alarm-without-rollback',
    'ecs-first-deployment',
    'ecs-lying-success',
    'ecs-rollback-fails',
    'ecs-service-deleted',
    'ecs-superseded',
    'ecs-superseded-after-success',
    'ecs-superseded-at-once',
    'lost-registration',
    'lying-success',
    'lying-success-unstable',
    'no-auto-rollback',
    'no-auto-rollback-restored',
    'ready-wait-and-nobody-comes',
    'ready-wait-and-promote',
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
    'ecs-alarm-already-on',
    'ecs-busy',
    'hostile-refusal',
    'nlb-gradual',
    'nlb-gradual-late',
    'service-inactive',
    'wrong-controller',
    'wrong-controller-untold'
  ],
  unknown: ['denied-midway', 'ecs-vanishes', 'expired-midway', 'failed-create', 'vanishes']
}

/** Of stories of several jobs, or of other inputs than the demo's: the verdict of each job in turn. */
const OF_JOBS: Readonly<Record<string, readonly string[]>> = {
  'ecs-blue-green-asked': ['succeeded'],
  'ecs-canary-asked': ['succeeded'],
  'ecs-canary-asked-plain-balancer': ['refused'],
  'ecs-linear-asked': ['succeeded'],
  'ecs-pause-and-nobody-comes': ['paused', 'rolled-back'],
  'ecs-pause-and-promote-each-shift': ['paused', 'paused', 'succeeded'],
  'ecs-pause-and-promote-without-ids': ['paused', 'succeeded'],
  'ecs-pause-and-roll-back': ['paused', 'succeeded'],
  'ecs-pause-mark-dropped': ['paused', 'succeeded'],
  'ecs-pause-mark-refused': ['paused', 'succeeded'],
  'ecs-pause-of-others': ['paused', 'succeeded'],
  'ecs-pause-then-plain-deploy': ['paused', 'succeeded', 'succeeded'],
  'ecs-promote-after-no': ['paused', 'rolled-back'],
  'ecs-promote-lost-answer': ['paused', 'succeeded'],
  'ecs-promote-raced': ['paused', 'succeeded'],
  'ecs-promote-too-late': ['paused', 'rolled-back'],
  'ecs-roll-back-after-success': ['succeeded', 'succeeded'],
  'ecs-rolling-asked': ['succeeded'],
  'ecs-same-revision': ['succeeded'],
  'ecs-started-and-roll-back': ['started', 'succeeded'],
  'ecs-started-and-status': ['started', 'succeeded'],
  'pause-and-promote': ['paused', 'succeeded'],
  'ready-wait-and-nobody-comes': ['paused', 'failed'],
  'ready-wait-and-promote': ['paused', 'succeeded'],
  'started-and-roll-back': ['started', 'succeeded'],
  'started-and-status': ['started', 'succeeded']
}

/** Exit code 0: it serves, or nothing was to be judged. */
const GREEN: ReadonlySet<string> = new Set(['succeeded', 'unchanged', 'registered', 'planned', 'started', 'paused'])

export const isGreen = (verdict: string): boolean => GREEN.has(verdict)

/** Of the plain step, whatever jobs the scenario has. */
export function expectedVerdict(scenario: string): string {
  const found = Object.entries(OTHERWISE).find(([, names]) => names.includes(scenario))
  return found?.[0] ?? 'succeeded'
}

/** Of each job of the scenario; one that has none is played by the plain step. */
export const expectedVerdicts = (scenario: string): readonly string[] =>
  OF_JOBS[scenario] ?? [expectedVerdict(scenario)]

/** For the test that the tables name nothing that does not exist. */
export const strangers = (): readonly string[] =>
  [...Object.values(OTHERWISE).flat(), ...Object.keys(OF_JOBS)].filter((name) => !Object.hasOwn(SCENARIOS, name))
