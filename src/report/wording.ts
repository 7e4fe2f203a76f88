// The words of every report, for those outside this folder.
export { plain, type Phrase } from './wording/phrase.ts'
export { eventRow } from './wording/event.ts'
export { reason, remedy, verdictLine } from './wording/verdict.ts'
