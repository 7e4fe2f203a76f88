// ARNs that only ECS-native deployments have. [DG:stop-service-deployment][DG:lambda-lifecycle-hooks][TSH-BG] B4, B6, B7
import { pick } from './random.ts'
import type { Random } from './random.ts'
import type { Settings } from './scenario.ts'
import type { World } from './state.ts'

const DIGITS = '0123456789'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const arn = (s: Settings, service: string, rest: string): string =>
  `arn:${s.partition}:${service}:${s.region}:${s.account}:${rest}`

/** 21 url-safe characters, as in `EZe5RNVLH6PPzHXINuP28`. B7 */
export const newDeploymentArn = ({ settings: s, random }: World): string =>
  arn(s, 'ecs', `service-deployment/${s.cluster}/${s.service}/${pick(random, URL_SAFE, 21)}`)

/** 19 digits, others than those of the `ecs-svc/` id. B7 */
export const newRevisionArn = ({ settings: s, random }: World): string =>
  arn(s, 'ecs', `service-revision/${s.cluster}/${s.service}/${nineteenDigits(random)}`)

const nineteenDigits = (random: Random): string => `${pick(random, DIGITS.slice(1), 1)}${pick(random, DIGITS, 18)}`

/** `ecs-{hookType}-{id}`; 43 url-safe characters were seen for a pause, the type of the others is ours. B6 */
export const newHookId = (random: Random, type: 'PAUSE' | 'AWS_LAMBDA'): string =>
  `ecs-${type === 'PAUSE' ? 'pause' : 'lambda'}-${pick(random, URL_SAFE, 43)}`

export const HOOK_ID = /^ecs-[a-z]+-[A-Za-z0-9_-]+$/

export const infrastructureRole = (s: Settings): string =>
  `arn:${s.partition}:iam::${s.account}:role/ecsInfrastructureRole`

const RULES = { production: 'f2f7dc8efc522ab2/9683b2d02a6cabee', test: 'a9c1d2e3f4b5a697/0f4e5d6c7b8a9012' }

/** A rule ARN behind an ALB, a listener ARN behind an NLB. [ECS][TSH-BG] B4 */
export function ruleArn(s: Settings, which: keyof typeof RULES): string {
  const tail = RULES[which]
  return s.balancer === 'application'
    ? arn(s, 'elasticloadbalancing', `listener-rule/app/${s.service}/50dc6c495c0c9188/${tail}`)
    : arn(s, 'elasticloadbalancing', `listener/net/${s.service}/50dc6c495c0c9188/${tail.split('/')[0] ?? ''}`)
}
