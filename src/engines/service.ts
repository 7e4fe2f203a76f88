// The service in an answer of ECS, alike for every engine: there or not, and what it says of itself. Pure.
import type { DescribeServicesResponse, Service } from '@aws-sdk/client-ecs'
import { Problem } from '../domain/problem.ts'
import type { ServiceEvent, ServicePart } from '../domain/snapshot.ts'
import { instant } from './facts.ts'

/** What is seen of a service that does not exist. */
export const NO_SERVICE: ServicePart = {
  active: false,
  primaryIsTarget: false,
  targetServesAlone: false,
  primary: undefined,
  stable: false,
  rival: undefined,
  tasks: undefined,
  events: []
}

/** Undefined: there is no such service. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html */
export function serviceIn({ services, failures }: DescribeServicesResponse): Service | undefined {
  const [service] = services ?? []
  if (service !== undefined || failures?.some(({ reason }) => reason === 'MISSING')) return service
  throw new Problem('AWS_ANSWER_INVALID', {
    place: { kind: 'aws', call: 'ecs:DescribeServices' },
    found: `no service in the answer (${failures?.[0]?.reason ?? 'no reason given'})`
  })
}

export function eventsOf({ events }: Service): readonly ServiceEvent[] {
  return (events ?? []).flatMap((event) => {
    const at = instant(event.createdAt)
    if (event.id === undefined || event.message === undefined || at === undefined) return []
    return [{ id: event.id, at, text: event.message }]
  })
}
