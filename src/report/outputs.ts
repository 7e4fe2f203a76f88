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
  readonly registered: boolean
}

function ownId(engine: EngineName | undefined, id: string): readonly Pair[] {
  switch (engine) {
    case 'codedeploy':
      return [['codedeploy-deployment-id', id]]
    case undefined:
      return []
  }
}

export function outputsOf(event: DeploymentEvent, known: Known): readonly Pair[] {
  switch (event.kind) {
    case 'planned': {
      const { taskDefinition } = event.plan.before
      return taskDefinition === undefined ? [] : [['previous-task-definition-arn', taskDefinition]]
    }
    case 'registered':
      return [
        ['task-definition-arn', event.taskDefinition],
        ['changed', 'true']
      ]
    case 'started':
      return [
        ['deployment-id', event.handle.id],
        ...ownId(known.engine, event.handle.id),
        ...(event.handle.url === '' ? [] : [['deployment-url', event.handle.url] as const])
      ]
    case 'concluded':
      return [
        ...(known.registered ? [] : [['changed', 'false'] as const]),
        ['verdict', event.verdict.kind],
        ['reason', reason(event.verdict)]
      ]
    case 'rendered':
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
    case 'heartbeat':
    case 'note':
    case 'evidence':
      return []
  }
}

export function outputsReporter(out: Out): Reporter {
  let known: Known = { engine: undefined, registered: false }
  return {
    async on(event) {
      if (event.kind === 'planned') known = { ...known, engine: event.plan.engine }
      if (event.kind === 'registered') known = { ...known, registered: true }
      for (const [name, value] of outputsOf(event, known)) await out.output(name, value)
    }
  }
}
