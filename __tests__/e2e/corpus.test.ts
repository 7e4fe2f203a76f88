// Task definitions of real shapes against the shipped dist/, registered only: what the local AWS receives is what the file says.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { startSimulator, type Simulator } from '../simulator/server.ts'
import { scenario } from '../simulator/scenarios.ts'
import { awsEnvironment } from '../support/play-scenario.ts'
import { ROOT, runAction, type ActionRun } from '../support/run-action.ts'

const FOLDER = join(ROOT, '__tests__', 'fixtures', 'task-definitions')
const CORPUS = readdirSync(FOLDER).sort()

/** What is worth a word, and nothing else is. */
const WARNINGS: Readonly<Record<string, readonly RegExp[]>> = {
  'new-tomorrow.json': [/`schedulingHints` .*`containerDefinitions\[app\]\.checkpointing` .* sent to AWS all the same/],
  'adot-collector.json': [/healthCheck\.command\[0\]` is the text "\/healthcheck"/]
}

/** What only AWS sets: the answer of describe-task-definition is no request. */
const READ_ONLY = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy'
]

type Members = Readonly<Record<string, unknown>>

const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')

/** What the file says, read by others than the action. */
function meaningOf(name: string): Members {
  const text = textOf(name)
  const said = (name.endsWith('.json') ? JSON.parse(text) : parse(text, { merge: true })) as Members
  const { taskDefinition, tags } = said
  if (taskDefinition === undefined) return said
  const own = Object.entries(taskDefinition as Members).filter(([member]) => !READ_ONLY.includes(member))
  return { ...Object.fromEntries(own), tags }
}

async function register(
  aws: Simulator,
  name: string,
  inputs: Readonly<Record<string, string>> = {}
): Promise<ActionRun> {
  return runAction({
    inputs: { 'task-definition': name, ...inputs },
    files: { [name]: textOf(name) },
    env: awsEnvironment(aws)
  })
}

const start = (unknownMembers: 'keep' | 'drop' | 'refuse'): Promise<Simulator> => {
  const smooth = scenario('smooth')
  return startSimulator({
    scenario: { ...smooth, switches: { ...smooth.switches, unknownMembers } },
    now: () => Date.now()
  })
}

const registered = (aws: Simulator): readonly unknown[] =>
  aws.calls.filter(({ operation }) => operation === 'RegisterTaskDefinition').map(({ input }) => input)

let aws: Simulator
beforeAll(async () => {
  aws = await start('keep')
})
afterAll(() => aws.close())

test('the corpus is large enough', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(30)
})

test.each(CORPUS)('%s reaches AWS as it is', async (name) => {
  const before = registered(aws).length
  const { exitCode, outputs, annotations, lines } = await register(aws, name)
  const log = lines.map(({ text }) => text).join('\n')
  expect({ exitCode, log, verdict: outputs['verdict'] }).toEqual({ exitCode: 0, log, verdict: 'registered' })
  expect(registered(aws).slice(before)).toEqual([meaningOf(name)])
  const warnings = annotations.filter(({ level }) => level !== 'notice').map(({ message }) => message)
  expect(warnings).toEqual((WARNINGS[name] ?? []).map((pattern) => expect.stringMatching(pattern)))
})

describe('a property that AWS ships tomorrow', () => {
  const name = 'new-tomorrow.json'

  test('and that AWS drops, is sent, and told to be lost', async () => {
    const dropping = await start('drop')
    try {
      const { exitCode, outputs, annotations } = await register(dropping, name)
      expect({ exitCode, verdict: outputs['verdict'] }).toEqual({ exitCode: 0, verdict: 'registered' })
      expect(registered(dropping)).toEqual([meaningOf(name)])
      expect(annotations.map(({ message }) => message)).toContainEqual(
        expect.stringContaining('AWS did not keep `schedulingHints`, `containerDefinitions[0].checkpointing`')
      )
    } finally {
      await dropping.close()
    }
  })

  test('and that AWS refuses, ends red with AWS’s own words', async () => {
    const refusing = await start('refuse')
    try {
      const { exitCode, outputs, lines } = await register(refusing, name)
      expect({ exitCode, verdict: outputs['verdict'] }).toEqual({ exitCode: 1, verdict: 'refused' })
      const log = lines.map(({ text }) => text).join('\n')
      expect(log).toContain('AWS_REFUSED')
      expect(log).toMatch(/Unknown member/)
    } finally {
      await refusing.close()
    }
  })

  test('is refused before any write where `unknown-properties` says so', async () => {
    const before = registered(aws).length
    const { exitCode, lines } = await register(aws, name, { 'unknown-properties': 'error' })
    expect(exitCode).toBe(1)
    expect(lines.map(({ text }) => text).join('\n')).toContain('PROPERTY_UNKNOWN')
    expect(registered(aws).length).toBe(before)
  })
})
