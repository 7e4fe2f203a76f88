// A local server that answers as AWS would, one scripted reply per test, and remembers what it was sent.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { types } from 'node:util'

export interface Sent {
  readonly operation: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type Reply = (response: ServerResponse, sent: Sent) => void

export interface LocalAws {
  readonly url: string
  readonly sent: Sent[]
  /** Sockets that were opened. */
  readonly connections: () => number
  reply: Reply
  readonly close: () => Promise<void>
}

export async function localAws(): Promise<LocalAws> {
  const sent: Sent[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const target = String(request.headers['x-amz-target'])
      const body = Buffer.concat(chunks).toString('utf8')
      const received = { operation: target.split('.').at(-1) ?? '', headers: request.headers, body }
      sent.push(received)
      aws.reply(response, received)
    })
  })
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const aws: LocalAws = {
    url: `http://127.0.0.1:${port}`,
    sent,
    connections: () => connections,
    reply: json(200, {}),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
  return aws
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return text(status, JSON.stringify(body), headers)
}

export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => {
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': 'request-1',
      ...headers
    })
    response.end(body)
  }
}

export const refusal = (name: string, message: string, status = 400) => json(status, { __type: name, message })

/**
 * Jest gives every test file its own `Error`, and Node's sockets fail with Node's own: the SDK would not know one of
 * those for an error. In the real world there is one realm.
 */
export function oneRealm(): void {
  const ordinary = Function.prototype[Symbol.hasInstance]
  Object.defineProperty(Error, Symbol.hasInstance, {
    configurable: true,
    value(this: unknown, value: unknown) {
      return this === Error ? types.isNativeError(value) : ordinary.call(this as () => void, value)
    }
  })
}
