// Jobs that come to what another one has left, at bad moments: what they must not do to it.
import { describe, expect, test } from '@jest/globals'
import { MINUTE, SECOND } from '../../src/domain/units.ts'
import { HOTFIX } from '../simulator/scenarios-ecs-parts.ts'
import { scenario, type Scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { tell } from './play.ts'

const PAUSED = { pauseAt: 'after-canary', waitUntil: 'paused' } as const
const PROMOTE = { mode: 'promote', waitUntil: 'complete' } as const

function variant(but: Partial<Scenario>): Scenario {
  return { ...scenario('ecs-canary'), ...but }
}

function pausesIn(told: Awaited<ReturnType<typeof tell>>): number {
  const hooks = told.world.native?.configuration['lifecycleHooks']
  return Array.isArray(hooks) ? hooks.length : 0
}

describe('a job that promotes', () => {
  test('does not continue a deployment that somebody started over ours', async () => {
    const first = await tell(
      variant({ script: [{ when: 'weight >= 10', after: 9 * MINUTE, do: { deploy: HOTFIX } }] }),
      PAUSED
    )
    expect(first.verdict.kind).toBe('paused')
    const second = await tell(first, PROMOTE, { after: 8 * MINUTE })
    expect(second.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'DEPLOYMENT_NOT_OURS' }] })
    expect(
      second.world.calls.map(({ operation }) => operation).filter((name) => name.startsWith('Continue'))
    ).toHaveLength(1)
  })

  test('leaves the pause to the deployment that took its place', async () => {
    const first = await tell(
      variant({ script: [{ when: 'weight >= 100', after: MINUTE, do: { deploy: HOTFIX } }] }),
      PAUSED
    )
    const second = await tell(first, PROMOTE, { after: MINUTE })
    expect(second.verdict).toMatchObject({ kind: 'failed', cause: { kind: 'superseded' } })
    expect(pausesIn(second)).toBe(1)
  })

  test('takes the pause out when its own deployment is over', async () => {
    const second = await tell(await tell('ecs-canary', PAUSED), PROMOTE, { after: MINUTE })
    expect([second.verdict.kind, pausesIn(second)]).toEqual(['succeeded', 0])
  })

  test('withdraws from what may go on when it is cancelled before AWS has answered', async () => {
    const lost = { operation: 'ContinueServiceDeployment', kind: 'after-effect-reset', from: 2 } as const
    const first = await tell(variant({ faults: [lost] }), PAUSED)
    const second = await tell(first, { ...PROMOTE, onCancel: 'rollback' }, { after: MINUTE, cancelAfter: SECOND / 2 })
    expect(second.verdict).toMatchObject({ kind: 'left-running', cause: { kind: 'cancelled' }, asked: 'roll-back' })
    const [ours] = truth(second.world, second.endedAt + 5 * MINUTE).deployments.filter(({ by }) => by === 'caller')
    expect(ours?.status).toBe('ROLLBACK_SUCCESSFUL')
  })
})

describe('a job that is run again', () => {
  test('does not take the new revision for the old one when it already serves', async () => {
    const unlabelled = { ...scenario('smooth'), switches: { taskSetLabel: 'missing' } } as const
    const first = await tell(unlabelled, { waitUntil: 'traffic-shifted' })
    expect(first.verdict).toMatchObject({ kind: 'succeeded', until: 'traffic-shifted' })
    const second = await tell(first, {}, { attempt: '2' })
    expect(second.events.find(({ kind }) => kind === 'started')).toMatchObject({ adopted: true })
    expect(second.verdict).toEqual({ kind: 'succeeded', until: 'complete' })
  })
})
