// The two roles of a task, and who needs the one that starts it. Pure.
import { told } from '../form.ts'
import { asks, at, member, partOf, partsOf, textOf, type Part } from './part.ts'
import { api, tried, type Finding, type Rule, type Task } from './rule.ts'

const NAMES = ['taskRoleArn', 'executionRoleArn']

/** A bare name is taken as well: https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19 */
const ROLE = /^(?:arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@/-]+)$/

/** Why the agent, which has no permissions of its own on Fargate, needs the execution role. */
function needs(task: Task): readonly { readonly path: Part['path']; readonly what: string }[] {
  return task.containers.flatMap((container) => {
    const log = partOf(container, 'logConfiguration')
    const ecr = /^\d{12}\.dkr\.ecr\./.test(textOf(container, 'image') ?? '')
    return [
      ...(ecr ? [{ path: at(container, 'image'), what: 'an image of ECR' }] : []),
      ...(textOf(log, 'logDriver') === 'awslogs' && log
        ? [{ path: at(log, 'logDriver'), what: 'the log driver awslogs' }]
        : [])
    ]
  })
}

function secretsOf(task: Task): readonly { readonly path: Part['path']; readonly what: string }[] {
  return task.containers.flatMap((container) =>
    partsOf(container, 'secrets').length === 0 ? [] : [{ path: at(container, 'secrets'), what: 'secrets' }]
  )
}

function withoutRole(task: Task, users: ReturnType<typeof needs>): readonly Finding[] {
  const [first] = users
  if (first === undefined || asks(member(task, 'executionRoleArn'))) return []
  const reasons = [...new Set(users.map(({ what }) => what))].join(', ')
  return [
    {
      path: first.path,
      found: `needs an \`executionRoleArn\`: the task has ${reasons}`,
      remedy: 'Add the `executionRoleArn` of a role with AmazonECSTaskExecutionRolePolicy.'
    }
  ]
}

export const ROLES: readonly Rule[] = [
  {
    // ClientException: Role is not valid
    source: 'https://github.com/aws-samples/aws-modern-application-workshop/issues/9',
    find: (task) =>
      NAMES.flatMap((name): readonly Finding[] => {
        const role = textOf(task, name)
        if (role === undefined || role === '' || ROLE.test(role)) return []
        const expected = 'the ARN or the name of a role of IAM'
        const remedy = 'Write `arn:aws:iam::123456789012:role/name`, with your account and role.'
        return [{ path: at(task, name), found: `is ${told(role)}`, expected, remedy }]
      })
  },
  {
    // ClientException: Role is not valid
    source: 'https://github.com/fabfuel/ecs-deploy/issues/231',
    doubt: true,
    find: (task) =>
      NAMES.filter((name) => textOf(task, name) === '').map((name) => ({
        path: at(task, name),
        found: 'is an empty text, which AWS does not take for no role',
        remedy: `Remove \`${name}\`, or set \`strip-empty-values: true\`.`
      }))
  },
  {
    // ClientException: Fargate requires task definition to have execution role ARN to support log driver awslogs.
    // ClientException: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.
    source: tried('fargate-execution-role-missing-awslogs'),
    find: (task) => (task.fargate ? withoutRole(task, [...needs(task), ...secretsOf(task)]) : [])
  },
  {
    source: api('Secret'),
    doubt: true,
    find: (task) => (task.fargate ? [] : withoutRole(task, secretsOf(task)))
  }
]
