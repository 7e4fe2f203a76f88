// What the script of a scenario does to the world.
import { second } from './clock.ts'
import { write } from './agenda.ts'
import { setAlarm } from './alarms.ts'
import { isOver, openDeployment, sha256 } from './deployment.ts'
import { addRevision, containersOf } from './families.ts'
import { leaveReady, terminationWaitEnds } from './waits.ts'
import { scaled } from './machine.ts'
import { actNatively } from './native-acts.ts'
import { drain, loseTask, primaryOf, say } from './tasksets.ts'
import { askToStop } from './watch.ts'
import type { Act, TheirDeployment } from './scenario.ts'
import type { Deployment, Revision, World } from './state.ts'
import type { Json } from './wire.ts'

const latest = (world: World, by: 'caller' | 'other'): Deployment | undefined =>
  world.deployments.findLast((deployment) => deployment.by === by)

export function act(world: World, at: number, doing: Act): void {
  if (world.native) return actNatively(world, at, doing)
  const ours = latest(world, 'caller')
  if ('alarm' in doing) setAlarm(world, at, doing.alarm, doing.to, doing.reason)
  else if ('alarmReads' in doing) world.alarmReads = doing.alarmReads
  else if ('stop' in doing) {
    const target = doing.stop === 'ours' ? ours : latest(world, 'other')
    if (target && !isOver(target)) askToStop(world, at, target, doing.rollback)
  } else if ('proceed' in doing) {
    if (ours?.status === 'Ready' && doing.proceed === 'READY_WAIT') leaveReady(world, at, ours)
    else if (ours && doing.proceed === 'TERMINATION_WAIT') terminationWaitEnds(world, at, ours.id)
  } else if ('deploy' in doing) deployTheirs(world, at, doing.deploy)
  else if ('scale' in doing) scaled(world, at, doing.scale, doing.steadyAfter ?? 60 * second)
  else if ('service' in doing) deleteService(world, at, ours)
  else if ('deployment' in doing) {
    if (ours) Object.assign(ours, doing.deployment === 'vanishes' ? { vanished: true } : { stuck: true })
  } else if ('showStatus' in doing) {
    if (ours) ours.shows = { status: doing.showStatus, until: at + doing.for }
  } else if ('primary' in doing) goBackUnseen(world, at, ours)
  else if ('unstable' in doing) {
    const primary = primaryOf(world)
    if (primary) loseTask(world, at, primary, doing.unstable)
  } else if ('says' in doing) say(world, at, doing.says)
}

/** The placeholder-free AppSpec another person would send. */
export function plainRevision(arn: string, containerName: string, containerPort: number): Revision {
  const properties = {
    TaskDefinition: arn,
    LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort }
  }
  const content = JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }]
  })
  return { type: 'AppSpecContent', content, sha256: sha256(content) }
}

/** Another person registers a revision and deploys it, whatever else goes on: the group lets only one run. A14 */
function deployTheirs(world: World, at: number, theirs: TheirDeployment): void {
  const base = world.families.get(world.settings.family)?.at(-1)
  const config = world.configs.get(theirs.config ?? world.settings.configName)
  const primary = primaryOf(world)
  if (!base || !config || !primary || world.deployments.some((deployment) => !isOver(deployment))) return
  const [first, ...others] = containersOf(base.sent)
  const sent: Json = { ...base.sent, containerDefinitions: [{ ...first, image: theirs.image }, ...others] }
  const definition = addRevision(
    world,
    at,
    'other',
    sent,
    base.tags,
    `arn:${world.settings.partition}:iam::${world.settings.account}:user/dana`
  )
  openDeployment(world, at, {
    by: 'other',
    config,
    revision: plainRevision(definition.arn, primary.containerName, primary.containerPort),
    ...(theirs.description !== undefined && { description: theirs.description }),
    autoRollback: world.settings.rollback,
    alarms: world.settings.groupAlarms
  })
}

/** The service lingers as INACTIVE; CodeDeploy notices a little later and fails. [ECS] C2 */
function deleteService(world: World, at: number, ours: Deployment | undefined): void {
  for (const set of world.service.sets) drain(world, at, set)
  Object.assign(world.service, { status: 'INACTIVE', desiredCount: 0 })
  const running = ours?.events.find(({ status }) => status === 'InProgress') ?? ours?.events.at(-1)
  if (ours && running)
    write(world.agenda, at + 20 * second, {
      do: 'breaks',
      id: ours.id,
      event: running.name,
      cause: { why: 'service gone' }
    })
}

/** The lie of a scenario: the old set serves again while our deployment says Succeeded. */
function goBackUnseen(world: World, at: number, ours: Deployment | undefined): void {
  if (!ours?.blue || !ours.green) return
  const { blue, green } = ours
  Object.assign(green, { status: 'ACTIVE' })
  drain(world, at, green)
  Object.assign(blue, { status: 'PRIMARY', scale: 100, weight: 100, steadyAt: at, updatedAt: at })
  for (const task of blue.tasks) {
    delete task.stoppedAt
    delete task.stopCode
    delete task.stoppedReason
  }
  if (!world.service.sets.includes(blue)) world.service.sets.push(blue)
  world.service.taskDefinition = blue.taskDefinition
}
