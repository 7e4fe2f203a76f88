// The words of every report, for those outside this folder.
export { plain, type Phrase } from './wording/phrase.ts'
export { eventRow } from './wording/event.ts'
export { remedy } from './wording/remedy.ts'
export { reason, verdictLine } from './wording/verdict.ts'
