// The revisions a plan is made from: the base that is edited, and the one that serves now. Read-only.
import type { Aws } from '../aws/ports.ts'
import { isList, isObject } from '../domain/json.ts'
import { Problem, type Note } from '../domain/problem.ts'
import type { Arn, Json, JsonObject, Result } from '../domain/units.ts'
import type { Base, Document } from '../inputs/inputs.ts'
import type { Read } from './survey.ts'

/** A revision as AWS describes it: the definition with the fields only AWS sets, and the tags beside it. */
export interface Known {
  readonly arn: Arn
  readonly answer: JsonObject
}

/** What is edited. `known`: it is a revision that exists, and is deployed as it is when nothing changes it. */
export interface BaseDefinition {
  readonly document: Document
  readonly known: Known | undefined
}

export interface Running {
  readonly known: Known | undefined
  readonly notes: readonly Note[]
}

/** The revision that serves now. Not being able to read it costs the comparison, not the deployment. */
export async function readRunning(arn: Arn | undefined, aws: Aws, read: Read): Promise<Running> {
  if (arn === undefined) return { known: undefined, notes: [] }
  try {
    return { known: await describe(arn, aws, read), notes: [] }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const why = error.code === 'NOT_ALLOWED' ? 'the role lacks ecs:DescribeTaskDefinition' : error.message
    const says = `The running revision ${arn} could not be read (${why}), so what changes is not shown`
    return { known: undefined, notes: [{ level: 'notice', says, remedy: error.remedy }] }
  }
}

/** The newest active revision of a family; undefined where there is none, or the role may not read it. */
export async function readLatest(family: Json | undefined, aws: Aws, read: Read): Promise<Known | undefined> {
  if (typeof family !== 'string') return undefined
  try {
    return await describe(family, aws, read)
  } catch (error) {
    // It could only have spared a registration.
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** `running`: where the service serves from, when the base is that revision. */
export async function readBase(
  base: Base,
  running: Promise<Running>,
  aws: Aws,
  read: Read
): Promise<Result<BaseDefinition, Problem>> {
  switch (base.kind) {
    case 'file':
      return { ok: true, value: { document: base.document, known: undefined } }
    case 'revision':
      try {
        return { ok: true, value: asBase(await describe(base.name, aws, read)) }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return { ok: false, problems: [error] }
      }
    case 'running': {
      const { known, notes } = await running
      if (known) return { ok: true, value: asBase(known) }
      return { ok: false, problems: [noBase(notes)] }
    }
  }
}

async function describe(taskDefinition: string, aws: Aws, read: Read): Promise<Known> {
  const answer = await read(() => aws.ecs.describeTaskDefinition({ taskDefinition, include: ['TAGS'] }))
  const definition = answer['taskDefinition']
  const arn = isObject(definition) ? definition['taskDefinitionArn'] : undefined
  if (typeof arn === 'string' && isObject(definition) && isList(definition['containerDefinitions']))
    return { arn, answer }
  throw new Problem('AWS_ANSWER_INVALID', {
    place: { kind: 'aws', call: 'ecs:DescribeTaskDefinition', resource: taskDefinition },
    found: 'the answer holds no task definition with an ARN and containers'
  })
}

function asBase(known: Known): BaseDefinition {
  const path = known.arn.split('/').at(-1) ?? known.arn
  return { known, document: { path, value: known.answer, locate: () => undefined } }
}

function noBase(notes: readonly Note[]): Problem {
  return new Problem('INPUT_MISSING', {
    place: { kind: 'input', name: 'task-definition' },
    found: notes[0]?.says ?? 'no task definition was given, and the service runs none to start from',
    expected: 'a file, `task-definition-arn`, `task-definition-family`, or a service whose running revision can be read'
  })
}
