// Deploying what runs already: nothing at all when it is pinned by digest, the same revision again when it is not.
import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import type { Deploying, ImageEdit } from '../../src/inputs/inputs.ts'
import { NO_EDITS } from '../../src/inputs/inputs.ts'
import { scenario, SCENARIOS, type Scenario } from '../simulator/scenarios.ts'
import { expectedVerdict } from '../demo/endings.ts'
import { tell, type Told } from './play.ts'

const REPOSITORY = '123456789012.dkr.ecr.us-east-1.amazonaws.com/web'
const PINNED = {
  app: `${REPOSITORY}@sha256:${'a1'.repeat(32)}`,
  proxy: `public.ecr.aws/nginx/nginx:1.29.1-alpine@sha256:${'b2'.repeat(32)}`
}
const TAGGED = { app: `${REPOSITORY}:1.41.0`, proxy: 'public.ecr.aws/nginx/nginx:1.29.1-alpine' }

const serving = (images: Readonly<Record<string, string>>, name = 'smooth'): Scenario => ({
  ...scenario(name),
  world: { ...scenario(name).world, images }
})

function asking(images: Readonly<Record<string, string>>, over: Partial<Deploying> = {}): Partial<Deploying> {
  const edits = Object.entries(images).map(([container, image]): ImageEdit => ({ container, image, input: 'images' }))
  return { appSpec: undefined, edits: { ...NO_EDITS, images: edits }, ...over }
}

const writes = ({ world }: Told): readonly string[] =>
  world.calls.filter((call) => call.write).map((call) => call.operation)
const revisions = ({ events }: Told) =>
  events.filter((event): event is Extract<DeploymentEvent, { kind: 'registered' }> => event.kind === 'registered')

describe('the revision that serves, with every image pinned by digest', () => {
  test('is unchanged: green, with no write at all', async () => {
    const told = await tell(serving(PINNED), asking(PINNED))
    expect(told.verdict).toEqual({ kind: 'unchanged' })
    expect(writes(told)).toEqual([])
    expect(told.lines.at(-1)).toMatch(/verdict {3}Unchanged\. Nothing differs from the revision that serves 100 %/)
    expect(told.lines.join('\n')).toMatch(/changes {3}nothing differs from the running revision/)
  })

  test('is unchanged without a file, too', async () => {
    const told = await tell(serving(PINNED), asking({}, { base: { kind: 'running' } }))
    expect(told.verdict).toEqual({ kind: 'unchanged' })
    expect(writes(told)).toEqual([])
  })

  test.each<[string, Partial<Deploying>]>([
    ['force-new-deployment', { forceNewDeployment: true }],
    ['alarms', { alarms: ['web-latency'] }],
    ['a strategy', { strategy: { kind: 'configuration', name: 'CodeDeployDefault.ECSAllAtOnce', input: 'strategy' } }]
  ])('is deployed again with %s, as the revision it is', async (_asked, over) => {
    const told = await tell(serving(PINNED), asking(PINNED, over))
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
    expect(writes(told)).not.toContain('RegisterTaskDefinition')
    expect(revisions(told)).toMatchObject([{ reused: true, taskDefinition: expect.stringMatching(/web:41$/) }])
  })

  test('is deployed when its digest is another', async () => {
    const told = await tell(serving({ ...PINNED, app: `${REPOSITORY}@sha256:${'c3'.repeat(32)}` }), asking(PINNED))
    expect(told.verdict).toMatchObject({ kind: 'succeeded' })
    expect(revisions(told)).toMatchObject([{ reused: false }])
    expect(told.lines.join('\n')).toContain('What changes (1)')
  })

  test('is refused, not unchanged, while another deployment runs', async () => {
    const told = await tell(serving(PINNED, 'busy-group'), asking(PINNED))
    expect(told.verdict.kind).toBe('refused')
  })
})

test('images by tag are deployed although nothing differs, as the revision that is there', async () => {
  const told = await tell(serving(TAGGED), asking(TAGGED))
  expect(told.verdict).toMatchObject({ kind: 'succeeded' })
  expect(writes(told)).toEqual(['CreateDeployment'])
  expect(revisions(told)).toMatchObject([{ reused: true, taskDefinition: expect.stringMatching(/web:41$/) }])
  expect(told.lines.join('\n')).toContain('deployed again: the images of `app`, `proxy` have no digest')
})

test('a second attempt takes the revision that the first one registered', async () => {
  const first = await tell(serving({ app: `${REPOSITORY}:1.40.0` }, 'stopped-by-a-person'), asking(TAGGED))
  expect(first.verdict.kind).toBe('rolled-back')
  expect(revisions(first)).toMatchObject([{ reused: false, taskDefinition: expect.stringMatching(/web:42$/) }])
  const second = await tell(first, asking(TAGGED))
  expect(revisions(second)).toMatchObject([{ reused: true, taskDefinition: expect.stringMatching(/web:42$/) }])
  expect(second.verdict.kind).toBe('succeeded')
})

/** These two are about the registration, and there is none: nothing is left behind by a refusal, nothing can be lost. */
const WITHOUT_REGISTRATION: Readonly<Record<string, string>> = {
  'busy-after-survey': 'refused',
  'lost-registration': 'succeeded'
}

describe('the revision that serves, deployed again, ends as a new one would', () => {
  test.each(Object.keys(SCENARIOS))('%s', async (name) => {
    const told = await tell(name, { edits: NO_EDITS })
    expect(told.verdict.kind).toBe(WITHOUT_REGISTRATION[name] ?? expectedVerdict(name))
    // What the role may not read cannot be compared, and is registered anew.
    if (name !== 'denied-optional') expect(writes(told)).not.toContain('RegisterTaskDefinition')
  })
})
