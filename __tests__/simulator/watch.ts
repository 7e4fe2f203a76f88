// CodeDeploy watching alarms, and people stopping deployments. [LAB-CD] A10, A11
import { write } from './agenda.ts'
import { deploymentOf, isOver } from './deployment.ts'
import { endBadly, rollsBackOn } from './endings.ts'
import { alarmActive, alarmsUnreadable, manualStop } from './failures.ts'
import type { Deployment, World } from './state.ts'

/** Before the green set is being made there is nothing to give back: whether a rollback is made then is a switch. */
const mayRollBack = (world: World, deployment: Deployment): boolean =>
  deployment.green !== undefined || world.switches.rollbackBeforeInstall === 'made'

/** For the whole run, from the first second to the end of the termination wait. [LAB-CD] A10 */
export function alarmsArePolled(world: World, at: number, id: string): void {
  const deployment = deploymentOf(world, id)
  if (!deployment || isOver(deployment) || !deployment.alarms.enabled) return
  const { names, ignorePollAlarmFailure } = deployment.alarms
  const missing = names.some((name) => !world.alarms.has(name))
  const unreadable = world.alarmReads === 'fail' || (missing && world.switches.missingAlarm === 'read-failure')
  const stop = (error: Deployment['error'] & object): void => {
    const rollback = rollsBackOn(deployment, 'DEPLOYMENT_STOP_ON_ALARM') && mayRollBack(world, deployment)
    const shown = world.switches.alarmStopError === 'given' ? error : undefined
    endBadly(world, at, deployment, { status: 'Stopped', error: shown, rollback })
  }
  if (unreadable && !ignorePollAlarmFailure) return stop(alarmsUnreadable(world))
  const on = unreadable ? [] : names.filter((name) => isActivated(world, deployment, name))
  if (on.length > 0) return stop(alarmActive(on))
  write(world.agenda, at + world.settings.durations.alarmPoll, { do: 'alarms are polled', id })
}

/** Only ALARM activates. [UG:monitoring-create-alarms] Old alarms and composite ones: switches. UNVERIFIED A10, D4 */
function isActivated(world: World, deployment: Deployment, name: string): boolean {
  const alarm = world.alarms.get(name)
  if (alarm?.state !== 'ALARM') {
    deployment.oldAlarms.delete(name)
    return false
  }
  if (alarm.spec.kind === 'composite' && world.switches.compositeAlarms === 'ignored') return false
  return !(world.switches.alarmAtStart === 'ignored-until-it-changes' && deployment.oldAlarms.has(name))
}

/** `Pending` first, `Stopped` a little later; of several requests the first counts. A11 */
export function askToStop(
  world: World,
  at: number,
  deployment: Deployment,
  autoRollbackEnabled: boolean | undefined
): void {
  const omitted =
    world.switches.omittedStopRollback === 'follows-setting' && rollsBackOn(deployment, 'DEPLOYMENT_STOP_ON_REQUEST')
  deployment.stopAsked = true
  const rollback = autoRollbackEnabled ?? omitted
  write(world.agenda, at + world.settings.durations.stop, { do: 'stops', id: deployment.id, rollback })
}

export function stops(world: World, at: number, id: string, rollback: boolean): void {
  const deployment = deploymentOf(world, id)
  if (!deployment || isOver(deployment)) return
  const error = world.switches.manualStopError === 'given' ? manualStop : undefined
  endBadly(world, at, deployment, { status: 'Stopped', error, rollback: rollback && mayRollBack(world, deployment) })
}
