// CreateDeployment and CreateDeploymentConfig, with everything they refuse. [CD] A2, A3, A12
import * as check from './codedeploy-checks.ts'
import { activeDeployment, openDeployment } from './deployment.ts'
import { quoted, stringOf } from './read.ts'
import { refuse } from './refusal.ts'
import { uuid } from './random.ts'
import { isJson } from './wire.ts'
import type { CreateDeploymentConfigOutput, CreateDeploymentOutput } from '@aws-sdk/client-codedeploy'
import type { Config, Routing } from './configs.ts'
import type { RollbackEvent } from './scenario.ts'
import type { Deployment, World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const EVENTS: ReadonlySet<string> = new Set<RollbackEvent>([
  'DEPLOYMENT_FAILURE',
  'DEPLOYMENT_STOP_ON_ALARM',
  'DEPLOYMENT_STOP_ON_REQUEST'
])
const isRollbackEvent = (value: unknown): value is RollbackEvent => typeof value === 'string' && EVENTS.has(value)

/** Overrides the group's for this deployment only; enabled with no events is refused. [CD] A2 */
function autoRollback(world: World, input: Json): Deployment['autoRollback'] {
  const given = input['autoRollbackConfiguration']
  if (!isJson(given)) return world.settings.rollback
  const events: readonly unknown[] = Array.isArray(given['events']) ? given['events'] : []
  if (!events.every(isRollbackEvent))
    return refuse('InvalidAutoRollbackConfigException', 'An automatic rollback event is not valid')
  const enabled = given['enabled'] === true
  if (enabled && events.length === 0)
    refuse('InvalidAutoRollbackConfigException', 'Automatic rollback is enabled but no events are specified')
  return { enabled, events: events.filter(isRollbackEvent) }
}

/** Replaces the group's alarms for this deployment. Bad names, duplicates, too many: refused. [CD] A2, A3 */
function alarms(world: World, input: Json): Deployment['alarms'] {
  const given = input['overrideAlarmConfiguration']
  if (!isJson(given)) return world.settings.groupAlarms
  const list: readonly unknown[] = Array.isArray(given['alarms']) ? given['alarms'] : []
  const names = list.map((alarm) => (isJson(alarm) ? stringOf(alarm, 'name') : undefined) ?? '')
  const enabled = given['enabled'] === true
  if (enabled && names.length === 0)
    refuse('InvalidAlarmConfigException', 'Alarms are enabled but the list of alarms is empty')
  if (names.some((name) => name === '' || name.length > 255))
    refuse('InvalidAlarmConfigException', 'An alarm name is empty or longer than 255 characters')
  if (new Set(names).size < names.length) refuse('InvalidAlarmConfigException', 'An alarm is named twice')
  if (names.length > world.switches.alarmLimit)
    refuse(
      'AlarmsLimitExceededException',
      `The maximum number of alarms for a deployment group is ${world.switches.alarmLimit}`
    )
  const composite = names.find((name) => world.alarms.get(name)?.spec.kind === 'composite')
  if (composite !== undefined && world.switches.compositeAlarms === 'refused')
    // UNVERIFIED D4
    refuse('InvalidAlarmConfigException', `${composite} is not a metric alarm`)
  return { enabled, ignorePollAlarmFailure: given['ignorePollAlarmFailure'] === true, names }
}

/** For EC2 only, or not for ECS. [CD] A2 */
function refuseForeign(input: Json): void {
  if (input['deploymentMode'] === 'RESTART')
    refuse('InvalidInputException', 'The deployment mode RESTART is not supported for the ECS compute platform')
  if (input['targetInstances'] !== undefined)
    refuse('InvalidTargetInstancesException', 'Target instances are not valid for the ECS compute platform')
  if (input['updateOutdatedInstancesOnly'] === true)
    refuse(
      'InvalidUpdateOutdatedInstancesOnlyValueException',
      'updateOutdatedInstancesOnly is not valid for the ECS compute platform'
    )
  if (input['fileExistsBehavior'] !== undefined)
    refuse('InvalidFileExistsBehaviorException', 'fileExistsBehavior is not valid for the ECS compute platform')
}

function configOf(world: World, input: Json): Config {
  const chosen = check.config(world, stringOf(input, 'deploymentConfigName') ?? world.settings.configName)
  if (chosen.platform !== 'ECS')
    refuse(
      'InvalidComputePlatformException',
      `The deployment configuration ${chosen.name} is for the compute platform ${chosen.platform}, not ECS`
    )
  // only AllAtOnce with an NLB; when a deployment is told so is a switch. [TSH-CD] A3, A14
  if (
    world.settings.balancer === 'network' &&
    chosen.routing?.type !== 'AllAtOnce' &&
    world.switches.nlbGradual === 'refused'
  )
    refuse(
      'InvalidTrafficRoutingConfigurationException',
      'Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment group.'
    )
  return chosen
}

/** There is no idempotency token: a second call while the first runs is refused by name. [CD] A2 */
export function createDeployment(world: World, input: Json, at: number): Wire<CreateDeploymentOutput> {
  check.application(world, input)
  const group = check.group(world, input)
  refuseForeign(input)
  const revision = check.revision(world, input)
  const config = configOf(world, input)
  const description = check.description(world, input)
  const order = { autoRollback: autoRollback(world, input), alarms: alarms(world, input) }
  const active = activeDeployment(world)
  if (active)
    refuse(
      'DeploymentLimitExceededException',
      `The Deployment Group '${group}' already has an active Deployment '${active.id}'`
    ) // [ISS] A3
  world.revisions.set(revision.sha256, {
    registeredAt: at,
    ...world.revisions.get(revision.sha256),
    revision,
    firstUsedAt: world.revisions.get(revision.sha256)?.firstUsedAt ?? at,
    lastUsedAt: at
  })
  const opened = openDeployment(world, at, {
    by: 'caller',
    config,
    revision,
    ...order,
    ...(description !== undefined && { description })
  })
  return { deploymentId: opened.id }
}

const whole = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to

/** Percent 1..99 and whole minutes; for ECS the range is UNVERIFIED, hence a switch. A12 */
function routingOf(world: World, given: unknown): Routing {
  const wrong = (why: string): never => refuse('InvalidTrafficRoutingConfigurationException', why)
  if (!isJson(given)) return wrong('trafficRoutingConfig must be specified for the ECS compute platform')
  const { type, timeBasedCanary: canary, timeBasedLinear: linear } = given
  const checked = world.switches.configRange === 'checked'
  const [most, longest] = checked ? [99, 2_880] : [100, Number.MAX_SAFE_INTEGER]
  const part = (percent: unknown, minutes: unknown): { percent: number; minutes: number } =>
    whole(percent, 1, most) && whole(minutes, 1, longest)
      ? { percent, minutes }
      : wrong('A percentage or an interval is out of range')
  switch (type) {
    case 'AllAtOnce':
      return canary === undefined && linear === undefined ? { type } : wrong('AllAtOnce takes no further configuration')
    case 'TimeBasedCanary':
      if (!isJson(canary) || linear !== undefined) return wrong('TimeBasedCanary needs timeBasedCanary, and only it')
      return { type, ...part(canary['canaryPercentage'], canary['canaryInterval']) }
    case 'TimeBasedLinear': {
      if (!isJson(linear) || canary !== undefined) return wrong('TimeBasedLinear needs timeBasedLinear, and only it')
      const { percent, minutes } = part(linear['linearPercentage'], linear['linearInterval'])
      if (checked && (Math.ceil(100 / percent) - 1) * minutes > 2_880)
        wrong('The whole shift takes longer than 2880 minutes')
      return { type, percent, minutes }
    }
    default:
      return wrong(`The traffic routing type ${quoted(type)} is not valid`)
  }
}

export function createDeploymentConfig(world: World, input: Json, at: number): Wire<CreateDeploymentConfigOutput> {
  const name = stringOf(input, 'deploymentConfigName')
  if (name === undefined || name === '')
    return refuse('DeploymentConfigNameRequiredException', 'deploymentConfigName must be specified')
  if (name.startsWith('CodeDeployDefault.') || !/^[A-Za-z0-9._+=,@-]{1,100}$/.test(name))
    refuse('InvalidDeploymentConfigNameException', `The deployment configuration name ${name} is not valid`)
  const platform = input['computePlatform'] ?? 'Server'
  if (platform !== 'ECS' && platform !== 'Lambda')
    return refuse('InvalidComputePlatformException', `The compute platform ${quoted(platform)} is not valid here`)
  if (input['minimumHealthyHosts'] !== undefined)
    refuse('InvalidMinimumHealthyHostValueException', 'minimumHealthyHosts is not valid for the ECS compute platform')
  if (input['zonalConfig'] !== undefined)
    refuse('InvalidZonalDeploymentConfigurationException', 'zonalConfig is not valid for the ECS compute platform')
  const routing = routingOf(world, input['trafficRoutingConfig'])
  if (world.configs.has(name))
    refuse('DeploymentConfigAlreadyExistsException', `A deployment configuration named ${name} already exists`)
  const own = [...world.configs.keys()].filter((one) => !one.startsWith('CodeDeployDefault.')).length
  if (own >= world.switches.configLimit)
    refuse(
      'DeploymentConfigLimitExceededException',
      `The limit of ${world.switches.configLimit} deployment configurations is reached`
    )
  const id = uuid(world.random)
  world.configs.set(name, { id, name, platform, createdAt: at, routing })
  return { deploymentConfigId: id }
}
