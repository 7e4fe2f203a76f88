// The volume ECS creates for each task: a name the task definition uses, and its settings.
import { near } from '../domain/near.ts'
import { Problem } from '../domain/problem.ts'
import type { JsonObject } from '../domain/units.ts'
import type { Ask } from './ask.ts'
import { matching, text } from './fields.ts'
import { inlineObject } from './inline.ts'
import type { Inputs } from './inputs.ts'
import { shown } from './words.ts'

const NAME = 'service-managed-ebs-volume-name'
const SETTINGS = 'service-managed-ebs-volume'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html */
const KNOWN = [
  'encrypted',
  'kmsKeyId',
  'volumeType',
  'sizeInGiB',
  'snapshotId',
  'volumeInitializationRate',
  'iops',
  'throughput',
  'tagSpecifications',
  'roleArn',
  'filesystemType'
]

export async function readEbsVolume(asked: Ask): Promise<Inputs['ebsVolume']> {
  const name = asked.read(
    NAME,
    matching(/^[A-Za-z0-9_-]{1,255}$/, 'a volume name of up to 255 letters, digits, - and _')
  )
  const [named, set] = [asked.has(NAME), asked.sets(SETTINGS)]
  if (named && !set) {
    asked.missing(SETTINGS, {
      found: `\`${NAME}\` is given and \`${SETTINGS}\` is empty`,
      expected: 'both or neither',
      remedy: `Give \`${SETTINGS}\` the settings of the volume, like {"sizeInGiB": 20, "roleArn": "…"}.`
    })
  }
  if (set && !named) {
    asked.missing(NAME, {
      found: `\`${SETTINGS}\` is given and \`${NAME}\` is empty`,
      expected: 'both or neither',
      remedy: `Give \`${NAME}\` the name the volume has in the task definition.`
    })
  }
  const settings = set ? await readSettings(asked) : undefined
  return name === undefined || settings === undefined ? undefined : { name, settings }
}

async function readSettings(asked: Ask): Promise<JsonObject | undefined> {
  const written = asked.read(SETTINGS, text)
  if (written === undefined) return undefined
  const read = await inlineObject(SETTINGS, written, { secret: false })
  const problems = read.ok ? flaws(read.value.document.value) : read.problems
  asked.report(...problems)
  return read.ok ? read.value.document.value : undefined
}

function flaws(settings: JsonObject): readonly Problem[] {
  const { roleArn, throughput, volumeType, sizeInGiB, snapshotId } = settings
  const slips = Object.keys(settings).flatMap((key) => {
    const meant = KNOWN.includes(key) ? undefined : near(key, KNOWN)
    return meant === undefined ? [] : [flaw(`${shown(key)} is no setting AWS knows`, `Write \`${meant}\`.`)]
  })
  return [
    ...slips,
    ...(typeof roleArn === 'string' && roleArn.startsWith('arn:')
      ? []
      : [flaw('there is no ARN as `roleArn`', 'Give `roleArn` the ARN of the role ECS manages the volume with.')]),
    ...(throughput === undefined || volumeType === 'gp3'
      ? []
      : [flaw('`throughput` is set for a volume that is not `gp3`', 'Remove `throughput`, or set `volumeType: gp3`.')]),
    ...(sizeInGiB === undefined && snapshotId === undefined
      ? [flaw('neither `sizeInGiB` nor `snapshotId` is set', 'Give the size of the volume, or its snapshot.')]
      : [])
  ]
}

function flaw(found: string, remedy: string): Problem {
  return new Problem('INPUT_INVALID', {
    place: { kind: 'input', name: SETTINGS },
    found: `in \`${SETTINGS}\`, ${found}`,
    expected: 'the settings of a volume as AWS documents them, with `roleArn` and a size or a snapshot',
    remedy
  })
}
