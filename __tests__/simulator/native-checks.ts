// What UpdateService refuses at once in deploymentConfiguration and loadBalancers. [ECS][TSH-BG] B3, B4, B6
// Texts that are quoted in the facts are told literally; the words of the others are ours.
import { infrastructureRole, ruleArn } from './native-names.ts'
import { quoted, stringOf, stringsOf } from './read.ts'
import { refuse } from './refusal.ts'
import { isJson } from './wire.ts'
import type { World } from './state.ts'
import type { NativeSettings } from './native-scenario.ts'
import type { Json } from './wire.ts'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY']
const HOOK_STAGES = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT'
]
const LAMBDA_ONLY = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

function number(
  at: Json,
  member: string,
  { from, to, step = 1 }: { readonly from: number; readonly to: number; readonly step?: number }
): void {
  const value = at[member]
  if (value === undefined) return
  const whole = typeof value === 'number' && Math.abs(value / step - Math.round(value / step)) < 1e-9
  if (!whole || value < from || value > to)
    invalid(`${member} must be a multiple of ${step} from ${from} to ${to}. Got: ${quoted(value)}`)
}

function required(at: Json, of: string, members: readonly string[]): void {
  for (const member of members) if (at[member] === undefined) invalid(`${of}.${member} is required`)
}

/** The model says `hookDetails` is not used for PAUSE hooks; what becomes of it there is a switch. UNVERIFIED [ECS] B6 */
export function withoutPauseDetails(world: World, configuration: Json): Json {
  const hooks = configuration['lifecycleHooks']
  const fate = world.native?.switches.pauseDetails ?? 'kept'
  if (fate === 'kept' || !Array.isArray(hooks)) return configuration
  const marked = (hook: unknown): hook is Json =>
    isJson(hook) && hook['targetType'] === 'PAUSE' && hook['hookDetails'] !== undefined
  if (fate === 'refused' && hooks.some(marked)) invalid('hookDetails is not supported for PAUSE lifecycle hooks')
  const bare = hooks.map((hook: unknown) =>
    marked(hook) ? Object.fromEntries(Object.entries(hook).filter(([member]) => member !== 'hookDetails')) : hook
  )
  return { ...configuration, lifecycleHooks: bare }
}

/** A part that does not belong to the strategy is dropped without a word. [LAB-ECS] B2 */
export function settled(configuration: Json): Json {
  const strategy = stringOf(configuration, 'strategy') ?? 'ROLLING'
  const dropped = [
    ...(strategy === 'CANARY' ? [] : ['canaryConfiguration']),
    ...(strategy === 'LINEAR' ? [] : ['linearConfiguration'])
  ]
  const kept = Object.entries(configuration).filter(([member]) => !dropped.includes(member))
  return {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy,
    ...(strategy === 'CANARY' && { canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 } }),
    ...(strategy === 'LINEAR' && { linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 6 } }),
    ...Object.fromEntries(
      kept.map(([member, value]) => [
        member,
        member === 'canaryConfiguration' && isJson(value)
          ? { canaryPercent: 5, canaryBakeTimeInMinutes: 10, ...value }
          : member === 'linearConfiguration' && isJson(value)
            ? { stepPercent: 10, stepBakeTimeInMinutes: 6, ...value }
            : value
      ])
    )
  }
}

export function checkConfiguration(world: World, configuration: Json): void {
  const strategy = configuration['strategy'] ?? 'ROLLING'
  if (!STRATEGIES.some((one) => one === strategy)) invalid(`Invalid deployment strategy: ${quoted(strategy)}`)
  const { bakeLimit = 1440, bakeRequired } = world.native?.switches ?? {}
  number(configuration, 'bakeTimeInMinutes', { from: 0, to: bakeLimit })
  if (strategy === 'BLUE_GREEN' && configuration['bakeTimeInMinutes'] === undefined && bakeRequired === 'refused')
    invalid('bakeTimeInMinutes is required when using the BLUE_GREEN deployment strategy')
  number(configuration, 'minimumHealthyPercent', { from: 0, to: Infinity })
  number(configuration, 'maximumPercent', { from: 1, to: Infinity })
  if (Number(configuration['minimumHealthyPercent'] ?? 100) > Number(configuration['maximumPercent'] ?? 200))
    invalid('maximumPercent must not be below minimumHealthyPercent')
  const {
    canaryConfiguration: canary,
    linearConfiguration: linear,
    alarms,
    deploymentCircuitBreaker: breaker
  } = configuration
  if (isJson(canary)) {
    number(canary, 'canaryPercent', { from: 0.1, to: 100, step: 0.1 })
    number(canary, 'canaryBakeTimeInMinutes', { from: 0, to: 1440 })
  }
  if (isJson(linear)) {
    number(linear, 'stepPercent', { from: 3, to: 100, step: 0.1 })
    number(linear, 'stepBakeTimeInMinutes', { from: 0, to: 1440 })
  }
  if (isJson(alarms)) checkAlarms(world, alarms)
  if (isJson(breaker)) checkBreaker(breaker)
  checkEarlySuccess(configuration, String(strategy))
  checkHooks(list(configuration['lifecycleHooks']))
}

function checkAlarms(world: World, alarms: Json): void {
  required(alarms, 'alarms', ['alarmNames', 'enable', 'rollback'])
  // whether composite alarms are taken is a switch. UNVERIFIED D4
  const composite = stringsOf(alarms['alarmNames']).find((name) => world.alarms.get(name)?.spec.kind === 'composite')
  if (composite !== undefined && world.switches.compositeAlarms === 'refused')
    invalid(`Composite alarms are not supported: ${composite}`)
}

function checkBreaker(breaker: Json): void {
  required(breaker, 'deploymentCircuitBreaker', ['enable', 'rollback'])
  const threshold = breaker['thresholdConfiguration']
  if (!isJson(threshold)) return
  required(threshold, 'thresholdConfiguration', ['type', 'value'])
  if (!['BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT'].includes(String(threshold['type'])))
    invalid(`Invalid threshold type: ${quoted(threshold['type'])}`)
  number(threshold, 'value', { from: 1, to: Infinity })
}

function checkEarlySuccess(configuration: Json, strategy: string): void {
  const criteria = configuration['earlySuccessCriteria']
  if (!isJson(criteria) || criteria['enable'] !== true) return
  if (strategy !== 'ROLLING') invalid('earlySuccessCriteria can only be used with the ROLLING deployment strategy')
  required(criteria, 'earlySuccessCriteria', ['healthyPercent', 'sourceServiceRevisionCleanup'])
  number(criteria, 'healthyPercent', { from: Number(configuration['minimumHealthyPercent'] ?? 100), to: 100 })
  if (!['BLOCKING', 'DEFERRED'].includes(String(criteria['sourceServiceRevisionCleanup'])))
    invalid(`Invalid sourceServiceRevisionCleanup: ${quoted(criteria['sourceServiceRevisionCleanup'])}`)
}

/** Ten of each kind; a pause names no target, and not every stage can pause. [DG:pause-lifecycle-hooks][TSH-BG] B6 */
function checkHooks(hooks: readonly Json[]): void {
  const counts = { PAUSE: 0, AWS_LAMBDA: 0 }
  for (const hook of hooks) {
    const type = hook['targetType'] ?? 'AWS_LAMBDA'
    if (type !== 'PAUSE' && type !== 'AWS_LAMBDA')
      return invalid('Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE')
    counts[type] += 1
    if (counts[type] > 10) invalid(`A service can have at most 10 ${type} lifecycle hooks`)
    const stages = stringsOf(hook['lifecycleStages'])
    if (stages.length === 0) invalid('lifecycleStages is required for a lifecycle hook')
    for (const stage of stages) {
      if (type === 'PAUSE' && (LAMBDA_ONLY.includes(stage) || !HOOK_STAGES.includes(stage)))
        invalid('Invalid lifecycle stage provided for Pause Hook')
      if (!HOOK_STAGES.includes(stage)) invalid(`Invalid lifecycle stage: ${stage}`)
    }
    if (type === 'PAUSE' && (hook['hookTargetArn'] !== undefined || hook['roleArn'] !== undefined))
      invalid('hookTargetArn and roleArn cannot be given for a PAUSE hook')
    if (type === 'AWS_LAMBDA') required(hook, 'lifecycleHooks', ['hookTargetArn', 'roleArn'])
    const timeout = hook['timeoutConfiguration']
    if (!isJson(timeout)) continue
    number(timeout, 'timeoutInMinutes', { from: 1, to: type === 'PAUSE' ? 20_160 : 1440 })
    if (!['CONTINUE', 'ROLLBACK'].includes(String(timeout['action'] ?? 'ROLLBACK')))
      invalid(`Invalid timeout action: ${quoted(timeout['action'])}`)
  }
}

const RULE = /^arn:[^:]+:elasticloadbalancing:[^:]+:[^:]+:listener-rule\/app\/.+$/
const LISTENER = /^arn:[^:]+:elasticloadbalancing:[^:]+:[^:]+:listener\/net\/.+$/

/** [TSH-BG] B4, in the order of that page. */
export function checkBalancers(world: World, balancers: readonly Json[], strategy: string): void {
  const advanced = balancers.map((one) => one['advancedConfiguration']).filter(isJson)
  for (const one of advanced)
    for (const member of ['productionListenerRule', 'testListenerRule'] as const) {
      const arn = stringOf(one, member)
      if (arn === undefined) {
        if (member === 'productionListenerRule') invalid('productionListenerRule is required in advancedConfiguration')
      } else if (!RULE.test(arn) && !LISTENER.test(arn))
        invalid(`${member} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`)
    }
  const both = advanced
    .map((one) => stringOf(one, 'productionListenerRule'))
    .find((rule) => rule !== undefined && advanced.some((one) => one['testListenerRule'] === rule))
  if (both !== undefined)
    invalid(`The following rules cannot be used as both production and test listener rules: ${both}`)
  const groups = balancers.flatMap((one) => {
    const alternate = isJson(one['advancedConfiguration'])
      ? one['advancedConfiguration']['alternateTargetGroupArn']
      : []
    return [one['targetGroupArn'], alternate].filter((arn) => typeof arn === 'string')
  })
  const doubled = groups.find((arn, index) => groups.indexOf(arn) !== index)
  if (doubled !== undefined) invalid(`Duplicate targetGroupArn found: ${doubled}`)
  const classic = balancers.filter((one) => one['loadBalancerName'] !== undefined)
  if (
    classic.length > 0 &&
    (classic.length < balancers.length || classic.some((one) => one['targetGroupArn'] !== undefined))
  )
    invalid(
      'All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)'
    )
  if (classic.some((one) => one['advancedConfiguration'] !== undefined))
    invalid('advancedConfiguration field is not allowed with ELBv1 loadBalancers')
  if (advanced.length > 0 && advanced.length < balancers.length)
    invalid('Either all or none of the provided loadBalancers must have advancedConfiguration defined')
  if (strategy === 'ROLLING') return
  if (advanced.length < balancers.length)
    invalid(
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy'
    )
  for (const one of advanced) {
    if (one['alternateTargetGroupArn'] === undefined || one['roleArn'] === undefined)
      invalid('alternateTargetGroupArn and roleArn are required in advancedConfiguration')
    if (
      one['testListenerRule'] === undefined &&
      !world.native?.settings.ruleKnowsBoth &&
      world.settings.balancer === 'application'
    )
      invalid(
        'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup'
      )
  }
  // a headless service may be BLUE_GREEN only. [DG:blue-green-deployment-implementation] B5
  if (balancers.length === 0 && strategy !== 'BLUE_GREEN')
    invalid(`The ${strategy} deployment strategy needs a load balancer or Service Connect`)
}

/** The load balancers of the service before anybody updates it. */
export function firstBalancers(world: World, { balancers, testRule }: NativeSettings): readonly Json[] {
  if (balancers === 'none') return []
  const { names, settings } = world
  const [first, second] = names.targetGroups.map((name) => names.targetGroup(name))
  const advancedConfiguration = {
    alternateTargetGroupArn: second,
    productionListenerRule: ruleArn(settings, 'production'),
    ...(testRule && { testListenerRule: ruleArn(settings, 'test') }),
    roleArn: infrastructureRole(settings)
  }
  return [
    {
      targetGroupArn: first,
      containerName: 'proxy',
      containerPort: 8443,
      ...(balancers === 'advanced' && { advancedConfiguration })
    }
  ]
}
