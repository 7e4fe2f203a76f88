// The only reader of input files: every step of the way to a text that may be read, and what to say where the way ends.
import { lstat, readFile as readBytes, readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Problem, type Note } from '../domain/problem.ts'
import type { InputName } from './catalog.ts'
import type { FileText } from './document.ts'
import { likeliest, remedyFor } from './nearby.ts'
import { oneOf, shown } from './words.ts'

export type RawFile =
  | { readonly kind: 'read'; readonly file: FileText }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'none' }

/** AWS takes 64 KB of task definition; a YAML file may need more for the same. */
const LARGEST = 256 * 1024
const DEFAULT_APPSPEC = 'appspec.yaml'
const APPSPEC_LOOKALIKES = ['appspec.yml', 'appspec.json']

/** Where files may lie, symbolic links resolved; the workspace comes first. */
export interface Places {
  readonly workspace: string
  readonly roots: readonly string[]
}

export async function readPlaces(workspace: string, temp: string | undefined): Promise<Places> {
  const roots = await Promise.all([workspace, temp ?? workspace].map(real))
  return { workspace, roots }
}

/** A root that does not exist holds no file: its own name will do. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}

export async function readDefaultAppSpec(places: Places): Promise<RawFile> {
  const exists = await present(join(places.workspace, DEFAULT_APPSPEC))
  return exists ? readFile('codedeploy-appspec', DEFAULT_APPSPEC, places) : { kind: 'none' }
}

/** A file the user may believe to be read: its hooks would be missed. */
export async function lookalikes(places: Places): Promise<readonly Note[]> {
  if (await present(join(places.workspace, DEFAULT_APPSPEC))) return []
  const found = await Promise.all(
    APPSPEC_LOOKALIKES.map(async (name) => ((await present(join(places.workspace, name))) ? [name] : []))
  )
  return found.flat().map((name) => ({
    level: 'warning',
    says: `${name} is not read: without \`codedeploy-appspec\` only ${DEFAULT_APPSPEC} is looked for.`,
    remedy: `Set \`codedeploy-appspec: ${name}\` to use it.`
  }))
}

/** Whether anything stands at this path, wherever it leads. */
export async function stands(path: string, places: Places): Promise<boolean> {
  return present(resolve(places.workspace, path))
}

/** Anything at all, a broken link or a folder included: what it is will be said when it is read. */
async function present(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT'
  )
}

export async function readFile(input: InputName, path: string, places: Places): Promise<RawFile> {
  try {
    return { kind: 'read', file: { path, text: await readText(input, path, places) } }
  } catch (error) {
    if (error instanceof Problem) return { kind: 'refused', problem: error }
    const code = codeOf(error)
    const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
    return { kind: 'refused', problem: missing ? await notFound(input, path, places) : unreadable(path, code, error) }
  }
}

async function readText(input: InputName, path: string, places: Places): Promise<string> {
  const target = await realpath(resolve(places.workspace, path))
  const place = { kind: 'file', path } as const
  if (!places.roots.some((root) => contains(root, target))) {
    throw new Problem('FILE_OUTSIDE', {
      place,
      found: `\`${input}\` leads to ${target}`,
      expected: 'a file in the workspace or in the runner’s temp folder'
    })
  }
  const { size } = await regular(path, target)
  if (size > LARGEST) {
    throw new Problem('FILE_TOO_LARGE', {
      place,
      found: `the file has ${size} bytes`,
      expected: `at most ${LARGEST} bytes`
    })
  }
  return decode(path, await readBytes(target))
}

async function regular(path: string, target: string): Promise<{ readonly size: number }> {
  const found = await stat(target)
  if (found.isFile()) return found
  throw new Problem('FILE_UNREADABLE', {
    place: { kind: 'file', path },
    found: found.isDirectory() ? 'the path is a folder' : 'the path is neither a file nor a folder',
    expected: 'a text file',
    ...(found.isDirectory() && { remedy: 'Add the name of the file to the path.' })
  })
}

function decode(path: string, read: Uint8Array): string {
  const text = utf8(read)
  if (text !== undefined && !text.includes('\0')) return text
  const utf16 = (read[0] === 0xff && read[1] === 0xfe) || (read[0] === 0xfe && read[1] === 0xff)
  throw new Problem('FILE_UNREADABLE', {
    place: { kind: 'file', path },
    found: utf16 ? 'the file is written in UTF-16' : 'the file is not text in UTF-8',
    expected: 'text in UTF-8',
    remedy: utf16
      ? 'Write the file in UTF-8; in PowerShell use `| Out-File -Encoding utf8`.'
      : 'Write the file in UTF-8.'
  })
}

/** The decoder drops a byte order mark, and has one reason to refuse: bytes that are not UTF-8. */
function utf8(read: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read)
  } catch {
    return undefined
  }
}

function unreadable(path: string, code: string, cause: unknown): Problem {
  const why = code === 'EACCES' || code === 'EPERM' ? 'this job may not read it' : `the system says ${code}`
  return new Problem('FILE_UNREADABLE', {
    place: { kind: 'file', path },
    found: `the file cannot be read: ${why}`,
    cause
  })
}

async function notFound(input: InputName, path: string, places: Places): Promise<Problem> {
  const paths = likeliest(path, await documents(places.workspace))
  return new Problem('FILE_NOT_FOUND', {
    place: { kind: 'file', path: path.slice(0, 200) },
    found: `\`${input}\` names ${shown(path)}, which does not exist${paths.length === 0 ? '' : `; there is ${oneOf(paths)}`}`,
    remedy: remedyFor(path, paths)
  })
}

const DEEPEST = 4
const MOST_FOLDERS = 300

/** The JSON and YAML files of the workspace, as far as a quick look goes. */
async function documents(workspace: string): Promise<readonly string[]> {
  const found: string[] = []
  let folders = [workspace]
  let looked = 0
  for (let depth = 0; depth < DEEPEST && looked < MOST_FOLDERS; depth++) {
    looked += folders.length
    const entries = await Promise.all(folders.slice(0, MOST_FOLDERS).map(entriesOf))
    found.push(...entries.flatMap(({ files }) => files))
    folders = entries.flatMap((entry) => entry.folders)
  }
  return found.map((path) => relative(workspace, path).split(sep).join('/'))
}

/** A folder that cannot be listed has nothing to suggest. */
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const path = (entry: { readonly name: string }) => join(folder, entry.name)
  return {
    files: entries.filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/i.test(entry.name)).map(path),
    folders: entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(path)
  }
}

function contains(root: string, target: string): boolean {
  const way = relative(root, target)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'an unknown error'
}
