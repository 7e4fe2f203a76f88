// The AppSpec of a deployment: the user's file, or one made from the service so that it loses nothing the service has. Pure.
import type { Choice } from '../../domain/plan.ts'
import { Problem, type Place } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Document } from '../../inputs/inputs.ts'
import { checkAppSpec, generateAppSpec, generatedNotes, readAppSpec, type ServiceFacts } from '../../plan/appspec.ts'
import type { Balancer, ServiceToday } from '../../plan/survey.ts'
import { failed, found, lost, type Found } from './found.ts'

export interface ChosenAppSpec {
  readonly document: JsonObject
  readonly choices: readonly Choice[]
}

export function decideAppSpec(
  file: Document | undefined,
  service: ServiceToday,
  definition: JsonObject
): Found<ChosenAppSpec | undefined> {
  return file ? fromFile(file, definition) : fromService(service, definition)
}

function fromFile(file: Document, definition: JsonObject): Found<ChosenAppSpec | undefined> {
  const read = readAppSpec(file)
  if (!read.ok) return failed(undefined, ...read.problems)
  const problems = checkAppSpec(read.value, definition, { kind: 'file', path: file.path })
  const choice: Choice = { what: 'AppSpec', value: file.path, origin: 'file' }
  return { ...found({ document: read.value, choices: [choice] }), problems }
}

function fromService(service: ServiceToday, definition: JsonObject): Found<ChosenAppSpec | undefined> {
  const place: Place = { kind: 'aws', call: 'ecs:DescribeServices', resource: service.arn }
  // A CODE_DEPLOY service may leave its load balancer to its task sets.
  const balancers = service.balancers.length > 0 ? service.balancers : (service.primary?.balancers ?? [])
  const [balancer, ...others] = distinct(balancers)
  if (balancer === undefined || others.length > 0) return failed(undefined, ambiguous(distinct(balancers), place))
  const facts = factsOf(service, balancer)
  const document = generateAppSpec(facts)
  const problems = checkAppSpec(document, definition, place)
  return { ...lost({ document, choices: choicesOf(facts) }, ...generatedNotes(facts)), problems }
}

function distinct(balancers: readonly Balancer[]): readonly Balancer[] {
  return [...new Map(balancers.map((balancer) => [nameOf(balancer), balancer])).values()]
}

function nameOf({ containerName, containerPort }: Balancer): string {
  return `${containerName}:${containerPort}`
}

function ambiguous(balancers: readonly Balancer[], place: Place): Problem {
  const names = balancers.map(nameOf).join(' and ')
  return new Problem('APPSPEC_INVALID', {
    place,
    found:
      names === ''
        ? 'no AppSpec was given, and the service names no container and port behind its load balancer to make one of'
        : `no AppSpec was given, and the service has several containers behind its load balancer: ${names}`,
    remedy: 'Write an AppSpec with LoadBalancerInfo and name it in `codedeploy-appspec`.'
  })
}

/** Members the service does not speak of are those of its primary task set. */
function factsOf(service: ServiceToday, { containerName, containerPort }: Balancer): ServiceFacts {
  const { primary } = service
  return {
    containerName,
    containerPort,
    platformVersion: service.platformVersion ?? primary?.platformVersion,
    networkConfiguration: service.networkConfiguration ?? primary?.networkConfiguration,
    capacityProviderStrategy:
      service.capacityProviderStrategy.length > 0
        ? service.capacityProviderStrategy
        : (primary?.capacityProviderStrategy ?? [])
  }
}

function choicesOf(facts: ServiceFacts): readonly Choice[] {
  const network = facts.networkConfiguration?.awsvpcConfiguration
  const providers = facts.capacityProviderStrategy ?? []
  const values: readonly (readonly [string, string | undefined])[] = [
    ['AppSpec', 'generated'],
    ['container and port', `${facts.containerName}:${facts.containerPort}`],
    ['platform version', facts.platformVersion],
    ['subnets', network?.subnets?.join(', ')],
    ['security groups', network?.securityGroups?.join(', ')],
    ['public address', network?.assignPublicIp],
    ['capacity providers', providers.map(({ capacityProvider }) => capacityProvider ?? '?').join(', ')]
  ]
  return values.flatMap(([what, value]) => (value ? [{ what, value, origin: 'service' as const }] : []))
}
