// Inputs as a user writes them, parsed: to what they mean, or to everything that is wrong with them.
import { expect } from '@jest/globals'
import type { Problem } from '../../../src/domain/problem.ts'
import { INPUT_NAMES, type InputName } from '../../../src/inputs/catalog.ts'
import type { RawFile } from '../../../src/inputs/files.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { parse } from '../../../src/inputs/parse.ts'
import type { RawInputs } from '../../../src/inputs/raw.ts'

export type Values = Readonly<Partial<Record<InputName, string>>>

export const text = (path: string, content: string): RawFile => ({ kind: 'read', file: { path, text: content } })

/** The modes in which no definition is made. */
const STARTS_FROM_NOTHING = ['promote', 'rollback', 'status']

/** A run that needs nothing more; `values` is what the user wrote. */
function raw(values: Values = {}, more: Partial<RawInputs> = {}): RawInputs {
  const all: Values = {
    ...values,
    'task-definition':
      values['task-definition'] ?? (STARTS_FROM_NOTHING.includes(values.mode?.toLowerCase() ?? '') ? '' : 'task.json'),
    service: values.service ?? 'web'
  }
  return {
    values: new Map(INPUT_NAMES.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []))),
    taskDefinition: all['task-definition'] ? text('task.json', '{"family": "web"}') : { kind: 'none' },
    appSpec: { kind: 'none' },
    patch: values['task-definition-patch']
      ? { kind: 'inline', text: values['task-definition-patch'] }
      : { kind: 'none' },
    region: values['aws-region']
      ? { name: values['aws-region'], from: 'aws-region' }
      : { name: 'eu-west-1', from: 'AWS_REGION' },
    run: { repository: 'octo/web', runId: '1', attempt: '1', sha: 'abc', actor: 'mona', url: undefined },
    notes: [],
    ...more
  }
}

export async function inputs(values: Values = {}, more: Partial<RawInputs> = {}): Promise<Inputs> {
  const result = await parse(raw(values, more))
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'))
  return result.value
}

export async function problems(values: Values, more: Partial<RawInputs> = {}): Promise<readonly Problem[]> {
  const result = await parse(raw(values, more))
  if (result.ok) throw new Error('accepted')
  for (const problem of result.problems) {
    expect(problem.place).toBeDefined()
    expect(problem.changed).toBe('nothing')
    expect(problem.remedy).toMatch(/^[A-Z].*\.$/s)
    expect([problem.message, problem.expected, problem.remedy].join(' ')).not.toMatch(
      /TypeError|undefined|\[object|NaN/
    )
  }
  return result.problems
}

const where = (problem: Problem): string =>
  problem.place?.kind === 'input' ? problem.place.name : (problem.place?.kind ?? '')
export const told = (all: readonly Problem[]): readonly string[] =>
  all.map((problem) => `${problem.code} ${where(problem)}`)

/** Everything a person is told of problems. */
export const wording = (all: readonly Problem[]): string =>
  all.map(({ message, expected, remedy, place }) => JSON.stringify([message, expected, remedy, place])).join('\n')
