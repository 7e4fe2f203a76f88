// A job comes to an ECS-native deployment that another one started, and is not the only one there.
import { minute } from './clock.ts'
import { DEPLOYMENT, PROMOTE, ROLL_BACK, STARTED, STATUS, paused } from './scenarios-jobs-parts.ts'
import type { Scenario } from './scenario.ts'

/** The step continues nothing by itself: the first answer to a gate is that of the second job. */
const BEFORE_TRAFFIC = paused({ inputs: { 'pause-at': 'before-traffic' } })

export const LATE: readonly Scenario[] = [
  {
    name: 'ecs-promote-lost-answer',
    says: 'ECS goes on past the gate and its answer is lost.',
    lookAt: 'Asked again, the hook is completed already: that is what was wanted.',
    faults: [{ operation: 'ContinueServiceDeployment', kind: 'after-effect-500', to: 1 }],
    native: {},
    jobs: [BEFORE_TRAFFIC, PROMOTE]
  },
  {
    name: 'ecs-promote-raced',
    says: 'A person continues the gate in the console right before the second job does.',
    lookAt: 'The hook is completed already: that is what was wanted.',
    script: [{ when: 'before ContinueServiceDeployment', do: { answerHook: 'CONTINUE' } }],
    native: {},
    jobs: [BEFORE_TRAFFIC, PROMOTE]
  },
  {
    name: 'ecs-promote-after-no',
    says: 'A person rolls the deployment back at its gate right before the second job continues it.',
    lookAt: 'The hook is completed already, the other way.',
    script: [{ when: 'before ContinueServiceDeployment', do: { answerHook: 'ROLLBACK' } }],
    native: {},
    jobs: [BEFORE_TRAFFIC, PROMOTE]
  },
  {
    name: 'ecs-promote-too-late',
    says: 'The approval comes after the ten minutes of the gate; ECS has rolled back.',
    lookAt: 'Nothing waits any more: the second job tells how it ended.',
    native: {},
    jobs: [
      paused({ inputs: { 'pause-at': 'before-traffic', 'pause-minutes': '10' } }),
      { ...PROMOTE, after: 15 * minute, meanwhile: 'a person approves, too late' }
    ]
  },
  {
    name: 'ecs-started-and-status',
    says: 'One job starts the deployment and does not wait; a second one asks how it stands.',
    lookAt: 'The second job finds what runs and follows it to its verdict.',
    native: {},
    jobs: [STARTED, STATUS]
  },
  {
    name: 'ecs-started-and-roll-back',
    says: 'One job starts the deployment; a person does not like it, and a second job rolls it back.',
    lookAt: 'StopServiceDeployment: the older revision is what the second job wants.',
    native: {},
    jobs: [STARTED, { ...ROLL_BACK, needs: DEPLOYMENT, after: 4 * minute }]
  },
  {
    name: 'ecs-roll-back-after-success',
    says: 'The deployment has succeeded; a little later a person wants the older revision back.',
    lookAt: 'Nothing runs: the last revision that succeeded before is deployed again.',
    native: {},
    jobs: [
      { name: 'deploy', inputs: {} },
      { ...ROLL_BACK, after: 5 * minute }
    ]
  }
]
