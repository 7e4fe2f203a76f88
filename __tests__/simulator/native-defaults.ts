import { hour, minute, second } from './clock.ts'
import type { NativePlan, NativeSettings, NativeSwitches } from './native-scenario.ts'

/** The same web service under the ECS controller: canary, watched by an alarm and the circuit breaker. B2, B3 */
export const CONFIGURATION = {
  deploymentCircuitBreaker: { enable: true, rollback: true },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true },
  strategy: 'CANARY',
  bakeTimeInMinutes: 5,
  canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 }
}

/** Durations near what was seen where it was seen. [LAB-ECS][LAB-HOOK] B7, B8, B9 */
const SETTINGS: NativeSettings = {
  configuration: CONFIGURATION,
  balancers: 'advanced',
  ruleKnowsBoth: true,
  testRule: true,
  balancing: 'fine',
  history: 'recorded',
  lambdas: {},
  durations: {
    pending: 3.4 * second,
    quickStage: second,
    reconcile: 20 * second,
    shift: 10 * second,
    cleanUp: 20 * second,
    drain: 38 * second,
    failedShown: minute,
    nlbShift: 10 * minute,
    networkCheck: 2 * second,
    rollingBake: 4 * minute,
    unhealthyAfter: 180 * second,
    alarmPoll: 15 * second,
    stop: 3 * second,
    trafficBack: 5 * second,
    rollback: 40 * second,
    hookInvocation: 2 * second,
    stageLimit: 24 * hour,
    deploymentLimit: 30 * 24 * hour
  }
}

const SWITCHES: NativeSwitches = {
  omittedNested: 'kept',
  listLag: 1,
  updateAnswer: 'old',
  currentDeployment: 'given',
  preProductionStage: 'named',
  testStagesWithoutRule: 'pass',
  rollingStages: 'given',
  rollingWeights: 'absent',
  rollbackStage: 'stays',
  nlbDelay: 'each-step',
  hookDetails: 'all',
  pauseDetails: 'kept',
  oldAlarmStatus: 'DISABLED',
  alarmReason: 'given',
  stopReason: 'given',
  rolloutReason: 'given',
  noCandidate: 'ROLLBACK_FAILED',
  omittedStopType: 'ROLLBACK',
  abort: 'refused',
  lateStop: 'succeeds',
  bakeRequired: 'refused',
  bakeLimit: 1440
}

/** What `mixed-weights` leaves on the revision that serves. */
export const MIXED_WEIGHT = 90

export const nativeSettingsOf = (plan: NativePlan): NativeSettings => ({
  ...SETTINGS,
  ...plan.world,
  durations: { ...SETTINGS.durations, ...plan.world?.durations }
})

export const nativeSwitchesOf = (plan: NativePlan): NativeSwitches => ({ ...SWITCHES, ...plan.switches })
