// CPU and memory: of the task, of its containers, and which pairs Fargate runs. Pure.
import { told } from '../form.ts'
import { at, member, numberOf, textOf } from './part.ts'
import { api, each, guide, isFor, onFargate, tried, type Finding, type Rule, type Task } from './rule.ts'

const GIB = 1024

/**
 * Memory in MiB for each CPU size, from the least to the most.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
const FARGATE: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1 * GIB, 2 * GIB]],
  [512, steps(1, 4, 1)],
  [1024, steps(2, 8, 1)],
  [2048, steps(4, 16, 1)],
  [4096, steps(8, 30, 1)],
  [8192, steps(16, 60, 4)],
  [16384, steps(32, 120, 8)],
  [32768, [60 * GIB, 120 * GIB, 244 * GIB]]
])
const LARGEST = 32768
const WINDOWS = [1024, 2048, 4096]

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => (from + index * step) * GIB)
}

/** `1024`, `1 vCPU`, `.5 vcpu`, `2 GB`: in CPU units or MiB. Undefined: no such size. */
function sizeOf(task: Task, name: 'cpu' | 'memory'): number | undefined {
  const [, amount, unit] = /^\s*(\d+|\d*\.\d+)\s*([a-z]*)\s*$/i.exec(textOf(task, name) ?? '') ?? []
  if (amount === undefined) return undefined
  if (unit === '') return amount.includes('.') ? undefined : Number(amount)
  return unit?.toLowerCase() === (name === 'cpu' ? 'vcpu' : 'gb') ? Math.round(Number(amount) * GIB) : undefined
}

const inUnits = (list: readonly number[]): string => {
  const [first, second, third] = list
  const last = list.at(-1)
  if (list.length <= 4 || first === undefined || second === undefined || third === undefined) return list.join(', ')
  return `${first} to ${last} in steps of ${second - first}`
}

/** What is wrong with the pair; `new`: larger than all we know of, which AWS may have added. */
function fargatePair(task: Task): { readonly finding: Finding; readonly new: boolean } | undefined {
  const [cpu, memory] = [sizeOf(task, 'cpu'), sizeOf(task, 'memory')]
  if (cpu === undefined || memory === undefined) return undefined
  const sizes = task.windows ? WINDOWS : [...FARGATE.keys()]
  const fitting = sizes.includes(cpu) ? FARGATE.get(cpu) : undefined
  if (fitting === undefined) {
    const os = task.windows ? 'Windows on Fargate' : 'Fargate'
    const finding: Finding = {
      path: at(task, 'cpu'),
      found: `is ${told(member(task, 'cpu'))}, which is no size of ${os}`,
      expected: `one of ${sizes.join(', ')}`,
      remedy: 'Write one of these sizes.'
    }
    return { finding, new: !task.windows && cpu > LARGEST }
  }
  if (fitting.includes(memory)) return undefined
  const finding: Finding = {
    path: at(task, 'memory'),
    found: `is ${told(member(task, 'memory'))}, which does not go with ${cpu} CPU units on Fargate`,
    expected: `${inUnits(fitting)} (MiB)`,
    remedy: 'Write one of these sizes, or change `cpu`.'
  }
  return { finding, new: cpu === LARGEST && memory > (fitting.at(-1) ?? 0) }
}

function noSize(task: Task, name: 'cpu' | 'memory', unit: string): readonly Finding[] {
  const written = textOf(task, name)
  if (written === undefined || sizeOf(task, name) !== undefined) return []
  const expected = `a number, or a number with ${unit}`
  return [{ path: at(task, name), found: `is ${told(written)}`, expected, remedy: 'Write a size, or remove it.' }]
}

function sum(task: Task, name: 'cpu' | 'memory'): number {
  return task.containers.reduce((total, container) => total + (numberOf(container, name) ?? 0), 0)
}

export const SIZE: readonly Rule[] = [
  {
    // InvalidParameterException: Invalid 'cpu' setting for task.
    source: api('RegisterTaskDefinition'),
    find: (task) => [...noSize(task, 'cpu', '`vCPU`'), ...noSize(task, 'memory', '`GB`')]
  },
  {
    // ClientException: Fargate requires that 'cpu' be defined at the task level.
    source: tried('fargate-task-cpu-memory'),
    find: onFargate((task) =>
      ['cpu', 'memory']
        .filter((name) => member(task, name) === undefined)
        .map((name) => ({
          path: at(task, name),
          found: 'is missing',
          expected: 'the size of the task, which Fargate has to know',
          remedy: `Add \`${name}\` as a text: \`"cpu": "256"\` and \`"memory": "512"\` are the least.`
        }))
    )
  },
  {
    // ClientException: No Fargate configuration exists for given values: 4096 CPU, 4096 memory
    source: guide('fargate-tasks-services'),
    find: onFargate((task) => {
      const wrong = fargatePair(task)
      return wrong && !wrong.new ? [wrong.finding] : []
    })
  },
  {
    source: guide('fargate-tasks-services'),
    doubt: true,
    find: onFargate((task) => {
      const wrong = fargatePair(task)
      return wrong?.new ? [wrong.finding] : []
    })
  },
  {
    // ClientException: Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.
    source: tried('container-memory-required'),
    find: each((container, task) => {
      const given = ['memory', 'memoryReservation'].some((name) => (numberOf(container, name) ?? 0) > 0)
      if (given || task.fargate || member(task, 'memory') !== undefined) return []
      // Any other type than a number is told as such.
      if (['memory', 'memoryReservation'].some((name) => typeof member(container, name) === 'string')) return []
      return [
        {
          path: at(container, 'memory'),
          found: 'is missing, and so are `memoryReservation` and the memory of the task',
          expected: 'one of them',
          remedy: 'Add `memory` to the container or to the task definition.'
        }
      ]
    })
  },
  {
    // ClientException: The 'memory' setting for container 'app' is greater than for the task.
    source: tried('container-memory-over-task'),
    find: each((container, task) => {
      const [own, all] = [numberOf(container, 'memory'), sizeOf(task, 'memory')]
      if (own === undefined || all === undefined || own <= all) return []
      const expected = `at most ${all}, the memory of the task`
      const remedy = 'Lower it, or raise the memory of the task.'
      return [{ path: at(container, 'memory'), found: `is the number ${own}`, expected, remedy }]
    })
  },
  {
    // ClientException: The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.
    source: tried('fargate-container-cpu-over-task'),
    find: (task) => {
      const [total, all] = [sum(task, 'cpu'), sizeOf(task, 'cpu')]
      if (all === undefined || total <= all) return []
      return [
        {
          path: at(task, 'cpu'),
          found: `is ${told(member(task, 'cpu'))}, and the containers together ask for ${total} CPU units`,
          remedy: 'Raise the `cpu` of the task, or lower that of its containers.'
        }
      ]
    }
  },
  {
    // "The total amount of memory reserved for all containers within a task must be lower than the task memory value"
    source: api('ContainerDefinition'),
    doubt: true,
    find: (task) => {
      const reserved = task.containers.reduce(
        (total, one) => total + (numberOf(one, 'memoryReservation') ?? numberOf(one, 'memory') ?? 0),
        0
      )
      const all = sizeOf(task, 'memory')
      if (all === undefined || reserved <= all) return []
      return [
        {
          path: at(task, 'memory'),
          found: `is ${told(member(task, 'memory'))}, and the containers together reserve ${reserved} MiB`,
          remedy: 'Raise the `memory` of the task, or lower that of its containers.'
        }
      ]
    }
  },
  {
    // ClientException: 'memory' must be greater than or equal to 'memoryReservation'
    source: tried('container-memory-reservation'),
    find: each((container) => {
      const [hard, soft] = [numberOf(container, 'memory'), numberOf(container, 'memoryReservation')]
      if (hard === undefined || soft === undefined || hard >= soft) return []
      const remedy = 'Lower `memoryReservation`, or raise `memory`.'
      const expected = `at most ${hard}, the \`memory\` of the container`
      return [{ path: at(container, 'memoryReservation'), found: `is the number ${soft}`, expected, remedy }]
    })
  },
  {
    // ClientException: Tasks using the EC2 launch type do not support EphemeralStorage.
    source: tried('fargate-ephemeral-storage-ec2'),
    find: (task) => {
      const others = ['EC2', 'EXTERNAL'].filter((other) => isFor(task, other))
      if (member(task, 'ephemeralStorage') === undefined || others.length === 0) return []
      const remedy = 'Remove `ephemeralStorage`, or require `FARGATE` alone.'
      const found = `is there for ${others.join(' and ')}, which do not have it`
      return [{ path: at(task, 'ephemeralStorage'), found, remedy }]
    }
  }
]
