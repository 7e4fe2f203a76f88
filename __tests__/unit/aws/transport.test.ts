import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { connect } from '../../../src/aws/clients.ts'
import type { ProxyEnv } from '../../../src/aws/transport.ts'
import { Problem } from '../../../src/domain/problem.ts'
import { oneRealm } from './local-aws.ts'

interface Tunnel {
  readonly to: string
  readonly authorization: string | undefined
}

let proxy: Server
let tunnels: Tunnel[]
/** What the proxy answers to CONNECT. */
let welcome: string
/** The first bytes that came through a tunnel. */
let through: Buffer[]
let target: Server
let direct: Buffer[]
let before: NodeJS.ProcessEnv

const portOf = (server: Server) => (server.address() as AddressInfo).port
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

function swallow(into: Buffer[]) {
  return (socket: Socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (bytes: Buffer) => {
      into.push(bytes)
      socket.destroy()
    })
  }
}

beforeAll(oneRealm)

beforeEach(async () => {
  tunnels = []
  through = []
  direct = []
  welcome = 'HTTP/1.1 200 Connection Established\r\n\r\n'
  proxy = createServer()
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    tunnels.push({ to: request.url ?? '', authorization: request.headers['proxy-authorization'] })
    swallow(through)(socket)
    socket.write(welcome)
    if (!welcome.includes(' 200 ')) socket.end()
  })
  target = createTcpServer(swallow(direct))
  await Promise.all([listen(proxy), listen(target)])
  before = process.env
  process.env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }
})

afterEach(async () => {
  process.env = before
  await Promise.all([proxy, target].map((server) => new Promise((resolve) => server.close(resolve))))
})

async function call(env: ProxyEnv): Promise<Problem> {
  const limits = { connect: 1_000, answer: 1_000, call: 2_000, idle: 1_000 }
  const aws = connect({ region: 'eu-west-1', env, version: '0.1.0', limits })
  const error: unknown = await aws.ecs.describeServices({ services: ['web'] }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

/** A TLS handshake record that carries a ClientHello. */
const isClientHello = (bytes: Buffer | undefined) => bytes?.[0] === 0x16 && bytes[5] === 0x01

describe('a proxy', () => {
  test.each(['HTTPS_PROXY', 'https_proxy'])('in %s carries the TLS connection to AWS', async (name) => {
    const { code } = await call({ [name]: `http://127.0.0.1:${portOf(proxy)}` })
    expect(code).toBe('AWS_UNREACHABLE')
    expect(tunnels).toEqual([{ to: 'ecs.eu-west-1.amazonaws.com:443', authorization: undefined }])
    expect(isClientHello(through[0])).toBe(true)
    expect(through[0]?.includes('ecs.eu-west-1.amazonaws.com')).toBe(true)
  })

  test('is told the name and password of its address', async () => {
    await call({ HTTPS_PROXY: `http://ci:p%40ss@127.0.0.1:${portOf(proxy)}` })
    expect(tunnels[0]?.authorization).toBe(`Basic ${Buffer.from('ci:p@ss').toString('base64')}`)
  })

  test('that refuses is named, without its password', async () => {
    welcome = 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'
    const { code, found, remedy } = await call({ HTTPS_PROXY: `http://ci:hush@127.0.0.1:${portOf(proxy)}` })
    expect(code).toBe('AWS_UNREACHABLE')
    expect(found).toContain('407 Proxy Authentication Required')
    expect(found).not.toContain('hush')
    expect(remedy).toContain('NO_PROXY')
  })

  test.each(['NO_PROXY', 'no_proxy'])('is not used for a host in %s', async (name) => {
    process.env['AWS_ENDPOINT_URL'] = `https://localhost:${portOf(target)}`
    await call({ HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}`, [name]: 'localhost' })
    expect(tunnels).toEqual([])
    expect(isClientHello(direct[0])).toBe(true)
  })

  test('is used for the same host when it is not in NO_PROXY', async () => {
    process.env['AWS_ENDPOINT_URL'] = `https://localhost:${portOf(target)}`
    await call({ HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}`, NO_PROXY: 'other' })
    expect(tunnels[0]?.to).toBe(`localhost:${portOf(target)}`)
    expect(direct).toEqual([])
  })

  test.each(['socks5://ci:hush@127.0.0.1:1', 'proxy.example:3128', 'http://', 'http://ci:hush@', 'nonsense'])(
    '%s is refused: Node would go round it in silence',
    async (address) => {
      const problem = await call({ HTTPS_PROXY: address })
      expect(problem.code).toBe('INPUT_INVALID')
      expect(problem.remedy).toBe('Write HTTPS_PROXY as http://host:port.')
      expect(JSON.stringify({ ...problem, message: problem.message })).not.toContain('hush')
    }
  )

  test('left empty is none', async () => {
    process.env['AWS_ENDPOINT_URL'] = `https://localhost:${portOf(target)}`
    await call({ HTTPS_PROXY: '', https_proxy: undefined })
    expect(isClientHello(direct[0])).toBe(true)
  })
})
