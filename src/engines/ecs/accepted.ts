// What the answer to a service update tells of the deployment it has started: read member by member, since AWS promises
// little of it. Pure.
import { isList, isObject } from '../../domain/json.ts'
import { SECOND, type Arn, type Json, type JsonObject, type Millis } from '../../domain/units.ts'

export interface Accepted {
  /** The deployment AWS calls the current one: often still the one before. */
  readonly current: string | undefined
  readonly primary: Primary | undefined
  /** The hooks the service has now; undefined where the answer does not say. */
  readonly hooks: readonly Json[] | undefined
}

export interface Primary {
  readonly id: string
  readonly taskDefinition: Arn
  readonly createdAt: Millis | undefined
}

/** Undefined: the answer is none that could be understood. */
export function accepted(answer: unknown): Accepted | undefined {
  if (!isAnswer(answer) || !isObject(answer['service'])) return undefined
  const { currentServiceDeployment: current, deployments, deploymentConfiguration } = answer['service']
  const listed = isList(deployments) ? deployments : []
  const hooks = isObject(deploymentConfiguration) ? deploymentConfiguration['lifecycleHooks'] : undefined
  return { current: text(current), primary: listed.flatMap(primary)[0], hooks: isList(hooks) ? hooks : undefined }
}

function isAnswer(answer: unknown): answer is JsonObject {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}

function primary(entry: Json): readonly Primary[] {
  if (!isObject(entry) || entry['status'] !== 'PRIMARY') return []
  const id = text(entry['id'])
  const taskDefinition = text(entry['taskDefinition'])
  if (id === undefined || taskDefinition === undefined) return []
  const { createdAt } = entry
  // Plain JSON has seconds since the epoch.
  return [{ id, taskDefinition, createdAt: typeof createdAt === 'number' ? createdAt * SECOND : undefined }]
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
