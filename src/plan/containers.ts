// What a table of forms cannot say of the containers of a task definition: how they stand to each other. Pure.
import { isList, isObject } from '../domain/json.ts'
import type { Problem } from '../domain/problem.ts'
import type { Json, JsonObject } from '../domain/units.ts'
import { told, type Path } from './form.ts'
import type { Report } from './task-definition-form.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_CONTAINERS = 10
/** Of a family and of a container. */
const NAME = /^[A-Za-z0-9_-]{1,255}$/

export function checkName(name: Json | undefined, path: Path, report: Report): readonly Problem[] {
  if (typeof name !== 'string' || NAME.test(name)) return []
  return [
    report(path, {
      found: `is ${told(name)}`,
      expected: 'up to 255 letters, digits, hyphens and underscores',
      remedy: 'Write a name of letters, digits, hyphens and underscores.'
    })
  ]
}

export function checkContainers(containers: Json | undefined, report: Report): readonly Problem[] {
  if (!isList(containers)) return []
  const path = ['containerDefinitions']
  const objects = containers.filter((container) => isObject(container))
  const problems = containers.flatMap((container, index) =>
    isObject(container) ? checkContainer(container, [...path, index], report) : []
  )
  if (containers.length === 0) {
    problems.push(report(path, { found: 'is an empty list', remedy: 'Define at least one container.' }))
  } else if (objects.length > 0 && objects.every((container) => container['essential'] === false)) {
    problems.push(
      report(path, {
        found: 'has no essential container',
        expected: 'at least one',
        remedy: 'Remove `"essential": false` from the container the task lives for.'
      })
    )
  }
  if (containers.length > MOST_CONTAINERS) {
    const found = `has ${containers.length} containers`
    problems.push(report(path, { found, expected: 'at most 10', remedy: 'Move containers to another service.' }))
  }
  for (const [index, name] of repeated(containers)) {
    problems.push(
      report([...path, index, 'name'], {
        found: `is ${told(name)}, as that of an earlier container`,
        remedy: 'Give every container a name of its own.'
      })
    )
  }
  return problems
}

function checkContainer(container: JsonObject, path: Path, report: Report): readonly Problem[] {
  const { name, image, environment, secrets } = container
  const problems = [...checkName(name, [...path, 'name'], report)]
  // A placeholder of a template: AWS registers it and the tasks never start.
  if (typeof image === 'string' && (image === '' || /[\s<>${}]/.test(image))) {
    problems.push(
      report([...path, 'image'], {
        found: `is ${told(image)}, which is not the name of an image`,
        remedy: 'Name the image in the file, or set it with `images` or `container-name` and `image`.'
      })
    )
  }
  // ClientException: The secret name must be unique and not shared with any new or existing environment variables
  const variables = new Set((isList(environment) ? environment : []).map(nameOf).filter((text) => text !== undefined))
  const entries = isList(secrets) ? secrets : []
  for (const [index, entry] of entries.entries()) {
    const secret = nameOf(entry)
    if (secret === undefined || !variables.has(secret)) continue
    problems.push(
      report([...path, 'secrets', index], {
        found: 'has the name of a variable in `environment`',
        remedy: `Remove ${JSON.stringify(secret)} from \`environment\` or from \`secrets\`.`,
        secret: true
      })
    )
  }
  for (const [index, name] of repeated(entries)) {
    problems.push(
      report([...path, 'secrets', index], {
        found: 'has the name of an earlier secret',
        remedy: `Remove one of the two ${JSON.stringify(name)}.`,
        secret: true
      })
    )
  }
  return problems
}

/** The entries whose name was given before. */
function repeated(entries: readonly Json[]): readonly (readonly [number, string])[] {
  const seen = new Set<string>()
  return [...entries.entries()].flatMap(([index, entry]): (readonly [number, string])[] => {
    const name = nameOf(entry)
    if (name === undefined) return []
    if (seen.has(name)) return [[index, name]]
    seen.add(name)
    return []
  })
}

export function nameOf(entry: Json): string | undefined {
  const name = isObject(entry) ? entry['name'] : undefined
  return typeof name === 'string' ? name : undefined
}
