// The HTTP mouth: awsJson1.1 for ECS and CodeDeploy, awsJson1.0 for CloudWatch, POST / with X-Amz-Target. [PROBE] G
import { createServer } from 'node:http'
import { answer } from './answer.ts'
import { randomFrom, uuid } from './random.ts'
import { createWorld } from './world.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServiceName } from './policy.ts'
import type { Scenario } from './scenario.ts'
import type { Call, World } from './state.ts'

export interface Simulator {
  readonly url: string
  readonly world: World
  readonly calls: readonly Call[]
  close(): Promise<void>
}

const TARGETS: Readonly<Record<string, { readonly service: ServiceName; readonly type: string }>> = {
  AmazonEC2ContainerServiceV20141113: { service: 'ecs', type: 'application/x-amz-json-1.1' },
  CodeDeploy_20141006: { service: 'codedeploy', type: 'application/x-amz-json-1.1' },
  GraniteServiceVersion20100801: { service: 'cloudwatch', type: 'application/x-amz-json-1.0' }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export async function startSimulator(options: {
  readonly scenario: Scenario
  readonly now: () => number
  readonly port?: number
}): Promise<Simulator> {
  const { scenario, now, port = 0 } = options
  const world = createWorld(scenario, now())
  const ids = randomFrom(`${scenario.name}/requests`)

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [prefix = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.')
    const target = TARGETS[prefix]
    const text = await bodyOf(request)
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, {
        'content-type': type,
        'x-amzn-requestid': uuid(ids),
        'content-length': Buffer.byteLength(body)
      })
      response.end(body)
    }
    const refused = (type: string, message: string): void =>
      send(400, target?.type ?? 'application/x-amz-json-1.1', JSON.stringify({ __type: type, message }))
    if (!target || request.method !== 'POST') return refused('UnknownOperationException', '')
    if (!request.headers['content-type']?.startsWith('application/x-amz-json-1.'))
      return refused('UnknownOperationException', '')
    // SigV4 is not checked, but a request that is not signed at all is no request of a client. G
    if (request.headers.authorization === undefined)
      return refused('MissingAuthenticationTokenException', 'Missing Authentication Token')
    let input: unknown
    try {
      input = text === '' ? {} : JSON.parse(text)
    } catch {
      return refused('SerializationException', 'The request body is not valid JSON')
    }
    const given = answer(world, { service: target.service, operation, input }, now())
    if (given.delivery === 'hang') return
    if (given.delivery === 'reset') return void request.socket.destroy()
    const body = given.delivery === 'text' ? String(given.body) : JSON.stringify(given.body)
    send(given.status, given.status === 502 ? 'text/html' : target.type, body)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // a bug of the simulator must be loud: no client may take it for an answer of AWS
      process.stderr.write(`simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    world,
    calls: world.calls,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      })
  }
}
