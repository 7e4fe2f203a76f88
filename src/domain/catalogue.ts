// Every code an error can carry, what it says, what to do, and whether waiting may help. README's table is made from this.
interface Entry {
  /** Short, without values, so that it can be searched for. */
  readonly says: string
  /** A sentence that starts with a verb. */
  readonly remedy: string
  /** Asking again later may help. */
  readonly passing: boolean
}

export const PROBLEMS = {
  INPUT_MISSING: { says: 'A required input is missing', remedy: 'Give the input a value.', passing: false },
  INPUT_INVALID: {
    says: 'An input has a value that cannot be used',
    remedy: 'Write one of the values named above.',
    passing: false
  },
  INPUT_CONFLICT: { says: 'Two inputs contradict each other', remedy: 'Remove one of them.', passing: false },
  INPUT_NOT_BUILT: {
    says: 'An input is declared but not built yet',
    remedy: 'Remove the input, or keep the action that does this until a release of ours that lists it as built.',
    passing: false
  },
  FILE_NOT_FOUND: {
    says: 'A file does not exist',
    remedy: 'Check the path; it is read relative to the workspace, after actions/checkout.',
    passing: false
  },
  FILE_OUTSIDE: {
    says: 'A file lies outside the workspace',
    remedy: 'Move the file into the workspace or the runner’s temp folder.',
    passing: false
  },
  FILE_UNREADABLE: {
    says: 'A file cannot be read',
    remedy: 'Check that the path is a regular text file this job may read.',
    passing: false
  },
  FILE_TOO_LARGE: {
    says: 'A file is too large',
    remedy: 'Shorten the file; AWS accepts far less than this.',
    passing: false
  },
  FILE_SYNTAX: { says: 'A file cannot be read as JSON or YAML', remedy: 'Correct the line shown.', passing: false },
  TASK_DEFINITION_INVALID: {
    says: 'The task definition has the wrong shape',
    remedy: 'Correct the property named above.',
    passing: false
  },
  PROPERTY_UNKNOWN: {
    says: 'The task definition has a property that nobody knows',
    remedy: 'Correct the name, or set `unknown-properties: warn` to send it to AWS as it is.',
    passing: false
  },
  CONTAINER_NOT_FOUND: {
    says: 'A container does not exist in the task definition',
    remedy: 'Use the name of a container of the task definition.',
    passing: false
  },
  APPSPEC_INVALID: {
    says: 'The AppSpec has the wrong shape',
    remedy: 'Correct the property named above, or leave `codedeploy-appspec` out to have it generated.',
    passing: false
  },
  APPSPEC_MISMATCH: {
    says: 'The AppSpec does not fit the task definition',
    remedy: 'Name a container and a port of the task definition in LoadBalancerInfo.',
    passing: false
  },
  STRATEGY_UNFIT: {
    says: 'The strategy does not fit the service',
    remedy: 'Choose a strategy this service can run.',
    passing: false
  },
  SERVICE_OPTION_UNFIT: {
    says: 'The service cannot be given what was asked',
    remedy: 'Remove the input named above.',
    passing: false
  },
  REGION_MISSING: {
    says: 'No AWS region is known',
    remedy: 'Set `aws-region`, or run aws-actions/configure-aws-credentials before this step.',
    passing: false
  },
  CREDENTIALS_MISSING: {
    says: 'No AWS credentials were found',
    remedy:
      'Run aws-actions/configure-aws-credentials before this step, with `permissions: id-token: write` on the job.',
    passing: false
  },
  CREDENTIALS_EXPIRED: {
    says: 'The AWS credentials have expired or are not accepted',
    remedy:
      'Raise `role-duration-seconds` of aws-actions/configure-aws-credentials above the length of the deployment.',
    passing: false
  },
  NOT_ALLOWED: {
    says: 'The role is not allowed to make an AWS call',
    remedy: 'Add the action named above to the role’s policy.',
    passing: false
  },
  ACCOUNT_NOT_ALLOWED: {
    says: 'The credentials belong to another account',
    remedy: 'Use credentials of the account that `allowed-account-ids` or the ARN names.',
    passing: false
  },
  AWS_THROTTLED: { says: 'AWS asked us to slow down', remedy: 'Wait; nothing has to be changed.', passing: true },
  AWS_UNREACHABLE: {
    says: 'AWS could not be reached',
    remedy: 'Check the network of the runner; run the job again.',
    passing: true
  },
  AWS_BROKEN: {
    says: 'AWS answered with a server error',
    remedy: 'Run the job again in a few minutes.',
    passing: true
  },
  AWS_ANSWER_INVALID: {
    says: 'An answer of AWS could not be understood',
    remedy: 'Run the job again; report it to us if it stays.',
    passing: true
  },
  AWS_REFUSED: { says: 'AWS refused a request', remedy: 'Correct what AWS names above.', passing: false },
  CLUSTER_NOT_FOUND: {
    says: 'The cluster does not exist',
    remedy: 'Correct `cluster`, `aws-region` or the account of the credentials.',
    passing: false
  },
  SERVICE_NOT_FOUND: {
    says: 'The service does not exist',
    remedy: 'Correct `service` or `cluster`; this action deploys to a service and does not create one.',
    passing: false
  },
  SERVICE_INACTIVE: {
    says: 'The service is not active',
    remedy: 'Create the service again, or name another one.',
    passing: false
  },
  CONTROLLER_UNFIT: {
    says: 'The service has a deployment controller this release cannot drive',
    remedy: 'Deploy to a service whose deployment controller is CODE_DEPLOY or ECS.',
    passing: false
  },
  APPLICATION_NOT_FOUND: {
    says: 'The CodeDeploy application does not exist',
    remedy: 'Correct `codedeploy-application`.',
    passing: false
  },
  GROUP_NOT_FOUND: {
    says: 'The CodeDeploy deployment group does not exist',
    remedy: 'Correct `codedeploy-deployment-group`.',
    passing: false
  },
  GROUP_MISMATCH: {
    says: 'The deployment group serves another service',
    remedy: 'Name the group of this service in `codedeploy-deployment-group`.',
    passing: false
  },
  GROUP_UNFIT: {
    says: 'The deployment group cannot deploy to ECS',
    remedy: 'Complete the deployment group as named above.',
    passing: false
  },
  CONFIG_NOT_FOUND: {
    says: 'The deployment configuration does not exist',
    remedy: 'Correct `codedeploy-deployment-config` or `strategy`.',
    passing: false
  },
  CONFIG_EXISTS: {
    says: 'The deployment configuration exists already',
    remedy: 'Use it as it is, or choose another name.',
    passing: false
  },
  CONFIG_UNFIT: {
    says: 'The deployment configuration is not one for ECS',
    remedy: 'Name a configuration whose compute platform is ECS.',
    passing: false
  },
  DEPLOYMENT_ACTIVE: {
    says: 'Another deployment is running',
    remedy: 'Wait for it to end, or set `on-active-deployment` to `wait` or `replace`; then run the job again.',
    passing: false
  },
  DEPLOYMENT_GONE: {
    says: 'The deployment cannot be found any more',
    remedy: 'Look at the deployments of the service in the console; check region and account.',
    passing: true
  },
  DEPLOYMENT_NOT_STARTED: {
    says: 'The deployment has not begun',
    remedy: 'Wait; nothing has to be changed.',
    passing: true
  },
  DEPLOYMENT_OVER: {
    says: 'The deployment was already over',
    remedy: 'Look at its verdict; nothing has to be changed.',
    passing: false
  },
  DEPLOYMENT_NOT_FOUND: {
    says: 'There is no deployment to act on',
    remedy: 'Correct `deployment-id`, `service` or `cluster`, or deploy first.',
    passing: false
  },
  DEPLOYMENT_NOT_OURS: {
    says: 'The deployment was not started by this action',
    remedy: 'Name it in `deployment-id` if it is the one that is meant.',
    passing: false
  },
  DEPLOYMENT_NOT_WAITING: {
    says: 'The deployment waits for nobody',
    remedy: 'Follow it with `mode: status`.',
    passing: false
  },
  GATE_NOT_FOUND: {
    says: 'The deployment does not wait at this gate',
    remedy: 'Correct `hook-id`, or leave it out when there is only one gate.',
    passing: false
  },
  GATE_UNFIT: {
    says: 'The deployment cannot stop there for a person',
    remedy: 'Choose another `pause-at`.',
    passing: false
  },
  NOTHING_STARTED: {
    says: 'AWS accepted the update and started no deployment',
    remedy: 'Set `force-new-deployment: true`, or look at the service in the console.',
    passing: false
  },
  REVISION_NOT_FOUND: {
    says: 'There is no earlier revision to go back to',
    remedy: 'Name the revision in `task-definition-arn`.',
    passing: false
  },
  ALARM_NOT_FOUND: {
    says: 'An alarm does not exist',
    remedy: 'Correct the name in `alarms`, or create the alarm in this region.',
    passing: false
  },
  ALARM_ACTIVE: {
    says: 'An alarm is on before the deployment begins',
    remedy: 'Mend what the alarm shows, or set `allow-active-alarms: true` to deploy without it.',
    passing: false
  },
  OUTCOME_UNCERTAIN: {
    says: 'It is not known whether a request took effect',
    remedy: 'Look in the console before running the job again.',
    passing: false
  },
  CANCELLED: {
    says: 'The job was cancelled before the deployment was started',
    remedy: 'Run the job again.',
    passing: false
  },
  INTERNAL: {
    says: 'This action has a defect',
    remedy: 'Report the text below to us; look at the deployment in the console.',
    passing: false
  }
} as const satisfies Readonly<Record<string, Entry>>
