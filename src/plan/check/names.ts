// What has to be there, how things are called, and how many of them there may be. Pure.
import { told } from '../form.ts'
import { at, countOf, member, partsOf, repeated, textOf, type Part } from './part.ts'
import { api, each, tried, type Finding, type Rule, type Task } from './rule.ts'

/** Of a family and of a container. */
const NAME = /^[A-Za-z0-9_-]{1,255}$/

function misnamed(part: Part, name: string): readonly Finding[] {
  const value = textOf(part, name)
  if (value === undefined || NAME.test(value)) return []
  return [
    {
      path: at(part, name),
      found: `is ${told(value)}`,
      expected: 'up to 255 letters, digits, hyphens and underscores',
      remedy: 'Write a name of letters, digits, hyphens and underscores.'
    }
  ]
}

/** Members the service needs although its model does not say so. */
const NEEDED: readonly {
  readonly in: (task: Task) => readonly Part[]
  readonly name: string
  readonly source: string
}[] = [
  // ClientException: Container.name should not be null or empty.
  { in: ({ containers }) => containers, name: 'name', source: api('ContainerDefinition') },
  // ClientException: Container.image should not be null or empty.
  { in: ({ containers }) => containers, name: 'image', source: 'https://github.com/aws/aws-cli/issues/5924' },
  { in: inContainers('environment'), name: 'name', source: api('KeyValuePair') },
  // ClientException: Unknown volume 'null'.
  {
    in: inContainers('mountPoints'),
    name: 'sourceVolume',
    source: 'https://github.com/blinkist/terraform-aws-airship-ecs-service/issues/46'
  },
  { in: (task) => task.volumes, name: 'name', source: api('Volume') },
  { in: (task) => partsOf(task, 'tags'), name: 'key', source: api('Tag') }
]

function inContainers(list: string): (task: Task) => readonly Part[] {
  return ({ containers }) => containers.flatMap((container) => partsOf(container, list))
}

const needed: readonly Rule[] = NEEDED.map(({ in: parts, name, source }) => ({
  source,
  find: (task) =>
    parts(task)
      .filter((part) => member(part, name) === undefined)
      .map((part) => ({
        path: at(part, name),
        found: 'is missing',
        expected: 'a value',
        remedy: `Add \`${name}\`.`
      }))
}))

export const NAMES: readonly Rule[] = [
  ...needed,
  { source: api('RegisterTaskDefinition'), find: (task) => misnamed(task, 'family') },
  { source: api('ContainerDefinition'), find: each((container) => misnamed(container, 'name')) },
  {
    source: tried('duplicate-container-names'),
    find: ({ containers }) =>
      repeated(containers, (container) => textOf(container, 'name')).map(({ item, key }) => ({
        path: at(item, 'name'),
        found: `is ${told(key)}, as that of an earlier container`,
        remedy: 'Give every container a name of its own.'
      }))
  },
  {
    source: tried('container-definitions-empty'),
    find: (task) => {
      const list = task.value['containerDefinitions']
      if (!Array.isArray(list) || list.length > 0) return []
      const found = { found: 'is an empty list', remedy: 'Define at least one container.' }
      return [{ path: at(task, 'containerDefinitions'), ...found }]
    }
  },
  {
    source: tried('essential-container'),
    find: (task) => {
      const { containers } = task
      if (containers.length === 0 || containers.some((container) => member(container, 'essential') !== false)) return []
      return [
        {
          path: at(task, 'containerDefinitions'),
          found: 'has no essential container',
          expected: 'at least one',
          remedy: 'Remove `"essential": false` from the container the task lives for.'
        }
      ]
    }
  },
  {
    // ClientException: Container.image contains invalid characters. A placeholder of a template, mostly.
    source: api('ContainerDefinition'),
    find: each((container) => {
      const image = textOf(container, 'image')
      if (image === undefined || (image !== '' && !/[\s<>${}]/.test(image))) return []
      return [
        {
          path: at(container, 'image'),
          found: `is ${told(image)}, which is not the name of an image`,
          remedy: 'Name the image in the file, or set it with `images` or `container-name` and `image`.'
        }
      ]
    })
  },
  {
    source: api('Tag'),
    find: (task) => {
      const count = countOf(task, 'tags')
      if (count <= 50) return []
      return [
        {
          path: at(task, 'tags'),
          found: `has ${count} tags`,
          expected: 'at most 50',
          remedy: 'Remove some of the tags.'
        }
      ]
    }
  },
  {
    source: api('RegisterTaskDefinition'),
    find: (task) =>
      repeated(partsOf(task, 'tags'), (tag) => textOf(tag, 'key')).map(({ item, key }) => ({
        path: at(item, 'key'),
        found: `is ${told(key)}, as that of an earlier tag`,
        remedy: 'Remove one of the two tags.'
      }))
  }
]
