// UpdateService of a service with the ECS controller. [ECS] B2, B4
import { isDeepStrictEqual } from 'node:util'
import { isActive, lookUp, portProblem } from './families.ts'
import { checkBalancers, checkConfiguration, settled, withoutPauseDetails } from './native-checks.ts'
import { openDeployments, openNative } from './native-deployment.ts'
import { balancerOf, nativeOf } from './native-revisions.ts'
import { scaleService } from './native-play.ts'
import { nativeMembers } from './native-view.ts'
import { refuse } from './refusal.ts'
import { service } from './service-view.ts'
import { isJson, lean } from './wire.ts'
import type * as ECS from '@aws-sdk/client-ecs'
import type { World } from './state.ts'
import type { Json, Wire } from './wire.ts'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

/** Beside taskDefinition, loadBalancers and forceNewDeployment these start a deployment. [ECS] B2 */
const TRIGGERS = [
  'networkConfiguration',
  'platformVersion',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations'
]

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** Everything is checked before anything changes. */
export function updateNatively(world: World, input: Json, at: number): Wire<ECS.UpdateServiceResponse> {
  const native = nativeOf(world)
  const { deploymentController, desiredCount } = input
  if (isJson(deploymentController) && deploymentController['type'] !== 'ECS')
    invalid('This simulator does not change deployment controllers.')
  if (typeof desiredCount === 'number' && (desiredCount < 0 || !Number.isInteger(desiredCount)))
    invalid('Desired count must be a whole number from 0.')

  const configuration = wantedConfiguration(world, input['deploymentConfiguration'])
  checkConfiguration(world, configuration)
  const balancers = input['loadBalancers'] === undefined ? native.loadBalancers : list(input['loadBalancers'])
  checkBalancers(world, balancers, String(configuration['strategy']))
  const taskDefinition = wantedTaskDefinition(world, input['taskDefinition'], balancers)

  const changed = TRIGGERS.filter(
    (member) => input[member] !== undefined && !isDeepStrictEqual(input[member], native.given[member])
  )
  const starts =
    taskDefinition !== world.service.taskDefinition ||
    input['forceNewDeployment'] === true ||
    !isDeepStrictEqual(balancers, native.loadBalancers) ||
    changed.length > 0
  if (starts && openDeployments(world).length >= 5)
    refuse('ClientException', 'The service already has 5 deployments that are not complete.') // the words are ours. J

  const before = nativeMembers(world).currentServiceDeployment
  native.configuration = configuration
  native.loadBalancers = balancers
  for (const member of changed) native.given[member] = input[member]
  const { enableECSManagedTags, propagateTags } = input
  if (typeof enableECSManagedTags === 'boolean') world.service.enableECSManagedTags = enableECSManagedTags
  if (propagateTags === 'SERVICE' || propagateTags === 'TASK_DEFINITION' || propagateTags === 'NONE')
    world.service.propagateTags = propagateTags
  if (typeof desiredCount === 'number') scaleService(world, at, desiredCount)
  if (starts) openNative(world, at, { by: 'caller', taskDefinition, configuration })
  return { service: answered(world, before) }
}

/** What the answer says of the deployment it has just started is a switch: it cannot be relied on. [LAB-HOOK][EXP] B7 */
function answered(world: World, before: string | undefined): Wire<ECS.Service> {
  const told = service(world, false)
  const { updateAnswer } = nativeOf(world).switches
  if (updateAnswer === 'new') return told
  return lean({ ...told, currentServiceDeployment: updateAnswer === 'old' ? before : undefined })
}

/** Whether members of deploymentConfiguration that are left out stay is a switch. UNVERIFIED B2 */
function wantedConfiguration(world: World, given: unknown): Json {
  const { configuration, switches } = nativeOf(world)
  if (!isJson(given)) return configuration
  const heeded = withoutPauseDetails(world, given)
  return settled(switches.omittedNested === 'kept' ? { ...configuration, ...heeded } : heeded)
}

function wantedTaskDefinition(world: World, given: unknown, balancers: readonly Json[]): string {
  if (given === undefined) return world.service.taskDefinition
  const finding = lookUp(world, String(given))
  if (!('found' in finding)) return refuse(finding.type, finding.said)
  if (!isActive(finding.found)) refuse('ClientException', 'TaskDefinition is inactive')
  for (const one of balancers) {
    const { containerName, containerPort } = balancerOf({ loadBalancers: [one] })
    const said = portProblem(finding.found, containerName, containerPort)
    if (said !== undefined) invalid(said)
  }
  return finding.found.arn
}
