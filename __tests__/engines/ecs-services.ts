// Services as tools and people make them: `fixtures/services/*.json`, each one DescribeServices' own answer.
import { readdirSync, readFileSync } from 'node:fs'
import { SECOND, type JsonObject } from '../../src/domain/units.ts'
import type { World } from './ecs-planning.ts'

const FOLDER = new URL('../fixtures/services/', import.meta.url)

export const SERVICES: readonly string[] = readdirSync(FOLDER)
  .map((file) => file.replace('.json', ''))
  .sort()

export function theService(name: string): JsonObject {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as JsonObject
}

export function configurationIn(service: JsonObject): JsonObject {
  return service['deploymentConfiguration'] as JsonObject
}

/** The world in which the service is found. Every alarm anybody asks for exists and is quiet. */
export function worldOf(service: JsonObject): World {
  const deployments = service['deployments'] as readonly JsonObject[]
  const described = {
    deploymentController: undefined,
    ...service,
    deployments: deployments.map((each) => ({ ...each, createdAt: new Date(Number(each['createdAt']) * SECOND) }))
  }
  return {
    service: described,
    ecs: { describeServicesAsWritten: { services: [service] } },
    alarms: ({ AlarmNames }: { AlarmNames: readonly string[] }) => ({
      MetricAlarms: AlarmNames.map((AlarmName) => ({ AlarmName, StateValue: 'OK' })),
      CompositeAlarms: []
    })
  }
}
