// Registers a revision: sent once, because every request that arrives makes another revision.
import type { Clock } from '../domain/ports.ts'
import { isList, isObject } from '../domain/json.ts'
import { Problem, type ProblemCode } from '../domain/problem.ts'
import type { Arn, Json, JsonObject } from '../domain/units.ts'
import { invalidAnswer } from './faults.ts'
import { lost } from './lost.ts'
import { pause } from './patience.ts'
import type { Ecs } from './ports.ts'

/** Refusals for haste: several workflows that register the same family at once. */
const ATTEMPTS = 6

/** After these nobody can tell whether AWS has acted. */
const UNCERTAIN: ReadonlySet<ProblemCode> = new Set(['AWS_UNREACHABLE', 'AWS_BROKEN', 'AWS_ANSWER_INVALID'])

export interface Registered {
  readonly arn: Arn
  /** Paths of what was sent and is not in AWS's answer. */
  readonly lost: readonly string[]
}

export async function register(
  ecs: Pick<Ecs, 'registerTaskDefinition'>,
  definition: JsonObject,
  clock: Clock,
  signal?: AbortSignal
): Promise<Registered> {
  const family = definition['family']
  try {
    const answer = await unhurried(ecs, definition, clock, signal)
    return { arn: registered(answer, family), lost: lost(definition, kept(answer)) }
  } catch (error) {
    if (!(error instanceof Problem) || !UNCERTAIN.has(error.code)) throw error
    throw error.after(
      `a revision of task definition ${JSON.stringify(family)} may have been registered; nothing runs it`
    )
  }
}

/** Only a refusal for haste is answered by asking again: AWS did nothing then. */
async function unhurried(
  ecs: Pick<Ecs, 'registerTaskDefinition'>,
  definition: JsonObject,
  clock: Clock,
  signal: AbortSignal | undefined
): Promise<JsonObject> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ecs.registerTaskDefinition(definition, signal && { signal })
    } catch (error) {
      const again = error instanceof Problem && error.code === 'AWS_THROTTLED' && attempt < ATTEMPTS
      if (!again || signal?.aborted) throw error
      await clock.sleep(pause(error.code, attempt - 1), signal)
      if (signal?.aborted) throw error
    }
  }
}

const REVISION = /^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d+:task-definition\/([A-Za-z0-9_-]+):\d+$/

function registered(answer: JsonObject, family: Json | undefined): Arn {
  const call = { service: 'ecs', operation: 'RegisterTaskDefinition' } as const
  const { taskDefinition } = answer
  const arn = isObject(taskDefinition) ? taskDefinition['taskDefinitionArn'] : undefined
  const match = typeof arn === 'string' ? REVISION.exec(arn) : null
  if (!match) throw invalidAnswer('the answer names no revision', call)
  if (match[1] !== family) {
    throw invalidAnswer(`the answer names ${match[0]}, which is not of family ${JSON.stringify(family)}`, call)
  }
  return match[0]
}

/** Tags come back beside the definition. */
function kept({ taskDefinition, tags }: JsonObject): JsonObject {
  return { ...(isObject(taskDefinition) && taskDefinition), ...(isList(tags) && { tags }) }
}
