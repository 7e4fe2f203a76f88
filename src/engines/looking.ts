// One observation, alike for every engine: the sources asked for side by side, and what cannot be seen as a blind sight.
import type { Clock, Follower } from '../domain/ports.ts'
import { Problem } from '../domain/problem.ts'
import type { Parts, Reading, Sight, Source } from '../domain/snapshot.ts'
import { SECOND, type Millis } from '../domain/units.ts'

export type Options = { readonly signal?: AbortSignal }

/** How each source is seen. */
export type Sees = { readonly [S in Source]: (options: Options) => Promise<Parts[S]> }

/** For every source but the status: it is what a verdict waits for, and no other source may keep it waiting long. */
const PATIENCE: Millis = 8 * SECOND

export async function look(
  clock: Clock,
  sees: Sees,
  due: Parameters<Follower['observe']>[1],
  signal: AbortSignal | undefined
): Promise<Reading> {
  const options: Options = signal ? { signal } : {}
  const soon = AbortSignal.timeout(PATIENCE)
  const hurried: Options = { signal: signal ? AbortSignal.any([signal, soon]) : soon }
  const at = <S extends Source>(source: S, given: Options): Promise<Sight<Parts[S]> | undefined> =>
    due.includes(source) ? sight(clock, () => sees[source](given)) : Promise.resolve(undefined)
  const [status, target, service, alarms, stopped] = await Promise.all([
    at('status', options),
    at('target', hurried),
    at('service', hurried),
    at('alarms', hurried),
    at('stopped', hurried)
  ])
  return {
    ...(status && { status }),
    ...(target && { target }),
    ...(service && { service }),
    ...(alarms && { alarms }),
    ...(stopped && { stopped })
  }
}

async function sight<Part>(clock: Clock, see: () => Promise<Part>): Promise<Sight<Part>> {
  try {
    const part = await see()
    return { kind: 'seen', at: clock.now(), part }
  } catch (error) {
    // Ports reject with Problems only: anything else comes of an answer in another form than the API promises.
    const problem =
      error instanceof Problem ? error : new Problem('AWS_ANSWER_INVALID', { found: String(error), cause: error })
    return { kind: 'blind', at: clock.now(), problem, forGood: problem.code === 'NOT_ALLOWED' }
  }
}
