// Volumes, what they are made of, and the containers that mount them. Pure.
import { told } from '../form.ts'
import { asks, at, member, partOf, partsOf, repeated, textOf, type Part } from './part.ts'
import { api, namesOf, tried, unknown, type Finding, type Rule, type Task } from './rule.ts'

function mountsOf({ containers }: Task): readonly Part[] {
  return containers.flatMap((container) => partsOf(container, 'mountPoints'))
}

const KINDS = [
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'configuredAtLaunch'
]

/** An empty `host` comes back from AWS for any volume. */
function kindsOf(volume: Part): readonly string[] {
  const host = asks(member(partOf(volume, 'host'), 'sourcePath')) ? ['host'] : []
  return [...host, ...KINDS.filter((kind) => asks(member(volume, kind)))]
}

/** A rule about each volume in EFS. */
function efs(find: (efs: Part, authorization: Part | undefined) => readonly Finding[]): Rule['find'] {
  return ({ volumes }) =>
    volumes.flatMap((volume) => {
      const configuration = partOf(volume, 'efsVolumeConfiguration')
      return configuration ? find(configuration, partOf(configuration, 'authorizationConfig')) : []
    })
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html */
function wantsEncryption(configuration: Part, authorization: Part | undefined): string | undefined {
  if (textOf(authorization, 'iam') === 'ENABLED') return 'the task role is used to mount'
  if (asks(member(authorization, 'accessPointId'))) return 'an access point is used'
  return member(configuration, 'transitEncryptionPort') === undefined ? undefined : 'there is a port for it'
}

export const VOLUMES: readonly Rule[] = [
  {
    // ClientException: Unknown volume 'scratch'.
    source: tried('mountpoint-source-volume-missing'),
    find: (task) =>
      mountsOf(task).flatMap((mount) => {
        const name = textOf(mount, 'sourceVolume')
        return name === undefined ? [] : unknown(name, at(mount, 'sourceVolume'), namesOf(task.volumes), 'volume')
      })
  },
  {
    source: api('Volume'),
    doubt: true,
    find: ({ volumes }) =>
      repeated(volumes, (volume) => textOf(volume, 'name')).map(({ item, key }) => ({
        path: at(item, 'name'),
        found: `is ${told(key)}, as that of an earlier volume`,
        remedy: 'Give every volume a name of its own.'
      }))
  },
  {
    // ClientException: When the volume parameter is specified, only one volume configuration type should be used.
    source: 'https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/issues/185',
    find: ({ volumes }) =>
      volumes
        .filter((volume) => kindsOf(volume).length > 1)
        .map((volume) => ({
          path: volume.path,
          found: `is of several kinds: ${kindsOf(volume)
            .map((kind) => `\`${kind}\``)
            .join(', ')}`,
          expected: 'one kind',
          remedy: 'Keep one of them.'
        }))
  },
  {
    source: api('Volume'),
    find: ({ volumes }) =>
      volumes
        .filter((volume) => member(volume, 'configuredAtLaunch') === true)
        .slice(1)
        .map((volume) => ({
          path: at(volume, 'configuredAtLaunch'),
          found: 'is true for a second volume',
          expected: 'one volume that is configured at launch',
          remedy: 'Remove `configuredAtLaunch` from the others.'
        }))
  },
  {
    // ClientException: Volumes [data] are not referenced by any container
    source: tried('volume-not-referenced'),
    find: (task) => {
      const mounted = new Set(mountsOf(task).map((mount) => textOf(mount, 'sourceVolume')))
      return task.volumes
        .filter((volume) => member(volume, 'configuredAtLaunch') === true && !mounted.has(textOf(volume, 'name')))
        .map((volume) => ({
          path: volume.path,
          found: 'is configured at launch, and no container mounts it',
          remedy: 'Add a mount point to a container, or remove the volume.'
        }))
    }
  },
  {
    // ClientException: When using an EFS access point, the root directory must either be set to "/" or be omitted.
    source: tried('efs-access-point-with-root-directory'),
    find: efs((configuration, authorization) => {
      const root = textOf(configuration, 'rootDirectory') ?? '/'
      if (!asks(member(authorization, 'accessPointId')) || root === '/' || root === '') return []
      const remedy = 'Remove `rootDirectory`: the access point has one.'
      return [{ path: at(configuration, 'rootDirectory'), found: `is ${told(root)} beside an access point`, remedy }]
    })
  },
  {
    // ClientException: EFS IAM authorization requires TransitEncryption to be enabled
    source: tried('efs-iam-without-transit-encryption'),
    find: efs((configuration, authorization) => {
      const why = wantsEncryption(configuration, authorization)
      const given = member(configuration, 'transitEncryption')
      if (why === undefined || given === 'ENABLED') return []
      return [
        {
          path: at(configuration, 'transitEncryption'),
          found: `is ${given === undefined ? 'missing' : told(given)}, and ${why}`,
          expected: '`ENABLED`',
          remedy: 'Write `"transitEncryption": "ENABLED"`.'
        }
      ]
    })
  },
  {
    // "This field is only used if the scope is shared."
    source: api('DockerVolumeConfiguration'),
    doubt: true,
    find: ({ volumes }) =>
      volumes.flatMap((volume) => {
        const docker = partOf(volume, 'dockerVolumeConfiguration')
        if (!docker || member(docker, 'autoprovision') !== true || textOf(docker, 'scope') === 'shared') return []
        const remedy = 'Write `"scope": "shared"`, or remove `autoprovision`.'
        return [{ path: at(docker, 'autoprovision'), found: 'is true without the scope `shared`', remedy }]
      })
  }
]
