// The revision a story ends with: one that exists where it is what was asked for, else one to register.
import type { Aws } from '../aws/ports.ts'
import { register } from '../aws/register.ts'
import type { Revision } from '../domain/plan.ts'
import type { Note } from '../domain/problem.ts'
import type { Arn } from '../domain/units.ts'
import { decideRevision } from '../plan/decide.ts'
import { readLatest, type BaseDefinition, type Known } from '../plan/revisions.ts'
import type { Read } from '../plan/survey.ts'
import type { Rendered } from '../plan/task-definition.ts'
import type { World } from './world.ts'

/** The family is asked only when no revision at hand will do. */
export async function chooseRevision(
  rendered: Rendered,
  base: BaseDefinition,
  running: Known | undefined,
  aws: Aws,
  read: Read
): Promise<Revision> {
  const revision = decideRevision(rendered, base, [running, base.known])
  if (revision.kind === 'reuse') return revision
  return decideRevision(rendered, base, [await readLatest(rendered.definition['family'], aws, read)])
}

/** Registers the revision unless it exists, and tells what AWS did not keep of it. Writes. */
export async function makeRevision(
  revision: Revision,
  { aws, clock, emit }: World,
  signal?: AbortSignal
): Promise<{ readonly taskDefinition: Arn; readonly reused: boolean }> {
  if (revision.kind === 'reuse') {
    await emit({ kind: 'registered', at: clock.now(), taskDefinition: revision.arn, reused: true })
    return { taskDefinition: revision.arn, reused: true }
  }
  const { arn, lost } = await register(aws.ecs, revision.definition, clock, signal)
  await emit({ kind: 'registered', at: clock.now(), taskDefinition: arn, reused: false })
  if (lost.length > 0) await emit({ kind: 'note', at: clock.now(), note: lostNote(lost) })
  return { taskDefinition: arn, reused: false }
}

const MOST_NAMED = 20

function lostNote(lost: readonly string[]): Note {
  const named = lost.slice(0, MOST_NAMED).map((path) => `\`${path}\``)
  const more = lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : ''
  return {
    level: 'warning',
    says: `AWS did not keep ${named.join(', ')}${more}: the revision differs from what was sent`,
    remedy: 'Check the names in the documentation of RegisterTaskDefinition, and whether your region has the feature.'
  }
}
