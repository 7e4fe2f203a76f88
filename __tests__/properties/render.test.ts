// What must hold for every definition and every edit, whatever is in them.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Problem } from '../../src/domain/problem.ts'
import type { Json, JsonObject, Result } from '../../src/domain/units.ts'
import { NO_EDITS, type Document, type Edits, type Pair } from '../../src/inputs/inputs.ts'
import { mergePatch } from '../../src/plan/render/merge-patch.ts'
import { strip } from '../../src/plan/render/strip.ts'
import { render, type Rendered } from '../../src/plan/task-definition.ts'

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 500) }

/** Never part of a name, so that it can be searched for. */
const SECRET = 'hunter2'
const ACCOUNT = '111122223333'

const variable = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
/** Nothing anybody would think of, with the mark of a value. */
const value = fc.oneof(
  fc.constant(''),
  fc.string().map((text) => `${SECRET}${text}`)
)
const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, 1.5, ''),
    value,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('p', 'q', 'r', '__proto__', 'constructor'), tie('json'), { maxKeys: 3 })
  )
})).json

const texts = fc.dictionary(fc.constantFrom('x.one', 'x.two', 'x.three'), value, { maxKeys: 3 })

/** Each name is a variable, a secret or neither. */
const variables = fc
  .uniqueArray(fc.tuple(variable, fc.constantFrom('environment', 'secrets'), value), { selector: ([name]) => name })
  .map((chosen) => ({
    environment: chosen.filter(([, kind]) => kind === 'environment').map(([name, , text]) => ({ name, value: text })),
    secrets: chosen
      .filter(([, kind]) => kind === 'secrets')
      .map(([name, , text]) => ({ name, valueFrom: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/${text}` }))
  }))

const container = (name: string): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      variables,
      fc.record(
        {
          environment: fc.boolean(),
          secrets: fc.boolean(),
          dockerLabels: texts,
          command: fc.array(value, { maxLength: 3 }),
          logConfiguration: texts.map((options) => ({
            logDriver: 'json-file',
            options: { 'max-size': '10m', ...options }
          })),
          inventedByAwsTomorrow: json
        },
        { requiredKeys: [] }
      )
    )
    .map(([lists, { environment, secrets, ...rest }]) => ({
      inventedFirst: { name },
      name,
      image: `${name}:1`,
      ...(environment && { environment: lists.environment }),
      ...rest,
      ...(secrets && { secrets: lists.secrets })
    }))

const NAMES = ['app', 'proxy', 'init'] as const

const definition: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.subarray([...NAMES], { minLength: 1 }).chain((names) => fc.tuple(...names.map(container))),
    fc.record(
      { inventedByAwsTomorrow: json, cpu: fc.constantFrom('256', '512'), volumes: fc.constant([{ name: 'data' }]) },
      { requiredKeys: [] }
    )
  )
  .map(([containerDefinitions, rest]) => ({
    family: 'web',
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/execution`,
    memory: '2048',
    ...rest,
    containerDefinitions
  }))

const pairsOf = (names: fc.Arbitrary<string>): fc.Arbitrary<readonly Pair[]> =>
  fc.uniqueArray(fc.record({ name: names, value }), { selector: ({ name }) => name, maxLength: 4 })

const document = (written: JsonObject, path = 'task-definition.json'): Document => ({
  path,
  value: written,
  locate: () => ({ line: 1, column: 1 })
})

/** Edits for the containers of one definition that do not contradict each other, as inputs would have them. */
const editsFor = (names: readonly string[]): fc.Arbitrary<Edits> =>
  fc
    .record({
      images: fc.subarray([...names]),
      containers: fc.subarray([...names], { minLength: 1 }),
      environment: pairsOf(variable),
      secrets: pairsOf(variable),
      environmentFiles: fc.option(fc.subarray(['arn:aws:s3:::b/1.env', 'arn:aws:s3:::b/2.env']), { nil: undefined }),
      dockerLabels: pairsOf(fc.constantFrom('x.one', 'x.new')),
      updateStrategy: fc.constantFrom('merge', 'replace'),
      command: fc.option(fc.array(value), { nil: undefined }),
      log: fc.option(fc.constantFrom('json-file', 'syslog'), { nil: undefined }),
      logOptions: pairsOf(fc.constantFrom('x.one', 'x.new')),
      cpu: fc.option(fc.constantFrom('256', '512'), { nil: undefined }),
      memory: fc.option(fc.constantFrom('1024'), { nil: undefined }),
      patch: fc.option(patchFor(names), { nil: undefined })
    })
    .map(({ images, log, secrets, environment, patch, ...rest }) => ({
      ...NO_EDITS,
      ...rest,
      environment,
      images: images.map((name) => ({ container: name, image: `${name}:2`, input: 'images' })),
      secrets: secrets
        .filter(({ name }) => environment.every((pair) => pair.name !== name))
        .map((pair) => ({ name: pair.name, value: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/${pair.value}` })),
      // Options need a driver, and not every container has one.
      logDriver: log ?? 'syslog',
      patch: patch && document(patch, 'patch.json')
    }))

/** Of members that no other edit is for. */
const patchFor = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc.tuple(fc.subarray([...names]), json, fc.option(json)).map(([chosen, inside, beside]) => ({
    inventedByAwsTomorrow: beside,
    containerDefinitions: Object.fromEntries(chosen.map((name) => [name, { inventedByAwsTomorrow: inside }]))
  }))

const edited = definition.chain((written) =>
  fc.tuple(fc.constant(written), editsFor(containersOf(written).map(({ name }) => name)))
)

function containersOf(written: JsonObject): readonly { readonly name: string }[] {
  return written['containerDefinitions'] as readonly { readonly name: string }[]
}

const fromFile = (written: JsonObject, edits: Edits, stripEmptyValues = false): Result<Rendered, Problem> =>
  render({ document: document(written), known: undefined }, edits, { stripEmptyValues, unknownProperties: 'ignore' })

function rendered(written: JsonObject, edits: Edits, stripEmptyValues = false): Rendered {
  const result = fromFile(written, edits, stripEmptyValues)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'))
  return result.value
}

const letter = (written: Json) => JSON.stringify(written)

describe('rendering', () => {
  test('changes nothing of what no edit is for, not even the order', () => {
    fc.assert(
      fc.property(definition, (written) => {
        const { definition: same, modified, notes } = rendered(written, NO_EDITS)
        expect(letter(same)).toBe(letter(written))
        expect([modified, notes]).toEqual([false, []])
      }),
      RUNS
    )
  })

  test('is idempotent', () => {
    fc.assert(
      fc.property(edited, fc.boolean(), ([written, edits], stripEmptyValues) => {
        const once = rendered(written, edits, stripEmptyValues).definition
        const twice = rendered(once, edits, stripEmptyValues)
        expect(letter(twice.definition)).toBe(letter(once))
      }),
      RUNS
    )
  })

  test('touches no container that no edit names, and no member of the task that no edit is for', () => {
    fc.assert(
      fc.property(edited, ([written, edits]) => {
        const { definition: result } = rendered(written, edits)
        const named = new Set([
          ...edits.containers,
          ...edits.images.map(({ container: name }) => name),
          ...Object.keys((edits.patch?.value['containerDefinitions'] ?? {}) as JsonObject)
        ])
        const others = (of: JsonObject) => containersOf(of).filter(({ name }) => !named.has(name))
        expect(letter(others(result) as unknown as Json)).toBe(letter(others(written)))
        expect(containersOf(result).map(({ name }) => name)).toEqual(containersOf(written).map(({ name }) => name))
        for (const member of ['family', 'executionRoleArn', 'volumes']) expect(result[member]).toEqual(written[member])
      }),
      RUNS
    )
  })

  test('puts every value where it was asked for, to the letter', () => {
    fc.assert(
      fc.property(edited, ([written, edits]) => {
        const { definition: result } = rendered(written, edits)
        for (const each of containersOf(result) as unknown as readonly JsonObject[]) {
          if (!edits.containers.includes(String(each['name']))) continue
          for (const pair of edits.environment) expect(each['environment']).toContainEqual(pair)
          for (const { name, value: valueFrom } of edits.secrets) {
            expect(each['secrets']).toContainEqual({ name, valueFrom })
          }
          for (const { name, value: label } of edits.dockerLabels) {
            expect((each['dockerLabels'] as JsonObject)[name]).toBe(label)
          }
          if (edits.command) expect(each['command']).toEqual(edits.command)
        }
      }),
      RUNS
    )
  })

  test('never lets a name stand in the environment and in the secrets', () => {
    fc.assert(
      fc.property(edited, ([written, edits]) => {
        for (const each of containersOf(rendered(written, edits).definition) as unknown as readonly JsonObject[]) {
          const names = [each['environment'], each['secrets']].flatMap((list) =>
            ((list ?? []) as readonly JsonObject[]).map((entry) => entry['name'])
          )
          expect(new Set(names).size).toBe(names.length)
        }
      }),
      RUNS
    )
  })

  test('shows no value in a note or a problem', () => {
    const spoiled = fc.constantFrom<JsonObject>({}, { cpu: 7 }, { family: 'we b' }, { volumes: {} }, { tags: [] })
    const notNamed = fc.constantFrom<Partial<Edits>>({}, { containers: [] }, { containers: ['ap'] })
    let refused = 0
    let noted = 0
    fc.assert(
      fc.property(edited, spoiled, notNamed, fc.boolean(), ([written, edits], spoil, unnamed, stripEmptyValues) => {
        const result = fromFile({ ...written, ...spoil }, { ...edits, ...unnamed }, stripEmptyValues)
        if (result.ok) noted += result.value.notes.length
        else refused += 1
        const told = result.ok
          ? result.value.notes
          : result.problems.map(({ message, found, expected, remedy, place }) => [
              message,
              found,
              expected,
              remedy,
              place
            ])
        expect(JSON.stringify(told)).not.toContain(SECRET)
      }),
      RUNS
    )
    // Worth something only when there was something to tell.
    expect([refused > RUNS.numRuns / 10, noted > RUNS.numRuns / 10]).toEqual([true, true])
  })
})

describe('a merge patch', () => {
  test('of nothing changes nothing', () => {
    fc.assert(
      fc.property(definition, (written) => {
        expect(letter(mergePatch(written, {}))).toBe(letter(written))
      }),
      RUNS
    )
  })

  test('of anything is, without named lists, what the RFC says', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        expect(mergePatch(target, patch)).toEqual(rfc7396(target, patch))
      }),
      { numRuns: 10 * RUNS.numRuns }
    )
  })

  test('applied again changes nothing more', () => {
    const change = fc.option(fc.dictionary(fc.constantFrom('environment', 'inventedByAwsTomorrow'), json))
    const named = fc.dictionary(fc.constantFrom('app', 'proxy', 'other'), change)
    fc.assert(
      fc.property(definition, named, (written, containerDefinitions) => {
        const patch = { containerDefinitions }
        const once = mergePatch(written, patch)
        expect(letter(mergePatch(once, patch))).toBe(letter(once))
      }),
      RUNS
    )
  })

  test('pollutes nothing', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const before = Object.getOwnPropertyNames(Object.prototype)
        const patched = mergePatch(target, patch)
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
        if (typeof patched === 'object' && patched !== null && !Array.isArray(patched)) {
          expect(Object.getPrototypeOf(patched)).toBe(Object.prototype)
        }
      }),
      RUNS
    )
  })
})

test('stripping what is stripped drops nothing more', () => {
  fc.assert(
    fc.property(definition, (written) => {
      const once = strip(written).value
      expect(strip(once)).toEqual({ value: once, notes: [] })
    }),
    RUNS
  )
})

/** The pseudocode of RFC 7396, section 2, as it stands there. */
function rfc7396(target: Json | undefined, patch: Json): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const isObject = typeof target === 'object' && target !== null && !Array.isArray(target)
  const result = new Map<string, Json>(isObject ? Object.entries(target) : [])
  for (const [name, member] of Object.entries(patch)) {
    if (member === null) result.delete(name)
    else result.set(name, rfc7396(result.get(name), member))
  }
  return Object.fromEntries(result)
}
