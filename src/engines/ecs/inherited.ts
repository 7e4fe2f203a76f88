// Whoever starts a deployment while a pause of ours is in the service's settings inherits our marker with it: of several
// that carry the same one, the oldest is ours.
import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import type { AttachRequest } from '../kit.ts'
import { configurationOf, type Configuration } from './configuration.ts'
import { MOST_DESCRIBED, readServiceDeployments } from './deployment.ts'
import type { FoundDeployment } from './found-deployment.ts'

/** `listed`: newest first. One that is not on the list yet is newer than all of them. */
export async function withOwnMark(
  found: FoundDeployment,
  listed: readonly ServiceDeploymentBrief[],
  { aws, read }: Pick<AttachRequest, 'aws' | 'read'>
): Promise<FoundDeployment> {
  const { configuration } = found
  const mark = configuration && markIn(configuration)
  if (configuration === undefined || mark === undefined) return found
  const place = listed.findIndex(({ serviceDeploymentArn: arn }) => arn === found.id)
  const older = listed.slice(place + 1).flatMap(({ serviceDeploymentArn: arn }) => (arn === undefined ? [] : [arn]))
  if (older.length === 0) return found
  const records = await read(() => readServiceDeployments(aws.ecs, older.slice(0, MOST_DESCRIBED)))
  const inherited = records.some((one) => markIn(configurationOf(one.deploymentConfiguration)) === mark)
  if (!inherited) return found
  const pauses = configuration.pauses.map((pause) => ({ ...pause, mark: undefined }))
  return { ...found, configuration: { ...configuration, pauses } }
}

function markIn({ pauses }: Configuration): string | undefined {
  return pauses.find(({ mark }) => mark !== undefined)?.mark
}
