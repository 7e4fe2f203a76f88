// What is to be deployed: a revision to register, or one that exists and is already what was asked for. Pure.
import type { Revision } from '../domain/plan.ts'
import { registrable, type Rendered } from './task-definition.ts'
import type { BaseDefinition, Known } from './revisions.ts'

export function decideRevision(rendered: Rendered, base: BaseDefinition, running: Known | undefined): Revision {
  const { definition } = rendered
  if (base.known && !rendered.modified) return { kind: 'reuse', arn: base.known.arn, definition }
  if (running && JSON.stringify(registrable(running)) === JSON.stringify(definition)) {
    return { kind: 'reuse', arn: running.arn, definition }
  }
  return { kind: 'register', definition }
}
