// The job summary: the whole history, written once, when the verdict is known.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Reporter } from '../domain/ports.ts'
import type { Millis } from '../domain/units.ts'
import type { Run } from '../inputs/inputs.ts'
import type { Out } from '../out/out.ts'
import { document } from './markdown.ts'

export function summaryReporter(out: Out, run: Run, startedAt?: Millis): Reporter {
  const history: DeploymentEvent[] = []
  return {
    async on(event) {
      history.push(event)
      if (event.kind === 'concluded') await out.summary(document(history, run, startedAt))
    }
  }
}
