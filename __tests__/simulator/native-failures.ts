// Why a native deployment ends badly, in the words that were seen or documented. [TSH-BG][LAB-ECS][LAB-HOOK] B4, B6, B7, B8
import { infrastructureRole, ruleArn } from './native-names.ts'
import { balancerOf } from './native-revisions.ts'
import type { Balancing, Stage } from './native-scenario.ts'
import type { NativeDeployment } from './native-state.ts'
import type { World } from './state.ts'

export type NativeRollback =
  | { readonly why: 'alarm' | 'circuit breaker' | 'person' | 'deployment limit' }
  | { readonly why: 'stage limit' | 'pause timed out' | 'pause refused' | 'lambda timed out'; readonly stage: Stage }
  | { readonly why: 'hook'; readonly stage: Stage; readonly said: string }
  | { readonly why: 'network'; readonly balancing: Exclude<Balancing, 'fine'> }

const BACK = 'Service deployment rolled back because'
const NETWORK = `${BACK} of invalid networking configuration`

/** Undefined where nobody could confirm that anything is said. */
export function reasonOf(world: World, deployment: NativeDeployment, cause: NativeRollback): string | undefined {
  const { switches } = world.native ?? {}
  switch (cause.why) {
    case 'alarm': // the words are ours. UNVERIFIED B7
      return switches?.alarmReason === 'absent'
        ? undefined
        : `${BACK} the following alarms were triggered: ${deployment.triggered.join(', ')}.`
    case 'person': // ours. UNVERIFIED B9
      return switches?.stopReason === 'absent' ? undefined : `${BACK} of a request to stop it.`
    case 'circuit breaker':
      return `${BACK} the circuit breaker threshold was exceeded.`
    case 'deployment limit': // ours
      return `${BACK} it took longer than 30 days.`
    case 'stage limit': // ours
      return `${BACK} ${cause.stage} took longer than 24 hours.`
    case 'pause timed out':
      return `${BACK} ${cause.stage} pause hook timed out.`
    case 'pause refused': // ours
      return `${BACK} ${cause.stage} pause hook was answered with ROLLBACK.`
    case 'lambda timed out': // ours
      return `${BACK} ${cause.stage} lifecycle hook(s) timed out.`
    case 'hook':
      return `${BACK} ${cause.stage} lifecycle hook(s) failed. ${cause.said}`
    case 'network':
      return networkReason(world, deployment, cause.balancing)
  }
}

function networkReason(world: World, deployment: NativeDeployment, balancing: Exclude<Balancing, 'fine'>): string {
  const { settings, names } = world
  const rule = ruleArn(settings, 'production')
  const [first, second] = names.targetGroups.map((name) => names.targetGroup(name))
  const { roleArn } = balancerOf(deployment.target).advanced
  switch (balancing) {
    case 'not-associated':
      return `${NETWORK}: Target group ${second ?? ''} is not associated with either productionListenerRule or testListenerRule.`
    case 'neither-associated':
      return `${NETWORK}. Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.`
    case 'mixed-weights':
      return `${NETWORK}. productionListenerRule ${rule} should have exactly one target group serving traffic but found 2 target groups which are serving traffic`
    case 'unexpected-target-group':
      return `${NETWORK}. Production listener rule is forwarding traffic to unexpected target group ${names.targetGroup('somebody-elses')}. Expected traffic to be forwarded to either targetGroupArn: ${first ?? ''} or alternateTargetGroupArn: ${second ?? ''}`
    case 'role-denied':
      return `${BACK} ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role '${roleArn ?? infrastructureRole(settings)}'.`
    case 'rule-gone':
      return `${NETWORK}. One or more rules not found`
  }
}

/** What the service event says after `deployment failed: `. [LAB-ECS] B7 */
export function eventOf(cause: NativeRollback, reason: string | undefined): string {
  if (cause.why === 'alarm') return 'alarm detected.'
  if (cause.why === 'circuit breaker') return 'tasks failed to start.'
  return reason ?? 'the deployment was stopped.'
}
