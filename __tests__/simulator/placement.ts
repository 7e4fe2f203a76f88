// How tasks are run, and what CodeDeploy makes of it. [UG:reference-appspec-file-structure-resources] A13
import { isJson } from './wire.ts'
import type { AppSpec } from './appspec.ts'
import type { Placement } from './state.ts'
import type { Json } from './wire.ts'

/** What the service was created with. */
export const PLACEMENT: Placement = {
  platformVersion: '1.4.0',
  network: {
    subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
    securityGroups: ['sg-0a1b2c3d4e5f60003'],
    assignPublicIp: 'DISABLED'
  },
  strategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 1 }]
}

/**
 * A strategy that the AppSpec leaves out is gone. [ISS:aws/containers-roadmap#1752] That the network stays, and that LATEST
 * means 1.4.0, is ours.
 */
export function placementOf({ platformVersion, network, capacityProviders }: AppSpec, before: Placement): Placement {
  const given = network?.['awsvpcConfiguration'] as Placement['network'] | undefined
  return {
    platformVersion: platformVersion === undefined || platformVersion === 'LATEST' ? '1.4.0' : platformVersion,
    network: given ?? before.network,
    ...(capacityProviders !== undefined && { strategy: capacityProviders.filter(isJson).map(item) })
  }
}

function item(given: Json): NonNullable<Placement['strategy']>[number] {
  const [provider, base, weight] = ['capacityprovider', 'base', 'weight'].map(
    (name) => Object.entries(given).find(([key]) => key.toLowerCase() === name)?.[1]
  )
  return { capacityProvider: String(provider), base: Number(base ?? 0), weight: Number(weight ?? 0) }
}
