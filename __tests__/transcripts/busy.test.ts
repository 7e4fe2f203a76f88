// A service that is being deployed to already: refused, waited for, replaced, or found to be our own, on both engines.
import { describe, expect, test } from '@jest/globals'
import type { Deploying } from '../../src/inputs/inputs.ts'
import { scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { tell, type Told } from './play.ts'

const STARTS = /^(CreateDeployment|UpdateService)$/
const STOPS = /^Stop(Service)?Deployment$/

const written = ({ world }: Told, operation: RegExp) =>
  world.calls.filter((call) => operation.test(call.operation) && call.status === 200)
const busyLines = ({ lines }: Told) => lines.filter((line) => line.includes('] busy '))

describe.each([
  ['CodeDeploy', 'busy-group'],
  ['ECS', 'ecs-busy']
])('%s, another deployment on its way', (engine, name) => {
  test('is named: who, since when, what', async () => {
    const told = await tell(name)
    expect(told.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'DEPLOYMENT_ACTIVE' }] })
    expect(written(told, STARTS)).toEqual([])
  })

  test('is waited for, told while it is, and then ours starts', async () => {
    const told = await tell(name, { onActive: 'wait', allowance: 60 * 60_000 })
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
    expect(busyLines(told).length).toBeGreaterThan(1)
    expect(written(told, STARTS)).toHaveLength(1)
    expect(written(told, STOPS)).toEqual([])
    // What it is compared with is what serves after the wait.
    expect(told.events.find((event) => event.kind === 'planned')).toMatchObject({
      plan: { before: { taskDefinition: expect.stringContaining('web:42') } }
    })
  })

  test('is not waited for longer than allowed', async () => {
    const told = await tell(name, { onActive: 'wait', allowance: 2 * 60_000 })
    expect(told.verdict).toMatchObject({ kind: 'refused' })
    expect(told.lines.join('\n')).toContain('it was waited for 2 minutes')
    expect(written(told, STARTS)).toEqual([])
  })

  test('is replaced', async () => {
    const told = await tell(name, { onActive: 'replace' })
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
    expect(written(told, STARTS)).toHaveLength(1)
    // ECS stops the other one by itself.
    expect(written(told, STOPS)).toHaveLength(engine === 'ECS' ? 0 : 1)
    const is = truth(told.world, told.endedAt)
    expect(is.traffic[is.primary ?? '']).toBe(100)
  })
})

describe.each<[string, string, Partial<Deploying>]>([
  ['CodeDeploy', 'smooth', {}],
  ['ECS, by the mark of its pause', 'ecs-canary', { pauseAt: 'before-traffic' }],
  ['ECS, by its revision', 'ecs-canary', {}]
])('an earlier attempt of this run on %s', (_, name, over) => {
  const begun = (): Promise<Told> => tell(name, { ...over, waitUntil: 'started' })

  test('is found, followed and not started again', async () => {
    const first = await begun()
    const until = over.pauseAt ? 'paused' : 'complete'
    const again = await tell(first, { ...over, waitUntil: until }, { attempt: '2', after: 30_000 })
    expect(again.verdict.kind).toBe(until === 'paused' ? 'paused' : 'succeeded')
    expect(again.events.find((event) => event.kind === 'started')).toMatchObject({ adopted: true })
    expect(written(again, STARTS)).toHaveLength(1)
    expect(written(again, /^RegisterTaskDefinition$/)).toHaveLength(1)
  })

  test('that deploys something else is another deployment', async () => {
    const first = await begun()
    const other = { strategy: undefined, desiredCount: 3 }
    const inputs = { ...over, ...other, edits: { ...(await changed()) } }
    const again = await tell(first, inputs, { attempt: '2', after: 30_000 })
    expect(again.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'DEPLOYMENT_ACTIVE' }] })
  })
})

async function changed() {
  const { inputsFor } = await import('./play.ts')
  const { edits } = await inputsFor()
  return { ...edits, images: edits.images.map((edit) => ({ ...edit, image: edit.image.replace('1.42.0', '1.43.0') })) }
}

test('the same revision on its way by somebody else is not ours', async () => {
  const first = await tell('ecs-canary', { waitUntil: 'started' })
  // A first attempt of another run: nothing says that the deployment is its own.
  const again = await tell(first, {}, { after: 30_000 })
  expect(again.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'DEPLOYMENT_ACTIVE' }] })
})

test('who is in the way is told in the words of AWS', async () => {
  const { lines } = await tell(scenario('ecs-busy'))
  expect(lines.join('\n')).toMatch(/deployment arn:\S+ of service web is PENDING; it was created .*; it deploys web:42/)
})
