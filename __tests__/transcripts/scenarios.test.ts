// Every scenario of the local AWS, told to its end in no time: the verdict a person who knew everything would give, the
// truth behind it, and the log as a golden file.
import { describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { passes } from '../../src/domain/verdict.ts'
import { expectedVerdict } from '../demo/endings.ts'
import { SCENARIOS } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { tell, type Told } from './play.ts'

const FOLDER = new URL('golden/', import.meta.url)

describe.each(Object.keys(SCENARIOS))('%s', (name) => {
  let told: Promise<Told> | undefined
  const once = (): Promise<Told> => (told ??= tell(name))

  test('ends with the verdict it must', async () => {
    expect((await once()).verdict.kind).toBe(expectedVerdict(name))
  })

  test('is green only while the new revision is primary with all traffic', async () => {
    const { verdict, world, endedAt } = await once()
    if (!passes(verdict)) return
    const is = truth(world, endedAt)
    expect(is.primary).toMatch(/web:42$/)
    expect(is.traffic[is.primary ?? '']).toBe(100)
  })

  test('a refusal has written nothing', async () => {
    const { verdict, world } = await once()
    const effective = world.calls.filter((call) => call.write && call.status === 200)
    if (verdict.kind === 'refused') expect(effective).toEqual([])
  })

  test('starts at most one deployment', async () => {
    const { world, endedAt } = await once()
    const ours = truth(world, endedAt).deployments.filter(
      ({ rollbackOf, creator, revision }) =>
        rollbackOf === undefined && creator === 'user' && revision?.endsWith('web:42')
    )
    expect(ours.length).toBeLessThanOrEqual(1)
  })

  test('asks at most 12 times a minute over time, and never 60 times in one', async () => {
    const { world } = await once()
    const times = world.calls.map((call) => call.at)
    const first = times[0] ?? 0
    const minutes = ((times.at(-1) ?? 0) - first) / 60_000
    if (minutes >= 15) expect(times.length / minutes).toBeLessThanOrEqual(13)
    const busiest = Math.max(
      0,
      ...times.map((at) => times.filter((other) => other >= at && other < at + 60_000).length)
    )
    expect(busiest).toBeLessThanOrEqual(60)
  })

  test('is told as its golden transcript', async () => {
    const { lines } = await once()
    const text = `${lines.join('\n')}\n`
    const file = new URL(`${name}.golden.txt`, FOLDER)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(file, text)
    }
    expect(text).toBe(
      existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file: UPDATE_GOLDEN=1 writes it, then read it'
    )
  })
})
