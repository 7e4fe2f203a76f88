// The edits of one container, one row per input, in the order in which they are applied. Pure.
import { isList, isObject } from '../../domain/json.ts'
import type { JsonObject } from '../../domain/units.ts'
import type { Edits, Pair } from '../../inputs/inputs.ts'
import { nameOf } from '../containers.ts'
import { listed } from './edited.ts'
import { listIn, namesIn, objectIn, withPairs, withTexts } from './entries.ts'

/** `told` goes on after the name of the container. */
interface Applied {
  readonly container: JsonObject
  readonly told: readonly string[]
}

export interface ContainerEdit {
  readonly input: string
  /** The member of the container it is about. */
  readonly member: string
  readonly isAsked: (edits: Edits) => boolean
  readonly apply: (container: JsonObject, edits: Edits) => Applied
}

export const CONTAINER_EDITS: readonly ContainerEdit[] = [
  {
    input: 'environment-variables',
    member: 'environment',
    isAsked: ({ environment }) => environment.length > 0,
    apply: (container, { environment, updateStrategy }) =>
      withVariables(container, VARIABLES, environment, updateStrategy)
  },
  {
    input: 'env-files',
    member: 'environmentFiles',
    isAsked: ({ environmentFiles }) => environmentFiles !== undefined,
    apply: withEnvironmentFiles
  },
  {
    input: 'secrets',
    member: 'secrets',
    isAsked: ({ secrets }) => secrets.length > 0,
    apply: (container, { secrets, updateStrategy }) => withVariables(container, SECRETS, secrets, updateStrategy)
  },
  {
    input: 'docker-labels',
    member: 'dockerLabels',
    isAsked: ({ dockerLabels }) => dockerLabels.length > 0,
    apply: withLabels
  },
  {
    input: 'log-configuration-log-driver',
    member: 'logConfiguration',
    isAsked: ({ logDriver }) => logDriver !== undefined,
    apply: withLogDriver
  },
  {
    input: 'log-configuration-options',
    member: 'logConfiguration',
    isAsked: ({ logOptions }) => logOptions.length > 0,
    apply: withLogOptions
  },
  {
    input: 'command',
    member: 'command',
    isAsked: ({ command }) => command !== undefined,
    apply: (container, { command }) => quiet(command === undefined ? container : { ...container, command })
  }
]

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

function quiet(container: JsonObject): Applied {
  return { container, told: [] }
}

/** The two lists a variable of the container can stand in, each seen from itself. */
interface Kind {
  readonly member: 'environment' | 'secrets'
  readonly value: 'value' | 'valueFrom'
  readonly one: string
  readonly many: string
}
const VARIABLES: Kind = { member: 'environment', value: 'value', one: 'an environment variable', many: 'variables' }
const SECRETS: Kind = { member: 'secrets', value: 'valueFrom', one: 'a secret', many: 'secrets' }

function withVariables(
  container: JsonObject,
  kind: Kind,
  pairs: readonly Pair[],
  strategy: Edits['updateStrategy']
): Applied {
  const list = listIn(container, kind.member)
  if (list === undefined) return quiet(container)
  const given = new Set(pairs.map(({ name }) => name))
  const removed = strategy === 'merge' ? [] : unique(namesIn(list)).filter((name) => !given.has(name))
  const moved = withoutNames({ ...container, [kind.member]: withPairs(list, pairs, kind.value, strategy) }, kind, given)
  const gone =
    removed.length === 0 ? [] : [`\`env-update-strategy: replace\` removes the ${kind.many} ${listed(removed)}`]
  return { container: moved.container, told: [...gone, ...moved.told] }
}

/**
 * A name moves, and never stands in both: "ClientException: The secret name must be unique and not shared with any new
 * or existing environment variables set on the container", as RegisterTaskDefinition answers.
 */
function withoutNames(container: JsonObject, kind: Kind, names: ReadonlySet<string>): Applied {
  const other = kind === VARIABLES ? SECRETS : VARIABLES
  const list = listIn(container, other.member) ?? []
  const stays = list.filter((entry) => !names.has(nameOf(entry) ?? ''))
  if (stays.length === list.length) return quiet(container)
  const moved = unique(namesIn(list)).filter((name) => names.has(name))
  return {
    container: { ...container, [other.member]: stays },
    told: moved.map((name) => `\`${name}\` was ${other.one} and is ${kind.one} now: AWS refuses a name that is both`)
  }
}

/** An entry that is there keeps its other members. */
function withEnvironmentFiles(container: JsonObject, { environmentFiles = [] }: Edits): Applied {
  const there = listIn(container, 'environmentFiles') ?? []
  const files = environmentFiles.map((value) => {
    const same = there.find((file) => isObject(file) && file['value'] === value && file['type'] === 's3')
    return same ?? { value, type: 's3' }
  })
  return quiet({ ...container, environmentFiles: files })
}

function withLabels(container: JsonObject, { dockerLabels, updateStrategy }: Edits): Applied {
  const there = objectIn(container, 'dockerLabels')
  if (there === undefined) return quiet(container)
  const labels = withTexts(there, dockerLabels, updateStrategy)
  const removed = Object.keys(there).filter((name) => !Object.hasOwn(labels, name))
  return {
    container: { ...container, dockerLabels: labels },
    told: removed.length === 0 ? [] : [`\`env-update-strategy: replace\` removes the labels ${listed(removed)}`]
  }
}

/** The options of one driver mean nothing to another. */
function withLogDriver(container: JsonObject, { logDriver, logOptions }: Edits): Applied {
  const configuration = objectIn(container, 'logConfiguration')
  if (configuration === undefined || logDriver === undefined) return quiet(container)
  const { options, secretOptions, ...rest } = configuration
  const before = rest['logDriver']
  if (before === undefined || before === null || before === logDriver) {
    return quiet({ ...container, logConfiguration: { ...configuration, logDriver } })
  }
  const given = new Set(logOptions.map(({ name }) => name))
  const dropped = [
    ...(isObject(options) ? Object.keys(options) : []),
    ...(isList(secretOptions) ? namesIn(secretOptions) : [])
  ].filter((name) => !given.has(name))
  const told = `the log driver is \`${logDriver}\` now, which drops the options of the one before: ${listed(dropped)}`
  return {
    container: { ...container, logConfiguration: { ...rest, logDriver } },
    told: dropped.length === 0 ? [] : [told]
  }
}

/** Merged whatever the update strategy: an option that is not given keeps what the driver was set up with. */
function withLogOptions(container: JsonObject, { logOptions }: Edits): Applied {
  const configuration = objectIn(container, 'logConfiguration')
  const there = configuration && objectIn(configuration, 'options')
  if (configuration === undefined || there === undefined) return quiet(container)
  const options = withTexts(there, logOptions, 'merge')
  return quiet({ ...container, logConfiguration: { ...configuration, options } })
}
