// The live log: one line per real change, with the time since the start, and one annotation for a verdict that is not green.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Attachment, DeploymentPlan } from '../domain/plan.ts'
import type { Reporter } from '../domain/ports.ts'
import type { Note } from '../domain/problem.ts'
import type { Millis } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Out } from '../out/out.ts'
import { annotations } from './annotations.ts'
import { eventRow } from './wording/event.ts'
import { attachmentRows } from './wording/attachment.ts'
import { changeRow, NO_CHANGES } from './wording/change.ts'
import { learn, NOTHING_KNOWN } from './wording/known.ts'
import { own, plain, say, type Phrase } from './wording/phrase.ts'
import { imageChange, notePhrase, planRows, serviceName, type Row } from './wording/plan.ts'
import { excerpt, problemDetails, problemTitle } from './wording/problem.ts'
import { stamp } from './wording/time.ts'
import { remedy } from './wording/remedy.ts'
import { problemsOf, saidAbove } from './wording/verdict-problems.ts'

/** Wide enough for every label of an event. */
const LABEL = 10
/** The runner records ten of a level for a step; the rest of the step may have some too. */
const WARNINGS = 5

function rowText({ label, text }: Row): string {
  return `${label.padEnd(LABEL)}${plain(text)}`
}

function problemLines(verdict: Verdict): readonly string[] {
  return problemsOf(verdict).flatMap((problem) => [
    `${problem.code}: ${plain(problemTitle(problem))}`,
    ...problemDetails(problem, saidAbove(verdict, problem)).flatMap((detail) => [
      `- ${rowText(detail)}`,
      ...(detail.label === 'where' ? excerpt(problem.place).map((line) => `  ${' '.repeat(LABEL)}| ${line}`) : [])
    ])
  ])
}

export function logReporter(out: Out, { startedAt }: { readonly startedAt: Millis }): Reporter {
  let warnings = 0
  let where: string | undefined
  let known = NOTHING_KNOWN
  let rendered: DeploymentEvent | undefined
  let lastTasks: string | undefined
  let met = false

  const line = (at: Millis, text: string): void => {
    out.line(`[${stamp(at - startedAt)}] ${text}`)
  }
  const row = (at: Millis, label: string, text: Phrase): void => {
    line(at, rowText({ label, text }))
  }
  const note = (at: Millis, event: Note): void => {
    const text = notePhrase(event)
    if (event.level === 'warning' && ++warnings <= WARNINGS) out.annotate('warning', 'ECS deployment', plain(text))
    else row(at, event.level === 'warning' ? 'warning' : 'note', text)
  }
  const changed = (at: Millis, { changes }: DeploymentPlan): void => {
    if (changes === undefined) return
    if (changes.length === 0) row(at, 'changes', own(NO_CHANGES))
    else out.group(`What changes (${changes.length})`, changes.map(changeRow).map(rowText))
  }
  /** What AWS is sent, with a placeholder for the revision, and what of it stays. Neither holds secrets. */
  const settings = ({ sent, stored }: DeploymentPlan): void => {
    if (stored.length > 0) {
      out.group(
        `What changes about the service itself, and stays (${stored.length})`,
        stored.map(changeRow).map(rowText)
      )
    }
    if (sent === undefined) return
    const lines = JSON.stringify(sent.document, undefined, 2).split('\n')
    out.group(
      sent.title,
      lines.map((line) => `| ${line}`)
    )
  }
  const planned = (at: Millis, plan: DeploymentPlan): void => {
    where = plain(serviceName(plan))
    for (const change of plan.images) row(at, 'image', say`${change.container}: ${imageChange(change)}`)
    changed(at, plan)
    out.group('The plan in full', planRows(plan).map(rowText))
    if (!plan.unchanged) settings(plan)
    for (const each of plan.notes) note(at, each)
  }
  const attached = (at: Millis, attachment: Attachment): void => {
    where = plain(serviceName(attachment))
    out.group('The deployment in full', attachmentRows(attachment, at).map(rowText))
  }
  const concluded = (at: Millis, verdict: Verdict): void => {
    for (const text of problemLines(verdict)) line(at, text)
    const todo = remedy(verdict, known)
    if (todo !== undefined && verdict.kind !== 'refused') line(at, `${'to do'.padEnd(LABEL)}${todo}`)
    for (const each of annotations(verdict, where, known)) out.annotate('error', each.title, each.message, each.spot)
  }

  const tell = (event: DeploymentEvent): void => {
    if (event.kind === 'note') {
      note(event.at, event.note)
      return
    }
    if (event.kind === 'attached' || event.kind === 'started') met = event.kind === 'attached'
    const text = rowText(eventRow(event, met))
    if (event.kind === 'tasks' && text === lastTasks) return
    if (event.kind === 'tasks') lastTasks = text
    line(event.at, text)
    known = learn(known, event)
    if (event.kind === 'planned') planned(event.at, event.plan)
    if (event.kind === 'attached') attached(event.at, event.attachment)
    if (event.kind === 'concluded') concluded(event.at, event.verdict)
  }

  return {
    on(event: DeploymentEvent) {
      // A plan tells more than the definition it was made for.
      if (rendered !== undefined && event.kind !== 'planned') tell(rendered)
      rendered = event.kind === 'rendered' ? event : undefined
      if (rendered === undefined) tell(event)
    }
  }
}
