// The outputs of the step: the one list that code, action.yml and README agree on.
export const OUTPUTS = [
  'task-definition-arn',
  'previous-task-definition-arn',
  'task-definition',
  'codedeploy-deployment-id',
  'deployment-id',
  'hook-id',
  'deployment-url',
  'verdict',
  'reason',
  'changed',
  'run-task-arn',
  'report'
] as const

export type OutputName = (typeof OUTPUTS)[number]
