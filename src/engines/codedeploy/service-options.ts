// What was asked of the service itself: what UpdateService may change beside CodeDeploy, and what nobody can. Pure.
import type { Service } from '@aws-sdk/client-ecs'
import type { Change } from '../../domain/change.ts'
import type { Choice, ServiceUpdate } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import type { Found } from '../found.ts'

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
type Has = Pick<ServiceToday, keyof ServiceUpdate>

const NAMES: Readonly<Record<keyof ServiceUpdate, string>> = {
  desiredCount: 'desired count',
  enableECSManagedTags: 'ECS managed tags',
  propagateTags: 'propagated tags'
}
const MEMBERS = ['desiredCount', 'enableECSManagedTags', 'propagateTags'] as const satisfies (keyof ServiceUpdate)[]

export function decideServiceOptions(inputs: Asked, has: Has): Found<ServiceOptions> {
  const asked = askedOf(inputs)
  const update = differing(asked, has)
  const changes = updateText(update)
  return {
    value: {
      update: changes === '' ? undefined : update,
      stored: storedOf(update, has),
      choices: choicesOf(asked, has)
    },
    problems: [
      ...(inputs.ebsVolume === undefined ? [] : [volumeUnfit(inputs.ebsVolume.name)]),
      ...paceUnfit('minimum-healthy-percent', inputs.minimumHealthyPercent),
      ...paceUnfit('maximum-percent', inputs.maximumPercent)
    ],
    notes: [...(changes === '' ? [] : [updateNote(changes)]), ...(inputs.forceNewDeployment ? [FORCE_NOTE] : [])]
  }
}

function askedOf({ desiredCount, enableEcsManagedTags, propagateTags }: Asked): ServiceUpdate {
  return {
    ...(desiredCount !== undefined && { desiredCount }),
    ...(enableEcsManagedTags !== undefined && { enableECSManagedTags: enableEcsManagedTags }),
    ...(propagateTags !== undefined && { propagateTags })
  }
}

function differing({ desiredCount, enableECSManagedTags, propagateTags }: ServiceUpdate, has: Has): ServiceUpdate {
  return {
    ...(desiredCount !== undefined && desiredCount !== has.desiredCount && { desiredCount }),
    ...(enableECSManagedTags !== undefined &&
      enableECSManagedTags !== has.enableECSManagedTags && { enableECSManagedTags }),
    ...(propagateTags !== undefined && propagateTags !== has.propagateTags && { propagateTags })
  }
}

/** `desired count 4, ECS managed tags true`; empty where nothing is changed. */
export function updateText(update: ServiceUpdate): string {
  return MEMBERS.filter((member) => update[member] !== undefined)
    .map((member) => `${NAMES[member]} ${String(update[member])}`)
    .join(', ')
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

function choicesOf(asked: ServiceUpdate, has: Has): readonly Choice[] {
  return MEMBERS.filter((member) => asked[member] !== undefined).map((member) => {
    const to = String(asked[member])
    const value = asked[member] === has[member] ? `${to}, as it is` : `${String(has[member] ?? 'not known')} -> ${to}`
    return { what: NAMES[member], value, origin: 'input' }
  })
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
