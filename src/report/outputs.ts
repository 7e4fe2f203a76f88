// Each output of the step, set the moment it is known: a killed job keeps those it had.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Handle, Reporter } from '../domain/ports.ts'
import type { Arn } from '../domain/units.ts'
import type { OutputName, Out } from '../out/out.ts'
import { reason } from './wording/verdict.ts'

type Pair = readonly [name: OutputName, value: string]

/** What stays to be known about earlier events. */
interface Known {
  /** A revision was registered, or a deployment started, continued or rolled back. */
  readonly changed: boolean
}

/** What leads to a deployment, however it came about. */
function deployment({ id, alias, url }: Handle): readonly Pair[] {
  return [
    ['deployment-id', id],
    ...(alias === undefined ? [] : [[alias, id] as const]),
    ...(url === '' ? [] : [['deployment-url', url] as const])
  ]
}

function previous(before: Arn | undefined): readonly Pair[] {
  return before === undefined ? [] : [['previous-task-definition-arn', before]]
}

function changed(event: DeploymentEvent, known: Known): readonly Pair[] {
  return changes(event) && !known.changed ? [['changed', 'true']] : []
}

/** Whether from here on something in AWS is another than before: a revision that was there already is nothing new. */
function changes(event: DeploymentEvent): boolean {
  if (event.kind === 'acted') return event.problem === undefined
  return event.kind === 'started' || (event.kind === 'registered' && !event.reused)
}

function deployed({ taskDefinition }: Handle): readonly Pair[] {
  return taskDefinition === undefined ? [] : [['task-definition-arn', taskDefinition]]
}

export function outputsOf(event: DeploymentEvent, known: Known): readonly Pair[] {
  switch (event.kind) {
    case 'planned': {
      const { before, unchanged } = event.plan
      if (before.taskDefinition === undefined) return []
      const target: readonly Pair[] = unchanged ? [['task-definition-arn', before.taskDefinition]] : []
      return [...previous(before.taskDefinition), ...target]
    }
    case 'attached': {
      const { before, handle } = event.attachment
      return [...previous(before.taskDefinition), ...deployed(handle), ...deployment(handle)]
    }
    case 'registered':
      return [['task-definition-arn', event.taskDefinition], ...changed(event, known)]
    case 'started':
      return [...changed(event, known), ...deployment(event.handle)]
    case 'paused':
      return event.gate.hookId === undefined ? [] : [['hook-id', event.gate.hookId]]
    case 'acted':
      return changed(event, known)
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
    case 'busy':
    case 'stage':
    case 'traffic':
    case 'test-traffic':
    case 'hook':
    case 'monitor':
    case 'tasks':
    case 'alarm':
    case 'service-event':
    case 'rollback':
    case 'blind':
    case 'sighted':
    case 'deregistered':
    case 'heartbeat':
    case 'note':
    case 'evidence':
      return []
  }
}

export function outputsReporter(out: Out): Reporter {
  let known: Known = { changed: false }
  return {
    async on(event) {
      const pairs = outputsOf(event, known)
      known = { changed: known.changed || changes(event) }
      for (const [name, value] of pairs) await out.output(name, value)
    }
  }
}
