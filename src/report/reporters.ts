// Many reporters as one: they hear every event in order, and one that breaks is heard of once and then left out.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Reporter } from '../domain/ports.ts'
import { sanitise } from '../out/sanitise.ts'

export interface Named {
  /** As in "the summary cannot be written". */
  readonly name: string
  readonly reporter: Reporter
}

export function reporters(all: readonly Named[], warn: (line: string) => void): Required<Reporter> {
  const broken = new Set<string>()
  let last: Promise<void> = Promise.resolve()

  const tell = async ({ name, reporter }: Named, event: DeploymentEvent): Promise<void> => {
    if (broken.has(name)) return
    try {
      await reporter.on?.(event)
    } catch (error) {
      // A report that fails must not change the verdict: it is said once, and the deployment goes on.
      broken.add(name)
      const why = sanitise(error instanceof Error ? error.message : String(error))
      try {
        warn(`warning   ${name} failed and is left out from here on: ${why}. The verdict is not affected.`)
      } catch {
        // The place to complain is gone as well.
      }
    }
  }

  return {
    /** Ends when every reporter has taken the event; events keep their order even when nobody waits. */
    on(event) {
      last = last.then(async () => {
        for (const each of all) await tell(each, event)
      })
      return last
    }
  }
}
