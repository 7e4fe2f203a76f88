// The two files of a run, each named by an output: the definition as it is registered, and the report for machines.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Reporter } from '../domain/ports.ts'
import type { Millis } from '../domain/units.ts'
import type { Out } from '../out/out.ts'
import type { Run } from '../inputs/inputs.ts'
import { jsonReport } from './json.ts'

/** Writes a new file that no other step of the job writes, and tells its path. */
export type Save = (prefix: string, text: string) => Promise<string>

interface Context {
  readonly run: Run
  readonly startedAt: Millis
  readonly save: Save
}

export function filesReporter(out: Out, { run, startedAt, save }: Context): Reporter {
  const history: DeploymentEvent[] = []
  const keep = async (output: 'task-definition' | 'report', prefix: string, value: unknown): Promise<void> => {
    await out.output(output, await save(prefix, `${JSON.stringify(value, undefined, 2)}\n`))
  }
  return {
    async on(event) {
      history.push(event)
      if (event.kind === 'rendered') await keep('task-definition', 'task-definition-', event.definition)
      if (event.kind === 'concluded')
        await keep('report', 'ecs-canary-deploy-report-', jsonReport(history, run, startedAt))
    }
  }
}
