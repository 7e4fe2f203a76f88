// What the modes make of worlds that no story of several jobs is about.
import { describe, expect, test } from '@jest/globals'
import { NO_EDITS } from '../../src/inputs/inputs.ts'
import { scenario, type Scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { inputsFor, tell, type Told } from './play.ts'

const MINUTE = 60_000
const REDEPLOY = { mode: 'rollback', base: { kind: 'running' }, edits: NO_EDITS, appSpec: undefined } as const
const FIND = { base: { kind: 'running' }, edits: NO_EDITS, appSpec: undefined } as const

async function deployed(which: string | Scenario | Told, tag: string): Promise<Told> {
  const { edits } = await inputsFor()
  const images = edits.images.map((edit) => ({ ...edit, image: edit.image.replace('1.42.0', tag) }))
  const told = await tell(which, { edits: { ...edits, images } }, { after: 10 * MINUTE })
  expect(told.verdict.kind).toBe('succeeded')
  return told
}

const serving = ({ world, endedAt }: Told) => truth(world, endedAt).primary

describe.each(['smooth', 'smooth-echo', 'ecs-canary', 'ecs-rolling'])(
  '%s, rolled back after it succeeded twice',
  (name) => {
    test('deploys the revision that succeeded before', async () => {
      const second = await deployed(await deployed(name, '1.42.0'), '1.43.0')
      expect(serving(second)).toMatch(/web:43$/)
      const back = await tell(second, REDEPLOY, { after: 10 * MINUTE })
      expect(back.verdict).toMatchObject({ kind: 'succeeded' })
      expect(serving(back)).toMatch(/web:42$/)
      expect(back.lines.join('\n')).toContain('web:42 is the last other revision that was deployed with success')
    })
  }
)

test('a revision that the user names is deployed, with a deployment before or without', async () => {
  const second = await deployed(await deployed('smooth', '1.42.0'), '1.43.0')
  const named = { kind: 'revision', name: 'web:41', input: 'task-definition-family' } as const
  const back = await tell(second, { ...REDEPLOY, base: named }, { after: 10 * MINUTE })
  expect(back.verdict).toMatchObject({ kind: 'succeeded' })
  expect(serving(back)).toMatch(/web:41$/)
})

describe.each(['smooth', 'ecs-canary', 'ecs-linear', 'ecs-blue-green', 'ecs-nlb'])(
  '%s until the traffic has moved',
  (name) => {
    test('is green before the old revision is gone, and says until when AWS may roll back', async () => {
      const told = await tell(name, { waitUntil: 'traffic-shifted' })
      expect(told.verdict).toMatchObject({ kind: 'succeeded', until: 'traffic-shifted' })
      const is = truth(told.world, told.endedAt)
      expect(is.traffic[is.primary ?? '']).toBe(100)
      expect(is.deployments.at(-1)?.terminalAt).toBeUndefined()
    })
  }
)

describe.each(['smooth', 'ecs-canary'])('%s, a service nobody deploys to', (name) => {
  test('has nothing to promote', async () => {
    const told = await tell(name, { ...FIND, mode: 'promote', waitUntil: 'paused' })
    expect(told.verdict).toMatchObject({ kind: 'refused' })
    expect(told.world.calls.filter((call) => call.write)).toEqual([])
  })

  test('has nothing that succeeded before, to go back to', async () => {
    const told = await tell(name, REDEPLOY)
    expect(told.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'REVISION_NOT_FOUND' }] })
    expect(told.world.calls.filter((call) => call.write)).toEqual([])
  })

  test('is judged by its last deployment, without a write', async () => {
    const told = await tell(await deployed(name, '1.42.0'), { ...FIND, mode: 'status' }, { after: 90 * MINUTE })
    expect(told.verdict).toMatchObject({ kind: 'succeeded', until: 'complete' })
    expect(told.endedAt - (told.events[0]?.at ?? 0)).toBeLessThan(MINUTE)
  })
})

test('a status of a deployment that was rolled back is red', async () => {
  const rolledBack = await tell('ecs-alarm')
  const told = await tell(rolledBack, { ...FIND, mode: 'status' }, { after: 30 * MINUTE })
  expect(told.verdict).toMatchObject({ kind: 'rolled-back', cause: { kind: 'alarm' } })
})

test('somebody else’s deployment is promoted only by its id', async () => {
  const other = await tell('ecs-pause', { waitUntil: 'paused' })
  expect(other.verdict.kind).toBe('paused')
  const unnamed = await tell(other, { ...FIND, mode: 'promote', waitUntil: 'paused' }, { after: MINUTE })
  expect(unnamed.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'DEPLOYMENT_NOT_OURS' }] })
  const started = other.events.find((event) => event.kind === 'started')
  const deploymentId = started?.kind === 'started' ? started.handle.id : undefined
  const named = await tell(other, { ...FIND, mode: 'promote', waitUntil: 'paused', deploymentId }, { after: MINUTE })
  expect(named.verdict).toMatchObject({ kind: 'paused', traffic: 10 })
})

describe('a role that may not read service deployments', () => {
  const denied = scenario('ecs-deployments-denied').world ?? {}
  const paused = (): Promise<Told> => tell('ecs-canary', { pauseAt: 'before-traffic', waitUntil: 'paused' })
  const promoting = { ...FIND, mode: 'promote', waitUntil: 'complete' } as const

  async function deniedFrom(told: Told): Promise<Told> {
    const { settings } = told.world
    const policy = denied.policy ?? 'all'
    const more = policy === 'all' ? policy : [...policy, 'ecs:ContinueServiceDeployment']
    return { ...told, world: { ...told.world, settings: { ...settings, policy: more } } }
  }

  test('promotes what is named, deployment and gate, by those names alone', async () => {
    const first = await paused()
    const { handle, gate } = waitingAt(first)
    const ids = { deploymentId: handle, hookId: gate }
    const told = await tell(await deniedFrom(first), { ...promoting, ...ids }, { after: MINUTE })
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
  })

  test('is told what it lacks where the gate is not named', async () => {
    const first = await paused()
    const { handle } = waitingAt(first)
    const told = await tell(await deniedFrom(first), { ...promoting, deploymentId: handle }, { after: MINUTE })
    expect(told.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'NOT_ALLOWED' }] })
  })
})

function waitingAt({ events, verdict }: Told): { readonly handle: string; readonly gate: string } {
  const started = events.find((event) => event.kind === 'started')
  if (started?.kind !== 'started' || verdict.kind !== 'paused') throw new Error('it does not wait')
  return { handle: started.handle.id, gate: verdict.gate.hookId ?? '' }
}

test('an unchanged service loses the pause that an earlier deployment of ours has left', async () => {
  const pinned = `123456789012.dkr.ecr.us-east-1.amazonaws.com/web@sha256:${'a1'.repeat(32)}`
  const { edits } = await inputsFor()
  const proxy = `public.ecr.aws/nginx/nginx@sha256:${'b2'.repeat(32)}`
  const images = [
    ...edits.images.map((edit) => ({ ...edit, image: pinned })),
    { container: 'proxy', image: proxy, input: 'images' }
  ]
  const asked = { edits: { ...edits, images } }
  // Nobody watches: the pause is passed by hand and stays in the settings.
  const first = await tell('ecs-canary', { ...asked, pauseAt: 'before-traffic', waitUntil: 'paused' })
  const { handle, gate } = waitingAt(first)
  const FOLLOW = { ...FIND, mode: 'promote', deploymentId: handle, hookId: gate, waitUntil: 'started' } as const
  const passed = await tell(first, FOLLOW, { after: MINUTE })
  expect(JSON.stringify(passed.world.native?.configuration)).toContain('PAUSE')
  const again = await tell(passed, asked, { after: 30 * MINUTE })
  expect(again.verdict.kind).toBe('unchanged')
  expect(JSON.stringify(again.world.native?.configuration)).not.toContain('"ecd:')
})
