// Deployments that go well, on all the roads there are.
import { minute } from './clock.ts'
import { ALL_AT_ONCE } from './configs.ts'
import type { Scenario } from './scenario.ts'

export const PATHS: readonly Scenario[] = [
  {
    name: 'smooth',
    says: 'A canary of 10 % for 5 minutes, then all traffic, then 5 minutes until the old tasks go.',
    lookAt: 'Traffic is at 100 % five minutes before CodeDeploy says Succeeded.'
  },
  {
    name: 'linear',
    says: 'Ten steps of 10 %, one each minute; the first at once.',
    lookAt: '100 % comes after nine minutes, not ten.',
    world: { configName: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes' }
  },
  {
    name: 'canary-15',
    says: 'A canary that stays at 10 % for a quarter of an hour.',
    lookAt: 'Nothing changes for fifteen minutes and that is right.',
    world: { configName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' }
  },
  {
    name: 'all-at-once',
    says: 'All traffic moves in one step.',
    lookAt: 'There is no canary to watch; only the termination wait is left.',
    world: { configName: ALL_AT_ONCE }
  },
  {
    name: 'long-termination-wait',
    says: 'The old tasks stay for an hour, as in the console default.',
    lookAt: 'What looks like a hang is the wait; traffic was done long before.',
    world: { termination: { action: 'TERMINATE', waitMinutes: 60 } }
  },
  {
    name: 'ready-wait',
    says: 'The group waits for a person; 2 minutes after Ready somebody continues.',
    lookAt: 'Status Ready, with green up and no production traffic on it.',
    world: { ready: { action: 'STOP_DEPLOYMENT', waitMinutes: 30 } },
    script: [{ when: 'status Ready', after: 2 * minute, do: { proceed: 'READY_WAIT' } }]
  },
  {
    name: 'ready-wait-for-us',
    says: 'The group waits for ContinueDeployment and nobody else sends it.',
    lookAt: 'It goes on only if the caller continues it.',
    world: { ready: { action: 'STOP_DEPLOYMENT', waitMinutes: 30 } }
  },
  {
    name: 'termination-cut-short',
    says: 'Somebody ends the termination wait after one minute.',
    lookAt: 'Succeeded comes early.',
    script: [{ when: 'termination wait', after: minute, do: { proceed: 'TERMINATION_WAIT' } }]
  },
  {
    name: 'no-test-listener',
    says: 'A group without a test listener.',
    lookAt: 'Six lifecycle events, not eight; the hook after test traffic never runs.',
    world: { testListener: false }
  },
  {
    name: 'nlb',
    says: 'The service stands behind a network load balancer.',
    lookAt: 'Only all-at-once works; a gradual configuration is refused.',
    world: { balancer: 'network', configName: ALL_AT_ONCE }
  },
  {
    name: 'nlb-gradual',
    says: 'A group behind a network load balancer names a canary configuration.',
    lookAt: 'CreateDeployment is refused.',
    world: { balancer: 'network' }
  },
  {
    name: 'slow-hook',
    says: 'The smoke test after test traffic takes ten minutes and succeeds.',
    lookAt: 'One lifecycle event runs for ten minutes.',
    world: { hooks: { AfterAllowTestTraffic: { outcome: 'succeeds', after: 10 * minute } } }
  },
  {
    name: 'late-stable',
    says: 'Succeeded, while one new task is being replaced; steady 30 s later.',
    lookAt: 'STABILIZING right after Succeeded is not a failure yet.',
    script: [{ when: 'status Succeeded', do: { unstable: 30_000 } }]
  },
  {
    name: 'autoscaled',
    says: 'Autoscaling doubles the service during the canary; the new tasks are up within a minute.',
    lookAt: 'Counts change under way; the deployment does not care.',
    script: [{ when: 'weight >= 10', after: minute, do: { scale: 4 } }]
  },
  {
    name: 'insufficient-data',
    says: 'The alarm of the group has no data for the whole canary.',
    lookAt: 'CodeDeploy goes on; that is not the same as healthy.',
    script: [{ when: 'weight >= 10', after: 30_000, do: { alarm: 'web-5xx', to: 'INSUFFICIENT_DATA' } }]
  },
  {
    name: 'other-alarm',
    says: 'An alarm that the group does not watch goes off during the canary.',
    lookAt: 'CodeDeploy goes on: only alarms of the group (or of the override) count.',
    script: [{ when: 'weight >= 10', after: minute, do: { alarm: 'web-latency', to: 'ALARM' } }]
  }
]
