// How callers name the cluster and the service: by name or by ARN. C2
import { refuse } from './refusal.ts'
import type { World } from './state.ts'

/** `default` when omitted. A cluster that is not there is an error of its own. C2 */
export function requireCluster({ names, settings }: World, cluster: unknown): void {
  const given = cluster ?? 'default'
  if (given !== settings.cluster && given !== names.cluster) refuse('ClusterNotFoundException', 'Cluster not found.')
}

export const isOurService = ({ names, settings }: World, reference: string): boolean =>
  reference === settings.service || reference === names.service

export function requireService(world: World, reference: unknown): void {
  if (typeof reference !== 'string' || reference === '')
    return refuse('InvalidParameterException', 'Service cannot be empty.')
  if (!isOurService(world, reference)) refuse('ServiceNotFoundException', 'Service not found.')
}
