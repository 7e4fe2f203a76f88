// The tables of the README, made from action.yml and the catalogue of problems. `npm run readme` writes them.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { PROBLEMS } from '../../src/domain/catalogue.ts'
import { INPUTS } from '../../src/inputs/catalog.ts'

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

const ROOT = new URL('../../', import.meta.url)

export function readme(): string {
  return readFileSync(new URL('README.md', ROOT), 'utf8')
}

/** The README as it has to be: each marked part replaced by its table. */
export function completed(text: string): string {
  const manifest = parse(readFileSync(new URL('action.yml', ROOT), 'utf8')) as Manifest
  const built = Object.entries(manifest.inputs).filter(([name]) => !isUnbuilt(name))
  const unbuilt = Object.entries(manifest.inputs).filter(([name]) => isUnbuilt(name))
  const names = unbuilt.map(([name]) => `\`${name}\``).join(', ')
  return [
    part(
      'inputs',
      `${table(['input', 'meaning'], built.map(described))}\n\nDeclared and not built yet, so refused when set: ${names}.`
    ),
    part('outputs', table(['output', 'meaning'], Object.entries(manifest.outputs).map(described))),
    part(
      'problems',
      table(
        ['code', 'it says', 'what to do'],
        Object.entries(PROBLEMS).map(([code, { says, remedy }]) => [`\`${code}\``, says, remedy])
      )
    )
  ].reduce((whole, replace) => replace(whole), text)
}

function isUnbuilt(name: string): boolean {
  return Object.entries(INPUTS).some(([known, entry]) => known === name && !entry.built)
}

function described([name, { description }]: [string, { readonly description: string }]): readonly string[] {
  return [`\`${name}\``, description.trim().replaceAll(/\s+/g, ' ')]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function part(name: string, body: string): (text: string) => string {
  return (text) => {
    const begin = `<!-- ${name} -->`
    const end = `<!-- /${name} -->`
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from < 0 || to < from) throw new Error(`README.md has no part ${begin} ... ${end}`)
    return `${text.slice(0, from)}${begin}\n${body}\n${text.slice(to)}`
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('README.md', ROOT), completed(readme()))
}
