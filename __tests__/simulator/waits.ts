// The two waits of a deployment: for a person before the shift, for the old tasks after it. [LAB-CD] A5, A9
import { minute } from './clock.ts'
import { write } from './agenda.ts'
import { deploymentOf, isOver } from './deployment.ts'
import { endBadly } from './endings.ts'
import { readyExpired } from './failures.ts'
import { happenTo } from './moments.ts'
import { drain } from './tasksets.ts'
import type { Deployment, World } from './state.ts'

/** The deployment a happening speaks of, unless it is over, or a scenario has made it stick. */
export function live(world: World, id: string): Deployment | undefined {
  const deployment = deploymentOf(world, id)
  return deployment && !isOver(deployment) && !deployment.stuck ? deployment : undefined
}

/** Installed, tested, and waiting for ContinueDeployment. A5, A9 */
export function becomesReady(world: World, at: number, deployment: Deployment): void {
  Object.assign(deployment, { status: 'Ready', targetStatus: 'Ready' })
  write(world.agenda, at + world.settings.ready.waitMinutes * minute, { do: 'ready wait ends', id: deployment.id })
  happenTo(world, at, deployment, 'status Ready')
}

/** ContinueDeployment(READY_WAIT). A9 */
export function leaveReady(world: World, at: number, deployment: Deployment): void {
  Object.assign(deployment, { status: 'InProgress', targetStatus: 'InProgress', changedAt: at })
  write(world.agenda, at + world.settings.durations.gap, {
    do: 'event begins',
    id: deployment.id,
    event: 'BeforeAllowTraffic'
  })
}

export function readyWaitEnds(world: World, at: number, id: string): void {
  const deployment = live(world, id)
  if (deployment?.status !== 'Ready') return
  const error = readyExpired(world, world.settings.ready.waitMinutes)
  endBadly(world, at, deployment, { status: 'Stopped', error, rollback: world.switches.readyExpiryRollback === 'made' })
}

/** PRIMARY moves, the target has succeeded, and the wait for blue begins: the status stays. [LAB-CD] A5, A7, A9 */
export function trafficIsDone(world: World, at: number, deployment: Deployment): void {
  const { blue, green } = deployment
  const { termination } = world.settings
  if (!blue || !green) return
  Object.assign(green, { status: 'PRIMARY', updatedAt: at })
  Object.assign(blue, { status: 'ACTIVE', updatedAt: at })
  world.service.taskDefinition = green.taskDefinition
  Object.assign(deployment, { targetStatus: 'Succeeded', waitsToTerminate: true })
  const atOnce = termination.action === 'KEEP_ALIVE' && world.switches.keepAlive === 'succeeds-at-once' // UNVERIFIED A9
  happenTo(world, at, deployment, 'termination wait')
  write(world.agenda, atOnce ? at : at + termination.waitMinutes * minute, {
    do: 'termination wait ends',
    id: deployment.id
  })
}

/** Also ContinueDeployment(TERMINATION_WAIT): blue goes now. [LAB-CD] A5, A9 */
export function terminationWaitEnds(world: World, at: number, id: string): void {
  const deployment = live(world, id)
  if (!deployment?.waitsToTerminate || !deployment.blue) return
  if (world.settings.termination.action === 'TERMINATE') drain(world, at, deployment.blue)
  Object.assign(deployment, { status: 'Succeeded', waitsToTerminate: false, endedAt: at, changedAt: at })
  happenTo(world, at, deployment, 'status Succeeded')
}
