// Bundles src/main.ts into dist/ so that the same sources give the same bytes on every machine.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { argv, env, execPath, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

// The cache is off: it lies outside the tree and may know older sources.
const OPTIONS = ['--license', 'licenses.txt', '--no-cache', '--quiet']

/** The second half of the action: the same bundle, which knows by this file's name which half it is. */
const POST = "import './index.js'\n"

/** Replaces `out` as a whole, as ncc leaves the chunks of earlier builds behind; a build that fails replaces nothing. */
export function build(out, root = ROOT) {
  const final = resolve(root, out)
  const folder = `${final}.new`
  rmSync(folder, { recursive: true, force: true })
  try {
    bundle(folder, root)
    rmSync(final, { recursive: true, force: true })
    renameSync(folder, final)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return files(final)
}

function bundle(folder, root) {
  const cli = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
  const ncc = spawnSync(execPath, [cli, 'build', join('src', 'main.ts'), '-o', folder, ...OPTIONS], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, NODE_OPTIONS: '' }
  })
  if (ncc.status !== 0) throw new Error(`ncc failed (${ncc.status ?? ncc.signal}):\n${ncc.stdout}${ncc.stderr}`)
  writeFileSync(join(folder, 'post.js'), POST)
  files(folder).forEach((file) => normalise(join(folder, file), root))
}

export function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort()
}

/** .gitattributes stores LF; a licence text with CRLF would differ from its own checkout. */
function normalise(path, root) {
  const text = readFileSync(path, 'utf8')
  if (text.includes(root)) throw new Error(`${path} names the folder it was built in`)
  const unix = text.replaceAll('\r\n', '\n')
  if (unix !== text) writeFileSync(path, unix)
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build('dist')
    for (const file of files(join(ROOT, 'dist'))) stdout.write(`dist/${file}\n`)
  } catch (error) {
    stderr.write(`${error.message}\n`)
    exit(1)
  }
}
