// What must hold for every pair of task definitions: no difference where AWS sees none, none that is not told, and no value
// that may be a secret in anything that is written.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isList, isObject } from '../../src/domain/json.ts'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import type { Json, JsonObject } from '../../src/domain/units.ts'
import { readDocument } from '../../src/inputs/document.ts'
import { createOut } from '../../src/out/out.ts'
import { changes } from '../../src/plan/difference.ts'
import { registrable, render } from '../../src/plan/task-definition.ts'
import { NO_EDITS } from '../../src/inputs/inputs.ts'
import { jsonReport } from '../../src/report/json.ts'
import { logReporter } from '../../src/report/log.ts'
import { document } from '../../src/report/markdown.ts'
import { outputsReporter } from '../../src/report/outputs.ts'
import { scenario } from '../simulator/scenarios.ts'
import { createWorld } from '../simulator/world.ts'
import { anEvent, aPlan, aRun, START } from '../support/builders.ts'
import { fakeAws } from '../support/fake-aws.ts'
import { manualClock } from '../support/manual-clock.ts'

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 500) }

/** In every value that is never shown. */
const SECRET = 'hunter2'

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const count = fc.integer({ min: 0, max: 3 })
const secret = fc.string({ maxLength: 5 }).map((text) => `${SECRET}${text}`)
const secrets = fc.dictionary(word, secret, { maxKeys: 3 })

const named = <T extends JsonObject>(by: string, rest: fc.Arbitrary<T>): fc.Arbitrary<readonly Json[]> =>
  fc
    .uniqueArray(fc.tuple(word, rest), { maxLength: 4, selector: ([name]) => name })
    .map((things) => things.map(([name, more]): JsonObject => ({ [by]: name, ...more })))
const some = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(members, { requiredKeys: [] })

const novelty: fc.Arbitrary<Json> = fc.oneof(word, count, fc.array(word, { maxLength: 2 }), fc.dictionary(word, word))

/** Without the members that were left out. */
const given = (members: { readonly [name: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

const container = some<Record<string, Json>>({
  cpu: count,
  memory: count,
  essential: fc.boolean(),
  command: fc.array(word, { maxLength: 3 }),
  environment: named('name', fc.record({ value: secret })),
  secrets: named('name', fc.record({ valueFrom: secret })),
  dockerLabels: secrets,
  portMappings: fc
    .uniqueArray(some({ hostPort: count, protocol: fc.constantFrom('tcp', 'udp') }), { maxLength: 2 })
    .map((ports) => ports.map((port, index): JsonObject => ({ containerPort: index + 1, ...port }))),
  mountPoints: named('containerPath', some({ sourceVolume: word, readOnly: fc.boolean() })),
  dependsOn: named('containerName', fc.record({ condition: fc.constantFrom('START', 'HEALTHY') })),
  ulimits: named('name', fc.record({ softLimit: count, hardLimit: count })),
  healthCheck: some({ command: fc.constant(['CMD', 'x']), interval: fc.constantFrom(10, 30), retries: count }),
  logConfiguration: fc.record({ logDriver: word, options: secrets }),
  linuxParameters: some({
    capabilities: some({ add: fc.array(word, { maxLength: 2 }) }),
    initProcessEnabled: fc.boolean()
  }),
  novelty
})

const definition = fc
  .record({
    family: fc.constant('web'),
    containers: named('name', fc.record({ image: word })).filter((all) => all.length > 0),
    members: fc.array(container.map(given), { minLength: 5, maxLength: 5 }),
    task: some<Record<string, Json>>({
      cpu: fc.constantFrom('256', '1 vCPU', '1024', 512),
      memory: fc.constantFrom('512', '1 GB', '2GB', 2048),
      networkMode: fc.constantFrom('awsvpc', 'bridge', 'host', 'none'),
      requiresCompatibilities: fc.uniqueArray(fc.constantFrom('EC2', 'FARGATE')),
      volumes: named('name', some({ host: some({ sourcePath: word }) })),
      tags: named('key', fc.record({ value: word })),
      novelty
    }).map(given)
  })
  .map(({ family, containers, members, task }): JsonObject => ({
    family,
    containerDefinitions: containers.map((one, index): Json => (isObject(one) ? { ...one, ...members[index] } : one)),
    ...task
  }))

/** As AWS may answer: everything it is known to fill in, in another order. */
function answered(sent: JsonObject): JsonObject {
  const samePorts = sent['networkMode'] === 'awsvpc' || sent['networkMode'] === 'host'
  const filled = {
    volumes: [],
    placementConstraints: [],
    ...sent,
    containerDefinitions: listOf(sent['containerDefinitions']).map((one) => {
      const { healthCheck, portMappings, mountPoints } = one
      return {
        cpu: 0,
        essential: true,
        environment: [],
        volumesFrom: [],
        systemControls: [],
        ...one,
        portMappings: listOf(portMappings).map((port) => ({
          protocol: 'tcp',
          hostPort: samePorts ? (port['containerPort'] ?? 0) : 0,
          ...port
        })),
        mountPoints: listOf(mountPoints).map((mount) => ({ readOnly: false, ...mount })),
        ...(isObject(healthCheck) && { healthCheck: { interval: 30, timeout: 5, retries: 3, ...healthCheck } })
      }
    })
  }
  return reordered(filled)
}

const listOf = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : [])

const UNORDERED = new Set(['environment', 'secrets', 'tags', 'dependsOn', 'ulimits', 'mountPoints', 'volumes'])

function reordered(value: JsonObject): JsonObject {
  const entries = Object.entries(value).map(([name, member]): [string, Json] => {
    if (isObject(member)) return [name, reordered(member)]
    if (!isList(member)) return [name, member]
    const things = member.map((each) => (isObject(each) ? reordered(each) : each))
    return [name, UNORDERED.has(name) || name === 'containerDefinitions' ? things.toReversed() : things]
  })
  return Object.fromEntries(entries.toReversed())
}

describe('for every task definition', () => {
  test('it does not differ from itself', () => {
    fc.assert(
      fc.property(definition, (one) => expect(changes(one, one)).toEqual([])),
      RUNS
    )
  })

  test('it does not differ from what AWS makes of it, whichever is asked about', () => {
    fc.assert(
      fc.property(definition, (sent) => {
        expect(changes(answered(sent), sent)).toEqual([])
        expect(changes(sent, answered(sent))).toEqual([])
      }),
      RUNS
    )
  })

  test('another one differs from it as it differs from the other, the other way round', () => {
    const OPPOSITE = { added: 'removed', removed: 'added', changed: 'changed' }
    fc.assert(
      fc.property(definition, definition, (one, other) => {
        const back = changes(other, one).map(({ path, kind, from, to }) => ({
          path,
          kind: OPPOSITE[kind],
          from: to,
          to: from
        }))
        const byPath = (list: readonly { readonly path: string }[]) =>
          list.toSorted((a, b) => (a.path < b.path ? -1 : 1))
        expect(byPath(changes(one, other))).toEqual(byPath(back))
      }),
      RUNS
    )
  })

  test('an image, a variable or a property nobody knows that is another is a difference', () => {
    const edit = fc.constantFrom<(container: JsonObject) => JsonObject>(
      (one) => ({ ...one, image: `${String(one['image'])}:2` }),
      (one) => ({ ...one, environment: [...listOf(one['environment']), { name: 'NEW', value: '' }] }),
      (one) => ({ ...one, invented: { by: 'AWS' } }),
      (one) => ({ ...one, command: ['x', 'y', 'z', 'x'] }),
      (one) => ({ ...one, essential: one['essential'] === false })
    )
    fc.assert(
      fc.property(definition, edit, (one, change) => {
        const [first, ...others] = listOf(one['containerDefinitions'])
        const other = { ...one, containerDefinitions: [change(first ?? {}), ...others] }
        expect(changes(one, other)).toHaveLength(1)
      }),
      RUNS
    )
  })
})

async function written(history: readonly DeploymentEvent[]): Promise<string> {
  const texts: string[] = []
  const out = createOut({
    write: (text) => texts.push(text),
    env: { GITHUB_OUTPUT: 'x' },
    load: () =>
      Promise.resolve({
        setOutput: (_name: string, value: string) => void texts.push(value),
        summary: { emptyBuffer: () => ({ addRaw: () => ({ write: () => Promise.resolve() }) }) }
      })
  })
  for (const reporter of [logReporter(out, { startedAt: START }), outputsReporter(out)])
    for (const event of history) await reporter.on?.(event)
  return [...texts, document(history, aRun(), START), JSON.stringify(jsonReport(history, aRun(), START))].join('\n')
}

test('no variable, secret, label or option of the log is in anything that is written', async () => {
  await fc.assert(
    fc.asyncProperty(definition, definition, async (running, asked) => {
      const plan = aPlan({ changes: changes(running, asked), revision: { kind: 'register', definition: asked } })
      const text = await written([
        anEvent(0, { kind: 'rendered', definition: asked }),
        anEvent(1, { kind: 'planned', plan }),
        anEvent(2, { kind: 'concluded', verdict: { kind: 'planned' } })
      ])
      expect(text).not.toContain(SECRET)
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 5) }
  )
})

const FIXTURES = new URL('../fixtures/', import.meta.url)
const CORPUS = new URL('task-definitions/', FIXTURES)
const FILES = [
  new URL('web/describe-task-definition.json', FIXTURES),
  ...(existsSync(CORPUS) ? readdirSync(CORPUS).map((name) => new URL(name, CORPUS)) : [])
].filter(({ pathname }) => /\.(?:json|ya?ml)$/.test(pathname))

describe('what is registered does not differ from what AWS then describes', () => {
  test.each(FILES.map((file): [string, URL] => [file.pathname.split('/').at(-1) ?? '', file]))(
    '%s',
    async (name, file) => {
      const read = await readDocument({ path: name, text: readFileSync(file, 'utf8') })
      if (!read.ok) throw new Error(`the fixture ${name} cannot be read`)
      const rendered = render({ document: read.value.document, known: undefined }, NO_EDITS)
      if (!rendered.ok) throw new Error(`the fixture ${name} is refused: ${rendered.problems[0]?.message ?? ''}`)
      const clock = manualClock()
      const plain = scenario('smooth')
      const keeps = { ...plain, switches: { ...plain.switches, unknownMembers: 'keep' as const } }
      const { ecs } = fakeAws(createWorld(keeps, clock.now()), clock)
      const { taskDefinition } = await ecs.registerTaskDefinition(rendered.value.definition)
      const arn = isObject(taskDefinition) ? String(taskDefinition['taskDefinitionArn']) : ''
      const answer = await ecs.describeTaskDefinition({ taskDefinition: arn, include: ['TAGS'] })
      expect(changes(registrable({ arn, answer }), rendered.value.definition)).toEqual([])
    }
  )
})
