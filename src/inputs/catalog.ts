// Every input there is: whether it is built, what holds when it is not given, and what ignoring it would lose.
export interface Built {
  readonly built: true
  /** What holds when the input is not given. */
  readonly default?: string
  /** Its text is kept to the last space and never shown: what it holds may be secret. */
  readonly secret?: true
  /** Words that are part of the contract and not built yet, each with what would be lost. */
  readonly later?: Readonly<Record<string, string>>
}

export interface Unbuilt {
  readonly built: false
  /** The switch it belongs to: without that, nothing is lost by leaving it out of account. */
  readonly of?: 'run-task'
  /** The value that means the same as leaving the input out; it is accepted. */
  readonly default?: string
  /** Completes "ignoring it would lose …". */
  readonly loses: string
}

export type Entry = Built | Unbuilt

const RUN_TASK = 'the task that runs before the deployment, such as a database migration'
const OIDC = 'the role to deploy with'

export const INPUTS = {
  mode: {
    built: true,
    default: 'deploy',
    later: { plan: 'the promise that nothing is changed' }
  },

  'task-definition': { built: true },
  'task-definition-arn': { built: true },
  'task-definition-family': { built: true },
  'task-definition-revision': { built: true },
  images: { built: true },
  'container-name': { built: true },
  image: { built: true },
  'environment-variables': { built: true, secret: true },
  'env-files': { built: true },
  secrets: { built: true, secret: true },
  'env-update-strategy': { built: true, default: 'merge' },
  'docker-labels': { built: true, secret: true },
  command: { built: true },
  'log-configuration-log-driver': { built: true },
  'log-configuration-options': { built: true, secret: true },
  'task-role-arn': { built: true },
  'execution-role-arn': { built: true },
  cpu: { built: true },
  memory: { built: true },
  'task-definition-patch': { built: true, secret: true },
  'unknown-properties': { built: true },
  'strip-empty-values': { built: true, default: 'false' },
  'keep-null-value-keys': { built: true },
  'keep-revisions': { built: true },

  service: { built: true },
  cluster: { built: true, default: 'default' },
  'desired-count': { built: true },
  'force-new-deployment': { built: true, default: 'false' },
  'enable-ecs-managed-tags': { built: true },
  'propagate-tags': { built: true },
  'service-managed-ebs-volume-name': { built: true },
  'service-managed-ebs-volume': { built: true, default: '{}' },

  strategy: { built: true },
  'codedeploy-appspec': { built: true },
  'codedeploy-application': { built: true },
  'codedeploy-deployment-group': { built: true },
  'codedeploy-deployment-config': { built: true },
  'codedeploy-deployment-description': { built: true },
  'codedeploy-hooks': { built: true },
  'minimum-healthy-percent': { built: true },
  'maximum-percent': { built: true },

  alarms: { built: true },
  'allow-active-alarms': { built: true, default: 'false' },
  'rollback-on': { built: true },
  'pause-at': { built: true },
  'pause-minutes': { built: true, default: '60' },
  'pause-timeout-action': { built: true, default: 'rollback' },
  'deployment-id': { built: true },
  'hook-id': { built: true },

  // No default: which one holds depends on `pause-at` and `mode`.
  'wait-until': { built: true },
  'wait-for-service-stability': { built: true },
  'wait-for-minutes': { built: true, default: '30' },
  'wait-max-delay-seconds': { built: true },
  'on-timeout': { built: true, default: 'rollback' },
  'on-cancel': { built: true, default: 'rollback' },
  'on-active-deployment': { built: true, default: 'fail' },

  'run-task': { built: false, default: 'false', loses: RUN_TASK },
  'run-task-container-overrides': { built: false, of: 'run-task', default: '[]', loses: RUN_TASK },
  'run-task-security-groups': { built: false, of: 'run-task', loses: RUN_TASK },
  'run-task-subnets': { built: false, of: 'run-task', loses: RUN_TASK },
  'run-task-assign-public-IP': { built: false, of: 'run-task', default: 'DISABLED', loses: RUN_TASK },
  'run-task-capacity-provider-strategy': { built: false, of: 'run-task', default: '[]', loses: RUN_TASK },
  'run-task-launch-type': { built: false, of: 'run-task', default: 'FARGATE', loses: RUN_TASK },
  'run-task-started-by': { built: false, of: 'run-task', default: 'GitHub-Actions', loses: RUN_TASK },
  'run-task-tags': { built: false, of: 'run-task', default: '[]', loses: RUN_TASK },
  'run-task-managed-ebs-volume-name': { built: false, of: 'run-task', loses: RUN_TASK },
  'run-task-managed-ebs-volume': { built: false, of: 'run-task', default: '{}', loses: RUN_TASK },
  'wait-for-task-stopped': { built: false, default: 'false', loses: RUN_TASK },

  comment: { built: true, default: 'auto' },
  'github-token': { built: true, default: '${{ github.token }}' },
  'role-to-assume': { built: false, loses: OIDC },
  'role-session-name': { built: false, loses: OIDC },
  audience: { built: false, loses: OIDC },
  'allowed-account-ids': { built: true },
  'allow-forks': {
    built: false,
    default: 'false',
    loses: 'the consent to deploy from a fork, which no check asks for yet'
  },
  'aws-region': { built: true },
  'max-retries': { built: true, default: '3' }
} as const satisfies Readonly<Record<string, Entry>>

export type InputName = keyof typeof INPUTS

function isInputName(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name)
}

/** The table with its rows seen as rows. */
export const CATALOG: Readonly<Record<InputName, Entry>> = INPUTS

export const INPUT_NAMES: readonly InputName[] = Object.keys(INPUTS).filter(isInputName)
