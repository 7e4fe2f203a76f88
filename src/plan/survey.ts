// What runs today, read before anything is touched: the service every engine deploys to, or why it cannot be deployed to.
import type { DescribeServicesResponse, Service } from '@aws-sdk/client-ecs'
import type { Aws } from '../aws/ports.ts'
import type { Target } from '../domain/plan.ts'
import { Problem, type Place } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import type { Deploying as Inputs } from '../inputs/inputs.ts'
import { serviceFacts, type ServiceToday } from './service-today.ts'

/** Asks again while asking again may help; every read of a survey goes through it. */
export type Read = <T>(call: () => Promise<T>) => Promise<T>

/** The deployment controllers this release can drive. */
export type Controller = 'CODE_DEPLOY' | 'ECS'

export interface Today {
  readonly target: Target
  readonly controller: Controller
  readonly service: ServiceToday
}

const UNFIT: Readonly<Record<string, string>> = {
  EXTERNAL: 'its controller is EXTERNAL, so its task sets belong to a tool of yours that AWS knows nothing about'
}

const SERVICE_ARN =
  /^arn:(?<partition>[\w-]+):ecs:(?<region>[\w-]+):(?<account>\d{12}):service\/(?:(?<cluster>[^/]+)\/)?(?<name>[^/]+)$/

export async function survey(inputs: Inputs, aws: Aws, read: Read): Promise<Result<Today, Problem>> {
  const elsewhere = namedElsewhere(inputs, aws.region)
  if (elsewhere.length > 0) return { ok: false, problems: elsewhere }
  try {
    const request = { cluster: inputs.cluster, services: [inputs.service] }
    return understand(await read(() => aws.ecs.describeServices(request)), inputs, aws.region)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ok: false, problems: [explained(error, inputs, aws.region)] }
  }
}

/** DescribeServices' answer as facts, or everything that is wrong with it. */
export function understand(answer: DescribeServicesResponse, inputs: Inputs, region: string): Result<Today, Problem> {
  const [service] = answer.services ?? []
  if (service === undefined) return { ok: false, problems: [absent(answer, inputs, region)] }
  const place = placeOf(inputs)
  const identity = SERVICE_ARN.exec(service.serviceArn ?? '')?.groups
  if (identity === undefined || service.serviceArn === undefined) {
    return { ok: false, problems: [invalid('serviceArn', service.serviceArn, place)] }
  }
  const target: Target = {
    partition: identity.partition ?? 'aws',
    region: identity.region ?? region,
    account: identity.account ?? '',
    cluster: lastSegment(service.clusterArn) ?? identity.cluster ?? inputs.cluster,
    service: service.serviceName ?? identity.name ?? inputs.service
  }
  // Absent for a plain ECS service: the official action takes it for ECS, too.
  const controller = service.deploymentController?.type ?? 'ECS'
  const problems = [
    ...accountProblems(target, inputs),
    ...statusProblems(service, target, place),
    ...(target.region === region ? [] : [foreign(target, region, place)])
  ]
  if (!isDriven(controller)) problems.push(unfit(controller, target, place))
  if (!isDriven(controller) || problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { target, controller, service: serviceFacts(service, service.serviceArn) } }
}

function isDriven(controller: string): controller is Controller {
  return controller === 'CODE_DEPLOY' || controller === 'ECS'
}

/** A service or cluster given by its ARN says itself where it is. */
function namedElsewhere(inputs: Inputs, region: string): readonly Problem[] {
  const named = [
    { name: 'cluster', value: inputs.cluster },
    { name: 'service', value: inputs.service }
  ]
  return named.flatMap(({ name, value }) => {
    const [prefix, , , written, account] = value.split(':')
    if (prefix !== 'arn' || written === undefined) return []
    const problems: Problem[] = []
    if (written !== region) {
      const found = `\`${name}\` is in region ${written}, but AWS is asked in region ${region}`
      problems.push(new Problem('INPUT_CONFLICT', { place: { kind: 'input', name }, found, expected: region }))
    }
    if (account !== undefined && inputs.allowedAccounts.length > 0 && !inputs.allowedAccounts.includes(account)) {
      problems.push(notAllowed(`\`${name}\` is in account ${account}`, inputs))
    }
    return problems
  })
}

function absent(answer: DescribeServicesResponse, inputs: Inputs, region: string): Problem {
  const place = placeOf(inputs)
  const [failure] = answer.failures ?? []
  if (failure === undefined) return invalid('services', 'an empty list', place)
  // A missing service is HTTP 200 with this word. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
  if (failure.reason === 'MISSING') {
    const account = failure.arn?.split(':')[4]
    const where = account ? `account ${account}, region ${region}` : `region ${region}`
    const found = `there is no service ${inputs.service} in cluster ${inputs.cluster} (${where})`
    return new Problem('SERVICE_NOT_FOUND', { place, found })
  }
  const found = [failure.reason ?? 'no reason given', failure.detail].filter(Boolean).join(': ')
  return new Problem('AWS_REFUSED', { place, found })
}

/** A refusal of AWS with the names and the region it was asked for. */
function explained(problem: Problem, inputs: Inputs, region: string): Problem {
  if (problem.code !== 'CLUSTER_NOT_FOUND') return problem
  return new Problem('CLUSTER_NOT_FOUND', {
    place: { kind: 'input', name: 'cluster' },
    found: `there is no cluster ${inputs.cluster} in region ${region} for the account of these credentials`,
    ...(problem.aws && { aws: problem.aws }),
    cause: problem
  })
}

function accountProblems(target: Target, inputs: Inputs): readonly Problem[] {
  const { allowedAccounts } = inputs
  if (allowedAccounts.length === 0 || allowedAccounts.includes(target.account)) return []
  return [notAllowed(`the service is in account ${target.account}`, inputs)]
}

function notAllowed(found: string, inputs: Inputs): Problem {
  const place: Place = { kind: 'input', name: 'allowed-account-ids' }
  return new Problem('ACCOUNT_NOT_ALLOWED', { place, found, expected: inputs.allowedAccounts.join(' or ') })
}

function statusProblems(service: Service, target: Target, place: Place): readonly Problem[] {
  if (service.status === 'ACTIVE') return []
  const found = `the status of service ${target.service} is ${service.status ?? 'not given'}`
  return [new Problem('SERVICE_INACTIVE', { place, found, expected: 'ACTIVE' })]
}

function foreign(target: Target, region: string, place: Place): Problem {
  const found = `asked in region ${region}, AWS answered with a service in region ${target.region}`
  return new Problem('AWS_ANSWER_INVALID', { place, found, remedy: 'Correct `aws-region` or AWS_ENDPOINT_URL.' })
}

function unfit(controller: string, target: Target, place: Place): Problem {
  const why = UNFIT[controller] ?? `its controller is ${controller}, which nobody has told us of`
  return new Problem('CONTROLLER_UNFIT', {
    place,
    found: `service ${target.service} cannot be deployed to: ${why}`,
    expected: 'CODE_DEPLOY or ECS'
  })
}

function invalid(member: string, found: string | undefined, place: Place): Problem {
  return new Problem('AWS_ANSWER_INVALID', { place, found: `\`${member}\` is ${found ?? 'missing'}` })
}

function placeOf(inputs: Inputs): Place {
  return { kind: 'aws', call: 'ecs:DescribeServices', resource: `${inputs.cluster}/${inputs.service}` }
}

function lastSegment(arn: string | undefined): string | undefined {
  return arn?.split('/').at(-1)
}
