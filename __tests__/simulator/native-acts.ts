// What the script of a scenario does to an ECS-controlled service.
import { setAlarm } from './alarms.ts'
import { addRevision, containersOf } from './families.ts'
import { goesBackUnseen } from './native-machine.ts'
import { openNative } from './native-deployment.ts'
import { abort, askToRollBack, deleteNativeService } from './native-endings.ts'
import { personAnswers } from './native-hooks.ts'
import { scaleService } from './native-play.ts'
import { living, loseNativeTask, nativeOf } from './native-revisions.ts'
import { say } from './tasksets.ts'
import type { Act, TheirDeployment } from './scenario.ts'
import type { World } from './state.ts'
import type { Json } from './wire.ts'

export function actNatively(world: World, at: number, doing: Act): void {
  const latest = (by: 'caller' | 'other') => nativeOf(world).deployments.findLast((one) => one.by === by)
  const ours = latest('caller')
  if ('alarm' in doing) setAlarm(world, at, doing.alarm, doing.to, doing.reason)
  else if ('alarmReads' in doing) world.alarmReads = doing.alarmReads
  else if ('stop' in doing) {
    const target = doing.stop === 'ours' ? ours : latest('other')
    if (target && doing.rollback === false) abort(world, at, target)
    else if (target) askToRollBack(world, at, target)
  } else if ('answerHook' in doing) {
    for (const { hookId } of ours?.hooks ?? []) personAnswers(world, at, ours?.arn ?? '', hookId, doing.answerHook)
  } else if ('deploy' in doing) deployTheirs(world, at, doing.deploy)
  else if ('scale' in doing) scaleService(world, at, doing.scale)
  else if ('service' in doing) deleteNativeService(world, at)
  else if ('deployment' in doing) {
    if (ours) Object.assign(ours, doing.deployment === 'vanishes' ? { vanished: true } : { stuck: true })
  } else if ('showStatus' in doing) {
    if (ours) ours.shows = { status: doing.showStatus, until: at + doing.for }
  } else if ('showStage' in doing) {
    if (ours) ours.shows = { stage: doing.showStage, until: at + doing.for }
  } else if ('primary' in doing) {
    if (ours) goesBackUnseen(world, at, ours)
  } else if ('unstable' in doing) {
    const [primary] = living(world)
    if (primary) loseNativeTask(world, at, primary, doing.unstable)
  } else if ('says' in doing) say(world, at, doing.says)
}

/** Another person registers a revision and updates the service, whatever else goes on: ECS lets them. J */
function deployTheirs(world: World, at: number, theirs: TheirDeployment): void {
  const { settings } = world
  const base = world.families.get(settings.family)?.at(-1)
  if (!base || world.service.status !== 'ACTIVE') return
  const [first, ...others] = containersOf(base.sent)
  const sent: Json = { ...base.sent, containerDefinitions: [{ ...first, image: theirs.image }, ...others] }
  const dana = `arn:${settings.partition}:iam::${settings.account}:user/dana`
  const { arn } = addRevision(world, at, 'other', sent, base.tags, dana)
  openNative(world, at, { by: 'other', taskDefinition: arn, configuration: nativeOf(world).configuration })
}
