// Takes the pauses of our own out of a service's settings, by one update that starts nothing.
import type { AttachRequest } from '../kit.ts'
import { readAsWritten } from './as-written.ts'
import { withoutOurs } from './pauses.ts'
import { withSettings } from './settings.ts'

/** Another deployment that is on its way keeps what it began with; what AWS refuses is for the caller to tell. */
export async function removePauses(request: AttachRequest): Promise<readonly string[]> {
  const { cluster, service } = request.today.target
  const { raw } = await readAsWritten(request)
  const without = withoutOurs(raw)
  if (without === undefined) return []
  const deploymentConfiguration = withSettings(raw, without.settings)
  await request.aws.ecs.updateService({ cluster, service, deploymentConfiguration })
  return [`our pause at ${without.stages.join(', ')} was taken out of the settings of service ${service}`]
}
