// The jobs that stories are put together from: one that stops or starts, and those that come after it.
import { minute } from './clock.ts'
import type { JobPlan } from './scenario.ts'

export const AT_CANARY: JobPlan = { name: 'canary', inputs: { 'pause-at': 'after-canary' } }
export const IDS = { 'deployment-id': 'canary.deployment-id', 'hook-id': 'canary.hook-id' } as const
export const PROMOTE: JobPlan = {
  name: 'promote',
  inputs: { mode: 'promote' },
  needs: IDS,
  after: 2 * minute,
  meanwhile: 'a person approves'
}
export const paused = (more: Partial<JobPlan>): JobPlan => ({ ...AT_CANARY, ...more })
export const goesOn = (more: Partial<JobPlan>): JobPlan => ({ ...PROMOTE, needs: {}, ...more })

export const STARTED: JobPlan = { name: 'canary', inputs: { 'wait-until': 'started' } }
export const STATUS: JobPlan = goesOn({
  name: 'status',
  inputs: { mode: 'status' },
  meanwhile: 'nobody watches'
})
export const ROLL_BACK: JobPlan = goesOn({
  name: 'roll-back',
  inputs: { mode: 'rollback' },
  meanwhile: 'a person says no'
})
export const DEPLOYMENT = { 'deployment-id': IDS['deployment-id'] }
