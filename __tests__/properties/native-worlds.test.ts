// Random worlds of ECS's own deployments through the real stories: the verdict is never wrong, and nothing of others is touched.
import { describe, expect, test } from '@jest/globals'
import { survey } from './story-checks.ts'
import { story } from './native-world.ts'

const WORLDS = Number(process.env['WORLDS'] ?? 600)
const FIRST = Number(process.env['SEED'] ?? 1)

describe('random worlds of ECS', () => {
  test(`no invariant is broken in ${WORLDS} of them`, async () => {
    const { broken, verdicts } = await survey(story, FIRST, WORLDS)
    expect(broken.slice(0, 5)).toEqual([])
    // The worlds are worth something only when every ending is met often.
    const words = ['succeeded', 'rolled-back', 'failed', 'left-running', 'unknown', 'paused', 'refused', 'started']
    const rare = words.filter((word) => (verdicts.get(word) ?? 0) < 2)
    expect(WORLDS < 200 ? [] : rare).toEqual([])
  })
})
