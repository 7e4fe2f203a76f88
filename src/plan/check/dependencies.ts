// What containers want of each other before they start. Pure.
import type { Path } from '../form.ts'
import { at, member, partOf, partsOf, textOf, type Part } from './part.ts'
import { api, each, tried, unknownContainer, type Finding, type Rule, type Task } from './rule.ts'

interface Dependency {
  readonly path: Path
  readonly on: string
  readonly condition: string | undefined
}

function dependenciesOf(container: Part): readonly Dependency[] {
  return partsOf(container, 'dependsOn').flatMap((part) => {
    const on = textOf(part, 'containerName')
    return on === undefined ? [] : [{ path: part.path, on, condition: textOf(part, 'condition') }]
  })
}

/** Every dependency with the container it is on, where there is such a one. */
function met(task: Task): readonly { readonly dependency: Dependency; readonly other: Part }[] {
  return task.containers.flatMap(dependenciesOf).flatMap((dependency) => {
    const other = task.containers.find((container) => textOf(container, 'name') === dependency.on)
    return other ? [{ dependency, other }] : []
  })
}

/** The names from a container back to itself; undefined when nothing leads back. */
function wayBack(name: string, task: Task): readonly string[] | undefined {
  const waits = new Map(
    task.containers.map((one) => [textOf(one, 'name') ?? '', dependenciesOf(one).map(({ on }) => on)])
  )
  const seen = new Set<string>()
  const ways: (readonly string[])[] = [[name]]
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of waits.get(way.at(-1) ?? '') ?? []) {
      if (next === name) return [...way, next]
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}

export const DEPENDENCIES: readonly Rule[] = [
  {
    // ClientException: Cannot depend on container x because it does not exist.
    source: tried('dependson-container-missing'),
    find: each((container, task) =>
      dependenciesOf(container).flatMap(({ on, path }) => unknownContainer(on, [...path, 'containerName'], task))
    )
  },
  {
    // ClientException: A dependency container with HEALTHY condition must have health check configured
    source: tried('dependson-healthy-without-healthcheck'),
    find: (task) =>
      met(task)
        .filter(({ dependency, other }) => dependency.condition === 'HEALTHY' && !partOf(other, 'healthCheck'))
        .map(({ dependency }) => ({
          path: [...dependency.path, 'condition'],
          found: `is "HEALTHY", and the container \`${dependency.on}\` has no \`healthCheck\``,
          remedy: `Add a \`healthCheck\` to \`${dependency.on}\`, or wait for \`START\`.`
        }))
  },
  {
    // ClientException: A dependency container with SUCCESS or COMPLETE condition cannot be an essential container
    source: tried('dependson-complete-on-essential'),
    find: (task) =>
      met(task)
        .filter(({ dependency: { condition } }) => condition === 'SUCCESS' || condition === 'COMPLETE')
        .filter(({ other }) => member(other, 'essential') !== false)
        .map(({ dependency }) => ({
          path: [...dependency.path, 'condition'],
          found: `is "${dependency.condition ?? ''}", and the container \`${dependency.on}\` is essential: its end ends the task`,
          remedy: `Add \`"essential": false\` to \`${dependency.on}\`.`
        }))
  },
  {
    // The first of a circle could never start.
    source: api('ContainerDependency'),
    find: (task) => {
      const circles = task.containers.flatMap((container): readonly Finding[] => {
        const way = wayBack(textOf(container, 'name') ?? '', task)
        if (way === undefined) return []
        return [
          {
            path: at(container, 'dependsOn'),
            found: `waits for itself: ${way.join(' → ')}`,
            remedy: 'Remove one dependency of the circle.'
          }
        ]
      })
      return circles.slice(0, 1)
    }
  },
  {
    source: tried('volumesfrom-source-container-missing'),
    find: each((container, task) =>
      partsOf(container, 'volumesFrom').flatMap((part) => {
        const name = textOf(part, 'sourceContainer')
        return name === undefined ? [] : unknownContainer(name, at(part, 'sourceContainer'), task)
      })
    )
  }
]
