// The named scenarios of an ECS-controlled service. Each is data only; what is imitated is in BEHAVIOUR-ECS.md.
import { minute, second } from './clock.ts'
import { ASKED } from './scenarios-ecs-asked.ts'
import {
  BAD_IMAGE,
  CANARY,
  HOTFIX,
  LINEAR,
  ON,
  ROLLING,
  SPIKE,
  UNGUARDED,
  configured,
  lambda,
  pause
} from './scenarios-ecs-parts.ts'
import { GATES } from './scenarios-ecs-gates.ts'
import { LATE } from './scenarios-ecs-late.ts'
import type { Scenario } from './scenario.ts'

/** The minimum of E2 and reading tasks, without anything on service deployments. */
const WITHOUT_DEPLOYMENTS = [
  'ecs:RegisterTaskDefinition',
  'ecs:DescribeTaskDefinition',
  'ecs:DescribeServices',
  'ecs:UpdateService',
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'cloudwatch:DescribeAlarms',
  'iam:PassRole'
]

const PATHS: readonly Scenario[] = [
  {
    name: 'ecs-canary',
    says: 'A canary of 10 % for five minutes, then everything, five minutes of bake.',
    lookAt: 'Stages, weights of both revisions, SUCCESSFUL before the old tasks are gone.',
    native: {}
  },
  {
    name: 'ecs-linear',
    says: 'Four steps of 25 %, two minutes apart.',
    lookAt: 'PRODUCTION_TRAFFIC_SHIFT comes once per step; none is held after 100 %.',
    native: { world: configured(LINEAR) }
  },
  {
    name: 'ecs-blue-green',
    says: 'All traffic at once after the test traffic, then ten minutes of bake.',
    lookAt: 'One production step; both revisions live through the bake.',
    native: { world: configured({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 }) }
  },
  {
    name: 'ecs-rolling',
    says: 'Four tasks replaced two at a time, then two minutes of bake.',
    lookAt: 'No weights; traffic follows the healthy tasks.',
    world: { desiredCount: 4 },
    native: { world: configured({ ...ROLLING, minimumHealthyPercent: 50, maximumPercent: 100 }) }
  },
  {
    name: 'ecs-all-at-once',
    says: 'A rolling service that may replace every task at the same moment.',
    lookAt: 'For a while nothing at all serves.',
    native: { world: configured({ ...ROLLING, minimumHealthyPercent: 0, maximumPercent: 200, bakeTimeInMinutes: 0 }) }
  },
  {
    name: 'ecs-rolling-without-stages',
    says: 'A rolling deployment of which ECS tells no stage.',
    lookAt: 'lifecycleStage is absent all the way.',
    native: { world: configured(ROLLING), switches: { rollingStages: 'absent' } }
  },
  {
    name: 'ecs-early-success',
    says: 'A rolling deployment counts as done when half of its tasks are healthy.',
    lookAt: 'SUCCESSFUL while old tasks still serve; the counts stand still.',
    world: { desiredCount: 4 },
    native: {
      world: configured({
        strategy: 'ROLLING',
        minimumHealthyPercent: 50,
        maximumPercent: 100,
        bakeTimeInMinutes: 0,
        earlySuccessCriteria: { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: 'DEFERRED' }
      })
    }
  },
  {
    name: 'ecs-nlb',
    says: 'A canary behind a network load balancer.',
    lookAt: 'Listener ARNs instead of rules; ten more minutes at each traffic shift.',
    world: { balancer: 'network' },
    native: {}
  },
  {
    name: 'ecs-headless',
    says: 'A service without a load balancer deploys blue/green.',
    lookAt: 'Nothing is weighed.',
    native: { world: { ...configured({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 }), balancers: 'none' } }
  },
  {
    name: 'ecs-no-test-rule',
    says: 'The production rule knows both target groups and there is no test rule.',
    lookAt: 'The stages of the test traffic pass at once.',
    native: { world: { testRule: false } }
  },
  {
    name: 'ecs-hook',
    says: 'A Lambda checks the test traffic; it needs three looks.',
    lookAt: 'The hook is IN_PROGRESS for a minute and then SUCCEEDED.',
    native: {
      world: {
        ...configured({ ...CANARY, lifecycleHooks: [lambda('POST_TEST_TRAFFIC_SHIFT')] }),
        lambdas: { POST_TEST_TRAFFIC_SHIFT: { answers: 'IN_PROGRESS', times: 2 } }
      }
    }
  },
  {
    name: 'ecs-pause',
    says: 'The canary waits for a person before each shift of traffic, for an hour at most.',
    lookAt: 'It waits twice, with a new hook id; only ContinueServiceDeployment goes on.',
    native: {
      world: configured({ ...CANARY, lifecycleHooks: [pause('PRE_PRODUCTION_TRAFFIC_SHIFT', 60)] })
    }
  },
  {
    name: 'ecs-pause-approved',
    says: 'The same canary; a person approves each shift after two minutes.',
    lookAt: 'Two approvals, by somebody else.',
    native: {
      world: {
        ...configured({ ...CANARY, lifecycleHooks: [pause('PRE_PRODUCTION_TRAFFIC_SHIFT', 60)] }),
        approves: { after: 2 * minute, action: 'CONTINUE' }
      }
    }
  },
  {
    name: 'ecs-pause-refused',
    says: 'A person looks at the test traffic and sends it back.',
    lookAt: 'Rolled back by an answer to the pause, before any production traffic.',
    native: {
      world: {
        ...configured({ ...CANARY, lifecycleHooks: [pause('POST_TEST_TRAFFIC_SHIFT', 60)] }),
        approves: { after: 2 * minute, action: 'ROLLBACK' }
      }
    }
  },
  {
    name: 'ecs-pause-times-out',
    says: 'Nobody answers the pause after the test traffic within ten minutes.',
    lookAt: 'TIMED_OUT, and rolled back.',
    native: { world: configured({ ...CANARY, lifecycleHooks: [pause('POST_TEST_TRAFFIC_SHIFT', 10, 'ROLLBACK')] }) }
  },
  {
    name: 'ecs-pause-goes-on',
    says: 'Nobody answers the pause within ten minutes and the hook says to go on then.',
    lookAt: 'TIMED_OUT, and SUCCESSFUL.',
    native: { world: configured({ ...CANARY, lifecycleHooks: [pause('POST_TEST_TRAFFIC_SHIFT', 10, 'CONTINUE')] }) }
  },
  {
    name: 'ecs-pause-each-step',
    says: 'A linear deployment waits before each of its four steps; a person approves after one minute.',
    lookAt: 'Four pauses, four hook ids.',
    native: {
      world: {
        ...configured({ ...LINEAR, lifecycleHooks: [pause('PRE_PRODUCTION_TRAFFIC_SHIFT', 60)] }),
        approves: { after: minute, action: 'CONTINUE' }
      }
    }
  },
  {
    name: 'ecs-first-success',
    says: 'Nothing has ever worked on this service; ours does.',
    lookAt: 'There is no old revision to compare with.',
    native: { world: { history: 'never-worked' } }
  },
  {
    name: 'ecs-before-the-record',
    says: 'What serves was deployed before ECS kept records of deployments.',
    lookAt: 'An empty list as baseline; the old revision is MISSING.',
    native: { world: { history: 'before-the-record' } }
  },
  {
    name: 'ecs-same-revision',
    says: 'An ordinary service; what it runs already, web:41, is to be deployed again without force.',
    lookAt: 'UpdateService is answered and nothing starts.',
    native: {},
    jobs: [{ name: 'deploy', inputs: { images: '' } }]
  }
]

const ENDINGS: readonly Scenario[] = [
  {
    name: 'ecs-alarm',
    says: 'web-5xx goes off two minutes into the 10 % hold; ECS rolls back by itself.',
    lookAt: 'ROLLBACK_SUCCESSFUL, the alarm TRIGGERED, the old revision PRIMARY.',
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }],
    native: {}
  },
  {
    name: 'ecs-alarm-untold',
    says: 'The same alarm, and ECS gives no reason.',
    lookAt: 'Only the status and the alarms tell why.',
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }],
    native: { switches: { alarmReason: 'absent', rolloutReason: 'absent' } }
  },
  {
    name: 'ecs-alarm-in-bake',
    says: 'web-5xx goes off in the bake, with all traffic on the new revision.',
    lookAt: 'Everything goes back.',
    script: [{ when: 'stage BAKE_TIME', after: minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }],
    native: {}
  },
  {
    name: 'ecs-alarm-already-on',
    says: 'web-5xx is on before anything begins and stays on.',
    lookAt: 'ECS ignores alarms for this whole deployment: it succeeds.',
    world: { alarms: [ON] },
    native: {}
  },
  {
    name: 'ecs-alarm-without-rollback',
    says: 'web-5xx goes off in the hold and the service does not roll back on alarms.',
    lookAt: 'STOPPED with traffic split.',
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }],
    native: {
      world: configured({ ...CANARY, alarms: { alarmNames: ['web-5xx'], enable: true, rollback: false } })
    }
  },
  {
    name: 'ecs-circuit-breaker',
    says: 'New tasks start and never get healthy; the circuit breaker counts to three.',
    lookAt: 'Rolled back after some minutes, by the circuit breaker.',
    world: { durations: { install: Infinity } },
    native: {}
  },
  {
    name: 'ecs-rolling-circuit-breaker',
    says: 'A rolling deployment of tasks that never get healthy.',
    lookAt: 'The old tasks come back.',
    world: { desiredCount: 4, durations: { install: Infinity } },
    native: { world: configured({ ...ROLLING, minimumHealthyPercent: 50, maximumPercent: 100 }) }
  },
  {
    name: 'ecs-tasks-never-start',
    says: 'The image of the new revision does not exist.',
    lookAt: 'Stopped tasks tell why; the circuit breaker rolls back.',
    world: { tasks: { never: BAD_IMAGE, stopCode: 'TaskFailedToStart' } },
    native: {}
  },
  {
    name: 'ecs-never-healthy',
    says: 'New tasks never get healthy and there is no circuit breaker.',
    lookAt: 'SCALE_UP never ends, until ECS gives up after a day.',
    world: { durations: { install: Infinity } },
    native: { world: configured({ ...CANARY, ...UNGUARDED }) }
  },
  {
    name: 'ecs-first-deployment',
    says: 'Nothing has ever worked on this service, and ours does not either.',
    lookAt: 'No rollback candidate was found.',
    world: { durations: { install: Infinity } },
    native: { world: { history: 'never-worked' } }
  },
  {
    name: 'ecs-hook-fails',
    says: 'The smoke test of the test traffic answers FAILED.',
    lookAt: 'Rolled back before production traffic moved; the reason names the function.',
    native: {
      world: {
        ...configured({ ...CANARY, lifecycleHooks: [lambda('POST_TEST_TRAFFIC_SHIFT')] }),
        lambdas: { POST_TEST_TRAFFIC_SHIFT: { answers: 'FAILED', after: 20 * second } }
      }
    }
  },
  {
    name: 'ecs-hook-denied',
    says: 'ECS may not assume the role of the hook.',
    lookAt: 'Rolled back; the reason names the role.',
    native: {
      world: {
        ...configured({ ...CANARY, lifecycleHooks: [lambda('PRE_SCALE_UP')] }),
        lambdas: { PRE_SCALE_UP: { fails: 'role' } }
      }
    }
  },
  {
    name: 'ecs-rollback-fails',
    says: 'web-5xx goes off in the hold and the rollback fails.',
    lookAt: 'ROLLBACK_FAILED with traffic split.',
    world: { rollbackOutcome: 'fails' },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }],
    native: {}
  },
  {
    name: 'ecs-mixed-weights',
    says: 'Somebody has left weights on both target groups of the production rule.',
    lookAt: 'Rolled back early: found 2 target groups.',
    native: { world: { balancing: 'mixed-weights' } }
  },
  {
    name: 'ecs-infrastructure-role-denied',
    says: 'The infrastructure role of the service may not touch the load balancer.',
    lookAt: 'Rolled back early; the reason names the role.',
    native: { world: { balancing: 'role-denied' } }
  },
  {
    name: 'ecs-stuck',
    says: 'The deployment stops moving in the 10 % hold.',
    lookAt: 'IN_PROGRESS for ever; a stop still works.',
    script: [{ when: 'weight >= 10', after: minute, do: { deployment: 'sticks' } }],
    native: {}
  },
  {
    name: 'ecs-lying-success',
    says: 'SUCCESSFUL is told while the old revision serves again.',
    lookAt: 'PRIMARY and the weights say otherwise.',
    script: [{ when: 'status SUCCESSFUL', do: { primary: 'goes-back' } }],
    native: {}
  },
  {
    name: 'ecs-missing-advanced-configuration',
    says: 'A rolling service whose load balancer has no advanced configuration.',
    lookAt: 'Any other strategy is refused by UpdateService.',
    native: { world: { ...configured(ROLLING), balancers: 'plain' } }
  }
]

const OTHERS: readonly Scenario[] = [
  {
    name: 'ecs-stopped-by-a-person',
    says: 'A person stops the deployment a minute into the hold.',
    lookAt: 'ROLLBACK_REQUESTED, then rolled back within a minute.',
    script: [{ when: 'weight >= 10', after: minute, do: { stop: 'ours' } }],
    native: {}
  },
  {
    name: 'ecs-stopped-too-late',
    says: 'A person stops the deployment while the old tasks are already being removed.',
    lookAt: 'ROLLBACK_REQUESTED, and SUCCESSFUL all the same.',
    script: [{ when: 'stage CLEAN_UP', after: 5 * second, do: { stop: 'ours' } }],
    native: {}
  },
  {
    name: 'ecs-superseded',
    says: 'A person deploys a hotfix in the hold; ECS lets them.',
    lookAt: 'Ours is STOPPED; theirs begins with RECONCILE_SERVICE.',
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { deploy: HOTFIX } }],
    native: {}
  },
  {
    name: 'ecs-busy',
    says: 'A deployment of another person runs already.',
    lookAt: 'UpdateService would stop it.',
    script: [{ when: 'start', do: { deploy: HOTFIX } }],
    native: {}
  },
  {
    name: 'ecs-busy-after-survey',
    says: 'Nothing runs when looked at; another deployment begins right before ours.',
    lookAt: 'Two new deployments in the list: only one of them is ours.',
    script: [{ when: 'before UpdateService', do: { deploy: HOTFIX } }],
    native: {}
  },
  {
    name: 'ecs-superseded-at-once',
    says: 'Another deployment begins right after ours.',
    lookAt: 'The newest of the list is not ours.',
    script: [{ when: 'after UpdateService', do: { deploy: HOTFIX } }],
    native: {}
  },
  {
    name: 'ecs-superseded-after-success',
    says: 'Ours succeeds and in the same second somebody begins another deployment.',
    lookAt: 'Another revision is PRIMARY already when ours is SUCCESSFUL.',
    script: [{ when: 'status SUCCESSFUL', do: { deploy: HOTFIX } }],
    native: {}
  },
  {
    name: 'ecs-service-deleted',
    says: 'Somebody deletes the service a minute into the hold.',
    lookAt: 'INACTIVE, without deployments; ours is STOPPED a little later.',
    script: [{ when: 'weight >= 10', after: minute, do: { service: 'deleted' } }],
    native: {}
  },
  {
    name: 'ecs-late-stable',
    says: 'SUCCESSFUL, while one new task is being replaced; healthy again 30 s later.',
    lookAt: 'One task fewer right after SUCCESSFUL is not a failure yet.',
    script: [{ when: 'status SUCCESSFUL', do: { unstable: 30 * second } }],
    native: {}
  },
  {
    name: 'ecs-autoscaled',
    says: 'Autoscaling doubles the service in the hold.',
    lookAt: 'Counts change under way; the deployment does not care.',
    script: [{ when: 'weight >= 10', after: minute, do: { scale: 4 } }],
    native: {}
  }
]

const WIRES: readonly Scenario[] = [
  {
    name: 'ecs-list-lag',
    says: 'The list of deployments does not show ours the first three times.',
    lookAt: "The newest of the list is yesterday's, and it is SUCCESSFUL.",
    native: { switches: { listLag: 3, currentDeployment: 'absent' } }
  },
  {
    name: 'ecs-deployments-denied',
    says: 'The caller may not list or describe service deployments.',
    lookAt: 'Only DescribeServices tells how it goes.',
    world: { policy: WITHOUT_DEPLOYMENTS },
    native: {}
  },
  {
    name: 'ecs-deployments-denied-alarm',
    says: 'Service deployments are denied, and web-5xx goes off in the hold.',
    lookAt: 'PRIMARY is the old revision again, ours FAILED.',
    world: { policy: WITHOUT_DEPLOYMENTS },
    script: [{ when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }],
    native: {}
  },
  {
    name: 'ecs-throttled',
    says: 'Every third call is throttled, whatever it is.',
    lookAt: 'No call is given up, none is made twice.',
    faults: [{ operation: '*', kind: 'throttle', every: 3 }],
    native: {}
  },
  {
    name: 'ecs-lost-answer',
    says: 'UpdateService takes effect and its answer is lost.',
    lookAt: 'Sending it again changes nothing: the revision is deployed already.',
    faults: [{ operation: 'UpdateService', kind: 'after-effect-500', to: 1 }],
    native: {}
  },
  {
    name: 'ecs-lost-connection',
    says: 'UpdateService takes effect and the connection breaks.',
    lookAt: 'One deployment, however often it is sent.',
    faults: [{ operation: 'UpdateService', kind: 'after-effect-reset', to: 1 }],
    native: {}
  },
  {
    name: 'ecs-unknown-stage',
    says: 'ECS tells a stage nobody has heard of for three minutes.',
    lookAt: 'It is shown as it is and means nothing.',
    script: [{ when: 'weight >= 10', after: minute, do: { showStage: 'MIRROR_TRAFFIC', for: 3 * minute } }],
    native: {}
  },
  {
    name: 'ecs-unknown-status',
    says: 'ECS tells a status nobody has heard of for three minutes.',
    lookAt: 'It is shown as it is and is no end.',
    script: [{ when: 'weight >= 10', after: minute, do: { showStatus: 'PAUSED_BY_AWS', for: 3 * minute } }],
    native: {}
  },
  {
    name: 'ecs-vanishes',
    says: 'The deployment is MISSING from the hold on.',
    lookAt: 'HTTP 200 with a failure.',
    script: [{ when: 'weight >= 10', after: minute, do: { deployment: 'vanishes' } }],
    native: {}
  },
  {
    name: 'ecs-sparse',
    says: 'ECS leaves out whatever nobody could confirm that it tells.',
    lookAt: 'It can be followed all the same.',
    native: {
      switches: {
        updateAnswer: 'absent',
        currentDeployment: 'absent',
        preProductionStage: 'previous',
        hookDetails: 'current-stage',
        rolloutReason: 'absent'
      }
    },
    switches: { controllerMember: 'absent' }
  },
  {
    name: 'ecs-cleared',
    says: 'What a deploymentConfiguration leaves out is gone afterwards.',
    lookAt: "The service's alarms and circuit breaker must be sent back whole.",
    native: { switches: { omittedNested: 'cleared' } }
  },
  {
    name: 'ecs-hostile',
    says: 'Every free text of ECS carries commands and markup; web-5xx goes off in the hold.',
    lookAt: 'No text gets out of its place.',
    switches: { hostile: true },
    script: [
      { when: 'weight >= 10', after: 30 * second, do: { says: '(service web) ::error::owned' } },
      { when: 'weight >= 10', after: 2 * minute, do: { alarm: 'web-5xx', to: 'ALARM', reason: SPIKE } }
    ],
    native: {}
  }
]

export const ECS_SCENARIOS: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [...PATHS, ...ENDINGS, ...OTHERS, ...WIRES, ...ASKED, ...GATES, ...LATE].map((one) => [one.name, one])
)

export function ecsScenario(name: string): Scenario {
  const found = Object.hasOwn(ECS_SCENARIOS, name) ? ECS_SCENARIOS[name] : undefined
  if (!found) throw new RangeError(`no scenario is named ${name}; there are: ${Object.keys(ECS_SCENARIOS).join(', ')}`)
  return found
}
