// What does not count when two task definitions are compared, and what is never shown of them: one table. A member that is
// not in it counts as it is written, except that an empty list is as good as none.
import type { Json } from '../domain/units.ts'

export interface Rule {
  /** How people call it. */
  readonly called?: string
  /** Values AWS fills in, or takes for granted: the member might as well be missing. */
  readonly usual?: readonly Json[]
  /** In network modes where both sides share their ports, AWS fills in what this member of the same thing says. */
  readonly follows?: string
  /** The one form of a value that can be written in several; undefined for one that has no other. */
  readonly written?: (value: Json) => string | undefined
  /** A list of things with names: the members that make the name. Their order does not count. */
  readonly by?: readonly string[]
  /** The property such a thing is about, when it has no other. */
  readonly about?: string
  /** The order of the list does not count. */
  readonly unordered?: true
  /** An object without members is as good as none. */
  readonly emptiable?: true
  /** Told by its path only, with all that is in it. */
  readonly hidden?: true
  /** The members of the object, or of every thing in the list. */
  readonly of?: Readonly<Record<string, Rule>>
}

const FALSE: Rule = { usual: [false] }
const SET: Rule = { unordered: true }
const PRIVATE: Rule = { hidden: true, emptiable: true }
const VARIABLES: Rule = { by: ['name'], about: 'value', hidden: true }
const SECRETS: Rule = { by: ['name'], about: 'valueFrom', hidden: true }

/**
 * `essential`, `protocol`, `hostPort`, `readOnly`, `versionConsistency` and `restartAttemptPeriod` by the documentation:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * `cpu` 0 and the three numbers of a health check come back from AWS where none were sent:
 * https://github.com/hashicorp/terraform-provider-aws/issues/22060
 */
const CONTAINER: Readonly<Record<string, Rule>> = {
  cpu: { usual: [0] },
  essential: { usual: [true] },
  versionConsistency: { usual: ['enabled'] },
  environment: VARIABLES,
  secrets: SECRETS,
  dockerLabels: PRIVATE,
  portMappings: {
    by: ['containerPort', 'containerPortRange', 'protocol'],
    of: { protocol: { usual: ['tcp'] }, hostPort: { usual: [0], follows: 'containerPort' } }
  },
  mountPoints: { by: ['containerPath'], of: { readOnly: FALSE } },
  volumesFrom: { by: ['sourceContainer'], of: { readOnly: FALSE } },
  dependsOn: { by: ['containerName'], about: 'condition' },
  ulimits: { by: ['name'] },
  systemControls: { by: ['namespace'], about: 'value' },
  extraHosts: { by: ['hostname'], about: 'ipAddress' },
  resourceRequirements: { by: ['type'], about: 'value' },
  links: SET,
  dockerSecurityOptions: SET,
  credentialSpecs: SET,
  linuxParameters: {
    emptiable: true,
    of: {
      capabilities: { emptiable: true, of: { add: SET, drop: SET } },
      devices: { by: ['hostPath'], of: { permissions: SET } },
      tmpfs: { by: ['containerPath'] }
    }
  },
  logConfiguration: { of: { options: PRIVATE, secretOptions: SECRETS } },
  firelensConfiguration: { of: { options: PRIVATE } },
  healthCheck: {
    of: { interval: { usual: [30] }, timeout: { usual: [5] }, retries: { usual: [3] }, startPeriod: { usual: [0] } }
  },
  restartPolicy: { of: { ignoredExitCodes: SET, restartAttemptPeriod: { usual: [300] } } }
}

/** A volume with nothing but a name comes back with an empty `host`. The others by the documentation of each member. */
const VOLUME: Readonly<Record<string, Rule>> = {
  host: { emptiable: true },
  dockerVolumeConfiguration: { of: { driverOpts: PRIVATE, labels: PRIVATE } },
  efsVolumeConfiguration: {
    of: {
      rootDirectory: { usual: ['/'] },
      transitEncryption: { usual: ['DISABLED'] },
      authorizationConfig: { emptiable: true, of: { iam: { usual: ['DISABLED'] } } }
    }
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
export const TASK_DEFINITION: Readonly<Record<string, Rule>> = {
  containerDefinitions: { called: 'containers', by: ['name'], of: CONTAINER },
  // A short name comes back as an ARN of the same account, the only one a role may be of.
  taskRoleArn: { written: roleName },
  executionRoleArn: { written: roleName },
  cpu: { written: (value) => units(value, 'vcpu') },
  memory: { written: (value) => units(value, 'gb') },
  networkMode: { usual: ['bridge'] },
  requiresCompatibilities: SET,
  placementConstraints: SET,
  volumes: { by: ['name'], of: VOLUME },
  tags: { by: ['key'], about: 'value' },
  inferenceAccelerators: { by: ['deviceName'], about: 'deviceType' },
  proxyConfiguration: { of: { properties: { by: ['name'], about: 'value' } } },
  runtimePlatform: { emptiable: true },
  enableFaultInjection: FALSE
}

function roleName(value: Json): string | undefined {
  return typeof value === 'string' ? /^arn:[^:]*:iam::\d*:role\/(.+)$/.exec(value)?.[1] : undefined
}

/** `1 vCPU` and `2 GB` are converted: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
function units(value: Json, unit: 'vcpu' | 'gb'): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const [, amount, suffix = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)$/i.exec(value.trim()) ?? []
  if (amount === undefined) return undefined
  if (suffix === '') return String(Number(amount))
  return suffix.toLowerCase() === unit ? String(Math.round(Number(amount) * 1024)) : undefined
}
