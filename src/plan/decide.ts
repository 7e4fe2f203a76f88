// What is to be deployed: a revision to register, or one that exists and is already what was asked for. Pure.
import type { Revision } from '../domain/plan.ts'
import { isObject } from '../domain/json.ts'
import { changes } from './difference.ts'
import type { BaseDefinition, Known } from './revisions.ts'
import { registrable, type Rendered } from './task-definition.ts'

/** `others`: revisions that may happen to be the same, the one to prefer first. */
export function decideRevision(
  { definition, modified }: Rendered,
  base: BaseDefinition,
  others: readonly (Known | undefined)[]
): Revision {
  const asItIs = modified ? undefined : base.known
  const same = others.filter((known) => known && changes(registrable(known), definition).length === 0)
  const found = [asItIs, ...same].find((known) => known !== undefined && isActive(known))
  return found ? { kind: 'reuse', arn: found.arn, definition } : { kind: 'register', definition }
}

/** One that was deregistered takes no new deployment. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html */
function isActive({ answer }: Known): boolean {
  const definition = answer['taskDefinition']
  const status = isObject(definition) ? definition['status'] : undefined
  return status === undefined || status === 'ACTIVE'
}
