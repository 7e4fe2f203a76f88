import { describe, expect, test } from '@jest/globals'
import type { Stage } from '../../../src/domain/snapshot.ts'
import { after, aPursuit, START, status, target } from './readings.ts'
import { fold, predicted } from '../../../src/observe/progress.ts'
import { tell } from '../../../src/observe/tell.ts'
import { reading } from './readings.ts'

const MINUTE = 60_000
const stage = (name: string): Stage => ({
  name,
  status: 'IN_PROGRESS',
  startedAt: undefined,
  endedAt: undefined,
  detail: undefined
})
const current = (name: string | undefined, traffic = 0) =>
  target({ tells: 'current', stages: name === undefined ? [] : [stage(name)], traffic, phase: 'provisioning' })
const visits = (progress: ReturnType<typeof after>) =>
  (progress.looks.target?.part?.stages ?? []).map(({ name, status: word, startedAt, endedAt }) =>
    [name, word, ...[startedAt, endedAt].map((at) => (at === undefined ? '-' : (at - START) / 1_000))].join(' ')
  )

describe('stages of an engine that tells only the one it is in', () => {
  test('are put together visit by visit, with our times', () => {
    const progress = after(
      [10, { status: status(), target: current('SCALE_UP') }],
      [20, { status: status(), target: current('SCALE_UP') }],
      [30, { status: status(), target: current('POST_SCALE_UP') }]
    )
    expect(visits(progress)).toEqual(['SCALE_UP done 10 30', 'POST_SCALE_UP IN_PROGRESS 30 -'])
  })

  test('that come again are visits of their own', () => {
    const names = ['PRODUCTION_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']
    const progress = after(
      ...names.map((name, index) => [index * 10, { status: status(), target: current(name) }] as const)
    )
    expect(visits(progress)).toEqual([
      'PRODUCTION_TRAFFIC_SHIFT done 0 10',
      'PRE_PRODUCTION_TRAFFIC_SHIFT done 10 20',
      'PRODUCTION_TRAFFIC_SHIFT IN_PROGRESS 20 -'
    ])
  })

  test('survive a stage that is not told', () => {
    const progress = after(
      [10, { status: status(), target: current('SCALE_UP') }],
      [20, { status: status(), target: current(undefined) }]
    )
    expect(visits(progress)).toEqual(['SCALE_UP done 10 20'])
  })

  test.each([
    ['succeeded', 'CLEAN_UP done 10 20'],
    ['rolling-back', 'CLEAN_UP broken off 10 20'],
    ['stopping', 'CLEAN_UP broken off 10 20'],
    ['failed', 'CLEAN_UP broken off 10 20']
  ] as const)('end with a deployment that is %s, whatever stage AWS still names', (phase, last) => {
    const progress = after(
      [10, { status: status(), target: current('CLEAN_UP') }],
      [20, { status: status({ phase }), target: current('CLEAN_UP') }]
    )
    expect(visits(progress)).toEqual([last])
  })

  test('are told when they begin and when they are left', () => {
    const one = after([10, { status: status(), target: current('SCALE_UP') }])
    const two = fold(one, reading(START + 20_000, { target: current('POST_SCALE_UP') }), START + 20_000)
    const told = tell(one, two, aPursuit(), START + 20_000).flatMap((event) =>
      event.kind === 'stage' ? [`${event.stage.name} ${event.stage.status}`] : []
    )
    expect(told).toEqual(['SCALE_UP done', 'POST_SCALE_UP IN_PROGRESS'])
  })
})

describe('a shift that is held up', () => {
  const shifting = (seconds: number, traffic: number) =>
    [seconds, { status: status(), target: target({ traffic }) }] as const
  const hours = (progress: ReturnType<typeof after>) =>
    predicted(progress, aPursuit()).map((moment) => (moment.at - START) / MINUTE)

  test('moves everything that follows', () => {
    expect(hours(after(shifting(60, 10)))).toEqual([1, 6, 11])
    // 100 % came four minutes late: somebody had to continue it.
    expect(hours(after(shifting(60, 10), shifting(600, 100)))).toEqual([5, 10, 15])
  })

  test('is not what a late look is', () => {
    expect(hours(after(shifting(60, 10), shifting(380, 100)))).toEqual([1, 6, 11])
  })
})
