// The service as AWS wrote it: what is read to be sent back keeps members that nobody has told us of.
import { isList, isObject } from '../../domain/json.ts'
import { Problem } from '../../domain/problem.ts'
import type { Json, JsonObject } from '../../domain/units.ts'
import type { AttachRequest } from '../kit.ts'
import { balancingOf, type Balancing } from './balancers.ts'
import { configurationOf, type Configuration } from './configuration.ts'

export interface AsWritten {
  /** Its deploymentConfiguration, whole. */
  readonly raw: JsonObject
  /** The same as facts. */
  readonly has: Configuration
  readonly balancing: Balancing
  /** Those its tasks were given last. */
  readonly volumes: Json | undefined
}

export async function readAsWritten({ aws, read, today }: AttachRequest): Promise<AsWritten> {
  const { cluster, service: name } = today.target
  const answer = await read(() => aws.ecs.describeServicesAsWritten({ cluster, services: [name] }))
  const { services } = answer
  const service = isList(services) ? services[0] : undefined
  if (!isObject(service)) {
    throw new Problem('AWS_ANSWER_INVALID', {
      place: { kind: 'aws', call: 'ecs:DescribeServices', resource: `${cluster}/${name}` },
      found: 'there is no service in the answer'
    })
  }
  const { deploymentConfiguration } = service
  const raw = isObject(deploymentConfiguration) ? deploymentConfiguration : {}
  return { raw, has: configurationOf(raw), balancing: balancingOf(service), volumes: volumesOf(service) }
}

function volumesOf({ deployments }: JsonObject): Json | undefined {
  const primary = isList(deployments)
    ? deployments.find((each) => isObject(each) && each['status'] === 'PRIMARY')
    : undefined
  return isObject(primary) ? primary['volumeConfigurations'] : undefined
}
