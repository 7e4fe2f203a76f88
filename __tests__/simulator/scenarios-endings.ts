// Deployments that end badly, each by one cause.
import { hour, minute, second } from './clock.ts'
import type { Scenario } from './scenario.ts'

const SPIKE = 'Threshold Crossed: 1 datapoint [47.0 ({now})] was greater than or equal to the threshold (10.0).'
const BAD_IMAGE =
  'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.42.0: not found'

export const ENDINGS: readonly Scenario[] = [
  {
    name: 'alarm',
    says: 'web-5xx goes off 2 minutes into the 10 % hold; CodeDeploy stops and rolls back.',
    lookAt: 'A second deployment rolls back; the alarm tells value and threshold.',
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'alarm-already-on',
    says: 'web-5xx is on before anything begins.',
    lookAt: 'The deployment is stopped within seconds of its start.',
    world: {
      alarms: [{ name: 'web-5xx', kind: 'metric', metric: 'HTTPCode_Target_5XX_Count', threshold: 10, state: 'ALARM' }]
    }
  },
  {
    name: 'alarm-while-installing',
    says: 'web-5xx goes off while the new tasks start: the old version is bad.',
    lookAt: 'Stopped before any traffic moved.',
    script: [{ when: 'event Install', after: 30 * second, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'alarm-after-shift',
    says: 'web-5xx goes off in the termination wait, when all traffic is on the new tasks.',
    lookAt: 'PRIMARY moves back: until Succeeded a rollback is only a switch of traffic.',
    script: [{ when: 'termination wait', after: minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'alarm-blinks',
    says: 'web-5xx is on for three seconds between two looks of CodeDeploy.',
    lookAt: 'Nothing is stopped.',
    script: [
      // CodeDeploy looks 0.8 s after InProgress and then every 10 s
      { when: 'status InProgress', after: 152 * second, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } },
      { when: 'status InProgress', after: 155 * second, do: { alarm: 'web-5xx', to: 'OK' } }
    ]
  },
  {
    name: 'composite-alarm',
    says: 'The group watches a composite alarm; its child web-latency goes off.',
    lookAt: 'DescribeAlarms shows it only when asked for composite alarms.',
    world: { groupAlarms: { enabled: true, ignorePollAlarmFailure: false, names: ['web-any'] } },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-latency', to: 'ALARM' } }]
  },
  {
    name: 'alarms-unreadable',
    says: 'CodeDeploy can no longer read alarms, a minute into the canary.',
    lookAt: 'Stopped, although no alarm is on.',
    script: [{ when: 'weight >= 10', after: minute, do: { alarmReads: 'fail' } }]
  },
  {
    name: 'no-auto-rollback',
    says: 'web-5xx goes off in the hold and the group does not roll back.',
    lookAt: 'Stopped, no second deployment, and traffic may stay split.',
    world: { rollback: { enabled: false, events: [] } },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'hook-fails',
    says: 'The smoke test after test traffic answers Failed.',
    lookAt: 'AfterAllowTestTraffic failed, later events skipped, no production traffic moved.',
    world: { hooks: { AfterAllowTestTraffic: { outcome: 'fails', after: 20 * second } } }
  },
  {
    name: 'hook-never-calls-back',
    says: 'The smoke test never answers; CodeDeploy gives up after an hour.',
    lookAt: 'An hour in one lifecycle event, then Failed.',
    world: { hooks: { AfterAllowTestTraffic: { outcome: 'never' } } }
  },
  {
    name: 'hook-denied',
    says: 'CodeDeploy may not invoke the hook function.',
    lookAt: 'IAM_ROLE_PERMISSIONS within seconds.',
    world: { hooks: { AfterAllowTestTraffic: { outcome: 'denied' } } }
  },
  {
    name: 'tasks-never-start',
    says: 'The image cannot be pulled; tasks come and go until Install times out after an hour.',
    lookAt: 'Stopped tasks tell the reason after one minute.',
    world: { tasks: { never: BAD_IMAGE, stopCode: 'TaskFailedToStart' } }
  },
  {
    name: 'never-healthy',
    says: 'New tasks run but never become healthy; Install times out after an hour.',
    lookAt: 'Running counts are right and the set is STABILIZING for ever.',
    world: { durations: { install: Infinity } }
  },
  {
    name: 'autoscaled-not-steady',
    says: 'Autoscaling doubles the service during the canary and the new tasks do not come up.',
    lookAt: 'Five minutes later CodeDeploy fails the deployment.',
    world: { configName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' },
    script: [{ when: 'weight >= 10', after: minute, do: { scale: 4, steadyAfter: hour } }]
  },
  {
    name: 'load-balancer-refuses',
    says: 'Somebody has moved the listener: the load balancer cannot be updated.',
    lookAt: 'AllowTraffic fails at its start.',
    world: {
      breaks: {
        at: 'AllowTraffic',
        after: 2 * second,
        status: 'Failed',
        code: 'ELASTIC_LOAD_BALANCING_INVALID',
        message:
          'The ELB could not be updated due to the following error: Primary taskset target group must be behind listener'
      }
    }
  },
  {
    name: 'ready-wait-times-out',
    says: 'The group waits 10 minutes for somebody to continue; nobody does.',
    lookAt: 'Stopped, with a text about the wait.',
    world: { ready: { action: 'STOP_DEPLOYMENT', waitMinutes: 10 } }
  },
  {
    name: 'rollback-fails',
    says: 'web-5xx goes off in the hold and the rollback fails too.',
    lookAt: 'Traffic stays split 90/10 and both deployments are over.',
    world: { rollbackOutcome: 'fails' },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'slow-rollback',
    says: 'web-5xx goes off in the hold; the rollback deployment takes 90 s.',
    lookAt: 'Stopped is not the end: the rollback still runs.',
    world: { durations: { rollback: 90 * second } },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'late-rollback-info',
    says: 'web-5xx goes off in the hold; rollbackInfo appears 25 s after Stopped.',
    lookAt: 'Stopped without a rollback id, then with one.',
    world: { rollbackInfoAfter: 25 * second },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }]
  },
  {
    name: 'stuck',
    says: 'AllowTraffic never ends: traffic stays at 10 % for ever.',
    lookAt: 'No status ever turns; only the caller can give up.',
    script: [{ when: 'weight >= 10', after: 1, do: { deployment: 'sticks' } }]
  },
  {
    name: 'lying-success',
    says: 'CodeDeploy says Succeeded, and the old task set is PRIMARY with all traffic.',
    lookAt: 'Succeeded is a claim; DescribeServices tells what serves.',
    script: [{ when: 'status Succeeded', do: { primary: 'goes-back' } }]
  },
  {
    name: 'lying-success-unstable',
    says: 'CodeDeploy says Succeeded, and a new task is lost for good.',
    lookAt: 'PRIMARY is ours and STABILIZING for ever.',
    script: [{ when: 'status Succeeded', do: { unstable: Infinity } }]
  }
]
