// Whose share of the traffic is whose: the new revision's task set among those of a target, and the one beside it. Pure.
import type { ECSTaskSet } from '@aws-sdk/client-codedeploy'
import type { Percent } from '../../domain/units.ts'
import { percent } from '../facts.ts'

export interface Shares {
  readonly green: ECSTaskSet | undefined
  readonly traffic: Percent | undefined
  readonly oldTraffic: Percent | undefined
}

export function sharesOf(sets: readonly ECSTaskSet[], servedBefore: string | undefined): Shares {
  const green = replacement(sets, servedBefore)
  if (green === undefined) return { green, traffic: undefined, oldTraffic: undefined }
  const [blue, ...more] = sets.filter((set) => set !== green)
  return {
    green,
    traffic: percent(green.trafficWeight),
    oldTraffic: more.length === 0 ? percent(blue?.trafficWeight) : undefined
  }
}

/**
 * The new revision's task set: the one labelled Green; where AWS gives no labels, the only one that did not serve when the
 * plan was made. Unclear is undefined.
 */
function replacement(sets: readonly ECSTaskSet[], servedBefore: string | undefined): ECSTaskSet | undefined {
  const green = sets.filter((set) => set.taskSetLabel === 'Green')
  if (green.length === 1) return green[0]
  if (servedBefore === undefined || sets.some((set) => set.taskSetLabel !== undefined)) return undefined
  // `identifer` is misspelt in the API itself.
  const others = sets.filter((set) => set.identifer !== undefined && set.identifer !== servedBefore)
  return others.length === 1 ? others[0] : undefined
}
