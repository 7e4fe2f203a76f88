// Which deployment promote, rollback and status are for, and which of its gates: ids as AWS writes them.
import type { Ask } from './ask.ts'
import { accept, matching, refuse, type Parser } from './fields.ts'
import type { Whereabouts } from './names.ts'

/** What the ARN of a service deployment says of where it is. */
export interface OfAService extends Whereabouts {
  readonly cluster: string
  readonly service: string
}

interface DeploymentId {
  readonly written: string
  /** Undefined for a deployment of CodeDeploy, whose id says nothing. */
  readonly arn: OfAService | undefined
}

export interface DeploymentAsked {
  readonly deploymentId: string | undefined
  readonly hookId: string | undefined
  readonly arn: OfAService | undefined
}

/** Nine of these, as seen; AWS promises no length. */
const OF_CODEDEPLOY = /^d-[A-Z0-9]{1,30}$/
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
const ARN =
  /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):service-deployment\/([A-Za-z0-9_-]{1,255})\/([A-Za-z0-9_-]{1,255})\/[A-Za-z0-9_-]{1,64}$/

const deploymentId: Parser<DeploymentId> = (written) => {
  if (OF_CODEDEPLOY.test(written)) return accept({ written, arn: undefined })
  const [found, region = '', account = '', cluster = '', service = ''] = ARN.exec(written) ?? []
  if (found !== undefined) return accept({ written, arn: { region, account, cluster, service } })
  return refuse({
    expected:
      'the id of a CodeDeploy deployment, like `d-1A2B3C4D5`, or the ARN of a service deployment, `arn:aws:ecs:<region>:<account>:service-deployment/<cluster>/<service>/<id>`',
    remedy: correction(written)
  })
}

function correction(written: string): string {
  if (OF_CODEDEPLOY.test(`d-${written.slice(2).toUpperCase()}`) && /^d-/i.test(written)) {
    return `Write \`d-${written.slice(2).toUpperCase()}\`.`
  }
  if (written.startsWith('ecs-svc/')) {
    return 'Write the ARN of the service deployment, or remove `deployment-id`: the deployment that is under way is meant then.'
  }
  if (HOOK_ID.test(written)) return 'Write the id of a gate in `hook-id`.'
  return 'Write the output `deployment-id` of the step that started the deployment, or remove `deployment-id`: the deployment that is under way is meant then.'
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/continue-service-deployment.html */
const HOOK_ID = /^ecs-[A-Za-z0-9]{1,32}-[A-Za-z0-9_-]{1,255}$/

const hookId = matching(
  HOOK_ID,
  'the id of a gate, `ecs-<type>-<id>`',
  'Write the output `hook-id` of the step that ended at the gate, or remove `hook-id`: the gate that waits is meant then.'
)

export function readDeployment(asked: Ask): DeploymentAsked {
  const deployment = asked.read('deployment-id', deploymentId)
  const hook = asked.read('hook-id', hookId)
  if (hook !== undefined && deployment !== undefined && deployment.arn === undefined) {
    asked.conflict(
      'hook-id',
      '`deployment-id` is a deployment of CodeDeploy, which has one gate without an id, and `hook-id` names a gate of ECS',
      'Remove `hook-id`, or write the ARN of a service deployment in `deployment-id`.'
    )
  }
  return { deploymentId: deployment?.written, hookId: hook, arn: deployment?.arn }
}
