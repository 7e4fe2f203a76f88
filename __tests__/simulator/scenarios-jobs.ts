// Stories of several jobs through CodeDeploy.
import { minute } from './clock.ts'
import { DEPLOYMENT, PROMOTE, ROLL_BACK, STARTED, STATUS, paused } from './scenarios-jobs-parts.ts'
import type { Scenario } from './scenario.ts'

const WAITS = { ready: { action: 'STOP_DEPLOYMENT', waitMinutes: 30 } } as const
const BEFORE_TRAFFIC = paused({ inputs: { 'pause-at': 'before-traffic' } })

export const CODEDEPLOY_JOBS: readonly Scenario[] = [
  {
    name: 'ready-wait-and-promote',
    says: 'The group waits; one job stops there, a person approves, and a second job continues it.',
    lookAt: 'Status Ready at the end of the first job, ContinueDeployment in the second.',
    world: WAITS,
    jobs: [BEFORE_TRAFFIC, { ...PROMOTE, needs: DEPLOYMENT }]
  },
  {
    name: 'ready-wait-and-nobody-comes',
    says: 'The group waits for half an hour; one job stops there, and the person never comes.',
    lookAt: 'CodeDeploy has stopped it when the second job asks how it stands.',
    world: WAITS,
    jobs: [BEFORE_TRAFFIC, { ...STATUS, needs: DEPLOYMENT, after: 35 * minute, meanwhile: 'nobody comes' }]
  },
  {
    name: 'started-and-status',
    says: 'One job starts the deployment and does not wait; a second one asks how it stands.',
    lookAt: 'The second job finds what runs and follows it to its verdict.',
    jobs: [STARTED, STATUS]
  },
  {
    name: 'started-and-roll-back',
    says: 'One job starts the deployment; a person does not like it, and a second job rolls it back.',
    lookAt: 'Stopped with rollback: the older revision is what the second job wants.',
    jobs: [STARTED, { ...ROLL_BACK, needs: DEPLOYMENT, after: 4 * minute }]
  }
]
