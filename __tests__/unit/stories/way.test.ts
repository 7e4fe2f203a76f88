// The way to a start when another deployment is in it, told in the worlds of the simulator.
import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../../src/domain/event.ts'
import { MINUTE } from '../../../src/domain/units.ts'
import { truth } from '../../simulator/world.ts'
import { tell, type Told } from '../../transcripts/play.ts'

const writes = ({ world }: Told): readonly string[] =>
  world.calls.filter(({ write, status }) => write && status === 200).map(({ operation }) => operation)
const find = <Kind extends DeploymentEvent['kind']>({ events }: Told, kind: Kind) =>
  events.filter((event): event is Extract<DeploymentEvent, { readonly kind: Kind }> => event.kind === kind)

describe.each([
  ['busy-group', ['StopDeployment', 'RegisterTaskDefinition', 'CreateDeployment']],
  ['ecs-busy', ['RegisterTaskDefinition', 'UpdateService']]
])('%s', (name, replacing) => {
  test('another deployment is replaced, and what that took comes off the allowance alone', async () => {
    const told = await tell(name, { onActive: 'replace' })
    expect(writes(told)).toEqual(replacing)
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
    const [planned] = find(told, 'planned')
    const waited = 30 * MINUTE - (planned?.plan.wait.allowance ?? 0)
    expect(waited).toBeGreaterThanOrEqual(0)
    expect(waited).toBeLessThan(5 * MINUTE)
    for (const busy of find(told, 'busy')) {
      expect(busy.waited).toBeGreaterThanOrEqual(0)
      expect(busy.waited).toBeLessThanOrEqual(waited)
    }
  })

  test('another deployment is waited for, and what that took comes off the allowance', async () => {
    const told = await tell(name, { onActive: 'wait' })
    expect(writes(told)).toEqual(replacing.filter((operation) => operation !== 'StopDeployment'))
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
    const [first] = find(told, 'busy')
    const [planned] = find(told, 'planned')
    const waited = (planned?.at ?? 0) - (first?.at ?? 0)
    expect(waited).toBeGreaterThan(5 * MINUTE)
    const left = planned?.plan.wait.allowance ?? 0
    expect(Math.abs(30 * MINUTE - waited - left)).toBeLessThan(10_000)
  })

  test('another deployment is waited for no longer than is allowed, and nothing is written', async () => {
    const told = await tell(name, { onActive: 'wait', allowance: 2 * MINUTE })
    expect(told.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'DEPLOYMENT_ACTIVE' }] })
    expect(writes(told)).toEqual([])
    const [first] = find(told, 'busy')
    expect(told.endedAt - (first?.at ?? 0)).toBeLessThan(2.5 * MINUTE)
  })
})

describe.each(['smooth', 'ecs-canary'])('%s, begun by the first attempt', (name) => {
  test('is taken up by the second, which writes nothing and names what it took up', async () => {
    const first = await tell(name, { waitUntil: 'started' })
    const before = writes(first).length
    const second = await tell(first, {}, { attempt: '2', after: MINUTE })
    expect(writes(second)).toHaveLength(before)
    expect(second.verdict).toMatchObject({ kind: 'succeeded' })
    const [registered] = find(second, 'registered')
    const [started] = find(second, 'started')
    const { primary } = truth(second.world, second.endedAt)
    expect(registered).toMatchObject({ taskDefinition: primary, reused: true })
    expect(started).toMatchObject({ adopted: true, handle: find(first, 'started')[0]?.handle })
  })
})
