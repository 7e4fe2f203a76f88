// What the id of a deployment says: whether it is one of ECS, and of this very service. Pure.
import type { Target } from '../../domain/plan.ts'
import { Problem, type ProblemCode } from '../../domain/problem.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html */
const DEPLOYMENT =
  /^arn:[\w-]+:ecs:(?<region>[\w-]+):(?<account>\d{12}):service-deployment\/(?<cluster>[^/]+)\/(?<service>[^/]+)\/[\w-]+$/
const IN_SERVICE = /^ecs-svc\/\d+$/
const CODE_DEPLOY = /^d-[A-Z0-9]+$/

/** A deployment by its own name, or by the one it has in the service. */
export function whoseDeployment(id: string, target: Target): 'deployment' | 'in service' | Problem {
  if (IN_SERVICE.test(id)) return 'in service'
  const named = DEPLOYMENT.exec(id)?.groups
  if (named === undefined) return CODE_DEPLOY.test(id) ? ofCodeDeploy(id, target) : notAnArn(id)
  const members = ['region', 'account', 'cluster', 'service'] as const
  const other = members.filter((member) => named[member] !== target[member])
  if (other.length === 0) return 'deployment'
  const says = other.map((member) => `${member} ${String(named[member])} instead of ${target[member]}`).join(', ')
  return refusal(
    'INPUT_CONFLICT',
    `${id} is a deployment of another service (${says})`,
    'Correct `deployment-id`, `service` or `cluster`.'
  )
}

function ofCodeDeploy(id: string, { service }: Target): Problem {
  return refusal(
    'INPUT_CONFLICT',
    `${id} is a deployment of CodeDeploy, and service ${service} is deployed to by ECS itself`,
    'Give the ARN of a service deployment, or leave `deployment-id` out to take the one on its way.'
  )
}

function notAnArn(id: string): Problem {
  return refusal(
    'INPUT_INVALID',
    `\`deployment-id\` is ${JSON.stringify(id)}`,
    'Give the ARN of a service deployment (arn:aws:ecs:…:service-deployment/…), or leave it out to take the one on its way.'
  )
}

function refusal(code: ProblemCode, found: string, remedy: string): Problem {
  return new Problem(code, { place: { kind: 'input', name: 'deployment-id' }, found, remedy })
}
