// Numbers with a least and a most, and pairs of numbers that have an order: one table. Pure.
import { told } from '../form.ts'
import { at, dig, numberOf, partsOf } from './part.ts'
import { api, each, onFargate, tried, type Finding, type Rule, type Task } from './rule.ts'

interface Limit {
  readonly member: readonly string[]
  readonly from: number
  readonly to: number
  readonly source: string
  readonly only?: 'fargate'
  readonly doubt?: true
}

const CONTAINER = 'containerDefinitions'

const BETWEEN: readonly Limit[] = [
  { member: [CONTAINER, 'healthCheck', 'interval'], from: 5, to: 300, source: tried('healthcheck-interval-range') },
  { member: [CONTAINER, 'healthCheck', 'timeout'], from: 2, to: 60, source: tried('healthcheck-timeout-range') },
  { member: [CONTAINER, 'healthCheck', 'retries'], from: 1, to: 10, source: tried('healthcheck-retries-range') },
  {
    member: [CONTAINER, 'healthCheck', 'startPeriod'],
    from: 0,
    to: 300,
    source: tried('healthcheck-start-period-range')
  },
  {
    // The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.
    member: [CONTAINER, 'restartPolicy', 'restartAttemptPeriod'],
    from: 60,
    to: 1800,
    source: tried('restart-policy-attempt-period-range')
  },
  { member: [CONTAINER, 'portMappings', 'containerPort'], from: 1, to: 65_535, source: api('PortMapping') },
  { member: [CONTAINER, 'portMappings', 'hostPort'], from: 0, to: 65_535, source: api('PortMapping') },
  { member: [CONTAINER, 'linuxParameters', 'swappiness'], from: 0, to: 100, source: api('LinuxParameters') },
  { member: [CONTAINER, 'stopTimeout'], from: 2, to: 120, source: api('ContainerDefinition'), only: 'fargate' },
  {
    member: [CONTAINER, 'startTimeout'],
    from: 2,
    to: 120,
    source: api('ContainerDefinition'),
    only: 'fargate',
    doubt: true
  },
  // Docker keeps 4 or 6 MiB for a container, as old as it is.
  { member: [CONTAINER, 'memory'], from: 6, to: Infinity, source: api('ContainerDefinition'), doubt: true },
  // EphemeralStorage size should be at least 21
  { member: ['ephemeralStorage', 'sizeInGiB'], from: 21, to: 200, source: tried('ephemeral-storage-range') }
]

function outside({ member, from, to }: Limit, task: Task): readonly Finding[] {
  const between = to === Infinity ? `at least ${from}` : `from ${from} to ${to}`
  return dig(task, member)
    .filter(({ value }) => typeof value === 'number' && (value < from || value > to))
    .map(({ path, value }) => ({
      path,
      found: `is ${told(value)}`,
      expected: between,
      remedy: `Write a number ${between}.`
    }))
}

const limits: readonly Rule[] = BETWEEN.map((limit) => {
  const find = (task: Task): readonly Finding[] => outside(limit, task)
  return {
    source: limit.source,
    find: limit.only === 'fargate' ? onFargate(find) : find,
    ...(limit.doubt && { doubt: limit.doubt })
  }
})

export const LIMITS: readonly Rule[] = [
  ...limits,
  {
    source: tried('ulimit-soft-over-hard'),
    find: each((container) =>
      partsOf(container, 'ulimits').flatMap((ulimit) => {
        const [soft, hard] = [numberOf(ulimit, 'softLimit'), numberOf(ulimit, 'hardLimit')]
        // -1 is no limit.
        if (soft === undefined || hard === undefined || hard < 0 || soft <= hard) return []
        const expected = `at most ${hard}, the \`hardLimit\``
        const remedy = 'Lower `softLimit`, or raise `hardLimit`.'
        return [{ path: at(ulimit, 'softLimit'), found: `is the number ${soft}`, expected, remedy }]
      })
    )
  }
]
