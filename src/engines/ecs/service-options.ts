// What was asked of the service itself, as members of the update that starts the deployment. Pure.
import type { Choice } from '../../domain/plan.ts'
import { Problem, type Note } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { ServiceToday } from '../../plan/service-today.ts'
import type { Found } from '../found.ts'
import { askedOf, differing, updateChoices, updateText, type Has as ServiceHas } from '../service-update.ts'

export interface ServiceOptions {
  /** Only what differs from what the service has. */
  readonly update: JsonObject
  readonly choices: readonly Choice[]
}

type Asked = Pick<Deploying, 'desiredCount' | 'enableEcsManagedTags' | 'propagateTags' | 'ebsVolume'>
type Has = ServiceHas & Pick<ServiceToday, 'schedulingStrategy'>

export function decideServiceOptions(inputs: Asked, has: Has): Found<ServiceOptions> {
  const asked = askedOf(inputs)
  const differs = differing(asked, has)
  const { ebsVolume: volume } = inputs
  const update: JsonObject = {
    ...differs,
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
    ...(volume && { volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.settings }] })
  }
  const changes = updateText(differs)
  return {
    value: {
      update,
      choices: [
        ...updateChoices(asked, has),
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
