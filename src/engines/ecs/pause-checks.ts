// Where a deployment cannot stop for a person, and why. Pure.
import type { EcsPlan, PauseAt } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import type { Json } from '../../domain/units.ts'
import { hasTestTraffic, isHeadless, type Balancing } from './balancers.ts'
import { BEFORE_SHIFT, LONGEST_PAUSE, type Configuration } from './configuration.ts'
import { isPause } from './pause-mark.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
const MOST_PAUSES = 10

/** The one stage at which the new revision has all traffic already. */
const AFTER_SHIFT = 'POST_PRODUCTION_TRAFFIC_SHIFT'

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
export const STAGES: Readonly<Record<PauseAt, string>> = {
  'before-traffic': 'POST_SCALE_UP',
  'after-test-traffic': 'POST_TEST_TRAFFIC_SHIFT',
  'before-each-shift': BEFORE_SHIFT,
  'after-canary': BEFORE_SHIFT
}

export interface Asked {
  readonly at: PauseAt
  readonly minutes: number
  /** The hooks of the service that are not ours. */
  readonly others: readonly Json[]
}

/** `has`: with the strategy that was asked for. */
export function checkPause(
  { at, minutes, others }: Asked,
  has: Configuration,
  balancing: Balancing,
  readBy: EcsPlan['readBy']
): readonly Problem[] {
  return [...unfit(at, has, balancing), ...unseen(readBy), ...tooLong(minutes), ...tooMany(others)]
}

function unfit(at: PauseAt, has: Configuration, balancing: Balancing): readonly Problem[] {
  if (has.strategy === 'ROLLING') {
    return [
      unfitGate(
        `the strategy is ROLLING, which moves tasks and no traffic; AWS does not document that such a deployment comes to ${STAGES[at]}, so nobody could promise that it stops there`,
        'Write another `strategy`, like `blue-green`, or remove `pause-at`.'
      )
    ]
  }
  switch (at) {
    case 'before-traffic':
      return []
    case 'after-test-traffic':
      return hasTestTraffic(balancing) ? [] : [noTestTraffic()]
    case 'before-each-shift':
      return isHeadless(balancing) ? [noTraffic()] : []
    case 'after-canary':
      return [...(has.strategy === 'CANARY' ? [] : [noCanary(has.strategy)]), ...othersBeforeCanary(has)]
  }
}

function unfitGate(found: string, remedy: string): Problem {
  return new Problem('GATE_UNFIT', { place: { kind: 'input', name: 'pause-at' }, found, remedy })
}

function noTestTraffic(): Problem {
  return unfitGate(
    'no load balancer of the service has a testListenerRule, and it offers nothing through Service Connect, so there is no test traffic after which it could stop',
    'Write `pause-at: before-traffic`, or add testListenerRule to the advancedConfiguration of the load balancer.'
  )
}

function noTraffic(): Problem {
  return unfitGate(
    'the service has neither a load balancer nor Service Connect, so no traffic is shifted before which it could stop',
    'Write `pause-at: before-traffic`.'
  )
}

function noCanary(strategy: string): Problem {
  return unfitGate(
    `the strategy is ${strategy}, which has no canary after which it could stop`,
    'Write a canary as `strategy`, like `canary 10% for 5m`, or another `pause-at`.'
  )
}

/**
 * After a canary ECS pauses at the stage it has paused at before it: this step continues the first one, and must know it is
 * its own. A gate does not say whose it is, nor always at which stage.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
 */
function othersBeforeCanary({ pauses }: Configuration): readonly Problem[] {
  const others = pauses.filter(({ mark }) => mark === undefined).flatMap(({ stages }) => stages)
  const [stage] = others.filter((each) => each !== AFTER_SHIFT)
  if (stage === undefined) return []
  return [
    unfitGate(
      `the service has a pause of somebody else at ${stage}, and the two could not be told apart`,
      'Remove that pause from the service, or write `pause-at: before-each-shift`.'
    )
  ]
}

/** A gate nobody can see is a deployment that hangs. */
function unseen(readBy: EcsPlan['readBy']): readonly Problem[] {
  if (readBy === 'deployment') return []
  return [
    unfitGate(
      'the role may not read service deployments, so nobody would see that it has stopped, nor could let it go on',
      'Add ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions to the policy of the role, or remove `pause-at`.'
    )
  ]
}

function tooLong(minutes: number): readonly Problem[] {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_PAUSE) return []
  return [
    new Problem('INPUT_INVALID', {
      place: { kind: 'input', name: 'pause-minutes' },
      found: `ECS cannot wait ${minutes} minutes for a person`,
      expected: `whole minutes from 1 to ${LONGEST_PAUSE} (14 days)`,
      remedy: 'Write a whole number of minutes in that range.'
    })
  ]
}

function tooMany(others: readonly Json[]): readonly Problem[] {
  const count = others.filter(isPause).length
  if (count < MOST_PAUSES) return []
  return [
    unfitGate(
      `the service has ${count} pauses of others, and AWS takes ${MOST_PAUSES}`,
      'Remove a pause from the service, or `pause-at`.'
    )
  ]
}
