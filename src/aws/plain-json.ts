// Task definitions and services as plain JSON in both directions: the typed client drops members it does not know.
import type {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand
} from '@aws-sdk/client-ecs'
import type { JsonObject } from '../domain/units.ts'

/** Sends `input` instead of what the client made of its typed input. */
export function sendAsWritten(command: RegisterTaskDefinitionCommand | UpdateServiceCommand, input: JsonObject): void {
  const body = new TextEncoder().encode(JSON.stringify(input))
  // Every command has the same stack, each typed for its own input.
  const { middlewareStack } = command as RegisterTaskDefinitionCommand
  middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: unknown; headers: Record<string, string> }
      request.body = body
      request.headers['content-length'] = String(body.byteLength)
      return next(args)
    },
    // After everything that looks at the body, before it is signed.
    { step: 'build', priority: 'low', name: 'sendAsWritten' }
  )
}

/**
 * Keeps the answer as AWS wrote it, and returns where to read it. The client is given an empty answer in its place when
 * the call went well, so that its opinion of a member cannot spoil ours; refusals it reads itself.
 */
export function keepAnswer(
  command:
    RegisterTaskDefinitionCommand | DescribeTaskDefinitionCommand | UpdateServiceCommand | DescribeServicesCommand
): () => JsonObject {
  let kept = ''
  const { middlewareStack } = command as RegisterTaskDefinitionCommand
  middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const response = result.response as { statusCode: number; body: AsyncIterable<Uint8Array> | Uint8Array }
      const body = await whole(response.body)
      kept = new TextDecoder().decode(body)
      response.body = response.statusCode < 300 ? new TextEncoder().encode('{}') : body
      return result
    },
    // Nearest to the wire: the client's own reader runs after this.
    { step: 'deserialize', priority: 'low', name: 'keepAnswer' }
  )
  return () => object(kept)
}

async function whole(body: AsyncIterable<Uint8Array> | Uint8Array): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function object(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  throw new SyntaxError('expected a JSON object')
}
