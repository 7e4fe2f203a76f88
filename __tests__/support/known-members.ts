// What RegisterTaskDefinition takes, read from the installed SDK: members, types and needed members from its schema, the
// words of its enums from its types. Run it (`node __tests__/support/known-members.ts`) after an update of the SDK.
import * as ecs from '@aws-sdk/client-ecs'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Form } from '../../src/plan/form.ts'

const TARGET = new URL('../../src/plan/check/known-members.ts', import.meta.url)
const exported = ecs as Readonly<Record<string, unknown>>

/** The SDK's types as text: only they tell which text is an enum. */
const types = ['models_0.d.ts', 'models_1.d.ts']
  .map((file) => {
    const main = createRequire(import.meta.url).resolve('@aws-sdk/client-ecs')
    return readFileSync(join(dirname(main), '..', 'dist-types', 'models', file), 'utf8')
  })
  .join('\n')

export function knownMembers(): Form {
  const operation = exported['RegisterTaskDefinition$'] as readonly unknown[]
  return formOf(operation[4], '')
}

/** Kinds of the SDK's schema tuples: 1 list, 2 map, 3 structure, 4 union. A number is a simple type, 64 more a list of it. */
function formOf(schema: unknown, member: string): Form {
  if (typeof schema === 'function') return formOf((schema as () => unknown)(), member)
  if (Array.isArray(schema)) {
    const [kind, , name, , members, inner, needed] = schema as [
      number,
      string,
      unknown,
      unknown,
      string[],
      unknown,
      number?
    ]
    if (typeof name !== 'string') return formOf(schema[0], member) // a type with traits
    if (kind === 1) return { list: formOf(members, member) }
    if (kind === 2) return { texts: 'by name' }
    const forms = inner as readonly unknown[]
    return {
      members: Object.fromEntries(members.map((one, index) => [one, wordsOf(name, one) ?? formOf(forms[index], one)])),
      // The needed members come first, and this is how many they are.
      needed: kind === 3 ? members.slice(0, needed ?? 0) : []
    }
  }
  const code = Number(schema)
  if (code & 64) return { list: formOf(code & ~64, member) }
  if (code & 128) return { texts: 'by name' }
  if (code === 1) return 'whole'
  if (code === 2) return 'boolean'
  if (code === 0) return /^value(From)?$/.test(member) ? 'quoted' : 'text'
  throw new Error(`a schema of kind ${code} for ${member} is not known here`)
}

function wordsOf(structure: string, member: string): Form | undefined {
  const body = new RegExp(`export interface ${structure} \\{([\\s\\S]*?)\\n\\}`).exec(types)?.[1] ?? ''
  const type = new RegExp(`^ {4}${member}\\??: (\\w+)(\\[\\])? \\| undefined;`, 'm').exec(body)
  const named = type?.[1] === undefined ? undefined : exported[type[1]]
  if (typeof named !== 'object' || named === null) return undefined
  const texts = Object.values(named)
  if (!texts.every((text) => typeof text === 'string')) return undefined
  const words: Form = { words: texts.toSorted() }
  return type?.[2] === undefined ? words : { list: words }
}

const HEAD = `// The members of RegisterTaskDefinition as the SDK's own schema has them. Made by __tests__/support/known-members.ts.
import type { Form } from '../form.ts'

// prettier-ignore
export const TASK_DEFINITION = `

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(TARGET, `${HEAD}${JSON.stringify(knownMembers(), undefined, 2)} as const satisfies Form\n`)
}
