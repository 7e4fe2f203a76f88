// One body for both mouths: time passes, the moment is played, a fault may strike, the operation answers.
import { CLOUDWATCH } from './cloudwatch.ts'
import { CODEDEPLOY } from './codedeploy.ts'
import { ECS_OPERATIONS } from './ecs.ts'
import { faultFor, isWrite } from './faults.ts'
import { text } from './hostile.ts'
import { happen } from './moments.ts'
import { deny, mayCall } from './policy.ts'
import { Refusal, refuse } from './refusal.ts'
import { CLOUDWATCH_REQUESTS } from './shapes-cloudwatch.ts'
import { CODEDEPLOY_REQUESTS } from './shapes-codedeploy.ts'
import { ECS_REQUESTS } from './shapes-ecs.ts'
import { checked, isJson } from './wire.ts'
import { advance } from './world.ts'
import type { ServiceName } from './policy.ts'
import type { Fault } from './scenario.ts'
import type { World } from './state.ts'
import type { Json } from './wire.ts'

export interface Request {
  readonly service: ServiceName
  readonly operation: string
  readonly input: unknown
}

/**
 * `json`: the body is a value. `text`: the body is bytes that are no JSON of AWS.
 * `reset`: the connection breaks. `hang`: no answer ever. The status of the last two is 0.
 */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly delivery: 'json' | 'text' | 'reset' | 'hang'
}

const SERVICES = {
  ecs: { operations: ECS_OPERATIONS, shapes: ECS_REQUESTS },
  codedeploy: { operations: CODEDEPLOY, shapes: CODEDEPLOY_REQUESTS },
  cloudwatch: { operations: CLOUDWATCH, shapes: CLOUDWATCH_REQUESTS }
} as const

export function answer(world: World, call: Request, now: number): Answer {
  advance(world, now)
  if (first(world, `before ${call.operation}`)) {
    happen(world, world.now, `before ${call.operation}`)
    advance(world, world.now)
  }
  const given = attempt(world, call)
  if (first(world, `after ${call.operation}`)) {
    happen(world, world.now, `after ${call.operation}`)
    advance(world, world.now)
  }
  const error = isJson(given.body) && typeof given.body['__type'] === 'string' ? given.body['__type'] : given.delivery
  world.calls.push({
    at: world.now,
    service: call.service,
    operation: call.operation,
    input: call.input,
    status: given.status,
    ...(given.status !== 200 || given.delivery !== 'json' ? { error } : {}),
    write: isWrite(call.operation)
  })
  return given
}

function first(world: World, moment: string): boolean {
  const count = (world.counts.get(moment) ?? 0) + 1
  world.counts.set(moment, count)
  return count === 1
}

const json = (status: number, body: unknown): Answer => ({ status, body, delivery: 'json' })
const bytes = (status: number, body: string): Answer => ({ status, body, delivery: 'text' })

function attempt(world: World, call: Request): Answer {
  const fault = faultFor(world, call.operation)
  try {
    const struck = fault && strike(world, call, fault)
    if (struck) return struck
    const reply = perform(world, call)
    return fault ? lost(fault, reply) : json(200, reply)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return json(error.status, { __type: error.type, message: text(world, error.message) })
  }
}

function perform(world: World, { service, operation, input }: Request): object {
  const { operations, shapes } = SERVICES[service]
  const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined
  const shape = shapes[operation]
  if (!run || !shape) return refuse('UnknownOperationException', '')
  const request: Json = checked(shape, input ?? {}, world.switches.unknownMembers)
  mayCall(world, service, operation, request)
  return run(world, request, world.now)
}

/** The faults that strike before anything happens; undefined for those that only lose the answer. */
function strike(world: World, { service, operation, input }: Request, fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'throttle': // [PROBE] A3, F1
      return refuse('ThrottlingException', 'Rate exceeded')
    case 'deny':
      return deny(world, service, operation, isJson(input) ? input : {})
    case 'expired-token':
      return refuse('ExpiredTokenException', 'The security token included in the request is expired')
    case '500':
      return refuse(
        service === 'ecs' ? 'ServerException' : 'InternalFailure',
        'The request processing has failed because of an unknown error.',
        500
      )
    case 'error':
      return refuse(fault.error?.type ?? 'InternalFailure', fault.error?.message ?? '', fault.error?.status ?? 500)
    case 'reset':
    case 'hang':
      return { status: 0, body: undefined, delivery: fault.kind }
    case 'malformed':
    case 'html':
    case 'empty':
    case 'after-effect-500':
    case 'after-effect-reset':
      return undefined
  }
}

/** The effect has happened, its answer does not come through as it is. */
function lost(fault: Fault, reply: object): Answer {
  switch (fault.kind) {
    case 'malformed':
      return bytes(200, JSON.stringify(reply).slice(0, -Math.ceil(JSON.stringify(reply).length / 3)))
    case 'html':
      return bytes(
        502,
        '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>'
      )
    case 'empty':
      return bytes(200, '')
    case 'after-effect-reset':
      return { status: 0, body: undefined, delivery: 'reset' }
    case 'after-effect-500':
    case 'throttle': // this one and the rest have struck before anything happened
    case 'deny':
    case 'expired-token':
    case '500':
    case 'error':
    case 'reset':
    case 'hang':
      return json(500, {
        __type: 'InternalFailure',
        message: 'The request processing has failed because of an unknown error.'
      })
  }
}
