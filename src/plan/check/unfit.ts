// Members that do not go with where or how the task runs: one table. Pure.
import { asks, dig, partsOf, textOf, textsOf } from './part.ts'
import { api, guide, tried, type Finding, type Rule, type Task } from './rule.ts'

interface Unfit {
  readonly member: readonly string[]
  readonly with: 'awsvpc' | 'fargate' | 'windows'
  readonly source: string
  readonly doubt?: true
}

const CONTAINER = 'containerDefinitions'
const LINUX = [CONTAINER, 'linuxParameters']

const MEMBERS: readonly Unfit[] = [
  // ClientException: Links are not supported when networkMode=awsvpc
  { member: [CONTAINER, 'links'], with: 'awsvpc', source: tried('fargate-links') },
  // ClientException: hostname is not supported on container when networkMode=awsvpc
  { member: [CONTAINER, 'hostname'], with: 'awsvpc', source: tried('awsvpc-hostname') },
  { member: [CONTAINER, 'extraHosts'], with: 'awsvpc', source: tried('awsvpc-extra-hosts') },
  { member: [CONTAINER, 'disableNetworking'], with: 'awsvpc', source: tried('fargate-disable-networking') },
  { member: [CONTAINER, 'dnsServers'], with: 'awsvpc', source: tried('fargate-dns-servers') },
  { member: [CONTAINER, 'dnsSearchDomains'], with: 'fargate', source: guide('fargate-tasks-services') },
  { member: [CONTAINER, 'dockerSecurityOptions'], with: 'fargate', source: tried('fargate-docker-security-options') },
  // ClientException: Fargate requires that the 'privileged' setting be 'false'
  { member: [CONTAINER, 'privileged'], with: 'fargate', source: tried('fargate-privileged') },
  // ClientException: Fargate compatible task definitions do not support devices
  { member: [...LINUX, 'devices'], with: 'fargate', source: tried('fargate-devices') },
  { member: [...LINUX, 'sharedMemorySize'], with: 'fargate', source: tried('fargate-shared-memory-size') },
  { member: [...LINUX, 'maxSwap'], with: 'fargate', source: tried('fargate-max-swap') },
  { member: [...LINUX, 'swappiness'], with: 'fargate', source: guide('fargate-tasks-services') },
  { member: [...LINUX, 'tmpfs'], with: 'fargate', source: guide('fargate-tasks-services'), doubt: true },
  { member: ['ipcMode'], with: 'fargate', source: tried('fargate-ipc-mode') },
  { member: ['placementConstraints'], with: 'fargate', source: tried('fargate-placement-constraints') },
  { member: ['volumes', 'dockerVolumeConfiguration'], with: 'fargate', source: tried('fargate-docker-volume') },
  { member: ['volumes', 'host', 'sourcePath'], with: 'fargate', source: tried('fargate-host-source-path') },
  { member: [CONTAINER, 'linuxParameters'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
  { member: [CONTAINER, 'privileged'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
  { member: [CONTAINER, 'user'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
  { member: [CONTAINER, 'readonlyRootFilesystem'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
  { member: [CONTAINER, 'ulimits'], with: 'windows', source: guide('fargate-tasks-services'), doubt: true },
  { member: ['pidMode'], with: 'windows', source: api('RegisterTaskDefinition'), doubt: true }
]

const WHERE = {
  awsvpc: {
    says: 'in the network mode `awsvpc`',
    holds: ({ networkMode, fargate }) => fargate || networkMode === 'awsvpc'
  },
  fargate: { says: 'on Fargate', holds: ({ fargate }) => fargate },
  windows: { says: 'for Windows containers', holds: ({ windows }) => windows }
} as const satisfies Record<Unfit['with'], { readonly says: string; readonly holds: (task: Task) => boolean }>

const members: readonly Rule[] = MEMBERS.map(({ member, with: where, source, doubt }) => ({
  source,
  ...(doubt && { doubt }),
  find: (task) =>
    !WHERE[where].holds(task)
      ? []
      : dig(task, member)
          .filter(({ value }) => asks(value))
          .map(({ path }) => ({
            path,
            found: `is not there ${WHERE[where].says}`,
            remedy: `Remove \`${member.at(-1) ?? ''}\`.`
          }))
}))

/** Values that do not go with Fargate, of members that do. */
const values: readonly Rule[] = [
  {
    // ClientException: Tasks using the Fargate launch type do not support pidMode 'host'.
    source: tried('fargate-pid-mode-host'),
    find: (task) => only(task, ['pidMode'], ['task'], 'Write `task`, or remove `pidMode`.')
  },
  {
    // ClientException: The log driver is not one of Fargate's.
    source: tried('fargate-log-driver-unsupported'),
    find: (task) =>
      only(
        task,
        [CONTAINER, 'logConfiguration', 'logDriver'],
        ['awslogs', 'splunk', 'awsfirelens'],
        'Write one of these drivers.'
      )
  },
  {
    // ClientException: Tasks using the Fargate launch type do not support GPU resource requirements
    source: tried('fargate-gpu-resource'),
    find: (task) =>
      !task.fargate
        ? []
        : task.containers
            .flatMap((container) => partsOf(container, 'resourceRequirements'))
            .filter((requirement) => textOf(requirement, 'type') === 'GPU')
            .map(({ path }) => ({
              path,
              found: 'asks for a GPU, which Fargate does not have',
              remedy: 'Remove it, or run the task on EC2 or Managed Instances.'
            }))
  },
  {
    // ClientException: NET_ADMIN is not allowed on Fargate.
    source: tried('fargate-capabilities-add'),
    find: (task) =>
      !task.fargate
        ? []
        : dig(task, [...LINUX, 'capabilities'])
            .flatMap(({ value, path }) =>
              typeof value === 'object' && value !== null && 'add' in value ? textsOf({ value, path }, 'add') : []
            )
            .filter(({ text }) => text !== 'SYS_PTRACE')
            .map(({ text, path }) => ({
              path,
              found: `is ${JSON.stringify(text)}, which Fargate does not add`,
              expected: '`SYS_PTRACE`, the only capability Fargate adds',
              remedy: 'Remove the capability.'
            }))
  },
  {
    source: api('FirelensConfiguration'),
    doubt: true,
    find: (task) =>
      only(
        task,
        [CONTAINER, 'firelensConfiguration', 'options', 'config-file-type'],
        ['file'],
        'Put the configuration into the image, and write `file`.'
      )
  },
  {
    // No Fargate configuration exists for the pair.
    source: tried('windows-arm64'),
    find: (task) =>
      task.windows
        ? only(task, ['runtimePlatform', 'cpuArchitecture'], ['X86_64'], 'Write `X86_64`, the architecture of Windows.')
        : []
  }
]

function only(task: Task, member: readonly string[], allowed: readonly string[], remedy: string): readonly Finding[] {
  if (!task.fargate) return []
  return dig(task, member)
    .filter(({ value }) => typeof value === 'string' && !allowed.includes(value))
    .map(({ path, value }) => ({
      path,
      found: `is ${JSON.stringify(value)}, which Fargate does not have`,
      expected: allowed.map((word) => `\`${word}\``).join(', '),
      remedy
    }))
}

export const UNFIT: readonly Rule[] = [...members, ...values]
