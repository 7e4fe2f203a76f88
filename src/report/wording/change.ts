// One difference between two revisions, in words: its path always, its values only where they may be shown.
import type { Change } from '../../domain/change.ts'
import { clip } from '../../out/sanitise.ts'
import { NOTHING, own, say, type Phrase } from './phrase.ts'
import type { Row } from './plan.ts'

/** No image is cut: 255 characters of name and 72 of digest. */
const SHOWN = 330
/** What is shown of the part that two long texts have in common. */
const BEFORE = 30

/** Said where nothing differs. */
export const NO_CHANGES = 'nothing differs from the running revision'

export interface Excerpts {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Both values as far as they are shown: of long ones the part where they begin to differ. */
export function excerpts({ from, to }: Excerpts): Excerpts {
  const longest = Math.max(from?.length ?? 0, to?.length ?? 0)
  const start = longest <= SHOWN ? 0 : Math.max(0, commonStart(from ?? '', to ?? '') - BEFORE)
  const part = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : `${start > 0 ? '…' : ''}${clip(text.slice(start), SHOWN)}`
  return { from: part(from), to: part(to) }
}

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** The label is the kind: added, removed, changed. */
export function changeRow(change: Change): Row {
  return { label: change.kind, text: say`${change.path}${values(excerpts(change), change.kind)}` }
}

function values({ from, to }: Excerpts, kind: Change['kind']): Phrase {
  if (from !== undefined && to !== undefined) return say`: ${from} -> ${to}`
  const known = from ?? to
  if (known !== undefined) return say`: ${known}`
  return kind === 'changed' ? own(' (the values are not shown)') : NOTHING
}
