// Who may import whom in src/: the table, and the check of one file against it.

/** Patterns of module names: a folder ends in `/`, a package or file is written in full, `*` stands for anything. */
interface Row {
  readonly values: readonly string[]
  readonly types?: readonly string[]
  /** What single files may import beyond their folder. */
  readonly files?: Readonly<Record<string, Omit<Row, 'files'>>>
}

/** A folder may always import itself; `main.ts` may import everything. */
export const IMPORT_TABLE: Readonly<Record<string, Row>> = {
  domain: { values: [] },
  inputs: {
    values: ['domain/', 'yaml'],
    files: {
      'raw.ts': { values: ['@actions/core', 'node:fs', 'node:fs/promises', 'node:path'] },
      'files.ts': { values: ['node:fs', 'node:fs/promises', 'node:path'] }
    }
  },
  plan: {
    values: ['domain/'],
    types: ['inputs/', 'aws/ports'],
    files: {
      'survey.ts': { values: ['aws/faults'], types: ['@aws-sdk/*'] },
      'service-today.ts': { values: [], types: ['@aws-sdk/*'] }
    }
  },
  // The SDK ends here: one file per client, one for the transport.
  aws: {
    values: ['domain/'],
    types: ['@aws-sdk/*'],
    files: {
      'cloudwatch.ts': { values: ['@aws-sdk/client-cloudwatch'] },
      'codedeploy.ts': { values: ['@aws-sdk/client-codedeploy'] },
      'ecs.ts': { values: ['@aws-sdk/client-ecs'] },
      'transport.ts': { values: ['node:https'] }
    }
  },
  engines: {
    values: [
      'domain/',
      'aws/faults',
      'plan/appspec*',
      'plan/unchanged',
      'engines/alarm-checks',
      'engines/alarms',
      'engines/facts',
      'engines/found',
      'engines/looking',
      'engines/marker',
      'engines/sending',
      'engines/service',
      'engines/service-update',
      'engines/stopped-tasks'
    ],
    types: ['aws/ports', 'engines/kit', 'inputs/', 'plan/', '@aws-sdk/*'],
    files: { 'pick.ts': { values: ['engines/'] } }
  },
  observe: { values: ['domain/'] },
  out: { values: ['domain/', '@actions/core', 'node:fs'] },
  // Of the inputs only the run on GitHub, which the reports name.
  report: {
    values: ['domain/', 'out/'],
    types: ['inputs/inputs'],
    files: { 'comment.ts': { values: ['@actions/github'] } }
  },
  stories: {
    values: ['domain/', 'inputs/', 'plan/', 'aws/', 'engines/', 'observe/', 'report/', 'out/']
  }
}

export interface Import {
  readonly from: string
  /** Erased by the compiler: `import type`, or nothing but `type` members. */
  readonly typesOnly: boolean
}

/** Every way to import: a clause, a re-export, for the effect alone, lazily, or in a type. */
export function importsOf(source: string): readonly Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
  const clauses = code.matchAll(
    /\b(?:import|export)\s+((?:type\s+)?(?:[\w*$]|\{)[^'"`;]*?)\s*\bfrom\s*['"]([^'"]+)['"]/g
  )
  const effects = code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g)
  const lazy = code.matchAll(/\b(typeof\s+)?import\s*\(\s*['"`]([^'"`]+)['"`]/g)
  return [
    ...[...clauses].map(([, clause = '', from = '']) => ({ from, typesOnly: isTypesOnly(clause) })),
    ...[...effects].map(([, from = '']) => ({ from, typesOnly: false })),
    ...[...lazy].map(([, typeOnly, from = '']) => ({ from, typesOnly: typeOnly !== undefined }))
  ]
}

function isTypesOnly(clause: string): boolean {
  if (/^type\s/.test(clause)) return true
  const members = /^\{([\s\S]*)\}$/.exec(clause)?.[1]
  return members?.split(',').every((member) => /^\s*(type\s|$)/.test(member)) ?? false
}

/** What `path` (relative to src/) imports and may not, one sentence each. */
export function forbiddenImports(path: string, source: string): readonly string[] {
  if (path === 'main.ts') return []
  if (path === 'version.ts') return importsOf(source).map((one) => `${path} may not import ${one.from}`)
  const [folder = '', ...rest] = path.split('/')
  const row = IMPORT_TABLE[folder]
  if (row === undefined || rest.length === 0) return [`${path} lies in no folder of the table`]
  const more = row.files?.[rest.join('/')]
  const values = [...ownFolder(folder, rest), ...row.values, ...(more?.values ?? [])]
  const types = [...values, ...(row.types ?? []), ...(more?.types ?? [])]
  return importsOf(source)
    .map((one) => ({ ...one, module: resolve(path, one.from) }))
    .filter(({ module, typesOnly }) => !(typesOnly ? types : values).some((pattern) => fits(pattern, module)))
    .map(({ module, typesOnly }) => `${path} may not import ${typesOnly ? 'types' : 'values'} of ${module}`)
}

/** One engine does not see another. */
const ownFolder = (folder: string, rest: readonly string[]): readonly string[] =>
  folder !== 'engines' ? [`${folder}/`] : rest.length > 1 ? [`engines/${rest[0] ?? ''}/`] : []

function resolve(path: string, from: string): string {
  if (!from.startsWith('.')) return from
  return new URL(from, `file:///${path}`).pathname.slice(1).replace(/\.ts$/, '')
}

function fits(pattern: string, module: string): boolean {
  if (pattern.endsWith('*')) return module.startsWith(pattern.slice(0, -1))
  if (pattern.endsWith('/')) return module.startsWith(pattern)
  return module === pattern
}
