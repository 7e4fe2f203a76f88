// What CodeDeploy would find wrong in an AppSpec only after it has said yes: it reads the content when it deploys. Pure.
import { isList, isObject } from '../domain/json.ts'
import { near } from '../domain/near.ts'
import { Problem } from '../domain/problem.ts'
import type { Json, JsonObject } from '../domain/units.ts'
import type { Document } from '../inputs/inputs.ts'
import { checkHooks } from './appspec-hooks.ts'
import { asWritten, memberOf, membersOf } from './appspec-keys.ts'
import { misfits, pathText, placeOf, told, type Form, type Path } from './form.ts'

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html */
const SERVICE = {
  members: {
    Type: 'text',
    Properties: {
      members: {
        LoadBalancerInfo: {
          members: { ContainerName: 'text', ContainerPort: 'whole' },
          needed: ['ContainerName', 'ContainerPort']
        },
        PlatformVersion: 'text',
        NetworkConfiguration: {
          members: {
            AwsvpcConfiguration: {
              members: { Subnets: { list: 'text' }, SecurityGroups: { list: 'text' }, AssignPublicIp: 'text' },
              needed: ['Subnets', 'SecurityGroups', 'AssignPublicIp']
            }
          },
          needed: ['AwsvpcConfiguration']
        },
        CapacityProviderStrategy: {
          list: {
            members: { CapacityProvider: 'text', Base: 'whole', Weight: 'whole' },
            needed: ['CapacityProvider']
          }
        }
      },
      needed: ['LoadBalancerInfo']
    }
  },
  needed: ['Type', 'Properties']
} as const satisfies Form

export function checkForm(document: Document): readonly Problem[] {
  const appSpec = document.value
  const report = reporter(document)
  return [
    ...twice(appSpec, ['version', 'Resources', 'Hooks'], [], report),
    ...checkVersion(memberOf(appSpec, 'version')?.value, report),
    ...checkResources(appSpec, report),
    ...checkHooks(memberOf(appSpec, 'Hooks')?.value, report)
  ]
}

export interface Finding {
  readonly found: string
  readonly expected?: string
  readonly remedy: string
}
export type Report = (path: Path, finding: Finding) => Problem

function reporter(document: Document): Report {
  return (path, { found, expected, remedy }) => {
    const written = asWritten(document.value, path)
    return new Problem('APPSPEC_INVALID', {
      place: placeOf(document, written),
      found: `\`${pathText(document.value, written)}\` ${found}`,
      ...(expected !== undefined && { expected }),
      remedy
    })
  }
}

function twice(object: JsonObject, names: readonly string[], path: Path, report: Report): readonly Problem[] {
  return names.flatMap((name) => {
    const keys = membersOf(object, name).map(({ key }) => `\`${key}\``)
    if (keys.length < 2) return []
    return [report([...path, name], { found: `is written as ${keys.join(' and ')}`, remedy: 'Remove one of the two.' })]
  })
}

/** The one version there is, 0.0, which JSON has no way to tell from 0. */
function checkVersion(version: Json | undefined, report: Report): readonly Problem[] {
  if (version === 0 || version === '0.0' || version === '0') return []
  const found = version === undefined ? 'is missing' : `is ${told(version)}`
  return [report(['version'], { found, expected: '0.0', remedy: 'Write `version: 0.0`.' })]
}

function checkResources(appSpec: JsonObject, report: Report): readonly Problem[] {
  const path = ['Resources']
  const remedy = 'Write a list with one resource: `- TargetService: { Type: AWS::ECS::Service, Properties: … }`.'
  const resources = memberOf(appSpec, 'Resources')?.value
  if (resources === undefined) {
    const meant = near('Resources', Object.keys(appSpec))
    const found = meant === undefined ? 'is missing' : `is missing; there is \`${meant}\``
    return [report(path, { found, remedy })]
  }
  if (!isList(resources)) return [report(path, { found: `is ${told(resources)}`, expected: 'a list', remedy })]
  const entries = resources.flatMap((entry, index) =>
    isObject(entry) ? Object.entries(entry).map(([name, resource]) => ({ path: [...path, index, name], resource })) : []
  )
  const [only, ...others] = entries
  if (only === undefined || others.length > 0 || resources.length !== 1) {
    const count = Math.max(entries.length, resources.length)
    return [report(path, { found: `has ${count} resources`, expected: 'exactly one', remedy })]
  }
  if (!isObject(only.resource)) {
    return [report(only.path, { found: `is ${told(only.resource)}`, expected: 'an object', remedy })]
  }
  return checkResource(only.resource, only.path, report)
}

function checkResource(resource: JsonObject, path: Path, report: Report): readonly Problem[] {
  const problems: Problem[] = []
  const spelled = capitalised(SERVICE, resource, (object, names, inner) => {
    problems.push(...twice(object, names, [...path, ...inner], report))
  })
  for (const { path: inner, found, expected, remedy } of misfits(SERVICE, spelled)) {
    problems.push(report([...path, ...inner], { found: `is ${found}${hint(spelled, inner, found)}`, expected, remedy }))
  }
  const value = (...inner: readonly string[]) =>
    inner.reduce<Json | undefined>((outer, name) => (isObject(outer) ? outer[name] : undefined), spelled)
  const refuse = (inner: readonly string[], expected: string, remedy: string) =>
    problems.push(report([...path, ...inner], { found: `is ${told(value(...inner))}`, expected, remedy }))

  const type = value('Type')
  if (typeof type === 'string' && type !== 'AWS::ECS::Service') {
    refuse(['Type'], '`AWS::ECS::Service`', 'Write `Type: AWS::ECS::Service`.')
  }
  const balancer = ['Properties', 'LoadBalancerInfo']
  const port = value(...balancer, 'ContainerPort')
  if (typeof port === 'number' && Number.isInteger(port) && (port < 1 || port > 65_535)) {
    refuse([...balancer, 'ContainerPort'], 'a port from 1 to 65535', 'Write a port of the container.')
  }
  const awsvpc = ['Properties', 'NetworkConfiguration', 'AwsvpcConfiguration']
  const address = value(...awsvpc, 'AssignPublicIp')
  if (typeof address === 'string' && address !== 'ENABLED' && address !== 'DISABLED') {
    refuse([...awsvpc, 'AssignPublicIp'], '`ENABLED` or `DISABLED`', 'Write `ENABLED` or `DISABLED`.')
  }
  const subnets = value(...awsvpc, 'Subnets')
  if (isList(subnets) && subnets.length === 0) {
    refuse([...awsvpc, 'Subnets'], 'at least one id', `Name the subnets, or remove \`NetworkConfiguration\`.`)
  }
  return problems
}

/** A member that is missing may be there under a name with a slip. */
function hint(root: Json, path: Path, found: string): string {
  const name = path.at(-1)
  if (found !== 'missing' || typeof name !== 'string') return ''
  const parent = path.slice(0, -1).reduce<Json | undefined>((outer, step) => {
    if (typeof step === 'number') return isList(outer) ? outer[step] : undefined
    return isObject(outer) ? outer[step] : undefined
  }, root)
  const meant = isObject(parent) ? near(name, Object.keys(parent)) : undefined
  return meant === undefined ? '' : `; there is \`${meant}\``
}

type Seen = (object: JsonObject, names: readonly string[], path: Path) => void

/** A copy with the keys of the form in the form's own case, so that one table serves for every spelling. */
function capitalised(form: Form, value: Json, seen: Seen, path: Path = []): Json {
  if (typeof form === 'string' || 'texts' in form || 'words' in form) return value
  if ('list' in form) {
    return isList(value) ? value.map((entry, index) => capitalised(form.list, entry, seen, [...path, index])) : value
  }
  if (!isObject(value)) return value
  const names = Object.keys(form.members)
  seen(value, names, path)
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = names.find((candidate) => candidate.toLowerCase() === key.toLowerCase())
      const inner = name === undefined ? undefined : form.members[name]
      return [name ?? key, inner === undefined ? member : capitalised(inner, member, seen, [...path, name ?? key])]
    })
  )
}
