// What containers want of each other before they start. Pure.
import type { Path } from '../form.ts'
import { at, member, partOf, partsOf, textOf, type Part } from './part.ts'
import { api, each, tried, unknownContainer, type Rule, type Task } from './rule.ts'

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

/** The first of each name. */
function byName({ containers }: Task): ReadonlyMap<string, Part> {
  const named = new Map<string, Part>()
  for (const container of containers) {
    const name = textOf(container, 'name')
    if (name !== undefined && !named.has(name)) named.set(name, container)
  }
  return named
}

/** Every dependency with the container it is on, where there is such a one. */
function met(task: Task): readonly { readonly dependency: Dependency; readonly other: Part }[] {
  const named = byName(task)
  return task.containers.flatMap(dependenciesOf).flatMap((dependency) => {
    const other = named.get(dependency.on)
    return other ? [{ dependency, other }] : []
  })
}

interface Step {
  readonly name: string
  /** What it waits for and was not looked at yet. */
  readonly left: Iterator<string, unknown>
}

/** The names of the first circle, from a container back to itself. Every dependency is gone along once. */
function circle(waits: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>()
  for (const start of waits.keys()) {
    const way: Step[] = []
    const onWay = new Set<string>()
    const go = (name: string): void => {
      if (seen.has(name)) return
      seen.add(name)
      onWay.add(name)
      way.push({ name, left: (waits.get(name) ?? []).values() })
    }
    go(start)
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = here.left.next()
      if (next.done === true) {
        onWay.delete(here.name)
        way.pop()
      } else if (onWay.has(next.value)) {
        const names = way.map(({ name }) => name)
        return [...names.slice(names.indexOf(next.value)), next.value]
      } else go(next.value)
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
      const named = byName(task)
      const waits = [...named].map(([name, one]) => [name, dependenciesOf(one).map(({ on }) => on)] as const)
      const way = circle(new Map(waits))
      const first = named.get(way?.[0] ?? '')
      if (way === undefined || first === undefined) return []
      return [
        {
          path: at(first, 'dependsOn'),
          found: `waits for itself: ${way.join(' → ')}`,
          remedy: 'Remove one dependency of the circle.'
        }
      ]
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
