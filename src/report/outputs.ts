// Each output of the step, set the moment it is known: a killed job keeps those it had.
import type { DeploymentEvent } from '../domain/event.ts'
import type { EngineName } from '../domain/plan.ts'
import type { Reporter } from '../domain/ports.ts'
import type { OutputName, Out } from '../out/out.ts'
import { reason } from './wording/verdict.ts'

type Pair = readonly [name: OutputName, value: string]

/** What stays to be known about earlier events. */
interface Known {
  readonly engine: EngineName | undefined
  /** A revision was registered or a deployment started. */
  readonly changed: boolean
}

function ownId(engine: EngineName | undefined, id: string): readonly Pair[] {
  switch (engine) {
    case 'codedeploy':
      return [['codedeploy-deployment-id', id]]
    case undefined:
      return []
  }
}

function changed(event: DeploymentEvent, known: Known): readonly Pair[] {
  return changes(event) && !known.changed ? [['changed', 'true']] : []
}

/** Whether from here on something in AWS is another than before: a revision that was there already is nothing new. */
function changes(event: DeploymentEvent): boolean {
  return event.kind === 'started' || (event.kind === 'registered' && !event.reused)
}

export function outputsOf(event: DeploymentEvent, known: Known): readonly Pair[] {
  switch (event.kind) {
    case 'planned': {
      const { before, unchanged } = event.plan
      if (before.taskDefinition === undefined) return []
      return [
        ['previous-task-definition-arn', before.taskDefinition],
        ...(unchanged ? [['task-definition-arn', before.taskDefinition] as const] : [])
      ]
    }
    case 'registered':
      return [['task-definition-arn', event.taskDefinition], ...changed(event, known)]
    case 'started':
      return [
        ['deployment-id', event.handle.id],
        ...changed(event, known),
        ...ownId(known.engine, event.handle.id),
        ...(event.handle.url === '' ? [] : [['deployment-url', event.handle.url] as const])
      ]
    case 'concluded':
      return [
        ...(known.changed ? [] : [['changed', 'false'] as const]),
        ['verdict', event.verdict.kind],
        ['reason', reason(event.verdict)]
      ]
    case 'rendered':
    case 'stopped':
    case 'phase':
    case 'unlisted':
    case 'stage':
    case 'traffic':
    case 'tasks':
    case 'alarm':
    case 'service-event':
    case 'rollback':
    case 'blind':
    case 'sighted':
    case 'acted':
    case 'deregistered':
    case 'heartbeat':
    case 'note':
    case 'evidence':
      return []
  }
}

export function outputsReporter(out: Out): Reporter {
  let known: Known = { engine: undefined, changed: false }
  return {
    async on(event) {
      if (event.kind === 'planned') known = { ...known, engine: event.plan.engine }
      const pairs = outputsOf(event, known)
      known = { ...known, changed: known.changed || changes(event) }
      for (const [name, value] of pairs) await out.output(name, value)
    }
  }
}
