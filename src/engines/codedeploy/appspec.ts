// The AppSpec of a deployment: the user's file or a bare one, completed from the service so that it loses nothing the
// service has, with the hooks that were asked for. Pure.
import type { Choice } from '../../domain/plan.ts'
import { Problem, type Note, type Place } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Deploying, Document } from '../../inputs/inputs.ts'
import {
  balancersOf,
  bareAppSpec,
  checkAppSpec,
  PLACEHOLDER,
  readAppSpec,
  withTaskDefinition
} from '../../plan/appspec.ts'
import { completeAppSpec, type Added, type ServiceFacts } from '../../plan/appspec-complete.ts'
import { hooksOf, mergeHooks } from '../../plan/appspec-hooks.ts'
import type { Balancer, ServiceToday } from '../../plan/service-today.ts'
import { failed, type Found } from '../found.ts'
import type { Group } from './group.ts'

export interface ChosenAppSpec {
  readonly document: JsonObject
  readonly choices: readonly Choice[]
}

/** What an AppSpec starts from. */
interface Draft {
  readonly document: JsonObject
  /** Where a container or port that does not fit was named. */
  readonly place: Place
  readonly choices: readonly Choice[]
}

export function decideAppSpec(
  { appSpec: file, hooks }: Pick<Deploying, 'appSpec' | 'hooks'>,
  service: ServiceToday,
  definition: JsonObject
): Found<ChosenAppSpec | undefined> {
  const draft = file ? fromFile(file, service) : fromService(service)
  if (draft.value === undefined) return { ...draft, value: undefined }
  const completed = completeAppSpec(draft.value.document, factsOf(service))
  const hooked = mergeHooks(completed.document, hooks)
  const document = withTaskDefinition(hooked.document, PLACEHOLDER)
  return {
    value: {
      document,
      choices: [
        ...draft.value.choices,
        ...completed.added.map(({ what, value }): Choice => ({ what, value, origin: 'service' })),
        ...hooks.map((hook): Choice => ({ what: `hook ${hook.event}`, value: hook.function, origin: 'input' }))
      ]
    },
    problems: checkAppSpec(document, definition, draft.value.place),
    notes: [
      ...draft.notes,
      ...(file && completed.added.length > 0 ? [completedNote(file, completed.added)] : []),
      ...completed.notes,
      ...hooked.notes
    ]
  }
}

function fromFile(file: Document, service: ServiceToday): Found<Draft | undefined> {
  const read = readAppSpec(file)
  if (!read.ok) return failed(undefined, ...read.problems)
  const choice: Choice = { what: 'AppSpec', value: file.path, origin: 'file' }
  return {
    value: { document: read.value, place: { kind: 'file', path: file.path }, choices: [choice] },
    problems: [],
    notes: elsewhere(read.value, file, balancersToday(service))
  }
}

/** The file's container and port win; that they are others than the service's is worth a warning. */
function elsewhere(appSpec: JsonObject, { path }: Document, today: readonly Balancer[]): readonly Note[] {
  const [named] = balancersOf(appSpec)
  if (typeof named?.name !== 'string' || typeof named.port !== 'number') return []
  const asked = nameOf({ containerName: named.name, containerPort: named.port })
  const known = today.map(nameOf)
  if (known.length === 0 || known.includes(asked)) return []
  return [
    {
      level: 'warning',
      says: `${path} sends the traffic to ${asked}, and the load balancer of the service to ${known.join(' and ')} today`,
      remedy: 'Correct LoadBalancerInfo, unless the container or its port is meant to change.'
    }
  ]
}

/** What stands behind it: CodeDeploy takes the capacity providers away from a service whose AppSpec does not name them. */
function completedNote({ path }: Document, added: readonly Added[]): Note {
  const values = added.map(({ what, value }) => `${what} ${value}`).join('; ')
  return {
    level: 'notice',
    says: `${path} does not speak of all the service has, and CodeDeploy may take away what an AppSpec leaves out; added: ${values}`
  }
}

function fromService(service: ServiceToday): Found<Draft | undefined> {
  const place: Place = { kind: 'aws', call: 'ecs:DescribeServices', resource: service.arn }
  const balancers = balancersToday(service)
  const [balancer, ...others] = balancers
  if (balancer === undefined || others.length > 0) return failed(undefined, ambiguous(balancers, place))
  const { containerName, containerPort } = balancer
  return {
    value: {
      document: bareAppSpec(containerName, containerPort),
      place,
      choices: [
        { what: 'AppSpec', value: 'generated', origin: 'service' },
        { what: 'container and port', value: nameOf(balancer), origin: 'service' }
      ]
    },
    problems: [],
    notes: [
      {
        level: 'notice',
        says: `No AppSpec file: it is generated from the service, with container \`${containerName}\` and port ${containerPort}.`
      }
    ]
  }
}

/** A CODE_DEPLOY service may leave its load balancer to its task sets. */
function balancersToday(service: ServiceToday): readonly Balancer[] {
  const balancers = service.balancers.length > 0 ? service.balancers : (service.primary?.balancers ?? [])
  return [...new Map(balancers.map((balancer) => [nameOf(balancer), balancer])).values()]
}

function nameOf({ containerName, containerPort }: Pick<Balancer, 'containerName' | 'containerPort'>): string {
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

/** CodeDeploy leaves the stages of test traffic out where a group has no listener for it. */
export function unheardHooks(appSpec: JsonObject, { group, testListener }: Group): readonly Note[] {
  const unheard = hooksOf(appSpec).filter(({ event }) => event === 'AfterAllowTestTraffic')
  if (testListener) return []
  return unheard.map((hook) => ({
    level: 'warning',
    says: `${hook.function} will not be called: group ${group} has no test listener, so there is no ${hook.event}`,
    remedy: 'Give the group a test listener (testTrafficRoute), or use another event.'
  }))
}

/** Members the service does not speak of are those of its primary task set. */
function factsOf({ primary, ...service }: ServiceToday): ServiceFacts {
  const { capacityProviderStrategy: strategy } = service
  return {
    platformVersion: service.platformVersion ?? primary?.platformVersion,
    networkConfiguration: service.networkConfiguration ?? primary?.networkConfiguration,
    capacityProviderStrategy: strategy.length > 0 ? strategy : (primary?.capacityProviderStrategy ?? [])
  }
}
