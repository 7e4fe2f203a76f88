import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { connect } from '../../../src/aws/clients.ts'
import type { Aws } from '../../../src/aws/ports.ts'
import { LIMITS, type Limits } from '../../../src/aws/transport.ts'
import { Problem } from '../../../src/domain/problem.ts'
import { json, localAws, oneRealm, refusal, text, type LocalAws } from './local-aws.ts'

const LIMITED: Limits = { connect: 1_000, answer: 250, call: 2_000, idle: 4_000 }

let server: LocalAws
let before: NodeJS.ProcessEnv

beforeAll(oneRealm)

beforeEach(async () => {
  server = await localAws()
  before = { ...process.env }
  process.env['AWS_ENDPOINT_URL'] = server.url
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIDEXAMPLE'
  process.env['AWS_SECRET_ACCESS_KEY'] = 'secret'
})

afterEach(async () => {
  process.env = before
  await server.close()
})

function aws(limits: Partial<Limits> = {}): Aws {
  return connect({ region: 'eu-west-1', env: {}, version: '0.1.0', limits: { ...LIMITED, ...limits } })
}

async function problem(call: Promise<unknown>): Promise<Problem> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

const describeWeb = (client: Aws) => client.ecs.describeServices({ cluster: 'prod', services: ['web'] })

describe('the limits', () => {
  test('are those the design rests on', () => {
    expect(LIMITS).toEqual({ connect: 5_000, answer: 20_000, call: 30_000, idle: 4_000 })
  })
})

describe('a call', () => {
  test('reaches AWS_ENDPOINT_URL, signed for the region, with our name, once', async () => {
    server.reply = json(200, { services: [{ serviceName: 'web' }] })
    const answer = await describeWeb(aws())
    expect(answer.services?.[0]?.serviceName).toBe('web')
    expect(server.sent).toHaveLength(1)
    expect(server.sent[0]).toMatchObject({
      operation: 'DescribeServices',
      body: '{"services":["web"],"cluster":"prod"}'
    })
    expect(server.sent[0]?.headers['user-agent']).toContain('ecs-canary-deploy/0.1.0')
    expect(server.sent[0]?.headers['authorization']).toContain('/eu-west-1/ecs/')
    expect(server.sent[0]?.headers['amz-sdk-request']).toBe('attempt=1; max=1')
  })

  test.each<[string, (client: Aws) => Promise<unknown>]>([
    ['ListTasks', (client) => client.ecs.listTasks({ cluster: 'prod' })],
    ['ListTaskDefinitions', (client) => client.ecs.listTaskDefinitions({ familyPrefix: 'web' })],
    ['DeregisterTaskDefinition', (client) => client.ecs.deregisterTaskDefinition({ taskDefinition: 'web:1' })],
    ['UpdateService', (client) => client.ecs.updateService({ cluster: 'prod', service: 'web', desiredCount: 3 })],
    ['DescribeTasks', (client) => client.ecs.describeTasks({ cluster: 'prod', tasks: ['t'] })],
    ['DescribeTaskDefinition', (client) => client.ecs.describeTaskDefinition({ taskDefinition: 'web' })],
    ['RegisterTaskDefinition', (client) => client.ecs.registerTaskDefinition({ family: 'web' })],
    ['GetDeploymentGroup', (client) => client.codedeploy.getDeploymentGroup(GROUP)],
    ['GetDeploymentConfig', (client) => client.codedeploy.getDeploymentConfig({ deploymentConfigName: 'c' })],
    ['CreateDeploymentConfig', (client) => client.codedeploy.createDeploymentConfig({ deploymentConfigName: 'c' })],
    ['CreateDeployment', (client) => client.codedeploy.createDeployment(GROUP)],
    ['GetDeployment', (client) => client.codedeploy.getDeployment({ deploymentId: 'd-1' })],
    ['GetDeploymentTarget', (client) => client.codedeploy.getDeploymentTarget({ deploymentId: 'd-1', targetId: 't' })],
    ['StopDeployment', (client) => client.codedeploy.stopDeployment({ deploymentId: 'd-1' })],
    ['DescribeAlarms', (client) => client.cloudwatch.describeAlarms({ AlarmNames: ['a'] })]
  ])('%s is what its port calls', async (operation, call) => {
    await call(aws())
    expect(server.sent.map((sent) => sent.operation)).toEqual([operation])
  })

  test.each([
    ['a server error', refusal('ServerException', 'oops', 500), 'AWS_BROKEN'],
    ['a refusal for haste', refusal('ThrottlingException', 'Rate exceeded'), 'AWS_THROTTLED'],
    ['a broken connection', (response: { destroy: () => unknown }) => void response.destroy(), 'AWS_UNREACHABLE']
  ] as const)('that writes is sent once in spite of %s', async (_, reply, code) => {
    server.reply = reply
    expect((await problem(aws().codedeploy.createDeployment(GROUP))).code).toBe(code)
    expect(server.sent).toHaveLength(1)
  })

  test('is not repeated for AWS_MAX_ATTEMPTS or AWS_RETRY_MODE either', async () => {
    process.env['AWS_MAX_ATTEMPTS'] = '5'
    process.env['AWS_RETRY_MODE'] = 'adaptive'
    server.reply = refusal('ThrottlingException', 'Rate exceeded')
    await problem(aws().codedeploy.stopDeployment({ deploymentId: 'd-1' }))
    expect(server.sent).toHaveLength(1)
    // The SDK's letter for the standard mode; the adaptive one would hold our calls back by itself.
    expect(server.sent[0]?.headers['user-agent']).toMatch(/ m\/E\b/)
  })

  test('that AWS refuses for our clock goes again, once, with the clock of AWS', async () => {
    const hours = 3
    const date = new Date(Date.now() + hours * 3_600_000).toUTCString()
    server.reply = (response, sent) => {
      const first = server.sent.length === 1
      const reply = first
        ? json(400, { __type: 'InvalidSignatureException', message: 'Signature expired' }, { date })
        : json(200, { services: [] })
      reply(response, sent)
    }
    await describeWeb(aws())
    const [early, late] = server.sent.map((sent) => stamp(String(sent.headers['x-amz-date'])))
    expect(server.sent).toHaveLength(2)
    expect(Math.round(((late ?? 0) - (early ?? 0)) / 3_600_000)).toBe(hours)
  })

  test('that AWS refuses for its signature although the clocks agree is not repeated', async () => {
    server.reply = refusal('InvalidSignatureException', 'The request signature we calculated does not match')
    const { code, remedy } = await problem(describeWeb(aws()))
    expect(code).toBe('CREDENTIALS_EXPIRED')
    expect(remedy).toMatch(/^Check the clock/)
    expect(server.sent).toHaveLength(1)
  })

  test('without credentials ends with what to do, and nothing is sent', async () => {
    process.env = { ...NO_CREDENTIALS, AWS_ENDPOINT_URL: server.url }
    const { code, remedy } = await problem(describeWeb(aws()))
    expect(code).toBe('CREDENTIALS_MISSING')
    expect(remedy).toContain('configure-aws-credentials')
    expect(server.sent).toHaveLength(0)
  })

  test('after one without credentials does not wait for it', async () => {
    const client = aws()
    const credentials = process.env
    process.env = { ...NO_CREDENTIALS, AWS_ENDPOINT_URL: server.url }
    await problem(describeWeb(client))
    process.env = credentials
    server.reply = json(200, { deploymentId: 'd-1' })
    expect((await client.codedeploy.createDeployment(GROUP)).deploymentId).toBe('d-1')
  })

  test('to an endpoint that is no address says which variables to look at', async () => {
    process.env['AWS_ENDPOINT_URL'] = 'not an address'
    const { code, remedy } = await problem(describeWeb(aws()))
    expect(code).toBe('INPUT_INVALID')
    expect(remedy).toContain('AWS_ENDPOINT_URL')
  })
})

describe('time', () => {
  test('a silent AWS is given up after the limit', async () => {
    server.reply = () => undefined
    const { code, found } = await problem(describeWeb(aws()))
    expect(code).toBe('AWS_UNREACHABLE')
    expect(found).toBe('no answer in time: a request has exceeded the configured 250 ms requestTimeout.')
  })

  test.each<[string, (client: Aws) => Promise<unknown>]>([
    ['a typed answer', describeWeb],
    ['a plain answer', (client) => client.ecs.describeTaskDefinition({ taskDefinition: 'web' })]
  ])('%s that stops half-way is given up after the limit', async (_, call) => {
    server.reply = (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"serv')
    }
    // Longer than a test may take: only the limit for an answer can end it.
    expect((await problem(call(aws({ call: 600_000 })))).code).toBe('AWS_UNREACHABLE')
  })

  test.each([
    ['without a signal', undefined],
    ['with a signal that never comes', new AbortController().signal]
  ])('an answer that drips for ever is given up when the call has taken too long, %s', async (_, signal) => {
    server.reply = (response) => {
      response.writeHead(200, { 'content-length': '100000' })
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    }
    const client = aws({ call: 400 })
    const call = client.ecs.describeServices({ services: [] }, signal && { signal })
    expect((await problem(call)).code).toBe('AWS_UNREACHABLE')
  })

  test('an abort ends the request too, not only our wait for it', async () => {
    const closed = Promise.withResolvers<void>()
    const controller = new AbortController()
    server.reply = (response) => {
      response.on('close', () => closed.resolve())
      controller.abort()
    }
    const call = aws({ answer: 60_000 }).ecs.describeServices({ services: [] }, { signal: controller.signal })
    await problem(call)
    await closed.promise
  })

  test('an abort ends a call, and says that it was given up', async () => {
    server.reply = () => undefined
    const controller = new AbortController()
    const call = problem(
      aws({ answer: 600_000, call: 600_000 }).ecs.describeServices({ services: [] }, { signal: controller.signal })
    )
    setTimeout(() => controller.abort('cancelled'), 30)
    const { code, found } = await call
    expect(code).toBe('AWS_UNREACHABLE')
    expect(found).toContain('given up')
  })

  test('after an abort nothing is sent', async () => {
    await problem(aws().codedeploy.createDeployment(GROUP, { signal: AbortSignal.abort() }))
    expect(server.sent).toHaveLength(0)
  })

  test('a connection is used again, but not after it has been idle for too long', async () => {
    const client = aws({ idle: 60 })
    await describeWeb(client)
    await describeWeb(client)
    expect(server.connections()).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await describeWeb(client)
    expect(server.connections()).toBe(2)
  })
})

describe('a task definition', () => {
  const definition = {
    family: 'web',
    containerDefinitions: [{ name: 'app', image: 'app:1', environment: [{ name: 'EMPTY', value: '' }], invented: [] }],
    notInvented: { yet: [1.5, null, 'ü'] },
    volumes: []
  }

  test('is registered as it is, with members nobody knows', async () => {
    await aws().ecs.registerTaskDefinition(definition)
    const [sent] = server.sent
    expect(sent?.body).toBe(JSON.stringify(definition))
    expect(sent?.headers['content-length']).toBe(String(Buffer.byteLength(JSON.stringify(definition))))
  })

  test.each<[string, (client: Aws) => Promise<unknown>]>([
    ['registered', (client) => client.ecs.registerTaskDefinition(definition)],
    ['described', (client) => client.ecs.describeTaskDefinition({ taskDefinition: 'web', include: ['TAGS'] })]
  ])('comes back as AWS wrote it when it is %s', async (_, call) => {
    const answer = { taskDefinition: { ...definition, registeredAt: 'not a date', revision: '7' }, tags: [], more: 1 }
    server.reply = json(200, answer)
    expect(await call(aws())).toEqual(answer)
  })

  test('survives being sent in pieces that cut its letters', async () => {
    const answer = { taskDefinition: { family: 'web', long: 'ü€𝄞'.repeat(20_000) } }
    const bytes = Buffer.from(JSON.stringify(answer))
    server.reply = (response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      for (let at = 0; at < bytes.length; at += 1_013) response.write(bytes.subarray(at, at + 1_013))
      response.end()
    }
    expect(await aws().ecs.describeTaskDefinition({ taskDefinition: 'web' })).toEqual(answer)
  })

  test.each([
    ['a web page', '<html>Sign in</html>'],
    ['nothing', ''],
    ['half of it', '{"taskDefinition":{'],
    ['a list', '[]'],
    ['null', 'null']
  ])('%s instead of it is an answer that cannot be understood', async (_, body) => {
    server.reply = text(200, body)
    const client = aws()
    expect((await problem(client.ecs.describeTaskDefinition({ taskDefinition: 'web' }))).code).toBe(
      'AWS_ANSWER_INVALID'
    )
    expect((await problem(client.ecs.registerTaskDefinition(definition))).code).toBe('AWS_ANSWER_INVALID')
  })

  test('that is refused is a problem like every other, with the request id and the words of AWS', async () => {
    server.reply = refusal('ClientException', 'No Fargate configuration exists for given values: 4096 CPU')
    const { code, aws: answered, place } = await problem(aws().ecs.registerTaskDefinition(definition))
    expect(code).toBe('AWS_REFUSED')
    expect(answered).toEqual({
      name: 'ClientException',
      message: 'No Fargate configuration exists for given values: 4096 CPU',
      requestId: 'request-1'
    })
    expect(place).toEqual({ kind: 'aws', call: 'ecs:RegisterTaskDefinition', resource: 'web' })
  })
})

describe('an answer that is not AWS’s', () => {
  test.each([
    [200, '<html>Sign in</html>', 'AWS_ANSWER_INVALID'],
    [200, '{"services":', 'AWS_ANSWER_INVALID'],
    [403, '<html>Forbidden</html>', 'AWS_ANSWER_INVALID'],
    [429, '<html>Slow</html>', 'AWS_THROTTLED'],
    [502, '<html>Bad gateway</html>', 'AWS_BROKEN'],
    [503, '', 'AWS_BROKEN']
  ] as const)('%d %s is %s', async (status, body, code) => {
    server.reply = text(status, body)
    const seen = await problem(describeWeb(aws()))
    expect(seen.code).toBe(code)
    expect(seen.found).not.toContain('inspect the hidden field')
  })
})

const NO_CREDENTIALS = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null'
}

const GROUP = { applicationName: 'app', deploymentGroupName: 'group' }

function stamp(amzDate: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate)?.slice(1).map(Number) ?? []
  const [year = 0, month = 1, day = 0, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
