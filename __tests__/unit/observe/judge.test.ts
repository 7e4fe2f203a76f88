import { describe, expect, test } from '@jest/globals'
import { judge, type Decision } from '../../../src/observe/judge.ts'
import { asked, fold, type Progress } from '../../../src/observe/progress.ts'
import type { Pursuit } from '../../../src/observe/pursuit.ts'
import { Problem } from '../../../src/domain/problem.ts'
import { ARRIVED, OLD_PRIMARY, START, aPursuit, after, blind, reading, service, status, target } from './readings.ts'

const SUCCEEDED = status({ phase: 'succeeded', status: 'Succeeded' })
const ALARM = { kind: 'alarm', names: ['web-5xx'] } as const
const ROLLBACK = { id: 'd-BACK', status: 'Succeeded' }
const ROLLED_BACK = status({ phase: 'rolled-back', status: 'Stopped', cause: ALARM, rollback: ROLLBACK })

function word(decision: Decision): string {
  if (decision.kind === 'conclude') return decision.verdict.kind
  return decision.kind === 'act' ? decision.action.kind : decision.kind
}

interface Case {
  readonly claim: string
  readonly progress: Progress
  readonly at: number
  readonly pursuit?: Partial<Pursuit>
  readonly is: string
}

const CASES: readonly Case[] = [
  { claim: 'nothing seen yet is waited for', progress: after([0, {}]), at: 1, is: 'wait' },
  {
    claim: 'AWS’s success is not believed before the service was read',
    progress: after([60, { status: SUCCEEDED }]),
    at: 60,
    is: 'wait'
  },
  {
    claim: 'a service read in the turn before the success does not count',
    progress: after([50, { service: service(), target: ARRIVED }], [60, { status: SUCCEEDED }]),
    at: 60,
    is: 'wait'
  },
  {
    claim: 'success needs our revision as primary',
    progress: after([60, { status: SUCCEEDED }], [61, { service: service(), target: ARRIVED }]),
    at: 61,
    is: 'succeeded'
  },
  {
    claim: 'a success that serves the old revision is given time to settle',
    progress: after([60, { status: SUCCEEDED }], [61, { service: OLD_PRIMARY, target: ARRIVED }]),
    at: 100,
    is: 'wait'
  },
  {
    claim: 'a success that serves the old revision is a failure',
    progress: after([60, { status: SUCCEEDED }], [119, { service: OLD_PRIMARY, target: ARRIVED }]),
    at: 121,
    is: 'failed'
  },
  {
    claim: 'a success with 90 % of the traffic is a failure',
    progress: after([60, { status: SUCCEEDED }], [121, { service: service(), target: target({ traffic: 90 }) }]),
    at: 121,
    is: 'failed'
  },
  {
    claim: 'a success whose tasks never settle is a failure',
    progress: after([60, { status: SUCCEEDED }], [121, { service: service({ stable: false }), target: ARRIVED }]),
    at: 121,
    is: 'failed'
  },
  {
    claim: 'a success whose service may not be read is unknown',
    progress: after([60, { status: SUCCEEDED }], [61, { service: blind('NOT_ALLOWED', true), target: ARRIVED }]),
    at: 61,
    is: 'unknown'
  },
  {
    claim: 'a success that was over before anybody saw it is not believed beside another revision',
    progress: after(
      [0, { status: blind('AWS_THROTTLED') }],
      [1, { status: SUCCEEDED, target: ARRIVED }],
      [2, { service: service({ targetServesAlone: false }), target: ARRIVED }]
    ),
    at: 2,
    is: 'wait'
  },
  {
    claim: 'a success that was seen to come is believed beside what still drains',
    progress: after(
      [1, { status: status(), target: ARRIVED }],
      [2, { status: SUCCEEDED }],
      [3, { service: service({ targetServesAlone: false }), target: ARRIVED }]
    ),
    at: 3,
    is: 'succeeded'
  },
  {
    claim: 'a target that may not be read leaves the primary to tell',
    progress: after([60, { status: SUCCEEDED }], [61, { service: service(), target: blind('NOT_ALLOWED', true) }]),
    at: 61,
    is: 'succeeded'
  },
  {
    claim: 'a roll-back does not pass',
    progress: after([60, { status: ROLLED_BACK }], [61, { service: OLD_PRIMARY, target: target({ traffic: 0 }) }]),
    at: 61,
    is: 'rolled-back'
  },
  {
    claim: 'a roll-back that left the new revision as primary is a failure',
    progress: after([60, { status: ROLLED_BACK }], [125, { service: service(), target: ARRIVED }]),
    at: 125,
    is: 'failed'
  },
  {
    claim: 'a roll-back that left the new revision all the traffic is given time to settle',
    progress: after([60, { status: ROLLED_BACK }], [100, { service: OLD_PRIMARY, target: ARRIVED }]),
    at: 100,
    is: 'wait'
  },
  {
    claim: 'a roll-back that left the new revision all the traffic is a failure',
    progress: after([60, { status: ROLLED_BACK }], [125, { service: OLD_PRIMARY, target: ARRIVED }]),
    at: 125,
    is: 'failed'
  },
  {
    claim: 'traffic that was seen before it could not be seen any more says nothing of the roll-back',
    progress: after(
      [50, { target: ARRIVED }],
      [60, { status: ROLLED_BACK }],
      [61, { service: OLD_PRIMARY, target: blind('AWS_THROTTLED') }]
    ),
    at: 61,
    is: 'rolled-back'
  },
  {
    claim: 'a roll-back that is announced is waited for',
    progress: after([60, { status: status({ phase: 'rolling-back', status: 'Stopped', cause: ALARM }) }]),
    at: 110,
    is: 'wait'
  },
  {
    claim: 'a roll-back that never appears is a failure',
    progress: after([60, { status: status({ phase: 'rolling-back', status: 'Stopped', cause: ALARM }) }]),
    at: 121,
    is: 'failed'
  },
  {
    claim: 'a stop without rollback is a failure once the traffic was read',
    progress: after(
      [60, { status: status({ phase: 'stopped', status: 'Stopped', cause: ALARM }) }],
      [61, { service: OLD_PRIMARY, target: target({ traffic: 10 }) }]
    ),
    at: 61,
    is: 'failed'
  },
  {
    claim: 'a person’s stop may still bring a rollback',
    progress: after(
      [60, { status: status({ phase: 'stopped', status: 'Stopped', cause: { kind: 'operator', detail: undefined } }) }],
      [61, { service: OLD_PRIMARY, target: target({ traffic: 10 }) }]
    ),
    at: 65,
    is: 'wait'
  },
  {
    claim: 'a status that may not be read is unknown at once',
    progress: after([10, { status: blind('NOT_ALLOWED', true) }]),
    at: 10,
    is: 'unknown'
  },
  {
    claim: 'expired credentials are asked for once more',
    progress: after([10, { status: blind('CREDENTIALS_EXPIRED') }]),
    at: 10,
    is: 'wait'
  },
  {
    claim: 'credentials expired twice are believed',
    progress: after([10, { status: blind('CREDENTIALS_EXPIRED') }], [20, { status: blind('CREDENTIALS_EXPIRED') }]),
    at: 20,
    is: 'unknown'
  },
  {
    claim: 'a deployment that vanished is looked for three times and 45 s',
    progress: after(
      [10, { status: blind('DEPLOYMENT_GONE') }],
      [20, { status: blind('DEPLOYMENT_GONE') }],
      [30, { status: blind('DEPLOYMENT_GONE') }]
    ),
    at: 30,
    is: 'wait'
  },
  {
    claim: 'a deployment that vanished for 45 s is unknown',
    progress: after(
      [10, { status: blind('DEPLOYMENT_GONE') }],
      [20, { status: blind('DEPLOYMENT_GONE') }],
      [56, { status: blind('DEPLOYMENT_GONE') }]
    ),
    at: 56,
    is: 'unknown'
  },
  {
    claim: 'a network fault is sat out',
    progress: after([10, { status: blind('AWS_UNREACHABLE') }]),
    at: 500,
    is: 'wait'
  },
  {
    claim: 'ten minutes without sight are unknown',
    progress: after([10, { status: blind('AWS_UNREACHABLE') }]),
    at: 611,
    is: 'unknown'
  },
  {
    claim: 'a status word nobody knows is never success',
    progress: after([
      60,
      { status: status({ status: 'Verifying', unlisted: true }), target: ARRIVED, service: service() }
    ]),
    at: 60,
    is: 'wait'
  },
  {
    claim: 'a service that is gone twice is a failure',
    progress: after(
      [10, { status: status(), service: service({ active: false }) }],
      [15, { service: service({ active: false }) }]
    ),
    at: 15,
    is: 'failed'
  },
  {
    claim: 'all traffic moved is not the end by default',
    progress: after([60, { status: status(), target: ARRIVED }], [61, { status: status(), service: service() }]),
    at: 61,
    is: 'wait'
  },
  {
    claim: 'all traffic moved is the end when that was asked for',
    progress: after([60, { status: status(), target: ARRIVED }], [61, { status: status(), service: service() }]),
    at: 61,
    pursuit: { until: 'traffic-shifted' },
    is: 'succeeded'
  },
  {
    claim: 'traffic that moved on a deployment that is being undone is not the end',
    progress: after(
      [60, { status: status(), target: ARRIVED }],
      [61, { status: status({ phase: 'rolling-back', rollback: ROLLBACK }), service: service() }]
    ),
    at: 61,
    pursuit: { until: 'traffic-shifted' },
    is: 'wait'
  },
  {
    claim: 'nothing is done at the deadline on an old sight',
    progress: after([2390, { status: status(), target: target() }]),
    at: 2401,
    is: 'wait'
  },
  {
    claim: 'the deadline rolls back what has not arrived',
    progress: after([2401, { status: status(), target: target(), service: OLD_PRIMARY }]),
    at: 2401,
    is: 'roll-back'
  },
  {
    claim: 'the deadline leaves alone what has all traffic',
    progress: after([2401, { status: status(), target: ARRIVED, service: service() }]),
    at: 2401,
    is: 'left-running'
  },
  {
    claim: 'without the target the primary decides at the deadline',
    progress: after([2401, { status: status(), target: blind('NOT_ALLOWED', true), service: OLD_PRIMARY }]),
    at: 2401,
    is: 'roll-back'
  },
  {
    claim: 'blind at the deadline nothing is touched',
    progress: after([
      2401,
      { status: status(), target: blind('NOT_ALLOWED', true), service: blind('NOT_ALLOWED', true) }
    ]),
    at: 2401,
    is: 'left-running'
  },
  {
    claim: 'leave means leave',
    progress: after([2401, { status: status(), target: target(), service: OLD_PRIMARY }]),
    at: 2401,
    pursuit: { onTimeout: 'leave' },
    is: 'left-running'
  },
  {
    claim: 'one look at the weight that failed is no yes',
    progress: after([60, { status: SUCCEEDED }], [61, { service: service(), target: blind('AWS_THROTTLED') }]),
    at: 61,
    is: 'wait'
  },
  {
    claim: 'a roll-back is not believed while the service cannot be read',
    progress: after(
      [60, { status: ROLLED_BACK }],
      [61, { service: blind('AWS_BROKEN'), target: target({ traffic: 10 }) }]
    ),
    at: 61,
    is: 'wait'
  },
  {
    claim: 'a refusal that is met once decides nothing',
    progress: after([10, { status: blind('AWS_REFUSED') }]),
    at: 10,
    is: 'wait'
  },
  {
    claim: 'a refusal that is met three times in a row is believed',
    progress: after(...[10, 20, 30].map((second) => [second, { status: blind('AWS_REFUSED') }] as const)),
    at: 30,
    is: 'unknown'
  },
  {
    claim: 'blind at the deadline it is looked again before the canary is left',
    progress: after([2401, { status: status(), target: blind('AWS_BROKEN'), service: blind('AWS_BROKEN') }]),
    at: 2401,
    is: 'wait'
  }
]

describe('judge', () => {
  test.each(CASES)('$claim', ({ progress, at, pursuit, is }) => {
    expect(word(judge(progress, aPursuit(pursuit), START + at * 1_000))).toBe(is)
  })

  test('a refused roll-back is asked for again, and given up after some tries', () => {
    const late = after([2401, { status: status(), target: target(), service: OLD_PRIMARY }])
    const refused = new Problem('AWS_UNREACHABLE', { found: 'no answer' })
    const once = asked(late, { kind: 'roll-back' }, refused, START + 2_402_000)
    expect(word(judge(once, aPursuit(), START + 2_403_000))).toBe('roll-back')
    const often = [1, 2, 3, 4].reduce(
      (progress) => asked(progress, { kind: 'roll-back' }, refused, START + 2_402_000),
      once
    )
    expect(judge(often, aPursuit(), START + 2_403_000)).toMatchObject({
      verdict: { kind: 'left-running', asked: 'unanswered' }
    })
  })

  test('a roll-back that AWS agreed to at the last try is waited for', () => {
    const late = after([2401, { status: status(), target: target(), service: OLD_PRIMARY }])
    const refused = new Problem('AWS_UNREACHABLE', { found: 'no answer' })
    const tries = [refused, refused, refused, refused, undefined]
    const agreed = tries.reduce<Progress>(
      (progress, each) => asked(progress, { kind: 'roll-back' }, each, START + 2_402_000),
      late
    )
    expect(word(judge(agreed, aPursuit(), START + 2_403_000))).toBe('wait')
  })

  test.each([
    ['agreed to', undefined, 'wait'],
    ['never answered', new Problem('AWS_UNREACHABLE', { found: 'no answer' }), 'wait'],
    ['refused', new Problem('NOT_ALLOWED', { found: 'denied' }), 'failed']
  ] as const)('a stop that follows a roll-back AWS %s may be its beginning: %p', (_, refused, is) => {
    const late = after([2401, { status: status(), target: target(), service: OLD_PRIMARY }])
    const asking = asked(late, { kind: 'roll-back' }, refused, START + 2_402_000)
    const stopped = status({ phase: 'stopped', status: 'Stopped', cause: ALARM })
    const at = START + 2_410_000
    const seen = { status: stopped, target: target(), service: OLD_PRIMARY }
    const once = fold(asking, reading(at, seen), at)
    const twice = fold(once, reading(at + 1_000, seen), at + 1_000)
    expect(word(judge(twice, aPursuit(), at + 1_000))).toBe(is)
  })

  test('what this run asked for is the cause, whatever AWS calls it', () => {
    const late = after([2401, { status: status(), target: target(), service: OLD_PRIMARY }])
    const asking = asked(late, { kind: 'roll-back' }, undefined, START + 2_402_000)
    const stopped = status({
      phase: 'rolled-back',
      status: 'Stopped',
      cause: { kind: 'operator', detail: undefined },
      rollback: ROLLBACK
    })
    const over = {
      ...asking,
      ...after([2420, { status: stopped }], [2421, { service: OLD_PRIMARY, target: target({ traffic: 0 }) }]),
      ask: asking.ask
    }
    expect(judge(over, aPursuit(), START + 2_421_000)).toMatchObject({
      verdict: { kind: 'rolled-back', cause: { kind: 'deadline' } }
    })
  })

  test('traffic that arrived while a roll-back was asked for is not the end', () => {
    const progress = after([60, { status: status(), target: ARRIVED }], [61, { status: status(), service: service() }])
    const asking = asked(progress, { kind: 'roll-back' }, undefined, START + 59_000)
    expect(word(judge(asking, aPursuit({ until: 'traffic-shifted' }), START + 61_000))).toBe('wait')
  })

  test('traffic-shifted tells until when AWS may still roll back', () => {
    const progress = after([60, { status: status(), target: ARRIVED }], [61, { status: status(), service: service() }])
    expect(judge(progress, aPursuit({ until: 'traffic-shifted' }), START + 61_000)).toMatchObject({
      verdict: { until: 'traffic-shifted', reversibleUntil: START + 60_000 + 300_000 }
    })
  })
})
