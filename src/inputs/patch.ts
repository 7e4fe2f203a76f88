// The merge patch: written into the input itself or into a file it names. Nothing it holds is ever shown.
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import type { Ask } from './ask.ts'
import { readDocument, type Read } from './document.ts'
import { text } from './fields.ts'
import { readFile, stands, type Places, type RawFile } from './files.ts'
import { inlineObject } from './inline.ts'

export type RawPatch = RawFile | { readonly kind: 'inline'; readonly text: string }

const INPUT = 'task-definition-patch'

/** One line that names a file is its path; so is one that can be nothing else. All else is the patch itself. */
export async function findPatch(written: string | undefined, places: Places): Promise<RawPatch> {
  if (written === undefined) return { kind: 'none' }
  const line = written.trim()
  const isPath = !/[\r\n]/.test(line) && (looksLikePath(line) || (await stands(line, places)))
  return isPath ? readFile(INPUT, line, places) : { kind: 'inline', text: written }
}

/** `cpu: 512` and `{"cpu": "512"}` have marks that a path seldom has. */
function looksLikePath(line: string): boolean {
  return /^[^\s:={}[\]"',]+$/.test(line)
}

export async function readPatch(asked: Ask, raw: RawPatch): Promise<Read | undefined> {
  if (asked.read(INPUT, text) === undefined) return undefined
  const read = await parsed(raw)
  if (read === undefined || read.ok) return read?.value
  asked.report(...read.problems)
  return undefined
}

async function parsed(raw: RawPatch): Promise<Result<Read, Problem> | undefined> {
  switch (raw.kind) {
    case 'none':
      return undefined
    case 'refused':
      return { ok: false, problems: [raw.problem] }
    case 'inline':
      return inlineObject(INPUT, raw.text, { secret: true })
    case 'read':
      return readDocument({ ...raw.file, secret: true })
  }
}
