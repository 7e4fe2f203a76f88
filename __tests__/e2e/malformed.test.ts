// The corpus of malformed input against the shipped dist/: refused, nothing written, and told so that a person can mend it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startSimulator, type Simulator } from '../simulator/server.ts'
import { scenario } from '../simulator/scenarios.ts'
import { ahead } from '../support/ahead.ts'
import { awsEnvironment, webFiles, webInputs } from '../support/play-scenario.ts'
import { runAction, type ActionRun } from '../support/run-action.ts'
import { MALFORMED, type Malformed } from './malformed.ts'

/** What JavaScript itself says when a program did not look. */
const RAW =
  /TypeError|ReferenceError|RangeError|SyntaxError|undefined is not|Cannot read|is not a function|is not iterable|\[object Object\]|\n\s+at .+:\d+:\d+/

let aws: Simulator
beforeAll(async () => {
  aws = await startSimulator({ scenario: scenario('smooth'), now: () => Date.now() })
})
afterAll(() => aws.close())

async function run({ inputs, files, env }: Malformed): Promise<ActionRun> {
  return runAction({
    inputs: { ...webInputs(aws.world), ...inputs },
    files: { ...webFiles(), ...files },
    env: { ...awsEnvironment(aws), ...env }
  })
}

// These never sleep: more than there are cores helps nobody.
const ran = ahead(MALFORMED, run, 2)

describe.each(MALFORMED)('$claim', (row) => {
  test(`is refused with ${row.code}`, async () => {
    const { exitCode, outputs, lines, annotations, summary } = await ran(row)
    const log = lines.map((line) => line.text).join('\n')
    expect(log).toContain(`${row.code}:`)
    expect(log).toContain(row.names)
    expect({ exitCode, verdict: outputs['verdict'] }).toEqual({ exitCode: 1, verdict: 'refused' })
    expect(aws.calls.filter((call) => call.write)).toEqual([])
    expect(log).toMatch(/- to do +[A-Z]/)
    expect(log).toMatch(/- where +\S/)
    expect(annotations.filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(1)
    expect(annotations.length).toBeLessThanOrEqual(10)
    expect(summary).toContain('Nothing was changed in AWS')
    expect(summary).toContain(row.code)
    for (const told of [log, summary, ...annotations.map(({ message }) => message)]) expect(told).not.toMatch(RAW)
  })
})

test('the corpus is large enough, and no two rows are the same', () => {
  expect(MALFORMED.length).toBeGreaterThanOrEqual(60)
  expect(new Set(MALFORMED.map((row) => JSON.stringify([row.inputs, row.files, row.env]))).size).toBe(MALFORMED.length)
})
