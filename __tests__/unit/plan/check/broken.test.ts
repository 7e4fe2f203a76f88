// The corpus of broken definitions: each refused with a code, a line and what to do, or doubted and let through.
import { describe, expect, test } from '@jest/globals'
import type { JsonObject, Result } from '../../../../src/domain/units.ts'
import type { Problem } from '../../../../src/domain/problem.ts'
import { readDocument } from '../../../../src/inputs/document.ts'
import { NO_EDITS } from '../../../../src/inputs/inputs.ts'
import { RULES } from '../../../../src/plan/check/task-definition.ts'
import { taskOf } from '../../../../src/plan/check/rule.ts'
import { render, type Rendered } from '../../../../src/plan/task-definition.ts'
import { BROKEN, DOUBTFUL, VALID } from './broken.ts'

async function check(definition: JsonObject): Promise<Result<Rendered, Problem>> {
  const read = await readDocument({ path: 'task-definition.json', text: JSON.stringify(definition, undefined, 2) })
  if (!read.ok) throw new Error('a definition of the corpus is no JSON')
  return render({ document: read.value.document, known: undefined }, NO_EDITS)
}

test.each(VALID.map((definition) => [definition]))('what they are made from is whole %#', async (definition) => {
  const result = await check(definition)
  expect(result).toMatchObject({ ok: true, value: { notes: [] } })
})

describe.each(BROKEN)('$claim', ({ definition, found, line, remedy }) => {
  test('is refused', async () => {
    const result = await check(definition)
    const problems = result.ok ? [] : result.problems
    expect(problems.map((problem) => problem.found)).toEqual([expect.stringContaining(found)])
    const [problem] = problems
    expect(['TASK_DEFINITION_INVALID', 'PROPERTY_UNKNOWN']).toContain(problem?.code)
    expect(problem?.remedy).toContain(remedy)
    expect(problem?.remedy).toMatch(/^[A-Z].*\.$/)
    expect(problem?.changed).toBe('nothing')
    const place = problem?.place?.kind === 'file' ? problem.place : undefined
    expect(place).toMatchObject({ path: 'task-definition.json', line: expect.any(Number), column: expect.any(Number) })
    if (line === undefined) expect(place?.text).toBeUndefined()
    else expect(place?.text).toContain(line)
  })
})

describe.each(DOUBTFUL)('$claim', ({ definition, found, remedy }) => {
  test('is told and let through', async () => {
    const result = await check(definition)
    expect(result).toMatchObject({
      ok: true,
      value: {
        definition,
        notes: [
          { level: 'warning', says: expect.stringContaining(found), remedy: expect.stringMatching(/^[A-Z].*\.$/) }
        ]
      }
    })
    const [note] = result.ok ? result.value.notes : []
    expect(note?.says).toMatch(/\(task-definition\.json, line \d+\)/)
    expect(note?.remedy).toContain(remedy)
  })
})

test('every rule is met by a definition of the corpus, so none is dead', () => {
  const all = [...BROKEN, ...DOUBTFUL].map(({ definition }) => taskOf(definition))
  const dead = RULES.filter((rule) => all.every((task) => rule.find(task).length === 0))
  expect(dead.map(({ source }) => source)).toEqual([])
})

test('every rule names the page that says so', () => {
  for (const { source } of RULES) expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\/\S+$/)
})

test('the corpus is large enough, and no two definitions are the same', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(40)
  const texts = [...VALID, ...BROKEN.map((row) => row.definition), ...DOUBTFUL.map((row) => row.definition)].map(
    (one) => JSON.stringify(one)
  )
  expect(new Set(texts).size).toBe(texts.length)
})
