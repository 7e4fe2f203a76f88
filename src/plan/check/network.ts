// Network modes and the ports of a task, whose containers share one network where the mode is awsvpc or host. Pure.
import { told } from '../form.ts'
import { asks, at, member, numberOf, partsOf, repeated, textOf, type Part } from './part.ts'
import { api, each, tried, type Finding, type Rule, type Task } from './rule.ts'

interface Mapping extends Part {
  readonly protocol: string
  readonly first: number
  readonly last: number
}

/** Amazon ECS treats any other protocol as tcp. */
function mappingsOf(container: Part): readonly Mapping[] {
  return partsOf(container, 'portMappings').flatMap((part) => {
    const protocol = textOf(part, 'protocol') === 'udp' ? 'udp' : 'tcp'
    const port = numberOf(part, 'containerPort')
    const [first, last] = port === undefined ? (rangeOf(part) ?? []) : [port, port]
    return first === undefined || last === undefined ? [] : [{ ...part, protocol, first, last }]
  })
}

function rangeOf(mapping: Part): readonly [number, number] | undefined {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(textOf(mapping, 'containerPortRange') ?? '') ?? []
  return first === undefined || last === undefined ? undefined : [Number(first), Number(last)]
}

function allMappings({ containers }: Task): readonly Mapping[] {
  return containers.flatMap(mappingsOf)
}

/** The mapping before this one that has some of its ports. */
function earlier(mapping: Mapping, index: number, all: readonly Mapping[]): Mapping | undefined {
  return all
    .slice(0, index)
    .find(
      ({ protocol, first, last }) => protocol === mapping.protocol && first <= mapping.last && mapping.first <= last
    )
}

/** Fargate has no other mode. */
function shares({ networkMode, fargate }: Task): boolean {
  return networkMode === 'awsvpc' || networkMode === 'host' || fargate
}

export const NETWORK: readonly Rule[] = [
  {
    // ClientException: Fargate only supports network mode ‘awsvpc’.
    source: tried('fargate-network-mode'),
    find: (task) => {
      if (!task.fargate || task.networkMode === 'awsvpc') return []
      const found = task.networkMode === undefined ? 'is missing' : `is ${told(task.networkMode)}`
      const expected = '`awsvpc`, the only mode of Fargate'
      return [{ path: at(task, 'networkMode'), found, expected, remedy: 'Write `"networkMode": "awsvpc"`.' }]
    }
  },
  {
    // ClientException: When networkMode=awsvpc, the host ports and container ports in port mappings must match.
    source: 'https://github.com/aws/amazon-ecs-cli/issues/1014',
    find: (task) => (task.networkMode === 'host' || !shares(task) ? [] : task.containers.flatMap(otherHostPort))
  },
  {
    source: tried('host-network-host-port-mismatch'),
    find: (task) => (task.networkMode === 'host' ? task.containers.flatMap(otherHostPort) : [])
  },
  {
    source: api('RegisterTaskDefinition'),
    find: (task) =>
      task.networkMode !== 'none'
        ? []
        : task.containers
            .filter((container) => partsOf(container, 'portMappings').length > 0)
            .map((container) => ({
              path: at(container, 'portMappings'),
              found: 'is not empty, and the network mode `none` has no ports',
              remedy: 'Remove the port mappings, or choose another `networkMode`.'
            }))
  },
  {
    // ClientException: Invalid 'containerPort' setting for container 'app'.
    source: 'https://github.com/aws/aws-cdk/issues/8762',
    find: each((container) =>
      partsOf(container, 'portMappings')
        .filter((part) => member(part, 'containerPort') === undefined && !member(part, 'containerPortRange'))
        .map((part) => ({
          path: at(part, 'containerPort'),
          found: 'is missing',
          expected: 'the port the container listens on',
          remedy: 'Add `containerPort`.'
        }))
    )
  },
  {
    // ClientException: cannot specify both single port and port range
    source: tried('port-range-with-host-port'),
    find: each((container) =>
      partsOf(container, 'portMappings')
        .filter((part) => member(part, 'containerPortRange') !== undefined)
        .filter((part) => (numberOf(part, 'containerPort') ?? numberOf(part, 'hostPort') ?? 0) !== 0)
        .map((part) => ({
          path: at(part, 'containerPortRange'),
          found: 'stands beside a single port',
          remedy: 'Write `containerPort` or `containerPortRange`, not both.'
        }))
    )
  },
  {
    source: tried('port-range-reversed'),
    find: each((container) =>
      partsOf(container, 'portMappings').flatMap((part) => {
        const written = textOf(part, 'containerPortRange')
        if (written === undefined) return []
        const [first, last] = rangeOf(part) ?? [0, 0]
        if (first >= 1 && first < last && last <= 65_535) return []
        const expected = 'a lower and a higher port from 1 to 65535'
        const remedy = 'Write a range like `8000-8010`.'
        return [{ path: at(part, 'containerPortRange'), found: `is ${told(written)}`, expected, remedy }]
      })
    )
  },
  {
    // ClientException: TCP container port '8085' is used multiple times in task when networkMode=awsvpc.
    source: tried('port-range-overlap'),
    find: (task) =>
      !shares(task)
        ? []
        : allMappings(task).flatMap((mapping, index, all) => {
            const other = earlier(mapping, index, all)
            if (other === undefined) return []
            const ports = mapping.first === mapping.last ? `${mapping.first}` : `${mapping.first}-${mapping.last}`
            return [
              {
                path: mapping.path,
                found: `maps ${mapping.protocol} port ${ports}, which an earlier mapping of the task has`,
                remedy: 'Let the containers of a task listen on different ports: they share one network.'
              }
            ]
          })
  },
  {
    // ClientException: TCP host port '3000' is mapped multiple times in task.
    source: 'https://github.com/aws/amazon-ecs-agent/issues/1220',
    find: (task) =>
      shares(task)
        ? []
        : repeated(allMappings(task), (mapping) => {
            const port = numberOf(mapping, 'hostPort') ?? 0
            return port === 0 ? undefined : `${mapping.protocol} ${port}`
          }).map(({ item, key }) => ({
            path: at(item, 'hostPort'),
            found: `takes ${key} of the host, as an earlier mapping does`,
            remedy: 'Choose another `hostPort`, or remove it to have one chosen.'
          }))
  },
  {
    // "You can't expose the same container port for multiple protocols. If you attempt this, an error is returned."
    source: api('PortMapping'),
    doubt: true,
    find: each((container) => {
      const mappings = mappingsOf(container)
      const udp = new Set(mappings.filter(({ protocol }) => protocol === 'udp').map(({ first }) => first))
      return mappings
        .filter(({ protocol, first }) => protocol === 'tcp' && udp.has(first))
        .map((mapping) => ({
          path: mapping.path,
          found: `maps port ${mapping.first} for tcp, which is mapped for udp as well`,
          remedy: 'Map a container port for one protocol.'
        }))
    })
  },
  {
    source: tried('port-mapping-duplicate-name'),
    find: ({ containers }) =>
      repeated(
        containers.flatMap((container) => partsOf(container, 'portMappings')),
        (mapping) => textOf(mapping, 'name')
      ).map(({ item, key }) => ({
        path: at(item, 'name'),
        found: `is ${told(key)}, as that of an earlier port mapping`,
        remedy: 'Give every port mapping of the task a name of its own.'
      }))
  },
  {
    source: api('PortMapping'),
    doubt: true,
    find: each((container) =>
      partsOf(container, 'portMappings').flatMap((mapping): readonly Finding[] => {
        const name = textOf(mapping, 'name')
        if (name === undefined || /^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name)) return []
        const expected = 'up to 64 lowercase letters, digits, underscores and hyphens'
        return [{ path: at(mapping, 'name'), found: `is ${told(name)}`, expected, remedy: 'Write such a name.' }]
      })
    )
  },
  {
    source: api('ContainerDefinition'),
    doubt: true,
    find: (task) =>
      task.networkMode !== 'host'
        ? []
        : task.containers
            .filter((container) => asks(member(container, 'links')))
            .map((container) => ({
              path: at(container, 'links'),
              found: 'is there for the network mode `host`',
              expected: 'links in the mode `bridge` only',
              remedy: 'Remove `links`: the containers reach each other on localhost.'
            }))
  }
]

function otherHostPort(container: Part): readonly Finding[] {
  return partsOf(container, 'portMappings').flatMap((part) => {
    const [port, host] = [numberOf(part, 'containerPort'), numberOf(part, 'hostPort') ?? 0]
    if (port === undefined || host === 0 || host === port) return []
    return [
      {
        path: at(part, 'hostPort'),
        found: `is the number ${host}`,
        expected: `${port}, the \`containerPort\`, or nothing`,
        remedy: 'Remove `hostPort`: in this network mode it is the port of the container.'
      }
    ]
  })
}
