// action.yml as the runner reads it: which file each half is, and which INPUT_* variables a step gets.
// Source: actions/runner 2.336.0, src/Runner.Worker/ActionManifestManager.cs and ActionRunner.cs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Input {
  readonly description?: string
  readonly default?: string | number | boolean
  readonly deprecationMessage?: string
}

export interface Manifest {
  readonly name: string
  readonly inputs: Readonly<Record<string, Input>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

export interface Environment {
  readonly env: Readonly<Record<string, string>>
  /** What the runner itself warns of before the step begins. */
  readonly warnings: readonly string[]
}

export const readManifest = (folder: string): Manifest => {
  const read = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Partial<Manifest>
  if (read.runs === undefined) throw new TypeError('action.yml has no runs')
  return { name: read.name ?? '', inputs: read.inputs ?? {}, runs: read.runs }
}

/** What a caller did not give takes its default; an empty string counts as given. Names are compared without case. */
export function inputEnvironment(
  manifest: Manifest,
  given: Readonly<Record<string, string>>,
  contexts: Readonly<Record<string, string>>
): Environment {
  const givenNames = new Set(Object.keys(given).map((name) => name.toLowerCase()))
  const declared = new Map(Object.entries(manifest.inputs).map(([name, input]) => [name.toLowerCase(), input]))
  const warnings = Object.keys(given).flatMap((name) => {
    const input = declared.get(name.toLowerCase())
    if (input === undefined) return [`Unexpected input(s) '${name}'`]
    const message = input.deprecationMessage
    return message === undefined ? [] : [`Input '${name}' has been deprecated with message: ${message}`]
  })
  const defaults = Object.entries(manifest.inputs)
    .filter(([name]) => !givenNames.has(name.toLowerCase()))
    .map(([name, input]) => [name, evaluate(String(input.default ?? ''), contexts)] as const)
  const env = [...Object.entries(given), ...defaults].map(([name, value]) => [variable(name), value] as const)
  return { env: Object.fromEntries(env), warnings }
}

/** Only spaces are replaced; hyphens stay. Source: Handlers/Handler.cs. */
const variable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

/** Defaults may use a few contexts; the ones we know are put in, an unknown one is our mistake. */
function evaluate(text: string, contexts: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => {
    const value = contexts[name]
    if (value === undefined) throw new TypeError(`action.yml uses \${{ ${name} }} in a default: teach it here`)
    return value
  })
}
