// How bytes travel: time limits, kept connections, and the proxy of the environment, for every client alike.
import https from 'node:https'
import { Problem } from '../domain/problem.ts'
import type { Millis } from '../domain/units.ts'

/** The environment, as far as a proxy is concerned. */
export type ProxyEnv = Readonly<Record<string, string | undefined>>

export interface Limits {
  readonly connect: Millis
  /** Until the answer begins, and the longest silence after that. */
  readonly answer: Millis
  /** The whole call, credentials included. */
  readonly call: Millis
  /** A connection that has been idle for longer is not used again. */
  readonly idle: Millis
}

/** AWS closes idle connections without a word, and a write must not be the one to find out. */
export const LIMITS: Limits = { connect: 5_000, answer: 20_000, call: 30_000, idle: 4_000 }

/** Options of the SDK's own HTTP handler. Without `throwOnRequestTimeout` its time limit is a warning, and hangs. */
export function transport(env: ProxyEnv, limits: Limits) {
  const kept = { keepAlive: true, timeout: limits.idle }
  return {
    connectionTimeout: limits.connect,
    requestTimeout: limits.answer,
    throwOnRequestTimeout: true,
    socketTimeout: limits.answer,
    httpAgent: kept,
    // https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support: the SDK has no proxy support of its own
    httpsAgent: new https.Agent({ ...kept, proxyEnv: checked(env) })
  }
}

/** Node ignores a proxy it does not understand, and would go round it in silence. */
function checked(env: ProxyEnv): ProxyEnv {
  for (const name of ['https_proxy', 'HTTPS_PROXY']) {
    const address = env[name] ?? ''
    const scheme = /^https?:\/\/[^/]/i.test(address)
    if (address !== '' && !(scheme && URL.canParse(address))) {
      throw new Problem('INPUT_INVALID', {
        // Not the value: it may carry a password.
        found: `the environment variable ${name} is not the address of a proxy this action can use`,
        expected: 'http://host:port or https://host:port',
        remedy: `Write ${name} as http://host:port.`
      })
    }
  }
  return env
}
