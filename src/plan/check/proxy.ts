// The proxy of App Mesh, which stands between the containers of a task and their network. Pure.
import { at, partOf, partsOf, textOf } from './part.ts'
import { api, tried, unknownContainer, type Finding, type Rule, type Task } from './rule.ts'

export const PROXY: readonly Rule[] = [
  {
    source: tried('proxy-configuration-awsvpc-required'),
    find: (task) => {
      const proxy = partOf(task, 'proxyConfiguration')
      if (!proxy || task.networkMode === 'awsvpc' || task.fargate) return []
      const remedy = 'Write `"networkMode": "awsvpc"`, or remove `proxyConfiguration`.'
      return [{ path: proxy.path, found: 'is there without the network mode `awsvpc`', remedy }]
    }
  },
  {
    // ClientException: Proxy container [envoy] does not exist.
    source: tried('proxy-configuration-container-missing'),
    find: (task) => {
      const proxy = partOf(task, 'proxyConfiguration')
      const name = textOf(proxy, 'containerName')
      return proxy && name !== undefined ? unknownContainer(name, at(proxy, 'containerName'), task) : []
    }
  },
  {
    // ClientException: Ingress port not found
    source: tried('proxy-configuration-missing-required-props'),
    find: (task) => missingProperties(task, ['AppPorts', 'ProxyIngressPort', 'ProxyEgressPort'])
  },
  {
    source: api('ProxyConfiguration'),
    doubt: true,
    find: (task) => {
      const given = propertiesOf(task)
      const user = given.includes('IgnoredUID') || given.includes('IgnoredGID') ? [] : ['IgnoredUID']
      return missingProperties(task, [...user, 'EgressIgnoredPorts', 'EgressIgnoredIPs'])
    }
  }
]

function propertiesOf(task: Task): readonly string[] {
  return partsOf(partOf(task, 'proxyConfiguration'), 'properties').flatMap((part) => textOf(part, 'name') ?? [])
}

function missingProperties(task: Task, wanted: readonly string[]): readonly Finding[] {
  const proxy = partOf(task, 'proxyConfiguration')
  const missing = wanted.filter((name) => !propertiesOf(task).includes(name))
  if (!proxy || (textOf(proxy, 'type') ?? 'APPMESH') !== 'APPMESH' || missing.length === 0) return []
  return [
    {
      path: at(proxy, 'properties'),
      found: `lacks ${missing.map((name) => `\`${name}\``).join(', ')}`,
      remedy: `Add the ${missing.length === 1 ? 'property' : 'properties'} of the App Mesh proxy.`
    }
  ]
}
