// What was asked of the service itself: what UpdateService may change beside CodeDeploy, and what nobody can. Pure.
import type { Service } from '@aws-sdk/client-ecs'
import type { Change } from '../../domain/change.ts'
import type { Choice, ServiceUpdate } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { Found } from '../found.ts'
import { askedOf, differing, MEMBERS, updateChoices, updateText, type Has } from '../service-update.ts'

export interface ServiceOptions {
  /** Only what differs from what the service has; undefined: nothing does. */
  readonly update: ServiceUpdate | undefined
  /** The same against what the service has. */
  readonly stored: readonly Change[]
  readonly choices: readonly Choice[]
}

type Asked = Pick<
  Deploying,
  | 'desiredCount'
  | 'enableEcsManagedTags'
  | 'propagateTags'
  | 'forceNewDeployment'
  | 'ebsVolume'
  | 'minimumHealthyPercent'
  | 'maximumPercent'
>
export function decideServiceOptions(inputs: Asked, has: Has): Found<ServiceOptions> {
  const asked = askedOf(inputs)
  const update = differing(asked, has)
  const changes = updateText(update)
  return {
    value: {
      update: changes === '' ? undefined : update,
      stored: storedOf(update, has),
      choices: updateChoices(asked, has)
    },
    problems: [
      ...(inputs.ebsVolume === undefined ? [] : [volumeUnfit(inputs.ebsVolume.name)]),
      ...paceUnfit('minimum-healthy-percent', inputs.minimumHealthyPercent),
      ...paceUnfit('maximum-percent', inputs.maximumPercent)
    ],
    notes: [...(changes === '' ? [] : [updateNote(changes)]), ...(inputs.forceNewDeployment ? [FORCE_NOTE] : [])]
  }
}

/** Whether the service is as the update would make it. Absent tags are off. */
export function hasTaken(service: Service | undefined, update: ServiceUpdate): boolean {
  if (service === undefined) return false
  const { desiredCount, enableECSManagedTags = false, propagateTags = 'NONE' } = service
  return updateText(differing(update, { desiredCount, enableECSManagedTags, propagateTags })) === ''
}

function storedOf(update: ServiceUpdate, has: Has): readonly Change[] {
  return MEMBERS.filter((member) => update[member] !== undefined).map((member) => ({
    path: member,
    kind: 'changed',
    from: has[member] === undefined ? undefined : String(has[member]),
    to: String(update[member])
  }))
}

function updateNote(changes: string): Note {
  return {
    level: 'notice',
    says: `Right before the deployment starts, the service itself is changed (${changes}), which needs the permission \`ecs:UpdateService\`; it stays so, even if the deployment is rolled back`
  }
}

const FORCE_NOTE: Note = {
  level: 'notice',
  says: '`force-new-deployment`: CodeDeploy starts new tasks with every deployment; the input only keeps a revision that serves already from being skipped'
}

/** An AppSpec has no place for volumes, and UpdateService may not set them on a service of CodeDeploy. */
function volumeUnfit(name: string): Problem {
  return new Problem('SERVICE_OPTION_UNFIT', {
    place: { kind: 'input', name: 'service-managed-ebs-volume' },
    found: `the volume ${JSON.stringify(name)} cannot be given to the tasks: the service is deployed to by CodeDeploy, whose AppSpec carries no volumes, and ECS lets nobody change them on such a service`,
    expected: 'a service whose deployment controller is ECS',
    remedy:
      'Remove `service-managed-ebs-volume` and `service-managed-ebs-volume-name`, or move the service to the controller ECS.'
  })
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
function paceUnfit(input: string, percent: number | undefined): readonly Problem[] {
  if (percent === undefined) return []
  return [
    new Problem('SERVICE_OPTION_UNFIT', {
      place: { kind: 'input', name: input },
      found: `\`${input}\` is ${percent}, and paces the tasks of a rolling deployment: CodeDeploy always starts a whole second task set`,
      expected: 'a service whose deployment controller is ECS',
      remedy: `Remove \`${input}\`.`
    })
  ]
}
