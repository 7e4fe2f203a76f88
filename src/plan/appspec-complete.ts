// What a service has and an AppSpec does not speak of: put in, so that CodeDeploy keeps it for the new task set. Pure.
import { isList, isObject } from '../domain/json.ts'
import type { Note } from '../domain/problem.ts'
import type { Json, JsonObject } from '../domain/units.ts'
import { inTheCaseOf, memberOf, resourcesOf, withProperties } from './appspec-keys.ts'

/** How a service runs its tasks, as ECS describes it. */
export interface ServiceFacts {
  readonly platformVersion?: string | undefined
  readonly networkConfiguration?:
    | {
        readonly awsvpcConfiguration?:
          | {
              readonly subnets?: readonly string[] | undefined
              readonly securityGroups?: readonly string[] | undefined
              readonly assignPublicIp?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly capacityProviderStrategy?: Strategy | undefined
}

type Strategy = readonly {
  readonly capacityProvider?: string | undefined
  readonly base?: number | undefined
  readonly weight?: number | undefined
}[]

/** One value that was put in. */
export interface Added {
  readonly what: string
  readonly value: string
}

export interface Completed {
  readonly document: JsonObject
  readonly added: readonly Added[]
  readonly notes: readonly Note[]
}

interface Offer {
  readonly name: string
  readonly value: Json
  readonly added: readonly Added[]
}

/** What the AppSpec says itself is never touched; an empty list says "none". */
export function completeAppSpec(appSpec: JsonObject, facts: ServiceFacts): Completed {
  const [resource] = resourcesOf(appSpec)
  if (!resource) return { document: appSpec, added: [], notes: [] }
  const { properties } = resource
  const offers = [platformOffer(facts, properties), networkOffer(facts), capacityOffer(facts)].filter(
    (offer) => offer !== undefined && lacks(properties, offer.name)
  )
  return {
    document: withProperties(appSpec, (own) => offers.reduce(withOffer, own)),
    added: offers.flatMap((offer) => offer?.added ?? []),
    notes: lacks(properties, 'NetworkConfiguration') && isHalf(facts) ? [HALF_NETWORK] : []
  }
}

function lacks(properties: JsonObject, name: string): boolean {
  return (memberOf(properties, name)?.value ?? null) === null
}

function withOffer(properties: JsonObject, offer: Offer | undefined): JsonObject {
  if (!offer) return properties
  const key = memberOf(properties, offer.name)?.key ?? inTheCaseOf(properties, offer.name)
  return { ...properties, [key]: cased(properties, offer.value) }
}

/** With all keys in the case of `like`. */
function cased(like: JsonObject, value: Json): Json {
  if (isList(value)) return value.map((entry) => cased(like, entry))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [inTheCaseOf(like, key), cased(like, member)]))
}

/** Only Fargate has platform versions: one would spoil an AppSpec that names other capacity providers. */
function platformOffer({ platformVersion }: ServiceFacts, properties: JsonObject): Offer | undefined {
  const own = memberOf(properties, 'CapacityProviderStrategy')?.value
  const elsewhere = (isList(own) ? own : []).some((item) => {
    const provider = isObject(item) ? memberOf(item, 'CapacityProvider')?.value : undefined
    return typeof provider === 'string' && !provider.startsWith('FARGATE')
  })
  if (platformVersion === undefined || elsewhere) return undefined
  const added = [{ what: 'platform version', value: platformVersion }]
  return { name: 'PlatformVersion', value: platformVersion, added }
}

/**
 * All three or none. https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 * A public address that is not spoken of is DISABLED for a service.
 */
function networkOffer(facts: ServiceFacts): Offer | undefined {
  const { subnets = [], securityGroups = [], assignPublicIp } = facts.networkConfiguration?.awsvpcConfiguration ?? {}
  if (subnets.length === 0 || securityGroups.length === 0) return undefined
  const address = assignPublicIp ?? 'DISABLED'
  return {
    name: 'NetworkConfiguration',
    value: { AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: securityGroups, AssignPublicIp: address } },
    added: [
      { what: 'subnets', value: subnets.join(', ') },
      { what: 'security groups', value: securityGroups.join(', ') },
      { what: 'public address', value: address }
    ]
  }
}

function isHalf(facts: ServiceFacts): boolean {
  return facts.networkConfiguration?.awsvpcConfiguration !== undefined && networkOffer(facts) === undefined
}

const HALF_NETWORK: Note = {
  level: 'notice',
  says: 'The service names no subnets or no security groups, so that the AppSpec leaves its network configuration as it is.'
}

/**
 * Without it in the AppSpec, CodeDeploy takes the strategy away from the service.
 * https://github.com/aws/containers-roadmap/issues/1752
 */
function capacityOffer({ capacityProviderStrategy: strategy = [] }: ServiceFacts): Offer | undefined {
  if (strategy.length === 0) return undefined
  return {
    name: 'CapacityProviderStrategy',
    value: strategy.map(({ capacityProvider, base, weight }) => ({
      ...(capacityProvider !== undefined && { CapacityProvider: capacityProvider }),
      ...(base !== undefined && { Base: base }),
      ...(weight !== undefined && { Weight: weight })
    })),
    added: [
      {
        what: 'capacity providers',
        value: strategy.map(told).join(', ')
      }
    ]
  }
}

/** `FARGATE_SPOT (base 1, weight 4)`, with what the service says of it. */
function told({ capacityProvider = '?', base, weight }: Strategy[number]): string {
  const shares = [base === undefined ? [] : [`base ${base}`], weight === undefined ? [] : [`weight ${weight}`]].flat()
  return shares.length === 0 ? capacityProvider : `${capacityProvider} (${shares.join(', ')})`
}
