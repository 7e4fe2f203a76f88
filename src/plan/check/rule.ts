// One thing AWS asks of a task definition, with the page that says so.
import { near } from '../../domain/near.ts'
import type { JsonObject } from '../../domain/units.ts'
import { told, type Path } from '../form.ts'
import { partsOf, textOf, partOf, textsOf, type Part } from './part.ts'

export interface Finding {
  readonly path: Path
  /** Goes on after the name of the member. */
  readonly found: string
  readonly expected?: string
  readonly remedy: string
}

export interface Rule {
  readonly source: string
  /** AWS may take it all the same: told as a warning, and never in the way. */
  readonly doubt?: true
  readonly find: (task: Task) => readonly Finding[]
}

/** A task definition as the rules see it. */
export interface Task extends Part {
  readonly containers: readonly Part[]
  readonly volumes: readonly Part[]
  readonly networkMode: string | undefined
  readonly fargate: boolean
  readonly windows: boolean
}

export function taskOf(definition: JsonObject): Task {
  const whole: Part = { value: definition, path: [] }
  return {
    ...whole,
    containers: partsOf(whole, 'containerDefinitions'),
    volumes: partsOf(whole, 'volumes'),
    networkMode: textOf(whole, 'networkMode'),
    fargate: isFor(whole, 'FARGATE'),
    windows: textOf(partOf(whole, 'runtimePlatform'), 'operatingSystemFamily')?.startsWith('WINDOWS') ?? false
  }
}

export function isFor(task: Part, compatibility: string): boolean {
  return textsOf(task, 'requiresCompatibilities').some(({ text }) => text === compatibility)
}

/** A rule about each container by itself. */
export function each(find: (container: Part, task: Task) => readonly Finding[]): (task: Task) => readonly Finding[] {
  return (task) => task.containers.flatMap((container) => find(container, task))
}

/** A rule that holds on Fargate only. */
export function onFargate(find: (task: Task) => readonly Finding[]): (task: Task) => readonly Finding[] {
  return (task) => (task.fargate ? find(task) : [])
}

export function namesOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => textOf(part, 'name') ?? [])
}

export const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

export function unknownContainer(name: string, path: Path, { containers }: Task): readonly Finding[] {
  return unknown(name, path, namesOf(containers), 'container')
}

/** A name that nothing in the definition has, with the nearest that there is. */
export function unknown(name: string, path: Path, names: readonly string[], what: string): readonly Finding[] {
  if (names.includes(name)) return []
  const meant = near(name, names)
  return [
    {
      path,
      found: `is ${told(name)}, and the task definition has no such ${what}`,
      ...(names.length > 0 && { expected: `one of ${listed(names)}` }),
      remedy:
        meant === undefined
          ? `Name a ${what} of the task definition.`
          : `Write \`${meant}\`, if that is what was meant.`
    }
  ]
}

/** The reference of the API: its texts are also those of the SDK's types. */
export const api = (page: string): string =>
  `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${page}.html`
export const guide = (page: string): string =>
  `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`
/** Definitions that were sent to AWS, one mistake each, with its answers. */
export const tried = (rule: string): string =>
  `https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-${rule}`
