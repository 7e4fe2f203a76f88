// The top of the report: the verdict first, then why and what to do, then what was deployed.
import type { DeploymentPlan } from '../../domain/plan.ts'
import type { Run } from '../../inputs/inputs.ts'
import { passes, VERDICTS, type Verdict, type VerdictWord } from '../../domain/verdict.ts'
import { alarmLink, serviceLink } from '../links.ts'
import { knownOf, type Story } from '../story.ts'
import { withoutReason } from '../wording/cause.ts'
import { evidencePhrase, spaced } from '../wording/event.ts'
import { revision, strategy, timetable } from '../wording/names.ts'
import { clause, plain, say, type Phrase } from '../wording/phrase.ts'
import { accountAndRegion, guard, imageChange, serviceName } from '../wording/plan.ts'
import { date, span, time } from '../wording/time.ts'
import { remedy } from '../wording/remedy.ts'
import { VERDICT_WORDS, verdictBody } from '../wording/verdict.ts'
import { code, consoleLink, phrase, sentence, table } from './escape.ts'

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
    const name = consoleLink(code(fired.name), story.plan && alarmLink(story.plan.target, fired.name))
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
  const name = story.plan ? serviceName(story.plan) : story.registered && say`${revision(story.registered)}`
  const where = name ? `: ${phrase(name)}` : ''
  const todo = remedy(verdict, knownOf(story))
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

/** The pages of the run and its commit, where the address is that of a run. */
function runPages(run: Run): { readonly run: string; readonly commit: string } | undefined {
  const found =
    /^(https:\/\/[A-Za-z0-9.:-]{1,253}\/[\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/\d{1,20}(?:\/attempts\/\d{1,6})?$/.exec(
      run.url ?? ''
    )
  if (found?.[1] === undefined || run.url === undefined || !/^[0-9a-f]{7,64}$/.test(run.sha)) return undefined
  return { run: run.url, commit: `${found[1]}/commit/${run.sha}` }
}

function startedBy(run: Run): string {
  const pages = runPages(run)
  const commit = code(run.sha.slice(0, 7))
  const name = `${code(run.runId)}, attempt ${code(run.attempt)}`
  return pages === undefined
    ? `${code(run.actor)}, commit ${commit}, run ${name}`
    : `${code(run.actor)}, commit [${commit}](${pages.commit}), run [${code(run.runId)}](${pages.run}), attempt ${code(run.attempt)}`
}

function revisions({ plan, registered, reused }: Story): string {
  const before = plan?.before.taskDefinition
  const from = before === undefined ? say`not known` : say`${revision(before)}`
  if (registered === undefined) return phrase(from)
  if (registered === before) return phrase(say`${from}, deployed again`)
  return phrase(say`${from} -> ${existing(registered, reused)}`)
}

function existing(registered: string, reused: boolean): Phrase {
  return reused ? say`${revision(registered)}, registered before` : say`${revision(registered)}`
}

/** The table of what was deployed; empty when there never was a plan. */
export function deployed(story: Story, run: Run): readonly string[] {
  const { plan, started, rollback } = story
  const duration = `${span(story.to - story.from)} (${date(story.from)}, ${time(story.from)} to ${time(story.to)} UTC)`
  if (plan === undefined) return registered(story, run, duration)
  return table(
    ['What', 'Value'],
    [
      ['Service', `${phrase(serviceName(plan))}${link(serviceLink(plan.target))}`],
      ['Account, region', phrase(accountAndRegion(plan))],
      ...story.images.map((change) => [`Image of ${code(change.container)}`, phrase(imageChange(change))]),
      ['Revision', revisions(story)],
      ...(plan.unchanged ? [] : traffic(plan)),
      ...(started ? [['Deployment', consoleLink(code(started.handle.id), started.handle.url)]] : []),
      ...(rollback ? [['Roll-back', `${code(rollback.id)} ${sentence(spaced(rollback.status))}`]] : []),
      ['Duration', duration],
      ['Started by', startedBy(run)]
    ]
  )
}

/** How the traffic will move. */
function traffic(plan: DeploymentPlan): readonly (readonly string[])[] {
  return [
    ['Strategy', strategy(plan.shape)],
    ['Timetable', timetable(plan.timetable)],
    ['Guard', phrase(guard(plan))]
  ]
}

/** What was registered, without a service to deploy it to. */
function registered(story: Story, run: Run, duration: string): readonly string[] {
  if (story.registered === undefined) return [`Started by ${startedBy(run)}.`]
  return table(
    ['What', 'Value'],
    [
      ['Revision', phrase(existing(story.registered, story.reused))],
      ...story.images.map(({ container, to }) => [`Image of ${code(container)}`, code(to)]),
      ['Duration', duration],
      ['Started by', startedBy(run)]
    ]
  )
}

function link(url: string | undefined): string {
  return url === undefined ? '' : `, ${consoleLink('console', url)}`
}
