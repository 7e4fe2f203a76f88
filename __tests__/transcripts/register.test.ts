// Without a service: the definition is registered, unless its family has the very same already.
import { expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { registerOnly } from '../../src/stories/register.ts'
import { scenario } from '../simulator/scenarios.ts'
import { createWorld, type World } from '../simulator/world.ts'
import { aRun } from '../support/builders.ts'
import { fakeAws } from '../support/fake-aws.ts'
import { manualClock } from '../support/manual-clock.ts'
import { inputsFor } from './play.ts'

const clock = manualClock()
const worldOf = (policy: 'all' | readonly string[]): World => {
  const smooth = scenario('smooth')
  return createWorld({ ...smooth, world: { ...smooth.world, policy } }, clock.now())
}

async function register(world: World) {
  const events: DeploymentEvent[] = []
  const verdict = await registerOnly(
    { ...(await inputsFor()), service: undefined },
    {
      aws: fakeAws(world, clock),
      clock,
      nonce: 'n0nce',
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      run: aRun(),
      cancelled: new AbortController().signal,
      emit: (event) => Promise.resolve(void events.push(event)),
      page: () => ''
    }
  )
  return { verdict, kinds: events.map(({ kind }) => kind), writes: world.calls.filter((call) => call.write).length }
}

const registered = (revision: number, reused: boolean) => ({
  kind: 'registered',
  taskDefinition: expect.stringMatching(new RegExp(`/web:${revision}$`)),
  reused
})

test('a second run finds what the first one registered', async () => {
  const world = worldOf('all')
  const first = await register(world)
  expect(first).toMatchObject({ verdict: registered(42, false), writes: 1 })
  expect(first.kinds).toContain('registered')
  expect(await register(world)).toMatchObject({ verdict: registered(42, true), writes: 1 })
})

test('a role that may not read the family registers again', async () => {
  const world = worldOf(['ecs:RegisterTaskDefinition', 'iam:PassRole'])
  expect((await register(world)).verdict).toMatchObject(registered(42, false))
  expect((await register(world)).verdict).toMatchObject(registered(43, false))
})
