// Definitions with one mistake each, that AWS refuses or may refuse.
import type { JsonObject } from '../../../../src/domain/units.ts'

export interface Broken {
  readonly claim: string
  readonly definition: JsonObject
  /** In what is said of it. */
  readonly found: string
  /** On the line it is found on; undefined where the line is not shown. */
  readonly line: string | undefined
  /** In what to do about it. */
  readonly remedy: string
}

const ROLE = 'arn:aws:iam::123456789012:role/web-execution'
const LOGS = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' }
}
const APP: JsonObject = {
  name: 'app',
  image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1',
  logConfiguration: LOGS
}
const PROXY: JsonObject = { name: 'proxy', image: 'envoy:1', essential: false }
const FARGATE: JsonObject = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: ROLE,
  containerDefinitions: [APP, PROXY]
}
const EC2: JsonObject = { family: 'web', memory: '512', containerDefinitions: [APP, PROXY] }

const but = (base: JsonObject, change: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...base, ...change }).filter(([, value]) => value !== null))
const fargate = (change: JsonObject): JsonObject => but(FARGATE, change)
const ec2 = (change: JsonObject): JsonObject => but(EC2, change)
const withApp = (base: JsonObject, app: JsonObject, proxy: JsonObject = {}): JsonObject =>
  but(base, { containerDefinitions: [but(APP, app), but(PROXY, proxy)] })
const efs = (configuration: JsonObject): JsonObject =>
  but(withApp(FARGATE, { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }), {
    volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', ...configuration } }]
  })
const ports = (base: JsonObject, app: readonly JsonObject[], proxy: readonly JsonObject[] = []): JsonObject =>
  withApp(base, { portMappings: app }, { portMappings: proxy })
const proxied = (change: JsonObject, base = FARGATE): JsonObject =>
  but(base, {
    proxyConfiguration: {
      type: 'APPMESH',
      containerName: 'proxy',
      properties: [
        'IgnoredUID',
        'AppPorts',
        'ProxyIngressPort',
        'ProxyEgressPort',
        'EgressIgnoredPorts',
        'EgressIgnoredIPs'
      ].map((name) => ({ name, value: '1' })),
      ...change
    }
  })

export const VALID: readonly JsonObject[] = [
  FARGATE,
  EC2,
  efs({}),
  proxied({}),
  // Zero and false ask for nothing.
  withApp(FARGATE, {
    privileged: false,
    disableNetworking: false,
    linuxParameters: { sharedMemorySize: 0, maxSwap: 0, swappiness: 0 }
  }),
  withApp(FARGATE, { secrets: [{ name: 'A', valueFrom: 'name/of-parameter.1' }] })
]

/** Numbers outside their limits, one per row of the table. */
const OUTSIDE = (
  [
    ['a hasty health check', 'timeout', withApp(FARGATE, { healthCheck: { command: ['CMD', 'x'], timeout: 61 } }), 61],
    ['a stubborn health check', 'retries', withApp(FARGATE, { healthCheck: { command: ['CMD', 'x'], retries: 0 } }), 0],
    [
      'a long start',
      'startPeriod',
      withApp(FARGATE, { healthCheck: { command: ['CMD', 'x'], startPeriod: 301 } }),
      301
    ],
    ['a negative port of the host', 'hostPort', ports(EC2, [{ containerPort: 80, hostPort: -1 }]), -1],
    ['too much swapping', 'swappiness', withApp(EC2, { linuxParameters: { maxSwap: 1, swappiness: 101 } }), 101]
  ] satisfies readonly (readonly [string, string, JsonObject, number])[]
).map(([claim, member, definition, value]): Broken => ({
  claim,
  definition,
  found: `${member}\` is the number ${value}`,
  line: `"${member}": ${value}`,
  remedy: 'Write a number'
}))

/** Members that do not go with Fargate or its network, one per row of the table. */
const UNFIT = (
  [
    ['extraHosts', { extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.1' }] }],
    ['disableNetworking', { disableNetworking: true }],
    ['dnsServers', { dnsServers: ['10.0.0.2'] }],
    ['dnsSearchDomains', { dnsSearchDomains: ['internal'] }],
    ['dockerSecurityOptions', { dockerSecurityOptions: ['no-new-privileges'] }],
    ['sharedMemorySize', { linuxParameters: { sharedMemorySize: 64 } }],
    ['maxSwap', { linuxParameters: { maxSwap: 1 } }],
    ['swappiness', { linuxParameters: { swappiness: 1 } }]
  ] satisfies readonly (readonly [string, JsonObject])[]
).map(([member, app]): Broken => ({
  claim: `${member} on Fargate`,
  definition: withApp(FARGATE, app),
  found: `${member}\` is not there`,
  line: member,
  remedy: `Remove \`${member}\``
}))

const WINDOWS = { ...EC2, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }
const LINUX_ONLY = (
  [
    ['linuxParameters', withApp(WINDOWS, { linuxParameters: { initProcessEnabled: true } })],
    ['privileged', withApp(WINDOWS, { privileged: true })],
    ['readonlyRootFilesystem', withApp(WINDOWS, { readonlyRootFilesystem: true })],
    ['ulimits', withApp(WINDOWS, { ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 1 }] })],
    ['pidMode', { ...WINDOWS, pidMode: 'task' }]
  ] satisfies readonly (readonly [string, JsonObject])[]
).map(([member, definition]): Omit<Broken, 'line'> => ({
  claim: `${member} on Windows`,
  definition,
  found: `${member}\` is not there for Windows containers`,
  remedy: `Remove \`${member}\``
}))

/** AWS refuses these, and so do we. */
export const BROKEN: readonly Broken[] = [
  ...OUTSIDE,
  ...UNFIT,
  {
    claim: 'shared memory of the host on Fargate',
    definition: fargate({ ipcMode: 'task' }),
    found: 'ipcMode` is not there',
    line: 'ipcMode',
    remedy: 'Remove'
  },
  // What has to be there, names and counts
  {
    claim: 'no family',
    definition: fargate({ family: null }),
    found: '`family` is missing',
    line: '{',
    remedy: 'Add `family`.'
  },
  {
    claim: 'no containers',
    definition: fargate({ containerDefinitions: [] }),
    found: 'an empty list',
    line: 'containerDefinitions',
    remedy: 'Define at least one'
  },
  {
    claim: 'no name',
    definition: withApp(FARGATE, { name: null }),
    found: '[0].name` is missing',
    line: '{',
    remedy: 'Add `name`.'
  },
  {
    claim: 'no image',
    definition: withApp(FARGATE, { image: null }),
    found: '[app].image` is missing',
    line: '{',
    remedy: 'Add `image`.'
  },
  {
    claim: 'a variable without a name',
    definition: withApp(FARGATE, { environment: [{ value: 'x' }] }),
    found: 'environment[0].name` is missing',
    line: '{',
    remedy: 'Add `name`.'
  },
  {
    claim: 'a volume without a name',
    definition: fargate({ volumes: [{ host: {} }] }),
    found: '`volumes[0].name` is missing',
    line: '{',
    remedy: 'Add `name`.'
  },
  {
    claim: 'a tag without a key',
    definition: fargate({ tags: [{ value: 'x' }] }),
    found: '`tags[0].key` is missing',
    line: '{',
    remedy: 'Add `key`.'
  },
  {
    claim: 'a family with a dot',
    definition: fargate({ family: 'web.app' }),
    found: '"web.app"',
    line: '"web.app"',
    remedy: 'letters, digits'
  },
  {
    claim: 'a container with a slash',
    definition: withApp(FARGATE, {}, { name: 'a/b' }),
    found: '"a/b"',
    line: '"a/b"',
    remedy: 'letters, digits'
  },
  {
    claim: 'two containers of one name',
    definition: withApp(FARGATE, {}, { name: 'app' }),
    found: 'as that of an earlier container',
    line: '"app"',
    remedy: 'name of its own'
  },
  {
    claim: 'eleven containers',
    definition: fargate({
      containerDefinitions: Array.from({ length: 11 }, (_, index) => ({ name: `c${index}`, image: 'a' }))
    }),
    found: 'has 11 containers',
    line: 'containerDefinitions',
    remedy: 'Move containers'
  },
  {
    claim: 'nothing essential',
    definition: withApp(FARGATE, { essential: false }),
    found: 'no essential container',
    line: 'containerDefinitions',
    remedy: 'essential'
  },
  {
    claim: 'a placeholder for an image',
    definition: withApp(FARGATE, {}, { image: '<IMAGE1_NAME>' }),
    found: 'not the name of an image',
    line: 'IMAGE1',
    remedy: '`images`'
  },
  {
    claim: 'fifty-one tags',
    definition: fargate({ tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })) }),
    found: 'has 51 tags',
    line: 'tags',
    remedy: 'Remove some'
  },
  {
    claim: 'a tag twice',
    definition: fargate({
      tags: [
        { key: 'a', value: '1' },
        { key: 'a', value: '2' }
      ]
    }),
    found: 'an earlier tag',
    line: '"key": "a"',
    remedy: 'Remove one'
  },
  {
    claim: '64 KiB',
    definition: withApp(FARGATE, { dockerLabels: { long: 'x'.repeat(65_536) } }),
    found: 'bytes as JSON',
    line: '{',
    remedy: 'Move long values'
  },
  // Types
  {
    claim: 'a number for cpu',
    definition: fargate({ cpu: 256 }),
    found: '`cpu` is the number 256',
    line: '"cpu": 256',
    remedy: 'quotes'
  },
  {
    claim: 'a text for a port',
    definition: ports(FARGATE, [{ containerPort: '80' }]),
    found: 'the text "80"',
    line: '"80"',
    remedy: 'without quotes'
  },
  {
    claim: 'a text for a flag',
    definition: fargate({ enableFaultInjection: 'true' }),
    found: 'the text "true"',
    line: '"true"',
    remedy: '`true` or `false`'
  },
  {
    claim: 'a text for a list',
    definition: withApp(FARGATE, { mountPoints: '/data' }),
    found: 'the text "/data"',
    line: '"/data"',
    remedy: 'Write a list'
  },
  {
    claim: 'an EFS volume without its file system',
    definition: efs({ fileSystemId: null }),
    found: 'fileSystemId` is missing',
    line: 'fileSystemId',
    remedy: 'Add `fileSystemId`.'
  },
  {
    claim: 'a number in a deep place',
    definition: efs({ authorizationConfig: { accessPointId: 7 }, transitEncryption: 'ENABLED' }),
    found: 'accessPointId` is the number 7',
    line: '7',
    remedy: 'quotes'
  },
  // Variables and secrets
  {
    claim: 'a name that is a variable and a secret',
    definition: withApp(FARGATE, {
      environment: [{ name: 'KEY', value: 'x' }],
      secrets: [{ name: 'KEY', valueFrom: 'key' }]
    }),
    found: 'has the name of a variable',
    line: '{',
    remedy: 'Remove "KEY"'
  },
  {
    claim: 'a secret twice',
    definition: withApp(FARGATE, {
      secrets: [
        { name: 'KEY', valueFrom: 'a' },
        { name: 'KEY', valueFrom: 'b' }
      ]
    }),
    found: 'an earlier secret',
    line: '{',
    remedy: 'Remove one of the two "KEY"'
  },
  {
    claim: 'a value for a secret',
    definition: withApp(FARGATE, { secrets: [{ name: 'KEY', valueFrom: 'p@ss word' }] }),
    found: 'names no place where a secret is kept',
    line: undefined,
    remedy: 'where the secret is kept'
  },
  {
    claim: 'eleven files of variables',
    definition: withApp(FARGATE, {
      environmentFiles: Array.from({ length: 11 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' }))
    }),
    found: 'has 11 files',
    line: 'environmentFiles',
    remedy: 'several files into one'
  },
  // Sizes
  {
    claim: 'a size that is none',
    definition: ec2({ memory: 'lots' }),
    found: '"lots"',
    line: '"lots"',
    remedy: 'Write a size'
  },
  {
    claim: 'no cpu on Fargate',
    definition: fargate({ cpu: null }),
    found: '`cpu` is missing',
    line: '{',
    remedy: 'Add `cpu`'
  },
  {
    claim: 'cpu that Fargate has not',
    definition: fargate({ cpu: '300' }),
    found: 'no size of Fargate',
    line: '"300"',
    remedy: 'one of these'
  },
  {
    claim: 'memory that does not go with cpu',
    definition: fargate({ cpu: '4 vCPU', memory: '4 GB' }),
    found: 'does not go with 4096 CPU units',
    line: '"4 GB"',
    remedy: 'change `cpu`'
  },
  {
    claim: 'a small Windows',
    definition: fargate({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    found: 'no size of Windows on Fargate',
    line: '"256"',
    remedy: 'one of these'
  },
  {
    claim: 'Windows on ARM',
    definition: fargate({
      cpu: '1024',
      memory: '2048',
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'ARM64' }
    }),
    found: 'ARM64',
    line: 'ARM64',
    remedy: 'X86_64'
  },
  {
    claim: 'no memory anywhere',
    definition: withApp(but(EC2, { memory: null }), {}, { memoryReservation: 64 }),
    found: '[app].memory` is missing',
    line: '{',
    remedy: 'Add `memory`'
  },
  {
    claim: 'more memory than the task',
    definition: withApp(FARGATE, { memory: 1024 }),
    found: 'the number 1024',
    line: '"memory": 1024',
    remedy: 'Lower it'
  },
  {
    claim: 'more cpu than the task',
    definition: withApp(FARGATE, { cpu: 200 }, { cpu: 100 }),
    found: 'ask for 300 CPU units',
    line: '"cpu": "256"',
    remedy: 'Raise the `cpu`'
  },
  {
    claim: 'a reservation above the limit',
    definition: withApp(EC2, { memory: 100, memoryReservation: 200 }),
    found: 'the number 200',
    line: '200',
    remedy: 'Lower `memoryReservation`'
  },
  {
    claim: 'storage of Fargate on EC2',
    definition: ec2({ requiresCompatibilities: ['EC2'], ephemeralStorage: { sizeInGiB: 30 } }),
    found: 'do not have it',
    line: 'ephemeralStorage',
    remedy: 'Remove `ephemeralStorage`'
  },
  // Numbers with limits
  {
    claim: 'an eager health check',
    definition: withApp(FARGATE, { healthCheck: { command: ['CMD', 'x'], interval: 1 } }),
    found: 'interval` is the number 1',
    line: '"interval": 1',
    remedy: 'from 5 to 300'
  },
  {
    claim: 'a health check without a command',
    definition: withApp(FARGATE, { healthCheck: { interval: 5 } }),
    found: 'command` is missing',
    line: 'healthCheck',
    remedy: 'Add `command`'
  },
  {
    claim: 'a restart at once',
    definition: withApp(FARGATE, { restartPolicy: { enabled: true, restartAttemptPeriod: 5 } }),
    found: 'the number 5',
    line: 'restartAttemptPeriod',
    remedy: 'from 60 to 1800'
  },
  {
    claim: 'a port above all ports',
    definition: ports(FARGATE, [{ containerPort: 70_000 }]),
    found: 'the number 70000',
    line: '70000',
    remedy: 'from 1 to 65535'
  },
  {
    claim: 'a long goodbye on Fargate',
    definition: withApp(FARGATE, { stopTimeout: 121 }),
    found: 'the number 121',
    line: 'stopTimeout',
    remedy: 'from 2 to 120'
  },
  {
    claim: 'little storage',
    definition: fargate({ ephemeralStorage: { sizeInGiB: 20 } }),
    found: 'the number 20',
    line: 'sizeInGiB',
    remedy: 'from 21 to 200'
  },
  {
    claim: 'a soft limit above the hard one',
    definition: withApp(FARGATE, { ulimits: [{ name: 'nofile', softLimit: 2, hardLimit: 1 }] }),
    found: 'softLimit` is the number 2',
    line: 'softLimit',
    remedy: 'Lower `softLimit`'
  },
  // Network
  {
    claim: 'bridge on Fargate',
    definition: fargate({ networkMode: 'bridge' }),
    found: '"bridge"',
    line: '"bridge"',
    remedy: 'awsvpc'
  },
  {
    claim: 'no network mode on Fargate',
    definition: fargate({ networkMode: null }),
    found: '`networkMode` is missing',
    line: '{',
    remedy: 'awsvpc'
  },
  {
    claim: 'another port of the host in awsvpc',
    definition: ports(FARGATE, [{ containerPort: 8080, hostPort: 80 }]),
    found: 'the number 80',
    line: '"hostPort": 80',
    remedy: 'Remove `hostPort`'
  },
  {
    claim: 'another port of the host on the host',
    definition: ports({ ...EC2, networkMode: 'host' }, [{ containerPort: 8080, hostPort: 80 }]),
    found: 'the number 80',
    line: '"hostPort": 80',
    remedy: 'Remove `hostPort`'
  },
  {
    claim: 'ports without a network',
    definition: ports({ ...EC2, networkMode: 'none' }, [{ containerPort: 80 }]),
    found: 'has no ports',
    line: 'portMappings',
    remedy: 'Remove the port mappings'
  },
  {
    claim: 'a mapping of nothing',
    definition: ports(EC2, [{ hostPort: 80 }]),
    found: 'containerPort` is missing',
    line: '{',
    remedy: 'Add `containerPort`'
  },
  {
    claim: 'a port and a range',
    definition: ports(EC2, [{ containerPort: 80, containerPortRange: '80-90' }]),
    found: 'beside a single port',
    line: '80-90',
    remedy: 'not both'
  },
  {
    claim: 'a range that goes back',
    definition: ports(EC2, [{ containerPortRange: '90-80' }]),
    found: '"90-80"',
    line: '90-80',
    remedy: '8000-8010'
  },
  {
    claim: 'one port for two containers',
    definition: ports(FARGATE, [{ containerPort: 80 }], [{ containerPort: 80 }]),
    found: 'tcp port 80, which an earlier mapping',
    line: '{',
    remedy: 'different ports'
  },
  {
    claim: 'ranges that overlap',
    definition: ports(FARGATE, [{ containerPortRange: '80-90' }], [{ containerPortRange: '90-99' }]),
    found: '90-99',
    line: '{',
    remedy: 'different ports'
  },
  {
    claim: 'one port of the host for two',
    definition: ports(EC2, [{ containerPort: 80, hostPort: 80 }], [{ containerPort: 8080, hostPort: 80 }]),
    found: 'takes tcp 80 of the host',
    line: '"hostPort": 80',
    remedy: 'another `hostPort`'
  },
  {
    claim: 'one name for two ports',
    definition: ports(FARGATE, [{ containerPort: 80, name: 'web' }], [{ containerPort: 81, name: 'web' }]),
    found: 'an earlier port mapping',
    line: '"web"',
    remedy: 'name of its own'
  },
  // What does not go together
  {
    claim: 'links in awsvpc',
    definition: withApp({ ...EC2, networkMode: 'awsvpc' }, { links: ['proxy'] }),
    found: 'not there in the network mode `awsvpc`',
    line: 'links',
    remedy: 'Remove `links`'
  },
  {
    claim: 'a host name in awsvpc',
    definition: withApp(FARGATE, { hostname: 'web' }),
    found: 'hostname` is not there',
    line: 'hostname',
    remedy: 'Remove `hostname`'
  },
  {
    claim: 'privileges on Fargate',
    definition: withApp(FARGATE, { privileged: true }),
    found: 'privileged` is not there on Fargate',
    line: 'privileged',
    remedy: 'Remove `privileged`'
  },
  {
    claim: 'devices on Fargate',
    definition: withApp(FARGATE, { linuxParameters: { devices: [{ hostPath: '/dev/a' }] } }),
    found: 'devices` is not there on Fargate',
    line: 'devices',
    remedy: 'Remove `devices`'
  },
  {
    claim: 'placement on Fargate',
    definition: fargate({ placementConstraints: [{ type: 'memberOf', expression: 'x' }] }),
    found: 'placementConstraints` is not there',
    line: 'placementConstraints',
    remedy: 'Remove'
  },
  {
    claim: 'a Docker volume on Fargate',
    definition: fargate({ volumes: [{ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }] }),
    found: 'dockerVolumeConfiguration` is not there',
    line: 'dockerVolumeConfiguration',
    remedy: 'Remove'
  },
  {
    claim: 'a folder of the host on Fargate',
    definition: fargate({ volumes: [{ name: 'a', host: { sourcePath: '/a' } }] }),
    found: 'sourcePath` is not there',
    line: 'sourcePath',
    remedy: 'Remove'
  },
  {
    claim: 'the host’s processes on Fargate',
    definition: fargate({ pidMode: 'host' }),
    found: '"host"',
    line: 'pidMode',
    remedy: '`task`'
  },
  {
    claim: 'a GPU on Fargate',
    definition: withApp(FARGATE, { resourceRequirements: [{ type: 'GPU', value: '1' }] }),
    found: 'asks for a GPU',
    line: '{',
    remedy: 'EC2'
  },
  {
    claim: 'a capability on Fargate',
    definition: withApp(FARGATE, { linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } }),
    found: 'NET_ADMIN',
    line: 'NET_ADMIN',
    remedy: 'Remove the capability'
  },
  {
    claim: 'a log driver Fargate has not',
    definition: withApp(FARGATE, { logConfiguration: { logDriver: 'fluentd' } }),
    found: '"fluentd"',
    line: 'fluentd',
    remedy: 'one of these drivers'
  },
  // Logs
  {
    claim: 'awslogs without a group',
    definition: withApp(EC2, {
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-region': 'eu-west-1' } }
    }),
    found: 'lacks `awslogs-group`',
    line: 'options',
    remedy: 'Add `awslogs-group`'
  },
  {
    claim: 'awslogs without options',
    definition: withApp(EC2, { logConfiguration: { logDriver: 'awslogs' } }),
    found: '`awslogs-group`, `awslogs-region`',
    line: 'logConfiguration',
    remedy: 'Add'
  },
  {
    claim: 'awslogs without a prefix on Fargate',
    definition: withApp(FARGATE, {
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-region': 'eu-west-1', 'awslogs-group': 'a' } }
    }),
    found: 'lacks `awslogs-stream-prefix`',
    line: 'options',
    remedy: 'Add'
  },
  {
    claim: 'FireLens without a router',
    definition: withApp(FARGATE, { logConfiguration: { logDriver: 'awsfirelens' } }),
    found: 'no container has a `firelensConfiguration`',
    line: 'awsfirelens',
    remedy: 'log router'
  },
  {
    claim: 'a router without logs',
    definition: withApp(FARGATE, {}, { firelensConfiguration: { type: 'fluentbit' } }),
    found: 'no container has the log driver',
    line: 'firelensConfiguration',
    remedy: 'awsfirelens'
  },
  // Roles
  {
    claim: 'a role that is a user',
    definition: fargate({ taskRoleArn: 'arn:aws:iam::123456789012:user/web' }),
    found: ':user/web',
    line: ':user/web',
    remedy: 'role/name'
  },
  {
    claim: 'a role with a placeholder',
    definition: fargate({ executionRoleArn: 'arn:aws:iam::${ACCOUNT}:role/web' }),
    found: '${ACCOUNT}',
    line: '${ACCOUNT}',
    remedy: 'role/name'
  },
  {
    claim: 'an image of ECR without a role',
    definition: fargate({ executionRoleArn: null }),
    found: 'an image of ECR, the log driver awslogs',
    line: '"image"',
    remedy: 'Add the `executionRoleArn`'
  },
  // Dependencies
  {
    claim: 'a dependency on nobody',
    definition: withApp(FARGATE, { dependsOn: [{ containerName: 'prxy', condition: 'START' }] }),
    found: 'no such container',
    line: '"prxy"',
    remedy: 'Write `proxy`'
  },
  {
    claim: 'health nobody checks',
    definition: withApp(FARGATE, { dependsOn: [{ containerName: 'proxy', condition: 'HEALTHY' }] }),
    found: 'has no `healthCheck`',
    line: 'HEALTHY',
    remedy: 'Add a `healthCheck`'
  },
  {
    claim: 'the success of what never ends',
    definition: withApp(FARGATE, {}, { dependsOn: [{ containerName: 'app', condition: 'SUCCESS' }] }),
    found: 'is essential',
    line: 'SUCCESS',
    remedy: '"essential": false'
  },
  {
    claim: 'a circle',
    definition: withApp(
      FARGATE,
      { dependsOn: [{ containerName: 'proxy', condition: 'START' }] },
      { dependsOn: [{ containerName: 'app', condition: 'START' }] }
    ),
    found: 'app → proxy → app',
    line: 'dependsOn',
    remedy: 'Remove one'
  },
  {
    claim: 'a container that waits for itself',
    definition: withApp(FARGATE, { dependsOn: [{ containerName: 'app', condition: 'START' }] }),
    found: 'app → app',
    line: 'dependsOn',
    remedy: 'Remove one'
  },
  {
    claim: 'volumes from nobody',
    definition: withApp(EC2, { volumesFrom: [{ sourceContainer: 'web' }] }),
    found: 'no such container',
    line: '"web"',
    remedy: 'Name a container'
  },
  // Volumes
  {
    claim: 'a volume nobody has',
    definition: but(withApp(FARGATE, { mountPoints: [{ sourceVolume: 'dtaa', containerPath: '/d' }] }), {
      volumes: [{ name: 'data' }]
    }),
    found: 'no such volume',
    line: '"dtaa"',
    remedy: 'Write `data`'
  },
  {
    claim: 'a mount of nothing',
    definition: withApp(FARGATE, { mountPoints: [{ containerPath: '/d' }] }),
    found: 'sourceVolume` is missing',
    line: '{',
    remedy: 'Add `sourceVolume`'
  },
  {
    claim: 'a volume of two kinds',
    definition: ec2({
      volumes: [{ name: 'a', host: { sourcePath: '/a' }, dockerVolumeConfiguration: { scope: 'task' } }]
    }),
    found: '`host`, `dockerVolumeConfiguration`',
    line: '{',
    remedy: 'Keep one'
  },
  {
    claim: 'two volumes configured at launch',
    definition: but(
      withApp(FARGATE, {
        mountPoints: [
          { sourceVolume: 'a', containerPath: '/a' },
          { sourceVolume: 'b', containerPath: '/b' }
        ]
      }),
      {
        volumes: [
          { name: 'a', configuredAtLaunch: true },
          { name: 'b', configuredAtLaunch: true }
        ]
      }
    ),
    found: 'a second volume',
    line: 'configuredAtLaunch',
    remedy: 'Remove `configuredAtLaunch`'
  },
  {
    claim: 'a volume configured at launch for nobody',
    definition: fargate({ volumes: [{ name: 'a', configuredAtLaunch: true }] }),
    found: 'no container mounts it',
    line: '{',
    remedy: 'Add a mount point'
  },
  {
    claim: 'an access point with a folder',
    definition: efs({
      rootDirectory: '/web',
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: 'fsap-1' }
    }),
    found: 'beside an access point',
    line: 'rootDirectory',
    remedy: 'Remove `rootDirectory`'
  },
  {
    claim: 'an access point in the clear',
    definition: efs({ authorizationConfig: { accessPointId: 'fsap-1' } }),
    found: 'an access point is used',
    line: 'efsVolumeConfiguration',
    remedy: 'ENABLED'
  },
  {
    claim: 'a role that mounts in the clear',
    definition: efs({ transitEncryption: 'DISABLED', authorizationConfig: { iam: 'ENABLED' } }),
    found: 'the task role is used',
    line: 'transitEncryption',
    remedy: 'ENABLED'
  },
  {
    claim: 'a port for no encryption',
    definition: efs({ transitEncryptionPort: 2999 }),
    found: 'there is a port for it',
    line: 'efsVolumeConfiguration',
    remedy: 'ENABLED'
  },
  // The proxy of App Mesh
  {
    claim: 'a mesh on a bridge',
    definition: proxied({}, EC2),
    found: 'without the network mode',
    line: 'proxyConfiguration',
    remedy: 'awsvpc'
  },
  {
    claim: 'a mesh through nobody',
    definition: proxied({ containerName: 'envoy' }),
    found: 'no such container',
    line: '"envoy"',
    remedy: 'Name a container'
  },
  {
    claim: 'a mesh without ports',
    definition: proxied({ properties: [{ name: 'IgnoredUID', value: '1' }] }),
    found: '`AppPorts`, `ProxyIngressPort`',
    line: 'properties',
    remedy: 'Add the properties'
  },
  // Properties nobody knows
  {
    claim: 'a slip at the top',
    definition: fargate({ excutionRoleArn: ROLE }),
    found: '`excutionRoleArn` is no property',
    line: undefined,
    remedy: 'Write `executionRoleArn`'
  },
  {
    claim: 'a slip in a container',
    definition: withApp(FARGATE, { portMapping: [{ containerPort: 80 }] }),
    found: '[app].portMapping` is no property',
    line: 'portMapping',
    remedy: 'Write `portMappings`'
  },
  {
    claim: 'another case',
    definition: withApp(FARGATE, { Essential: true }),
    found: '[app].Essential` is no property',
    line: 'Essential',
    remedy: 'Write `essential`'
  },
  {
    claim: 'a slip in a deep place',
    definition: efs({ transitEncription: 'ENABLED' }),
    found: 'transitEncription` is no property',
    line: undefined,
    remedy: 'Write `transitEncryption`'
  }
]

/** AWS may take these: told, and not in the way. */
export const DOUBTFUL: readonly Omit<Broken, 'line'>[] = [
  ...LINUX_ONLY,
  {
    claim: 'a variable twice',
    definition: withApp(FARGATE, {
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' }
      ]
    }),
    found: 'an earlier variable',
    remedy: 'Remove one'
  },
  {
    claim: 'a secret of another service',
    definition: withApp(FARGATE, { secrets: [{ name: 'A', valueFrom: 'arn:aws:s3:::bucket/key' }] }),
    found: 'another service',
    remedy: 'where the secret is kept'
  },
  {
    claim: 'a file of variables that is none',
    definition: withApp(FARGATE, { environmentFiles: [{ type: 's3', value: 's3://bucket/a.env' }] }),
    found: 'not the ARN of an object in S3',
    remedy: 'arn:aws:s3'
  },
  {
    claim: 'a size larger than any we know',
    definition: fargate({ cpu: '65536', memory: '262144' }),
    found: 'no size of Fargate',
    remedy: 'one of these'
  },
  {
    claim: 'containers that reserve more than there is',
    definition: withApp(FARGATE, { memoryReservation: 400 }, { memoryReservation: 400 }),
    found: 'reserve 800 MiB',
    remedy: 'Raise the `memory`'
  },
  {
    claim: 'a long wait on Fargate',
    definition: withApp(FARGATE, { startTimeout: 600 }),
    found: 'the number 600',
    remedy: 'from 2 to 120'
  },
  { claim: 'hardly any memory', definition: withApp(EC2, { memory: 4 }), found: 'the number 4', remedy: 'at least 6' },
  {
    claim: 'one port for two protocols',
    definition: ports(FARGATE, [
      { containerPort: 53, protocol: 'udp' },
      { containerPort: 53, protocol: 'tcp' }
    ]),
    found: 'mapped for udp as well',
    remedy: 'one protocol'
  },
  {
    claim: 'a port name with capitals',
    definition: ports(FARGATE, [{ containerPort: 80, name: 'Web' }]),
    found: '"Web"',
    remedy: 'such a name'
  },
  {
    claim: 'links on the host',
    definition: withApp({ ...EC2, networkMode: 'host' }, { links: ['proxy'] }),
    found: 'the network mode `host`',
    remedy: 'Remove `links`'
  },
  {
    claim: 'tmpfs on Fargate',
    definition: withApp(FARGATE, { linuxParameters: { tmpfs: [{ containerPath: '/t', size: 1 }] } }),
    found: 'tmpfs` is not there on Fargate',
    remedy: 'Remove `tmpfs`'
  },
  {
    claim: 'a user on Windows',
    definition: withApp(
      { ...EC2, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      { user: 'app' }
    ),
    found: 'for Windows containers',
    remedy: 'Remove `user`'
  },
  {
    claim: 'a router’s file in S3 on Fargate',
    definition: withApp(
      FARGATE,
      { logConfiguration: { logDriver: 'awsfirelens' } },
      { firelensConfiguration: { type: 'fluentbit', options: { 'config-file-type': 's3' } } }
    ),
    found: '"s3"',
    remedy: '`file`'
  },
  {
    claim: 'splunk without a token',
    definition: withApp(FARGATE, { logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://x' } } }),
    found: 'lacks `splunk-token`',
    remedy: 'Add `splunk-token`'
  },
  {
    claim: 'a health check without CMD',
    definition: withApp(FARGATE, { healthCheck: { command: ['curl', 'localhost'] } }),
    found: '"curl"',
    remedy: 'CMD-SHELL'
  },
  {
    claim: 'an empty role',
    definition: fargate({ taskRoleArn: '' }),
    found: 'an empty text',
    remedy: 'strip-empty-values'
  },
  {
    claim: 'secrets without a role on EC2',
    definition: withApp(EC2, { secrets: [{ name: 'A', valueFrom: 'a' }] }),
    found: 'the task has secrets',
    remedy: 'executionRoleArn'
  },
  {
    claim: 'two volumes of one name',
    definition: ec2({ volumes: [{ name: 'a' }, { name: 'a' }] }),
    found: 'an earlier volume',
    remedy: 'name of its own'
  },
  {
    claim: 'a Docker volume made for a task',
    definition: ec2({ volumes: [{ name: 'a', dockerVolumeConfiguration: { autoprovision: true } }] }),
    found: 'without the scope',
    remedy: 'shared'
  },
  {
    claim: 'a mesh without ignored addresses',
    definition: proxied({
      properties: ['IgnoredUID', 'AppPorts', 'ProxyIngressPort', 'ProxyEgressPort', 'EgressIgnoredPorts'].map(
        (name) => ({ name, value: '1' })
      )
    }),
    found: 'lacks `EgressIgnoredIPs`',
    remedy: 'Add the property'
  },
  {
    claim: 'a mesh without ignored users',
    definition: proxied({
      properties: ['AppPorts', 'ProxyIngressPort', 'ProxyEgressPort', 'EgressIgnoredPorts', 'EgressIgnoredIPs'].map(
        (name) => ({ name, value: '1' })
      )
    }),
    found: 'lacks `IgnoredUID`',
    remedy: 'Add the property'
  },
  {
    claim: 'a word nobody lists',
    definition: withApp(EC2, { logConfiguration: { logDriver: 'jsonfile' } }),
    found: 'not a word AWS lists',
    remedy: 'Write `json-file`'
  },
  {
    claim: 'a word in a list',
    definition: fargate({ requiresCompatibilities: ['FARGATE', 'fargate'] }),
    found: '"fargate"',
    remedy: 'Write `FARGATE`'
  },
  {
    claim: 'a property of tomorrow',
    definition: withApp(FARGATE, { gravity: { enabled: true } }),
    found: '[app].gravity`',
    remedy: 'unknown-properties: ignore'
  },
  {
    claim: 'a role in a container',
    definition: withApp(FARGATE, { taskRoleArn: ROLE }),
    found: '[app].taskRoleArn`',
    remedy: 'out of the container'
  },
  {
    claim: 'a command at the top',
    definition: fargate({ command: ['x'] }),
    found: '`command`',
    remedy: 'into a container'
  }
]
