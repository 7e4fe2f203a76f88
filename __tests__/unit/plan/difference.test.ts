import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { JsonObject } from '../../../src/domain/units.ts'
import { changes } from '../../../src/plan/difference.ts'
import { registrable } from '../../../src/plan/task-definition.ts'

const app = (members: JsonObject): JsonObject => ({ name: 'app', image: 'web:1', ...members })
const task = (container: JsonObject, members: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [app(container)],
  ...members
})

describe('what AWS fills in, and another way to write the same, is no difference', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['no cpu of a container is 0', task({ cpu: 0 }), task({})],
    ['a container is essential', task({ essential: true }), task({})],
    [
      'empty lists',
      task({ environment: [], mountPoints: [], volumesFrom: [], portMappings: [], systemControls: [], secrets: [] }),
      task({})
    ],
    ['an empty list of something AWS invents tomorrow', task({ novelties: [] }), task({})],
    ['nothing', task({ command: null }), task({})],
    [
      'empty lists of the task',
      task({}, { volumes: [], placementConstraints: [], requiresCompatibilities: [] }),
      task({})
    ],
    [
      'tcp',
      task({ portMappings: [{ containerPort: 80, protocol: 'tcp' }] }),
      task({ portMappings: [{ containerPort: 80 }] })
    ],
    [
      'the host port, where it can be no other',
      task({ portMappings: [{ containerPort: 80, hostPort: 80 }] }, { networkMode: 'awsvpc' }),
      task({ portMappings: [{ containerPort: 80 }] }, { networkMode: 'awsvpc' })
    ],
    [
      'a host port of 0',
      task({ portMappings: [{ containerPort: 80, hostPort: 0 }] }),
      task({ portMappings: [{ containerPort: 80 }] })
    ],
    [
      'the numbers of a health check',
      task({ healthCheck: { command: ['CMD', 'x'], interval: 30, timeout: 5, retries: 3 } }),
      task({ healthCheck: { command: ['CMD', 'x'] } })
    ],
    [
      'a mount that may be written to',
      task({ mountPoints: [{ sourceVolume: 'a', containerPath: '/a', readOnly: false }] }),
      task({ mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] })
    ],
    ['a volume of the host', task({}, { volumes: [{ name: 'a', host: {} }] }), task({}, { volumes: [{ name: 'a' }] })],
    ['empty Linux parameters', task({ linuxParameters: { capabilities: {}, devices: [] } }), task({})],
    ['the network mode bridge', task({}, { networkMode: 'bridge' }), task({})],
    ['cpu and memory as numbers', task({}, { cpu: 1024, memory: 2048 }), task({}, { cpu: '1024', memory: '2048' })],
    [
      'cpu and memory with units',
      task({}, { cpu: '.5 vCPU', memory: '3GB' }),
      task({}, { cpu: '512', memory: '3072' })
    ],
    [
      'the order of variables, secrets, tags, dependencies and limits',
      task(
        {
          environment: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' }
          ],
          secrets: [
            { name: 'C', valueFrom: 'c' },
            { name: 'D', valueFrom: 'd' }
          ],
          dependsOn: [
            { containerName: 'a', condition: 'START' },
            { containerName: 'b', condition: 'START' }
          ],
          ulimits: [
            { name: 'core', softLimit: 1, hardLimit: 2 },
            { name: 'nofile', softLimit: 1, hardLimit: 2 }
          ]
        },
        {
          tags: [
            { key: 'a', value: '1' },
            { key: 'b', value: '2' }
          ],
          requiresCompatibilities: ['EC2', 'FARGATE']
        }
      ),
      task(
        {
          environment: [
            { value: '2', name: 'B' },
            { name: 'A', value: '1' }
          ],
          secrets: [
            { name: 'D', valueFrom: 'd' },
            { name: 'C', valueFrom: 'c' }
          ],
          dependsOn: [
            { containerName: 'b', condition: 'START' },
            { containerName: 'a', condition: 'START' }
          ],
          ulimits: [
            { name: 'nofile', softLimit: 1, hardLimit: 2 },
            { name: 'core', hardLimit: 2, softLimit: 1 }
          ]
        },
        {
          tags: [
            { key: 'b', value: '2' },
            { key: 'a', value: '1' }
          ],
          requiresCompatibilities: ['FARGATE', 'EC2']
        }
      )
    ],
    [
      'the order of containers',
      { containerDefinitions: [app({}), { name: 'proxy', image: 'p' }] },
      { containerDefinitions: [{ name: 'proxy', image: 'p' }, app({})] }
    ]
  ])('%s', (_claim, one, other) => {
    expect(changes(one, other)).toEqual([])
    expect(changes(other, one)).toEqual([])
  })
})

const changed = (path: string, from?: string, to?: string) => ({ path, kind: 'changed', from, to })
const added = (path: string, to?: string) => ({ path, kind: 'added', from: undefined, to })
const removed = (path: string, from?: string) => ({ path, kind: 'removed', from, to: undefined })

describe('a difference is told by path', () => {
  test.each<[string, JsonObject, JsonObject, readonly object[]]>([
    ['an image with its tag', task({}), task({ image: 'web:2' }), [changed('containers.app.image', 'web:1', 'web:2')]],
    ['a size', task({}, { cpu: '256' }), task({}, { cpu: '1 vCPU' }), [changed('cpu', '256', '1024')]],
    [
      'a size that AWS cannot read',
      task({}, { cpu: '256' }),
      task({}, { cpu: '1 GB' }),
      [changed('cpu', '256', '1 GB')]
    ],
    [
      'a container that is not essential',
      task({}),
      task({ essential: false }),
      [added('containers.app.essential', 'false')]
    ],
    [
      'a port on another host port',
      task({ portMappings: [{ containerPort: 80 }] }),
      task({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      [added('containers.app.portMappings.80/tcp.hostPort', '8080')]
    ],
    [
      'the same port for another protocol',
      task({ portMappings: [{ containerPort: 80 }] }),
      task({ portMappings: [{ containerPort: 80, protocol: 'udp' }] }),
      [removed('containers.app.portMappings.80/tcp'), added('containers.app.portMappings.80/udp')]
    ],
    [
      'a dependency',
      task({ dependsOn: [{ containerName: 'db', condition: 'START' }] }),
      task({ dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] }),
      [changed('containers.app.dependsOn.db', 'START', 'HEALTHY')]
    ],
    [
      'the order of a command',
      task({ command: ['a', 'b'] }),
      task({ command: ['b', 'a'] }),
      [changed('containers.app.command', '["a","b"]', '["b","a"]')]
    ],
    [
      'a tag',
      task({}, { tags: [{ key: 'commit', value: 'a' }] }),
      task({}, { tags: [{ key: 'commit', value: 'b' }] }),
      [changed('tags.commit', 'a', 'b')]
    ],
    ['the family', task({}), task({}, { family: 'api' }), [changed('family', 'web', 'api')]],
    [
      'a property nobody knows, and one that is empty',
      task({}),
      task({ novelty: { mode: 'on' }, marker: {} }),
      [added('containers.app.marker'), added('containers.app.novelty.mode')]
    ],
    [
      'a container that comes and one that goes, images first',
      { family: 'a', containerDefinitions: [{ name: 'old', image: 'o:1', cpu: 9 }] },
      { family: 'a', containerDefinitions: [{ name: 'new', image: 'n:1', cpu: 8 }] },
      [
        added('containers.new.image', 'n:1'),
        removed('containers.old.image', 'o:1'),
        added('containers.new.cpu', '8'),
        removed('containers.old.cpu', '9')
      ]
    ],
    [
      'the second of two things with one name',
      task({
        extraHosts: [
          { hostname: 'a', ipAddress: '1' },
          { hostname: 'a', ipAddress: '2' }
        ]
      }),
      task({ extraHosts: [{ hostname: 'a', ipAddress: '1' }] }),
      [removed('containers.app.extraHosts.a #2', '2')]
    ],
    [
      'a list that turned into something else',
      task({ links: ['a'] }),
      task({ links: { a: 'b' } }),
      [changed('containers.app.links', '["a"]')]
    ]
  ])('%s', (_claim, running, definition, expected) => {
    expect(changes(running, definition)).toEqual(expected)
  })
})

describe('a value that may be a secret is told by its name alone', () => {
  const SECRET = 'hunter2'
  test.each<[string, JsonObject, string]>([
    ['a variable', { environment: [{ name: 'A', value: SECRET }] }, 'environment.A'],
    [
      'a variable with a member nobody knows',
      { environment: [{ name: 'A', value: SECRET, x: SECRET }] },
      'environment.A.value'
    ],
    ['variables in a form nobody knows', { environment: { A: SECRET } }, 'environment.A'],
    ['variables without names', { environment: [{ value: SECRET }] }, 'environment'],
    ['the place of a secret', { secrets: [{ name: 'A', valueFrom: SECRET }] }, 'secrets.A'],
    ['a label', { dockerLabels: { a: SECRET } }, 'dockerLabels.a'],
    [
      'an option of the log',
      { logConfiguration: { logDriver: 'splunk', options: { token: SECRET } } },
      'logConfiguration.options.token'
    ],
    [
      'a secret option of the log',
      { logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'token', valueFrom: SECRET }] } },
      'logConfiguration.secretOptions.token'
    ],
    [
      'an option of FireLens',
      { firelensConfiguration: { type: 'fluentd', options: { a: SECRET } } },
      'firelensConfiguration.options.a'
    ]
  ])('%s', (_claim, container, path) => {
    const appears = changes(task({}), task(container))
    expect(appears.map((change) => change.path)).toContain(`containers.app.${path}`)
    expect(JSON.stringify(appears)).not.toContain(SECRET)
    const another = JSON.parse(JSON.stringify(container).replaceAll(SECRET, 'other')) as JsonObject
    const replaced = changes(task(container), task(another))
    expect(replaced).toContainEqual(changed(`containers.app.${path}`))
    expect(JSON.stringify(replaced)).not.toMatch(/hunter2|other/)
  })

  test('an option of a volume', () => {
    const volumes = [{ name: 'nfs', dockerVolumeConfiguration: { driverOpts: { o: SECRET } } }]
    const path = 'volumes.nfs.dockerVolumeConfiguration.driverOpts.o'
    expect(changes(task({}), task({}, { volumes }))).toEqual([added(path)])
  })
})

test('names that mean something to JavaScript are names like any other', () => {
  const environment = [
    { name: '__proto__', value: '1' },
    { name: 'constructor', value: '2' }
  ]
  expect(changes(task({}), task({ environment })).map(({ path }) => path)).toEqual([
    'containers.app.environment.__proto__',
    'containers.app.environment.constructor'
  ])
  const odd = JSON.parse('{"__proto__": 1, "constructor": {"a": 2}}') as JsonObject
  expect(changes({}, odd).map(({ path }) => path)).toEqual(['__proto__', 'constructor.a'])
})

test('the fixture, as AWS describes it, does not differ from what a person wrote to get it', () => {
  const answer = JSON.parse(
    readFileSync(new URL('../../fixtures/web/describe-task-definition.json', import.meta.url), 'utf8')
  ) as JsonObject
  const described = registrable({ arn: 'arn', answer })
  const written = JSON.parse(JSON.stringify(described), (key, value: unknown) => {
    if (Array.isArray(value) && value.length === 0) return undefined
    if (key === 'hostPort' || (key === 'essential' && value === true)) return undefined
    if (key === 'protocol' || key === 'versionConsistency' || key === 'enableFaultInjection') return undefined
    return value
  }) as JsonObject
  expect(JSON.stringify(written)).not.toBe(JSON.stringify(described))
  expect(changes(described, { ...written, cpu: '.5 vCPU', memory: '1 GB' })).toEqual([])
})

describe('what nobody knows may be a secret', () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    [
      'a new member of a container',
      task({ futureEnv: [{ name: 'PW', value: 'hunter2' }] }),
      task({}),
      'containers.app.futureEnv'
    ],
    [
      'a member of a new object',
      task({ futureOpts: { password: 'hunter2' } }),
      task({ futureOpts: { password: 'swordfish' } }),
      'containers.app.futureOpts.password'
    ],
    ['a new member of the task', task({}, { novelty: 'hunter2' }), task({}, { novelty: 'swordfish' }), 'novelty']
  ])('%s is told by its path alone', (_claim, before, after, path) => {
    const found = changes(before, after)
    expect(found).toMatchObject([{ path, from: undefined, to: undefined }])
    expect(JSON.stringify(found)).not.toMatch(/hunter2|swordfish/)
  })
})

test('a role’s short name is its ARN', () => {
  const arn = 'arn:aws:iam::123456789012:role/service/web-execution'
  expect(changes(task({}, { executionRoleArn: arn }), task({}, { executionRoleArn: 'service/web-execution' }))).toEqual(
    []
  )
  expect(changes(task({}, { taskRoleArn: arn }), task({}, { taskRoleArn: 'service/other' }))).toHaveLength(1)
})

test('a name that looks like the second of another is not taken for it', () => {
  const twice = task({
    environment: [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' }
    ]
  })
  const other = task({
    environment: [
      { name: 'A', value: '1' },
      { name: 'A (2)', value: '2' }
    ]
  })
  expect(
    changes(twice, other)
      .map(({ path, kind }) => `${kind} ${path}`)
      .toSorted()
  ).toEqual(['added containers.app.environment.A (2)', 'removed containers.app.environment.A #2'])
})
