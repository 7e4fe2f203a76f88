// What becomes of a plan while another deployment of the service is on its way: ours, one to wait for, or one to replace. Pure.
import type { EcsAttachment, EcsPlan, Whose } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import { ago } from '../found.ts'
import type { Planning, PlanRequest } from '../kit.ts'
import { attachmentOf } from './attachment.ts'
import type { Configuration } from './configuration.ts'
import type { FoundDeployment } from './found-deployment.ts'

/** `content`: the hash of what this run asks for. ECS can start beside another: it stops that one by itself. */
export function beside(
  request: PlanRequest,
  plan: EcsPlan,
  active: FoundDeployment | undefined,
  own: Configuration,
  content: string
): Planning<EcsPlan> {
  if (active === undefined) return { kind: 'planned', plan }
  const found = attachmentOf(request, active, own, content)
  const other: EcsAttachment = { ...found, whose: whoseOf(found, request) }
  const facts = factsOf(other, request)
  // Our own earlier attempt is not for replacing.
  if (request.inputs.onActive === 'replace' && other.whose !== 'run') {
    return { kind: 'planned', plan: { ...plan, notes: [...plan.notes, replaceNote(facts)] } }
  }
  const call = other.readBy === 'deployment' ? 'ecs:ListServiceDeployments' : 'ecs:DescribeServices'
  const problem = new Problem('DEPLOYMENT_ACTIVE', {
    place: { kind: 'aws', call, resource: other.target.service },
    found: facts
  })
  return { kind: 'busy', plan, other, problem }
}

/**
 * Most deployments carry no marker, and one of a pause may be of an earlier start: the revision has the last word. An
 * earlier attempt left the one that this attempt finds and reuses.
 */
function whoseOf({ whose, handle, phase }: EcsAttachment, { wanted, run }: PlanRequest): Whose {
  const { revision } = wanted
  // What is undone or gives way does not deploy what this run would any more.
  if (phase === 'rolling-back' || phase === 'stopping') return whose === 'run' ? 'repository' : whose
  if (revision.kind === 'register') return whose
  const same = revision.arn === handle.taskDefinition
  switch (whose) {
    case 'run':
      return same ? 'run' : 'repository'
    case 'repository':
      return 'repository'
    case 'unknown':
      return same && Number(run.attempt) > 1 ? 'run' : 'unknown'
  }
}

function factsOf({ handle, target, status, createdAt, signs, whose }: EcsAttachment, { now }: PlanRequest): string {
  return [
    `deployment ${handle.id} of service ${target.service} is ${status}`,
    ...(createdAt === undefined ? [] : [`it was created ${ago(now - createdAt)}`]),
    ...signs,
    ...WHO[whose]
  ].join('; ')
}

const WHO: Readonly<Record<Whose, readonly string[]>> = {
  run: ['an earlier attempt of this run started it'],
  repository: ['a run of this repository started it'],
  unknown: []
}

function replaceNote(facts: string): Note {
  return {
    level: 'warning',
    says: `Another deployment is on its way and will be replaced, because \`on-active-deployment\` is replace: ECS stops it as soon as this one starts (${facts})`
  }
}
