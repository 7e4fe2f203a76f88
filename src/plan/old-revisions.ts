// Which revisions of a family may go once another one serves. Pure.
import type { Arn } from '../domain/units.ts'

export interface Keeping {
  /** So many of the newest stay, whatever they are. */
  readonly keep: number
  readonly deployed: Arn
  /** What served before: where a roll-back leads. */
  readonly before: Arn | undefined
}

/** Newest first. One that is newer than the deployed one belongs to a deployment that may still come. */
export function oldRevisions(active: readonly Arn[], { keep, deployed, before }: Keeping): readonly Arn[] {
  const serving = revisionOf(deployed)
  if (serving === undefined) return []
  return active
    .map(revisionOf)
    .filter((revision) => revision !== undefined)
    .filter(({ family }) => family === serving.family)
    .sort((one, other) => other.number - one.number)
    .slice(keep)
    .filter(({ arn, number }) => number < serving.number && arn !== before)
    .map(({ arn }) => arn)
}

interface Revision {
  readonly arn: Arn
  /** With partition, region and account: what two revisions of one family have in common. */
  readonly family: string
  readonly number: number
}

function revisionOf(arn: Arn): Revision | undefined {
  const parts = /^(?<family>arn:[^:]+:ecs:[^:]+:\d+:task-definition\/[^:/]+):(?<number>\d+)$/.exec(arn)?.groups
  return parts?.family === undefined ? undefined : { arn, family: parts.family, number: Number(parts.number) }
}

/** The name alone, as AWS filters by it. */
export function familyOf(arn: Arn): string | undefined {
  return revisionOf(arn)?.family.split('/').at(-1)
}
