// A sentence that knows which of its words are ours and which came from elsewhere, so that each medium can quote the latter.
import { sanitise } from '../../out/sanitise.ts'

export type Part =
  | { readonly kind: 'own'; readonly text: string }
  /** Theirs: a name, a message. */
  | { readonly kind: 'quoted'; readonly text: string }
  /** A sentence of ours with values of theirs inside; backticks mark names. */
  | { readonly kind: 'prose'; readonly text: string }

export interface Phrase {
  readonly parts: readonly Part[]
}

/** Numbers are ours; text is theirs unless it is already a phrase. */
type Slot = Phrase | string | number

function partsOf(slot: Slot): readonly Part[] {
  switch (typeof slot) {
    case 'string':
      return [{ kind: 'quoted', text: slot }]
    case 'number':
      return [{ kind: 'own', text: String(slot) }]
    default:
      return slot.parts
  }
}

/** say`Alarm ${name} went off`: the literal words are ours, what is filled in is quoted. */
export function say(literals: TemplateStringsArray, ...slots: readonly Slot[]): Phrase {
  const parts = literals.flatMap((literal, index): readonly Part[] => {
    const slot = slots[index]
    return [
      ...(literal === '' ? [] : [{ kind: 'own', text: literal } as const]),
      ...(slot === undefined ? [] : partsOf(slot))
    ]
  })
  return { parts }
}

/** Words of ours that were made elsewhere: a time, a span, a word of a table. */
export function own(text: string): Phrase {
  return { parts: text === '' ? [] : [{ kind: 'own', text }] }
}

/** A sentence that mixes the two, as problems and notes carry. */
export function prose(text: string): Phrase {
  return { parts: text === '' ? [] : [{ kind: 'prose', text }] }
}

export const NOTHING: Phrase = { parts: [] }

export function join(phrases: readonly Phrase[], separator: string): Phrase {
  return {
    parts: phrases.flatMap((phrase, index) =>
      index === 0 ? phrase.parts : [{ kind: 'own', text: separator } as const, ...phrase.parts]
    )
  }
}

/** With a capital, when the first word is ours. */
export function capital(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase.parts
  if (first?.kind !== 'own') return phrase
  return { parts: [{ kind: 'own', text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] }
}

/** One line of plain text. */
export function plain(phrase: Phrase): string {
  return phrase.parts.map((part) => (part.kind === 'own' ? part.text : sanitise(part.text).trim())).join('')
}

/** The text without the marks that end a sentence, so that it can stand inside one. */
export function clause(text: string): string {
  return text.trim().replace(/[.\s]{1,20}$/, '')
}
