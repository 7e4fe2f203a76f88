// One due happening of a native deployment, played.
import * as endings from './native-endings.ts'
import * as hooks from './native-hooks.ts'
import * as machine from './native-machine.ts'
import {
  aliveOf,
  endTask,
  healthyOf,
  later,
  nativeOf,
  revisionIsGone,
  revisionOf,
  scaleNative,
  startTasks
} from './native-revisions.ts'
import { lookAgain, rollingGoesOn } from './native-rolling.ts'
import { alarmsArePolled, countFailure, forgetFailures } from './native-watch.ts'
import { goingForward, isRolling, nativeDeploymentOf, openDeployments, stageOf } from './native-deployment.ts'
import type { NativeHappening } from './native-agenda.ts'
import type { World } from './state.ts'

export function playNatively(world: World, at: number, due: NativeHappening): void {
  switch (due.do) {
    case 'starts':
      return machine.starts(world, at, due.arn)
    case 'stage begins':
      return machine.stageBegins(world, at, due.arn, due.place)
    case 'stage may end':
      return machine.stageMayEnd(world, at, due.arn, due.visit)
    case 'stage expires':
      return stageExpires(world, at, due.arn, due.visit)
    case 'deployment expires':
      return endings.fails(world, at, due.arn, { why: 'deployment limit' })
    case 'network is checked':
      return networkIsChecked(world, at, due.arn, due.visit)
    case 'hook is asked':
      return hooks.hookIsAsked(world, at, due.arn, due.hook)
    case 'hook expires':
      return hooks.hookExpires(world, at, due.arn, due.hook)
    case 'hook is answered':
      return hooks.personAnswers(world, at, due.arn, due.hook, nativeOf(world).settings.approves?.action ?? 'CONTINUE')
    case 'alarms are polled':
      return alarmsArePolled(world, at, due.arn)
    case 'rolling goes on':
      return rollingGoesOn(world, at, due.arn)
    case 'stops':
      return endings.stops(world, at, due.arn)
    case 'fails':
      return endings.fails(world, at, due.arn, due.cause)
    case 'rollback begins':
      return endings.rollbackBegins(world, at, due.arn, due.cause)
    case 'traffic returns':
      return endings.trafficReturns(world, at, due.arn)
    case 'rollback ends':
      return endings.rollbackEnds(world, at, due.arn)
    case 'task is healthy':
    case 'task fails':
    case 'task is replaced':
      return taskChanges(world, at, due)
    case 'old tasks stop':
      return machine.oldTasksStop(world, at, due.revision, due.arn)
    case 'revision is gone':
      return revisionIsGone(world, due.revision)
  }
}

/** Each stage may last 24 hours; a pause has its own, longer clock. [DG:canary-deployment] B5 */
function stageExpires(world: World, at: number, arn: string, visit: number): void {
  const deployment = goingForward(world, arn)
  const stage = deployment && stageOf(deployment)
  if (deployment?.visit !== visit || stage === undefined) return
  if (deployment.hooks.some((run) => run.visit === visit && run.status === 'AWAITING_ACTION')) return
  endings.fails(world, at, arn, { why: 'stage limit', stage })
}

function networkIsChecked(world: World, at: number, arn: string, visit: number): void {
  const { balancing } = nativeOf(world).settings
  if (balancing !== 'fine' && nativeDeploymentOf(world, arn)?.visit === visit)
    endings.fails(world, at, arn, { why: 'network', balancing })
}

function taskChanges(
  world: World,
  at: number,
  due: Extract<NativeHappening, { do: 'task is healthy' | 'task fails' | 'task is replaced' }>
): void {
  const revision = revisionOf(world, due.revision)
  if (!revision) return
  switch (due.do) {
    case 'task is replaced': // a deployment that failed launches no new tasks. [ECS] B3
      if (revision.rollout !== 'FAILED')
        startTasks(world, at, revision, Math.min(1, revision.wanted - aliveOf(revision).length))
      break
    case 'task fails':
      if (endTask(world, at, revision, due.task)) countFailure(world, at, revision)
      break
    case 'task is healthy':
      if (!aliveOf(revision).some(({ id }) => id === due.task)) return
      forgetFailures(world, revision)
      if (healthyOf(revision, at) === revision.wanted) revision.set.steadyAt = at
  }
  lookAgain(world, at, revision)
}

/** Another desired count: a rolling deployment replaces towards it, otherwise both revisions follow. [ECS] B2 */
export function scaleService(world: World, at: number, desired: number): void {
  const rolling = openDeployments(world).find((one) => isRolling(one) && one.status !== 'PENDING')
  if (!rolling) {
    scaleNative(world, at, desired)
    for (const { arn, visit } of openDeployments(world)) later(world, at, { do: 'stage may end', arn, visit })
    return
  }
  world.service.desiredCount = desired
  later(world, at, { do: 'rolling goes on', arn: rolling.arn })
}
