// What was asked of the service itself, as members of the update that starts the deployment. Pure.
import type { Choice, ServiceUpdate } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import type { Found } from '../found.ts'

export interface ServiceOptions {
  /** Only what differs from what the service has. */
  readonly update: JsonObject
  readonly choices: readonly Choice[]
}

type Asked = Pick<Deploying, 'desiredCount' | 'enableEcsManagedTags' | 'propagateTags' | 'ebsVolume'>
type Has = Pick<ServiceToday, keyof ServiceUpdate | 'schedulingStrategy'>

const NAMES: Readonly<Record<keyof ServiceUpdate, string>> = {
  desiredCount: 'desired count',
  enableECSManagedTags: 'ECS managed tags',
  propagateTags: 'propagated tags'
}
const MEMBERS = ['desiredCount', 'enableECSManagedTags', 'propagateTags'] as const satisfies (keyof ServiceUpdate)[]

export function decideServiceOptions(inputs: Asked, has: Has): Found<ServiceOptions> {
  const asked = askedOf(inputs)
  const given = MEMBERS.filter((member) => asked[member] !== undefined)
  const differing = given.filter((member) => asked[member] !== has[member])
  const { ebsVolume: volume } = inputs
  const update: JsonObject = {
    ...Object.fromEntries(
      differing.flatMap((member) => (asked[member] === undefined ? [] : [[member, asked[member]]]))
    ),
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
    ...(volume && { volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.settings }] })
  }
  const changes = differing.map((member) => `${NAMES[member]} ${String(asked[member])}`).join(', ')
  return {
    value: {
      update,
      choices: [
        ...given.map((member) => choiceOf(member, asked, has)),
        ...(volume ? [{ what: 'volume', value: volume.name, origin: 'input' } as const] : [])
      ]
    },
    problems: has.schedulingStrategy === 'DAEMON' && inputs.desiredCount !== undefined ? [ofADaemon()] : [],
    notes: [...(changes === '' ? [] : [updateNote(changes)]), ...(volume ? [volumeNote(volume)] : [])]
  }
}

/**
 * "The daemon scheduling strategy does not support a desired count for services", says UpdateService.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
 */
function ofADaemon(): Problem {
  return new Problem('SERVICE_OPTION_UNFIT', {
    place: { kind: 'input', name: 'desired-count' },
    found:
      'the scheduling strategy of the service is DAEMON, which runs one task on each container instance and takes no desired count',
    expected: 'a service whose scheduling strategy is REPLICA',
    remedy: 'Remove `desired-count`.'
  })
}

function askedOf({ desiredCount, enableEcsManagedTags, propagateTags }: Asked): ServiceUpdate {
  return {
    ...(desiredCount !== undefined && { desiredCount }),
    ...(enableEcsManagedTags !== undefined && { enableECSManagedTags: enableEcsManagedTags }),
    ...(propagateTags !== undefined && { propagateTags })
  }
}

function choiceOf(member: keyof ServiceUpdate, asked: ServiceUpdate, has: Has): Choice {
  const to = String(asked[member])
  const value = asked[member] === has[member] ? `${to}, as it is` : `${String(has[member] ?? 'not known')} -> ${to}`
  return { what: NAMES[member], value, origin: 'input' }
}

function updateNote(changes: string): Note {
  return {
    level: 'notice',
    says: `With the deployment, the service itself is changed (${changes}); it stays so, even if the deployment is rolled back`
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html */
function volumeNote({ name, settings }: NonNullable<Asked['ebsVolume']>): Note {
  const role = typeof settings['roleArn'] === 'string' ? ` of ${settings['roleArn']}` : ''
  return {
    level: 'notice',
    says: `ECS makes the volume ${name} for every task, which needs the permission \`iam:PassRole\`${role}`
  }
}
