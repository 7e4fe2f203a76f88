// How traffic reaches the service, and whether the strategy can move it: what ECS needs to know of each load balancer. Pure.
import { Problem, type Note, type Place } from '../../domain/problem.ts'
import { MINUTE, type Millis } from '../../domain/units.ts'
import { failed, found, lost, type Found } from '../found.ts'
import type { Configuration } from './configuration.ts'
import { listOf, membersOf, textOf } from './members.ts'

interface Balancer {
  readonly name: string
  /** Of the first generation, which has no target groups. */
  readonly classic: boolean
  /** Undefined: not given. */
  readonly alternateTargetGroupArn: string | undefined
  readonly productionListenerRule: string | undefined
  readonly testListenerRule: string | undefined
  readonly roleArn: string | undefined
}

export interface Balancing {
  readonly balancers: readonly Balancer[]
  /** ECS's own proxies or VPC Lattice, which need no listener of ours. */
  readonly mesh: boolean
  /** What goes through them can be test traffic. */
  readonly meshTests: boolean
}

const REQUIRED = ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'] as const satisfies (keyof Balancer)[]

/** A service as it was written. What its tasks are connected with stands in its deployments. */
export function balancingOf(service: unknown): Balancing {
  const given = membersOf(service)
  const primary = membersOf(
    listOf(given['deployments']).find((deployment) => membersOf(deployment)['status'] === 'PRIMARY')
  )
  const proxies = membersOf(primary['serviceConnectConfiguration'])
  const lattice = listOf(primary['vpcLatticeConfigurations']).map((each) =>
    membersOf(membersOf(each)['advancedConfiguration'])
  )
  const connected = proxies['enabled'] === true
  return {
    balancers: listOf(given['loadBalancers']).map(balancerOf),
    mesh: connected || lattice.length > 0,
    // A service that only calls others is called by none; test traffic is told by a header.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-blue-green.html
    meshTests:
      (connected && listOf(proxies['services']).length > 0) ||
      lattice.some(({ testListenerRule }) => textOf(testListenerRule) !== undefined)
  }
}

function balancerOf(balancer: unknown): Balancer {
  const given = membersOf(balancer)
  const advanced = membersOf(given['advancedConfiguration'])
  return {
    name: textOf(given['targetGroupArn']) ?? textOf(given['loadBalancerName']) ?? 'without a name',
    classic: textOf(given['targetGroupArn']) === undefined && textOf(given['loadBalancerName']) !== undefined,
    alternateTargetGroupArn: textOf(advanced['alternateTargetGroupArn']),
    productionListenerRule: textOf(advanced['productionListenerRule']),
    testListenerRule: textOf(advanced['testListenerRule']),
    roleArn: textOf(advanced['roleArn'])
  }
}

export function hasTestTraffic({ balancers, meshTests }: Balancing): boolean {
  return meshTests || balancers.some(({ testListenerRule }) => testListenerRule !== undefined)
}

/** Nothing whose traffic could be moved. */
export function isHeadless({ balancers, mesh }: Balancing): boolean {
  return balancers.length === 0 && !mesh
}

/**
 * Rolling replaces tasks behind the target group there is; a word nobody has told us of is for AWS to judge. So is a strategy
 * the service has already (`asked` is false): AWS took it, and may not tell all of a load balancer.
 */
export function checkBalancers(balancing: Balancing, { strategy }: Configuration, asked: boolean): Found<undefined> {
  if (strategy !== 'BLUE_GREEN' && strategy !== 'CANARY' && strategy !== 'LINEAR') return found(undefined)
  if (isHeadless(balancing) && strategy === 'BLUE_GREEN') return lost(undefined, HEADLESS_NOTE)
  const lacks = isHeadless(balancing)
    ? [headless(strategy)]
    : balancing.balancers.flatMap((each) => lacking(each, strategy))
  if (asked && lacks.length > 0) {
    return failed(undefined, ...lacks.map((each) => new Problem('STRATEGY_UNFIT', { place: STRATEGY_INPUT, ...each })))
  }
  return lost(
    undefined,
    ...lacks.map((each): Note => ({ level: 'warning', says: doubt(each), remedy: each.remedy })),
    ...(networkDelay(balancing, 1) > 0 ? [NETWORK_NOTE] : [])
  )
}

interface Lack {
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

const STRATEGY_INPUT: Place = { kind: 'input', name: 'strategy' }

function doubt({ found }: Lack): string {
  return `${found.charAt(0).toUpperCase()}${found.slice(1)}, as far as AWS tells: it may refuse the deployment`
}

/**
 * "advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy", and "is not
 * allowed with ELBv1 loadBalancers": https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
 */
function lacking(balancer: Balancer, strategy: string): readonly Lack[] {
  if (balancer.classic) return [classic(balancer, strategy)]
  const missing = REQUIRED.filter((member) => balancer[member] === undefined)
  if (missing.length === 0) return []
  return [
    {
      found: `the strategy is ${strategy}, and the load balancer of the service (target group ${balancer.name}) lacks ${missing.join(', ')} in its advancedConfiguration`,
      expected: 'a second target group, the listener rule of production traffic and a role for ECS',
      remedy:
        'Add the advancedConfiguration in the console (service > Update > Load balancing) or with `aws ecs update-service --load-balancers`, giving alternateTargetGroupArn, productionListenerRule and roleArn (and testListenerRule for test traffic), or write `strategy: rolling`.'
    }
  ]
}

function classic({ name }: Balancer, strategy: string): Lack {
  return {
    found: `the strategy is ${strategy}, and ${name} is a Classic Load Balancer, which has no second target group to move traffic to`,
    expected: 'an Application or a Network Load Balancer',
    remedy: 'Write `strategy: rolling`, or put the service behind an Application or a Network Load Balancer.'
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment-implementation.html */
function headless(strategy: string): Lack {
  return {
    found: `the strategy is ${strategy}, and the service has neither a load balancer nor Service Connect, so there is no traffic to move in steps`,
    expected: 'a load balancer or Service Connect',
    remedy: 'Write `strategy: blue-green` or `strategy: rolling`, or give the service a load balancer.'
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html */
const HEADLESS_NOTE: Note = {
  level: 'notice',
  says: 'The service has neither a load balancer nor Service Connect: ECS replaces its tasks and moves no traffic'
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb-resources-for-blue-green.html */
const NETWORK_DELAY: Millis = 10 * MINUTE

const NETWORK_NOTE = {
  level: 'notice',
  says: 'Behind a network load balancer ECS takes ten minutes more to shift traffic, and whether for each step is not documented: the timetable does not count them, a step may come that much later, and this job waits for it'
} as const

/**
 * What a network load balancer adds to the test shift and to the shift of production traffic. Whether to each step of it
 * is not documented, so it is allowed for and not predicted.
 */
export function networkDelay({ balancers }: Balancing, steps: number): Millis {
  const at = (listener: string | undefined): boolean => listener?.includes(':listener/net/') ?? false
  if (steps === 0) return 0
  const production = balancers.some(({ productionListenerRule }) => at(productionListenerRule)) ? steps : 0
  const test = balancers.some(({ testListenerRule }) => at(testListenerRule)) ? 1 : 0
  return (production + test) * NETWORK_DELAY
}
