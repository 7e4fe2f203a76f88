// What every call has around it: an end in time, an end on request, and a Problem when it does not go well.
import type { Millis } from '../domain/units.ts'
import { type CallName, fault, refusedForItsClock } from './faults.ts'
import type { Call } from './ports.ts'

type Options = Parameters<Call<never, unknown>>[1]

export function guarded<Input, Output>(
  limit: Millis,
  name: Omit<CallName, 'resource'>,
  resource: (input: Input) => string | undefined,
  call: Call<Input, Output>
): Call<Input, Output> {
  return async (input, options) => {
    const over = AbortSignal.timeout(limit)
    const signal = options?.signal ? AbortSignal.any([options.signal, over]) : over
    try {
      return await before(signal, () => correctingTheClock(() => call(input, { signal })))
    } catch (error) {
      // The reason of an abort is whatever the caller gave, and no word of AWS.
      const givenUp = options?.signal?.aborted === true && error === signal.reason
      const seen = givenUp ? new DOMException('', 'AbortError') : error
      throw fault(seen, { ...name, resource: resource(input) || undefined })
    }
  }
}

/**
 * With one attempt per call the SDK corrects its clock and then gives up. AWS did nothing with a request that it refused
 * for its signature, so that even a write may be sent again.
 */
async function correctingTheClock<Output>(call: () => Promise<Output>): Promise<Output> {
  try {
    return await call()
  } catch (error) {
    if (refusedForItsClock(error)) return call()
    throw error
  }
}

/** Ends with `signal`, whatever the call is busy with: finding credentials, for one, cannot be aborted. */
async function before<Output>(signal: AbortSignal, call: () => Promise<Output>): Promise<Output> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([call(), aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Our options as the SDK names them. */
export function abortable(options: Options): { readonly abortSignal?: AbortSignal } {
  return options?.signal ? { abortSignal: options.signal } : {}
}
