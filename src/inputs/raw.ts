// What the runner hands over, as text: the only reader of INPUT_* and of the environment. It judges nothing.
import { CATALOG, INPUT_NAMES, type InputName } from './catalog.ts'
import { lookalikes, readDefaultAppSpec, readFile, readPlaces, type Places, type RawFile } from './files.ts'
import type { Run } from './inputs.ts'
import { mayHeed } from './mode.ts'
import { findPatch, type RawPatch } from './patch.ts'
import type { Note } from '../domain/problem.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface RawInputs {
  /** Trimmed, where no space can matter; an empty one counts as not given and is not in here. */
  readonly values: ReadonlyMap<InputName, string>
  readonly taskDefinition: RawFile
  readonly appSpec: RawFile
  readonly patch: RawPatch
  /** `from`: the input or the variable of the environment. */
  readonly region: { readonly name: string; readonly from: string } | undefined
  readonly run: Run
  readonly notes: readonly Note[]
}

const noFile: RawFile = { kind: 'none' }

export async function readRaw(env: Environment): Promise<RawInputs> {
  const values = readValues(env)
  const places = await readPlaces(env.GITHUB_WORKSPACE ?? process.cwd(), env.RUNNER_TEMP)
  const path = values.get('task-definition')
  const [taskDefinition, appSpec, patch, notes] = await Promise.all([
    path === undefined ? noFile : readFile('task-definition', path, places),
    readAppSpec(values, places),
    findPatch(values.get('task-definition-patch'), places),
    looksForAppSpec(values) ? lookalikes(places) : []
  ])
  return { values, taskDefinition, appSpec, patch, region: readRegion(env, values), run: readRun(env), notes }
}

async function readAppSpec(values: RawInputs['values'], places: Places): Promise<RawFile> {
  const path = values.get('codedeploy-appspec')
  if (path !== undefined) return readFile('codedeploy-appspec', path, places)
  return looksForAppSpec(values) ? readDefaultAppSpec(places) : noFile
}

/** Without a service nothing is deployed, and no AppSpec is used; a mode that starts no deployment uses none either. */
function looksForAppSpec(values: RawInputs['values']): boolean {
  const given = values.has('codedeploy-appspec')
  return !given && values.has('service') && mayHeed(values.get('mode'), 'codedeploy-appspec')
}

/** The runner upper-cases a name and replaces spaces only: hyphens stay. */
function readValues(env: Environment): ReadonlyMap<InputName, string> {
  return new Map(
    INPUT_NAMES.flatMap((name) => {
      const entry = CATALOG[name]
      const written = env[`INPUT_${name.toUpperCase()}`] ?? ''
      const trimmed = written.trim()
      return trimmed === '' ? [] : [[name, entry.built && entry.secret ? written : trimmed] as const]
    })
  )
}

function readRegion(env: Environment, values: ReadonlyMap<InputName, string>): RawInputs['region'] {
  const sources = [
    { from: 'aws-region', name: values.get('aws-region') },
    ...['AWS_REGION', 'AWS_DEFAULT_REGION'].map((from) => ({ from, name: env[from]?.trim() }))
  ]
  for (const { from, name } of sources) if (name) return { from, name }
  return undefined
}

function readRun(env: Environment): Run {
  const repository = env.GITHUB_REPOSITORY ?? ''
  const runId = env.GITHUB_RUN_ID ?? ''
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com'
  return {
    repository,
    runId,
    attempt: env.GITHUB_RUN_ATTEMPT ?? '1',
    sha: env.GITHUB_SHA ?? '',
    actor: env.GITHUB_ACTOR ?? '',
    url: repository === '' || runId === '' ? undefined : `${server}/${repository}/actions/runs/${runId}`
  }
}
