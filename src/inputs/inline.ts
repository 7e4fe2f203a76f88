// JSON or YAML that is written into an input itself, and not into a file: places in it are lines of the input.
import { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/units.ts'
import type { InputName } from './catalog.ts'
import { readDocument, type Read } from './document.ts'
import { accept, refuse, type Field } from './fields.ts'
import { readJson } from './json.ts'
import { source } from './source.ts'
import type { Node } from './tree.ts'

/** An object in JSON or YAML. */
export async function inlineObject(
  name: InputName,
  text: string,
  { secret }: { readonly secret: boolean }
): Promise<Result<Read, Problem>> {
  const read = await readDocument({ path: name, text, secret })
  if (!read.ok) return { ok: false, problems: read.problems.map((problem) => inInput(name, problem)) }
  // No file: there is no line a reporter could point to.
  return { ok: true, value: { ...read.value, document: { ...read.value.document, locate: () => undefined } } }
}

function inInput(name: InputName, { place, found, expected, remedy }: Problem): Problem {
  return new Problem('INPUT_INVALID', {
    place: { kind: 'input', name },
    found: `in \`${name}\`, ${placed(place)}: ${found.replace(/^the file\b/, 'the text')}`,
    expected: expected ?? 'an object in JSON or YAML',
    remedy
  })
}

export interface InlineJson {
  readonly root: Node
  readonly lineOf: (node: Pick<Node, 'at'>) => number
}

/** JSON whose text is never shown: it may hold secrets. */
export function inlineJson(text: string, expected: string): Field<InlineJson> {
  const from = source('', text, { secret: true })
  try {
    return accept({ root: readJson(from), lineOf: ({ at }) => from.spot(at).line })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refuse({
      found: `the text begins like JSON, and is no JSON at ${placed(error.place)}`,
      expected,
      remedy: 'Correct the JSON there: quotes, commas, and no key twice.'
    })
  }
}

function placed(place: Problem['place']): string {
  const { line = 1, column = 1 } = place?.kind === 'file' ? place : {}
  return `line ${line}, column ${column}`
}
