// Fails unless dist/ is, byte for byte, what a build makes: nothing stale, missing or extra; in CI also all of it committed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { build, files, ROOT } from './build.mjs'

/** One line per file that differs; empty when the folders are the same. */
export function differences(shipped, built) {
  const have = existsSync(shipped) ? files(shipped) : []
  const want = files(built)
  const bytes = (folder, file) => readFileSync(join(folder, file))
  return [
    ...want.filter((file) => !have.includes(file)).map((file) => `missing  ${file}`),
    ...have.filter((file) => !want.includes(file)).map((file) => `extra    ${file}`),
    ...want
      .filter((file) => have.includes(file) && !bytes(shipped, file).equals(bytes(built, file)))
      .map((file) => `stale    ${file}`)
  ].sort()
}

/** Changes of `folder` that git does not have; empty outside a work tree. */
export function uncommitted(root, folder) {
  const git = spawnSync('git', ['status', '--porcelain', '--ignored', '--', folder], { cwd: root, encoding: 'utf8' })
  if (git.status !== 0) return []
  return git.stdout.split('\n').filter((line) => line !== '')
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    const built = join(folder, 'dist')
    build(built)
    const differing = differences(join(ROOT, 'dist'), built)
    const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false'
    const pending = inCi ? uncommitted(ROOT, 'dist').map((line) => `git      ${line}`) : []
    return [...differing, ...pending]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const complaints = check()
    for (const line of complaints) stderr.write(`${line}\n`)
    if (complaints.length > 0)
      stderr.write('dist/ is not what the sources make: run `npm run build` and commit dist/.\n')
    else stdout.write('dist/ is what the sources make, byte for byte.\n')
    exit(complaints.length > 0 ? 1 : 0)
  } catch (error) {
    stderr.write(`${error.message}\n`)
    exit(1)
  }
}
