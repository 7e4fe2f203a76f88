// Golden files: compared byte for byte, written anew with UPDATE_GOLDEN=1 and then read like prose.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'golden')

/** What the file holds; undefined when nobody has written it. */
export function golden(name: string, actual: string): string | undefined {
  const path = join(FOLDER, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, actual)
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
