// How a deployment ends badly, and the second deployment that rolls it back. [LAB-CD] A10, A11
import { write } from './agenda.ts'
import { ALL_AT_ONCE } from './configs.ts'
import { deploymentOf, isOver, lastSuccessful, openDeployment } from './deployment.ts'
import { rollbackFailed } from './failures.ts'
import { happenTo } from './moments.ts'
import { drain } from './tasksets.ts'
import type { Deployment, ErrorInformation, World } from './state.ts'
import type { RollbackEvent } from './scenario.ts'

/** Only when enabled and when the matching event is listed. [CD] A10 */
export const rollsBackOn = ({ autoRollback }: Deployment, event: RollbackEvent): boolean =>
  autoRollback.enabled && autoRollback.events.includes(event)

export interface BadEnd {
  readonly status: 'Failed' | 'Stopped'
  readonly error?: ErrorInformation | undefined
  readonly rollback: boolean
}

/** The running event fails, later ones are skipped. [LAB-CD] A7 */
export function endBadly(world: World, at: number, deployment: Deployment, end: BadEnd): void {
  for (const event of deployment.events) {
    if (event.status === 'InProgress') Object.assign(event, { status: 'Failed', end: at })
    if (event.status === 'Pending') event.status = 'Skipped'
  }
  Object.assign(deployment, {
    status: end.status,
    targetStatus: 'Failed',
    endedAt: at,
    changedAt: at,
    waitsToTerminate: false
  })
  if (end.error) deployment.error = end.error
  const rollback = end.rollback && deployment.by !== 'rollback'
  const works = world.settings.rollbackOutcome === 'succeeds'
  // traffic is already back when the status turns; without a rollback what stays where it is UNVERIFIED. A10, A11
  if (rollback ? works : world.switches.withoutRollback === 'back') giveBack(world, at, deployment)
  if (rollback) rollBack(world, at, deployment)
  happenTo(world, at, deployment, `status ${end.status}`)
}

/** All traffic to blue, which is or becomes PRIMARY again; green is scaled to nothing. [LAB-CD] A10 */
export function giveBack(world: World, at: number, { blue, green }: Deployment): void {
  if (!blue || !green || blue.status === 'DRAINING') return
  drain(world, at, green)
  Object.assign(blue, { status: 'PRIMARY', weight: 100, updatedAt: at })
  world.service.taskDefinition = blue.taskDefinition
}

/** A separate deployment, linked both ways, with its own config. [LAB-CD][LAB-LAM] A10 */
function rollBack(world: World, at: number, failed: Deployment): void {
  const config = world.configs.get(ALL_AT_ONCE)
  if (!config) return
  const rollback = openDeployment(world, at, {
    by: 'rollback',
    config,
    revision: lastSuccessful(world)?.revision ?? failed.revision,
    autoRollback: { enabled: false, events: [] },
    alarms: { enabled: false, ignorePollAlarmFailure: false, names: [] },
    rollbackOf: failed.id
  })
  if (failed.blue) rollback.blue = failed.blue
  if (failed.green) rollback.green = failed.green
  failed.rolledBackBy = rollback.id
  failed.rolledBackVisibleAt = at + world.settings.rollbackInfoAfter
  write(world.agenda, at + world.settings.durations.rollback, { do: 'rollback ends', id: rollback.id })
}

/** It makes no new task set and runs no hook: blue is still there. [LAB-CD] A10 */
export function rollbackEnds(world: World, at: number, id: string): void {
  const rollback = deploymentOf(world, id)
  if (!rollback || isOver(rollback)) return
  if (world.settings.rollbackOutcome === 'fails' || world.service.status !== 'ACTIVE') {
    const running = rollback.events.find(({ name }) => name === 'AllowTraffic')
    if (running) running.status = 'InProgress'
    endBadly(world, at, rollback, { status: 'Failed', error: rollbackFailed, rollback: false })
    return
  }
  for (const event of rollback.events)
    Object.assign(event, { status: 'Succeeded', start: rollback.startedAt ?? at, end: at })
  Object.assign(rollback, { status: 'Succeeded', targetStatus: 'Succeeded', endedAt: at, changedAt: at })
}
