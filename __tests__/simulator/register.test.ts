// RegisterTaskDefinition: what it takes, what it adds, what it refuses.
import { describe, expect, test } from '@jest/globals'
import { Driver, registration } from './driving.ts'
import { fits, unitsOf } from './fargate.ts'

interface Definition {
  family: unknown
  containerDefinitions: [Record<string, unknown>, Record<string, unknown>]
  [member: string]: unknown
}

const definition = (): Definition => registration() as Definition

type Change = (one: Definition) => void
const app =
  (change: Record<string, unknown>): Change =>
  (one) =>
    void Object.assign(one.containerDefinitions[0], change)
const top =
  (change: Record<string, unknown>): Change =>
  (one) =>
    void Object.assign(one, change)
const many =
  (count: number): Change =>
  (one) => {
    const extra = Array.from({ length: count }, (_, index) => ({ name: `c${index}`, image: 'x' }))
    one.containerDefinitions.push(...extra)
  }

const REFUSED: readonly (readonly [string, Change, string])[] = [
  ['no family', top({ family: undefined }), 'Family'],
  ['a bad family', top({ family: 'web app' }), 'Family'],
  ['a long family', top({ family: 'x'.repeat(256) }), 'Family'],
  ['no containers', top({ containerDefinitions: [] }), 'Container definitions'],
  ['eleven containers', many(9), 'at most 10'],
  ['a definition too large', app({ dockerLabels: { x: 'y'.repeat(65_536) } }), '64 KB'],
  ['two containers of one name', app({ name: 'proxy' }), 'unique'],
  ['a container without name', app({ name: undefined }), 'Container.name'],
  ['a container without image', app({ image: '' }), 'Container.image'],
  [
    'a name in environment and secrets',
    app({ environment: [{ name: 'SESSION_KEY', value: 'x' }] }),
    "such as 'SESSION_KEY'."
  ],
  ['a variable without name', app({ environment: [{ value: 'x' }] }), 'environment variable'],
  ['a secret without source', app({ secrets: [{ name: 'X' }] }), 'valueFrom'],
  ['a dependency on nobody', app({ dependsOn: [{ containerName: 'x', condition: 'START' }] }), 'depends on x'],
  ['an impossible port', app({ portMappings: [{ containerPort: 70_000 }] }), '70000'],
  ['another host port', app({ portMappings: [{ containerPort: 8080, hostPort: 80 }] }), 'must match'],
  [
    'one port, two protocols',
    app({
      portMappings: [
        { containerPort: 53, protocol: 'tcp' },
        { containerPort: 53, protocol: 'udp' }
      ]
    }),
    'twice'
  ],
  [
    'a bad pair',
    top({ cpu: '4096', memory: '4096' }),
    'No Fargate configuration exists for given values: 4096 CPU, 4096 memory'
  ],
  ['no cpu', top({ cpu: undefined }), 'cpu and memory'],
  ['nonsense cpu', top({ cpu: 'lots' }), "'cpu'"],
  ['bridge network', top({ networkMode: 'bridge' }), 'network mode'],
  ['ipc mode', top({ ipcMode: 'task' }), 'ipcMode'],
  ['placement constraints', top({ placementConstraints: [{ type: 'memberOf', expression: 'x' }] }), 'Placement'],
  ['links', app({ links: ['proxy'] }), "'links'"],
  ['privileged', app({ privileged: true }), "'privileged'"],
  ['swap', app({ linuxParameters: { maxSwap: 1 } }), 'maxSwap'],
  ['a GPU', app({ resourceRequirements: [{ type: 'GPU', value: '1' }] }), 'GPU'],
  ['a long stop', app({ stopTimeout: 121 }), '120'],
  ['another log driver', app({ logConfiguration: { logDriver: 'fluentd' } }), 'fluentd'],
  ['no log driver', app({ logConfiguration: { options: {} } }), 'Log driver'],
  ['no stream prefix', app({ logConfiguration: { logDriver: 'awslogs', options: {} } }), 'awslogs-stream-prefix'],
  ['secrets without a role', top({ executionRoleArn: undefined }), 'executionRoleArn'],
  [
    'none essential',
    (one) => one.containerDefinitions.forEach((container) => (container['essential'] = false)),
    'essential'
  ]
]

describe('refuses', () => {
  test.each(REFUSED)('%s', (_, change, words) => {
    const driver = new Driver('smooth')
    const input = definition()
    change(input)
    const { status, body } = driver.ask('ecs', 'RegisterTaskDefinition', input)
    expect([status, body]).toEqual([400, { __type: 'ClientException', message: expect.stringContaining(words) }])
    expect(driver.truth().taskDefinitions).toEqual([])
  })

  test('fifty-one tags, and values of the wrong type', () => {
    const driver = new Driver('smooth')
    const refused = (change: Change): string => {
      const input = definition()
      change(input)
      return driver.refused('ecs', 'RegisterTaskDefinition', input)
    }
    expect(refused(top({ tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })) }))).toBe(
      'InvalidParameterException'
    )
    for (const key of ['aws:x', 'AWS:x'])
      expect(refused(top({ tags: [{ key, value: '' }] }))).toBe('InvalidParameterException')
    expect(refused(app({ dependsOn: [{ containerName: 'proxy', condition: 'SOON' }] }))).toBe(
      'InvalidParameterException'
    )
    expect(refused(top({ cpu: 512 }))).toBe('SerializationException')
    expect(refused(app({ essential: 'true' }))).toBe('SerializationException')
    expect(refused(app({ environment: [{ name: 'X', value: 1 }] }))).toBe('SerializationException')
    expect(refused(app({ portMappings: [{ containerPort: '8080' }] }))).toBe('SerializationException')
    expect(refused(app({ environment: { X: '1' } }))).toBe('SerializationException')
  })
})

describe('accepts', () => {
  test('the fixture, and adds what only AWS sets', () => {
    const driver = new Driver('smooth')
    const reply = driver.get<{ taskDefinition: Record<string, unknown>; tags: unknown }>(
      'ecs',
      'RegisterTaskDefinition',
      definition()
    )
    expect(reply.taskDefinition).toMatchObject({
      ...Object.fromEntries(Object.entries(definition()).filter(([member]) => member !== 'tags')),
      taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:42',
      revision: 42,
      status: 'ACTIVE',
      compatibilities: ['EC2', 'FARGATE'],
      registeredAt: driver.now / 1_000
    })
    expect(reply.taskDefinition['requiresAttributes']).toContainEqual({ name: 'ecs.capability.container-ordering' })
    expect(reply.taskDefinition).not.toHaveProperty('tags')
    expect(reply.tags).toEqual(definition()['tags'])
  })

  test('the same content again, as one more revision', () => {
    const driver = new Driver('smooth')
    expect([driver.register(), driver.register()].map((arn) => arn.slice(-6))).toEqual(['web:42', 'web:43'])
    const described = (include?: string[]): object =>
      driver.get('ecs', 'DescribeTaskDefinition', { taskDefinition: 'web', ...(include && { include }) })
    expect(described()).toMatchObject({ taskDefinition: { revision: 43 } })
    expect(described()).not.toHaveProperty('tags')
    expect(described(['TAGS'])).toMatchObject({ tags: definition()['tags'] })
  })

  test('the fixture comes back whole from DescribeTaskDefinition', () => {
    const described = new Driver('smooth').get<{ taskDefinition: object }>('ecs', 'DescribeTaskDefinition', {
      taskDefinition: 'web:41',
      include: ['TAGS']
    })
    const { containerDefinitions, ...others } = definition()
    expect(described).toMatchObject({
      taskDefinition: { volumes: others['volumes'], revision: 41 },
      tags: others['tags']
    })
    expect(described.taskDefinition).toMatchObject({
      containerDefinitions: [{ image: expect.stringMatching(/web:1\.41\.0$/) }, containerDefinitions[1]]
    })
  })
})

describe('unknown and read-only members', () => {
  const extra = (): Definition => {
    const input = definition()
    Object.assign(input, { revision: 41, madeUp: true })
    Object.assign(input.containerDefinitions[0], { imge: 'typo' })
    return input
  }
  const sent = (driver: Driver): Record<string, unknown> =>
    driver.truth().taskDefinitions[0]?.sent as Record<string, unknown>
  const world = (unknownMembers: 'keep' | 'drop' | 'refuse'): Driver =>
    new Driver({ name: 'x', says: '', lookAt: '', switches: { unknownMembers } })

  test('are dropped, kept or refused by switch', () => {
    const dropping = world('drop')
    dropping.get('ecs', 'RegisterTaskDefinition', extra())
    expect(JSON.stringify(sent(dropping))).not.toMatch(/madeUp|imge|"revision"/)
    const keeping = world('keep')
    keeping.get('ecs', 'RegisterTaskDefinition', extra())
    expect(sent(keeping)).toMatchObject({ madeUp: true, containerDefinitions: [{ imge: 'typo' }, {}] })
    expect(world('refuse').refused('ecs', 'RegisterTaskDefinition', extra())).toBe('SerializationException')
  })
})

describe('Fargate sizes', () => {
  test.each([
    [256, 512, true],
    [256, 4096, false],
    [512, 512, false],
    [512, 4096, true],
    [1024, 8192, true],
    [2048, 4096, true],
    [4096, 30720, true],
    [8192, 20480, true],
    [8192, 18432, false],
    [16384, 122880, true],
    [32768, 249856, true],
    [32768, 65536, false],
    [300, 512, false]
  ])('%i cpu with %i MiB: %s', (cpu, memory, good) => {
    expect(fits(cpu, memory)).toBe(good)
  })

  test('units', () => {
    expect(unitsOf('.25 vCPU', 'vCPU')).toBe(256)
    expect(unitsOf('1 vcpu', 'vCPU')).toBe(1024)
    expect(unitsOf('3 GB', 'GB')).toBe(3072)
    expect(unitsOf('3 GB', 'vCPU')).toBeUndefined()
    expect(unitsOf('512', 'vCPU')).toBe(512)
    expect(unitsOf('lots', 'GB')).toBeUndefined()
  })
})
