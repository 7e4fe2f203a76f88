// A gate of an ECS-native deployment: one job stops at it, a person thinks, another goes on or goes back.
import { minute } from './clock.ts'
import { configured, CANARY } from './scenarios-ecs-parts.ts'
import { AT_CANARY, DEPLOYMENT, PROMOTE, ROLL_BACK, STATUS, goesOn, paused } from './scenarios-jobs-parts.ts'
import type { Scenario } from './scenario.ts'

/** Somebody else's gate, with details that are not ours. */
const THEIR_PAUSE = {
  targetType: 'PAUSE',
  lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
  timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
  hookDetails: { team: 'platform' }
}

export const GATES: readonly Scenario[] = [
  {
    name: 'pause-and-promote',
    says: 'One job stops at a canary of 10 %; a person approves, and a second job goes on to the end.',
    lookAt: 'The hook id of the first job is what the second one continues.',
    native: {},
    jobs: [AT_CANARY, PROMOTE]
  },
  {
    name: 'ecs-pause-and-promote-without-ids',
    says: 'The second job is told neither the deployment nor the hook.',
    lookAt: 'Exactly one deployment waits, and it carries our mark.',
    native: {},
    jobs: [AT_CANARY, goesOn({})]
  },
  {
    name: 'ecs-pause-and-roll-back',
    says: 'One job stops at a canary of 10 %; a person does not like it, and a second job rolls it back.',
    lookAt: 'The older revision is what the second job wants: it ends green.',
    native: {},
    jobs: [AT_CANARY, { ...ROLL_BACK, needs: DEPLOYMENT }]
  },
  {
    name: 'ecs-pause-and-promote-each-shift',
    says: 'A gate before each shift of the canary: three jobs, two approvals.',
    lookAt: 'The first promotion ends at the next gate.',
    native: {},
    jobs: [
      paused({ inputs: { 'pause-at': 'before-each-shift' } }),
      goesOn({ name: 'promote-canary' }),
      goesOn({ name: 'promote-all', meanwhile: 'a person approves again' })
    ]
  },
  {
    name: 'ecs-pause-and-nobody-comes',
    says: 'One job stops before the traffic for ten minutes at most; nobody answers.',
    lookAt: 'ECS has rolled it back when the second job asks how it stands.',
    native: {},
    jobs: [
      paused({ inputs: { 'pause-at': 'after-test-traffic', 'pause-minutes': '10' } }),
      { ...STATUS, needs: DEPLOYMENT, after: 15 * minute, meanwhile: 'nobody comes' }
    ]
  },
  {
    name: 'ecs-pause-then-plain-deploy',
    says: 'A canary with a gate is promoted; the next version is deployed without one.',
    lookAt: 'Our gate is gone from the service: nothing waits in the third job.',
    native: {},
    jobs: [
      AT_CANARY,
      PROMOTE,
      {
        name: 'next',
        inputs: { images: 'app=123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.43.0' },
        after: 5 * minute,
        meanwhile: 'the next version is built'
      }
    ]
  },
  {
    name: 'ecs-pause-of-others',
    says: 'The service has a gate of another team after the test traffic; they approve after two minutes.',
    lookAt: 'Only our own gate is continued by us, and theirs is in the service to the end.',
    script: [{ when: 'stage POST_TEST_TRAFFIC_SHIFT', after: 2 * minute, do: { answerHook: 'CONTINUE' } }],
    native: { world: configured({ ...CANARY, lifecycleHooks: [THEIR_PAUSE] }) },
    jobs: [
      paused({ inputs: { 'pause-at': 'before-traffic' } }),
      { ...PROMOTE, inputs: { mode: 'promote', 'wait-until': 'complete' } }
    ]
  },
  {
    name: 'ecs-pause-mark-dropped',
    says: 'ECS takes our gate and drops the mark it carries.',
    lookAt: 'The second job can still be told which deployment and hook are meant.',
    native: { switches: { pauseDetails: 'dropped' } },
    jobs: [AT_CANARY, PROMOTE]
  },
  {
    name: 'ecs-pause-mark-refused',
    says: 'ECS refuses a gate that carries a mark.',
    lookAt: 'Nothing was changed by the refusal: the same update without the mark is taken.',
    native: { switches: { pauseDetails: 'refused' } },
    jobs: [AT_CANARY, PROMOTE]
  }
]
