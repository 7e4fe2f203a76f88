// The sections that tell a reviewer what will differ from what runs: images first, secrets by their names only.
import type { Change } from '../../domain/change.ts'
import type { Story } from '../story.ts'
import { excerpts, NO_CHANGES } from '../wording/change.ts'
import { capital, own, plain } from '../wording/phrase.ts'
import { code, fold, table } from './escape.ts'

/** More than this is folded. */
const ROWS_SHOWN = 40

const REVISIONS = ['Running now', 'To deploy'] as const
const SETTINGS = ['Before', 'After'] as const

/** Nothing where it is not known, or said already by the verdict. */
export function changes({ plan }: Story): readonly string[] {
  if (plan?.changes === undefined || plan.unchanged) return []
  if (plan.changes.length === 0) return ['### What changes', `${plain(capital(own(NO_CHANGES)))}.`]
  const more = plan.changes.slice(ROWS_SHOWN)
  return [
    `### What changes (${plan.changes.length})`,
    ...rows(plan.changes.slice(0, ROWS_SHOWN), REVISIONS),
    ...fold(`More changes (${more.length})`, rows(more, REVISIONS))
  ]
}

/** What this changes about the service itself, and what no roll-back undoes. */
export function stored({ plan }: Story): readonly string[] {
  if (plan === undefined || plan.stored.length === 0 || plan.unchanged) return []
  return [
    '### The service’s settings, before and after',
    'These are settings of the service: AWS keeps them, whether the deployment succeeds or is rolled back.',
    ...rows(plan.stored, SETTINGS)
  ]
}

function rows(all: readonly Change[], sides: readonly [from: string, to: string]): readonly string[] {
  return table(
    ['Change', 'What', ...sides],
    all.map((change) => {
      const { from, to } = excerpts(change)
      const unshown = change.kind === 'changed' && from === undefined && to === undefined ? 'not shown' : ''
      const cell = (value: string | undefined): string => (value === undefined ? unshown : code(value))
      return [change.kind, code(change.path), cell(from), cell(to)]
    })
  )
}
