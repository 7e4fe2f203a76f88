import { hour, minute, second } from './clock.ts'
import type { Scenario, Settings, Switches } from './scenario.ts'

/** An ordinary two-container web service behind an ALB. Durations follow the observed clock. [LAB-CD] A5 */
const SETTINGS: Settings = {
  partition: 'aws',
  region: 'us-east-1',
  account: '123456789012',
  cluster: 'prod',
  service: 'web',
  family: 'web',
  registered: {},
  application: 'AppECS-prod-web',
  group: 'DgpECS-prod-web',
  controller: 'CODE_DEPLOY',
  serviceStatus: 'ACTIVE',
  desiredCount: 2,
  balancer: 'application',
  testListener: true,
  configName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
  ready: { action: 'CONTINUE_DEPLOYMENT', waitMinutes: 0 },
  termination: { action: 'TERMINATE', waitMinutes: 5 },
  rollback: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
  groupAlarms: { enabled: true, ignorePollAlarmFailure: false, names: ['web-5xx'] },
  alarms: [
    { name: 'web-5xx', kind: 'metric', metric: 'HTTPCode_Target_5XX_Count', threshold: 10 },
    { name: 'web-latency', kind: 'metric', metric: 'TargetResponseTime', threshold: 1.5 },
    { name: 'web-any', kind: 'composite', children: ['web-5xx', 'web-latency'] }
  ],
  hooks: {},
  tasks: 'start',
  rollbackOutcome: 'succeeds',
  rollbackInfoAfter: 0,
  policy: 'all',
  durations: {
    created: 3 * second,
    quickEvent: 0.2 * second,
    gap: 0.15 * second,
    install: 90 * second,
    taskStart: 40 * second,
    testTraffic: 0.7 * second,
    settle: 3 * second,
    firstAlarmPoll: 0.8 * second,
    alarmPoll: 10 * second,
    stop: 4 * second,
    rollback: 4 * second,
    drain: 60 * second,
    installLimit: hour,
    hookLimit: hour,
    taskRetry: minute
  }
}

const SWITCHES: Switches = {
  unknownMembers: 'drop',
  withoutRollback: 'stays',
  omittedStopRollback: 'follows-setting',
  stopAnswer: 'Pending',
  lateStop: 'allowed',
  manualStopError: 'given',
  alarmStopError: 'given',
  alarmAtStart: 'stops',
  compositeAlarms: 'watched',
  missingAlarm: 'ignored',
  rollbackBeforeInstall: 'made',
  rollbackOccupiesGroup: true,
  readyExpiryCode: 'TIMEOUT',
  readyExpiryRollback: 'none',
  installTimeoutCode: 'TIMEOUT',
  hookTimeoutCode: 'TIMEOUT',
  hookDiagnostics: 'absent',
  omittedWaitType: 'READY_WAIT',
  keepAlive: 'succeeds-at-once',
  sha256Mismatch: 'refused',
  echoContent: false,
  appSpecCase: 'insensitive',
  greenBeforeInstalled: 'listed',
  taskSetLabel: 'given',
  overview: 'given',
  bakes: false,
  serviceLoadBalancers: 'present',
  controllerMember: 'present',
  unknownIds: 'omitted',
  nlbGradual: 'refused',
  configRange: 'checked',
  configLimit: 50,
  descriptionLimit: 256,
  alarmLimit: 10,
  taskStartedBy: 'task-set',
  familyPrefix: 'family',
  deregisterAgain: 'accepted',
  pageSize: 100,
  hostile: false
}

export const settingsOf = (scenario: Scenario): Settings => ({
  ...SETTINGS,
  ...(scenario.native && { controller: 'ECS', application: '', group: '' }),
  ...scenario.world,
  durations: { ...SETTINGS.durations, ...scenario.world?.durations }
})

export const switchesOf = (scenario: Scenario): Switches => ({ ...SWITCHES, ...scenario.switches })
