// What the definition to deploy is made from: a file, a revision by its name, or what the service runs now. One of them.
import type { Note } from '../domain/problem.ts'
import type { Ask } from './ask.ts'
import type { Read } from './document.ts'
import { accept, refuse, wholeNumber, type Parser } from './fields.ts'
import type { Base, Mode } from './inputs.ts'
import type { Whereabouts } from './names.ts'

/** A revision by its name, as it is written and as it is meant. */
interface Named {
  readonly written: string
  readonly family: string
  /** Undefined: the newest. */
  readonly revision: number | undefined
}

interface NamedByArn extends Named {
  readonly arn: Whereabouts
}

export interface RevisionAsked {
  readonly name: string
  readonly input: 'task-definition-arn' | 'task-definition-family'
  readonly arn: Whereabouts | undefined
}

const ARN = /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):task-definition\/([A-Za-z0-9_-]{1,255})(?::([1-9]\d{0,8}))?$/
const FAMILY = /^([A-Za-z0-9_-]{1,255})(?::([1-9]\d{0,8}))?$/

const byArn: Parser<NamedByArn> = (written) => {
  const [found, region = '', account = '', family = '', revision] = ARN.exec(written) ?? []
  if (found !== undefined) return accept({ written, family, revision: numberOf(revision), arn: { region, account } })
  return refuse({
    expected: 'the ARN of a task definition, like `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7`',
    remedy: FAMILY.test(written)
      ? 'Write the ARN here, or this name in `task-definition-family`.'
      : 'Write the ARN of a task definition, with or without a revision behind it.'
  })
}

const byFamily: Parser<Named> = (written) => {
  const [found, family = '', revision] = FAMILY.exec(written) ?? []
  if (found !== undefined) return accept({ written, family, revision: numberOf(revision) })
  return refuse({
    expected: 'a family of up to 255 letters, digits, - and _, or `family:revision`',
    remedy: written.startsWith('arn:') ? 'Write the ARN in `task-definition-arn`.' : 'Write the name of the family.'
  })
}

function numberOf(revision: string | undefined): number | undefined {
  return revision === undefined ? undefined : Number(revision)
}

/** The revision to start from, where one is named. Names that contradict each other are reported. */
export function readRevision(asked: Ask): RevisionAsked | undefined {
  const arn = asked.read('task-definition-arn', byArn)
  const family = asked.read('task-definition-family', byFamily)
  const revision = asked.read('task-definition-revision', wholeNumber(1, 999_999_999))

  checkRevision(asked, arn, family, revision)
  const inFamily = family && { ...family, revision: family.revision ?? revision }
  if (arn && inFamily && (arn.family !== inFamily.family || arn.revision !== inFamily.revision)) {
    clash(asked, 'task-definition-arn', 'task-definition-family', 'name two revisions')
  }
  for (const name of ['task-definition-arn', 'task-definition-family'] as const) {
    if (asked.has('task-definition') && asked.has(name)) {
      clash(asked, 'task-definition', name, 'both say what to start from')
    }
  }
  if (arn) return { name: arn.written, input: 'task-definition-arn', arn: arn.arn }
  if (inFamily === undefined) return undefined
  const suffix = inFamily.revision === undefined ? '' : `:${inFamily.revision}`
  return { name: `${inFamily.family}${suffix}`, input: 'task-definition-family', arn: undefined }
}

/** A revision belongs to a family. Beside a name that already has a revision it has to be the same one. */
function checkRevision(asked: Ask, arn: Named | undefined, family: Named | undefined, revision: number | undefined) {
  const input = 'task-definition-revision'
  if (asked.has('task-definition-family')) {
    if (revision !== undefined && family?.revision !== undefined && family.revision !== revision) {
      clash(asked, input, 'task-definition-family', 'name two revisions')
    }
    return
  }
  if (!asked.has('task-definition-arn')) {
    if (!asked.has(input)) return
    asked.missing('task-definition-family', {
      found: `\`${input}\` is given without \`task-definition-family\``,
      expected: 'the family of the revision',
      remedy: 'Give `task-definition-family` as well.'
    })
    return
  }
  if (arn && revision !== undefined && arn.revision !== revision) {
    clash(asked, input, 'task-definition-arn', 'name two revisions')
  }
}

type Naming = 'task-definition' | `task-definition-${'arn' | 'family' | 'revision'}`

function clash(asked: Ask, one: Naming, other: Naming, says: string): void {
  asked.conflict(one, `\`${one}\` and \`${other}\` ${says}`, 'Remove one of the two.')
}

/** Undefined when there is none, or when it cannot be used, which was reported. */
export function readBase(
  asked: Ask,
  mode: Mode,
  file: Read | undefined,
  revision: RevisionAsked | undefined
): Base | undefined {
  if (asked.has('task-definition')) return file && { kind: 'file', document: file.document }
  if (revision) return { kind: 'revision', name: revision.name, input: revision.input }
  if (asked.has('task-definition-arn') || asked.has('task-definition-family')) return undefined
  // A mode that continues, brings back or looks makes no definition, and needs none named.
  if (mode !== 'deploy' || asked.has('service')) return { kind: 'running' }
  if (!asked.has('task-definition-revision')) {
    asked.missing('task-definition', {
      found:
        'neither `task-definition` nor `task-definition-arn`, `task-definition-family` or `service` is given: there is nothing to start from',
      expected: 'the path of a JSON or YAML file, or a revision',
      remedy: 'Give the path of the file; if it comes from a step, check the step’s `id` and the name of its output.'
    })
  }
  return undefined
}

/** An output of a step that is empty by mistake looks the same. */
export function baseNotes(base: Base, mode: Mode): readonly Note[] {
  if (base.kind !== 'running' || mode !== 'deploy') return []
  return [
    {
      level: 'notice',
      says: 'No task definition is given, so this deployment starts from the revision the service runs now.'
    }
  ]
}
