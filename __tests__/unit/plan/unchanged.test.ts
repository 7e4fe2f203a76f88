// Nothing is left undone in silence: the one case in which there is nothing to do, and every case beside it.
import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../src/domain/units.ts'
import type { Deploying } from '../../../src/inputs/inputs.ts'
import { understand, type Today } from '../../../src/plan/survey.ts'
import { sameness, type Standing } from '../../../src/plan/unchanged.ts'
import { aService, described } from '../../engines/codedeploy-answers.ts'
import { aDocument, anAsk } from '../../engines/asked.ts'

const PINNED = `web@sha256:${'ab'.repeat(32)}`
const running = (...images: readonly string[]): JsonObject => ({
  containerDefinitions: images.map((image, index) => ({ name: `c${index}`, image }))
})

function serviceOf(over: Parameters<typeof aService>[0] = {}): Today['service'] {
  const today = understand(described(aService({ desiredCount: 2, ...over })), anAsk(), 'us-east-1')
  if (!today.ok) throw new Error('the test’s service is refused')
  return today.value.service
}

function told(over: Partial<Standing> = {}) {
  return sameness({
    inputs: anAsk({ appSpec: undefined }),
    service: serviceOf(),
    definition: running(PINNED),
    changes: [],
    reasons: [],
    ...over
  })
}

test('what serves already, pinned by digest, with nothing else asked for, is left alone', () => {
  expect(told()).toEqual({ unchanged: true, notes: [] })
})

const asked = (over: Partial<Deploying>): Partial<Standing> => ({ inputs: anAsk({ appSpec: undefined, ...over }) })

describe('is left alone all the same', () => {
  test.each<[string, Partial<Standing>]>([
    [
      'with an AppSpec file that nobody named',
      asked({ appSpec: aDocument({}, 'appspec.yaml'), appSpecByDefault: true })
    ],
    ['with the desired count it has', asked({ desiredCount: 2 })],
    [
      'with the tags it has',
      { ...asked({ propagateTags: 'SERVICE' }), service: serviceOf({ propagateTags: 'SERVICE' }) }
    ],
    ['with a tag beside the digest', { definition: running(`web:1@sha256:${'0f'.repeat(32)}`) }]
  ])('%s', (_claim, over) => {
    expect(told(over)).toEqual({ unchanged: true, notes: [] })
  })
})

describe('is deployed again, and says why', () => {
  test.each<[string, Partial<Standing>, string]>([
    ['an image by tag', { definition: running(PINNED, 'nginx:1.29') }, 'the image of `c1` has no digest'],
    ['images without a tag', { definition: running('web', 'nginx') }, 'the images of `c0`, `c1` have no digest'],
    ['half a digest', { definition: running('web@sha256:abcd') }, 'has no digest'],
    ['force-new-deployment', asked({ forceNewDeployment: true }), '`force-new-deployment`'],
    ['a strategy', asked({ strategy: { kind: 'configuration', name: 'X', input: 'strategy' } }), 'a strategy'],
    ['alarms', asked({ alarms: ['web-5xx'] }), 'alarms'],
    ['hooks', asked({ hooks: [{ event: 'AfterInstall', function: 'f' }] }), 'hooks'],
    ['another desired count', asked({ desiredCount: 3 }), 'desired count'],
    ['other tags', asked({ enableEcsManagedTags: true }), 'tags'],
    ['a pause', asked({ pauseAt: 'before-traffic' }), 'a pause'],
    ['an AppSpec file', asked({ appSpec: aDocument({}, 'appspec.yaml') }), 'AppSpec'],
    ['a reason of the engine', { reasons: ['the moon is full'] }, 'the moon is full']
  ])('%s', (_claim, over, says) => {
    const { unchanged, notes } = told(over)
    expect(unchanged).toBe(false)
    expect(notes).toMatchObject([{ level: 'notice' }])
    expect(notes[0]?.says).toContain('Nothing differs from the running revision')
    expect(notes[0]?.says).toContain(says)
  })
})

test('what differs, or cannot be compared, is deployed without a word', () => {
  const change = { path: 'cpu', kind: 'changed', from: '1', to: '2' } as const
  expect(told({ changes: [change] })).toEqual({ unchanged: false, notes: [] })
  expect(told({ changes: undefined })).toEqual({ unchanged: false, notes: [] })
})
