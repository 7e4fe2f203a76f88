// What a deployment tells of one of its revisions. [ECS] B7
import { MIXED_WEIGHT } from './native-defaults.ts'
import { nativeOf, balancerOf, strategyOf } from './native-revisions.ts'
import { pendingOf, runningOf } from './tasksets.ts'
import { lean } from './wire.ts'
import type { NativeDeployment, NativeRevision, Summary } from './native-state.ts'
import type { World } from './state.ts'

export function summaryOf(world: World, deployment: NativeDeployment, revision: NativeRevision): Summary {
  const frozen = deployment.snapshot?.get(revision)
  if (frozen) return frozen
  const { set, wanted } = revision
  const rolling = strategyOf(deployment) === 'ROLLING'
  const balanced = deployment.target.loadBalancers.length > 0
  const weighed = rolling ? nativeOf(world).switches.rollingWeights === 'given' : balanced
  const tested = !rolling && balanced && balancerOf(deployment.target).advanced.testListenerRule !== undefined
  return lean({
    arn: revision.arn,
    requestedTaskCount: wanted,
    runningTaskCount: runningOf(set, world.now),
    pendingTaskCount: pendingOf(set, world.now),
    requestedProductionTrafficWeight: weighed ? requestedOf(world, revision) : undefined,
    requestedTestTrafficWeight: tested ? revision.testWeight : undefined
  })
}

/** What ECS asked for: weights that somebody else set on the rule are none of it. [ECS] B4, B7 */
const requestedOf = (world: World, { set }: NativeRevision): number =>
  nativeOf(world).settings.balancing === 'mixed-weights' && set.weight === MIXED_WEIGHT ? 100 : set.weight
