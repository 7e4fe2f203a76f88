// What the log drivers need, and what a health check begins with. Pure.
import { told } from '../form.ts'
import { at, member, partOf, partsOf, textOf, textsOf, type Part } from './part.ts'
import { api, each, listed, namesOf, onFargate, tried, type Finding, type Rule, type Task } from './rule.ts'

/** Secret options count as options. */
function lacking(container: Part, driver: string, wanted: readonly string[]): readonly Finding[] {
  const log = partOf(container, 'logConfiguration')
  if (!log || textOf(log, 'logDriver') !== driver) return []
  const options = partOf(log, 'options')
  const secret = namesOf(partsOf(log, 'secretOptions'))
  const missing = wanted.filter((name) => member(options, name) === undefined && !secret.includes(name))
  if (missing.length === 0) return []
  return [
    {
      path: at(log, 'options'),
      found: `lacks ${listed(missing)}, which the log driver ${driver} needs`,
      remedy: `Add ${listed(missing)} to \`options\`.`
    }
  ]
}

function driversOf({ containers }: Task): readonly Part[] {
  return containers
    .flatMap((container) => partOf(container, 'logConfiguration') ?? [])
    .filter((log) => textOf(log, 'logDriver') === 'awsfirelens')
}

function routersOf({ containers }: Task): readonly Part[] {
  return containers.flatMap((container) => partOf(container, 'firelensConfiguration') ?? [])
}

export const LOGS: readonly Rule[] = [
  {
    // ClientException: Log driver awslogs requires options: awslogs-region, awslogs-group
    source: 'https://github.com/klothoplatform/klotho/issues/892',
    find: each((container) => lacking(container, 'awslogs', ['awslogs-group', 'awslogs-region']))
  },
  {
    source: tried('awslogs-fargate-missing-stream-prefix'),
    find: onFargate(each((container) => lacking(container, 'awslogs', ['awslogs-stream-prefix'])))
  },
  {
    // "To route logs using the splunk log router, you need to specify a splunk-token and a splunk-url."
    source: api('LogConfiguration'),
    doubt: true,
    find: each((container) => lacking(container, 'splunk', ['splunk-token', 'splunk-url']))
  },
  {
    // ClientException: When awsfirelens log driver is specified in log configuration, a firelens configuration object
    // must be configured in one of the containers.
    source: tried('awsfirelens-without-router'),
    find: (task) =>
      routersOf(task).length > 0
        ? []
        : driversOf(task).map((log) => ({
            path: at(log, 'logDriver'),
            found: 'is "awsfirelens", and no container has a `firelensConfiguration`',
            remedy: 'Add a log router: a container with a `firelensConfiguration`.'
          }))
  },
  {
    // ClientException: When a firelensConfiguration object is specified, at least one container has to be configured
    // with the awsfirelens log driver.
    source: 'https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit/issues/20',
    find: (task) =>
      driversOf(task).length > 0
        ? []
        : routersOf(task).map(({ path }) => ({
            path,
            found: 'is there, and no container has the log driver `awsfirelens`',
            remedy: 'Write `"logDriver": "awsfirelens"` where the logs come from, or remove the log router.'
          }))
  },
  {
    // "The string array must start with CMD to run the command arguments directly, or CMD-SHELL"
    source: api('HealthCheck'),
    doubt: true,
    find: each((container) => {
      const check = partOf(container, 'healthCheck')
      const [first] = textsOf(check, 'command')
      if (!first || ['CMD', 'CMD-SHELL', 'NONE'].includes(first.text)) return []
      const remedy = 'Write `["CMD-SHELL", "…"]`, or `["CMD", …]` for a program and its arguments.'
      return [{ path: first.path, found: `is ${told(first.text)}`, expected: '`CMD` or `CMD-SHELL`', remedy }]
    })
  }
]
