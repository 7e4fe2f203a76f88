// The top of the report: the verdict first, then why and what to do.
import { passes, VERDICTS, type Verdict, type VerdictWord } from '../../domain/verdict.ts'
import { alarmLink } from '../links.ts'
import type { Story } from '../story.ts'
import { withoutReason } from '../wording/cause.ts'
import { evidencePhrase } from '../wording/event.ts'
import { revision } from '../wording/names.ts'
import { clause, plain, say } from '../wording/phrase.ts'
import { serviceName } from '../wording/plan.ts'
import { time } from '../wording/time.ts'
import { remedy } from '../wording/remedy.ts'
import { VERDICT_WORDS, verdictBody } from '../wording/verdict.ts'
import { code, consoleLink, phrase, sentence } from './escape.ts'

const SIGNS: Readonly<Record<VerdictWord, string>> = {
  succeeded: '✅',
  unchanged: '✅',
  registered: '📝',
  planned: '📝',
  started: '🚀',
  paused: '⏳',
  'rolled-back': '❌',
  failed: '❌',
  'left-running': '❗',
  unknown: '❓',
  refused: '🚫'
}

/** The verdict without what the line of the alarm, just below, tells. */
function headline(verdict: Verdict, { alarms }: Story): Verdict {
  const told = alarms.some(({ fired }) => fired?.reason !== undefined)
  if (!told || verdict.kind === 'succeeded' || !('cause' in verdict)) return verdict
  return { ...verdict, cause: withoutReason(verdict.cause) }
}

/** What was seen of the cause and is not `said` yet: the alarm with its value, the stage with its message. */
function evidence(story: Story, said: string): readonly string[] {
  const alarms = story.alarms.flatMap(({ fired }) => {
    if (fired === undefined) return []
    const name = consoleLink(code(fired.name), story.subject && alarmLink(story.subject.target, fired.name))
    const since = fired.since === undefined ? '' : ` since ${time(fired.since)} UTC`
    const reason = fired.reason === undefined ? '' : `: ${code(fired.reason)}`
    return [`- ${name} in ALARM${since}${reason}`]
  })
  const told = new Set(story.evidence.map(({ about }) => about))
  const stages = story.stages.flatMap((stage) =>
    stage.detail === undefined || stage.detail === '' || told.has(stage.name)
      ? []
      : [`- Stage ${code(stage.name)}: ${code(stage.detail)}`]
  )
  const others = story.evidence.filter(({ detail }) => !said.includes(clause(detail)))
  return [...alarms, ...stages, ...others.map((each) => `- ${phrase(evidencePhrase(each))}`)]
}

export function head(story: Story, verdict: Verdict): readonly string[] {
  const green = passes(verdict)
  const name = story.subject ? serviceName(story.subject) : story.registered && say`${revision(story.registered)}`
  const where = name ? `: ${phrase(name)}` : ''
  const todo = remedy(verdict, story.known)
  const body = verdictBody(headline(verdict, story), story.to)
  const shown = green ? [] : evidence(story, plain(body))
  return [
    `## ${SIGNS[verdict.kind]} ${VERDICT_WORDS[verdict.kind]}${green && !VERDICTS[verdict.kind].judged ? ', not judged' : ''}${where}`,
    phrase(body),
    ...(shown.length > 0 ? [shown.join('\n')] : []),
    // A refusal has a remedy for each of its problems, below.
    ...(todo !== undefined && verdict.kind !== 'refused' ? [`**To do:** ${sentence(todo)}`] : [])
  ]
}
