// Which containers the edits are for: those that are named, or the only one that can be meant. Pure.
import { isList } from '../../domain/json.ts'
import { near } from '../../domain/near.ts'
import { Problem, type Place } from '../../domain/problem.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Edits } from '../../inputs/inputs.ts'
import { CONTAINER_EDITS } from './container-edits.ts'
import { listed } from './edited.ts'
import { namesIn } from './entries.ts'

export interface Targets {
  readonly names: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

const NONE: Targets = { names: new Set(), problems: [] }

/** `source`: what the definition was read from, as problems name it. */
export function findTargets(definition: JsonObject, edits: Edits, source: string): Targets {
  const { containerDefinitions } = definition
  // Without a list of containers there is nothing to choose from, and the check says so.
  if (!isList(containerDefinitions)) return NONE
  const names = [...new Set(namesIn(containerDefinitions))]
  const named = new Map([
    ...edits.containers.map((container) => [container, 'container-name'] as const),
    ...edits.images.map(({ container, input }) => [container, input] as const)
  ])
  const unknown = [...named]
    .filter(([container]) => !names.includes(container))
    .map(([container, name]) => containerNotFound(container, names, source, { kind: 'input', name }))
  const chosen = choose(names, edits, source)
  return { names: chosen.names, problems: [...unknown, ...chosen.problems] }
}

export function containerNotFound(
  container: string,
  names: readonly string[],
  source: string,
  place: Place | undefined,
  otherwise: readonly string[] = []
): Problem {
  const meant = near(container, names)
  const remedies = [...(meant === undefined ? [] : [`Write \`${meant}\`, if that is what was meant.`]), ...otherwise]
  return new Problem('CONTAINER_NOT_FOUND', {
    ...(place && { place }),
    found: `${source} has no container ${JSON.stringify(container)}`,
    expected: names.length === 0 ? 'a container with a name' : `one of ${listed(names)}`,
    ...(remedies.length > 0 && { remedy: remedies.join(' ') })
  })
}

function choose(names: readonly string[], edits: Edits, source: string): Targets {
  const asked = CONTAINER_EDITS.filter(({ isAsked }) => isAsked(edits)).map(({ input }) => input)
  if (asked.length === 0 || names.length === 0) return NONE
  if (edits.containers.length > 0) return { names: new Set(edits.containers), problems: [] }
  const pictured = new Set(edits.images.map(({ container }) => container))
  if (pictured.size === 1) return { names: pictured, problems: [] }
  if (names.length === 1) return { names: new Set(names), problems: [] }
  const problem = new Problem('INPUT_MISSING', {
    place: { kind: 'input', name: 'container-name' },
    found: `nothing says which container ${listed(asked)} ${asked.length === 1 ? 'is' : 'are'} for: ${source} has ${listed(names)}`,
    expected: 'the name of one or more of them',
    remedy: 'Set `container-name` to the container that is meant.'
  })
  return { names: new Set(), problems: [problem] }
}
