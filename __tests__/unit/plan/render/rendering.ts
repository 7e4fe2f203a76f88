// A definition and some edits in, what `render` makes of them out.
import type { Problem } from '../../../../src/domain/problem.ts'
import type { JsonObject } from '../../../../src/domain/units.ts'
import { readDocument } from '../../../../src/inputs/document.ts'
import { NO_EDITS, type Document, type Edits, type Pair } from '../../../../src/inputs/inputs.ts'
import type { BaseDefinition } from '../../../../src/plan/revisions.ts'
import { render, type Rendered } from '../../../../src/plan/task-definition.ts'

export const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:42'

export const APP: JsonObject = {
  name: 'app',
  image: 'registry/app:1',
  environment: [
    { name: 'LEVEL', value: 'info' },
    { name: 'EMPTY', value: '' }
  ],
  secrets: [{ name: 'TOKEN', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/token' }],
  dockerLabels: { team: 'web', stage: 'prod' },
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' }
  },
  inventedByAwsTomorrow: { deep: [null, 1.5, ''] }
}
export const PROXY: JsonObject = { name: 'proxy', image: 'envoy:1', environment: [{ name: 'LEVEL', value: 'debug' }] }
export const WEB: JsonObject = {
  family: 'web',
  executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
  memory: '512',
  containerDefinitions: [APP, PROXY]
}
export const ALONE: JsonObject = { ...WEB, containerDefinitions: [APP] }

export const pairs = (texts: Readonly<Record<string, string>>): readonly Pair[] =>
  Object.entries(texts).map(([name, value]) => ({ name, value }))

/** Written in JSON with two spaces, one member a line. */
export async function file(value: JsonObject, path = 'task-definition.json'): Promise<Document> {
  const read = await readDocument({ path, text: JSON.stringify(value, undefined, 2) })
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join('\n'))
  return read.value.document
}

export async function fromFile(value: JsonObject): Promise<BaseDefinition> {
  return { document: await file(value), known: undefined }
}

/** A revision as AWS describes it. */
export function fromAws(definition: JsonObject, tags?: readonly JsonObject[]): BaseDefinition {
  const answer = {
    taskDefinition: { ...definition, taskDefinitionArn: ARN, revision: 42, status: 'ACTIVE', compatibilities: ['EC2'] },
    ...(tags && { tags })
  }
  return { document: { path: 'web:42', value: answer, locate: () => undefined }, known: { arn: ARN, answer } }
}

type Rules = NonNullable<Parameters<typeof render>[2]>
const AS_WRITTEN: Rules = { stripEmptyValues: false, unknownProperties: 'ignore' }
export const STRIPPED: Rules = { stripEmptyValues: true, unknownProperties: 'ignore' }

export async function rendered(value: JsonObject, edits: Partial<Edits> = {}, rules = AS_WRITTEN): Promise<Rendered> {
  return renderedFrom(await fromFile(value), edits, rules)
}

export function renderedFrom(base: BaseDefinition, edits: Partial<Edits> = {}, rules = AS_WRITTEN): Rendered {
  const result = render(base, { ...NO_EDITS, ...edits }, rules)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'))
  return result.value
}

export async function refused(value: JsonObject, edits: Partial<Edits> = {}): Promise<readonly Problem[]> {
  const result = render(await fromFile(value), { ...NO_EDITS, ...edits }, AS_WRITTEN)
  return result.ok ? [] : result.problems
}

/** The container of this name in a rendered definition. */
export function container({ definition }: Rendered, name = 'app'): JsonObject {
  const { containerDefinitions } = definition as { readonly containerDefinitions: readonly JsonObject[] }
  const found = containerDefinitions.find((each) => each['name'] === name)
  if (!found) throw new Error(`no container ${name}`)
  return found
}

export const says = ({ notes }: Rendered): readonly string[] => notes.map((note) => note.says)
